//go:build faults && linux

package journal

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/levelica/levelica/internal/progress"
)

// These tests stand between a process and the system: strace ends the process at a chosen call, or
// makes the call fail. Each role is ended at every call that changes a file, before it is made.

// changing are the calls of the system that change a file or a folder.
var changing = []string{"pwrite64", "write", "fsync", "fdatasync", "renameat", "unlinkat", "ftruncate", "openat", "mkdirat", "fchmodat"}

// under returns a command that plays a role while the system does something else than it is asked.
func under(inject, role, dir string) *exec.Cmd {
	cmd := child(role, dir)
	traced := exec.Command("strace", append([]string{"-f", "-qq", "-o", os.DevNull, "-e", "trace=" + strings.SplitN(inject, ":", 2)[0],
		"-e", "inject=" + inject}, cmd.Args...)...)
	traced.Env, traced.Stderr = cmd.Env, os.Stderr
	return traced
}

// steps returns which occurrences of a call a process is ended at: all of the first, then ever
// fewer.
func steps(yield func(int) bool) {
	for n := 1; ; n += 1 + n/12 {
		if !yield(n) {
			return
		}
	}
}

// killEverywhere plays a role in a copy of a folder, again and again, ended at a later call each
// time, and looks at what is left. It returns how often it was ended.
func killEverywhere(t *testing.T, role, prepared string, look func(t *testing.T, dir string, where string)) int {
	t.Helper()
	ended := 0
	for _, call := range changing {
		for n := range steps {
			dir := filepath.Join(t.TempDir(), "data")
			if err := os.CopyFS(dir, os.DirFS(prepared)); err != nil {
				t.Fatal(err)
			}
			err := under(fmt.Sprintf("%s:signal=KILL:when=%d", call, n), role, dir).Run()
			if err == nil {
				break // it makes this call fewer than n times
			}
			ended++
			look(t, dir, fmt.Sprintf("%s, ended at %s number %d", role, call, n))
			if t.Failed() {
				return ended
			}
		}
	}
	if ended < 20 {
		t.Errorf("%s was ended only %d times", role, ended)
	}
	t.Logf("%s was ended at %d places", role, ended)
	return ended
}

// prepare makes a journal with three marks and a backup of two of them, and closes it.
func prepare(t *testing.T) (dir string, backup Backup) {
	t.Helper()
	dir = t.TempDir()
	j := open(t, dir)
	record(t, j, markOf("be-001", progress.OnMyOwn), markOf("be-002", progress.OnMyOwn))
	backup = backUp(t, j, "")
	record(t, j, markOf("be-003", progress.OnMyOwn))
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	return dir, backup
}

// soundWith opens the journal that a killed process left, and expects one of several numbers of
// marks, sound pages, and backups that are what was written.
func soundWith(t *testing.T, dir, where string, marks ...int) {
	t.Helper()
	j, err := Open(t.Context(), dir, Options{})
	if err != nil {
		t.Fatalf("%s: the journal does not open: %v", where, err)
	}
	defer j.Close()
	n, err := j.Check(t.Context())
	if err != nil || !slices.Contains(marks, n) {
		t.Errorf("%s: %d marks, want one of %v, %v", where, n, marks, err)
	}
	for _, b := range backups(t, dir, "") {
		if err := b.Verify(t.Context()); err != nil {
			t.Errorf("%s: %s: %v", where, b.Path, err)
		}
	}
}

// again plays a role to its end in what a killed process left.
func again(t *testing.T, role, dir, where string) {
	t.Helper()
	if err := child(role, dir).Run(); err != nil {
		t.Errorf("%s: it cannot be done afterwards: %v", where, err)
	}
}

func TestABackupThatIsEndedAnywhereLeavesOnlyWholeBackups(t *testing.T) {
	dir, _ := prepare(t)
	killEverywhere(t, "backup", dir, func(t *testing.T, dir, where string) {
		soundWith(t, dir, where, 3)
		before := len(backups(t, dir, ""))
		again(t, "backup", dir, where)
		if after := len(backups(t, dir, "")); after != before+1 {
			t.Errorf("%s: %d backups became %d", where, before, after)
		}
	})
}

func TestARestoreThatIsEndedAnywhereLeavesTheStateBeforeOrAfter(t *testing.T) {
	dir, _ := prepare(t)
	killEverywhere(t, "restore", dir, func(t *testing.T, dir, where string) {
		soundWith(t, dir, where, 2, 3)
		again(t, "restore", dir, where)
	})
}

func TestAnImportThatIsEndedAnywhereIsWholeOrNotThere(t *testing.T) {
	dir, _ := prepare(t)
	other := open(t, t.TempDir())
	record(t, other, markOf("be-004", progress.OnMyOwn), markOf("be-005", progress.OnMyOwn))
	if err := os.Rename(export(t, other, ""), filepath.Join(dir, "import"+ArchiveExtension)); err != nil {
		t.Fatal(err)
	}
	killEverywhere(t, "import", dir, func(t *testing.T, dir, where string) {
		soundWith(t, dir, where, 3, 5)
		again(t, "import", dir, where)
		soundWith(t, dir, where, 5)
	})
}

