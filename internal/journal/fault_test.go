package journal

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/levelica/levelica/internal/progress"
)

// journalFile makes a journal with one mark, closes it, and returns its path.
func journalFile(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	j := open(t, dir)
	record(t, j, markOf("be-001", progress.OnMyOwn))
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	return filepath.Join(dir, FileName)
}

// refused opens the journal at path, expects the error, and expects the file to be as it was.
func refused(t *testing.T, path string, want error) error {
	t.Helper()
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	j, err := Open(t.Context(), filepath.Dir(path), Options{})
	if err == nil {
		_ = j.Close()
	}
	if !errors.Is(err, want) {
		t.Fatalf("got %v, want %v", err, want)
	}
	after, readErr := os.ReadFile(path)
	if readErr != nil {
		t.Fatal(readErr)
	}
	if !bytes.Equal(before, after) {
		t.Error("the file was changed")
	}
	return err
}

func TestAJournalOfANewerVersionIsLeftUntouched(t *testing.T) {
	path := journalFile(t)
	db, err := connect(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(db.Exec("PRAGMA user_version = 9999").Error, closeDB(db)); err != nil {
		t.Fatal(err)
	}
	err = refused(t, path, ErrNewer)
	var newer *NewerError
	if !errors.As(err, &newer) || newer.Found != 9999 || newer.Known != newestVersion() {
		t.Errorf("the versions are not said: %v", err)
	}
}

func TestAFileThatIsNoSoundJournalIsNeverTakenForAFreshStart(t *testing.T) {
	for name, spoilFile := range map[string]func(t *testing.T, path string){
		"empty": func(t *testing.T, path string) { write(t, path, nil) },
		"text":  func(t *testing.T, path string) { write(t, path, []byte("Liebes Tagebuch, 오늘은 🙂")) },
		"damaged header": func(t *testing.T, path string) {
			data := read(t, path)
			copy(data, "garbage garbage ")
			write(t, path, data)
		},
		"cut to a hundred bytes": func(t *testing.T, path string) { write(t, path, read(t, path)[:100]) },
		"cut in half":            func(t *testing.T, path string) { data := read(t, path); write(t, path, data[:len(data)/2]) },
		"another program's database": func(t *testing.T, path string) {
			db, err := connect(path)
			if err != nil {
				t.Fatal(err)
			}
			if err := errors.Join(db.Exec("PRAGMA application_id = 7").Error, closeDB(db)); err != nil {
				t.Fatal(err)
			}
		},
		"without a version": func(t *testing.T, path string) {
			db, err := connect(path)
			if err != nil {
				t.Fatal(err)
			}
			if err := errors.Join(db.Exec("PRAGMA user_version = 0").Error, closeDB(db)); err != nil {
				t.Fatal(err)
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			path := journalFile(t)
			spoilFile(t, path)
			_ = refused(t, path, ErrDamaged)
		})
	}
}

func read(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func write(t *testing.T, path string, data []byte) {
	t.Helper()
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestAFolderInTheJournalsPlaceIsSaid(t *testing.T) {
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, FileName), 0o700); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(t.Context(), dir, Options{}); !errors.Is(err, ErrDamaged) {
		t.Errorf("got %v, want ErrDamaged", err)
	}
}

func TestADataFolderThatCannotBeMadeIsSaid(t *testing.T) {
	// A file where a folder has to be stops every user, root too.
	file := filepath.Join(t.TempDir(), "file")
	write(t, file, []byte("x"))
	_, err := Open(t.Context(), filepath.Join(file, "levelica"), Options{})
	if !errors.Is(err, ErrUnwritable) {
		t.Errorf("got %v, want ErrUnwritable", err)
	}
}

func TestAHalfMadeJournalIsMadeAnew(t *testing.T) {
	// A crash during the first start leaves a draft behind, never a journal.
	dir := t.TempDir()
	write(t, filepath.Join(dir, FileName+".new"), []byte("half"))
	record(t, open(t, dir), markOf("be-001", progress.OnMyOwn))
	if _, err := os.Stat(filepath.Join(dir, FileName+".new")); !errors.Is(err, os.ErrNotExist) {
		t.Error("the draft was left behind")
	}
}

func TestADiskThatFailsIsToldFromOneThatIsFull(t *testing.T) {
	for cause, want := range map[error]error{syscall.EIO: ErrDisk, syscall.ENOSPC: ErrFull} {
		err := translate("back up the journal", "journal.db", &os.PathError{Op: "write", Path: "journal.db", Err: cause})
		if !errors.Is(err, want) || !errors.Is(err, cause) {
			t.Errorf("%v became %v, want %v", cause, err, want)
		}
	}
}

func TestAFullDiskIsSaidAndWhatWasSavedStays(t *testing.T) {
	// SQLite's own limit on pages gives the same answer as a full disk, without being root.
	j := open(t, t.TempDir())
	record(t, j, markOf("be-001", progress.OnMyOwn))
	if err := j.db.Exec("PRAGMA max_page_count = 1").Error; err != nil {
		t.Fatal(err)
	}
	acknowledged := 1
	var err error
	for range 500 {
		if err = j.Record(t.Context(), markOf("be-002", progress.OnMyOwn)); err != nil {
			break
		}
		acknowledged++
	}
	if !errors.Is(err, ErrFull) {
		t.Fatalf("got %v, want ErrFull", err)
	}
	marks, err := j.Marks(t.Context(), "backend-engineering")
	if err != nil || len(marks) != acknowledged {
		t.Errorf("%d marks are there, %d were acknowledged (%v)", len(marks), acknowledged, err)
	}
}
