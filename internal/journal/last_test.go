package journal

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/levelica/levelica/internal/progress"
)

// leftByACrash copies what a process that ended now would leave behind, without the files named.
func leftByACrash(t *testing.T, dir string, without ...string) string {
	t.Helper()
	left := t.TempDir()
	if err := os.CopyFS(left, os.DirFS(dir)); err != nil {
		t.Fatal(err)
	}
	for _, name := range without {
		if err := os.Remove(filepath.Join(left, name)); err != nil {
			t.Fatal(err)
		}
	}
	return left
}

func behind(err error) bool {
	var d *DamagedError
	return errors.As(err, &d) && d.Damage == DamageBehind
}

func TestAJournalWhoseLogWasRemovedIsNotTakenForTheWholeOne(t *testing.T) {
	dir := t.TempDir()
	j := open(t, dir)
	for n := range 3 {
		if err := j.Record(t.Context(), markOf(fmt.Sprintf("be-%03d", n+1), progress.OnMyOwn)); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := j.Backup(t.Context(), ReasonAsked, ""); err != nil {
		t.Fatal(err)
	}
	if err := j.Record(t.Context(), markOf("be-004", progress.CanTeach)); err != nil {
		t.Fatal(err)
	}

	whole := open(t, leftByACrash(t, dir))
	if marks, err := whole.Marks(t.Context(), ""); err != nil || len(marks) != 4 {
		t.Errorf("with its log the journal has %d marks, %v", len(marks), err)
	}

	left := leftByACrash(t, dir, FileName+"-wal", FileName+"-shm")
	before := read(t, filepath.Join(left, FileName))
	for range 2 { // asking again does not make it whole
		if _, err := Open(t.Context(), left, Options{}); !errors.Is(err, ErrDamaged) || !behind(err) {
			t.Fatalf("without its log it opens with %v", err)
		}
	}
	if now := read(t, filepath.Join(left, FileName)); string(now) != string(before) {
		t.Error("the file was changed")
	}

	// The newest backup, and what the file has: after that it is what there is.
	all, err := Backups(left, "")
	if err != nil || len(all) != 1 {
		t.Fatalf("%d backups, %v", len(all), err)
	}
	r, err := Mend(t.Context(), left, &all[0], true, Options{})
	if err != nil || r.Journal != 3 || r.Kept == "" {
		t.Fatalf("mended: %+v, %v", r, err)
	}
	if marks, err := open(t, left).Marks(t.Context(), ""); err != nil || len(marks) != 3 {
		t.Errorf("the mended journal has %d marks, %v", len(marks), err)
	}
}

func TestAnOlderCopyInThePlaceOfTheJournalIsSaid(t *testing.T) {
	dir := t.TempDir()
	j := open(t, dir)
	record := func(item string) {
		t.Helper()
		if err := j.Record(t.Context(), markOf(item, progress.OnMyOwn)); err != nil {
			t.Fatal(err)
		}
	}
	record("be-001")
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	old := read(t, filepath.Join(dir, FileName))
	j = open(t, dir)
	record("be-002")
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(dir, FileName), old)
	if _, err := Open(t.Context(), dir, Options{}); !behind(err) {
		t.Errorf("got %v", err)
	}
	// Whoever wants it that way goes on with what the file has.
	if r, err := Mend(t.Context(), dir, nil, true, Options{}); err != nil || r.Journal != 1 {
		t.Fatalf("mended: %+v, %v", r, err)
	}
	_ = open(t, dir)
}

func TestMarksThatGoForAGoodReasonAreNotMissed(t *testing.T) {
	for name, take := range map[string]func(*Journal, Backup, Profile) error{
		"an older backup": func(j *Journal, b Backup, _ Profile) error {
			_, err := j.Restore(t.Context(), b, "")
			return err
		},
		"an erased profile": func(j *Journal, _ Backup, p Profile) error { return j.DeleteProfile(t.Context(), p.ID) },
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			j := open(t, dir)
			other, err := j.AddProfile(t.Context(), "보라")
			if err != nil {
				t.Fatal(err)
			}
			b, err := j.Backup(t.Context(), ReasonAsked, "")
			if err != nil {
				t.Fatal(err)
			}
			if err := j.SwitchProfile(t.Context(), other.ID); err != nil {
				t.Fatal(err)
			}
			if err := j.Record(t.Context(), markOf("be-001", progress.OnMyOwn)); err != nil {
				t.Fatal(err)
			}
			if err := errors.Join(take(j, b, other), j.Close()); err != nil {
				t.Fatal(err)
			}
			_ = open(t, dir)
		})
	}
}

func TestAMarkThatCouldNotBeRecordedIsNotMissed(t *testing.T) {
	dir := t.TempDir()
	j := open(t, dir)
	if err := j.Record(t.Context(), markOf("be-001", progress.OnMyOwn)); err != nil {
		t.Fatal(err)
	}
	over, cancel := context.WithCancel(t.Context())
	cancel()
	for _, marks := range [][]progress.Mark{
		{markOf("be-002", progress.OnMyOwn)},
		{markOf("be-003", progress.NotYet), markOf("be-004", progress.CanTeach)},
	} {
		if err := j.Record(over, marks...); err == nil {
			t.Fatalf("%d marks were recorded", len(marks))
		}
		again, err := Open(t.Context(), leftByACrash(t, dir), Options{})
		if err != nil {
			t.Fatalf("after %d marks that were refused: %v", len(marks), err)
		}
		if err := again.Close(); err != nil {
			t.Error(err)
		}
	}
}

func TestANoteOfTheLastMarkThatIsSpoiltOrOldKeepsNobodyOut(t *testing.T) {
	dir := t.TempDir()
	j := open(t, dir)
	m := markOf("be-001", progress.OnMyOwn)
	if err := errors.Join(j.Record(t.Context(), m), j.Record(t.Context(), markOf("be-002", progress.OnMyOwn)), j.Close()); err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{"", "\x00\x00\x00\x00", "가나다", m.ID, m.ID + "\n"} {
		write(t, filepath.Join(dir, FileName+lastSuffix), []byte(text))
		if err := open(t, dir).Close(); err != nil {
			t.Errorf("%q: %v", text, err)
		}
	}
	if err := os.Remove(filepath.Join(dir, FileName+lastSuffix)); err != nil {
		t.Fatal(err)
	}
	_ = open(t, dir)
}
