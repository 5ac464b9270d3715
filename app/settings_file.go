package app

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"sync"
	"time"
)

// settingsFile keeps the settings: read at the first question, written whole at every change.
type settingsFile struct {
	mu     sync.Mutex
	read   bool
	now    SettingsView
	spoilt bool   // the file is there, and cannot be read
	aside  string // where a file that could not be read was put, "" where there was none
}

const settingsName = "settings.json"

// get returns the settings.
func (s *settingsFile) get(dir string) SettingsView {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.load(dir)
	return s.now
}

// putAside puts a spoilt file aside, once, and returns where, "" where there was none. It is the window
// that does it, because it also says so; reading the language for a command does not.
func (s *settingsFile) putAside(dir string) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.load(dir)
	s.moveAside(dir)
	return s.aside
}

// moveAside gives a spoilt file another name. It is never thrown away: somebody may have written it by hand.
func (s *settingsFile) moveAside(dir string) {
	if !s.spoilt {
		return
	}
	s.spoilt = false
	name := filepath.Join(dir, settingsName)
	aside := name + ".spoilt-" + time.Now().UTC().Format("20060102T150405")
	if os.Rename(name, aside) == nil {
		s.aside = aside
	}
}

// change changes the settings, writes them, and returns what holds from now on, which it does also
// where they could not be written.
func (s *settingsFile) change(dir string, change func(*SettingsView)) (SettingsView, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.load(dir)
	s.moveAside(dir)
	change(&s.now)
	s.now = s.now.checked()
	data, err := json.MarshalIndent(s.now, "", "  ")
	if err != nil {
		return s.now, err
	}
	return s.now, writeWhole(filepath.Join(dir, settingsName), append(data, '\n'))
}

// load reads the file once. Where it is spoilt the usual settings hold, as where there is none.
func (s *settingsFile) load(dir string) {
	if s.read {
		return
	}
	s.read, s.now = true, usualSettings()
	data, err := os.ReadFile(filepath.Join(dir, settingsName))
	if err != nil {
		return // none, or one that may not be read: what to do is said when it cannot be written
	}
	read := usualSettings()
	if err := json.Unmarshal(data, &read); err == nil {
		s.now = read.checked()
		return
	}
	s.spoilt = true
}

// writeWhole writes a file so that after a crash there is the old one or the new one, and no half.
func writeWhole(name string, data []byte) (err error) {
	dir := filepath.Dir(name)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	f, err := os.CreateTemp(dir, filepath.Base(name)+".*") // for the owner alone
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			_ = f.Close()
			err = errors.Join(err, os.Remove(f.Name()))
		}
	}()
	if _, err := f.Write(data); err != nil {
		return err
	}
	if err := f.Sync(); err != nil {
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	return os.Rename(f.Name(), name)
}
