package journal

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// What is done about a journal that cannot be read. Whatever it is, the hurt file is kept beside the
// new one, as journal.db.corrupt-<time>, and the new one gets its name when it is complete.

// Rescue says what became of a journal that was hurt.
type Rescue struct {
	Kept    string // where the hurt file is now; empty where there was none
	Journal int    // marks in the journal that took its place
	Read    int    // of them, those that were read from the hurt file and were not in the backup
}

// Readable returns how many marks can still be read in a journal that is hurt. It changes nothing.
// The journal has to be closed.
func Readable(ctx context.Context, dir string) (marks int, err error) {
	rows, err := salvage(ctx, filepath.Join(dir, FileName))
	return len(rows.marks), translate("read what is left of the journal", dir, err)
}

// Mend makes a new journal in the place of one that is hurt or gone: out of a backup where one is
// given, together with whatever can still be read in the hurt file where that is wanted. Without
// either it is an empty one. The journal has to be closed.
// It fails as Verify and Open do, and with ErrMigrationBlocked where a window has the data folder;
// then the hurt file is where it was.
func Mend(ctx context.Context, dir string, from *Backup, readHurt bool, o Options) (r Rescue, err error) {
	o.Now = datable(o.Now)
	if o.Lock == nil {
		lock, err := LockWindow(dir)
		if errors.Is(err, ErrLocked) {
			return Rescue{}, ErrMigrationBlocked
		}
		if err != nil {
			return Rescue{}, err
		}
		defer func() { err = errors.Join(err, lock.Release()) }()
	}
	path := filepath.Join(dir, FileName)
	r, err = mend(ctx, path, from, readHurt, o)
	return r, translate("mend the journal", path, err)
}

func mend(ctx context.Context, path string, from *Backup, readHurt bool, o Options) (r Rescue, err error) {
	draft := path + ".new"
	if err := discard(draft); err != nil {
		return Rescue{}, err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, discard(draft))
		}
	}()
	var left salvaged
	if readHurt {
		if left, err = salvage(ctx, path); err != nil {
			return Rescue{}, err
		}
	}
	if from != nil {
		unpacked, err := from.unpack(ctx, filepath.Dir(path))
		if err == nil {
			err = os.Rename(unpacked, draft)
		}
		if err != nil {
			return Rescue{}, err
		}
	} else if err := fresh(ctx, draft, o); err != nil {
		return Rescue{}, err
	}
	if r, err = left.addTo(ctx, draft, from == nil); err != nil {
		return Rescue{}, err
	}
	if err := syncFile(draft); err != nil {
		return Rescue{}, err
	}
	if r.Kept, err = setAside(path, o.Now()); err != nil {
		return Rescue{}, err
	}
	if err := os.Rename(draft, path); err != nil {
		return Rescue{}, err
	}
	return r, syncFolder(filepath.Dir(path))
}

// setAside gives the files of a hurt journal another name. The database goes first: what is left
// where a crash comes between is no journal, and never a journal with another one's log.
func setAside(path string, now time.Time) (kept string, err error) {
	kept = path + ".corrupt-" + now.UTC().Format("20060102T150405Z")
	for n := 2; ; n++ {
		if _, err := os.Stat(kept); errors.Is(err, fs.ErrNotExist) {
			break
		}
		kept = fmt.Sprintf("%s.corrupt-%s-%d", path, now.UTC().Format("20060102T150405Z"), n)
	}
	moved := false
	for _, suffix := range []string{"", "-wal", "-shm"} {
		switch err := os.Rename(path+suffix, kept+suffix); {
		case errors.Is(err, fs.ErrNotExist):
		case err != nil:
			return "", err
		default:
			moved = true
		}
	}
	forgetLast(path) // what the new journal lacks is known
	_ = os.Remove(path + lastSuffix)
	if !moved {
		return "", nil
	}
	return kept, syncFolder(filepath.Dir(path))
}

// traces returns what shows that there was a journal in a folder before: its log, the note of its last
// mark, one that was set aside, or a backup. Where there are any, a missing journal is no first start.
func traces(path string) []string {
	var found []string
	for _, pattern := range []string{path + "-wal", path + lastSuffix, path + ".corrupt-*", filepath.Join(backupFolder(filepath.Dir(path)), "journal-*"+copySuffix)} {
		// The folder may hold characters that mean something in a pattern.
		names, err := os.ReadDir(filepath.Dir(pattern))
		if err != nil {
			continue
		}
		for _, name := range names {
			if ok, err := filepath.Match(filepath.Base(pattern), name.Name()); err == nil && ok {
				found = append(found, filepath.Join(filepath.Dir(pattern), name.Name()))
			}
		}
	}
	return found
}
