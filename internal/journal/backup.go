package journal

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/google/uuid"
	"gorm.io/gorm"
)

// backupEvery is how often a journal that changes is backed up by itself.
const backupEvery = 30 * time.Minute

// Reason says what a backup was made for.
type Reason string

// The reasons for a backup.
const (
	ReasonChanges Reason = "changes" // something was recorded since the last one
	ReasonAsked   Reason = "asked"   // the person wanted one
	ReasonUpdate  Reason = "update"  // before a migration
	ReasonRestore Reason = "restore" // before a backup took the journal's place
	ReasonImport  Reason = "import"  // before another journal was joined
	ReasonEdition Reason = "edition" // before answers were carried to a new edition of a guide
	ReasonProfile Reason = "profile" // before a profile was erased
	ReasonPurged  Reason = "purged"  // an older one, without a profile that was erased since
)

// What can be wrong with a backup.
var (
	// ErrBackup: the backup is not what was written once, or no journal at all.
	ErrBackup = errors.New("the backup cannot be used")
	// ErrSecondFolder: the backup was made, but could not be copied to the second folder.
	ErrSecondFolder = errors.New("the second backup folder cannot be written")
)

// Backup is a copy of the journal, and what is in it.
type Backup struct {
	Path     string   `json:"-"`
	Sequence int      `json:"sequence"` // tells newer from older; clocks may be wrong
	At       int64    `json:"at"`       // UTC milliseconds
	Reason   Reason   `json:"reason"`
	Device   string   `json:"device"`
	Version  int      `json:"version"` // of the schema
	Profiles []string `json:"profiles"`
	Marks    int      `json:"marks"`
	First    int64    `json:"first"` // UTC milliseconds of the oldest mark, 0 without one
	Last     int64    `json:"last"`  // of the newest
	Bytes    int64    `json:"bytes"`
	SHA256   string   `json:"sha256"`
	// State tells whether the journal has changed since.
	State string `json:"state"`
}

// backupFolder is where the backups of the journal in a data folder are kept.
func backupFolder(dir string) string { return filepath.Join(dir, "backups") }

// Backup copies the journal to the folder backups, and to the second folder where that is not
// empty. The copy is complete, checked and durable before it gets its name. Of the backups before
// it some are removed; see thin.
//
// Where only the second folder fails, the error is an ErrSecondFolder and the backup is there.
// Otherwise it fails with ErrFull, ErrUnwritable, ErrBusy or ErrDamaged, and no file is left.
func (j *Journal) Backup(ctx context.Context, reason Reason, second string) (Backup, error) {
	// On a connection of its own, so that nobody waits for it who wants to record something.
	db, err := connect(j.path)
	if err != nil {
		return Backup{}, j.translate("back up the journal", err)
	}
	b, err := keepBackup(ctx, db, j.path, reason, j.now())
	if err := errors.Join(err, closeDB(db)); err != nil {
		return Backup{}, j.translate("back up the journal", err)
	}
	if second == "" {
		return b, nil
	}
	if err := copyBackup(b, secondFolder(second, b.Device)); err != nil {
		return b, fmt.Errorf("copy the backup: %w: %w", ErrSecondFolder, err)
	}
	return b, nil
}

// BackupWhenDue makes a backup where the journal has changed since the newest one, and that one is
// older than backupEvery. It reports whether it made one.
func (j *Journal) BackupWhenDue(ctx context.Context, second string) (bool, error) {
	all, err := listFolder(backupFolder(filepath.Dir(j.path)))
	if err != nil {
		return false, j.translate("list the backups", err)
	}
	if len(all) > 0 {
		// A backup from the future tells nothing about how long ago it was made.
		if age := j.now().UnixMilli() - all[0].At; age >= 0 && age < backupEvery.Milliseconds() {
			return false, nil
		}
		state, err := stateOf(ctx, j.db)
		if err != nil || state == all[0].State {
			return false, j.translate("look for changes", err)
		}
	}
	_, err = j.Backup(ctx, ReasonChanges, second)
	return err == nil || errors.Is(err, ErrSecondFolder), err
}

// keepBackup writes a copy of an open database of any version. VACUUM INTO is the only safe way to
// copy one.
func keepBackup(ctx context.Context, db *gorm.DB, path string, reason Reason, now time.Time) (b Backup, err error) {
	dir := backupFolder(filepath.Dir(path))
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return Backup{}, err
	}
	sweep(dir, now)
	id, err := uuid.NewRandom()
	if err != nil {
		return Backup{}, err
	}
	draft := filepath.Join(dir, id.String()+draftSuffix)
	defer func() {
		if err != nil {
			err = errors.Join(err, removeIfThere(draft))
		}
	}()
	if err := db.WithContext(ctx).Exec("VACUUM INTO ?", draft).Error; err != nil {
		return Backup{}, err
	}
	if err := os.Chmod(draft, 0o600); err != nil {
		return Backup{}, err
	}
	if b, err = describe(ctx, draft); err != nil {
		return Backup{}, err
	}
	b.At, b.Reason = now.UnixMilli(), reason
	older, err := listFolder(dir)
	if err != nil {
		return Backup{}, err
	}
	b.Sequence = 1
	if len(older) > 0 {
		b.Sequence = older[0].Sequence + 1
	}
	if err := b.publish(draft, dir); err != nil {
		return Backup{}, err
	}
	return b, thin(dir)
}

// publish makes a finished draft durable and gives it its name, after a description beside it: a
// backup that has its name has its description too.
func (b *Backup) publish(draft, dir string) error {
	b.Path = filepath.Join(dir, b.name())
	text, err := json.MarshalIndent(b, "", "  ")
	if err != nil {
		return err
	}
	described := b.Path + describedSuffix
	if err := errors.Join(syncFile(draft), writeDurably(described, append(text, '\n'))); err != nil {
		return err
	}
	if err := os.Rename(draft, b.Path); err != nil {
		return errors.Join(err, removeIfThere(described))
	}
	return syncFolder(dir)
}

// copyBackup copies a backup to another folder, where it is thinned as well.
func copyBackup(b Backup, dir string) error {
	// Not MkdirAll: where a drive was unplugged, its folder would be made on this one.
	if err := os.Mkdir(dir, 0o700); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	draft := filepath.Join(dir, b.name()+draftSuffix)
	if err := copyFile(b.Path, draft); err != nil {
		return errors.Join(err, removeIfThere(draft))
	}
	if sum, err := hashFile(draft); err != nil || sum != b.SHA256 {
		return errors.Join(err, fmt.Errorf("the copy differs: %w", ErrBackup), removeIfThere(draft))
	}
	if err := b.publish(draft, dir); err != nil {
		return errors.Join(err, removeIfThere(draft))
	}
	return thin(dir)
}
