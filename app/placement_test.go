package app

import (
	"encoding/json"
	"slices"
	"testing"

	"github.com/google/uuid"
)

// read reads a file that the window reads.
func read(t *testing.T, a *App, address string, into any) {
	t.Helper()
	if err := json.Unmarshal(ask(t, a, address).Body.Bytes(), into); err != nil {
		t.Fatal(err)
	}
}

// findLevel sits a placement to its end, as the window does: every item up to a level is done.
func findLevel(t *testing.T, a *App, level int) SittingRequest {
	t.Helper()
	var v SittingView
	read(t, a, "/sitting/"+backend+".json", &v)
	request := SittingRequest{ID: v.ID, Guide: backend, Answers: v.Answers}
	g, err := a.guides.Guide(backend, "en")
	if err != nil {
		t.Fatal(err)
	}
	for !v.Done {
		reply := "no"
		if item, _ := g.Item(v.Question.Item); item.Level <= level {
			reply = "yes"
		}
		request.Answers = append(request.Answers, ReplyView{v.Question.Item, reply})
		if v, err = a.Sit(request); err != nil {
			t.Fatal(err)
		}
	}
	if v.Level != level || v.Certainty < 900 {
		t.Fatalf("found level %d with %d ‰, want level %d", v.Level, v.Certainty, level)
	}
	return request
}

func standingOf(t *testing.T, a *App) StandingView {
	t.Helper()
	v, err := a.openGuide(backend)
	if err != nil {
		t.Fatal(err)
	}
	return v.Standing
}

func TestNothingIsMarkedUntilTheResultIsAccepted(t *testing.T) {
	a := testApp(t)
	sat := findLevel(t, a, 3)
	if s := standingOf(t, a); s.Rated != 0 || len(s.Suggested) != 0 {
		t.Fatalf("before accepting: %d rated, %d suggested", s.Rated, len(s.Suggested))
	}
	s, err := a.AcceptSitting(sat, false)
	if err != nil {
		t.Fatal(err)
	}
	if s.Rated != len(sat.Answers) || len(s.Suggested) != 0 {
		t.Errorf("after accepting the answers: %d rated of %d, %d suggested", s.Rated, len(sat.Answers), len(s.Suggested))
	}
}

func TestSuggestionsCountOnlyWhenTheyAreConfirmed(t *testing.T) {
	a := testApp(t)
	sat := findLevel(t, a, 3)
	s, err := a.AcceptSitting(sat, true)
	if err != nil {
		t.Fatal(err)
	}
	if s.Level != 0 || len(s.Suggested) == 0 || s.Rated != len(sat.Answers) {
		t.Fatalf("level %d, %d suggested, %d rated", s.Level, len(s.Suggested), s.Rated)
	}
	dropped := s.Suggested[0]
	if s, err = a.SetMarks(backend, []MarkRequest{{ID: uuid.Must(uuid.NewV7()).String(), Item: dropped, Verdict: "cleared", Suggested: true}}); err != nil {
		t.Fatal(err)
	}
	if slices.Contains(s.Suggested, dropped) || s.Rated != len(sat.Answers) {
		t.Errorf("dropping one left %v and %d rated", s.Suggested, s.Rated)
	}
	var marks []MarkRequest
	for _, item := range s.Suggested {
		marks = append(marks, request(item, "on-my-own"))
	}
	if s, err = a.SetMarks(backend, marks); err != nil {
		t.Fatal(err)
	}
	if s.Level != 3 || len(s.Suggested) != 0 {
		t.Errorf("confirmed: level %d, %d suggested", s.Level, len(s.Suggested))
	}
}

