package progress

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// rated returns a standing from what is done and what is rated on each level.
func rated(levels ...[2]int) Standing {
	s := Standing{}
	for i := range 7 {
		l := LevelStanding{Number: i + 1, Items: 10}
		if i < len(levels) {
			l.Done, l.Rated = levels[i][0], levels[i][1]
		}
		s.Levels = append(s.Levels, l)
		s.Rated += l.Rated
		s.Done += l.Done
	}
	return s
}

func TestWhatDoesNotFitTogetherIsRemarked(t *testing.T) {
	for _, c := range []struct {
		name string
		s    Standing
		want []Remark
	}{
		{"nothing rated", rated(), nil},
		{"a clean climb", rated([2]int{10, 10}, [2]int{9, 10}, [2]int{4, 10}), nil},
		{"level 5 rated, level 2 empty", rated([2]int{8, 8}, [2]int{}, [2]int{6, 6}, [2]int{6, 6}, [2]int{3, 3}),
			[]Remark{{Kind: EmptyBelow, Level: 5, Below: []int{2}}}},
		{"level 3 rated, nothing below", rated([2]int{}, [2]int{}, [2]int{8, 10}),
			[]Remark{{Kind: EmptyBelow, Level: 3, Below: []int{1, 2}}}},
		{"more above than below", rated([2]int{10, 10}, [2]int{5, 10}, [2]int{8, 10}),
			[]Remark{{Kind: MoreAbove, Level: 3, Below: []int{2}, Counts: []int{8, 5}}}},
		{"two more is no remark", rated([2]int{6, 10}, [2]int{8, 10}), nil},
		{"not yet on an empty level is rated", rated([2]int{0, 10}, [2]int{2, 10}), nil},
		{"ratings without order", rated([2]int{3, 10}, [2]int{4, 10}, [2]int{3, 10}, [2]int{4, 10}, [2]int{3, 10}),
			[]Remark{{Kind: Scattered}}},
		{"19 ratings without order are too few", rated([2]int{2, 4}, [2]int{2, 4}, [2]int{2, 4}, [2]int{2, 4}, [2]int{1, 3}), nil},
		{"20 ratings without order are enough", rated([2]int{2, 4}, [2]int{2, 4}, [2]int{2, 4}, [2]int{2, 4}, [2]int{1, 4}), []Remark{{Kind: Scattered}}},
		{"nearly all done, and in the wrong order", rated([2]int{0, 10}, [2]int{10, 10}, [2]int{10, 10}, [2]int{10, 10}, [2]int{10, 10}),
			[]Remark{{Kind: MoreAbove, Level: 2, Below: []int{1}, Counts: []int{10, 0}}, {Kind: Scattered}}},
		{"nine that are not done are too few", rated([2]int{1, 10}, [2]int{10, 10}, [2]int{10, 10}, [2]int{10, 10}, [2]int{10, 10}),
			[]Remark{{Kind: MoreAbove, Level: 2, Below: []int{1}, Counts: []int{10, 1}}}},
		{"an ordinary slope", rated([2]int{10, 10}, [2]int{9, 10}, [2]int{8, 10}, [2]int{6, 10}, [2]int{4, 10}, [2]int{2, 10}, [2]int{0, 10}), nil},
		{"few ratings say nothing of order", rated([2]int{1, 4}, [2]int{1, 4}, [2]int{1, 4}, [2]int{1, 4}), nil},
	} {
		if diff := cmp.Diff(c.want, Remarks(c.s)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

func TestACleanCutReproducesEveryRating(t *testing.T) {
	for _, c := range []struct {
		s    Standing
		want float64
	}{
		{rated(), 1},
		{rated([2]int{10, 10}, [2]int{10, 10}), 1},
		{rated([2]int{10, 10}, [2]int{4, 10}, [2]int{0, 10}), 1},
		{rated([2]int{10, 10}, [2]int{9, 10}, [2]int{5, 10}, [2]int{1, 10}), 1 - 2.0/40},
	} {
		if got := reproduced(c.s); math.Abs(got-c.want) > 1e-9 {
			t.Errorf("%v: %v, want %v", c.s.Levels, got, c.want)
		}
	}
}

func TestReproducibilityIsAShareAndNeverBelowAHalf(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		levels := make([][2]int, 7)
		for i := range levels {
			n := rapid.IntRange(0, 10).Draw(t, "rated")
			levels[i] = [2]int{rapid.IntRange(0, n).Draw(t, "done"), n}
		}
		// A cut below everything or above everything explains at least half.
		if got := reproduced(rated(levels...)); got < 0.5 || got > 1 {
			t.Fatalf("%v: %v", levels, got)
		}
	})
}

func TestWhatIsStrewnAtRandomScalesAsMuchAsChanceOnAverage(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		of := make([]int, 7)
		slots := 0
		for i := range of {
			of[i] = rapid.IntRange(0, 10).Draw(t, "rated")
			slots += of[i]
		}
		if slots < 2*leastOfEach || of[0] == slots {
			return
		}
		done := rapid.IntRange(leastOfEach, slots-leastOfEach).Draw(t, "done")
		rng := rand.New(rand.NewPCG(uint64(slots), uint64(done))) //nolint:gosec // a test has to be repeatable
		sum, drawn := 0.0, 400
		for range drawn {
			levels := make([][2]int, 7)
			chosen := rng.Perm(slots)[:done]
			first := 0
			for i := range of {
				levels[i][1] = of[i]
				for _, c := range chosen {
					if c >= first && c < first+of[i] {
						levels[i][0]++
					}
				}
				first += of[i]
			}
			s := rated(levels...)
			h, known := scaled(s)
			if known && h > 1 {
				t.Fatalf("%v: %v", levels, h)
			}
			if !known {
				return // all rated items are on one level
			}
			sum += h
		}
		if mean := sum / float64(drawn); math.Abs(mean) > 0.15 {
			t.Fatalf("%v rated, %d done: %v on average", of, done, mean)
		}
	})
}

func TestNothingAboveWhatIsNotDoneScalesWhole(t *testing.T) {
	for _, c := range []struct {
		s     Standing
		known bool
	}{
		{rated([2]int{10, 10}, [2]int{5, 10}, [2]int{0, 10}), true},
		{rated([2]int{10, 10}, [2]int{10, 10}), false},
		{rated([2]int{10, 20}), false}, // one level tells nothing of an order
	} {
		if h, known := scaled(c.s); h != 1 || known != c.known {
			t.Errorf("%v: %v, %v", c.s.Levels, h, known)
		}
	}
}
