package progress

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func smallest(present map[string]Mark) []string {
	g := sample()
	return Smallest(g, present, Stand(g, present))
}

func TestTheSmallestSetTakesTheStrandsInTurn(t *testing.T) {
	// Level 1 lacks three: the strands 3, 4 and 5 are open, and each gives one.
	got := smallest(done("01234"))
	want := []string{id(1, 6), id(1, 8), id(1, 5)}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("next (-want +got):\n%s", diff)
	}
}

func TestTheSmallestSetBeginsWithWhatIsNear(t *testing.T) {
	present := done("0123456789", "0123")
	present[id(2, 5)] = Mark{Verdict: WithHelp}
	present[id(2, 6)] = Mark{Verdict: NotYet}
	got := smallest(present)
	want := []string{id(2, 5), id(2, 7), id(2, 8), id(2, 4)}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("next (-want +got):\n%s", diff)
	}
}

func TestTheSmallestSetOnLowerLevelsComesFirst(t *testing.T) {
	got := smallest(done("01234", "012345", "01234567"))
	if diff := cmp.Diff([]string{id(1, 8)}, got); diff != "" {
		t.Errorf("one item on level 1, of the strand that trails, reaches level 3 (-want +got):\n%s", diff)
	}
}

func TestAtTheTopNothingIsNext(t *testing.T) {
	all := "0123456789"
	if got := smallest(done(all, all, all, all, all, all, all)); len(got) != 0 {
		t.Errorf("%v", got)
	}
}

func TestTheSmallestSetRaisesTheLevelAndNothingSmallerDoes(t *testing.T) {
	g := sample()
	rapid.Check(t, func(t *rapid.T) {
		present := drawMarks(t, g)
		s := Stand(g, present)
		set := Smallest(g, present, s)
		if len(set) != s.Missing {
			t.Fatalf("%d items, missing %d", len(set), s.Missing)
		}
		for i, item := range set {
			if isDone(present, item) {
				t.Fatalf("%s is done already, or twice in the set", item)
			}
			present[item] = Mark{Item: item, Verdict: OnMyOwn}
			if after := Stand(g, present).Level; i < len(set)-1 && after > s.Level {
				t.Fatalf("%d of %d items raise the level", i+1, len(set))
			}
		}
		if after := Stand(g, present).Level; s.Target > 0 && after < s.Target {
			t.Fatalf("the set leads to level %d, not to %d", after, s.Target)
		}
	})
}

func TestNoStrandComesTwiceBeforeEveryOpenStrandCameOnce(t *testing.T) {
	g := sample()
	rapid.Check(t, func(t *rapid.T) {
		// One level alone is open, so the strands' turns show.
		present := map[string]Mark{}
		for i := range 10 {
			if rapid.Bool().Draw(t, "done") {
				present[id(1, i)] = Mark{Verdict: OnMyOwn}
			}
		}
		open := map[string]bool{}
		for _, item := range g.Levels[0].Items {
			if !isDone(present, item.ID) {
				open[item.Strand] = true
			}
		}
		s := Stand(g, present)
		if s.Target != 1 {
			return
		}
		seen := map[string]bool{}
		for _, item := range Smallest(g, present, s) {
			it, _ := g.Item(item)
			if seen[it.Strand] && len(seen) < len(open) {
				t.Fatalf("%s comes again before every strand came", it.Strand)
			}
			seen[it.Strand] = true
		}
	})
}
