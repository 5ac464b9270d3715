package journal

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/google/uuid"
	"gorm.io/gorm"
)

// Verify reads a backup whole. It fails with ErrBackup where a single byte differs from what was
// written, or where the content is no sound journal, and with ErrNewer where a newer program wrote
// it.
func (b Backup) Verify(ctx context.Context) error {
	sum, err := hashFile(b.Path)
	if err != nil {
		return fmt.Errorf("%w: %w", ErrBackup, err)
	}
	if sum != b.SHA256 {
		return fmt.Errorf("%w: %s is not what was written: its SHA-256 differs", ErrBackup, b.Path)
	}
	if _, err := describe(ctx, b.Path); err != nil {
		if errors.Is(err, ErrNewer) {
			return err
		}
		return fmt.Errorf("%w: %w", ErrBackup, err)
	}
	return nil
}

// unpack verifies a backup and copies it to a file of its own, of the newest version. The caller
// removes it with discard.
func (b Backup) unpack(ctx context.Context, dir string) (draft string, err error) {
	if err := b.Verify(ctx); err != nil {
		return "", err
	}
	id, err := uuid.NewRandom()
	if err != nil {
		return "", err
	}
	draft = filepath.Join(dir, id.String()+draftSuffix)
	err = copyFile(b.Path, draft)
	if err == nil {
		err = bringUpToDate(ctx, draft)
	}
	if err != nil {
		return "", translate("read the backup", b.Path, errors.Join(err, discard(draft)))
	}
	return draft, nil
}

// bringUpToDate migrates a copy that nobody else has open.
func bringUpToDate(ctx context.Context, path string) error {
	db, err := connect(path)
	if err != nil {
		return err
	}
	return errors.Join(migrate(ctx, db, migrations), closeDB(db))
}

// discard removes a database file that is no longer needed, with what SQLite left beside it.
func discard(path string) error {
	return errors.Join(removeIfThere(path), removeIfThere(path+"-wal"), removeIfThere(path+"-shm"))
}

// Restore puts a backup in the place of everything that the journal holds. What it replaces is
// backed up before: restoring the returned backup is the undo. It is one transaction in the open
// journal, so that another process sees the state before or the state after, and loses nothing
// that it writes afterwards. The computer keeps its identity.
// It fails as Verify and Backup do, and then nothing has changed.
func (j *Journal) Restore(ctx context.Context, b Backup, second string) (undo Backup, err error) {
	draft, err := b.unpack(ctx, backupFolder(filepath.Dir(j.path)))
	if err != nil {
		return Backup{}, err
	}
	defer func() { err = errors.Join(err, discard(draft)) }()
	undo, err = j.Backup(ctx, ReasonRestore, second)
	if err != nil && !errors.Is(err, ErrSecondFolder) {
		return Backup{}, err
	}
	if err := j.takingMarks(func() error { return j.attach(ctx, draft, replaceAll) }); err != nil {
		return Backup{}, j.translate("restore the backup", err)
	}
	return undo, j.translate("restore the backup", j.identify(ctx))
}

// attach runs one transaction with another database of the newest version beside the journal, under
// the name "other".
func (j *Journal) attach(ctx context.Context, path string, do func(tx *gorm.DB) error) error {
	return withoutForeignKeys(ctx, j.db, func(conn *gorm.DB) error {
		if err := conn.Exec("ATTACH DATABASE ? AS other", path).Error; err != nil {
			return err
		}
		err := conn.Transaction(func(tx *gorm.DB) error {
			if err := do(tx); err != nil {
				return err
			}
			return checkForeignKeys(tx)
		})
		return errors.Join(err, conn.Exec("DETACH DATABASE other").Error)
	})
}

// recordTables are those that hold what profiles recorded.
var recordTables = []string{
	"profile", "mark", "evidence", "evidence_place", "assessment", "snapshot", "goal", "prediction", "receipt",
}

func replaceAll(tx *gorm.DB) error {
	// The newest marks follow from the marks, and fill again with them.
	for _, table := range append([]string{"newest"}, recordTables...) {
		if err := tx.Exec("DELETE FROM main." + table).Error; err != nil {
			return err
		}
	}
	for _, table := range recordTables {
		if err := tx.Exec("INSERT INTO main." + table + " SELECT * FROM other." + table).Error; err != nil {
			return err
		}
	}
	return tx.Exec("UPDATE main.journal SET profile_id = (SELECT profile_id FROM other.journal)").Error
}

// PurgeProfile removes a profile from every backup, so that an erased profile is not brought back
// by one. Each backup is written anew without it. A backup that holds nobody else is removed. Where
// the second folder is gone it fails with ErrSecondFolder, after doing what can be done.
func PurgeProfile(ctx context.Context, dir, second, id string) error {
	all, unreachable := Backups(dir, second)
	if unreachable != nil && !errors.Is(unreachable, ErrSecondFolder) {
		return unreachable
	}
	for _, b := range all {
		// A copy in the second folder that equals one beside the journal is listed once.
		for _, path := range twins(b, dir, second) {
			twin := b
			twin.Path = path
			if err := twin.purge(ctx, id); err != nil {
				return translate("remove the profile from the backups", path, err)
			}
		}
	}
	return unreachable
}

// twins returns where a backup lies, in both folders.
func twins(b Backup, dir, second string) []string {
	paths := []string{b.Path}
	if second == "" {
		return paths
	}
	for _, path := range []string{
		filepath.Join(backupFolder(dir), b.name()), filepath.Join(secondFolder(second, b.Device), b.name()),
	} {
		if _, err := os.Stat(path); err == nil && path != b.Path {
			paths = append(paths, path)
		}
	}
	return paths
}

func (b Backup) purge(ctx context.Context, id string) (err error) {
	dir := filepath.Dir(b.Path)
	if err := b.Verify(ctx); err != nil {
		// Nobody can restore it, but somebody could read it.
		return errors.Join(removeIfThere(b.Path), removeIfThere(b.Path+describedSuffix))
	}
	draft, err := b.unpack(ctx, dir)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, discard(draft)) }()
	db, err := connect(draft)
	if err != nil {
		return err
	}
	erased, err := eraseFrom(ctx, db, id)
	if err == nil && erased {
		err = scrub(ctx, db)
	}
	err = errors.Join(err, closeDB(db))
	switch {
	case errors.Is(err, ErrLastProfile):
		return errors.Join(removeIfThere(b.Path), removeIfThere(b.Path+describedSuffix))
	case err != nil || !erased:
		return err
	}
	fresh, err := describe(ctx, draft)
	if err != nil {
		return err
	}
	// Under a name of its own: while both are there, each fits its description.
	fresh.Sequence, fresh.At, fresh.Reason = b.Sequence, b.At, ReasonPurged
	if b.Reason == ReasonPurged {
		fresh.At += time.Second.Milliseconds()
	}
	if err := fresh.publish(draft, dir); err != nil {
		return err
	}
	return errors.Join(removeIfThere(b.Path), removeIfThere(b.Path+describedSuffix))
}
