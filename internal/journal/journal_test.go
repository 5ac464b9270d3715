package journal

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/uuid"

	"github.com/levelica/levelica/internal/progress"
)

var noon = time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)

// open opens a journal in a folder of the test's own, with a clock that stands at noon.
func open(t *testing.T, dir string) *Journal {
	t.Helper()
	j, err := Open(t.Context(), dir, Options{Person: "김민아", Now: func() time.Time { return noon }})
	if err != nil {
		t.Fatalf("open: %v", err)
	}
	t.Cleanup(func() { _ = j.Close() })
	return j
}

func markOf(item string, verdict progress.Verdict) progress.Mark {
	return progress.Mark{
		ID: uuid.Must(uuid.NewV7()).String(), Guide: "backend-engineering", Item: item, Verdict: verdict,
		Origin: progress.OriginSelf, Edition: 1, Digest: "0123456789abcdef",
	}
}

func record(t *testing.T, j *Journal, marks ...progress.Mark) {
	t.Helper()
	if err := j.Record(t.Context(), marks...); err != nil {
		t.Fatalf("record: %v", err)
	}
}

// oddName is a name for a folder with what patterns, addresses and shells stumble over, as far as the
// system allows it in a name.
func oddName() string {
	if runtime.GOOS == "windows" {
		return "[a]b #c%20 데이터"
	}
	return "[a]?b* #c%20 데이터"
}

func TestAFirstStartMakesAPrivateFolderAndOneProfile(t *testing.T) {
	dir := filepath.Join(t.TempDir(), oddName(), "levelica")
	j := open(t, dir)
	if j.Profile().Name != "김민아" {
		t.Errorf("the profile is named %q", j.Profile().Name)
	}
	info, err := os.Stat(dir)
	if err != nil {
		t.Fatal(err)
	}
	if runtime.GOOS != "windows" && info.Mode().Perm() != 0o700 {
		t.Errorf("the data folder has mode %o", info.Mode().Perm())
	}
	if _, err := os.Stat(filepath.Join(dir, FileName)); err != nil {
		t.Errorf("the journal is not where it should be: %v", err)
	}
}

func TestMarksAreStillThereAfterClosingAndOpening(t *testing.T) {
	dir := t.TempDir()
	j := open(t, dir)
	first, second := markOf("be-001", progress.OnMyOwn), markOf("be-002", progress.WithHelp)
	record(t, j, first)
	record(t, j, second)
	before, err := j.Marks(t.Context(), "backend-engineering")
	if err != nil {
		t.Fatal(err)
	}
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	after, err := open(t, dir).Marks(t.Context(), "backend-engineering")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(before, after); diff != "" || len(after) != 2 {
		t.Errorf("marks changed (-before +after):\n%s", diff)
	}
}

func TestAnotherProcessIsNoticedAndOwnWritesAreNot(t *testing.T) {
	dir := t.TempDir()
	window, command := open(t, dir), open(t, dir)
	ask := func() bool {
		t.Helper()
		changed, err := window.Changed(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		return changed
	}
	record(t, window, markOf("be-001", progress.OnMyOwn))
	if ask() {
		t.Error("an own write was taken for another's")
	}
	record(t, command, markOf("be-002", progress.OnMyOwn))
	if !ask() {
		t.Error("another's write was not noticed")
	}
	if ask() {
		t.Error("one write was noticed twice")
	}
}

func TestAWriteBeforeTheFirstQuestionIsNoticed(t *testing.T) {
	dir := t.TempDir()
	window := open(t, dir)
	record(t, open(t, dir), markOf("be-001", progress.OnMyOwn))
	if changed, err := window.Changed(t.Context()); err != nil || !changed {
		t.Errorf("changed %v, %v", changed, err)
	}
}

func TestOnlyOneWindowHasTheDataFolder(t *testing.T) {
	dir := t.TempDir()
	lock, err := LockWindow(dir)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := LockWindow(dir); !errors.Is(err, ErrLocked) {
		t.Errorf("got %v, want ErrLocked", err)
	}
	if err := lock.Release(); err != nil {
		t.Fatal(err)
	}
	again, err := LockWindow(dir)
	if err != nil {
		t.Fatalf("the lock was not given back: %v", err)
	}
	_ = again.Release()
}

func TestNobodyElseMayReadTheJournalOrItsBackups(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Log("NOT RUN: Windows has no such modes; the folder of a person is theirs alone there")
		return
	}
	dir := t.TempDir()
	path := filepath.Join(dir, FileName)
	private := func(when string) {
		t.Helper()
		files, err := filepath.Glob(filepath.Join(dir, "journal.db*"))
		if err != nil {
			t.Fatal(err)
		}
		copies, err := filepath.Glob(filepath.Join(backupFolder(dir), "*"))
		if err != nil || len(files) < 3 || len(copies) != 2 {
			t.Fatalf("%s: %v, %v, %v", when, files, copies, err)
		}
		for _, name := range append(files, copies...) {
			info, err := os.Stat(name)
			if err != nil {
				t.Fatal(err)
			}
			if info.Mode().Perm() != 0o600 {
				t.Errorf("%s: %s has mode %o", when, filepath.Base(name), info.Mode().Perm())
			}
		}
	}
	j := open(t, dir)
	record(t, j, markOf("be-001", progress.OnMyOwn))
	if _, err := j.Backup(t.Context(), ReasonAsked, ""); err != nil {
		t.Fatal(err)
	}
	private("a new journal")
	// What a version before this one left, while a program has it open and its log is there.
	for _, name := range []string{path, path + "-wal", path + "-shm"} {
		if err := os.Chmod(name, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	record(t, open(t, dir), markOf("be-002", progress.OnMyOwn))
	private("a journal of an older version")
}
