package app

import (
	"strconv"
	"time"

	"github.com/levelica/levelica/internal/chart"
	"github.com/levelica/levelica/internal/guide"
	"github.com/levelica/levelica/internal/locale"
	"github.com/levelica/levelica/internal/progress"
)

// ChartView is a drawing, and the same numbers as a table.
type ChartView struct {
	SVG string `json:"svg"` // "" where there is too little to draw
	// Narrow is the same for a narrow window, where it has to be drawn anew for one.
	Narrow string     `json:"narrow"`
	Title  string     `json:"title"`
	Desc   string     `json:"desc"`
	Head   []string   `json:"head"`
	Rows   [][]string `json:"rows"` // the first cell heads a row
}

// Charts that change with the room there is come in two widths, in CSS pixels and in weeks.
const (
	trendWide, trendNarrow = 544, 272
	yearInARow, termInARow = 53, 20
)

// inTwoWidths writes a chart for a wide and for a narrow window.
func inTwoWidths(draw func(width int) *chart.Figure, id string, wide, narrow int) ChartView {
	v := chartView(draw(wide), id)
	if f := draw(narrow); f != nil {
		v.Narrow = f.SVG(id + "-narrow")
	}
	return v
}

// strands draws where the person stands in each strand of the chosen guide.
func (in *insight) strands() *chart.Figure {
	g := in.chosen
	present, pieces := in.of(g)
	shape := progress.ShapeOf(g, present, progress.Stand(g, present))
	with := progress.Evidenced(present, pieces)
	shown := progress.ShapeOf(g, with, progress.Stand(g, with))
	table := chart.Table{Head: []string{
		in.words.Text("insight.strand"), in.words.Text("insight.claimed"), in.words.Text("insight.evidenced"), in.words.Text("insight.done"),
	}}
	var spokes []chart.Spoke
	for i, s := range shape.Strands {
		name := g.StrandName(s.ID)
		spokes = append(spokes, chart.Spoke{Name: name, Claimed: s.Level, Evidenced: shown.Strands[i].Level})
		table.Rows = append(table.Rows, []string{
			name, strconv.Itoa(s.Level), strconv.Itoa(shown.Strands[i].Level), in.count(s.Done, s.Items),
		})
	}
	return chart.Radar(in.words.Text("insight.strands"), in.words.Text("insight.ring", locale.Args{"level": len(g.Levels)}), in.shape(shape),
		spokes, len(g.Levels), table)
}

// radar draws the level of each started guide.
func (in *insight) radar() *chart.Figure {
	table := chart.Table{Head: []string{in.words.Text("insight.guide"), in.words.Text("insight.claimed"), in.words.Text("insight.evidenced")}}
	var spokes []chart.Spoke
	for _, g := range in.started {
		present, pieces := in.of(g)
		claimed := progress.Stand(g, present).Level
		evidenced := progress.Stand(g, progress.Evidenced(present, pieces)).Level
		spokes = append(spokes, chart.Spoke{Name: g.Title, Claimed: claimed, Evidenced: evidenced})
		table.Rows = append(table.Rows, []string{g.Title, strconv.Itoa(claimed), strconv.Itoa(evidenced)})
	}
	return chart.Radar(in.words.Text("insight.guides"), in.words.Text("insight.ring", locale.Args{"level": guide.Levels}), "", spokes, guide.Levels, table)
}

// trend draws the level of each started guide over the period.
func (in *insight) trend(width int) *chart.Figure {
	table := chart.Table{Head: []string{in.words.Text("insight.guide"), in.words.Text("insight.day"), in.words.Text("insight.level")}}
	var all []chart.Series
	desc := ""
	for _, g := range in.started {
		steps := in.past[g.Slug].Trend()
		series := chart.Series{Name: g.Title, Main: g.Slug == in.chosen.Slug}
		before := 0
		for _, s := range steps {
			at := s.At.In(in.now.Location())
			series.Steps = append(series.Steps, chart.Change{At: at, Value: s.Level})
			if !at.After(in.from) {
				before = s.Level
				continue
			}
			table.Rows = append(table.Rows, []string{g.Title, in.words.Date(at), strconv.Itoa(s.Level)})
		}
		if series.Main && len(steps) > 0 {
			from := in.from
			if began := steps[0].At.In(in.now.Location()); began.After(from) {
				from, before = began, steps[0].Level // nobody was anywhere before the first answer
			}
			desc = in.words.Text("insight.trend.desc", locale.Args{
				"guide": g.Title, "before": in.standing(before), "now": in.standing(steps[len(steps)-1].Level), "from": in.words.Date(from),
			})
		}
		all = append(all, series)
	}
	return chart.Steps(in.words.Text("insight.trend"), desc, all, in.ticks(), in.from, in.now, guide.Levels, float64(width), table)
}

