package journal

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/levelica/levelica/internal/progress"
)

const (
	inBackup = 300 // marks that the backup has
	inAll    = 700
)

// hurtJournal makes a journal with a backup and later marks, closes it, and spoils its file.
func hurtJournal(t *testing.T, spoil func(path string)) (dir string) {
	t.Helper()
	dir = t.TempDir()
	j := open(t, dir)
	everything(t, j)
	fillTo := func(most int) {
		var marks []progress.Mark
		for n := count(t, j, "mark"); n < most; n++ {
			marks = append(marks, markOf(fmt.Sprintf("be-%03d", n%70+1), progress.OnMyOwn))
		}
		record(t, j, marks...)
	}
	fillTo(inBackup)
	backUp(t, j, "")
	fillTo(inAll)
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	spoil(filepath.Join(dir, FileName))
	return dir
}

// overwrite puts other bytes over a part of a file.
func overwrite(t *testing.T, path string, at int, with []byte) {
	t.Helper()
	data := read(t, path)
	copy(data[at:], with)
	write(t, path, data)
}

func noise(n int) []byte {
	random := rand.New(rand.NewPCG(47, uint64(n)))
	out := make([]byte, n)
	for i := range out {
		out[i] = byte(random.Uint32())
	}
	return out
}

// damages are ways in which a file gets hurt, and how many of the marks can be read afterwards at
// least.
var damages = map[string]struct {
	readable int
	spoil    func(t *testing.T, path string)
}{
	"the first hundred bytes": {inAll, func(t *testing.T, path string) { overwrite(t, path, 0, noise(100)) }},
	"the first page":          {inAll, func(t *testing.T, path string) { overwrite(t, path, 0, noise(pageSize)) }},
	"the second page":         {inAll, func(t *testing.T, path string) { overwrite(t, path, pageSize, noise(pageSize)) }},
	"a third of the pages": {inAll / 3, func(t *testing.T, path string) {
		for at := 5 * pageSize; at < len(read(t, path))-pageSize; at += 3 * pageSize {
			overwrite(t, path, at, noise(pageSize))
		}
	}},
	"cut in half":   {inAll / 8, func(t *testing.T, path string) { data := read(t, path); write(t, path, data[:len(data)/2]) }},
	"emptied":       {0, func(t *testing.T, path string) { write(t, path, nil) }},
	"another file":  {0, func(t *testing.T, path string) { write(t, path, []byte(strings.Repeat("오늘 🙂 ", 5000))) }},
	"removed":       {0, func(_ *testing.T, path string) { _ = os.Remove(path) }},
	"one byte left": {0, func(t *testing.T, path string) { write(t, path, []byte("S")) }},
}

func TestAHurtJournalIsMendedFromABackupAndFromWhatCanStillBeRead(t *testing.T) {
	for name, damage := range damages {
		t.Run(name, func(t *testing.T) {
			dir := hurtJournal(t, func(path string) { damage.spoil(t, path) })
			path := filepath.Join(dir, FileName)
			before, gone := os.ReadFile(path)
			if _, err := Open(t.Context(), dir, Options{}); !errors.Is(err, ErrDamaged) {
				t.Fatalf("opening: got %v, want ErrDamaged", err)
			}
			left, err := Readable(t.Context(), dir)
			if err != nil || left < damage.readable {
				t.Errorf("%d of %d marks can be read, want %d, %v", left, inAll, damage.readable, err)
			}
			newest := backups(t, dir, "")[0]
			r, err := Mend(t.Context(), dir, &newest, true, Options{})
			if err != nil {
				t.Fatal(err)
			}
			j := open(t, dir)
			if n := count(t, j, "mark"); n < inBackup || n < left || n != r.Journal {
				t.Errorf("the journal has %d marks; %d were readable, %d in the backup; said %+v", n, left, inBackup, r)
			}
			if damage.readable == inAll && r.Journal != inAll {
				t.Errorf("%d of %d marks are back", r.Journal, inAll)
			}
			if _, err := j.Check(t.Context()); err != nil {
				t.Error(err)
			}
			for _, table := range recorded {
				if count(t, j, table) == 0 {
					t.Errorf("%s is empty", table)
				}
			}
			if gone == nil && !bytes.Equal(before, read(t, r.Kept)) {
				t.Error("the hurt file was not kept as it was")
			}
			if left, _ := filepath.Glob(filepath.Join(dir, "*"+draftSuffix+"*")); len(left) > 0 {
				t.Errorf("left behind: %v", left)
			}
		})
	}
}

