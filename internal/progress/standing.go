package progress

import (
	"cmp"
	"slices"

	"github.com/levelica/levelica/internal/guide"
)

// The level rule. Eight of ten leave room for the item that a person's work never asked for; six
// of ten below keep a level from standing on air. Asking eight on every lower level too would
// place people too low, because slips add up over the levels: in simulation by 0.74 level at 10 %
// slips, where this rule is off by 0.14.
const (
	Needed      = 8 // items rated OnMyOwn or higher that reach a level
	NeededBelow = 6 // and on every level below it
)

// LeastFor returns how many items have to be done alone before a level can be reached.
func LeastFor(level int) int {
	if level == 0 {
		return 0
	}
	return Needed + NeededBelow*(level-1)
}

// Standing is where a person stands in one guide. It is always computed, never stored.
type Standing struct {
	Level  int // 1 to 7, or 0 for Starting out
	Levels []LevelStanding
	// Gaps are the items below Level that are not yet done alone, from the lowest level up. They
	// do not hold the level back; they are what to look at before moving on.
	Gaps []string
	// Target is the nearest level above Level, the one that takes the fewest items more; 0 at
	// level 7.
	Target int
	// Missing is the number of items that it takes to reach Target.
	Missing int
	// Next are the open items that lead to Target, those on lower levels first, then the most
	// promising. There are at least Missing of them.
	Next []string
	// LooksDone is the highest level above Level with eight items done that does not count yet,
	// because levels below it are open; 0 where there is none.
	LooksDone int
	// OpenBelow are the levels below LooksDone that have fewer than six items done.
	OpenBelow []int
	Strands   []StrandStanding
	Rated     int // items with a verdict
	Done      int // items rated OnMyOwn or higher
	Items     int // items of the guide
}

// LevelStanding is the part of a standing that concerns one level.
type LevelStanding struct {
	Number   int
	Done     int     // items rated OnMyOwn or higher
	Rated    int     // items with a verdict
	Items    int     // items of the level
	Reached  bool    // the level is at or below the person's level
	Missing  int     // items still missing to eight, 0 where there are eight
	Progress float64 // 0 to 1: half credit for WithHelp; moves the bar, never the level
}

// StrandStanding is the part of a standing that concerns one strand.
type StrandStanding struct {
	ID    string
	Done  int
	Items int
}

// Stand computes the standing of a person in a guide from the present marks (see Present). Marks
// on items that the guide does not have are ignored.
//
// The level is the highest one with at least Needed items done while every level below has at
// least NeededBelow; without one it is 0.
func Stand(g *guide.Guide, present map[string]Mark) Standing {
	s := Standing{}
	strands := map[string]*StrandStanding{}
	for _, strand := range g.Strands {
		strands[strand.ID] = &StrandStanding{ID: strand.ID}
	}
	for _, level := range g.Levels {
		ls := LevelStanding{Number: level.Number, Items: len(level.Items)}
		credit := 0
		for _, item := range level.Items {
			strand := strands[item.Strand]
			if strand != nil {
				strand.Items++
			}
			mark, rated := present[item.ID]
			if !rated {
				continue
			}
			ls.Rated++
			credit += min(int(mark.Verdict), int(OnMyOwn))
			if mark.Verdict.Counts() {
				ls.Done++
				if strand != nil {
					strand.Done++
				}
			}
		}
		ls.Missing = max(Needed-ls.Done, 0)
		if ls.Items > 0 {
			ls.Progress = float64(credit) / float64(int(OnMyOwn)*ls.Items)
		}
		s.Levels = append(s.Levels, ls)
		s.Rated += ls.Rated
		s.Done += ls.Done
		s.Items += ls.Items
	}
	for _, strand := range g.Strands {
		s.Strands = append(s.Strands, *strands[strand.ID])
	}
	s.Level = reachedBy(s.Levels, Needed, NeededBelow)
	for i := range s.Levels {
		s.Levels[i].Reached = s.Levels[i].Number <= s.Level
	}
	s.LooksDone, s.OpenBelow = looksDone(s.Levels, s.Level)
	s.Gaps = openItems(g, present, func(level int) bool { return level <= s.Level })
	s.Target, s.Missing, s.Next = next(g, present, s)
	return s
}

// reachedBy returns the highest level with so many items done whose lower levels have so many.
func reachedBy(levels []LevelStanding, needed, below int) int {
	level := 0
	for _, l := range levels {
		if l.Done >= needed {
			level = l.Number
		}
		if l.Done < below {
			break // nothing above this level counts
		}
	}
	return level
}

// looksDone returns the highest level above the reached one with Needed items done, and the levels
// below it that keep it from counting.
func looksDone(levels []LevelStanding, level int) (number int, open []int) {
	for _, l := range levels {
		if l.Number > level && l.Done >= Needed {
			number = l.Number
		}
	}
	for _, l := range levels {
		if l.Number < number && l.Done < NeededBelow {
			open = append(open, l.Number)
		}
	}
	return number, open
}

// openItems returns the items not done alone on the levels that pass the filter, lowest first.
func openItems(g *guide.Guide, present map[string]Mark, on func(level int) bool) []string {
	var open []string
	for _, level := range g.Levels {
		if !on(level.Number) {
			continue
		}
		for _, item := range level.Items {
			if mark, rated := present[item.ID]; !rated || !mark.Verdict.Counts() {
				open = append(open, item.ID)
			}
		}
	}
	return open
}

// next returns the level that takes the fewest more items to reach, the lower one where two take
// the same, with the number of items and the open items in the order in which they are offered. It
// is often the level after the reached one, but not always: with eight items done on level 2 and
// five on level 1, one more on level 1 reaches level 2.
func next(g *guide.Guide, present map[string]Mark, s Standing) (target, missing int, items []string) {
	for number := s.Level + 1; number <= len(s.Levels); number++ {
		if m := missingTo(s.Levels, number); target == 0 || m < missing {
			target, missing = number, m
		}
	}
	for _, l := range s.Levels[:target] {
		if shortfall(l, target) > 0 {
			items = append(items, promising(present, openItems(g, present, func(n int) bool { return n == l.Number }))...)
		}
	}
	return target, missing, items
}

// missingTo counts the items that are still missing to reach a level.
func missingTo(levels []LevelStanding, target int) int {
	missing := 0
	for _, l := range levels[:target] {
		missing += shortfall(l, target)
	}
	return missing
}

// shortfall counts the items that a level lacks for the target to count.
func shortfall(l LevelStanding, target int) int {
	if l.Number < target {
		return max(NeededBelow-l.Done, 0)
	}
	return max(Needed-l.Done, 0)
}

// promising orders open items by nearness; among equals the order of the guide stays.
func promising(present map[string]Mark, items []string) []string {
	slices.SortStableFunc(items, func(a, b string) int { return cmp.Compare(nearness(present, a), nearness(present, b)) })
	return items
}
