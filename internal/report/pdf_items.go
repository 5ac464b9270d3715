package report

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
		top, page := s.y, s.pages
		for _, l := range lines {
			s.need(textStyle.line)
			s.say(x+signRoom, s.y, textStyle, l)
			s.y += textStyle.line
		}
		if s.pages == page { // else the item alone is longer than a page
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
	room = min(widthOf(r.Meta, regular)*quietStyle.size+0.1, width/2)
	gap := 16.0
	if r.Meta == "" {
		gap = 0
	}
	return wrapEvenly(r.Text, textStyle, width-signRoom-room-gap), room
}
