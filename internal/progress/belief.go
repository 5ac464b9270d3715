package progress

import (
	"math"

	"github.com/levelica/levelica/internal/guide"
)

// Belief is how likely each outcome of the full list is: Belief[0] that the person is Starting
// out, Belief[7] that they reach level 7. The parts add up to 1.
type Belief [guide.Levels + 1]float64

// Likeliest returns the level that is believed in most, and how much; of equals the lowest.
func (b Belief) Likeliest() (level int, certainty float64) {
	for l, p := range b {
		if p > certainty {
			level, certainty = l, p
		}
	}
	return level, certainty
}

// Range returns the fewest levels side by side that hold at least so much of the belief together.
// Of ranges equally short it is the likeliest one.
func (b Belief) Range(share float64) (lowest, highest int) {
	for width := range b {
		best := -1.0
		for l := 0; l+width < len(b); l++ {
			held := 0.0
			for _, p := range b[l : l+width+1] {
				held += p
			}
			if held > best {
				best, lowest, highest = held, l, l+width
			}
		}
		if best >= share {
			break
		}
	}
	return lowest, highest
}

// doubt is how uncertain the outcome is: 0 when one is certain, the more the more are alike. It is the
// entropy of order five quarters (Tsallis 1988, doi:10.1007/BF01016429): between Shannon's, of order one,
// which spends questions on outcomes that are unlikely already, and the chance to be wrong by a draw,
// of order two, which too often forgets them. On simulated persons it takes the fewest questions.
func (b Belief) doubt() float64 {
	left := 1.0
	for _, p := range b {
		left -= p * math.Sqrt(math.Sqrt(p))
	}
	return 4 * left
}
