package journal

import (
	"fmt"
	"net/url"
	"path/filepath"

	"github.com/glebarez/sqlite"
	"gorm.io/gorm"
	"gorm.io/gorm/logger"
)

// connect opens a database file. One connection serves the whole program: writes queue up in Go
// instead of in SQLite, and data_version then tells other processes' writes from our own.
func connect(path string) (*gorm.DB, error) { return connectTo(dsn(path)) }

// connectScratch opens a database file that only this process reads, and that is thrown away: one that
// a power cut spoils is not missed, and so it waits for no disk.
func connectScratch(path string) (*gorm.DB, error) {
	return connectTo(fileAddress(path, url.Values{"_pragma": {"journal_mode(MEMORY)", "synchronous(OFF)", "foreign_keys(1)"}}))
}

func connectTo(address string) (*gorm.DB, error) {
	db, err := gorm.Open(sqlite.Open(address), &gorm.Config{
		Logger:                 logger.Discard,
		PrepareStmt:            true,
		SkipDefaultTransaction: true, // every write that needs one opens its own
		TranslateError:         true,
	})
	if err != nil {
		return nil, err
	}
	pool, err := db.DB()
	if err != nil {
		return nil, err
	}
	pool.SetMaxOpenConns(1)
	return db, nil
}

// dsn returns the address of a database file with the settings that the promises rest on.
func dsn(path string) string {
	return fileAddress(path, url.Values{
		"_txlock": {"immediate"}, // a transaction that reads first would fail BUSY at its write
		"_pragma": {
			fmt.Sprintf("busy_timeout(%d)", busyTimeout.Milliseconds()),
			"journal_mode(WAL)",
			"synchronous(FULL)", // NORMAL loses acknowledged rows in a power cut
			"foreign_keys(1)",
			"secure_delete(1)", // erasing a profile overwrites what it wrote
		},
	})
}

// fileAddress returns the address of a database file. The path is escaped: a question mark in it
// would otherwise open another file.
func fileAddress(path string, settings url.Values) string {
	return (&url.URL{Scheme: "file", Opaque: (&url.URL{Path: filepath.ToSlash(path)}).EscapedPath(), RawQuery: settings.Encode()}).String()
}

func closeDB(db *gorm.DB) error {
	pool, err := db.DB()
	if err != nil {
		return err
	}
	return pool.Close()
}

// connectReadOnly opens a copy that nobody writes to. It leaves no files beside it.
func connectReadOnly(path string) (*gorm.DB, error) {
	return connectTo(fileAddress(path, url.Values{"mode": {"ro"}, "immutable": {"1"}}))
}
