package journal

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/levelica/levelica/internal/progress"
)

func export(t *testing.T, j *Journal, passphrase string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "내 기록 🙂"+ArchiveExtension)
	if err := j.Export(t.Context(), path, passphrase); err != nil {
		t.Fatalf("export: %v", err)
	}
	return path
}

// imported joins an exported journal to another.
func imported(t *testing.T, j *Journal, path, passphrase string) Backup {
	t.Helper()
	a, err := OpenArchive(t.Context(), filepath.Dir(j.path), path, passphrase)
	if err != nil {
		t.Fatalf("open: %v", err)
	}
	defer a.Close()
	undo, err := j.Import(t.Context(), a, "")
	if err != nil {
		t.Fatalf("import: %v", err)
	}
	return undo
}

// rowsIn returns everything that is recorded, as text, without where files lie on this computer.
func rowsIn(t *testing.T, j *Journal) string {
	t.Helper()
	var out strings.Builder
	for _, name := range archived {
		fmt.Fprintln(&out, name)
		if _, err := tables[name].write(j.db.WithContext(t.Context()), &out); err != nil {
			t.Fatal(err)
		}
	}
	return out.String()
}

func TestAJournalMovesToAnotherComputerWhole(t *testing.T) {
	for _, passphrase := range []string{"", "비밀 문장 correct horse 🐎"} {
		from, to := open(t, t.TempDir()), open(t, t.TempDir())
		everything(t, from)
		path := export(t, from, passphrase)
		imported(t, to, path, passphrase)
		if diff := cmp.Diff(rowsIn(t, from), rowsIn(t, to)); diff != "" {
			t.Errorf("the journals differ (-from +to):\n%s", diff)
		}
		if to.Profile() != from.Profile() {
			t.Errorf("shown is %+v", to.Profile())
		}
		if left, _ := filepath.Glob(filepath.Join(filepath.Dir(to.path), "backups", "*"+draftSuffix+"*")); len(left) > 0 {
			t.Errorf("left behind: %v", left)
		}
	}
}

func TestWhereFilesLieOnThisComputerIsNotExported(t *testing.T) {
	j := open(t, t.TempDir())
	everything(t, j)
	r, err := zip.OpenReader(export(t, j, ""))
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	for _, f := range r.File {
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(in)
		if err != nil || bytes.Contains(data, []byte("/home/mina")) {
			t.Errorf("%s names a folder of this computer, %v", f.Name, err)
		}
	}
}

func TestImportingIsAUnionThatRepeatingDoesNotChange(t *testing.T) {
	here, there := open(t, t.TempDir()), open(t, t.TempDir())
	everything(t, here)
	imported(t, there, export(t, here, ""), "")
	record(t, here, markOf("be-010", progress.OnMyOwn))
	record(t, there, markOf("be-020", progress.OnMyOwn))
	path := export(t, there, "")
	undo := imported(t, here, path, "")
	once := rowsIn(t, here)
	if got := items(t, here); len(got) != 4 {
		t.Errorf("the journal has %v", got)
	}
	imported(t, here, path, "")
	if diff := cmp.Diff(once, rowsIn(t, here)); diff != "" {
		t.Error(diff)
	}
	if _, err := here.Restore(t.Context(), undo, ""); err != nil {
		t.Fatal(err)
	}
	if got := items(t, here); len(got) != 3 {
		t.Errorf("after the undo the journal has %v", got)
	}
}

func TestAPreviewShowsWhatAnImportWouldBring(t *testing.T) {
	here, there := open(t, t.TempDir()), open(t, t.TempDir())
	everything(t, here)
	imported(t, there, export(t, here, ""), "")
	record(t, there, markOf("be-020", progress.OnMyOwn))
	a, err := OpenArchive(t.Context(), filepath.Dir(here.path), export(t, there, ""), "")
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	after, err := here.After(t.Context(), a)
	if err != nil {
		t.Fatal(err)
	}
	if len(after) != 1 || after[0].Guides[0].Marks != 3 || len(after[0].Newest) != 5 || len(items(t, here)) != 2 {
		t.Errorf("the preview has %d profiles", len(after))
	}
}

func TestASealedFileOpensOnlyWithItsPassphrase(t *testing.T) {
	j := open(t, t.TempDir())
	everything(t, j)
	path := export(t, j, "하나")
	if data := read(t, path); bytes.Contains(data, []byte("mark")) {
		t.Error("the file shows what is in it")
	}
	for _, wrong := range []string{"", "둘"} {
		if _, err := OpenArchive(t.Context(), t.TempDir(), path, wrong); !errors.Is(err, ErrPassphrase) {
			t.Errorf("%q: got %v, want ErrPassphrase", wrong, err)
		}
	}
}
