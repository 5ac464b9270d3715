package app

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

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
		return describedFile{}, fileFault(path, err)
	}
	if own(path, a.places.data) {
		return describedFile{}, newFault("evidence_own", "path", path)
	}
	file, err := readFile(ctx, path)
	if err != nil {
		return describedFile{}, fileFault(path, err)
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
