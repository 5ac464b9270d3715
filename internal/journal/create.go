package journal

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/google/uuid"
	"gorm.io/gorm"
)

// build makes or migrates the journal. The caller holds the window lock.
func build(ctx context.Context, path string, o Options) error {
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		if len(traces(path)) > 0 {
			return damaged(path, DamageGone)
		}
		return translate("make the journal", path, create(ctx, path, o))
	}
	return translate("bring the journal up to date", path, migrateFile(ctx, path, o.Now()))
}

// create makes a journal under a temporary name and moves it to its place when it is complete, so
// that a crash on the way leaves no empty journal behind.
func create(ctx context.Context, path string, o Options) error {
	draft := path + ".new"
	if err := discard(draft); err != nil {
		return err
	}
	if err := fresh(ctx, draft, o); err != nil {
		return errors.Join(err, discard(draft))
	}
	if err := os.Rename(draft, path); err != nil {
		return err
	}
	return syncFolder(filepath.Dir(path))
}

// fresh writes an empty journal to a file that is not there yet.
func fresh(ctx context.Context, path string, o Options) error {
	// SQLite would let others read it, and gives the files beside it the mode of this one.
	file, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	if err := file.Close(); err != nil {
		return err
	}
	db, err := connect(path)
	if err != nil {
		return err
	}
	err = db.WithContext(ctx).Exec(fmt.Sprintf("PRAGMA application_id = %d", applicationID)).Error
	if err == nil {
		err = migrate(ctx, db, migrations)
	}
	if err == nil {
		err = populate(ctx, db, o)
	}
	// Closing writes the log back, so that the file alone is the whole journal.
	return errors.Join(err, closeDB(db))
}

// populate adds the rows that every journal has: this computer, and one profile.
func populate(ctx context.Context, db *gorm.DB, o Options) error {
	device, err := uuid.NewRandom()
	if err != nil {
		return err
	}
	profile, err := uuid.NewV7()
	if err != nil {
		return err
	}
	now := o.Now().UnixMilli()
	name := profileName(o.Person)
	return db.WithContext(ctx).Transaction(func(tx *gorm.DB) error {
		if err := tx.Create(&profileRow{ID: profile.String(), Name: name, CreatedAt: now}).Error; err != nil {
			return err
		}
		return tx.Create(&journalRow{One: 1, DeviceID: device.String(), ProfileID: profile.String(), CreatedAt: now}).Error
	})
}