// ticks names about six moments of the period: days of a short one, months of a longer one, years
// of a long one.
func (in *insight) ticks() []chart.Tick {
	var ticks []chart.Tick
	months := int(in.now.Sub(in.from).Hours()/24/30.4) + 1
	every := max((months+5)/6, 1)
	name := in.words.Month
	if every >= 6 {
		every = max((every+6)/12, 1) * 12
		name = func(t time.Time) string { return strconv.Itoa(t.Year()) }
	}
	at := time.Date(in.from.Year(), in.from.Month()+1, 1, 0, 0, 0, 0, in.from.Location())
	if every >= 12 {
		at = time.Date(in.from.Year()+1, 1, 1, 0, 0, 0, 0, in.from.Location())
	}
	for ; at.Before(in.now); at = at.AddDate(0, every, 0) {
		ticks = append(ticks, chart.Tick{At: at, Name: name(at)})
	}
	return ticks
}

// claimed draws, level by level, what is done alone and which part of it has evidence.
func (in *insight) claimed() *chart.Figure {
	g := in.chosen
	present, pieces := in.of(g)
	claimed := progress.Stand(g, present)
	evidenced := progress.Stand(g, progress.Evidenced(present, pieces))
	table := chart.Table{Head: []string{in.words.Text("insight.level"), in.words.Text("insight.claimed"), in.words.Text("insight.evidenced")}}
	var bars []chart.Bar
	for i := len(claimed.Levels) - 1; i >= 0; i-- {
		own, with := claimed.Levels[i], evidenced.Levels[i]
		b := chart.Bar{Name: strconv.Itoa(own.Number), Claimed: own.Done, Evidenced: with.Done}
		if own.Done > 0 {
			b.Count = in.count(with.Done, own.Done)
		}
		bars = append(bars, b)
		table.Rows = append(table.Rows, []string{strconv.Itoa(own.Number), strconv.Itoa(own.Done), strconv.Itoa(with.Done)})
	}
	return chart.Bars(in.words.Text("insight.bars"), in.evidenced(claimed, evidenced), bars, guide.ItemsPerLevel, table)
}

// activity draws on which days of the period something was rated, in any guide.
func (in *insight) activity(weeks int) *chart.Figure {
	from := in.from
	activity := progress.ActivityIn(in.claims, from, in.now)
	days := make([]chart.Day, len(activity.Days))
	table := chart.Table{Head: []string{in.words.Text("insight.day"), in.words.Text("insight.marks")}}
	for i, d := range activity.Days {
		days[i] = chart.Day{Date: d.Date, Count: d.Marks}
		if d.Marks > 0 {
			table.Rows = append(table.Rows, []string{in.words.Date(d.Date), strconv.Itoa(d.Marks)})
		}
	}
	desc := in.words.Text("insight.activity.none")
	if activity.Marks > 0 {
		busiest := "insight.weekday." + strconv.Itoa(int(activity.Busiest))
		desc = in.words.Text("insight.activity.desc", locale.Args{
			"n": activity.Active, "marks": in.words.Number(activity.Marks), "weekday": in.words.Text(busiest),
		})
	}
	names := chart.CalendarNames{Month: in.words.Month, Weekday: in.words.Weekday, Begins: in.words.FirstWeekday()}
	return chart.Calendar(in.words.Text("insight.activity"), desc, days, weeks, names, table)
}

func (in *insight) count(part, whole int) string {
	return in.words.Text("insight.count", locale.Args{"part": part, "whole": whole})
}
