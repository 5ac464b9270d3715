package report

import (
	"testing"

	"pgregory.net/rapid"
)

func cellsOf(done string) []bool {
	var c []bool
	for _, r := range done {
		c = append(c, r == '#')
	}
	return c
}

func count(shapes []shape, fill colour) int {
	n := 0
	for _, s := range shapes {
		if s.Fill == fill {
			n++
		}
	}
	return n
}

func TestARungShowsItsItems(t *testing.T) {
	for _, c := range []struct {
		rung
		bars, cells, open int
	}{
		{rung{true, cellsOf("##########")}, 1, 0, 0},
		{rung{true, cellsOf("######.###")}, 2, 0, 0}, // a gap is a break
		{rung{true, cellsOf(".####.###.")}, 2, 0, 0},
		{rung{false, cellsOf("##########")}, 0, 10, 0}, // looks done, does not count yet
		{rung{false, cellsOf("#.#####...")}, 0, 6, 4},
		{rung{false, cellsOf("..........")}, 0, 0, 1}, // a thin line
	} {
		got := rungShapes(c.rung, guideLadder, 50)
		if count(got, accent) != c.bars || count(got, accentMid) != c.cells || count(got, rungAhead) != c.open {
			t.Errorf("%+v is drawn as %d bars, %d cells, %d open", c.rung, count(got, accent), count(got, accentMid), count(got, rungAhead))
		}
	}
}

func TestTheRailsAreColouredUpToTheLevel(t *testing.T) {
	rungs := make([]rung, 7)
	for i := range rungs {
		rungs[i].Cells = cellsOf("..........")
	}
	if shapes := ladder(rungs, guideLadder); count(shapes, accent) != 0 || count(shapes, rail) != 2 {
		t.Error("nobody has reached anything, and the rails are coloured")
	}
	for i := range 2 {
		rungs[i] = rung{true, cellsOf("##########")}
	}
	shapes := ladder(rungs, guideLadder)
	coloured, grey := shapes[len(shapes)-1], shapes[len(shapes)-3]
	if top := coloured.Points[0].Y; top != grey.Points[2].Y || top < guideLadder.Height/2 {
		t.Errorf("the colour begins at %.1f and the grey ends at %.1f", top, grey.Points[2].Y)
	}
}

func TestNothingIsDrawnOutsideItsPlace(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var rungs []rung
		for range rapid.IntRange(0, 12).Draw(t, "levels") {
			rungs = append(rungs, rung{rapid.Bool().Draw(t, "reached"), rapid.SliceOfN(rapid.Bool(), 1, 20).Draw(t, "cells")})
		}
		for _, size := range []ladderSize{guideLadder, brandLadder} {
			within(t, ladder(rungs, size), size.Width, size.Height)
		}
		items := rapid.IntRange(0, 30).Draw(t, "items")
		within(t, strandCells(rapid.IntRange(0, items).Draw(t, "seen"), rapid.IntRange(0, items).Draw(t, "done"), items, strandWidth, strandHeight), strandWidth, strandHeight)
	})
	within(t, tick(8), 8, 8)
	within(t, box(8), 8, 8)
	within(t, dot(accent, 8), 8, 8)
}

func within(t interface{ Fatalf(string, ...any) }, shapes []shape, width, height float64) {
	const rounding = 1e-9
	for _, s := range shapes {
		for _, p := range s.Points {
			if p.X < -rounding || p.Y < -rounding || p.X > width+rounding || p.Y > height+rounding {
				t.Fatalf("%v lies outside %v x %v", p, width, height)
			}
		}
	}
}
