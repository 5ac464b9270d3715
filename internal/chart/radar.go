package chart

import (
	"math"
	"strings"
)

// Spoke is one direction of a radar, with two values on it.
type Spoke struct {
	Name      string
	Claimed   int
	Evidenced int // at most Claimed
}

const (
	radarRadius = 64.0 // at most, and
	leastRadius = 36.0 // at least, where long words stand beside it
	spokeGap    = 8.0  // between the outer ring and a name
)

// leastSpokes is how many spokes make an area.
const leastSpokes = 3

// wider is how much wider than guessed a word may be: beside a radar there is no room to give way.
const wider = 1.1

// Radar draws the values of three or more spokes, the first one upwards, with a ring for each whole
// number up to most; the key says what the outermost one is. It returns nil for fewer spokes: two values are no shape.
func Radar(title, key, desc string, spokes []Spoke, most int, table Table) *Figure {
	if len(spokes) < leastSpokes || most < 1 {
		return nil
	}
	f := &Figure{Width: columnWidth, Title: title, Key: key, Desc: desc, Table: table}
	radius := radiusBeside(spokes)
	at := func(i int, value float64) Pair {
		angle := angleOf(i, len(spokes))
		return Pair{math.Cos(angle) * radius * value / float64(most), math.Sin(angle) * radius * value / float64(most)}
	}
	ring := func(value func(i int) float64) []Pair {
		points := make([]Pair, len(spokes))
		for i := range spokes {
			points[i] = at(i, value(i))
		}
		return points
	}
	closed := func(points []Pair) []Pair { return append(points, points[0]) }
	for level := 1; level < most; level++ {
		f.line(Grid, 0, closed(ring(func(int) float64 { return float64(level) }))...)
	}
	for i := range spokes {
		f.line(Grid, 0, Pair{}, at(i, float64(most)))
	}
	f.line(Edge, 0, closed(ring(func(int) float64 { return float64(most) }))...)
	claimed := ring(func(i int) float64 { return float64(bounded(spokes[i].Claimed, most)) })
	f.area(Claimed, claimed...)
	f.area(Evidenced, ring(func(i int) float64 { return float64(bounded(spokes[i].Evidenced, most)) })...)
	for _, p := range claimed {
		f.box(Point, p.X-2.5, p.Y-2.5, 5, 5, 2.5)
	}
	for i, s := range spokes {
		f.spokeName(at(i, float64(most)), radius, s.Name)
	}
	f.settle()
	return f
}

func angleOf(i, spokes int) float64 { return 2*math.Pi*float64(i)/float64(spokes) - math.Pi/2 }

// radiusBeside returns a radius that leaves room for each word of the names that stand beside the rings.
func radiusBeside(spokes []Spoke) float64 {
	radius := radarRadius
	for i, s := range spokes {
		aside := math.Abs(math.Cos(angleOf(i, len(spokes))))
		if aside < 1.0/8 {
			continue // above or below
		}
		for _, word := range strings.Fields(s.Name) {
			radius = min(radius, (columnWidth/2-wider*widthOf(word))/aside-spokeGap)
		}
	}
	return max(radius, leastRadius)
}

// spokeName writes a name outside the end of a spoke, on the side that it points to.
func (f *Figure) spokeName(end Pair, radius float64, name string) {
	anchor, room := Middle, columnWidth
	x := end.X * (1 + spokeGap/radius)
	switch {
	case end.X > radius/8:
		anchor, room = Start, columnWidth/2-x
	case end.X < -radius/8:
		anchor, room = End, columnWidth/2+x
	}
	lines := wrap(name, room, 3)
	// Beside the ring a name is centred on its spoke, above and below it stands clear of the ring.
	y := end.Y*(1+spokeGap/radius) + TextSize*0.35 - Leading*float64(len(lines)-1)/2
	switch {
	case end.Y < -radius*0.9:
		y = end.Y - spokeGap - Leading*float64(len(lines)-1)
	case end.Y > radius*0.7:
		y = end.Y + spokeGap + TextSize*0.8
	}
	for i, l := range lines {
		f.text(Label, x, y+Leading*float64(i), anchor, l)
	}
}

// settle moves what was drawn around the origin so that the figure begins at its corner, and gives
// it the height that it takes.
func (f *Figure) settle() {
	top, bottom := math.Inf(1), math.Inf(-1)
	for _, m := range f.Marks {
		for _, p := range m.Points {
			over, under := 1.0, 1.0
			if m.Kind == Text {
				over, under = TextSize, TextSize*0.35
			}
			top, bottom = min(top, p.Y-over), max(bottom, p.Y+under)
		}
	}
	for i := range f.Marks {
		for j := range f.Marks[i].Points {
			f.Marks[i].Points[j].X += f.Width / 2
			f.Marks[i].Points[j].Y -= top
		}
	}
	f.Height = math.Ceil(bottom - top)
}

func bounded(value, most int) int { return min(max(value, 0), most) }
