package journal

import (
	"errors"
	"path/filepath"

	"github.com/gofrs/flock"
)

// ErrLocked is returned by LockWindow when another window has the data folder.
var ErrLocked = errors.New("another window has the data folder")

// Lock is the right to have a window on a data folder, and to make or migrate its journal. The
// system takes it back when the process ends, however it ends.
type Lock struct{ file *flock.Flock }

// LockWindow takes the window lock of a data folder, which has to exist. It does not wait.
// It fails with ErrLocked, ErrUnwritable or ErrFull.
func LockWindow(dir string) (*Lock, error) {
	path := filepath.Join(dir, "window.lock")
	file := flock.New(path, flock.SetPermissions(0o600))
	switch locked, err := file.TryLock(); {
	case err != nil:
		return nil, translate("take the window lock", path, err)
	case !locked:
		return nil, ErrLocked
	}
	return &Lock{file: file}, nil
}

// Release gives the lock back.
func (l *Lock) Release() error { return l.file.Unlock() }
