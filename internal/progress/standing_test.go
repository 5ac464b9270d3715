package progress

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/levelica/levelica/internal/guide"
)

// sample is a guide of the usual shape: seven levels of ten items in five strands.
func sample() *guide.Guide {
	g := &guide.Guide{Slug: "sample"}
	for s := range guide.Strands {
		g.Strands = append(g.Strands, guide.Strand{ID: fmt.Sprintf("strand-%d", s+1)})
	}
	for l := 1; l <= guide.Levels; l++ {
		level := guide.Level{Number: l}
		for i := range guide.ItemsPerLevel {
			level.Items = append(level.Items, guide.Item{ID: id(l, i), Level: l, Strand: g.Strands[i/2].ID})
		}
		g.Levels = append(g.Levels, level)
	}
	return g
}

func id(level, place int) string { return fmt.Sprintf("sm-%d%02d", level, place) }

// counts returns marks with so many items on each level rated OnMyOwn, from level 1 up.
func counts(done ...int) map[string]Mark {
	present := map[string]Mark{}
	for l, n := range done {
		for i := range n {
			present[id(l+1, i)] = Mark{Item: id(l+1, i), Verdict: OnMyOwn}
		}
	}
	return present
}

func TestTheLevelIsReachedAtEightOfTenWithSixOnEveryLevelBelow(t *testing.T) {
	for _, c := range []struct {
		name string
		done []int
		want int
	}{
		{"nothing rated", nil, 0},
		{"seven of ten", []int{7}, 0},
		{"eight of ten", []int{8}, 1},
		{"ten of ten", []int{10}, 1},
		{"six below", []int{6, 8}, 2},
		{"five below", []int{5, 8}, 0},
		{"six on every level below", []int{6, 6, 6, 6, 6, 6, 8}, 7},
		{"five on one level below", []int{8, 8, 5, 8, 8, 8, 8}, 2},
		{"seven in between does not end the climb", []int{8, 7, 8}, 3},
		{"six at the top does not reach it", []int{8, 8, 6}, 2},
		{"a high level alone", []int{0, 0, 0, 10}, 0},
		{"everything", []int{10, 10, 10, 10, 10, 10, 10}, 7},
	} {
		if got := Stand(sample(), counts(c.done...)).Level; got != c.want {
			t.Errorf("%s %v: level %d, want %d", c.name, c.done, got, c.want)
		}
	}
}

func TestOnlyOnMyOwnAndCanTeachCount(t *testing.T) {
	for verdict, want := range map[Verdict]int{NotYet: 0, WithHelp: 0, OnMyOwn: 1, CanTeach: 1} {
		present := map[string]Mark{}
		for i := range guide.ItemsPerLevel {
			present[id(1, i)] = Mark{Verdict: verdict}
		}
		if got := Stand(sample(), present).Level; got != want {
			t.Errorf("ten items %s: level %d, want %d", verdict, got, want)
		}
	}
}

func TestHelpMovesTheBarAndNeverTheLevel(t *testing.T) {
	present := counts(8)
	for i := range 4 {
		present[id(2, i)] = Mark{Verdict: WithHelp}
	}
	s := Stand(sample(), present)
	if s.Level != 1 || s.Levels[1].Progress != 0.2 || s.Levels[1].Done != 0 {
		t.Errorf("level %d, progress %v, done %d", s.Level, s.Levels[1].Progress, s.Levels[1].Done)
	}
}

func TestWhoCanTeachIsNoFurtherAlongThanWhoIsOnTheirOwn(t *testing.T) {
	present := counts(10)
	for item, m := range present {
		m.Verdict = CanTeach
		present[item] = m
	}
	if p := Stand(sample(), present).Levels[0].Progress; p != 1 {
		t.Errorf("the bar of a level that can be taught is at %v, want 1", p)
	}
}

func TestGapsAreTheOpenItemsOnReachedLevels(t *testing.T) {
	s := Stand(sample(), counts(9, 8, 3))
	want := []string{id(1, 9), id(2, 8), id(2, 9)}
	if diff := cmp.Diff(want, s.Gaps); diff != "" {
		t.Errorf("gaps (-want +got):\n%s", diff)
	}
}

func TestNextBeginsWithWhatIsDoneWithHelpAndEndsWithWhatIsOutOfReach(t *testing.T) {
	present := counts(8, 6)
	present[id(2, 6)] = Mark{Verdict: NotYet}
	present[id(2, 9)] = Mark{Verdict: WithHelp}
	s := Stand(sample(), present)
	want := []string{id(2, 9), id(2, 7), id(2, 8), id(2, 6)}
	if diff := cmp.Diff(want, s.Next); diff != "" || s.Target != 2 || s.Missing != 2 {
		t.Errorf("target %d, missing %d, next (-want +got):\n%s", s.Target, s.Missing, diff)
	}
}

