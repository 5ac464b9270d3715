package chart

import (
	"slices"
	"sort"
	"strconv"
	"time"
)

// Series is a whole number over time that stays until it changes.
type Series struct {
	Name  string
	Main  bool // the chart is about it
	Steps []Change
}

// Change is a new value of a series, in the order of time.
type Change struct {
	At    time.Time
	Value int
}

// Tick is a place on the axis of time that has a name.
type Tick struct {
	At   time.Time
	Name string
}

const (
	stepsLeft   = 26.0 // of the numbers at the left
	stepsTop    = 8.0
	stepsPitch  = 30.0
	plainPitch  = 19.0  // of a chart of one nameless line
	stepsFoot   = 24.0  // below the lowest line, for the names of the ticks
	stepsNames  = 208.0 // at the right, for the names of the series, at most
	nameGap     = 12.0
	leastPlot   = 150.0 // of the lines themselves, before their names go
	namePitch   = 15.0
	seriesShift = 1.5 // between lines of the same value
	boldWider   = 1.25
)

// Steps draws series between two times, from 0 to most, in that width. Where it is too narrow for
// names at the ends of the lines, the lines are told apart by the legend that the caller gives.
func Steps(title, desc string, series []Series, ticks []Tick, from, to time.Time, most int, width float64, table Table) *Figure {
	if len(series) == 0 || most < 1 || !to.After(from) {
		return nil
	}
	right, pitch := width-roomOfNames(series), stepsPitch
	named := width-stepsNames-stepsLeft >= leastPlot
	if len(series) == 1 && series[0].Name == "" {
		named, pitch = false, plainPitch
	}
	if !named {
		right = width - 4
	}
	f := &Figure{Width: width, Height: stepsTop + pitch*float64(most) + stepsFoot, Title: title, Desc: desc, Table: table}
	y := func(value int) float64 { return stepsTop + pitch*float64(most-bounded(value, most)) }
	x := func(t time.Time) float64 {
		part := float64(t.Sub(from)) / float64(to.Sub(from))
		return stepsLeft + (right-stepsLeft)*min(max(part, 0), 1)
	}
	for value := 0; value <= most; value++ {
		role := Grid
		if value == 0 {
			role = Edge
		}
		f.line(role, 0, Pair{stepsLeft, y(value)}, Pair{right, y(value)})
		if value > 0 {
			f.text(Label, 0, y(value)+TextSize*0.35, Start, strconv.Itoa(value))
		}
	}
	f.ticks(ticks, x, y(0)+18)
	ends := make([]seriesEnd, 0, len(series))
	// The main line comes last, over the others.
	order := slices.Clone(series)
	sort.SliceStable(order, func(i, j int) bool { return !order[i].Main && order[j].Main })
	for i, s := range order {
		role, dash := Other, i
		if s.Main {
			role, dash = Main, 0
		}
		shift := 0.0
		if !s.Main {
			shift = seriesShift * float64(i%3)
		}
		points := stairs(s, from, to, func(t time.Time, value int) Pair { return Pair{x(t), y(value) - shift} })
		if len(points) == 0 {
			continue
		}
		f.line(role, dash, points...)
		ends = append(ends, seriesEnd{s.Name, s.Main, points[len(points)-1].Y})
	}
	if named {
		f.seriesNames(ends, right+10)
	}
	return f
}

// stairs returns the corners of a series between two times. What it was before from is where it
// begins; a series that begins later begins there.
func stairs(s Series, from, to time.Time, place func(time.Time, int) Pair) []Pair {
	var points []Pair
	value, known := 0, false
	for _, c := range s.Steps {
		if c.At.After(to) {
			break
		}
		if !c.At.After(from) {
			value, known = c.Value, true
			continue
		}
		if known && len(points) == 0 {
			points = append(points, place(from, value))
		}
		if known {
			points = append(points, place(c.At, value))
		}
		points = append(points, place(c.At, c.Value))
		value, known = c.Value, true
	}
	if !known {
		return nil
	}
	if len(points) == 0 {
		points = append(points, place(from, value))
	}
	return append(points, place(to, value))
}

type seriesEnd struct {
	name string
	main bool
	y    float64
}

// seriesNames writes the names beside the ends of the lines, apart from each other: those that would
// touch are moved down, and up again from the bottom where that leads out of the figure.
func (f *Figure) seriesNames(ends []seriesEnd, x float64) {
	sort.SliceStable(ends, func(i, j int) bool { return ends[i].y < ends[j].y })
	lowest := f.Height - stepsFoot + 4
	for i := range ends {
		if i > 0 {
			ends[i].y = max(ends[i].y, ends[i-1].y+namePitch)
		}
	}
	for i := len(ends) - 1; i >= 0; i-- {
		ends[i].y = min(ends[i].y, lowest)
		lowest = ends[i].y - namePitch
	}
	for _, e := range ends {
		role, room := Label, stepsNames-nameGap
		if e.main {
			role, room = Strong, room/boldWider
		}
		f.text(role, x, e.y+TextSize*0.35, Start, shorten(e.name, room))
	}
}

// roomOfNames is what the longest name at the end of a line takes, with the gap before it.
func roomOfNames(series []Series) float64 {
	room := 0.0
	for _, s := range series {
		room = max(room, widthOf(s.Name)*boldWider+nameGap)
	}
	return min(room, stepsNames)
}

// ticks writes the names under the axis, as many as there is room for.
func (f *Figure) ticks(ticks []Tick, x func(time.Time) float64, y float64) {
	free := 0.0
	for _, t := range ticks {
		width := widthOf(t.Name)
		at, anchor := x(t.At), Middle
		from := at - width/2
		// The width is an estimate: at an edge only a name that is held there is never cut.
		if from < 0 {
			at, anchor, from = 0, Start, 0
		} else if from+width > f.Width {
			at, anchor, from = f.Width, End, f.Width-width
		}
		if from < free || width > f.Width {
			continue
		}
		f.text(Label, at, y, anchor, t.Name)
		free = from + width + 8
	}
}
