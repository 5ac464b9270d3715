package app

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/google/uuid"

	"github.com/levelica/levelica/internal/progress"
)

func TestAPausedSittingGoesOnWhereItWas(t *testing.T) {
	dir := t.TempDir()
	a := appOn(t, dir)
	var first SittingView
	read(t, a, "/sitting/"+backend+".json", &first)
	before, err := a.Sit(SittingRequest{ID: first.ID, Guide: backend, Answers: []ReplyView{{first.Question.Item, "yes"}}})
	if err != nil {
		t.Fatal(err)
	}
	if err := a.close(); err != nil {
		t.Fatal(err)
	}
	later := appOn(t, dir)
	// Home says so before anything is rated.
	if v := homeOf(t, later); !slices.Equal(v.Paused, []PausedSittingView{{Guide: backend, Asked: 1}}) {
		t.Fatalf("paused: %+v", v.Paused)
	}
	var after SittingView
	read(t, later, "/sitting/"+backend+".json", &after)
	if after.ID != before.ID || after.Question != before.Question || !slices.Equal(after.Belief, before.Belief) {
		t.Errorf("it goes on with %+v, was at %+v", after.Question, before.Question)
	}
	// Discarded, it is offered no more.
	if err := later.DiscardSitting(SittingRequest{ID: after.ID, Guide: backend, Answers: after.Answers}); err != nil {
		t.Fatal(err)
	}
	if v := homeOf(t, later); len(v.Paused) != 0 {
		t.Errorf("after discarding Home says %+v", v.Paused)
	}
	var fresh SittingView
	read(t, later, "/sitting/"+backend+".json", &fresh)
	if fresh.ID == after.ID || len(fresh.Answers) != 0 {
		t.Errorf("after discarding: %+v", fresh)
	}
}

func TestAcceptingFreezesTheStandingThatFollows(t *testing.T) {
	a := testApp(t)
	sat := findLevel(t, a, 2)
	if _, err := a.AcceptSitting(sat, false); err != nil {
		t.Fatal(err)
	}
	j, err := a.openJournal(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	all, err := j.Snapshots(t.Context())
	if err != nil || len(all) != 1 || !slices.Equal(all[0].Guides, []string{backend}) {
		t.Fatalf("snapshots: %+v, %v", all, err)
	}
	frozen, err := j.Snapshot(t.Context(), all[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	var doc struct {
		Date   string
		Guides []struct{ Rated int }
	}
	if err := json.Unmarshal([]byte(frozen.Document), &doc); err != nil {
		t.Fatal(err)
	}
	if doc.Date != "2026-11-22" || len(doc.Guides) != 1 || doc.Guides[0].Rated != len(sat.Answers) {
		t.Errorf("the snapshot holds %+v, wanted %d rated", doc, len(sat.Answers))
	}
}

func TestASittingIsRefusedWithThePlaceOfTheFault(t *testing.T) {
	a := testApp(t)
	id := uuid.Must(uuid.NewV7()).String()
	for code, request := range map[string]SittingRequest{
		"guide_not_found": {ID: id, Guide: "없는-가이드"},
		"record_invalid":  {ID: "not an id", Guide: backend},
		"answer_unknown":  {ID: id, Guide: backend, Answers: []ReplyView{{"be-001", "yes"}, {"고양이-🙂", "no"}}},
		"answer_twice":    {ID: id, Guide: backend, Answers: []ReplyView{{"be-001", "yes"}, {"be-001", "no"}}},
		"answer_reply":    {ID: id, Guide: backend, Answers: []ReplyView{{"be-001", strings.Repeat("긴", 500)}}},
	} {
		_, err := a.Sit(request)
		if got := faultOf(t, err); got != code {
			t.Errorf("%s: fault %q", code, got)
		}
	}
	_, err := a.AcceptSitting(SittingRequest{ID: id, Guide: backend, Answers: []ReplyView{{"be-001", "left-out"}}}, true)
	if got := faultOf(t, err); got != "sitting_empty" {
		t.Errorf("nothing answered: fault %q", got)
	}
	_, err = a.UndoSitting(backend, id)
	if got := faultOf(t, err); got != "record_invalid" {
		t.Errorf("nothing accepted: fault %q", got)
	}
}

func TestASittingOnAnOlderEditionKeepsTheAnswersThatStillStand(t *testing.T) {
	a := testApp(t)
	j, err := a.openJournal(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	err = j.SaveAssessment(t.Context(), progress.Assessment{
		ID: uuid.Must(uuid.NewV7()).String(), Guide: backend, Kind: progress.KindPlacement, Edition: 1, State: progress.Paused,
		Answers: `[{"item":"be-001","reply":"yes"},{"item":"be-999","reply":"no"}]`, Result: "{}",
	})
	if err != nil {
		t.Fatal(err)
	}
	var v SittingView
	read(t, a, "/sitting/"+backend+".json", &v)
	if len(v.Answers) != 1 || v.Answers[0].Item != "be-001" {
		t.Errorf("answers: %v", v.Answers)
	}
}
