package report

import (
	"bufio"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"syscall"
)

// ErrExists says that there is a file of that name already. It was left as it is.
var ErrExists = errors.New("a file of that name exists already")

// Save writes the report to a file. It writes a temporary file beside it, makes that durable and
// then gives it the name, so that at every moment there is the whole old file or the whole new one,
// and nothing is left behind when it fails. Without replace an existing file is refused with
// ErrExists. Other errors wrap those of the file system, as fs.ErrPermission; the file that was
// there before is then unchanged.
func (d *Document) Save(path string, f Format, replace bool) error {
	if err := SaveFile(path, replace, func(w io.Writer) error { return d.Write(w, f) }); err != nil {
		return fmt.Errorf("save the report to %s: %w", path, err)
	}
	return nil
}

// SaveFile is Save for what somebody else renders.
func SaveFile(path string, replace bool, render func(io.Writer) error) (err error) {
	path, mode, err := target(path, replace)
	if err != nil {
		return err
	}
	temporary := filepath.Join(filepath.Dir(path), ".levelica-"+rand.Text()+".tmp")
	file, err := os.OpenFile(temporary, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o666) // less the umask
	if err != nil {
		return err
	}
	defer func() {
		_ = file.Close() // closed already where all went well
		if gone := os.Remove(temporary); err == nil && gone != nil && !errors.Is(gone, fs.ErrNotExist) {
			err = fmt.Errorf("the report is saved, but a temporary file is left: %w", gone)
		}
	}()
	buffered := bufio.NewWriter(file)
	if err := render(buffered); err != nil {
		return err
	}
	if err := buffered.Flush(); err != nil {
		return err
	}
	if mode != 0 {
		if err := file.Chmod(mode); err != nil {
			return fmt.Errorf("keep the rights of the old file: %w", err)
		}
	}
	if err := file.Sync(); err != nil {
		return err
	}
	if err := file.Close(); err != nil {
		return err
	}
	if err := place(temporary, path, replace); err != nil {
		return err
	}
	return syncFolder(filepath.Dir(path))
}

// target returns the file that a save may write to, and the rights of the one that is there.
func target(path string, replace bool) (string, fs.FileMode, error) {
	info, err := os.Lstat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return path, 0, nil
	case err != nil:
		return "", 0, err
	case !replace:
		return "", 0, ErrExists
	}
	if info.Mode()&fs.ModeSymlink != 0 {
		// Renaming would replace the link; who saves to a link means the file behind it.
		if path, err = filepath.EvalSymlinks(path); err != nil {
			return "", 0, err
		}
		if info, err = os.Stat(path); err != nil {
			return "", 0, err
		}
	}
	if !info.Mode().IsRegular() {
		return "", 0, fmt.Errorf("%w: it is no regular file, and nothing can take its place", fs.ErrInvalid)
	}
	if info.Mode().Perm()&0o200 == 0 {
		// Renaming over it would work on Unix, but somebody protected it.
		return "", 0, fmt.Errorf("%w: the file is read-only", fs.ErrPermission)
	}
	return path, info.Mode().Perm(), nil
}

// place gives the temporary file its name. Without replace it links, because a link, unlike a
// rename, fails when another program made a file of that name in the meantime. File systems
// without links, as on most sticks, are looked at once more and then renamed.
func place(temporary, path string, replace bool) error {
	if !replace {
		err := os.Link(temporary, path)
		if err == nil {
			return nil // save removes the temporary name
		}
		if _, there := os.Lstat(path); there == nil {
			return ErrExists
		}
	}
	return os.Rename(temporary, path)
}

// syncFolder makes a new name durable. Windows does so itself, and some network file systems do
// not know the call; the file is whole there too.
func syncFolder(path string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	folder, err := os.Open(path)
	if errors.Is(err, fs.ErrPermission) {
		return nil // a folder that may be written but not listed
	}
	if err != nil {
		return err
	}
	defer folder.Close()
	if err := folder.Sync(); err != nil && !errors.Is(err, errors.ErrUnsupported) && !errors.Is(err, syscall.EINVAL) {
		return fmt.Errorf("the report is saved, but the disk did not confirm it: %w", err)
	}
	return nil
}
