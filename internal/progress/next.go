package progress

import (
	"cmp"

	"github.com/levelica/levelica/internal/guide"
)

// Smallest returns the smallest set of items that raises the level, in the order in which they are
// offered; there are as many as the standing's Missing. Lower levels come first, because they hold
// the higher one up. On each level the strands take turns, what is done with help already before
// what nobody said anything about, and what was said to be out of reach last; among equals the
// strand with the least done goes first, so that the set pulls up what trails.
func Smallest(g *guide.Guide, present map[string]Mark, s Standing) []string {
	done := map[string]int{}
	for _, strand := range s.Strands {
		done[strand.ID] = strand.Done
	}
	var chosen []string
	taken := map[string]int{} // by strand, over the whole set
	for _, l := range s.Levels[:s.Target] {
		open := openIn(g.Levels[l.Number-1], present)
		for range shortfall(l, s.Target) {
			best := 0
			for i := range open {
				if compareOpen(open[i], open[best], taken, done) < 0 {
					best = i
				}
			}
			item := open[best].item
			chosen = append(chosen, item.ID)
			taken[item.Strand]++
			open = append(open[:best], open[best+1:]...)
		}
	}
	return chosen
}

// openItem is an item that is not done alone, with how near it seems.
type openItem struct {
	item guide.Item
	rank int // see nearness
}

func openIn(level guide.Level, present map[string]Mark) []openItem {
	var open []openItem
	for _, item := range level.Items {
		if m, rated := present[item.ID]; !rated || !m.Verdict.Counts() {
			open = append(open, openItem{item, nearness(present, item.ID)})
		}
	}
	return open
}

func compareOpen(a, b openItem, taken, done map[string]int) int {
	return cmp.Or(
		cmp.Compare(taken[a.item.Strand], taken[b.item.Strand]),
		cmp.Compare(a.rank, b.rank),
		cmp.Compare(done[a.item.Strand], done[b.item.Strand]),
	)
}

// nearness ranks an open item: what is done with help already is nearest, what was said to be out
// of reach comes last.
func nearness(present map[string]Mark, id string) int {
	switch m, rated := present[id]; {
	case rated && m.Verdict == WithHelp:
		return 0
	case !rated:
		return 1
	default:
		return 2
	}
}
