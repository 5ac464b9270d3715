package report

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/levelica/levelica/internal/chart"
	"github.com/levelica/levelica/internal/guide"
	"github.com/levelica/levelica/internal/locale"
	"github.com/levelica/levelica/internal/progress"
)

// trendWidth is how wide the level over time is drawn, in the points of a sheet.
const trendWidth = 410

// The calendar of activity has to fit on a sheet: a year in a row, and five years in all.
const (
	weeksInRow = 53
	mostWeeks  = 5 * weeksInRow
)

// trend draws the level of a guide over the time that the report shows, or nothing where that is
// not asked for, or shorter than a day.
func (d *Document) trend(g *Guide) *chart.Figure {
	from, to, ok := d.period()
	if !ok || len(g.Trend) == 0 {
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

// period returns the days that the report looks back over, and whether there are any.
func (d *Document) period() (from, to time.Time, ok bool) {
	from, err := time.Parse(time.DateOnly, string(d.Since))
	if err != nil {
		return from, to, false
	}
	to, err = time.Parse(time.DateOnly, string(d.Date))
	return from, to, err == nil && to.After(from)
}

// strands draws the level in each strand of a guide.
func (d *Document) strands(g *Guide) *chart.Figure {
	if !d.shown.Strands || g.Done == 0 {
		return nil
	}
	table := chart.Table{Head: []string{
		d.words.Text("paper.column.strand"), d.words.Text("paper.column.done"), d.words.Text("paper.column.with"),
	}}
	var spokes []chart.Spoke
	var names []string
	var levels []int
	for _, s := range g.Strands {
		names, levels = append(names, s.Name), append(levels, s.Level)
		spokes = append(spokes, chart.Spoke{Name: s.Name, Claimed: s.Level, Evidenced: s.Evidenced})
		table.Rows = append(table.Rows, []string{s.Name, strconv.Itoa(s.Level), strconv.Itoa(s.Evidenced)})
	}
	return chart.Radar(d.words.Text("paper.strands", locale.Args{"guide": g.Title}),
		d.words.Text("insight.ring", locale.Args{"level": len(g.Levels)}), Shape(d.words, names, levels), spokes, len(g.Levels), table)
}

// Shape says how the strands of a guide lie, by their names and their levels: at one level, near each
// other, or far apart, and which are the lowest then.
func Shape(words *locale.Catalogue, names []string, levels []int) string {
	low, high := guide.Levels, 0
	for _, level := range levels {
		low, high = min(low, level), max(high, level)
	}
	named := func(level int) string {
		if level == 0 {
			return words.Text("insight.level.starting")
		}
		return words.Text("insight.level.name", locale.Args{"level": level})
	}
	switch {
	case low >= high:
		return words.Text("insight.shape.even", locale.Args{"level": named(high)})
	case !progress.Spiky(low, high):
		return words.Text("insight.shape.near", locale.Args{"low": named(low), "high": named(high)})
	}
	var lowest []string
	for i, level := range levels {
		if level == low {
			lowest = append(lowest, names[i])
		}
	}
	return words.Text("insight.shape.spiky", locale.Args{"low": named(low), "high": named(high), "names": strings.Join(lowest, ", ")})
}

// guides draws the level in each guide of the report, where there are enough for a shape.
func (d *Document) guides() *chart.Figure {
	if !d.shown.Strands {
		return nil
	}
	table := chart.Table{Head: []string{
		d.words.Text("insight.guide"), d.words.Text("paper.column.done"), d.words.Text("paper.column.with"),
	}}
	var spokes []chart.Spoke
	for i := range d.Guides {
		g := &d.Guides[i]
		spokes = append(spokes, chart.Spoke{Name: g.Title, Claimed: g.Level, Evidenced: g.Evidenced})
		table.Rows = append(table.Rows, []string{g.Title, strconv.Itoa(g.Level), strconv.Itoa(g.Evidenced)})
	}
	return chart.Radar(d.words.Text("paper.radar"), d.words.Text("insight.ring", locale.Args{"level": guide.Levels}), "", spokes, guide.Levels, table)
}

// activity draws on which days of the period items were rated, the last five years of a longer one.
func (d *Document) activity() *chart.Figure {
	from, to, ok := d.period()
	if !ok || len(d.Activity) == 0 {
		return nil
	}
	if earliest := to.AddDate(0, 0, 1-7*mostWeeks); earliest.After(from) {
		from = earliest.AddDate(0, 0, int(d.words.FirstWeekday()-earliest.Weekday()+7)%7) // so that no week is cut
	}
	counted := map[string]int{}
	for _, a := range d.Activity {
		counted[string(a.Date)] += a.Marks
	}
	table := chart.Table{Head: []string{d.words.Text("chart.day"), d.words.Text("insight.marks")}}
	var days []chart.Day
	active, marks := 0, 0
	for at := from; !at.After(to); at = at.AddDate(0, 0, 1) {
		n := counted[at.Format(time.DateOnly)]
		days = append(days, chart.Day{Date: at, Count: n})
		if n > 0 {
			active, marks = active+1, marks+n
			table.Rows = append(table.Rows, []string{d.words.Date(at), strconv.Itoa(n)})
		}
	}
	// Rows of one length, as few as fit.
	weeks := (len(days) + int(from.Weekday()-d.words.FirstWeekday()+7)%7 + 6) / 7
	rows := (weeks + weeksInRow - 1) / weeksInRow
	desc := d.words.Text("paper.activity.desc", locale.Args{"n": active, "marks": marks, "from": d.words.Date(from)})
	return chart.Calendar(d.words.Text("insight.activity"), desc, days, (weeks+rows-1)/rows, chart.CalendarNames{
		Month: d.words.Month, Weekday: d.words.Weekday, Begins: d.words.FirstWeekday(),
	}, table)
}

// chartColours are the colours of a chart's marks on paper.
var chartColours = map[chart.Role]colour{
	chart.Grid: line, chart.Edge: edge, chart.Main: accent, chart.Other: ink3, chart.Claimed: accentSoft,
	chart.Evidenced: accent, chart.Point: accent, chart.Label: ink3, chart.Strong: ink,
	chart.Day0: sunken, chart.Day1: activeSoft, chart.Day2: activeMid, chart.Day3: activeHard, chart.Day4: accent,
}

// lineWidths are how thick lines are drawn, where they are not hairlines.
var lineWidths = map[chart.Role]float64{chart.Main: 1.8, chart.Other: 1.1}

// outlineWidth is how thick the edge of an area is that is claimed and not more.
const outlineWidth = 1.2

// chartShapes turns the lines and areas of a chart into the polygons that a report is drawn with. The
// texts of the chart are set by whoever knows the typeface.
func chartShapes(f *chart.Figure, scale float64) []shape {
	var shapes []shape
	for _, m := range f.Marks {
		m.Points = slices.Clone(m.Points)
		for i := range m.Points {
			m.Points[i] = chart.Pair{X: m.Points[i].X * scale, Y: m.Points[i].Y * scale}
		}
		fill := chartColours[m.Role]
		switch m.Kind {
		case chart.Area:
			s := shape{Fill: fill}
			for _, p := range m.Points {
				s.Points = append(s.Points, point(p))
			}
			if m.Radius > 0 && len(m.Points) == 4 {
				a, c := m.Points[0], m.Points[2]
				s = rounded(fill, a.X, a.Y, c.X-a.X, c.Y-a.Y, m.Radius*scale)
			}
			shapes = append(shapes, s)
			if m.Role == chart.Claimed { // outlined; what has evidence is solid
				shapes = append(shapes, strokes(accentMid, append(m.Points, m.Points[0]), outlineWidth/2)...)
			}
		case chart.Line:
			half := 0.35
			if w, ok := lineWidths[m.Role]; ok {
				half = w / 2
			}
			shapes = append(shapes, strokes(fill, m.Points, half)...)
		}
	}
	return shapes
}

// strokes draws a line from point to point as narrow boxes that reach over both ends, so that corners
// close.
func strokes(fill colour, points []chart.Pair, half float64) []shape {
	var shapes []shape
	for i := 1; i < len(points); i++ {
		a, b := points[i-1], points[i]
		length := math.Hypot(b.X-a.X, b.Y-a.Y)
		if length == 0 {
			continue
		}
		x, y := (b.X-a.X)/length*half, (b.Y-a.Y)/length*half
		shapes = append(shapes, shape{fill, []point{
			{a.X - x + y, a.Y - y - x}, {b.X + x + y, b.Y + y - x}, {b.X + x - y, b.Y + y + x}, {a.X - x - y, a.Y - y + x},
		}})
	}
	return shapes
}
