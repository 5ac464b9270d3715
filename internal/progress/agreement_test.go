package progress

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestAgreementIsCountedOnWhatBothRated(t *testing.T) {
	own := map[string]Mark{id(1, 0): {Verdict: OnMyOwn}, id(1, 1): {Verdict: OnMyOwn}, id(1, 2): {Verdict: NotYet}, id(1, 3): {Verdict: WithHelp}}
	other := map[string]Mark{id(1, 0): {Verdict: OnMyOwn}, id(1, 1): {Verdict: CanTeach}, id(1, 2): {Verdict: OnMyOwn}, id(2, 0): {Verdict: WithHelp}}
	want := Agreement{
		Items: []Compared{{id(1, 0), OnMyOwn, OnMyOwn}, {id(1, 1), OnMyOwn, CanTeach}, {id(1, 2), NotYet, OnMyOwn}, {id(2, 0), Cleared, WithHelp}},
		Both:  3, Same: 1, Counts: 2, Higher: 2,
	}
	if diff := cmp.Diff(want, Agree(sample(), own, other)); diff != "" {
		t.Errorf("agreement (-want +got):\n%s", diff)
	}
}

func TestTheNewestVerdictOfEachRaterIsTaken(t *testing.T) {
	marks := []Mark{
		{ID: "a", Guide: "g", Item: "1", Rater: "보라", Origin: OriginRater, Verdict: NotYet, Clock: 1},
		{ID: "b", Guide: "g", Item: "1", Rater: "보라", Origin: OriginRater, Verdict: CanTeach, Clock: 2},
		{ID: "c", Guide: "g", Item: "1", Rater: "Łukasz 🙂", Origin: OriginRater, Verdict: WithHelp, Clock: 3},
		{ID: "d", Guide: "g", Item: "1", Origin: OriginSelf, Verdict: OnMyOwn, Clock: 4},
		{ID: "e", Guide: "h", Item: "1", Rater: "보라", Origin: OriginRater, Verdict: OnMyOwn, Clock: 5},
		{ID: "g", Guide: "g", Item: "2", Rater: "보라", Origin: OriginRater, Verdict: OnMyOwn, Clock: 7},
		{ID: "h", Guide: "g", Item: "2", Rater: "보라", Origin: OriginRater, Verdict: Cleared, Clock: 8}, // taken back
		{ID: "f", Guide: "h", Item: "1", Rater: "of another guide alone", Origin: OriginRater, Verdict: OnMyOwn, Clock: 6},
	}
	rapid.Check(t, func(t *rapid.T) {
		got := Raters("g", rapid.Permutation(marks).Draw(t, "marks"))
		want := map[string]map[string]Mark{"보라": {"1": marks[1]}, "Łukasz 🙂": {"1": marks[2]}}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatal(diff)
		}
	})
}

func TestEverybodyAgreesWithThemselves(t *testing.T) {
	g := sample()
	rapid.Check(t, func(t *rapid.T) {
		present := drawMarks(t, g)
		a := Agree(g, present, present)
		if a.Both != len(present) || a.Same != a.Both || a.Counts != a.Both || a.Higher != 0 || a.Level != Stand(g, present).Level {
			t.Fatalf("%+v", a)
		}
	})
}
