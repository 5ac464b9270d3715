package app

import (
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"sync"
)

// maxLogBytes is how large the log grows before a new one is begun. The one before is kept.
const maxLogBytes = 1 << 20

// openLog returns the log in the state folder. It holds errors, and no answers, notes or names of
// the person. Where none can be written there is none.
func (a *App) openLog() *slog.Logger {
	w := &rotated{name: a.logFile(), most: maxLogBytes}
	if os.MkdirAll(filepath.Dir(w.name), 0o700) != nil || w.open() != nil {
		return slog.New(slog.DiscardHandler)
	}
	return slog.New(slog.NewTextHandler(w, nil))
}

func (a *App) logFile() string { return filepath.Join(a.places.state, "levelica.log") }

// rotated is a file that is begun anew when it has grown large; what it held is kept once, under
// another name.
type rotated struct {
	name string
	most int64

	mu    sync.Mutex // guards what follows
	file  *os.File
	bytes int64
}

func (r *rotated) open() error {
	file, err := os.OpenFile(r.name, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	info, err := file.Stat()
	if err != nil {
		return errors.Join(err, file.Close())
	}
	r.file, r.bytes = file, info.Size()
	return nil
}

// Write adds a line.
func (r *rotated) Write(line []byte) (int, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.bytes+int64(len(line)) > r.most {
		// A file that is open cannot be renamed everywhere.
		if err := r.file.Close(); err != nil {
			return 0, err
		}
		_ = os.Rename(r.name, r.name+".1") // where that fails the log grows on
		if err := r.open(); err != nil {
			return 0, err
		}
	}
	n, err := r.file.Write(line)
	r.bytes += int64(n)
	return n, err
}
