package journal

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/levelica/levelica/internal/progress"
)

// openAt opens a journal whose clock the test moves.
func openAt(t *testing.T, dir string, now *time.Time) *Journal {
	t.Helper()
	j, err := Open(t.Context(), dir, Options{Person: "김민아", Now: func() time.Time { return *now }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = j.Close() })
	return j
}

func backUp(t *testing.T, j *Journal, second string) Backup {
	t.Helper()
	b, err := j.Backup(t.Context(), ReasonAsked, second)
	if err != nil {
		t.Fatalf("back up: %v", err)
	}
	return b
}

func backups(t *testing.T, dir, second string) []Backup {
	t.Helper()
	all, err := Backups(dir, second)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// items returns which items the shown profile has rated, by Marks.
func items(t *testing.T, j *Journal) []string {
	t.Helper()
	marks, err := j.Marks(t.Context(), "")
	if err != nil {
		t.Fatal(err)
	}
	ids := []string{}
	for _, m := range marks {
		ids = append(ids, m.Item)
	}
	return ids
}

func TestABackupIsListedWithWhatIsInIt(t *testing.T) {
	dir := t.TempDir()
	j := open(t, dir)
	everything(t, j)
	addProfile(t, j, "מיכל 🙂")
	made := backUp(t, j, "")
	all := backups(t, dir, "")
	if diff := cmp.Diff([]Backup{made}, all); diff != "" {
		t.Fatal(diff)
	}
	b := all[0]
	if b.Marks != 2 || b.First != noon.UnixMilli() || b.Last != noon.UnixMilli() || b.At != noon.UnixMilli() ||
		b.Version != newestVersion() || !cmp.Equal(b.Profiles, []string{"김민아", "מיכל 🙂"}) {
		t.Errorf("it says %+v", b)
	}
	if err := b.Verify(t.Context()); err != nil {
		t.Error(err)
	}
	left, err := filepath.Glob(filepath.Join(dir, "backups", "*"))
	if err != nil || len(left) != 2 {
		t.Errorf("the folder holds %v", left)
	}
}

func TestABackupInWhichOneByteDiffersIsRefused(t *testing.T) {
	dir := t.TempDir()
	j := open(t, dir)
	everything(t, j)
	b := backUp(t, j, "")
	data := read(t, b.Path)
	at := len(data) - 100 // in the text of a row, where no check of SQLite's own would notice
	data[at] ^= 1
	write(t, b.Path, data)
	if err := b.Verify(t.Context()); !errors.Is(err, ErrBackup) {
		t.Errorf("got %v, want ErrBackup", err)
	}
	if _, err := j.Restore(t.Context(), b, ""); !errors.Is(err, ErrBackup) {
		t.Errorf("restoring: got %v, want ErrBackup", err)
	}
	if got := items(t, j); len(got) != 2 {
		t.Errorf("the journal was changed: %v", got)
	}
}

func TestBackupsAreMadeByThemselvesAfterChangesAndNotTooOften(t *testing.T) {
	dir, now := t.TempDir(), noon
	j := openAt(t, dir, &now)
	due := func(want bool) {
		t.Helper()
		made, err := j.BackupWhenDue(t.Context(), "")
		if err != nil || made != want {
			t.Errorf("made %v, want %v, %v", made, want, err)
		}
	}
	record(t, j, markOf("be-001", progress.OnMyOwn))
	due(true)
	record(t, j, markOf("be-002", progress.OnMyOwn))
	due(false) // too early
	now = now.Add(backupEvery)
	due(true)
	now = now.Add(backupEvery)
	due(false) // nothing has changed
	if err := j.RenameProfile(t.Context(), j.Profile().ID, "다른 이름"); err != nil {
		t.Fatal(err)
	}
	due(true)
	record(t, j, markOf("be-003", progress.OnMyOwn))
	now = now.AddDate(-1, 0, 0) // the newest backup is from the future now
	due(true)
}

func TestASecondFolderGetsItsOwnCopy(t *testing.T) {
	dir, second := t.TempDir(), t.TempDir()
	j := open(t, dir)
	everything(t, j)
	b := backUp(t, j, second)
	if all := backups(t, dir, second); len(all) != 1 {
		t.Errorf("%d are listed; the copy is one and the same", len(all))
	}
	if err := os.RemoveAll(filepath.Join(dir, "backups")); err != nil {
		t.Fatal(err)
	}
	all := backups(t, dir, second)
	if len(all) != 1 || all[0].SHA256 != b.SHA256 {
		t.Fatalf("listed %+v", all)
	}
	if err := all[0].Verify(t.Context()); err != nil {
		t.Error(err)
	}
}

func TestWhereTheSecondFolderIsGoneTheFirstStillHasItsBackup(t *testing.T) {
	dir := t.TempDir()
	j := open(t, dir)
	gone := filepath.Join(t.TempDir(), "a file instead of a folder")
	write(t, gone, []byte("x"))
	b, err := j.Backup(t.Context(), ReasonAsked, gone)
	if !errors.Is(err, ErrSecondFolder) {
		t.Errorf("got %v, want ErrSecondFolder", err)
	}
	if err := b.Verify(t.Context()); err != nil {
		t.Error(err)
	}
	unplugged := filepath.Join(t.TempDir(), "unplugged")
	if _, err := j.Backup(t.Context(), ReasonAsked, unplugged); !errors.Is(err, ErrSecondFolder) {
		t.Errorf("got %v, want ErrSecondFolder", err)
	}
	if _, err := os.Stat(unplugged); err == nil {
		t.Error("the folder of the drive was made on this one")
	}
	all, err := Backups(dir, unplugged)
	if !errors.Is(err, ErrSecondFolder) || len(all) != 2 {
		t.Errorf("%d are listed, %v", len(all), err)
	}
}

func TestAnErasedProfileIsRemovedFromTheBackupsTooWhereThatIsWanted(t *testing.T) {
	dir, second := t.TempDir(), t.TempDir()
	j := open(t, dir)
	record(t, j, markOf("be-001", progress.OnMyOwn))
	only := j.Profile()
	backUp(t, j, second) // holds nobody else
	other := addProfile(t, j, "남는 사람")
	both := backUp(t, j, second)
	if err := j.SwitchProfile(t.Context(), other.ID); err != nil {
		t.Fatal(err)
	}
	record(t, j, markOf("be-002", progress.OnMyOwn))
	if err := j.DeleteProfile(t.Context(), only.ID); err != nil {
		t.Fatal(err)
	}
	if err := PurgeProfile(t.Context(), dir, second, only.ID); err != nil {
		t.Fatal(err)
	}
	err := filepath.WalkDir(filepath.Dir(dir), func(path string, entry os.DirEntry, err error) error {
		if err == nil && entry.Type().IsRegular() && bytes.Contains(read(t, path), []byte(only.ID)) {
			t.Errorf("a trace is left in %s", path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	all := backups(t, dir, second)
	if len(all) != 1 || all[0].Sequence != both.Sequence || !cmp.Equal(all[0].Profiles, []string{"남는 사람"}) {
		t.Fatalf("left are %+v", all)
	}
	if err := all[0].Verify(t.Context()); err != nil {
		t.Error(err)
	}
}

func FuzzAnyDescriptionOfABackupVouchesOrIsLeftOut(f *testing.F) {
	f.Add([]byte(`{"sequence":1,"at":1,"reason":"asked","device":"x","sha256":"` + strings.Repeat("0", 64) + `"}`))
	f.Add([]byte(`{"sequence":9223372036854775807,"at":-9223372036854775808,"profiles":["\u202e"],"sha256":"` + strings.Repeat("g", 64) + `"}`))
	f.Add([]byte(`[1, 2]`))
	f.Add([]byte("null"))
	dir := f.TempDir()
	path := filepath.Join(backupFolder(dir), "journal-000001-20261127T000000Z-asked"+copySuffix)
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		f.Fatal(err)
	}
	if err := os.WriteFile(path, []byte("no journal"), 0o600); err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, description []byte) {
		write(t, path+describedSuffix, description)
		all, err := Backups(dir, "")
		if err != nil {
			t.Fatal(err)
		}
		for _, b := range all {
			if b.Path != path {
				t.Errorf("a description led to %s", b.Path)
			}
			if err := b.Verify(t.Context()); !errors.Is(err, ErrBackup) {
				t.Errorf("%+v vouches for what is no journal: %v", b, err)
			}
		}
	})
}
