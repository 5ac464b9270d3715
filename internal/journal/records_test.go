package journal

import (
	"path/filepath"
	"testing"

	"github.com/levelica/levelica/internal/progress"
)

func TestWhatIsTakenBackOrDroppedOrDiscardedIsNotCounted(t *testing.T) {
	j := open(t, t.TempDir())
	everything(t, j)
	kept := func() map[Kind]Kept {
		t.Helper()
		records, err := j.Records(t.Context())
		if err != nil || len(records) != 1 {
			t.Fatal(records, err)
		}
		return records[0].Kept
	}
	before := kept()
	// One of two pieces of evidence is removed already, and a review is no placement.
	for _, kind := range Kinds() {
		if before[kind].Number != 1 {
			t.Errorf("%s: %+v", kind, before[kind])
		}
	}
	if err := j.SetGoal(t.Context(), progress.Goal{ID: newID(), Guide: "backend-engineering", Level: 4}); err != nil {
		t.Fatal(err)
	}
	if after := kept()[KindGoal]; after.Number != 1 || after == before[KindGoal] {
		t.Errorf("another goal is counted as %+v, the one before as %+v", after, before[KindGoal])
	}
	if err := j.SetGoal(t.Context(), progress.Goal{ID: newID(), Guide: "backend-engineering"}); err != nil {
		t.Fatal(err)
	}
	if after := kept()[KindGoal]; after.Number != 0 {
		t.Errorf("a dropped goal is counted as %+v", after)
	}
}

func TestAPreviewOfAnImportCountsWhatBothJournalsHaveOnce(t *testing.T) {
	here, there := open(t, t.TempDir()), open(t, t.TempDir())
	everything(t, here)
	imported(t, there, export(t, here, ""), "")
	if err := there.AddEvidence(t.Context(), noteOf("be-009", "רשומה 🙂")); err != nil {
		t.Fatal(err)
	}
	if err := there.RenameProfile(t.Context(), there.Profile().ID, "김민아"); err != nil {
		t.Fatal(err)
	}
	a, err := OpenArchive(t.Context(), filepath.Dir(here.path), export(t, there, ""), "")
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	after, err := here.After(t.Context(), a)
	if err != nil || len(after) != 1 {
		t.Fatal(after, err)
	}
	got := after[0]
	if got.Kept[KindEvidence].Number != 2 || got.Kept[KindGoal].Number != 1 || got.Kept[KindPlacement].Number != 1 || got.Kept[KindSnapshot].Number != 1 {
		t.Errorf("the preview has %+v", got.Kept)
	}
	if got.Profile.Name != "김민아" {
		t.Errorf("the later name is not the one: %q", got.Profile.Name)
	}
}
