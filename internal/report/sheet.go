package report

import "strings"

// The sheet is A4, in points.
const (
	sheetWidth  = 595.28
	sheetHeight = 841.89
	marginX     = 45.0
	firstTop    = 38.0 // of the head on every page
	bodyTop     = 68.0 // of the text on pages after the first
	bodyBottom  = sheetHeight - 66
	footLine    = sheetHeight - 38
	bodyWidth   = sheetWidth - 2*marginX
)

// capHeight is how tall capitals are at size 1, for setting text in the middle of its line.
const capHeight = 0.714

// style is how a text is set.
type style struct {
	size, line float64
	weight     weight
	colour     colour
}

// canvas takes what is drawn on the pages: a PDF does, and so do the pages that a window shows. Points
// run right and down from the upper left corner of the page. It is no interface: to put the library that
// writes the PDF into one would keep all of that library in the program, a third of a megabyte.
type canvas struct {
	// begin begins a new page, and turn goes on with one that was begun, counted from 1.
	begin func()
	turn  func(page int)
	// letters sets a piece of text that is so wide, with its base line from that point to the right.
	letters func(from point, piece run, st style, width float64, how setting)
	fill    func(s shape)
}

// setting is how letters are set.
type setting int

const (
	filled    setting = iota
	thickened         // there is no bold face of them
	unseen            // they are read out and copied, and not seen
)

// sheet draws on pages from the top down. It knows how to set text and shapes, not what a report
// says.
type sheet struct {
	on      canvas
	pages   int
	y       float64 // where the next thing goes
	head    func()  // draws the head of a page after the first
	lacking bool    // a character was drawn as "□"
}

// page begins a new page.
func (s *sheet) page() {
	s.on.begin()
	s.pages++
	s.y = bodyTop
	if s.pages > 1 && s.head != nil {
		s.head()
	}
}

// need begins a new page unless there is room for something of that height.
func (s *sheet) need(height float64) {
	if s.y+height > bodyBottom {
		s.page()
	}
}

// say sets one line of text with its upper left corner at x, y.
func (s *sheet) say(x, y float64, st style, text string) { s.set(x, y, st, text, filled) }

func (s *sheet) set(x, y float64, st style, text string, how setting) {
	pieces, whole := runs(text, st.weight)
	s.lacking = s.lacking || !whole
	baseline := y + (st.line+capHeight*st.size)/2
	for _, p := range pieces {
		width, advances := 0.0, p.face.read().advances
		for _, r := range p.text {
			width += advances[r] * st.size
		}
		set := how
		if how == filled && st.weight == bold && p.face != boldFace {
			set = thickened
		}
		s.on.letters(point{x, baseline}, p, st, width, set)
		x += width
	}
}

// sayRight sets one line of text that ends at x.
func (s *sheet) sayRight(x, y float64, st style, text string) {
	s.say(x-widthOf(text, st.weight)*st.size, y, st, text)
}

// hide sets a text that is read out and copied but not seen: what a drawing says in words. It is
// tiny, so as to fit under the drawing, and stands on the base line of the style given.
func (s *sheet) hide(x, y float64, beside style, text string) {
	const size = 1
	line := beside.line + capHeight*(beside.size-size)
	s.set(x, y, style{size: size, line: line, colour: white}, text, unseen)
}

// paragraph sets a text in lines of that width from the present height on, over pages if it must.
func (s *sheet) paragraph(x, width float64, st style, text string) {
	for _, l := range wrap(text, st, width) {
		s.need(st.line)
		s.say(x, s.y, st, l)
		s.y += st.line
	}
}

// fill draws shapes with their upper left corner at x, y.
func (s *sheet) fill(x, y float64, shapes []shape) {
	for _, sh := range shapes {
		moved := shape{Fill: sh.Fill, Points: make([]point, len(sh.Points))}
		for i, p := range sh.Points {
			moved.Points[i] = point{x + p.X, y + p.Y}
		}
		s.on.fill(moved)
	}
}

// hairline draws a line across the text.
func (s *sheet) hairline() {
	s.fill(marginX, s.y, []shape{rectangle(line, 0, 0, bodyWidth, 0.7)})
}

// feet writes the feet of all pages, now that their number is known.
func (s *sheet) feet(p paper) {
	quiet := style{size: 8, line: 12, colour: ink3}
	for n := 1; n <= s.pages; n++ {
		s.on.turn(n)
		s.say(marginX, footLine, quiet, p.Footer)
		s.sayRight(marginX+bodyWidth, footLine, quiet, p.Page(n, s.pages))
	}
}

// wrap breaks a text into lines that are no wider than width: between words, and within a word
// only where it is wider than a line of its own.
func wrap(text string, st style, width float64) []string {
	width /= st.size
	space := widthOf(" ", st.weight)
	var lines []string
	var current strings.Builder
	used := 0.0
	for _, word := range strings.Split(text, " ") {
		w := widthOf(word, st.weight)
		if current.Len() > 0 && used+space+w > width {
			lines = append(lines, current.String())
			current.Reset()
			used = 0
		}
		if current.Len() > 0 {
			current.WriteByte(' ')
			used += space
		}
		if w <= width {
			current.WriteString(word)
			used += w
			continue
		}
		for _, r := range word {
			w := advance(r, st.weight)
			if used+w > width && current.Len() > 0 {
				lines = append(lines, current.String())
				current.Reset()
				used = 0
			}
			current.WriteRune(r)
			used += w
		}
	}
	return append(lines, current.String())
}

// wrapEvenly breaks a text like wrap, but does not leave a lone short word on the last line where
// narrower lines take no more room.
func wrapEvenly(text string, st style, width float64) []string {
	lines := wrap(text, st, width)
	for narrow := width; len(lines) > 1 && len(lines) < 5 && narrow > 0.75*width; narrow -= 0.04 * width {
		even := wrap(text, st, narrow)
		if len(even) > len(lines) {
			break
		}
		lines = even
		if widthOf(lines[len(lines)-1], st.weight)*st.size > 0.15*width {
			break
		}
	}
	return lines
}
