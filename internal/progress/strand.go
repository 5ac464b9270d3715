package progress

import (
	"slices"
	"sort"

	"github.com/levelica/levelica/internal/guide"
)

// A strand has two items a level where a level has ten, so its rule is the level rule in small:
// both on the level (8 of 10 is 1.6 of 2, so two), and at least one on every level below (6 of 10
// is 1.2 of 2). With two items a slip weighs more, so a strand's level is a hint, and the guide's
// level is always the one that counts.
const (
	strandNeeded      = 2
	strandNeededBelow = 1
)

// spread is how far the strands of a profile lie apart before it is called spiky.
const spikySpread = 2

// StrandLevel is where a person stands in one strand, with what is strong and what is open in it.
type StrandLevel struct {
	ID    string
	Level int // 0 to 7, see strandNeeded
	Done  int
	Items int
	// Whole is the highest level up to which every item of the strand is done, 0 where none is.
	Whole int
	// Open counts the open items of the strand on each level up to the guide's target.
	Open []LevelCount
}

// LevelCount is a number of items on one level, of all that the strand has there.
type LevelCount struct{ Level, Count, Of int }

// Shape is how the strands of a person lie: who is at one level in all of them, and who is not. The
// strands are never averaged.
type Shape struct {
	Strands  []StrandLevel
	Low      int      // level of the lowest strand
	High     int      // level of the highest strand
	Spiky    bool     // they lie two levels or more apart
	Trailing []string // strands below the guide's level
	Leading  []string // strands above it
}

// ShapeOf returns where a person stands in each strand. The standing is that of the same marks.
func ShapeOf(g *guide.Guide, present map[string]Mark, s Standing) Shape {
	shape := Shape{Low: len(g.Levels)}
	horizon := max(s.Level, s.Target)
	for _, strand := range g.Strands {
		counted := strandIn(g, strand.ID, present)
		at := StrandLevel{ID: strand.ID, Level: reachedBy(counted, strandNeeded, strandNeededBelow)}
		whole := true
		for _, l := range counted {
			at.Done += l.Done
			at.Items += l.Items
			if whole = whole && l.Done == l.Items; whole {
				at.Whole = l.Number
			}
			if l.Number <= horizon && l.Done < l.Items {
				at.Open = append(at.Open, LevelCount{Level: l.Number, Count: l.Items - l.Done, Of: l.Items})
			}
		}
		shape.Strands = append(shape.Strands, at)
		shape.Low, shape.High = min(shape.Low, at.Level), max(shape.High, at.Level)
		switch {
		case at.Level < s.Level:
			shape.Trailing = append(shape.Trailing, strand.ID)
		case at.Level > s.Level:
			shape.Leading = append(shape.Leading, strand.ID)
		}
	}
	shape.Spiky = Spiky(shape.Low, shape.High)
	return shape
}

// Spiky reports whether strands from one level to another lie so far apart that it has to be said.
func Spiky(low, high int) bool { return high-low >= spikySpread }

// strandIn counts the items of one strand on each level.
func strandIn(g *guide.Guide, strand string, present map[string]Mark) []LevelStanding {
	counted := make([]LevelStanding, 0, len(g.Levels))
	for _, level := range g.Levels {
		l := LevelStanding{Number: level.Number}
		for _, item := range level.Items {
			if item.Strand != strand {
				continue
			}
			l.Items++
			if m, ok := present[item.ID]; ok && m.Verdict.Counts() {
				l.Done++
			}
		}
		counted = append(counted, l)
	}
	return counted
}

// Strong returns the strands that are whole up to level 1 or more, the strongest first, at most n.
func (s Shape) Strong(n int) []StrandLevel {
	return s.pick(n, func(a StrandLevel) bool { return a.Whole > 0 }, func(a, b StrandLevel) int {
		return -compareStrands(a, b)
	})
}

// Weak returns the strands with open items up to the guide's target, the weakest first, at most n.
func (s Shape) Weak(n int) []StrandLevel {
	return s.pick(n, func(a StrandLevel) bool { return len(a.Open) > 0 }, compareStrands)
}

func (s Shape) pick(n int, keep func(StrandLevel) bool, compare func(a, b StrandLevel) int) []StrandLevel {
	picked := slices.DeleteFunc(slices.Clone(s.Strands), func(a StrandLevel) bool { return !keep(a) })
	sort.SliceStable(picked, func(i, j int) bool { return compare(picked[i], picked[j]) < 0 })
	return picked[:min(n, len(picked))]
}

func compareStrands(a, b StrandLevel) int {
	if a.Whole != b.Whole {
		return a.Whole - b.Whole
	}
	return a.Done - b.Done
}
