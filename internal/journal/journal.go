// Package journal keeps a person's durable record: marks in a SQLite database in the data folder.
// It is the only package that knows of gorm and of SQLite.
//
// What it promises: a mark that Record has returned for is on the disk, and stays there through a
// crash or a power cut (write-ahead log, synchronous=FULL). Marks are only ever added. A journal
// that is damaged, or newer than the program, is left untouched and said so.
package journal

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"sync/atomic"
	"time"

	"gorm.io/gorm"
)

const (
	// FileName is the name of the database in the data folder.
	FileName = "journal.db"
	// applicationID marks a SQLite file as a journal of Levelica: "LVLC".
	applicationID = 0x4C564C43
	// busyTimeout is how long a statement waits for another process.
	busyTimeout = 5 * time.Second
)

// Options says how a journal is opened.
type Options struct {
	// Person names the first profile when the journal is made.
	Person string
	// Now is the system clock; time.Now where it is nil.
	Now func() time.Time
	// Lock is the window lock where the caller holds it. Making a journal and migrating one need
	// it; without it Open takes it for as long as that takes.
	Lock *Lock
}

// Journal is an open journal. It may be used by several goroutines.
type Journal struct {
	path    string
	device  string
	profile atomic.Pointer[Profile] // whose record is shown
	now     func() time.Time
	db      *gorm.DB
	seen    int64 // PRAGMA data_version when Changed was last asked
	last    lastMark

	readOnly error // why it may only be read: ErrUnwritable or ErrFull
}

// Open opens the journal in folder dir, and makes folder and journal where there are none. It
// fails with ErrUnwritable, ErrFull, ErrDisk, ErrBusy, ErrNewer, ErrDamaged or ErrMigrationBlocked;
// a journal that exists is never replaced. One that may be read and not written is opened all the
// same; see ReadOnly.
func Open(ctx context.Context, dir string, o Options) (*Journal, error) {
	o.Now = datable(o.Now)
	path := filepath.Join(dir, FileName)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, translate("make the data folder", dir, err)
	}
	keepPrivate(path)
	db, err := ready(ctx, dir, path, o)
	var readOnly error
	for _, why := range []error{ErrUnwritable, ErrFull} {
		if !errors.Is(err, why) {
			continue
		}
		// What cannot be written can perhaps be read.
		if db = onlyReadable(ctx, path); db != nil {
			readOnly, err = why, nil
		}
	}
	if err != nil {
		return nil, err
	}
	j := &Journal{path: path, now: o.Now, db: db, readOnly: readOnly}
	// From here on: what another process writes before Changed is next asked counts too.
	_, err = j.Changed(ctx)
	if err == nil {
		err = checkLast(ctx, db, path)
	}
	if err != nil {
		return nil, errors.Join(translate("open the journal", path, err), j.Close())
	}
	return j, nil
}

// ready connects to a journal of the newest version. It makes the journal where there is none and
// brings an older one up to date, under the window lock, so that no two processes do it at once. A
// window that is just starting may hold the lock and do the work in this very moment, so it waits
// a little.
func ready(ctx context.Context, dir, path string, o Options) (*gorm.DB, error) {
	deadline := time.Now().Add(busyTimeout)
	for {
		if db, err := current(ctx, path); err != nil || db != nil {
			return db, err
		}
		if o.Lock != nil {
			if err := build(ctx, path, o); err != nil {
				return nil, err
			}
			continue
		}
		switch lock, err := LockWindow(dir); {
		case err == nil:
			// Whoever held the lock before may have done the work.
			db, err := current(ctx, path)
			if err == nil && db == nil {
				err = build(ctx, path, o)
			}
			if err := errors.Join(err, lock.Release()); err != nil || db != nil {
				return db, err
			}
			continue
		case !errors.Is(err, ErrLocked):
			return nil, err
		case time.Now().After(deadline):
			return nil, fmt.Errorf("wait for the window lock: %w", ErrMigrationBlocked)
		}
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-time.After(50 * time.Millisecond):
		}
	}
}

