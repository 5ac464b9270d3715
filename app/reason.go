package app

import (
	"errors"
	"io/fs"
	"syscall"

	"github.com/levelica/levelica/internal/journal"
	"github.com/levelica/levelica/internal/locale"
	"github.com/levelica/levelica/internal/report"
)

// reasons are why the system did not do something with a file, with the key of each in words. The
// system's own words are English whatever the person speaks, and name calls that only programmers know.
var reasons = []struct {
	key  string
	errs []error
}{
	{"reason.full", append(systemFull, journal.ErrFull, syscall.ENOSPC)},
	{"reason.failed", append(systemFailed, journal.ErrDisk, syscall.EIO)},
	{"reason.busy", append(systemBusy, syscall.EBUSY)},
	{"reason.readonly", append(systemReadOnly, syscall.EROFS)},
	{"reason.folder", []error{syscall.EISDIR, fs.ErrInvalid}},
	{"reason.name", []error{syscall.ENAMETOOLONG}},
	{"reason.missing", []error{fs.ErrNotExist, syscall.ENOTDIR}},
	{"reason.protected", []error{journal.ErrUnwritable, fs.ErrPermission}},
}

// reason says why a file could not be read or written, as the end of a sentence.
func reason(words *locale.Catalogue, err error) string {
	for _, known := range reasons {
		for _, cause := range known.errs {
			if errors.Is(err, cause) {
				return words.Text(known.key)
			}
		}
	}
	if pathErr, ok := errors.AsType[*fs.PathError](err); ok {
		return pathErr.Err.Error()
	}
	return err.Error()
}

// fileFault says that a file cannot be read, and why.
func fileFault(words *locale.Catalogue, path string, err error) error {
	return newFault("file_unreadable", "path", path, "detail", reason(words, err))
}

// savingFault says why a report could not be saved.
func savingFault(words *locale.Catalogue, path string, err error) error {
	if errors.Is(err, report.ErrExists) {
		return newFault("report_exists", "path", path)
	}
	return newFault("report_unwritable", "path", path, "detail", reason(words, err))
}