func TestWithoutABackupWhatCanBeReadIsTheJournal(t *testing.T) {
	dir := hurtJournal(t, func(path string) { overwrite(t, path, 0, noise(100)) })
	r, err := Mend(t.Context(), dir, nil, true, Options{})
	if err != nil || r.Journal != inAll || r.Read != inAll {
		t.Fatalf("%+v, %v", r, err)
	}
	j := open(t, dir)
	if got := items(t, j); len(got) != inAll {
		t.Errorf("the profile that is shown has %d marks", len(got))
	}
	record(t, j, markOf("be-001", progress.CanTeach))
}

func TestAnEmptyJournalComesOnlyWhenItIsAskedFor(t *testing.T) {
	for name, spoil := range map[string]func(path string){
		"emptied": func(path string) { write(t, path, nil) },
		"removed": func(path string) { _ = os.Remove(path) },
	} {
		t.Run(name, func(t *testing.T) {
			dir := hurtJournal(t, spoil)
			for range 2 {
				if _, err := Open(t.Context(), dir, Options{}); !errors.Is(err, ErrDamaged) {
					t.Fatalf("got %v, want ErrDamaged", err)
				}
			}
			r, err := Mend(t.Context(), dir, nil, false, Options{Person: "새 출발"})
			if err != nil || r.Journal != 0 {
				t.Fatalf("%+v, %v", r, err)
			}
			j := open(t, dir)
			if j.Profile().Name != "새 출발" || count(t, j, "mark") != 0 {
				t.Errorf("%+v with %d marks", j.Profile(), count(t, j, "mark"))
			}
		})
	}
}

func TestAJournalWhoseFileIsGoneIsNoFirstStart(t *testing.T) {
	for name, leave := range map[string]func(t *testing.T, path string){
		"its log is left":  func(t *testing.T, path string) { write(t, path+"-wal", []byte("log")) },
		"it was set aside": func(t *testing.T, path string) { write(t, path+".corrupt-20261122T120000Z", []byte("hurt")) },
		"a backup of it is left": func(t *testing.T, path string) {
			dir := filepath.Dir(path)
			backUp(t, open(t, dir), "")
			for _, suffix := range []string{"", "-wal", "-shm"} {
				_ = os.Remove(path + suffix)
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), oddName())
			if err := os.Mkdir(dir, 0o700); err != nil {
				t.Fatal(err)
			}
			path := filepath.Join(dir, FileName)
			leave(t, path)
			_, err := Open(t.Context(), dir, Options{})
			var hurt *DamagedError
			if !errors.As(err, &hurt) || hurt.Damage != DamageGone {
				t.Errorf("got %v", err)
			}
		})
	}
}

func TestMendingWaitsForNoWindow(t *testing.T) {
	dir := hurtJournal(t, func(path string) { write(t, path, nil) })
	lock, err := LockWindow(dir)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Mend(t.Context(), dir, nil, false, Options{}); !errors.Is(err, ErrMigrationBlocked) {
		t.Errorf("got %v, want ErrMigrationBlocked", err)
	}
	if _, err := Mend(t.Context(), dir, nil, false, Options{Lock: lock}); err != nil {
		t.Error(err)
	}
	_ = lock.Release()
}

func TestMendingWithABackupThatIsSpoiltLeavesTheHurtFileWhereItIs(t *testing.T) {
	dir := hurtJournal(t, func(path string) { overwrite(t, path, 0, noise(100)) })
	path := filepath.Join(dir, FileName)
	before := read(t, path)
	b := backups(t, dir, "")[0]
	overwrite(t, b.Path, pageSize+100, []byte("!"))
	if _, err := Mend(t.Context(), dir, &b, true, Options{}); !errors.Is(err, ErrBackup) {
		t.Errorf("got %v, want ErrBackup", err)
	}
	if !bytes.Equal(before, read(t, path)) {
		t.Error("the hurt file was changed")
	}
}

func FuzzCarvingNeverFails(f *testing.F) {
	dir := f.TempDir()
	j, err := Open(f.Context(), dir, Options{})
	if err != nil {
		f.Fatal(err)
	}
	for n := range 40 {
		if err := j.Record(f.Context(), markOf(fmt.Sprintf("be-%03d", n+1), progress.OnMyOwn)); err != nil {
			f.Fatal(err)
		}
	}
	if err := j.Close(); err != nil {
		f.Fatal(err)
	}
	data, err := os.ReadFile(filepath.Join(dir, FileName))
	if err != nil {
		f.Fatal(err)
	}
	for at := 0; at+pageSize <= len(data); at += pageSize {
		if data[at] == 13 {
			f.Add(data[at : at+pageSize])
		}
	}
	f.Fuzz(func(t *testing.T, page []byte) {
		if len(page) < pageSize {
			page = append(page, make([]byte, pageSize-len(page))...)
		}
		found := map[string]markRow{}
		carvePage(page[:pageSize], found)
		for id, m := range found {
			if id != m.ID || !sound(m) {
				t.Errorf("%+v is no mark", m)
			}
		}
	})
}
