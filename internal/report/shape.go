package report

import (
	"math"

	"github.com/levelica/levelica/internal/guide"
)

// Everything drawn in a report is a list of filled polygons from here, and PDF and SVG draw the
// same list. Coordinates run right and down from the upper left corner.

type point struct{ X, Y float64 }

type shape struct {
	Fill   colour
	Points []point
}

// rung is a level as the ladder shows it: one cell an item.
type rung struct {
	Reached bool
	Cells   []bool // done alone
}

func (r rung) done() int {
	n := 0
	for _, cell := range r.Cells {
		if cell {
			n++
		}
	}
	return n
}

// ladderSize is how large a ladder is drawn.
type ladderSize struct {
	Width, Height float64 // outer, at the foot
	Rail          float64 // thickness of the rails
	Rung          float64 // thickness of rungs with something done
	Thin          float64 // and of those without
	Lean          float64 // how far each rail leans inward from foot to top
	Split         float64 // between the cells of a rung that is not reached
}

// The ladder beside a guide, and the mark in the head of the page.
var (
	guideLadder = ladderSize{Width: 58, Height: 122, Rail: 2.2, Rung: 6.6, Thin: 1.5, Lean: 5.5, Split: 0.9}
	brandLadder = ladderSize{Width: 13, Height: 16.5, Rail: 1.3, Rung: 1.1, Thin: 1.1, Lean: 1.2}
)

// The bars beside a strand and above the items of a level.
const (
	strandWidth  = 266.0
	strandHeight = 7.4
	rungWidth    = 100.0
	rungHeight   = 5.6
	rungSplit    = 1.2
)

// brandRungs are the rungs of the brand's mark: all of them lit.
func brandRungs() []rung {
	rungs := make([]rung, guide.Levels)
	for i := range rungs {
		rungs[i] = rung{Reached: true, Cells: []bool{true}}
	}
	return rungs
}

// ladder draws a ladder from its rungs, lowest first. Reached rungs are solid, with a break where
// an item is open; rungs ahead show their cells, or a thin line where nothing is done. The rails
// are coloured up to the highest reached rung.
//
// Rungs run from rail centre to rail centre and the rails lie over them, so that no seam shows.
// The grey part of a rail ends where the coloured one begins, because one over the other leaves a rim.
func ladder(rungs []rung, size ladderSize) []shape {
	pitch := 0.0
	if len(rungs) > 1 {
		pitch = size.Height * 66 / 81 / float64(len(rungs)-1) // leaves room at foot and top
	}
	foot := (size.Height + pitch*float64(len(rungs)-1)) / 2
	var shapes []shape
	reached := size.Height
	for i, r := range rungs {
		y := foot - pitch*float64(i)
		shapes = append(shapes, rungShapes(r, size, y)...)
		if r.Reached {
			reached = y - size.Rung/2
		}
	}
	for _, part := range []struct {
		top, bottom float64
		fill        colour
	}{{0, reached, rail}, {reached, size.Height, accent}} {
		if part.bottom <= part.top {
			continue
		}
		a, b := size.outer(part.top), size.outer(part.bottom)
		shapes = append(shapes,
			shape{part.fill, []point{
				{a, part.top}, {a + size.Rail, part.top}, {b + size.Rail, part.bottom}, {b, part.bottom},
			}},
			shape{part.fill, []point{
				{size.Width - a - size.Rail, part.top}, {size.Width - a, part.top},
				{size.Width - b, part.bottom}, {size.Width - b - size.Rail, part.bottom},
			}})
	}
	return shapes
}

// outer returns how far the left rail's outer edge is from the left at a height.
func (s ladderSize) outer(y float64) float64 { return s.Lean * (1 - y/s.Height) }

