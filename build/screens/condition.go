package main

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"time"

	"github.com/levelica/levelica/internal/journal"
)

// condition is what the window finds in its data folder.
type condition int

// What a window may find. The last ones keep it from opening the journal, and it says so.
const (
	journalOfThePictures condition = iota
	nothing                        // as at the first start
	damaged                        // the journal's first bytes are others; there are two backups
	gone                           // the journal is not there, the backups are
	newer                          // a later program wrote the journal
)

// conditions make a folder so, with a journal in a language.
var conditions = []func(ctx context.Context, folder, language string) error{
	journalOfThePictures: writeJournal,
	nothing:              func(context.Context, string, string) error { return nil },
	damaged: func(ctx context.Context, folder, language string) error {
		return writeAndSpoil(ctx, folder, language, func(data []byte) { copy(data, "garbage garbage ") })
	},
	gone: func(ctx context.Context, folder, language string) error {
		if err := writeWithBackups(ctx, folder, language); err != nil {
			return err
		}
		return os.Remove(filepath.Join(folder, journal.FileName))
	},
	newer: func(ctx context.Context, folder, language string) error {
		return writeAndSpoil(ctx, folder, language, func(data []byte) { copy(data[userVersionAt:], []byte{0, 0, 0, 99}) })
	},
}

// userVersionAt is where a database of SQLite says which version its schema has, in four bytes.
const userVersionAt = 60

// writeWithBackups writes the journal of the pictures, and two backups of it.
func writeWithBackups(ctx context.Context, folder, language string) (err error) {
	if err := writeJournal(ctx, folder, language); err != nil {
		return err
	}
	clock := now
	j, err := journal.Open(ctx, folder, journal.Options{Now: func() time.Time { return clock }})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, j.Close()) }()
	for _, days := range []int{9, 2} {
		clock = now.AddDate(0, 0, -days)
		if _, err := j.Backup(ctx, journal.ReasonAsked, ""); err != nil {
			return err
		}
	}
	return nil
}

// writeAndSpoil does so, and changes the file of the journal.
func writeAndSpoil(ctx context.Context, folder, language string, spoil func(data []byte)) error {
	if err := writeWithBackups(ctx, folder, language); err != nil {
		return err
	}
	name := filepath.Join(folder, journal.FileName)
	data, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	spoil(data)
	return os.WriteFile(name, data, 0o600)
}
