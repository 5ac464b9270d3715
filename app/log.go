package app

import (
	"log/slog"
	"os"
	"path/filepath"
)

const maxLogBytes = 1 << 20

// openLog returns the log in the state folder. It holds errors and no answers of the person. A log
// that grew large is kept once under another name; where none can be written there is none.
func (a *App) openLog() *slog.Logger {
	name := filepath.Join(a.places.state, "levelica.log")
	if os.MkdirAll(filepath.Dir(name), 0o700) != nil {
		return slog.New(slog.DiscardHandler)
	}
	if info, err := os.Stat(name); err == nil && info.Size() > maxLogBytes {
		_ = os.Rename(name, name+".1")
	}
	file, err := os.OpenFile(name, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		return slog.New(slog.DiscardHandler)
	}
	return slog.New(slog.NewTextHandler(file, nil))
}
