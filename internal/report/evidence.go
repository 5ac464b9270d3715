package report

import (
	"strconv"
	"strings"
	"time"

	"github.com/levelica/levelica/internal/chart"
	"github.com/levelica/levelica/internal/guide"
	"github.com/levelica/levelica/internal/locale"
)

// evidence returns a piece of evidence as a line: what it is, when it was and who saw it.
func (d *Document) evidence(e Evidence) string {
	var parts []string
	for _, part := range []Optional{e.Name, e.URL, e.Text} {
		if part != "" {
			parts = append(parts, string(part))
		}
	}
	if on := d.date(e.On); on != "" {
		parts = append(parts, on)
	}
	if e.Witness != "" {
		parts = append(parts, d.words.Text("paper.witness", locale.Args{"name": e.Witness}))
	}
	return strings.Join(parts, " · ")
}

// trendWidth is how wide the level over time is drawn, in the points of a sheet.
const trendWidth = 410

// trend draws the level of a guide over the time that the report shows, or nothing where that is
// not asked for, or shorter than a day.
func (d *Document) trend(g *Guide) *chart.Figure {
	from, err := time.Parse(time.DateOnly, string(d.Since))
	if err != nil || len(g.Trend) == 0 {
		return nil
	}
	to, err := time.Parse(time.DateOnly, string(d.Date))
	if err != nil || !to.After(from) {
		return nil
	}
	table := chart.Table{Head: []string{d.words.Text("chart.day"), d.words.Text("chart.level")}}
	series := chart.Series{Main: true}
	for _, s := range g.Trend {
		at, err := time.Parse(time.DateOnly, string(s.Date))
		if err != nil {
			continue
		}
		series.Steps = append(series.Steps, chart.Change{At: at, Value: s.Level})
		table.Rows = append(table.Rows, []string{d.words.Date(at), strconv.Itoa(s.Level)})
	}
	args := locale.Args{"guide": g.Title, "from": d.date(d.Since), "first": d.standingAt(g, g.Trend[0].Level), "last": d.standing(g)}
	ticks := []chart.Tick{{At: from, Name: d.date(d.Since)}, {At: to, Name: d.date(d.Date)}}
	return chart.Steps(d.words.Text("chart.trend"), d.words.Text("chart.trend.desc", args),
		[]chart.Series{series}, ticks, from, to, guide.Levels, trendWidth, table)
}

// chartColours are the colours of a chart's marks on paper.
var chartColours = map[chart.Role]colour{
	chart.Grid: line, chart.Edge: edge, chart.Main: accent, chart.Other: ink3, chart.Claimed: accentSoft,
	chart.Evidenced: accent, chart.Point: accent, chart.Label: ink3, chart.Strong: ink,
}

// lineWidths are how thick lines are drawn, where they are not hairlines.
var lineWidths = map[chart.Role]float64{chart.Main: 1.8, chart.Other: 1.1}

// chartShapes turns the lines and areas of a chart into the polygons that a report is drawn with. The
// texts of the chart are set by whoever knows the typeface.
func chartShapes(f *chart.Figure) []shape {
	var shapes []shape
	for _, m := range f.Marks {
		fill := chartColours[m.Role]
		switch m.Kind {
		case chart.Area:
			s := shape{Fill: fill}
			for _, p := range m.Points {
				s.Points = append(s.Points, point(p))
			}
			shapes = append(shapes, s)
		case chart.Line:
			half := 0.35
			if w, ok := lineWidths[m.Role]; ok {
				half = w / 2
			}
			for i := 1; i < len(m.Points); i++ {
				shapes = append(shapes, stroke(fill, m.Points[i-1], m.Points[i], half))
			}
		}
	}
	return shapes
}

// stroke draws a line along an axis as a rectangle that reaches over both ends, so that corners close.
func stroke(fill colour, a, b chart.Pair, half float64) shape {
	left, right := min(a.X, b.X)-half, max(a.X, b.X)+half
	top, bottom := min(a.Y, b.Y)-half, max(a.Y, b.Y)+half
	return rectangle(fill, left, top, right-left, bottom-top)
}
