package app

import (
	"slices"
	"testing"

	"github.com/levelica/levelica/internal/journal"
)

// preview returns what restoring the newest backup would change, a profile after the other.
func preview(t *testing.T, a *App) []ProfileChangeView {
	t.Helper()
	b, err := a.findBackup("newest")
	if err != nil {
		t.Fatal(err)
	}
	v, err := a.previewRestore(a.context(), b)
	if err != nil {
		t.Fatal(err)
	}
	return v.Profiles
}

func backUpNow(t *testing.T, a *App) {
	t.Helper()
	if _, err := a.backUp(a.context(), journal.ReasonAsked); err != nil {
		t.Fatal(err)
	}
}

// others returns the rows of a preview that are not the same then.
func others(v ProfileChangeView) []ChangeRowView {
	return slices.DeleteFunc(slices.Clone(v.Rows), func(r ChangeRowView) bool { return !r.Other })
}

func TestAPreviewSaysThatEvidenceAndGoalsAndReportsGoWhereNoRatingDoes(t *testing.T) {
	a := testApp(t)
	rate(t, a, "be-001")
	backUpNow(t, a)
	if got := preview(t, a)[0]; len(got.Rows) != 0 || got.Title != "Nothing changes for "+got.Name+"." {
		t.Fatalf("nothing changed, and the preview says %+v", got)
	}
	if _, err := a.AddEvidence(backend, noteRequest("be-001", "근거 🙂")); err != nil {
		t.Fatal(err)
	}
	if err := a.SetGoal(backend, newID(), 3, ""); err != nil {
		t.Fatal(err)
	}
	if err := a.keepReport(a.context(), newID(), ReportRequest{Guides: []string{backend}}); err != nil {
		t.Fatal(err)
	}
	want := []ChangeRowView{
		{What: "Pieces of evidence", Now: "1", Then: "0", Other: true},
		{What: "Goals", Now: "1", Then: "0", Other: true},
		{What: "Kept reports", Now: "1", Then: "0", Other: true},
	}
	if got := others(preview(t, a)[0]); !slices.Equal(got, want) {
		t.Errorf("the preview says %+v", got)
	}
}

func TestAPreviewTellsAnotherGoalFromTheSameOne(t *testing.T) {
	a := testApp(t)
	rate(t, a, "be-001")
	if err := a.SetGoal(backend, newID(), 3, ""); err != nil {
		t.Fatal(err)
	}
	backUpNow(t, a)
	if err := a.SetGoal(backend, newID(), 5, "2027-06-30"); err != nil {
		t.Fatal(err)
	}
	want := []ChangeRowView{{What: "Goals", Now: "1", Then: "1, not the same", Other: true}}
	if got := others(preview(t, a)[0]); !slices.Equal(got, want) {
		t.Errorf("the preview says %+v", got)
	}
}

func TestAPreviewSaysWhoComesWhoGoesAndWhoHasAnotherName(t *testing.T) {
	a := testApp(t)
	rate(t, a, "be-001")
	v, err := a.AddProfile("מיכל")
	if err != nil {
		t.Fatal(err)
	}
	gone, renamed := person(t, v, "מיכל"), v.Profiles[0]
	backUpNow(t, a)
	if _, err := a.DeleteProfile(gone.ID, false); err != nil {
		t.Fatal(err)
	}
	if _, err := a.RenameProfile(renamed.ID, "김민아 🙂"); err != nil {
		t.Fatal(err)
	}
	if _, err := a.AddProfile("Aiko"); err != nil {
		t.Fatal(err)
	}
	b, err := a.backups()
	if err != nil {
		t.Fatal(err)
	}
	// The newest was made before the deletion, and the oldest by hand: both hold the same.
	restored, err := a.PreviewRestore(b.Backups[len(b.Backups)-1].SHA256)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, p := range restored.Profiles {
		got = append(got, p.Title)
	}
	want := []string{
		"What changes for 김민아 🙂, who is called " + renamed.Name + " then",
		"Aiko is not in it, and is gone then",
		"מיכל comes with it",
	}
	if !slices.Equal(got, want) {
		t.Errorf("the preview says %q", got)
	}
}