func TestTheNearestLevelIsTheOneThatTakesTheFewestItems(t *testing.T) {
	for _, c := range []struct {
		done            []int
		target, missing int
	}{
		{nil, 1, 8},
		{[]int{5, 8}, 2, 1},
		{[]int{8, 7, 7}, 2, 1},
		{[]int{10, 10, 10, 10, 10, 10, 10}, 0, 0},
	} {
		s := Stand(sample(), counts(c.done...))
		if s.Target != c.target || s.Missing != c.missing || len(s.Next) < s.Missing {
			t.Errorf("%v: target %d, missing %d, %d next items", c.done, s.Target, s.Missing, len(s.Next))
		}
	}
}

func TestALevelThatLooksDoneNamesTheLevelsThatKeepItFromCounting(t *testing.T) {
	s := Stand(sample(), counts(3, 6, 2, 8))
	if diff := cmp.Diff([]int{1, 3}, s.OpenBelow); s.LooksDone != 4 || diff != "" {
		t.Errorf("looks done %d, open below (-want +got):\n%s", s.LooksDone, diff)
	}
	if s := Stand(sample(), counts(8, 8)); s.LooksDone != 0 || s.OpenBelow != nil {
		t.Errorf("a level that counts looks done: %d %v", s.LooksDone, s.OpenBelow)
	}
}

func TestMarksOnUnknownItemsAreIgnored(t *testing.T) {
	present := counts(8)
	present["gone-001"] = Mark{Verdict: CanTeach}
	if s := Stand(sample(), present); s.Rated != 8 || s.Level != 1 {
		t.Errorf("rated %d, level %d", s.Rated, s.Level)
	}
}

// drawMarks draws verdicts on any of the items.
func drawMarks(t *rapid.T, g *guide.Guide) map[string]Mark {
	present := map[string]Mark{}
	for _, level := range g.Levels {
		for _, item := range level.Items {
			if v := rapid.SampledFrom([]Verdict{Cleared, NotYet, WithHelp, OnMyOwn, OnMyOwn, CanTeach}).Draw(t, item.ID); v != Cleared {
				present[item.ID] = Mark{Item: item.ID, Verdict: v}
			}
		}
	}
	return present
}

func TestAHigherVerdictNeverLowersAStanding(t *testing.T) {
	g := sample()
	rapid.Check(t, func(t *rapid.T) {
		present := drawMarks(t, g)
		before := Stand(g, present)
		level := rapid.IntRange(1, guide.Levels).Draw(t, "level")
		item := id(level, rapid.IntRange(0, guide.ItemsPerLevel-1).Draw(t, "item"))
		old, rated := present[item]
		higher := CanTeach
		if rated && old.Verdict < CanTeach {
			higher = old.Verdict + 1
		}
		present[item] = Mark{Item: item, Verdict: higher}
		after := Stand(g, present)
		if after.Level < before.Level {
			t.Fatalf("%s raised from %v to %s lowered the level from %d to %d", item, old.Verdict, higher, before.Level, after.Level)
		}
		for i := range after.Levels {
			if after.Levels[i].Progress < before.Levels[i].Progress {
				t.Fatalf("the bar of level %d fell", i+1)
			}
		}
	})
}

func TestDoingTheNextItemsReachesTheTarget(t *testing.T) {
	g := sample()
	rapid.Check(t, func(t *rapid.T) {
		present := drawMarks(t, g)
		s := Stand(g, present)
		if s.Target == 0 {
			return
		}
		for _, item := range s.Next {
			present[item] = Mark{Item: item, Verdict: OnMyOwn}
		}
		if after := Stand(g, present); after.Level < s.Target {
			t.Fatalf("all next items done: level %d, target %d", after.Level, s.Target)
		}
	})
}

func TestStandingAgreesWithTheRuleAsItIsWritten(t *testing.T) {
	g := sample()
	rapid.Check(t, func(t *rapid.T) {
		present := drawMarks(t, g)
		done := make([]int, guide.Levels+1)
		for _, level := range g.Levels {
			for _, item := range level.Items {
				if m, ok := present[item.ID]; ok && (m.Verdict == OnMyOwn || m.Verdict == CanTeach) {
					done[level.Number]++
				}
			}
		}
		want := 0
		for l := 1; l <= guide.Levels; l++ {
			if done[l] >= 8 && !slices.ContainsFunc(done[1:l], func(n int) bool { return n < 6 }) {
				want = l
			}
		}
		if got := Stand(g, present).Level; got != want {
			t.Fatalf("done %v: level %d, want %d", done[1:], got, want)
		}
	})
}

func TestAsManyItemsAsALevelNeedsAreEnoughForItAndOneLessIsNot(t *testing.T) {
	g := sample()
	for level := 1; level <= guide.Levels; level++ {
		present := map[string]Mark{}
		add := func(on, n int) {
			for _, item := range g.Levels[on-1].Items[:n] {
				present[item.ID] = Mark{Item: item.ID, Verdict: OnMyOwn}
			}
		}
		for below := 1; below < level; below++ {
			add(below, NeededBelow)
		}
		add(level, Needed)
		if s := Stand(g, present); s.Level != level || s.Done != LeastFor(level) {
			t.Errorf("level %d: %d items reach %d, LeastFor says %d", level, s.Done, s.Level, LeastFor(level))
		}
	}
}
