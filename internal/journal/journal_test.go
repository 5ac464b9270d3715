package journal

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
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

func TestSQLiteIsNewEnoughToBeTrusted(t *testing.T) {
	// 3.41.2, which glebarez/sqlite alone brings, can corrupt a database in WAL mode.
	var version string
	if err := open(t, t.TempDir()).db.Raw("SELECT sqlite_version()").Scan(&version).Error; err != nil {
		t.Fatal(err)
	}
	if version != "3.53.3" {
		t.Errorf("SQLite is %s; go.mod raises it to 3.53.3", version)
	}
}

func TestEveryConnectionHasTheSettingsThatThePromisesRestOn(t *testing.T) {
	j := open(t, t.TempDir())
	for pragma, want := range map[string]string{
		"journal_mode": "wal", "synchronous": "2", "foreign_keys": "1", "busy_timeout": "5000",
	} {
		var got string
		if err := j.db.Raw("PRAGMA " + pragma).Scan(&got).Error; err != nil {
			t.Fatal(err)
		}
		if got != want {
			t.Errorf("PRAGMA %s is %s, want %s", pragma, got, want)
		}
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

func TestARepeatedCallWritesOnce(t *testing.T) {
	j := open(t, t.TempDir())
	m := markOf("be-001", progress.OnMyOwn)
	record(t, j, m)
	record(t, j, m)
	history, err := j.History(t.Context(), m.Guide, m.Item)
	if err != nil {
		t.Fatal(err)
	}
	if len(history) != 1 {
		t.Errorf("the journal has %d marks, want 1", len(history))
	}
}

func TestMarksOfOneCallAreAllWrittenOrNone(t *testing.T) {
	j := open(t, t.TempDir())
	bad := markOf("be-002", progress.OnMyOwn)
	bad.Digest = "short" // refused by the schema
	if err := j.Record(t.Context(), markOf("be-001", progress.OnMyOwn), bad); err == nil {
		t.Fatal("a mark that the schema refuses was taken")
	}
	if marks, _ := j.Marks(t.Context(), "backend-engineering"); len(marks) != 0 {
		t.Errorf("%d marks were written", len(marks))
	}
}

func TestMarksThatNoCallerShouldAskForAreRefused(t *testing.T) {
	j := open(t, t.TempDir())
	for name, spoil := range map[string]func(*progress.Mark){
		"no identifier":    func(m *progress.Mark) { m.ID = "" },
		"not a version 7":  func(m *progress.Mark) { m.ID = uuid.NewString() },
		"upper case":       func(m *progress.Mark) { m.ID = strings.ToUpper(m.ID) },
		"verdict too high": func(m *progress.Mark) { m.Verdict = 4 },
		"no edition":       func(m *progress.Mark) { m.Edition = 0 },
		"no guide":         func(m *progress.Mark) { m.Guide = "" },
	} {
		m := markOf("be-001", progress.OnMyOwn)
		spoil(&m)
		if err := j.Record(t.Context(), m); !errors.Is(err, ErrMark) {
			t.Errorf("%s: got %v, want ErrMark", name, err)
		}
	}
}

func TestMarksAreNeverChanged(t *testing.T) {
	j := open(t, t.TempDir())
	record(t, j, markOf("be-001", progress.OnMyOwn))
	if err := j.db.Exec("UPDATE mark SET verdict = 0").Error; err == nil {
		t.Error("a mark could be changed")
	}
}

func TestHistoryStaysInOrderWhenTheClockGoesBack(t *testing.T) {
	dir := t.TempDir()
	now := noon
	j, err := Open(t.Context(), dir, Options{Now: func() time.Time { return now }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = j.Close() })
	record(t, j, markOf("be-001", progress.OnMyOwn))
	now = noon.AddDate(-1, 0, 0)
	record(t, j, markOf("be-001", progress.NotYet))
	marks, err := j.Marks(t.Context(), "backend-engineering")
	if err != nil {
		t.Fatal(err)
	}
	if present := progress.Present("backend-engineering", marks); present["be-001"].Verdict != progress.NotYet {
		t.Error("the later verdict lost to the earlier one")
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

func TestManyWritersAtOnceLoseNothing(t *testing.T) {
	dir := t.TempDir()
	const writers, each = 4, 25
	var wg sync.WaitGroup
	for range writers {
		j := open(t, dir)
		wg.Go(func() {
			for range each {
				if err := j.Record(context.Background(), markOf("be-001", progress.OnMyOwn)); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
	marks, err := open(t, dir).Marks(t.Context(), "backend-engineering")
	if err != nil {
		t.Fatal(err)
	}
	if len(marks) != writers*each {
		t.Errorf("%d marks are there, %d were acknowledged", len(marks), writers*each)
	}
	for i := 1; i < len(marks); i++ {
		if marks[i].Clock <= marks[i-1].Clock {
			t.Fatalf("two marks have the same place in the order")
		}
	}
}

func TestALockThatAnotherToolHoldsIsSaid(t *testing.T) {
	dir := t.TempDir()
	j := open(t, dir)
	if err := j.db.Exec("PRAGMA busy_timeout = 50").Error; err != nil { // the wait itself is not the promise
		t.Fatal(err)
	}
	other, err := sql.Open("sqlite", filepath.Join(dir, FileName))
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	other.SetMaxOpenConns(1)
	if _, err := other.Exec("BEGIN EXCLUSIVE"); err != nil {
		t.Fatal(err)
	}
	if err := j.Record(t.Context(), markOf("be-001", progress.OnMyOwn)); !errors.Is(err, ErrBusy) {
		t.Errorf("got %v, want ErrBusy", err)
	}
	if _, err := other.Exec("ROLLBACK"); err != nil {
		t.Fatal(err)
	}
	record(t, j, markOf("be-001", progress.OnMyOwn))
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

func TestNamesAreMadeFitToBeKept(t *testing.T) {
	for in, want := range map[string]string{
		"":                        "Me",
		"  \t\n ":                 "Me",
		"Mina\x00 Park\n":         "Mina Park",
		"מיכל 👩‍💻":                "מיכל 👩‍💻",
		"\xff\xfe":                "Me",
		strings.Repeat("가", 5000): strings.Repeat("가", 200),
	} {
		if got := profileName(in); got != want {
			t.Errorf("profileName(%q) = %q, want %q", in, got, want)
		}
	}
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