func TestAMigrationThatIsEndedAnywhereLeavesTheOldSchemaOrTheNew(t *testing.T) {
	path := restored(t, "testdata/v1.sql")
	killEverywhere(t, "open", filepath.Dir(path), func(t *testing.T, dir, where string) {
		soundWith(t, dir, where, 5) // opening brings it up to date, whatever it was
		if all := backups(t, dir, ""); len(all) == 0 || all[len(all)-1].Version != 1 || all[len(all)-1].Marks != 5 {
			t.Errorf("%s: the backup before the update is not there: %+v", where, all)
		}
	})
}

func TestAFirstStartThatIsEndedAnywhereLeavesNoHalfJournal(t *testing.T) {
	killEverywhere(t, "open", t.TempDir(), func(t *testing.T, dir, where string) { soundWith(t, dir, where, 0) })
}

func TestMendingThatIsEndedAnywhereLosesNothing(t *testing.T) {
	dir, _ := prepare(t)
	path := filepath.Join(dir, FileName)
	overwrite(t, path, 0, []byte("garbage garbage "))
	hurt := read(t, path)
	killEverywhere(t, "mend", dir, func(t *testing.T, dir, where string) {
		path := filepath.Join(dir, FileName)
		kept, err := filepath.Glob(path + ".corrupt-*")
		if err != nil {
			t.Fatal(err)
		}
		if len(kept) == 0 {
			kept = []string{path}
		}
		if !bytes.Equal(read(t, kept[0]), hurt) {
			t.Errorf("%s: the hurt file is not what it was", where)
		}
		if _, err := os.Stat(path); err == nil && kept[0] != path {
			soundWith(t, dir, where, 3)
			return
		}
		j, err := Open(t.Context(), dir, Options{})
		if !errors.Is(err, ErrDamaged) {
			if err == nil {
				_ = j.Close()
			}
			t.Errorf("%s: opening gave %v", where, err)
		}
		again(t, "mend", dir, where)
	})
}

func TestAnExportThatIsEndedAnywhereLeavesTheOldFileOrTheNew(t *testing.T) {
	dir, _ := prepare(t)
	old := []byte("an older export")
	write(t, filepath.Join(dir, "export"+ArchiveExtension), old)
	killEverywhere(t, "export", dir, func(t *testing.T, dir, where string) {
		path := filepath.Join(dir, "export"+ArchiveExtension)
		if bytes.Equal(read(t, path), old) {
			return
		}
		a, err := OpenArchive(t.Context(), t.TempDir(), path, "")
		if err != nil {
			t.Errorf("%s: %v", where, err)
			return
		}
		_ = a.Close()
	})
}

func TestAReportThatIsEndedAnywhereLeavesTheOldFileOrTheNew(t *testing.T) {
	whole := filepath.Join(t.TempDir(), "whole")
	if err := os.Mkdir(whole, 0o700); err != nil {
		t.Fatal(err)
	}
	again(t, "report", whole, "a whole report")
	want := read(t, filepath.Join(whole, "report.html"))
	dir := t.TempDir()
	old := []byte("an older report")
	write(t, filepath.Join(dir, "report.html"), old)
	killEverywhere(t, "report", dir, func(t *testing.T, dir, where string) {
		if got := read(t, filepath.Join(dir, "report.html")); !bytes.Equal(got, old) && !bytes.Equal(got, want) {
			t.Errorf("%s: the file has %d bytes of %d", where, len(got), len(want))
		}
	})
}

// stubborn lets a child record marks while a call fails once, and ask again with the same IDs.
func stubborn(t *testing.T, inject string) {
	t.Helper()
	dir := t.TempDir()
	if err := open(t, dir).Close(); err != nil {
		t.Fatal(err)
	}
	cmd := under(inject, "retry", dir)
	said, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	var l ledger
	l.hear(said, func() {})
	if err := cmd.Wait(); err != nil {
		t.Fatalf("%s: the child failed: %v", inject, err)
	}
	if l.failed == 0 {
		t.Errorf("%s: no call failed, which proves nothing", inject)
	}
	if lost := l.missing(t, dir, map[string]bool{}); lost > 0 || l.kept != retries {
		t.Errorf("%s: %d marks are lost, %d calls acknowledged", inject, lost, l.kept)
	}
}

func TestAfterAFailureOfTheDiskTheSameMarksCanBeAskedForAgain(t *testing.T) {
	for _, inject := range []string{
		"fsync,fdatasync:error=EIO:when=20", "fsync,fdatasync:error=EIO:when=21", "pwrite64:error=EIO:when=30",
		"pwrite64:error=ENOSPC:when=50", "pwrite64:error=ENOSPC:when=51", "pwrite64:error=ENOSPC:when=52",
	} {
		stubborn(t, inject)
	}
}
