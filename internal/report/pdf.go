package report

import (
	"io"
	"strings"
	"time"
	"unicode/utf8"
)

// The styles of the paper.
var (
	titleStyle   = style{size: 24, line: 32, bold: true, colour: ink}
	chapterStyle = style{size: 18, line: 26, bold: true, colour: ink}
	headStyle    = style{size: 12.5, line: 18, bold: true, colour: ink}
	subStyle     = style{size: 10.5, line: 16, bold: true, colour: ink}
	partStyle    = style{size: 9.5, line: 16, bold: true, colour: ink}
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

// writePDF lays the paper out on A4: the standings and what comes next, then each guide's items
// from a page of their own, then how a level is computed.
func writePDF(w io.Writer, p paper, made time.Time) error {
	s := newSheet(p, made)
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
	return s.finish(w, p)
}

// firstHead draws the head of the report on its first page.
func (s *sheet) firstHead(p paper) {
	s.fill(marginX, firstTop, ladder(brandRungs(), brandLadder))
	s.say(marginX+19, firstTop+0.5, style{size: 10.5, line: 16, bold: true, colour: ink}, p.Brand)
	s.sayRight(right, firstTop+1, textStyle, p.Date)
	s.y = firstTop + 40
	s.say(marginX, s.y, titleStyle, p.Title)
	s.y += titleStyle.line + 1

	legend := right - widthOf(p.Open, false)*quietStyle.size
	s.say(legend, s.y, quietStyle, p.Open)
	s.fill(legend-19, s.y+7, []shape{rectangle(rungAhead, 0, 0, 13, 1.3)})
	legend -= 36 + widthOf(p.Own, false)*quietStyle.size
	s.say(legend, s.y, quietStyle, p.Own)
	s.fill(legend-19, s.y+4, strandCells(0, 1, 1, 13, strandHeight))
	if p.With != "" {
		legend -= 36 + widthOf(p.With, false)*quietStyle.size
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

// standing draws a guide: its ladder on the left, strands and gaps on the right.
func (s *sheet) standing(g *section) {
	titles := wrap(g.Title, headStyle, textSide-70)
	summary := wrap(g.Summary, textStyle, textSide)
	height := float64(len(titles))*headStyle.line + float64(len(summary))*textStyle.line +
		float64(len(g.Strands))*strandStyle.line + 40
	s.need(height)
	s.hairline()
	s.y += 15
	top := s.y
	s.fill(marginX, top+2, ladder(g.Rungs, guideLadder))
	for _, l := range titles {
		s.say(textLeft, s.y, headStyle, l)
		s.y += headStyle.line
	}
	s.sayRight(right, top+2, quietStyle, g.Edition)
	s.paragraph(textLeft, textSide, textStyle, g.Summary)
	if g.Evidenced != "" {
		s.paragraph(textLeft, textSide, textStyle, g.Evidenced)
	}
	for i := len(g.RungNames) - 1; i >= 0; i-- { // from the top down, as the rungs stand
		s.hide(marginX, top+float64(len(g.RungNames)-1-i)*17, textStyle, g.RungNames[i])
	}
	s.y += 5
	for _, strand := range g.Strands {
		// Where evidence is told, it takes the end of the line, and the bar gives way.
		width, end := strandWidth, right
		if g.Evidenced != "" {
			width, end = strandWidth-80, right-86
		}
		bar := strandCells(strand.Seen, strand.Done, strand.Items, width, strandHeight)
		s.fill(textLeft+100, s.y+(strandStyle.line-strandHeight)/2, bar)
		count := s.y
		s.paragraph(textLeft, 92, strandStyle, strand.Name)
		s.sayRight(end, count, strandStyle, strand.Count)
		s.sayRight(right, count, quietStyle, shorten(strand.With, quietStyle, 72))
	}
	s.y = max(s.y, top+guideLadder.Height+4)
	if g.LooksDone != "" {
		s.y += 4
		s.paragraph(textLeft, textSide, textStyle, g.LooksDone)
	}
	for _, f := range g.Figures {
		s.chart(textLeft, textSide, 1, f)
	}
	if len(g.Gaps) > 0 {
		s.y += 8
		s.need(subStyle.line + textStyle.line + 20)
		s.fill(textLeft, s.y+5.6, dot(signalMark, 5))
		s.say(textLeft+11, s.y, partStyle, g.GapsTitle)
		s.y += 16
		s.paragraph(textLeft, textSide, textStyle, g.GapsNote)
		s.y += 3
		s.rows(textLeft, textSide, g.Gaps)
	}
	for _, b := range g.Around {
		s.block(b)
	}
	s.y += 13
}

// block sets a part of a guide beside the ladder's column.
func (s *sheet) block(b block) {
	s.y += 8
	s.need(subStyle.line + 2*textStyle.line + 20) // a heading stays with what it heads
	s.paragraph(textLeft, textSide, partStyle, b.Title)
	for _, l := range b.Lines {
		s.paragraph(textLeft, textSide, textStyle, l)
	}
	if len(b.Rows) > 0 {
		s.y += 3
		s.rows(textLeft, textSide, b.Rows)
	}
}

// next draws what the person does next in each guide.
func (s *sheet) next(p paper) {
	height := 150.0
	if len(p.Sections) > 0 { // what one guide says stays together where it can
		height = min(40+s.nextHeight(&p.Sections[0]), 260)
	}
	s.need(height)
	s.hairline()
	s.y += 15
	s.say(marginX, s.y, headStyle, p.Next)
	s.y += headStyle.line + 2
	for _, g := range p.Sections {
		if len(p.Sections) > 1 {
			s.y += 4
			s.need(110) // a heading stays with what it heads
			s.paragraph(marginX, bodyWidth, subStyle, g.Title)
		}
		for _, step := range g.Steps {
			s.need(60)
			s.paragraph(marginX, bodyWidth, textStyle, step.Lead)
			s.y += 2
			s.rows(marginX, bodyWidth, step.Rows)
			s.y += 3
		}
		if g.Advice != "" {
			s.y += 3
			s.need(min(adviceHeight(g.Advice), 200)) // kept whole
			s.paragraph(marginX, adviceWidth, textStyle, g.Advice)
			s.y += 3
		}
	}
}

// adviceWidth is how wide a paragraph is set: narrower than the page, to be read more easily.
const adviceWidth = 430.0

func adviceHeight(advice string) float64 {
	return float64(len(wrap(advice, textStyle, adviceWidth))) * textStyle.line
}

// nextHeight is how much room it takes to say what comes next in a guide.
func (s *sheet) nextHeight(g *section) float64 {
	height := 0.0
	for _, step := range g.Steps {
		height += float64(len(wrap(step.Lead, textStyle, bodyWidth)))*textStyle.line + s.rowsHeight(bodyWidth, step.Rows) + 5
	}
	if g.Advice != "" {
		height += adviceHeight(g.Advice) + 6
	}
	return height
}

// items draws a guide's items by level.
func (s *sheet) items(g *section, p paper) {
	if len(g.Levels) == 0 {
		return
	}
	s.runningHead(g.Title, p)
	s.page()
	s.paragraph(marginX, bodyWidth, chapterStyle, g.ItemsTitle)
	for _, level := range g.Levels {
		s.y += 16
		s.need(min(s.rowsHeight(bodyWidth, level.Rows)+40, 260)) // a level stays together where it can
		heading := wrap(level.Heading, headStyle, bodyWidth-rungWidth-20)
		fill := accentMid
		if level.Rung.Reached {
			fill = accent
		}
		s.fill(right-rungWidth, s.y+6, cells(level.Rung.Cells, 0, 0, rungWidth, rungHeight, rungSplit, fill))
		for _, l := range heading {
			s.say(marginX, s.y, headStyle, l)
			s.y += headStyle.line
		}
		s.paragraph(marginX, bodyWidth, quietStyle, level.Line)
		s.y += 6
		s.rows(marginX, bodyWidth, level.Rows)
	}
}

// rows draws items: a tick or a box, the text, and the date at the end of the line.
func (s *sheet) rows(x, width float64, rows []row) {
	for _, r := range rows {
		lines, room := rowLines(r, width)
		s.need(float64(len(lines))*textStyle.line + 2.5)
		sign := box(signSize)
		if r.Done {
			sign = tick(signSize + 1)
		}
		s.fill(x, s.y+(textStyle.line-signSize)/2, sign)
		if r.Unsaid != "" {
			s.hide(x, s.y, textStyle, r.Unsaid+": ")
		}
		top, page := s.y, s.pdf.PageNo()
		for _, l := range lines {
			s.need(textStyle.line)
			s.say(x+signRoom, s.y, textStyle, l)
			s.y += textStyle.line
		}
		if s.pdf.PageNo() == page { // else the item alone is longer than a page
			s.sayRight(x+width, top, quietStyle, shorten(r.Meta, quietStyle, room))
		}
		for _, note := range r.Notes {
			s.paragraph(x+signRoom, width-signRoom, noteStyle, note)
		}
		s.y += 2.5
	}
}

func (s *sheet) rowsHeight(width float64, rows []row) float64 {
	height := 0.0
	for _, r := range rows {
		lines, _ := rowLines(r, width)
		height += float64(len(lines))*textStyle.line + 2.5
		for _, note := range r.Notes {
			height += float64(len(wrap(note, noteStyle, width-signRoom))) * noteStyle.line
		}
	}
	return height
}

// rowLines breaks an item's text beside its end note, and returns the room of the note.
func rowLines(r row, width float64) (lines []string, room float64) {
	room = min(widthOf(r.Meta, false)*quietStyle.size+0.1, width/2)
	gap := 16.0
	if r.Meta == "" {
		gap = 0
	}
	return wrapEvenly(r.Text, textStyle, width-signRoom-room-gap), room
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
	if widthOf(text, st.bold)*st.size <= width {
		return text
	}
	used, cut := widthOf("…", st.bold), 0
	for i, r := range text {
		if used += advance(r, st.bold); used*st.size > width {
			break
		}
		cut = i + utf8.RuneLen(r)
	}
	return strings.TrimRight(text[:cut], " ") + "…"
}
