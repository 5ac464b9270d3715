package app

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/uuid"
)

func newID() string { return uuid.Must(uuid.NewV7()).String() }

func noteRequest(item, text string) EvidenceRequest {
	return EvidenceRequest{ID: newID(), Item: item, Kind: "note", Text: text}
}

// evidenceOf reads the evidence on an item as the window does.
func evidenceOf(t *testing.T, a *App, item string) []EvidenceView {
	t.Helper()
	views, err := a.itemEvidence(backend + "." + item)
	if err != nil {
		t.Fatal(err)
	}
	return views
}

func TestEvidenceIsCountedBesideItsItemAndHasALevelOfItsOwn(t *testing.T) {
	a := testApp(t)
	items := levelItems(t, 1)
	var marks []MarkRequest
	for _, item := range items {
		marks = append(marks, request(item, "on-my-own"))
	}
	if _, err := a.SetMarks(backend, marks); err != nil {
		t.Fatal(err)
	}
	var standing StandingView
	for _, item := range items[:8] {
		var err error
		if standing, err = a.AddEvidence(backend, noteRequest(item, "복구를 해 봤습니다 🙂")); err != nil {
			t.Fatal(err)
		}
	}
	if standing.Level != 1 || standing.Evidenced != 1 || len(standing.Evidence) != 8 || standing.Evidence[0] != (EvidenceMark{items[0], 1}) {
		t.Errorf("level %d, evidenced %d, evidence %v", standing.Level, standing.Evidenced, standing.Evidence)
	}
	first := evidenceOf(t, a, items[0])[0]
	standing, err := a.RemoveEvidence(backend, items[0], newID(), first.ID)
	if err != nil || standing.Level != 1 || standing.Evidenced != 0 || len(standing.Evidence) != 7 {
		t.Errorf("after removal: level %d, evidenced %d, %d items with evidence, %v", standing.Level, standing.Evidenced, len(standing.Evidence), err)
	}
	if _, err := a.RemoveEvidence(backend, items[0], newID(), first.ID); err != nil {
		t.Errorf("removing again: %v", err)
	}
	if left := evidenceOf(t, a, items[0]); len(left) != 0 {
		t.Errorf("left: %v", left)
	}
}

func TestAddingEvidenceTwiceUnderOneIDKeepsItOnce(t *testing.T) {
	a := testApp(t)
	r := noteRequest("be-001", "x")
	for range 2 {
		if _, err := a.AddEvidence(backend, r); err != nil {
			t.Fatal(err)
		}
	}
	if got := evidenceOf(t, a, "be-001"); len(got) != 1 {
		t.Errorf("%d pieces", len(got))
	}
}

func TestTheNewestEvidenceComesFirstWithAllThatWasSaid(t *testing.T) {
	a := testApp(t)
	link := EvidenceRequest{ID: newID(), Item: "be-001", Kind: "link", URL: " https://example.org/7 ", Text: " shows it ", On: "2026-11-02", Witness: "이네스"}
	for _, r := range []EvidenceRequest{noteRequest("be-001", "first"), link} {
		if _, err := a.AddEvidence(backend, r); err != nil {
			t.Fatal(err)
		}
	}
	got := evidenceOf(t, a, "be-001")
	if len(got) != 2 || got[0].URL != "https://example.org/7" || got[0].Text != "shows it" || got[0].On != "2026-11-02" || got[0].Witness != "이네스" || got[0].At != noon.UnixMilli() {
		t.Errorf("%+v", got)
	}
}

func TestEvidenceThatCannotBeKeptIsRefusedWithItsField(t *testing.T) {
	a := testApp(t)
	for code, r := range map[string]EvidenceRequest{
		"evidence_text":    noteRequest("be-001", strings.Repeat("긴", 4001)),
		"evidence_url":     {ID: newID(), Item: "be-001", Kind: "link", URL: "javascript:alert(1)"},
		"evidence_file":    {ID: newID(), Item: "be-001", Kind: "file", File: "/etc/passwd"},
		"evidence_day":     {ID: newID(), Item: "be-001", Kind: "note", Text: "x", On: "0000-01-01"},
		"evidence_witness": {ID: newID(), Item: "be-001", Kind: "note", Text: "x", Witness: strings.Repeat("긴", 1001)},
		"item_not_found":   noteRequest("be-999", "x"),
		"record_invalid":   {ID: "7", Item: "be-001", Kind: "note", Text: "x"},
	} {
		if _, err := a.AddEvidence(backend, r); faultOf(t, err) != code {
			t.Errorf("%s: %v", code, err)
		}
	}
	if _, err := a.RemoveEvidence(backend, "be-001", newID(), newID()); faultOf(t, err) != "evidence_not_found" {
		t.Errorf("removing what never was: %v", err)
	}
}

