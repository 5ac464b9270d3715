package app

import (
	"bufio"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/adrg/xdg"
	"github.com/wailsapp/wails/v2/pkg/runtime"

	"github.com/levelica/levelica/internal/journal"
)

// A second start finds the first by a file in the data folder that names a local socket. Wails'
// own lock runs the second process's OnStartup first, and does nothing without a session bus.

// What is said there is a line each: "raise", and after it a link, a place or a file in quotes.
const (
	raiseWord  = "raise"
	linkWord   = "link"
	placeWord  = "place"
	fileWord   = "file"
	raisedWord = "raised"
)

func addressFile(folder string) string { return filepath.Join(folder, "window.addr") }

// socketFolder begins the name of the folder that holds the socket.
const socketFolder = "levelica-"

// passing is the folder for what lasts as long as somebody is logged in, or else the one for what is temporary.
func passing() string {
	if info, err := os.Stat(xdg.RuntimeDir); err == nil && info.IsDir() {
		return xdg.RuntimeDir
	}
	return os.TempDir()
}

// listen answers later starts until ctx ends: each brings the window forward. They look for it in a folder
// whose window lock the caller holds.
func (a *App) listen(ctx context.Context, folder string) error {
	forgetSocket(folder)
	// A folder of our own, because the path of a socket may have hardly more than 100 characters.
	dir, err := os.MkdirTemp(passing(), socketFolder+"*")
	if err != nil {
		return err
	}
	socket := filepath.Join(dir, "window.sock")
	listener, err := net.Listen("unix", socket)
	if err != nil {
		return errors.Join(err, os.RemoveAll(dir))
	}
	if err := os.WriteFile(addressFile(folder), []byte(socket), 0o600); err != nil {
		return errors.Join(err, listener.Close(), os.RemoveAll(dir))
	}
	go func() {
		<-ctx.Done()
		_ = listener.Close()
		_ = os.RemoveAll(dir)
	}()
	go func() {
		for {
			conn, err := listener.Accept()
			if err != nil {
				if !errors.Is(err, net.ErrClosed) {
					a.log.Error("hear later starts", "error", err)
				}
				return
			}
			go answer(conn, func(to Arrival) {
				bringForward(ctx)
				a.arrive(to)
			})
		}
	}()
	return nil
}

// forgetSocket removes the socket of a window that was killed, and its folder. Where it cannot, that
// stays, and is in nobody's way.
func forgetSocket(folder string) {
	socket, err := os.ReadFile(addressFile(folder))
	if err != nil {
		return // there was none, or it ended as it should and its folder is gone
	}
	if dir := filepath.Dir(string(socket)); strings.HasPrefix(filepath.Base(dir), socketFolder) {
		_ = os.Remove(string(socket))
		_ = os.Remove(dir) // only where nothing else is in it
	}
}

// answer serves one later start.
func answer(conn net.Conn, raise func(Arrival)) {
	defer conn.Close()
	_ = conn.SetDeadline(time.Now().Add(5 * time.Second))
	line, err := bufio.NewReader(io.LimitReader(conn, maxLineBytes)).ReadString('\n')
	if err != nil {
		return
	}
	to, ok := readWish(line)
	if !ok {
		return
	}
	raise(to)
	_, _ = fmt.Fprintln(conn, raisedWord)
}

// maxWishBytes is where a link, a place or a path is cut before it is sent. A link or a place that is
// longer is refused anyway, and a path may be no longer on Linux. On Windows one may: then the file is
// said not to be there.
const maxWishBytes = 4096

// maxLineBytes is the longest line that says so: a byte may become four in quotes.
const maxLineBytes = 4*maxWishBytes + 100

// wish returns the line that asks a window to come forward and to show something.
func wish(to Arrival) string {
	say := func(kind, text string) string {
		return raiseWord + " " + kind + " " + strconv.Quote(text[:min(len(text), maxWishBytes)])
	}
	switch {
	case to.Link != "":
		return say(linkWord, to.Link)
	case to.Place != "":
		return say(placeWord, to.Place)
	case to.File != "":
		return say(fileWord, to.File)
	}
	return raiseWord
}

// readWish reads such a line.
func readWish(line string) (to Arrival, ok bool) {
	word, rest, more := strings.Cut(strings.TrimSpace(line), " ")
	if word != raiseWord || !more {
		return to, word == raiseWord
	}
	kind, quoted, _ := strings.Cut(rest, " ")
	text, err := strconv.Unquote(quoted)
	if err != nil {
		return to, false
	}
	switch kind {
	case linkWord:
		return Arrival{Link: text}, true
	case placeWord:
		return Arrival{Place: text}, true
	case fileWord:
		return Arrival{File: text}, filepath.IsAbs(text)
	}
	return to, false
}

