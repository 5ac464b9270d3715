package progress

import (
	"math"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestBeforeTheFirstQuestionEveryOutcomeIsAboutAsLikely(t *testing.T) {
	pl := place(t, sample(), 1, nil)
	for level, p := range pl.Belief {
		if p < 0.08 || p > 0.18 {
			t.Errorf("level %d is believed in with %.2f", level, p)
		}
	}
	if pl.Done || pl.Next == "" {
		t.Error("there is no first question")
	}
}

func TestABeliefIsASpreadOfChances(t *testing.T) {
	g := sample()
	rapid.Check(t, func(t *rapid.T) {
		pl := place(t, g, 1, drawAnswers(t, g))
		sum := 0.0
		for level, p := range pl.Belief {
			if !(p >= 0 && p <= 1+1e-9) {
				t.Fatalf("level %d: %v", level, p)
			}
			sum += p
		}
		if math.Abs(sum-1) > 1e-9 {
			t.Fatalf("the chances add up to %v", sum)
		}
		held := 0.0
		for _, p := range pl.Belief[pl.Lowest : pl.Highest+1] {
			held += p
		}
		if held < 0.90-1e-9 || pl.Level < pl.Lowest && pl.Certainty > 0.1 || pl.Certainty != slices.Max(pl.Belief[:]) {
			t.Fatalf("range %d to %d holds %v; level %d, certainty %v", pl.Lowest, pl.Highest, held, pl.Level, pl.Certainty)
		}
	})
}

func TestTheOrderOfAnswersDoesNotMatter(t *testing.T) {
	g := sample()
	rapid.Check(t, func(t *rapid.T) {
		answers := drawAnswers(t, g)
		shuffled := rapid.Permutation(answers).Draw(t, "shuffled")
		if diff := cmp.Diff(place(t, g, 3, answers), place(t, g, 3, shuffled)); diff != "" {
			t.Fatal(diff)
		}
	})
}

func TestAYesNeverMakesLowLevelsLikelierThanANo(t *testing.T) {
	g := sample()
	rapid.Check(t, func(t *rapid.T) {
		answers := drawAnswers(t, g)
		if len(answers) == 0 {
			return
		}
		i := rapid.IntRange(0, len(answers)-1).Draw(t, "which")
		pair := rapid.SampledFrom([][2]Reply{{No, Yes}, {RepliedNotYet, RepliedCanTeach}}).Draw(t, "pair")
		answers[i].Reply = pair[0]
		low := place(t, g, 1, answers).Belief
		answers[i].Reply = pair[1]
		high := place(t, g, 1, answers).Belief
		below := 0.0 // how much more is believed to be at or below a level, after the higher reply
		for l := range low {
			if below += high[l] - low[l]; below > 1e-6 {
				t.Fatalf("%s instead of %s on %s: level %d or lower became likelier by %v", pair[1], pair[0], answers[i].Item, l, below)
			}
		}
	})
}

func TestWhenEverythingIsAnsweredTheBeliefIsWhatTheListCounts(t *testing.T) {
	g := sample()
	rapid.Check(t, func(t *rapid.T) {
		var answers []Answer
		present := map[string]Mark{}
		for _, l := range g.Levels {
			for _, it := range l.Items {
				reply := rapid.SampledFrom([]Reply{Yes, Yes, Yes, Yes, No, RepliedWithHelp, RepliedCanTeach}).Draw(t, it.ID)
				answers = append(answers, Answer{it.ID, reply})
				verdict, _ := reply.Verdict()
				present[it.ID] = Mark{Item: it.ID, Verdict: verdict}
			}
		}
		pl, counted := place(t, g, 1, answers), Stand(g, present).Level
		if pl.Level != counted || pl.Certainty < 1-1e-9 {
			t.Fatalf("the list counts level %d; believed is %d with %v", counted, pl.Level, pl.Certainty)
		}
	})
}

func TestYesToEverythingIsTheTopAndNoIsStartingOut(t *testing.T) {
	for reply, want := range map[Reply]int{Yes: 7, No: 0, RepliedCanTeach: 7, RepliedNotYet: 0} {
		steps, answers := sit(t, sample(), 9, func(string) Reply { return reply })
		if last := steps[len(steps)-1]; last.Level != want || last.Certainty < 0.90 || len(answers) > 13 {
			t.Errorf("%s: level %d, %.2f sure after %d questions", reply, last.Level, last.Certainty, len(answers))
		}
	}
}

func TestARangeIsTheFewestLevelsThatHoldEnough(t *testing.T) {
	for _, c := range []struct {
		belief  Belief
		low, up int
	}{
		{Belief{3: 0.94, 4: 0.06}, 3, 3},
		{Belief{3: 0.9, 4: 0.1}, 3, 3},
		{Belief{2: 0.2, 3: 0.6, 4: 0.2}, 2, 4},
		{Belief{2: 0.28, 3: 0.65, 4: 0.07}, 2, 3},
		{Belief{0: 0.5, 7: 0.5}, 0, 7},
	} {
		if low, up := c.belief.Range(0.90); low != c.low || up != c.up {
			t.Errorf("%v: %d to %d, want %d to %d", c.belief, low, up, c.low, c.up)
		}
	}
}
