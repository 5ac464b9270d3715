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
	mu    sync.Mutex
	read  bool
	now   SettingsView
	aside string // where a file that could not be read was put, "" where there was none
}

const settingsName = "settings.json"

// get returns the settings.
func (s *settingsFile) get(dir string) SettingsView {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.load(dir)
	return s.now
}

// putAside returns where a spoilt file was put, "" where there was none.
func (s *settingsFile) putAside(dir string) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.load(dir)
	return s.aside
}

// change changes the settings, writes them, and returns what holds from now on, which it does also
// where they could not be written.
func (s *settingsFile) change(dir string, change func(*SettingsView)) (SettingsView, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.load(dir)
	change(&s.now)
	s.now = s.now.checked()
	data, err := json.MarshalIndent(s.now, "", "  ")
	if err != nil {
		return s.now, err
	}
	return s.now, writeWhole(filepath.Join(dir, settingsName), append(data, '\n'))
}

// load reads the file once. One that is spoilt is put aside and never thrown away: somebody may have
// written it by hand. The usual settings hold then, as where there is none.
func (s *settingsFile) load(dir string) {
	if s.read {
		return
	}
	s.read, s.now = true, usualSettings()
	name := filepath.Join(dir, settingsName)
	data, err := os.ReadFile(name)
	if err != nil {
		return // none, or one that may not be read: what to do is said when it cannot be written
	}
	read := usualSettings()
	if err := json.Unmarshal(data, &read); err == nil {
		s.now = read.checked()
		return
	}
	aside := name + ".spoilt-" + time.Now().UTC().Format("20060102T150405")
	if os.Rename(name, aside) == nil {
		s.aside = aside
	}
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
