package report

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