// current connects to the journal where it has the newest version. It returns nil where there is
// work to do first, and fails on a file that is no journal, or that a newer program wrote.
func current(ctx context.Context, path string) (*gorm.DB, error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case err != nil:
		return nil, translate("look at the journal", path, err)
	case info.IsDir():
		return nil, damaged(path, DamageFolder)
	case info.Size() == 0:
		return nil, damaged(path, DamageEmpty)
	case info.Size() < pageSize:
		// SQLite would take it for an empty database, and write to it.
		return nil, damaged(path, DamageShort)
	}
	db, err := connect(path)
	if err != nil {
		return nil, translate("open the journal", path, err)
	}
	version, err := checkVersion(ctx, db, path)
	if err == nil {
		err = looksWhole(ctx, db, path, info.Size())
	}
	if err == nil && version == newestVersion() {
		return db, nil
	}
	return nil, errors.Join(translate("open the journal", path, err), closeDB(db))
}

// onlyReadable connects to a journal of the newest version that may not be written, or returns nil.
func onlyReadable(ctx context.Context, path string) *gorm.DB {
	addresses := []string{fileAddress(path, url.Values{"mode": {"ro"}})}
	if info, err := os.Stat(path + "-wal"); err != nil || info.Size() == 0 {
		// Without its log the file is the whole journal, and nobody can be writing to it.
		addresses = append(addresses, fileAddress(path, url.Values{"mode": {"ro"}, "immutable": {"1"}}))
	}
	for _, address := range addresses {
		db, err := connectTo(address)
		if err != nil {
			continue
		}
		if version, err := checkVersion(ctx, db, path); err == nil && version == newestVersion() {
			return db
		}
		_ = closeDB(db)
	}
	return nil
}

// checkVersion returns the version of a journal's schema.
func checkVersion(ctx context.Context, db *gorm.DB, path string) (int, error) {
	var id, version int
	if err := db.WithContext(ctx).Raw("PRAGMA application_id").Scan(&id).Error; err != nil {
		return 0, err
	}
	if id != applicationID {
		return 0, damaged(path, DamageForeign)
	}
	if err := db.WithContext(ctx).Raw("PRAGMA user_version").Scan(&version).Error; err != nil {
		return 0, err
	}
	switch newest := newestVersion(); {
	case version > newest:
		return 0, &NewerError{Found: version, Known: newest}
	case version < 1:
		return 0, damaged(path, DamageVersion)
	}
	return version, nil
}

// keepPrivate takes a journal that an older version made from everybody but its owner, with what
// SQLite keeps beside it. Where that cannot be done the folder still keeps others out.
func keepPrivate(path string) {
	for _, name := range []string{path, path + "-wal", path + "-shm"} {
		if info, err := os.Stat(name); err == nil && info.Mode().Perm()&0o077 != 0 {
			_ = os.Chmod(name, info.Mode().Perm()&0o700)
		}
	}
}

// identify reads which computer and which profile the journal is about.
func (j *Journal) identify(ctx context.Context) error {
	row, err := first[journalRow](j.db.WithContext(ctx).Where("one = 1"))
	if err != nil {
		if errors.Is(err, gorm.ErrRecordNotFound) {
			return damaged(j.path, DamageOwner)
		}
		return err
	}
	profile, err := first[profileRow](j.db.WithContext(ctx).Where("id = ?", row.ProfileID))
	if err != nil {
		return err
	}
	j.device = row.DeviceID
	j.profile.Store(new(profile.profile()))
	return nil
}

// ReadOnly reports whether the journal may only be read: the folder or the disk allows no writing, or
// the disk was full when it was opened. Whatever records something fails with ErrUnwritable or ErrFull then.
func (j *Journal) ReadOnly() bool { return j.readOnly != nil }

// Path returns the file that the journal is kept in.
func (j *Journal) Path() string { return j.path }

// Close closes the journal. Everything acknowledged is on the disk already.
func (j *Journal) Close() error { return errors.Join(j.last.close(), closeDB(j.db)) }

// Changed reports whether another process has written to the journal since Changed was last
// asked, or since the journal was opened. Own writes do not count. Where another process has chosen
// another profile, that one is shown from here on.
func (j *Journal) Changed(ctx context.Context) (bool, error) {
	var version int64
	if err := j.db.WithContext(ctx).Raw("PRAGMA data_version").Scan(&version).Error; err != nil {
		return false, j.translate("look for changes", err)
	}
	if version == j.seen {
		return false, nil
	}
	if err := j.identify(ctx); err != nil {
		return false, j.translate("look for changes", err)
	}
	j.seen = version
	return true, nil
}
