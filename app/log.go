package app

import (
	"errors"
	"io"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/levelica/levelica/internal/journal"
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
	return a.logTo(w)
}

// logTo returns a log that is written to w, in which errors name no folder or file of the person.
func (a *App) logTo(w io.Writer) *slog.Logger {
	return slog.New(slog.NewTextHandler(w, &slog.HandlerOptions{ReplaceAttr: func(_ []string, attr slog.Attr) slog.Attr {
		if err, ok := attr.Value.Any().(error); ok {
			attr.Value = slog.StringValue(a.discreet(err))
		}
		return attr
	}}))
}

// discreet returns what an error says without the paths in it: they hold the person's name, and what
// they call their folders and files. Those below the data folder are the program's own and are told.
func (a *App) discreet(err error) string {
	text := err.Error()
	paths := pathsOf(err)
	if second := a.secondFolder(); second != "" {
		paths = append(paths, second)
	}
	// A path that holds another one goes first.
	slices.SortFunc(paths, func(a, b string) int { return len(b) - len(a) })
	for _, path := range paths {
		told := "(path)"
		if within, err := filepath.Rel(a.dataDir, path); err == nil && filepath.IsLocal(within) {
			told = filepath.Join("(data)", within)
		}
		text = strings.ReplaceAll(text, path, told)
	}
	return strings.ReplaceAll(text, a.dataDir, "(data)")
}

// pathsOf returns the paths that an error and those in it are about.
func pathsOf(err error) (paths []string) {
	switch e := err.(type) { //nolint:errorlint // each error of the tree is looked at by itself
	case *fs.PathError:
		paths = []string{e.Path}
	case *os.LinkError:
		paths = []string{e.Old, e.New}
	case *journal.DamagedError:
		paths = []string{e.Path}
	}
	switch e := err.(type) { //nolint:errorlint // this is the walk to the errors that are wrapped
	case interface{ Unwrap() error }:
		paths = append(paths, pathsOf(e.Unwrap())...)
	case interface{ Unwrap() []error }:
		for _, one := range e.Unwrap() {
			paths = append(paths, pathsOf(one)...)
		}
	}
	return slices.DeleteFunc(paths, func(path string) bool { return path == "" })
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