func rungShapes(r rung, size ladderSize, y float64) []shape {
	left := size.outer(y) + size.Rail/2
	right := size.Width - left
	if r.done() == 0 && !r.Reached {
		return []shape{rectangle(rungAhead, left, y-size.Thin/2, right-left, size.Thin)}
	}
	if !r.Reached {
		inner := size.Rail/2 + size.Split
		return cells(r.Cells, left+inner, y-size.Rung/2, right-left-2*inner, size.Rung, size.Split, accentMid)
	}
	// Neighbouring cells of a reached rung are one bar; an open one is a break in it.
	var shapes []shape
	inner := size.Rail / 2
	step := (right - left - 2*inner) / float64(len(r.Cells))
	for from := 0; from < len(r.Cells); from++ {
		if !r.Cells[from] {
			continue
		}
		to := from
		for to < len(r.Cells) && r.Cells[to] {
			to++
		}
		start, end := left+inner+float64(from)*step, left+inner+float64(to)*step
		if from == 0 {
			start = left
		}
		if to == len(r.Cells) {
			end = right
		}
		shapes = append(shapes, rectangle(accent, start, y-size.Rung/2, end-start, size.Rung))
		from = to
	}
	return shapes
}

// cells draws one cell an item side by side, those that are done in the colour given.
func cells(done []bool, x, y, width, height, split float64, fill colour) []shape {
	var shapes []shape
	step := (width + split) / float64(len(done))
	for i, d := range done {
		c := rungAhead
		if d {
			c = fill
		}
		shapes = append(shapes, rectangle(c, x+float64(i)*step, y, step-split, height))
	}
	return shapes
}

// strandCells draws how many items of a strand are done: solid cells for those with evidence, outlined
// ones for the others, then short lines.
func strandCells(seen, done, items int, width, height float64) []shape {
	var shapes []shape
	const split, border, thin = 1.2, 0.8, 1.3
	step := (width + split) / float64(max(items, 1))
	for i := range items {
		x := float64(i) * step
		if i >= done {
			shapes = append(shapes, rectangle(rungAhead, x, (height-thin)/2, step-split, thin))
			continue
		}
		shapes = append(shapes, rectangle(accent, x, 0, step-split, height))
		if i >= seen {
			shapes = append(shapes, rectangle(accentSoft, x+border, border, step-split-2*border, height-2*border))
		}
	}
	return shapes
}

// tick draws a check mark of that height; box draws an empty box to tick.
func tick(size float64) []shape {
	mark := []point{{0.02, 0.56}, {0.16, 0.42}, {0.36, 0.62}, {0.84, 0.12}, {0.98, 0.26}, {0.36, 0.9}}
	s := shape{Fill: accent}
	for _, p := range mark {
		s.Points = append(s.Points, point{p.X * size, p.Y * size})
	}
	return []shape{s}
}

func box(size float64) []shape {
	const border = 0.8
	return []shape{
		rounded(edge, 0, 0, size, size, size*0.22),
		rounded(white, border, border, size-2*border, size-2*border, size*0.22-border/2),
	}
}

// dot draws a filled circle.
func dot(fill colour, size float64) []shape {
	return []shape{rounded(fill, 0, 0, size, size, size/2)}
}

func rectangle(fill colour, x, y, width, height float64) shape {
	return shape{fill, []point{{x, y}, {x + width, y}, {x + width, y + height}, {x, y + height}}}
}

// rounded draws a rectangle with round corners, six points to a corner: at the size of a letter no
// eye sees the difference from a curve.
func rounded(fill colour, x, y, width, height, radius float64) shape {
	s := shape{Fill: fill}
	corners := []point{
		{x + width - radius, y + radius}, {x + width - radius, y + height - radius},
		{x + radius, y + height - radius}, {x + radius, y + radius},
	}
	for i, c := range corners {
		for step := range 6 {
			angle := (float64(i) - 1 + float64(step)/5) * math.Pi / 2
			s.Points = append(s.Points, point{c.X + radius*math.Cos(angle), c.Y + radius*math.Sin(angle)})
		}
	}
	return s
}