// chosen describes a file as if the person had chosen it in the dialog, and returns its handle.
func choose(t *testing.T, a *App, path string) string {
	t.Helper()
	file, err := a.describe(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	return a.chosen.keep(file)
}

// aFile returns the path of a file that says "first", and what writes another text into it.
func aFile(t *testing.T) (path string, write func(text string)) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "복구 기록 🙂.txt")
	write = func(text string) {
		t.Helper()
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("first")
	return path, write
}

func TestAFileStaysWhereItIsAndIsLookedForThere(t *testing.T) {
	a := testApp(t)
	path, write := aFile(t)
	r := EvidenceRequest{ID: newID(), Item: "be-001", Kind: "file", File: choose(t, a, path)}
	if _, err := a.AddEvidence(backend, r); err != nil {
		t.Fatal(err)
	}
	e := evidenceOf(t, a, "be-001")[0]
	const first = "a7937b64b8caa58f03721bb6bacf5c78cb235febe0e70b1b84cd99541461a08e" // of "first", by sha256sum
	if e.Name != "복구 기록 🙂.txt" || e.Size != 5 || e.SHA256 != first || e.Path != path {
		t.Errorf("%+v", e)
	}
	check := func(want string) {
		t.Helper()
		if v, err := a.CheckEvidence(backend, e.ID); err != nil || v.State != want {
			t.Errorf("it is %s, %v; want %s", v.State, err, want)
		}
	}
	check("there")
	write("other") // as long as before
	check("changed")
	write("first")
	check("there")
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	check("gone")
	if err := os.Mkdir(path, 0o700); err != nil {
		t.Fatal(err)
	}
	check("changed")
}

func TestAFileThatChangedIsTakenAsItIsNowInPlaceOfWhatItWas(t *testing.T) {
	a := testApp(t)
	path, write := aFile(t)
	r := EvidenceRequest{ID: newID(), Item: "be-001", Kind: "file", File: choose(t, a, path), Text: "shows it", On: "2026-11-02", Witness: "이네스"}
	for _, request := range []EvidenceRequest{r, noteRequest("be-001", "x")} {
		if _, err := a.AddEvidence(backend, request); err != nil {
			t.Fatal(err)
		}
	}
	write("second one")
	id := newID()
	for _, id := range []string{id, newID()} { // an outcome that was unknown is asked for again
		standing, err := a.RenewEvidence(backend, "be-001", id, r.ID)
		if err != nil || len(standing.Evidence) != 1 || standing.Evidence[0] != (EvidenceMark{"be-001", 2}) {
			t.Fatalf("evidence %v, %v", standing.Evidence, err)
		}
	}
	const second = "e468f3fb57f6fd47d88040c950497782d50d70a6e1927c8e9a4f32d3841fa9eb"
	now := evidenceOf(t, a, "be-001")[0]
	want := EvidenceView{ID: id, Kind: "file", Text: "shows it", Name: "복구 기록 🙂.txt", Size: 10, SHA256: second, Path: path, On: "2026-11-02", Witness: "이네스", At: now.At}
	if now != want {
		t.Errorf("%+v\nwant %+v", now, want)
	}
	if v, err := a.CheckEvidence(backend, id); err != nil || v.State != fileThere {
		t.Errorf("it is %s, %v", v.State, err)
	}
	if _, err := a.RenewEvidence(backend, "be-002", newID(), id); faultOf(t, err) != "evidence_not_found" {
		t.Errorf("a file of another item: %v", err)
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	if _, err := a.RenewEvidence(backend, "be-001", newID(), id); faultOf(t, err) != "file_unreadable" {
		t.Errorf("a file that is gone: %v", err)
	}
	if left := evidenceOf(t, a, "be-001"); len(left) != 2 || left[0] != now {
		t.Errorf("left after that: %+v", left)
	}
}

func TestTheProgramsOwnFilesAreNoEvidence(t *testing.T) {
	a := testApp(t)
	if _, err := a.session(); err != nil {
		t.Fatal(err)
	}
	link := filepath.Join(t.TempDir(), "innocent.txt")
	if err := os.Symlink(filepath.Join(a.places.data, "journal.db"), link); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{filepath.Join(a.places.data, "journal.db"), link} {
		_, err := a.describe(context.Background(), path)
		if f := (*fault)(nil); !errors.As(err, &f) || f.Code != "evidence_own" {
			t.Errorf("%s: %v", path, err)
		}
	}
}

func TestAHandleIsForgottenOnlyAfterOthersWereChosen(t *testing.T) {
	var c chosenFiles
	first := c.keep(describedFile{name: "first"})
	for range mostChosen - 1 {
		c.keep(describedFile{name: "other"})
	}
	if f, ok := c.take(first); !ok || f.name != "first" {
		t.Errorf("%v, %v", f, ok)
	}
	c.keep(describedFile{name: "one more"})
	if _, ok := c.take(first); ok || len(c.files) != mostChosen {
		t.Errorf("the first of %d is still kept, of %d", mostChosen+1, len(c.files))
	}
	if _, ok := c.take("/etc/passwd"); ok {
		t.Error("a path is taken for a handle")
	}
}
