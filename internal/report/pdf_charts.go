package report

import (
	"slices"

	"github.com/levelica/levelica/internal/chart"
)

// radars draws them two in a row, which start at one height and stay on one page.
func (s *sheet) radars(all []*chart.Figure) {
	const gap = 21.0
	const width = (bodyWidth - gap) / 2
	for pair := range slices.Chunk(all, 2) {
		height := 0.0
		for _, f := range pair {
			height = max(height, chartHeight(width, width/f.Width, f))
		}
		s.need(height)
		top, bottom := s.y, s.y
		for i, f := range pair {
			s.y = top
			s.chart(marginX+float64(i)*(width+gap), width, width/f.Width, f)
			bottom = max(bottom, s.y)
		}
		s.y = bottom + 8
	}
}

// chartHeight is how much room a chart takes with its title and what it says.
func chartHeight(width, scale float64, f *chart.Figure) float64 {
	return 10 + float64(len(wrap(f.Title, partStyle, width)))*partStyle.line +
		float64(len(wrap(f.Words(), quietStyle, width)))*quietStyle.line + 6 + f.Height*scale + 4
}

// chart draws a chart with its title and what it says.
func (s *sheet) chart(x, width, scale float64, f *chart.Figure) {
	const size = 8.5
	s.need(chartHeight(width, scale, f))
	s.y += 10
	s.paragraph(x, width, partStyle, f.Title)
	s.paragraph(x, width, quietStyle, f.Words())
	s.y += 6
	s.fill(x, s.y, chartShapes(f, scale))
	for _, m := range f.Marks {
		if m.Kind != chart.Text {
			continue
		}
		label := style{size: size, line: size, colour: chartColours[m.Role]}
		if m.Role == chart.Strong {
			label.weight = bold
		}
		at := x + m.Points[0].X*scale
		switch m.Anchor {
		case chart.Middle:
			at -= widthOf(m.Text, label.weight) * size / 2
		case chart.End:
			at -= widthOf(m.Text, label.weight) * size
		}
		s.say(at, s.y+m.Points[0].Y*scale-size, label, m.Text)
	}
	s.y += f.Height*scale + 4
}