func TestAPlainYesOrNoLeavesAFinerAnswerThatSaysTheSame(t *testing.T) {
	a := testApp(t)
	sat := findLevel(t, a, 2)
	var marks []MarkRequest
	for i, answer := range sat.Answers {
		// The finer answers of both kinds, and those that contradict.
		marks = append(marks, request(answer.Item, map[bool]string{true: "can-teach", false: "with-help"}[(answer.Reply == "yes") == (i%2 == 0)]))
	}
	if _, err := a.SetMarks(backend, marks); err != nil {
		t.Fatal(err)
	}
	s, err := a.AcceptSitting(sat, false)
	if err != nil {
		t.Fatal(err)
	}
	said := map[string]string{}
	for _, m := range s.Marks {
		said[m.Item] = m.Verdict
	}
	for i, answer := range sat.Answers {
		want := map[string]string{"yes": "on-my-own", "no": "not-yet"}[answer.Reply]
		if i%2 == 0 {
			want = map[string]string{"yes": "can-teach", "no": "with-help"}[answer.Reply]
		}
		if said[answer.Item] != want {
			t.Errorf("%s, answered %s over %s: %s, want %s", answer.Item, answer.Reply, marks[i].Verdict, said[answer.Item], want)
		}
	}
}

func TestWhoStopsEarlyIsSuggestedOnlyWhatLiesBelowEveryLikelyLevel(t *testing.T) {
	a := testApp(t)
	var v SittingView
	read(t, a, "/sitting/"+backend+".json", &v)
	request := SittingRequest{ID: v.ID, Guide: backend, Answers: []ReplyView{{v.Question.Item, "yes"}}}
	v, err := a.Sit(request)
	if err != nil {
		t.Fatal(err)
	}
	if v.Lowest < 1 || v.Lowest >= v.Level {
		t.Fatalf("after one yes: level %d, likely from %d", v.Level, v.Lowest)
	}
	s, err := a.AcceptSitting(request, true)
	if err != nil {
		t.Fatal(err)
	}
	g, err := a.guides.Outline(backend, "en")
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range s.Suggested {
		if item, _ := g.Item(id); item.Level > v.Lowest {
			t.Errorf("%s of level %d is suggested, and level %d is likely too", id, item.Level, v.Lowest)
		}
	}
	if len(s.Suggested) != 10*v.Lowest {
		t.Errorf("%d items are suggested", len(s.Suggested))
	}
}

func TestOneUndoTakesBackEverythingThatAcceptingRecorded(t *testing.T) {
	a := testApp(t)
	if _, err := a.SetMarks(backend, []MarkRequest{request("be-001", "can-teach"), request("be-041", "with-help")}); err != nil {
		t.Fatal(err)
	}
	before := standingOf(t, a)
	sat := findLevel(t, a, 2)
	if _, err := a.AcceptSitting(sat, true); err != nil {
		t.Fatal(err)
	}
	for range 2 { // the second changes nothing
		after, err := a.UndoSitting(backend, sat.ID)
		if err != nil {
			t.Fatal(err)
		}
		if after.Level != before.Level || len(after.Suggested) != 0 || !slices.Equal(after.Marks, before.Marks) {
			t.Fatalf("after undo: %v and %v suggested, before: %v", after.Marks, after.Suggested, before.Marks)
		}
	}
}

func TestUndoLeavesWhatWasSaidSince(t *testing.T) {
	a := testApp(t)
	sat := findLevel(t, a, 2)
	if _, err := a.AcceptSitting(sat, true); err != nil {
		t.Fatal(err)
	}
	item := sat.Answers[0].Item
	if _, err := a.SetMarks(backend, []MarkRequest{request(item, "can-teach")}); err != nil {
		t.Fatal(err)
	}
	after, err := a.UndoSitting(backend, sat.ID)
	if err != nil {
		t.Fatal(err)
	}
	if len(after.Marks) != 1 || after.Marks[0].Item != item || after.Marks[0].Verdict != "can-teach" {
		t.Errorf("after undo: %v", after.Marks)
	}
}

func TestAcceptingTwiceRecordsOnce(t *testing.T) {
	a := testApp(t)
	sat := findLevel(t, a, 4)
	first, err := a.AcceptSitting(sat, true)
	if err != nil {
		t.Fatal(err)
	}
	again, err := a.AcceptSitting(sat, true)
	if err != nil || again.Rated != first.Rated || !slices.Equal(again.Suggested, first.Suggested) {
		t.Errorf("again: %d rated, %d suggested, %v", again.Rated, len(again.Suggested), err)
	}
	history, err := a.ItemHistory(backend, sat.Answers[0].Item)
	if err != nil || len(history) != 1 {
		t.Errorf("the item has %d marks, %v", len(history), err)
	}
}
