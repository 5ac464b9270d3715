package journal

import (
	"errors"
	"path/filepath"
	"testing"

	"github.com/levelica/levelica/internal/progress"
)

func TestRestoringBringsEverythingBackAndCanBeUndone(t *testing.T) {
	dir := t.TempDir()
	j := open(t, dir)
	everything(t, j)
	person := j.Profile()
	b := backUp(t, j, "")
	record(t, j, markOf("be-070", progress.CanTeach))
	other := addProfile(t, j, "다른 사람")
	if err := j.SwitchProfile(t.Context(), other.ID); err != nil {
		t.Fatal(err)
	}
	device := j.device

	undo, err := j.Restore(t.Context(), b, "")
	if err != nil {
		t.Fatal(err)
	}
	if j.Profile() != person || j.device != device || len(items(t, j)) != 2 {
		t.Errorf("shown is %+v with %v", j.Profile(), items(t, j))
	}
	for _, table := range recorded {
		if count(t, j, table) == 0 {
			t.Errorf("%s is empty", table)
		}
	}
	if count(t, j, "profile") != 1 {
		t.Error("a profile that the backup does not have is still there")
	}
	record(t, j, markOf("be-069", progress.OnMyOwn)) // life goes on

	if _, err := j.Restore(t.Context(), undo, ""); err != nil {
		t.Fatal(err)
	}
	if count(t, j, "profile") != 2 || count(t, j, "mark") != 3 || j.Profile() != other {
		t.Errorf("the undo shows %+v", j.Profile())
	}
	if left, _ := filepath.Glob(filepath.Join(dir, "backups", "*"+draftSuffix+"*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestABackupOfEveryReleaseCanBeRestored(t *testing.T) {
	dumps, err := filepath.Glob("testdata/v*.sql")
	if err != nil || len(dumps) == 0 {
		t.Fatal(err)
	}
	for _, dump := range dumps {
		t.Run(filepath.Base(dump), func(t *testing.T) {
			dir := t.TempDir()
			j := open(t, dir)
			db, err := connect(restored(t, dump))
			if err != nil {
				t.Fatal(err)
			}
			b, err := keepBackup(t.Context(), db, filepath.Join(dir, FileName), ReasonAsked, noon)
			if err := errors.Join(err, closeDB(db)); err != nil {
				t.Fatal(err)
			}
			records, err := b.Records(t.Context())
			if err != nil || len(records) == 0 || len(records[0].Guides) != 1 || records[0].Guides[0].Marks != b.Marks {
				t.Fatalf("the preview shows %+v, %v", records, err)
			}
			if _, err := j.Restore(t.Context(), b, ""); err != nil {
				t.Fatal(err)
			}
			if n := count(t, j, "mark"); n != b.Marks || n == 0 {
				t.Errorf("%d marks, the backup has %d", n, b.Marks)
			}
		})
	}
}

func TestABackupOfANewerProgramIsLeftAlone(t *testing.T) {
	dir := t.TempDir()
	j := open(t, dir)
	if err := j.db.Exec("PRAGMA user_version = 9999").Error; err != nil {
		t.Fatal(err)
	}
	if _, err := keepBackup(t.Context(), j.db, j.path, ReasonAsked, noon); !errors.Is(err, ErrNewer) {
		t.Errorf("got %v, want ErrNewer", err)
	}
}

func TestAnotherProcessThatHasTheJournalOpenLosesNothingToARestore(t *testing.T) {
	dir := t.TempDir()
	window, command := open(t, dir), open(t, dir)
	record(t, window, markOf("be-001", progress.OnMyOwn))
	b := backUp(t, window, "")
	if _, err := window.Restore(t.Context(), b, ""); err != nil {
		t.Fatal(err)
	}
	record(t, command, markOf("be-002", progress.OnMyOwn))
	if got := items(t, window); len(got) != 2 {
		t.Errorf("the window sees %v", got)
	}
}
