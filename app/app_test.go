package app

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/google/uuid"

	"github.com/levelica/levelica/internal/guide"
)

const backend = "backend-engineering"

var noon = time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)

// testApp is the program on a data folder of the test's own, with a clock that stands at noon.
func testApp(t *testing.T) *App {
	t.Helper()
	return appOn(t, t.TempDir())
}

func appOn(t *testing.T, dir string) *App {
	t.Helper()
	a := New(Config{Build: BuildInfo{Version: "1.2.3"}, DataDir: dir, Language: "en", Now: func() time.Time { return noon }})
	t.Cleanup(func() { _ = a.close() })
	return a
}

func request(item, verdict string) MarkRequest {
	return MarkRequest{ID: uuid.Must(uuid.NewV7()).String(), Item: item, Verdict: verdict}
}

// levelItems returns the IDs of the items of a level.
func levelItems(t *testing.T, level int) []string {
	t.Helper()
	g, err := guide.Shipped().Guide(backend, "en")
	if err != nil {
		t.Fatal(err)
	}
	l, _ := g.Level(level)
	var ids []string
	for _, it := range l.Items {
		ids = append(ids, it.ID)
	}
	return ids
}

// faultOf returns the code of the fault that an error is, as the window would see it.
func faultOf(t *testing.T, err error) string {
	t.Helper()
	if err == nil {
		return ""
	}
	var f fault
	if jsonErr := json.Unmarshal([]byte(FormatFault(err).(string)), &f); jsonErr != nil {
		t.Fatalf("the fault is no JSON: %v", jsonErr)
	}
	return f.Code
}

func TestEverythingIsStillThereAfterARestart(t *testing.T) {
	dir := t.TempDir()
	a := appOn(t, dir)
	if _, err := a.SetMarks(backend, []MarkRequest{request(levelItems(t, 1)[0], "with-help")}); err != nil {
		t.Fatal(err)
	}
	if err := a.close(); err != nil {
		t.Fatal(err)
	}
	v, err := appOn(t, dir).catalogue()
	if err != nil {
		t.Fatal(err)
	}
	at := slices.IndexFunc(v.Guides, func(c CardView) bool { return c.Slug == backend })
	if card := v.Guides[at]; !card.Started || card.LastMark != noon.UnixMilli() || card.Standing.Rated != 1 {
		t.Errorf("the catalogue shows %+v", card)
	}
}

func TestBadInputIsRefusedWithItsFaultAndChangesNothing(t *testing.T) {
	a := testApp(t)
	item := levelItems(t, 1)[0]
	for code, marks := range map[string][]MarkRequest{
		"item_not_found":  {request(item, "on-my-own"), request("be-999", "on-my-own")},
		"verdict_invalid": {request(item, "on-my-own"), request(item, "superb 🙂")},
		"mark_invalid":    {request(item, "on-my-own"), {ID: "1", Item: item, Verdict: "on-my-own"}},
	} {
		_, err := a.SetMarks(backend, marks)
		if got := faultOf(t, err); got != code {
			t.Errorf("got %q, want %q", got, code)
		}
	}
	if code := faultAt(t, a, "/guide/..%5c..%5cetc%5cpasswd.json"); code != "guide_not_found" {
		t.Errorf("got %q", code)
	}
	if _, err := a.PreviewReport(ReportRequest{}); faultOf(t, err) != "report_empty" {
		t.Errorf("got %v", err)
	}
	if _, err := a.SaveReport(ReportRequest{Guides: []string{backend}, Format: "docx"}); faultOf(t, err) != "format_unknown" {
		t.Errorf("got %v", err)
	}
	if _, err := a.SaveReport(ReportRequest{Guides: []string{backend}, Format: "badge.json"}); faultOf(t, err) != "badge_level" {
		t.Errorf("got %v", err)
	}
	if v, err := a.openGuide(backend); err != nil || len(v.Standing.Marks) != 0 {
		t.Errorf("marks were written: %v, %v", v.Standing.Marks, err)
	}
}

func TestAJournalThatCannotBeOpenedIsAFaultAndTryingAgainHelps(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "journal.db")
	if err := os.WriteFile(path, []byte("not a database, 다른 파일"), 0o600); err != nil {
		t.Fatal(err)
	}
	a := appOn(t, dir)
	if code := faultAt(t, a, "/start.json"); code != "journal_damaged" {
		t.Fatalf("got %q", code)
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	s, err := a.session()
	if err != nil {
		t.Fatal(err)
	}
	if s.Version != "1.2.3" || s.DataDir != dir || s.Profile == "" {
		t.Errorf("session %+v", s)
	}
}
