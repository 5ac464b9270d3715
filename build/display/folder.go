package display

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
)

// folderPrefix begins the names of the sessions' folders; the ID of the process that made one follows.
const folderPrefix = "levelica-display-"

// folderName returns a pattern for the name of a session's folder.
func folderName(pid int) string { return fmt.Sprintf("%s%d-*", folderPrefix, pid) }

// sweep removes the folders of sessions whose process was killed and could not remove them itself. A
// folder stays where another process has got the ID since, or where it cannot be removed: it is in
// nobody's way, and the next start tries again.
func sweep(parent string) {
	folders, err := filepath.Glob(filepath.Join(parent, folderPrefix+"*"))
	if err != nil {
		return
	}
	for _, folder := range folders {
		id, _, named := strings.Cut(strings.TrimPrefix(filepath.Base(folder), folderPrefix), "-")
		if pid, err := strconv.Atoi(id); named && err == nil && ended(pid) {
			_ = os.RemoveAll(folder)
		}
	}
}

// ended reports whether there is no process with that ID any longer.
func ended(pid int) bool {
	process, err := os.FindProcess(pid)
	if err != nil {
		return false
	}
	err = process.Signal(syscall.Signal(0))
	return errors.Is(err, os.ErrProcessDone) || errors.Is(err, syscall.ESRCH)
}
