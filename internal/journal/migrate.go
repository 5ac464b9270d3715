package journal

import (
	"context"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"regexp"
	"strconv"
	"time"

	"gorm.io/gorm"
)

// Migrations are numbered SQL files, applied in order, forward only. The number of the last one
// is the version of the schema, kept in PRAGMA user_version. A file that was released is never
// changed. schema.sql shows the result of all of them, and a test holds the two equal.
//
//go:embed migrations/*.sql
var embedded embed.FS

var migrations = mustRead(embedded)

// migration is one step from one version of the schema to the next.
type migration struct {
	version int
	name    string
	sql     string
}

var migrationName = regexp.MustCompile(`^(\d{4})_[a-z0-9_]+\.sql$`)

// readMigrations reads the steps in a folder named migrations, and checks that they count from 1
// without a hole.
func readMigrations(files fs.FS) ([]migration, error) {
	entries, err := fs.ReadDir(files, "migrations")
	if err != nil {
		return nil, err
	}
	var steps []migration
	for _, entry := range entries {
		m := migrationName.FindStringSubmatch(entry.Name())
		if m == nil {
			return nil, fmt.Errorf("%s is not named like 0001_init.sql", entry.Name())
		}
		version, err := strconv.Atoi(m[1])
		if err != nil || version != len(steps)+1 {
			return nil, fmt.Errorf("%s stands in place %d", entry.Name(), len(steps)+1)
		}
		sql, err := fs.ReadFile(files, "migrations/"+entry.Name())
		if err != nil {
			return nil, err
		}
		steps = append(steps, migration{version: version, name: entry.Name(), sql: string(sql)})
	}
	return steps, nil
}

func mustRead(files fs.FS) []migration {
	steps, err := readMigrations(files)
	if err != nil {
		panic(err) // the files are embedded, and a test reads them
	}
	return steps
}

func newestVersion() int { return migrations[len(migrations)-1].version }

// migrateFile brings an existing journal up to date, after backing it up as it was.
func migrateFile(ctx context.Context, path string, now time.Time) error {
	db, err := connect(path)
	if err != nil {
		return err
	}
	if _, err = checkVersion(ctx, db, path); err == nil {
		if _, err = keepBackup(ctx, db, path, ReasonUpdate, now); err != nil {
			err = fmt.Errorf("back up the journal before its update: %w", err)
		}
	}
	if err == nil {
		err = migrate(ctx, db, migrations)
	}
	return errors.Join(err, closeDB(db))
}

// migrate applies the steps that the database lacks. Each is one transaction that also raises
// user_version, so that a crash leaves the version before or the version after, never a mixture.
func migrate(ctx context.Context, db *gorm.DB, steps []migration) error {
	return withoutForeignKeys(ctx, db, func(conn *gorm.DB) error {
		var version int
		if err := conn.Raw("PRAGMA user_version").Scan(&version).Error; err != nil {
			return err
		}
		for _, step := range steps {
			if step.version <= version {
				continue
			}
			if err := conn.Transaction(step.apply); err != nil {
				return fmt.Errorf("%s: %w", step.name, err)
			}
		}
		return nil
	})
}

// withoutForeignKeys runs what may leave references hanging until it is done; checkForeignKeys has
// to be the last thing in each of its transactions. It is one connection for all of it: PRAGMA
// foreign_keys belongs to the connection, and is ignored inside a transaction.
func withoutForeignKeys(ctx context.Context, db *gorm.DB, do func(conn *gorm.DB) error) error {
	return db.WithContext(ctx).Connection(func(conn *gorm.DB) error {
		if err := conn.Exec("PRAGMA foreign_keys = OFF").Error; err != nil {
			return err
		}
		return errors.Join(do(conn), conn.Exec("PRAGMA foreign_keys = ON").Error)
	})
}

func (m migration) apply(tx *gorm.DB) error {
	if err := tx.Exec(m.sql).Error; err != nil {
		return err
	}
	if err := checkForeignKeys(tx); err != nil {
		return err
	}
	return tx.Exec(fmt.Sprintf("PRAGMA user_version = %d", m.version)).Error
}

// checkForeignKeys fails where a row refers to one that is not there.
func checkForeignKeys(tx *gorm.DB) error {
	// The check reports by rows, not by an error.
	var orphans []struct{ Table, Parent string }
	if err := tx.Raw(`SELECT "table", parent FROM pragma_foreign_key_check`).Scan(&orphans).Error; err != nil {
		return err
	}
	if len(orphans) > 0 {
		return fmt.Errorf("%d rows of %s would lose what they refer to in %s", len(orphans), orphans[0].Table, orphans[0].Parent)
	}
	return nil
}
