package app

import "testing"

func TestAPersonRatesEightOfTenAndReachesTheLevel(t *testing.T) {
	a := testApp(t)
	for i, id := range levelItems(t, 1)[:8] {
		s, err := a.SetMarks(backend, []MarkRequest{request(id, "on-my-own")})
		if err != nil {
			t.Fatal(err)
		}
		if want := i / 7; s.Level != want {
			t.Errorf("after %d items the level is %d, want %d", i+1, s.Level, want)
		}
	}
	v, err := a.openGuide(backend)
	if err != nil {
		t.Fatal(err)
	}
	if v.Standing.Level != 1 || len(v.Standing.Marks) != 8 || len(v.Standing.Gaps) != 2 {
		t.Errorf("the guide shows %+v", v.Standing)
	}
}

func TestUndoTakesTheVerdictBackAndHistoryKeepsBoth(t *testing.T) {
	a := testApp(t)
	item := levelItems(t, 1)[0]
	for _, verdict := range []string{"on-my-own", "cleared"} {
		if _, err := a.SetMarks(backend, []MarkRequest{request(item, verdict)}); err != nil {
			t.Fatal(err)
		}
	}
	v, err := a.openGuide(backend)
	if err != nil {
		t.Fatal(err)
	}
	history, err := a.ItemHistory(backend, item)
	if err != nil {
		t.Fatal(err)
	}
	if len(v.Standing.Marks) != 0 || len(history) != 2 || history[0].Verdict != "cleared" {
		t.Errorf("marks %v, history %v", v.Standing.Marks, history)
	}
}

func TestAWholeLevelIsOneCall(t *testing.T) {
	a := testApp(t)
	var marks []MarkRequest
	for _, id := range levelItems(t, 3) {
		marks = append(marks, request(id, "on-my-own"))
	}
	s, err := a.SetMarks(backend, marks)
	if err != nil {
		t.Fatal(err)
	}
	if s.Level != 0 || s.LooksDone != 3 || len(s.OpenBelow) != 2 {
		t.Errorf("level %d, looks done %d, open below %v", s.Level, s.LooksDone, s.OpenBelow)
	}
}

func TestACallWhoseOutcomeWasUnknownCanBeRepeated(t *testing.T) {
	a := testApp(t)
	marks := []MarkRequest{request(levelItems(t, 1)[0], "can-teach")}
	for range 3 {
		if _, err := a.SetMarks(backend, marks); err != nil {
			t.Fatal(err)
		}
	}
	if history, err := a.ItemHistory(backend, marks[0].Item); err != nil || len(history) != 1 {
		t.Errorf("history %v, %v", history, err)
	}
}
