package journal

import (
	"context"
	"errors"
	"fmt"
	"os"

	"gorm.io/gorm"
)

// describe checks a copy that nothing else has open, and says what is in it.
func describe(ctx context.Context, path string) (Backup, error) {
	var b Backup
	db, err := connectReadOnly(path)
	if err != nil {
		return b, err
	}
	b, err = contents(ctx, db, path)
	if err := errors.Join(err, closeDB(db)); err != nil {
		return Backup{}, err
	}
	info, err := os.Stat(path)
	if err != nil {
		return Backup{}, err
	}
	b.Bytes = info.Size()
	b.SHA256, err = hashFile(path)
	return b, err
}

// contents reads all pages of a database, and says what is in it.
func contents(ctx context.Context, db *gorm.DB, path string) (b Backup, err error) {
	if b.Version, err = checkVersion(ctx, db, path); err != nil {
		return b, err
	}
	if err := quickCheck(ctx, db, path); err != nil {
		return b, err
	}
	db = db.WithContext(ctx)
	if err := db.Raw("SELECT device_id FROM journal").Scan(&b.Device).Error; err != nil {
		return b, err
	}
	if err := db.Raw("SELECT name FROM profile ORDER BY created_at, id").Scan(&b.Profiles).Error; err != nil {
		return b, err
	}
	if err := db.Raw("SELECT count(*), coalesce(min(at), 0), coalesce(max(at), 0) FROM mark").Row().Scan(&b.Marks, &b.First, &b.Last); err != nil {
		return b, err
	}
	b.State, err = stateOf(ctx, db)
	return b, err
}

// stateOf returns a text that is another one after every change.
func stateOf(ctx context.Context, db *gorm.DB) (string, error) {
	var names []string
	db = db.WithContext(ctx)
	// Every table but the one with the computer's identity has a clock, which grows with its rows.
	err := db.Raw(`SELECT name FROM sqlite_schema AS s WHERE type = 'table'
		AND EXISTS (SELECT 1 FROM pragma_table_info(s.name) WHERE name = 'clock') ORDER BY name`).Scan(&names).Error
	if err != nil {
		return "", err
	}
	state := ""
	for _, name := range names {
		var rows, clock int64
		if err := db.Raw("SELECT count(*), coalesce(max(clock), 0) FROM "+name).Row().Scan(&rows, &clock); err != nil {
			return "", err
		}
		state += fmt.Sprintf("%s:%d:%d ", name, rows, clock)
	}
	return state, nil
}
