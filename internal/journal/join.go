package journal

import (
	"context"
	"errors"

	"gorm.io/gorm"
)

// After returns what the journal would hold after an import of the archive.
func (j *Journal) After(ctx context.Context, a *Archive) ([]Record, error) {
	var after []Record
	err := j.db.WithContext(ctx).Connection(func(conn *gorm.DB) error {
		if err := conn.Exec("ATTACH DATABASE ? AS other", a.draft).Error; err != nil {
			return err
		}
		var err error
		after, err = readRecords(ctx, conn, "main", "other")
		return errors.Join(err, conn.Exec("DETACH DATABASE other").Error)
	})
	return after, translate("read the exported journal", a.draft, err)
}

// Import joins an archive to the journal: what it has and the journal has not is added, all or
// nothing, and nothing is removed. Importing the same again changes nothing. A backup is made before;
// restoring it is the undo. A journal in which nothing was recorded yet becomes the other one: it
// shows the profile that was shown there.
// It fails with ErrConflict, and as Backup does; then nothing has changed.
func (j *Journal) Import(ctx context.Context, a *Archive, second string) (undo Backup, err error) {
	undo, err = j.Backup(ctx, ReasonImport, second)
	if err != nil && !errors.Is(err, ErrSecondFolder) {
		return Backup{}, err
	}
	err = j.attach(ctx, a.draft, func(tx *gorm.DB) error {
		empty, err := nothingRecorded(tx)
		if err != nil {
			return err
		}
		if err := union(tx); err != nil {
			return err
		}
		if !empty || a.Profile == j.Profile().ID {
			return nil
		}
		chosen := tx.Exec("UPDATE main.journal SET profile_id = ? WHERE EXISTS (SELECT 1 FROM main.profile WHERE id = ?)", a.Profile, a.Profile)
		if chosen.Error != nil || chosen.RowsAffected == 0 {
			return chosen.Error
		}
		return tx.Exec("DELETE FROM main.profile WHERE id = ?", j.Profile().ID).Error
	})
	if err == nil {
		err = j.identify(ctx)
	}
	return undo, j.translate("import the journal", err)
}

// nothingRecorded reports whether the journal has one profile and nothing of it.
func nothingRecorded(tx *gorm.DB) (bool, error) {
	rows := 0
	for _, table := range archived {
		var n int
		if err := tx.Raw("SELECT count(*) FROM main." + table).Scan(&n).Error; err != nil {
			return false, err
		}
		rows += n
	}
	return rows == 1, nil
}
