package report

import (
	"io"
	"strings"
	"time"
	"unicode/utf8"
)

// The styles of the paper.
var (
	titleStyle   = style{size: 24, line: 32, weight: bold, colour: ink}
	chapterStyle = style{size: 18, line: 26, weight: bold, colour: ink}
	headStyle    = style{size: 12.5, line: 18, weight: bold, colour: ink}
	subStyle     = style{size: 10.5, line: 16, weight: bold, colour: ink}
	partStyle    = style{size: 9.5, line: 16, weight: bold, colour: ink}
	textStyle    = style{size: 9.5, line: 14.5, colour: ink2}
	quietStyle   = style{size: 9.5, line: 14.5, colour: ink3}
	strandStyle  = style{size: 9.5, line: 16, colour: ink2}
	noteStyle    = style{size: 8.5, line: 12.5, colour: ink3}
)

const (
	textLeft = marginX + 77 // of what stands beside a ladder
	textSide = bodyWidth - 77
	signSize = 7.6
	signRoom = 17.0
	right    = marginX + bodyWidth
)

// writePDF writes the paper as a PDF.
func writePDF(w io.Writer, p paper, made time.Time) error {
	c := newPDFCanvas(p, made)
	lay(p, canvas{c.begin, c.turn, c.letters, c.fill})
	return c.pdf.Output(w)
}

// lay lays the paper out on A4: the standings and what comes next, then each guide's items
// from a page of their own, then how a level is computed. It returns how many pages there are.
func lay(p paper, on canvas) (pages int) {
	s := &sheet{on: on}
	s.page()
	s.firstHead(p)
	s.runningHead(p.Title, p)
	for i := range p.Sections {
		s.standing(&p.Sections[i])
	}
	if len(p.Radars)+len(p.Figures) > 0 {
		s.need(200)
		s.hairline()
		s.y += 5
	}
	s.radars(p.Radars)
	for _, f := range p.Figures {
		s.chart(marginX, bodyWidth, min(1, bodyWidth/f.Width), f)
		s.y += 13
	}
	s.next(p)
	for i := range p.Sections {
		s.items(&p.Sections[i], p)
	}
	s.closing(p)
	s.feet(p)
	return s.pages
}

// firstHead draws the head of the report on its first page.
func (s *sheet) firstHead(p paper) {
	s.fill(marginX, firstTop, ladder(brandRungs(), brandLadder))
	s.say(marginX+19, firstTop+0.5, style{size: 10.5, line: 16, weight: bold, colour: ink}, p.Brand)
	s.sayRight(right, firstTop+1, textStyle, p.Date)
	s.y = firstTop + 40
	s.say(marginX, s.y, titleStyle, p.Title)
	s.y += titleStyle.line + 1

	legend := right - widthOf(p.Open, regular)*quietStyle.size
	s.say(legend, s.y, quietStyle, p.Open)
	s.fill(legend-19, s.y+7, []shape{rectangle(rungAhead, 0, 0, 13, 1.3)})
	legend -= 36 + widthOf(p.Own, regular)*quietStyle.size
	s.say(legend, s.y, quietStyle, p.Own)
	s.fill(legend-19, s.y+4, strandCells(0, 1, 1, 13, strandHeight))
	if p.With != "" {
		legend -= 36 + widthOf(p.With, regular)*quietStyle.size
		s.say(legend, s.y, quietStyle, p.With)
		s.fill(legend-19, s.y+4, strandCells(1, 1, 1, 13, strandHeight))
	}

	who := p.Scope
	if p.Person != "" {
		who = p.Person + " · " + who
	}
	s.paragraph(marginX, legend-marginX-40, quietStyle, who)
	s.y += 12
}

// runningHead sets the head of the pages that follow: what they are about, and whose they are.
func (s *sheet) runningHead(about string, p paper) {
	whose := []string{}
	for _, part := range []string{p.Person, p.Date} {
		if part != "" {
			whose = append(whose, part)
		}
	}
	about = shorten(about, quietStyle, bodyWidth/2-10)
	name := shorten(strings.Join(whose, ", "), quietStyle, bodyWidth/2-10)
	s.head = func() {
		s.say(marginX, firstTop, quietStyle, about)
		s.sayRight(right, firstTop, quietStyle, name)
	}
}

// closing says how the level is computed and what the report is not.
func (s *sheet) closing(p paper) {
	s.y += 18
	s.need(110)
	s.hairline()
	s.y += 15
	s.say(marginX, s.y, headStyle, p.Rule)
	s.y += headStyle.line + 2
	s.paragraph(marginX, 430, textStyle, p.RuleText)
	s.y += 4
	s.paragraph(marginX, 430, textStyle, p.Notice)
	if s.lacking {
		s.y += 4
		s.paragraph(marginX, 430, quietStyle, p.Lacking)
	}
}

// shorten cuts a text that is wider than its place, as a title in a head line. The whole text
// stands elsewhere on the paper.
func shorten(text string, st style, width float64) string {
	if widthOf(text, st.weight)*st.size <= width {
		return text
	}
	used, cut := widthOf("…", st.weight), 0
	for i, r := range text {
		if used += advance(r, st.weight); used*st.size > width {
			break
		}
		cut = i + utf8.RuneLen(r)
	}
	return strings.TrimRight(text[:cut], " ") + "…"
}
