package journal

import (
	"errors"
	"fmt"
	"io/fs"
	"syscall"

	gosqlite "github.com/glebarez/go-sqlite"
)

// What can be wrong with a journal. Open and Record say which of them they return.
var (
	// ErrBusy: another process held the journal for longer than five seconds.
	ErrBusy = errors.New("the journal is in use by another program")
	// ErrUnwritable: the data folder or the journal may not be written.
	ErrUnwritable = errors.New("the journal may not be written")
	// ErrFull: the disk has no room left.
	ErrFull = errors.New("the disk is full")
	// ErrDisk: the disk failed to read or to write. Whether what was asked for is there is not known, and
	// asking for the same again is safe.
	ErrDisk = errors.New("the disk failed")
	// ErrDamaged: the file is no journal, or its content is broken. See DamagedError.
	ErrDamaged = errors.New("the journal is damaged")
	// ErrNewer: a newer program wrote the journal. See NewerError.
	ErrNewer = errors.New("the journal is newer than this program")
	// ErrMigrationBlocked: the journal has to be made or updated, and a window holds it.
	ErrMigrationBlocked = errors.New("the journal has to be updated, and another window has it open")
	// ErrMark: a mark that cannot be recorded was asked for.
	ErrMark = errors.New("the mark is not valid")
)

// Damage is a kind of damage, which people are told in their language.
type Damage string

// The kinds of damage.
const (
	DamageGone    Damage = "gone"    // there is no file, and one has been there before
	DamageBehind  Damage = "behind"  // it is sound, and older than what was saved: its log was removed, or the file replaced
	DamageFolder  Damage = "folder"  // there is a folder in its place
	DamageEmpty   Damage = "empty"   // the file holds nothing
	DamageShort   Damage = "short"   // the file is cut off
	DamageForeign Damage = "foreign" // the file is no journal
	DamageVersion Damage = "version" // the journal does not say which version it has
	DamageOwner   Damage = "owner"   // the journal does not say whose it is
	DamageContent Damage = "content" // a page, an index or a table does not hold what was written
)

// DamagedError says what is wrong with a journal file. It is an ErrDamaged.
type DamagedError struct {
	Path   string
	Damage Damage
	Detail string // where in the file, as SQLite says it, or empty
}

// Error returns the file and what is wrong with it.
func (e *DamagedError) Error() string {
	if e.Detail == "" {
		return fmt.Sprintf("%s: damaged: %s", e.Path, e.Damage)
	}
	return fmt.Sprintf("%s: damaged: %s: %s", e.Path, e.Damage, e.Detail)
}

// Unwrap returns ErrDamaged.
func (e *DamagedError) Unwrap() error { return ErrDamaged }

func damaged(path string, damage Damage) error { return &DamagedError{Path: path, Damage: damage} }

// NewerError says which version of the schema was found and which is the newest that the program
// knows. It is an ErrNewer.
type NewerError struct{ Found, Known int }

// Error returns both versions.
func (e *NewerError) Error() string {
	return fmt.Sprintf("the journal has version %d, this program knows version %d", e.Found, e.Known)
}

// Unwrap returns ErrNewer.
func (e *NewerError) Unwrap() error { return ErrNewer }

// The result codes of SQLite that say what a person can do something about.
// See https://www.sqlite.org/rescode.html.
const (
	sqliteBusy     = 5
	sqliteLocked   = 6
	sqliteReadOnly = 8
	sqliteIOErr    = 10
	sqliteCorrupt  = 11
	sqliteFull     = 13
	sqliteCantOpen = 14
	sqliteAuth     = 23
	sqliteNotADB   = 26

	// The shared memory beside the journal could not be made larger: the disk is full.
	sqliteNoRoomBeside = sqliteIOErr | 19<<8
)

// translate is that of the journal's own file. One that may only be read refuses every write alike; why
// that is was found out when it was opened.
func (j *Journal) translate(attempt string, err error) error {
	err = translate(attempt, j.path, err)
	if j.readOnly != nil && errors.Is(err, ErrUnwritable) {
		return fmt.Errorf("%s: %w", attempt, j.readOnly)
	}
	return err
}

// translate wraps an error with what was attempted, and with the sentinel that says what is wrong.
// It returns nil for nil.
func translate(attempt, path string, err error) error {
	if err == nil {
		return nil
	}
	for _, sentinel := range []error{ErrBusy, ErrUnwritable, ErrFull, ErrDisk, ErrDamaged, ErrNewer, ErrMigrationBlocked} {
		if errors.Is(err, sentinel) {
			return err // said already
		}
	}
	sentinel := error(nil)
	var sqliteErr *gosqlite.Error
	switch {
	case errors.As(err, &sqliteErr) && sqliteErr.Code() == sqliteNoRoomBeside:
		sentinel = ErrFull
	case errors.As(err, &sqliteErr):
		switch sqliteErr.Code() & 0xff { // the low byte is the primary code
		case sqliteBusy, sqliteLocked:
			sentinel = ErrBusy
		case sqliteReadOnly, sqliteCantOpen, sqliteAuth:
			sentinel = ErrUnwritable
		case sqliteFull:
			sentinel = ErrFull
		case sqliteIOErr:
			sentinel = ErrDisk
		case sqliteCorrupt, sqliteNotADB:
			return fmt.Errorf("%s: %w", attempt, &DamagedError{Path: path, Damage: DamageContent, Detail: err.Error()})
		}
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS), errors.Is(err, syscall.ENOTDIR):
		sentinel = ErrUnwritable
	case errors.Is(err, syscall.ENOSPC):
		sentinel = ErrFull
	case errors.Is(err, syscall.EIO):
		sentinel = ErrDisk
	}
	if sentinel == nil {
		return fmt.Errorf("%s: %w", attempt, err)
	}
	return fmt.Errorf("%s: %w: %w", attempt, sentinel, err)
}
