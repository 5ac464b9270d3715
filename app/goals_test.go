package app

import (
	"slices"
	"strings"
	"testing"
)

func TestAGoalIsKeptTakenBackAndHeldAgainstOnesOwnPace(t *testing.T) {
	a, _ := aYear(t)
	goal := func() GoalView {
		v, err := a.insights(backend + ".12m")
		if err != nil {
			t.Fatal(err)
		}
		return v.Goal
	}
	if g := goal(); g.Level != 0 || g.Target != 3 || len(g.Choice) != 5 || g.Choice[0] != 3 {
		t.Errorf("without a goal: %+v", g)
	}
	for _, set := range []struct {
		by, want string
	}{
		{"2030-01-01", "That is before your day."},
		{"2026-12-01", "That is after your day; the day can move, and so can the goal."},
	} {
		if err := a.SetGoal(backend, newID(), 3, set.by); err != nil {
			t.Fatal(err)
		}
		if g := goal(); g.Level != 3 || g.By != set.by || !strings.HasSuffix(g.Line, set.want) {
			t.Errorf("by %s: %+v", set.by, g)
		}
	}
	// One that is reached is still there to be seen, and taken back.
	if err := a.SetGoal(backend, newID(), 2, ""); err != nil {
		t.Fatal(err)
	}
	if g := goal(); g.Level != 2 || !slices.Equal(g.Choice, []int{2, 3, 4, 5, 6, 7}) {
		t.Errorf("reached: %+v", g)
	}
	if err := a.SetGoal(backend, newID(), 0, ""); err != nil {
		t.Fatal(err)
	}
	if g := goal(); g.Level != 0 {
		t.Errorf("taken back: %+v", g)
	}
	for code, err := range map[string]error{
		"level_not_found": a.SetGoal(backend, newID(), 8, ""),
		"day_invalid":     a.SetGoal(backend, newID(), 3, "soon"),
		"guide_not_found": a.SetGoal("gardening", newID(), 3, ""),
	} {
		if faultOf(t, err) != code {
			t.Errorf("%s: %v", code, err)
		}
	}
}

func TestTooLittleIsSaidToBeTooLittle(t *testing.T) {
	a, c := appWithClock(t, noon)
	rateOn(t, a, c, noon, backend, "on-my-own", itemsOf(t, backend, 1)[:3]...)
	v, err := a.insights(backend + ".12m")
	if err != nil || !strings.Contains(v.Goal.Line, "It is too early to say how long that takes") {
		t.Errorf("%q, %v", v.Goal.Line, err)
	}
}
