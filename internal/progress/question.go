package progress

import (
	"cmp"
	"math"
	"slices"

	"github.com/levelica/levelica/internal/guide"
)

// next returns the item to ask about, or "" where there is none left: on the level whose answer
// tells most, of the strand that was asked least. Strands are asked in turn because people are
// rarely equally far in all of them.
func (p *Placer) next(g *guide.Guide, seed int, c *sittingCount, s *spread) string {
	best, least := -1, math.Inf(1)
	for l, level := range g.Levels {
		if len(unasked(level, c)) == 0 {
			continue
		}
		if h := p.expected(s, &c.tally, l); h < least {
			best, least = l, h
		}
	}
	if best < 0 {
		return ""
	}
	open := unasked(g.Levels[best], c)
	return slices.MinFunc(open, func(a, b guide.Item) int {
		fewest := 0
		if !p.model.AnyStrand {
			fewest = cmp.Compare(c.strands[a.Strand], c.strands[b.Strand])
		}
		return cmp.Or(fewest, cmp.Compare(lot(seed, a.ID), lot(seed, b.ID)), cmp.Compare(a.ID, b.ID))
	}).ID
}

// unasked returns the items of a level that were not asked about.
func unasked(level guide.Level, c *sittingCount) []guide.Item {
	return slices.DeleteFunc(slices.Clone(level.Items), func(it guide.Item) bool { return c.asked[it.ID] })
}

// expected returns the uncertainty that is expected to be left by an answer on a level.
func (p *Placer) expected(s *spread, t *tally, level int) float64 {
	y, n := t.passed(level), t.failed(level)
	left := 0.0
	for _, yes := range []bool{true, false} {
		after := &spread{levels: s.levels}
		if yes {
			after.levels[level] = p.tails[y+1][n]
		} else {
			after.levels[level] = p.tails[y][n+1]
		}
		sum := 0.0
		for i, w := range s.weight {
			chance := p.yes[at(i, level)]
			if !yes {
				chance = 1 - chance
			}
			after.weight[i] = w * chance
			sum += after.weight[i]
		}
		b := after.belief()
		for l := range b {
			b[l] /= sum
		}
		left += sum * b.doubt()
	}
	return left
}

// lot draws a number for an item. It depends on nothing but the seed and the item, so that going
// back and forth asks the same questions again.
func lot(seed int, item string) uint64 {
	// FNV-1a over both, and the finaliser of SplitMix64 to spread what differs in one letter.
	h := uint64(14695981039346656037) ^ uint64(seed)
	for _, c := range []byte(item) {
		h = (h ^ uint64(c)) * 1099511628211
	}
	h = (h ^ h>>30) * 0xbf58476d1ce4e5b9
	h = (h ^ h>>27) * 0x94d049bb133111eb
	return h ^ h>>31
}
