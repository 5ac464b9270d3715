package app

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"github.com/wailsapp/wails/v2/pkg/runtime"

	"github.com/levelica/levelica/internal/progress"
)

// FileView is a file that the person chose in the system's dialog.
type FileView struct {
	Handle string `json:"handle"` // "" where the dialog was closed
	Name   string `json:"name"`
	Size   int64  `json:"size"`
}

// CheckView says what became of a file.
type CheckView struct {
	State string `json:"state"` // "there", "changed", "gone", "unreadable" or "elsewhere"
	Path  string `json:"path"`
}

// ChooseEvidenceFile asks for a file in the system's own dialog, and reads what identifies it. The
// file stays where it is; what comes back is a handle for AddEvidence, or an empty one where the
// person closed the dialog.
// Faults: file_unreadable, evidence_own.
func (a *App) ChooseEvidenceFile() (v FileView, err error) {
	defer a.recovered(&err)
	path, err := runtime.OpenFileDialog(a.context(), runtime.OpenDialogOptions{
		Title: a.words().Text("dialog.evidence.title"), DefaultDirectory: documents(),
	})
	if err != nil || path == "" {
		return FileView{}, err
	}
	file, err := a.describe(a.context(), path)
	if err != nil {
		return FileView{}, err
	}
	return FileView{Handle: a.chosen.keep(file), Name: file.name, Size: file.size}, nil
}

// CheckEvidence looks whether a file is still where it was and still the same: "there", "changed",
// "gone", "unreadable", or "elsewhere" where it lies on another computer.
// Faults: evidence_not_found, and those of openJournal.
func (a *App) CheckEvidence(slug, id string) (v CheckView, err error) {
	defer a.recovered(&err)
	e, err := a.findEvidence(a.context(), slug, id)
	if err != nil {
		return CheckView{}, err
	}
	return CheckView{State: checkFile(a.context(), e), Path: e.Path}, nil
}

// chosenFiles are the files that the person chose in a dialog and that are not evidence yet. The
// window knows them by handles that nobody can guess, and never by their paths.
type chosenFiles struct {
	mu    sync.Mutex
	files map[string]describedFile
	order []string
}

// mostChosen is how many of them are kept: a dialog is about one.
const mostChosen = 8

func (c *chosenFiles) keep(file describedFile) string {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.files == nil {
		c.files = map[string]describedFile{}
	}
	handle := rand.Text()
	c.files[handle] = file
	c.order = append(c.order, handle)
	if len(c.order) > mostChosen {
		delete(c.files, c.order[0])
		c.order = c.order[1:]
	}
	return handle
}

// take returns the file of a handle. The handle stays good, so that a call can be repeated.
func (c *chosenFiles) take(handle string) (describedFile, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	file, ok := c.files[handle]
	return file, ok
}

// describedFile is a file with what tells it from every other one.
type describedFile struct {
	path, name, sha256 string
	size               int64
}

// describe reads what identifies a file. It refuses the program's own files: whoever closes the
// journal's file drops the locks that SQLite holds on it.
func (a *App) describe(ctx context.Context, path string) (describedFile, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return describedFile{}, fileFault(a.words(), path, err)
	}
	if own(path, a.places.data) {
		return describedFile{}, newFault("evidence_own", "path", path)
	}
	file, err := readFile(ctx, path)
	if err != nil {
		return describedFile{}, fileFault(a.words(), path, err)
	}
	return file, nil
}

// own reports whether a file lies in a folder, links followed.
func own(path, folder string) bool {
	for _, p := range []*string{&path, &folder} {
		if target, err := filepath.EvalSymlinks(*p); err == nil {
			*p = target
		}
	}
	inside, err := filepath.Rel(folder, path)
	return err == nil && inside != ".." && !strings.HasPrefix(inside, ".."+string(filepath.Separator))
}

// readFile reads a file from beginning to end, and keeps its digest.
func readFile(ctx context.Context, path string) (_ describedFile, err error) {
	// Stat first: opening a pipe would wait for whoever writes to it.
	info, err := os.Stat(path)
	if err != nil {
		return describedFile{}, err
	}
	if !info.Mode().IsRegular() {
		return describedFile{}, &fs.PathError{Op: "read", Path: path, Err: errors.New("it is no regular file")}
	}
	file, err := os.Open(path)
	if err != nil {
		return describedFile{}, err
	}
	defer file.Close()
	digest := sha256.New()
	size, err := io.Copy(digest, untilDone{ctx, file})
	if err != nil {
		return describedFile{}, err
	}
	name := strings.ToValidUTF8(filepath.Base(path), "\uFFFD")
	return describedFile{path: path, name: name, sha256: hex.EncodeToString(digest.Sum(nil)), size: size}, nil
}

// untilDone ends a long reading when the window closes.
type untilDone struct {
	ctx context.Context
	r   io.Reader
}

func (u untilDone) Read(p []byte) (int, error) {
	if err := u.ctx.Err(); err != nil {
		return 0, err
	}
	return u.r.Read(p)
}

// The states of a file that was evidence.
const (
	fileThere      = "there"
	fileChanged    = "changed"
	fileGone       = "gone"
	fileUnreadable = "unreadable"
	fileElsewhere  = "elsewhere"
)

// checkFile looks whether the file of a piece of evidence is still the one that was chosen. Evidence
// without a file is always there.
func checkFile(ctx context.Context, e progress.Evidence) string {
	switch {
	case e.Kind != progress.EvidenceFile:
		return fileThere
	case e.Path == "":
		return fileElsewhere
	}
	info, err := os.Stat(e.Path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fileGone
	case err != nil:
		return fileUnreadable
	case info.Size() != e.Size:
		return fileChanged // without reading it
	}
	switch now, err := readFile(ctx, e.Path); {
	case err != nil:
		return fileUnreadable
	case now.sha256 != e.SHA256:
		return fileChanged
	}
	return fileThere
}
