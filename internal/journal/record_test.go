package journal

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/google/uuid"

	"github.com/levelica/levelica/internal/progress"
)

func newID() string { return uuid.Must(uuid.NewV7()).String() }

func noteOf(item, text string) progress.Evidence {
	return progress.Evidence{ID: newID(), Guide: "backend-engineering", Item: item, Kind: progress.EvidenceNote, Text: text}
}

// everything adds a row of every kind to the journal.
func everything(t *testing.T, j *Journal) {
	t.Helper()
	record(t, j, markOf("be-001", progress.OnMyOwn))
	file := progress.Evidence{
		ID: newID(), Guide: "backend-engineering", Item: "be-002", Kind: progress.EvidenceFile, Name: "설계 🙂.pdf",
		SHA256: strings.Repeat("0a", 32), Size: 12, Witness: "מיכל", On: "2026-10-01", Path: "/home/mina/설계 🙂.pdf",
	}
	note := noteOf("be-001", "리뷰에서 확인함 "+strings.Repeat("가", 3000))
	s := progress.Snapshot{
		ID: newID(), Title: "내 보고서", Guides: []string{note.Guide}, Language: "ko", Document: `{"level":1}`, Options: "{}",
	}
	for _, err := range []error{
		j.AddEvidence(t.Context(), note, file),
		j.AddEvidence(t.Context(), progress.Evidence{ID: newID(), Guide: note.Guide, Item: note.Item, Removes: note.ID}),
		j.Accept(t.Context(), progress.Assessment{ID: newID(), Guide: note.Guide, Kind: progress.KindPlacement, Edition: 1, Answers: "[]", Result: "{}"},
			[]progress.Mark{markOf("be-003", progress.WithHelp)}, &s),
		j.SaveAssessment(t.Context(), progress.Assessment{ID: newID(), Guide: note.Guide, Kind: progress.KindReview, Edition: 1, Answers: "[]", State: progress.Paused, Result: "{}"}),
		j.SetGoal(t.Context(), progress.Goal{ID: newID(), Guide: note.Guide, Level: 3, By: "2027-06-30"}),
		j.AddPrediction(t.Context(), progress.Prediction{ID: newID(), Guide: note.Guide, Edition: 1, Level: 2}),
		j.Carry(t.Context(), progress.Receipt{ID: newID(), Guide: note.Guide, From: 1, To: 2, Document: "{}"}, nil),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
}

// recorded are the tables that hold what a profile recorded.
var recorded = []string{"mark", "evidence", "assessment", "snapshot", "goal", "prediction", "receipt"}

func count(t *testing.T, j *Journal, table string) (n int) {
	t.Helper()
	if err := j.db.Raw("SELECT count(*) FROM " + table).Scan(&n).Error; err != nil {
		t.Fatal(err)
	}
	return n
}

func TestEverythingIsStillThereAfterClosingAndOpening(t *testing.T) {
	dir := t.TempDir()
	j := open(t, dir)
	everything(t, j)
	all := func(j *Journal) []any {
		ctx := t.Context()
		marks, err1 := j.Marks(ctx, "")
		evidence, err2 := j.Evidence(ctx, "")
		sittings, err3 := j.Assessments(ctx, "")
		snapshots, err4 := j.Snapshots(ctx)
		goals, err5 := j.Goals(ctx)
		predictions, err6 := j.Predictions(ctx, "")
		receipts, err7 := j.Receipts(ctx, "backend-engineering")
		if err := errors.Join(err1, err2, err3, err4, err5, err6, err7); err != nil {
			t.Fatal(err)
		}
		if len(marks) != 2 || len(evidence) != 3 || len(sittings) != 2 || len(snapshots)*len(goals)*len(predictions)*len(receipts) != 1 {
			t.Fatalf("rows are missing: %d marks, %d evidence, %d assessments", len(marks), len(evidence), len(sittings))
		}
		return []any{marks, evidence, sittings, snapshots, goals, predictions, receipts}
	}
	before := all(j)
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(before, all(open(t, dir))); diff != "" {
		t.Errorf("the record changed (-before +after):\n%s", diff)
	}
}

func TestWhatIsRecordedIsNeverChanged(t *testing.T) {
	j := open(t, t.TempDir())
	everything(t, j)
	for _, table := range recorded {
		sql := "UPDATE " + table + " SET at = at + 1"
		if table == "assessment" {
			sql += " WHERE state = 'accepted'"
		}
		if err := j.db.Exec(sql).Error; err == nil {
			t.Errorf("a row of %s could be changed", table)
		}
	}
}

func TestEvidenceThatIsRemovedIsNoLongerStandingButStillKept(t *testing.T) {
	j := open(t, t.TempDir())
	first, second := noteOf("be-001", "첫째"), noteOf("be-001", "둘째 🙂")
	taken := progress.Evidence{ID: newID(), Guide: first.Guide, Item: first.Item, Removes: first.ID}
	if err := j.AddEvidence(t.Context(), first, second, taken, taken); err != nil {
		t.Fatal(err)
	}
	all, err := j.Evidence(t.Context(), first.Guide)
	if err != nil || len(all) != 3 {
		t.Fatalf("%d rows, %v", len(all), err)
	}
	want := map[string][]progress.Evidence{"be-001": {second}}
	if diff := cmp.Diff(want, progress.Pieces(first.Guide, all), cmpopts.IgnoreFields(progress.Evidence{}, "Device", "Clock", "At")); diff != "" {
		t.Error(diff)
	}
}

func TestEvidenceThatNoCallerShouldAskForIsRefused(t *testing.T) {
	j := open(t, t.TempDir())
	for name, spoil := range map[string]func(*progress.Evidence){
		"no identifier":     func(e *progress.Evidence) { e.ID = newID()[:35] },
		"no item":           func(e *progress.Evidence) { e.Item = "" },
		"an empty note":     func(e *progress.Evidence) { e.Text = " \n" },
		"a script as link":  func(e *progress.Evidence) { e.Kind, e.URL = progress.EvidenceLink, "javascript:alert(1)" },
		"removal of no one": func(e *progress.Evidence) { e.Removes = "the other" },
		"an unknown kind":   func(e *progress.Evidence) { e.Kind = "video" },
	} {
		e := noteOf("be-001", "good")
		spoil(&e)
		err := j.AddEvidence(t.Context(), noteOf("be-002", "also good"), e)
		if !errors.Is(err, ErrRecord) && !errors.Is(err, progress.ErrEvidence) {
			t.Errorf("%s: got %v", name, err)
		}
	}
	if n := count(t, j, "evidence"); n != 0 {
		t.Errorf("%d rows were written beside a refused one", n)
	}
}

func TestASnapshotThatIsTakenBackIsNoLongerListed(t *testing.T) {
	j, ctx := open(t, t.TempDir()), t.Context()
	s := progress.Snapshot{ID: newID(), Title: "첫 보고서", Guides: []string{"a", "b"}, Language: "ko", Document: `{"a":1}`, Options: `{"items":true}`}
	if err := j.AddSnapshot(ctx, s); err != nil {
		t.Fatal(err)
	}
	whole, err := j.Snapshot(ctx, s.ID)
	if diff := cmp.Diff(s, whole, cmpopts.IgnoreFields(progress.Snapshot{}, "Device", "Clock", "At")); diff != "" || err != nil {
		t.Errorf("%v %s", err, diff)
	}
	if listed, err := j.Snapshots(ctx); err != nil || len(listed) != 1 || listed[0].Document != "" || listed[0].Title != s.Title {
		t.Errorf("listed %+v, %v", listed, err)
	}
	if err := j.AddSnapshot(ctx, progress.Snapshot{ID: newID(), Removes: s.ID}); err != nil {
		t.Fatal(err)
	}
	if listed, err := j.Snapshots(ctx); err != nil || len(listed) != 0 {
		t.Errorf("listed %+v, %v", listed, err)
	}
	if _, err := j.Snapshot(ctx, s.ID); !errors.Is(err, ErrRecord) {
		t.Errorf("got %v, want ErrRecord", err)
	}
}

func TestAPausedAssessmentGoesOnAndOneThatIsOverDoesNot(t *testing.T) {
	j := open(t, t.TempDir())
	a := progress.Assessment{
		ID: newID(), Guide: "backend-engineering", Kind: progress.KindPlacement, Edition: 1,
		Answers: `["be-001"]`, State: progress.Paused, Result: "{}",
	}
	save := func(want error) {
		t.Helper()
		if err := j.SaveAssessment(t.Context(), a); !errors.Is(err, want) {
			t.Errorf("got %v, want %v", err, want)
		}
	}
	save(nil)
	a.Answers = `["be-001","be-012"]`
	save(nil)
	kept, err := j.Assessments(t.Context(), a.Guide)
	if err != nil || len(kept) != 1 || kept[0].Answers != a.Answers {
		t.Fatalf("%+v, %v", kept, err)
	}
	a.State = progress.Discarded
	save(nil)
	save(nil) // repeated
	a.State = progress.Paused
	save(ErrOver)
	if err := j.Accept(t.Context(), a, nil, nil); !errors.Is(err, ErrOver) {
		t.Errorf("a discarded assessment was accepted: %v", err)
	}
}

func TestAcceptingWritesAssessmentMarksAndSnapshotOrNothing(t *testing.T) {
	j := open(t, t.TempDir())
	a := progress.Assessment{ID: newID(), Guide: "backend-engineering", Kind: progress.KindPlacement, Edition: 1, Answers: "[]", Result: "{}"}
	s := progress.Snapshot{ID: newID(), Guides: []string{a.Guide}, Language: "en", Document: "{}", Options: "{}"}
	bad := markOf("be-002", progress.OnMyOwn)
	bad.Digest = "short" // refused by the schema, at the last moment
	if err := j.Accept(t.Context(), a, []progress.Mark{markOf("be-001", progress.OnMyOwn), bad}, &s); err == nil {
		t.Fatal("a mark that the schema refuses was taken")
	}
	for _, table := range recorded {
		if n := count(t, j, table); n != 0 {
			t.Errorf("%s has %d rows", table, n)
		}
	}
	marks := []progress.Mark{markOf("be-001", progress.OnMyOwn), markOf("be-002", progress.NotYet)}
	for range 2 { // the second is a repeated call
		if err := j.Accept(t.Context(), a, marks, &s); err != nil {
			t.Fatal(err)
		}
	}
	for table, want := range map[string]int{"mark": 2, "assessment": 1, "snapshot": 1} {
		if n := count(t, j, table); n != want {
			t.Errorf("%s has %d rows, want %d", table, n, want)
		}
	}
}

func TestTheNewestGoalOfAGuideIsTheOneUntilItIsDropped(t *testing.T) {
	j := open(t, t.TempDir())
	set := func(guide string, level int, by string) {
		t.Helper()
		if err := j.SetGoal(t.Context(), progress.Goal{ID: newID(), Guide: guide, Level: level, By: by}); err != nil {
			t.Fatal(err)
		}
	}
	set("backend-engineering", 3, "2027-01-31")
	set("data-analysis", 2, "")
	set("backend-engineering", 4, "2027-12-31")
	set("data-analysis", 0, "")
	goals, err := j.Goals(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	goal, ok := progress.PresentGoal("backend-engineering", goals)
	if !ok || goal.Level != 4 || goal.By != "2027-12-31" {
		t.Errorf("the goal is %+v", goal)
	}
	if goal, ok := progress.PresentGoal("data-analysis", goals); ok {
		t.Errorf("a dropped goal stands: %+v", goal)
	}
}

func TestRecordsThatNoCallerShouldAskForAreRefused(t *testing.T) {
	j, ctx := open(t, t.TempDir()), t.Context()
	for name, err := range map[string]error{
		"goal of level 8":          j.SetGoal(ctx, progress.Goal{ID: newID(), Guide: "g", Level: 8}),
		"goal by no date":          j.SetGoal(ctx, progress.Goal{ID: newID(), Guide: "g", Level: 1, By: "soon"}),
		"prediction of level -1":   j.AddPrediction(ctx, progress.Prediction{ID: newID(), Guide: "g", Edition: 1, Level: -1}),
		"snapshot without JSON":    j.AddSnapshot(ctx, progress.Snapshot{ID: newID(), Guides: []string{"g"}, Language: "en", Document: "{", Options: "{}"}),
		"snapshot without guide":   j.AddSnapshot(ctx, progress.Snapshot{ID: newID(), Language: "en", Document: "{}", Options: "{}"}),
		"receipt of edition 0":     j.Carry(ctx, progress.Receipt{ID: newID(), Guide: "g", From: 0, To: 1, Document: "{}"}, nil),
		"assessment of a new kind": j.SaveAssessment(ctx, progress.Assessment{ID: newID(), Guide: "g", Edition: 1, Kind: "exam", State: progress.Paused, Answers: "[]", Result: "{}"}),
		"accepted by saving":       j.SaveAssessment(ctx, progress.Assessment{ID: newID(), Guide: "g", Edition: 1, Kind: progress.KindReview, State: progress.Accepted, Answers: "[]", Result: "{}"}),
	} {
		if !errors.Is(err, ErrRecord) {
			t.Errorf("%s: got %v, want ErrRecord", name, err)
		}
	}
}

func TestAnEditionsMarksAndReceiptAreCarriedTogetherOrNotAtAll(t *testing.T) {
	j := open(t, t.TempDir())
	r := progress.Receipt{ID: newID(), Guide: "backend-engineering", From: 1, To: 2, Document: `{"moved":["be-001"]}`}
	bad := markOf("be-002", progress.OnMyOwn)
	bad.Digest = "short"
	if err := j.Carry(t.Context(), r, []progress.Mark{bad}); err == nil {
		t.Fatal("a mark that the schema refuses was taken")
	}
	if n := count(t, j, "receipt"); n != 0 {
		t.Error("a receipt stands for marks that are not there")
	}
	if err := j.Carry(t.Context(), r, []progress.Mark{markOf("be-002", progress.OnMyOwn)}); err != nil {
		t.Fatal(err)
	}
	if count(t, j, "receipt") != 1 || count(t, j, "mark") != 1 {
		t.Error("marks and receipt are not both there")
	}
}

func TestWhoExpectsToBeStartingOutOrAtTheTopMaySaySo(t *testing.T) {
	j := open(t, t.TempDir())
	for _, level := range []int{0, 7} {
		if err := j.AddPrediction(t.Context(), progress.Prediction{ID: newID(), Guide: "g", Edition: 1, Level: level}); err != nil {
			t.Errorf("level %d: %v", level, err)
		}
	}
	if kept, err := j.Predictions(t.Context(), "g"); err != nil || len(kept) != 2 || kept[0].Level != 0 || kept[1].Level != 7 {
		t.Errorf("%+v, %v", kept, err)
	}
}
