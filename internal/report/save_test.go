package report

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
)

// only fails unless the folder holds exactly these files: nothing half-written stays behind.
func only(t *testing.T, folder string, names ...string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range entries {
		got = append(got, e.Name())
	}
	if strings.Join(got, " ") != strings.Join(names, " ") {
		t.Errorf("the folder holds %q, want %q", got, names)
	}
}

func holds(t *testing.T, path, want string) {
	t.Helper()
	got, err := os.ReadFile(path)
	if err != nil || string(got) != want {
		t.Errorf("%s holds %.40q (%v), want %.40q", path, got, err, want)
	}
}

func put(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func writes(text string) func(io.Writer) error {
	return func(w io.Writer) error { _, err := io.WriteString(w, text); return err }
}

func TestEveryFormatIsSavedWhole(t *testing.T) {
	folder := t.TempDir()
	var names []string
	for _, f := range []Format{CSV, HTML, JSON, Markdown, PDF} { // in the order of their names
		path := filepath.Join(folder, "report"+f.Ext())
		if err := sampleDocument().Save(path, f, false); err != nil {
			t.Fatal(err)
		}
		holds(t, path, string(render(t, sampleDocument(), f)))
		names = append(names, "report"+f.Ext())
	}
	only(t, folder, names...)
}

func TestAnExistingFileIsRefusedAndUntouched(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "report.md")
	put(t, path, "my own notes")
	err := sampleDocument().Save(path, Markdown, false)
	if !errors.Is(err, ErrExists) || !strings.Contains(err.Error(), path) {
		t.Errorf("%v, want ErrExists that names the file", err)
	}
	holds(t, path, "my own notes")
	only(t, folder, "report.md")
}

func TestAnExistingFileIsReplacedWhenAsked(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "report.md")
	put(t, path, "old")
	if err := os.Chmod(path, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := SaveFile(path, true, writes("new")); err != nil {
		t.Fatal(err)
	}
	holds(t, path, "new")
	only(t, folder, "report.md")
	if info, err := os.Stat(path); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Errorf("the file has the rights %v (%v), want those it had", info.Mode(), err)
	}
}

func TestAFailedRenderLeavesNothing(t *testing.T) {
	for _, there := range []bool{false, true} {
		folder := t.TempDir()
		path := filepath.Join(folder, "report.md")
		var names []string
		if there {
			put(t, path, "old")
			names = []string{"report.md"}
		}
		broken := errors.New("broken")
		err := SaveFile(path, true, func(w io.Writer) error { _, _ = io.WriteString(w, "half"); return broken })
		if !errors.Is(err, broken) {
			t.Errorf("%v, want the error of the renderer", err)
		}
		only(t, folder, names...)
		if there {
			holds(t, path, "old")
		}
	}
}

func TestAReadOnlyFileIsKept(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "report.md")
	put(t, path, "protected")
	if err := os.Chmod(path, 0o444); err != nil {
		t.Fatal(err)
	}
	if err := SaveFile(path, true, writes("new")); !errors.Is(err, fs.ErrPermission) {
		t.Errorf("%v, want fs.ErrPermission", err)
	}
	holds(t, path, "protected")
	only(t, folder, "report.md")
}

func TestAMissingFolderIsSaid(t *testing.T) {
	path := filepath.Join(t.TempDir(), "gone", "report.md")
	if err := sampleDocument().Save(path, Markdown, false); !errors.Is(err, fs.ErrNotExist) || !strings.Contains(err.Error(), path) {
		t.Errorf("%v, want fs.ErrNotExist that names the file", err)
	}
}

func TestNoFolderIsReplaced(t *testing.T) { kept(t, t.TempDir()) }

// kept fails unless a save to something that is no regular file is refused and leaves it there.
func kept(t *testing.T, path string) {
	t.Helper()
	before, err := os.Lstat(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := SaveFile(path, true, writes("x")); !errors.Is(err, fs.ErrInvalid) {
		t.Errorf("%s: %v, want fs.ErrInvalid", path, err)
	}
	if after, err := os.Lstat(path); err != nil || !os.SameFile(before, after) {
		t.Errorf("%s is another one now (%v)", path, err)
	}
}

func TestALinkKeepsPointingToItsFile(t *testing.T) {
	folder, elsewhere := t.TempDir(), t.TempDir()
	file, link := filepath.Join(elsewhere, "report.md"), filepath.Join(folder, "link.md")
	put(t, file, "old")
	if err := os.Symlink(file, link); err != nil {
		t.Skip("NOT RUN: this system does not let us make links: ", err)
	}
	if err := SaveFile(link, true, writes("new")); err != nil {
		t.Fatal(err)
	}
	holds(t, file, "new")
	if target, err := os.Readlink(link); err != nil || target != file {
		t.Errorf("the link points to %q (%v)", target, err)
	}
	only(t, folder, "link.md")
	only(t, elsewhere, "report.md")
}

func TestOfManySavesOneWins(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "report.md")
	errs := make([]error, 8)
	var wait sync.WaitGroup
	for i := range errs {
		wait.Go(func() { errs[i] = SaveFile(path, false, writes(strings.Repeat(string(rune('a'+i)), 100))) })
	}
	wait.Wait()
	won := 0
	for _, err := range errs {
		switch {
		case err == nil:
			won++
		case !errors.Is(err, ErrExists):
			t.Error(err)
		}
	}
	if won != 1 {
		t.Errorf("%d saves say that they made the file", won)
	}
	only(t, folder, "report.md")
}