func bringForward(ctx context.Context) {
	runtime.WindowUnminimise(ctx)
	runtime.WindowShow(ctx)
	// Window managers keep a window from stealing the focus; being on top for a moment is what
	// all of them allow.
	runtime.WindowSetAlwaysOnTop(ctx, true)
	runtime.WindowSetAlwaysOnTop(ctx, false)
}

// raisePatience is how long another window may take to start, on a machine that is slow or has much else
// to do: whoever is impatient and starts the program twice is told of no fault.
const raisePatience = 30 * time.Second

// errSilent says that a window has the data folder and does not answer.
var errSilent = errors.New("the other window does not answer")

// meet takes the place that later starts look for this window in, or asks the window that has it to come
// forward: then there is no place. It is the data folder with the window lock, or a stand-in for one that
// may not be written.
func (a *App) meet() (place string, err error) {
	if err = os.MkdirAll(a.dataDir, 0o700); err == nil {
		var lock *journal.Lock
		if lock, err = ownOrRaise(a.dataDir, a.begins); lock != nil {
			// The folder could not be written, perhaps, when a window came up that is still there.
			if folder := standIn(a.dataDir); exists(folder) && makeOwn(folder) == nil && raiseOnce(folder, a.begins) == nil {
				return "", lock.Release()
			}
			if err = hearable(a.dataDir); err == nil {
				a.lock = lock
				return a.dataDir, nil
			}
			// There has been a lock in the folder before it was closed to writing.
			if err := lock.Release(); err != nil {
				return "", err
			}
		} else if err == nil || errors.Is(err, errSilent) {
			return "", err
		}
	}
	a.log.Error("take the window lock", "error", err)
	folder := standIn(a.dataDir)
	if err := makeOwn(folder); err != nil {
		return "", err
	}
	lock, err := ownOrRaise(folder, a.begins)
	if lock == nil {
		return "", err
	}
	a.standIn = lock
	return folder, nil
}

// hearable reports why a folder cannot say where its window is heard, nil where it can.
func hearable(folder string) error {
	file, err := os.OpenFile(addressFile(folder), os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	return file.Close()
}

// standIn is the folder in which the windows on a data folder meet that may not be written.
func standIn(dataDir string) string {
	if whole, err := filepath.Abs(dataDir); err == nil {
		dataDir = whole
	}
	sum := sha256.Sum256([]byte(dataDir))
	return filepath.Join(passing(), fmt.Sprintf("levelica-at-%d-%x", os.Getuid(), sum[:8]))
}

// exists reports whether something of a name is there.
func exists(name string) bool {
	_, err := os.Lstat(name)
	return err == nil
}

// makeOwn makes a folder that is this person's alone, also where others may make folders beside it. It
// fails where somebody else has made it.
func makeOwn(folder string) error {
	if err := os.Mkdir(folder, 0o700); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	if info, err := os.Lstat(folder); err != nil || !info.IsDir() {
		return errors.Join(fmt.Errorf("%s is no folder", folder), err)
	}
	return os.Chmod(folder, 0o700) // nobody may who does not own it
}

// ownOrRaise takes the window lock of a data folder, or asks the window that has it to come forward: then
// there is neither a lock nor an error. That window may be starting or ending in this moment, so both
// are tried for a while.
func ownOrRaise(dataDir string, to Arrival) (*journal.Lock, error) {
	for deadline := time.Now().Add(raisePatience); ; time.Sleep(100 * time.Millisecond) {
		lock, err := journal.LockWindow(dataDir)
		if !errors.Is(err, journal.ErrLocked) {
			return lock, err
		}
		if err = raiseOnce(dataDir, to); err == nil {
			return nil, nil
		}
		if time.Now().After(deadline) {
			return nil, errors.Join(errSilent, err)
		}
	}
}

func raiseOnce(dataDir string, to Arrival) error {
	socket, err := os.ReadFile(addressFile(dataDir))
	if err != nil {
		return err
	}
	conn, err := net.DialTimeout("unix", string(socket), time.Second)
	if err != nil {
		return err
	}
	defer conn.Close()
	_ = conn.SetDeadline(time.Now().Add(5 * time.Second))
	if _, err := fmt.Fprintln(conn, wish(to)); err != nil {
		return err
	}
	line, err := bufio.NewReader(conn).ReadString('\n')
	if err != nil {
		return err
	}
	if strings.TrimSpace(line) != raisedWord {
		return fmt.Errorf("the other window answered %q", strings.TrimSpace(line))
	}
	return nil
}
