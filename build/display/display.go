// Package display gives a program a screen, a session bus and a home of its own: an X server
// without hardware (Xvfb), a D-Bus session bus on which AT-SPI is started when it is asked for,
// and empty XDG folders. The real-window tests, the benchmark and `run` without a display use it.
//
// It needs Xvfb and dbus-daemon, so it is of use on Linux only; elsewhere Start fails.
package display

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"time"

	"github.com/levelica/levelica/build/child"
)

// startLimit is how long a server may take until it is ready. It is far above what a slow machine
// needs (well under a second), so that reaching it means that something is wrong.
const startLimit = 30 * time.Second

// endLimit is the same for the end.
const endLimit = 10 * time.Second

// Display is a running private session. It is made by Start and ended by Close.
type Display struct {
	dir     string // everything the session writes
	env     []string
	servers []*exec.Cmd // in the order in which they were started
}

// Start starts a session whose screen is width by height pixels, on a display number that nobody
// uses. When ctx ends, the session ends too; Close has to be called all the same. The error names
// the program that failed and what it said.
func Start(ctx context.Context, width, height int) (_ *Display, err error) {
	sweep(os.TempDir())
	dir, err := os.MkdirTemp("", folderName(os.Getpid()))
	if err != nil {
		return nil, fmt.Errorf("start a private display: %w", err)
	}
	d := &Display{dir: dir}
	defer func() {
		if err != nil {
			err = errors.Join(fmt.Errorf("start a private display: %w", err), d.Close())
		}
	}()

	if d.env, err = d.homes(); err != nil {
		return nil, err
	}
	authority := filepath.Join(dir, "Xauthority")
	if err := writeAuthority(authority); err != nil {
		return nil, err
	}
	// Without -noreset the server starts anew when its last window closes, and a program that
	// connects at that moment dies.
	number, err := d.serve(ctx, "Xvfb", "-displayfd", "3", "-screen", "0", fmt.Sprintf("%dx%dx24", width, height),
		"-noreset", "-nolisten", "tcp", "-auth", authority, "-fbdir", dir)
	if err != nil {
		return nil, err
	}
	d.env = append(d.env, "DISPLAY=:"+number, "XAUTHORITY="+authority)

	// The bus comes second because what it starts, AT-SPI first of all, needs the screen.
	address, err := d.serve(ctx, "dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=3",
		"--address=unix:path="+filepath.Join(dir, "runtime", "bus"))
	if err != nil {
		return nil, err
	}
	d.env = append(d.env, "DBUS_SESSION_BUS_ADDRESS="+address)
	return d, nil
}

// Env returns the whole environment for a program that is to run in the session. Its home and XDG
// folders are empty to begin with, and its language is English.
func (d *Display) Env() []string {
	return slices.Clone(d.env)
}

// Home returns the home folder that programs in the session have.
func (d *Display) Home() string {
	return filepath.Join(d.dir, "home")
}

// Close ends the session and whatever still runs on it, and removes its folder. Calling it again
// does nothing.
func (d *Display) Close() error {
	for _, server := range slices.Backward(d.servers) {
		// How a server ends, once it is told to, tells nothing.
		_ = child.Stop(server)
	}
	d.servers = nil
	// What was killed with the servers is not waited for, being none of our children, and may write for
	// another moment into a folder that was just emptied.
	const interval = 50 * time.Millisecond
	for deadline := time.Now().Add(endLimit); ; time.Sleep(interval) {
		err := os.RemoveAll(d.dir)
		if err == nil {
			return nil
		}
		if !errors.Is(err, syscall.ENOTEMPTY) || time.Now().After(deadline) {
			return fmt.Errorf("remove the folder of the private display: %w", err)
		}
	}
}

// serve starts a server of the session that writes one line to file descriptor 3 when it is ready,
// and returns that line.
func (d *Display) serve(ctx context.Context, name string, args ...string) (string, error) {
	ready, theirs, err := os.Pipe()
	if err != nil {
		return "", err
	}
	defer func() { _ = ready.Close() }()

	var said bytes.Buffer
	cmd := child.Command(ctx, name, args...)
	cmd.Env = d.env
	cmd.ExtraFiles = []*os.File{theirs}
	cmd.Stdout, cmd.Stderr = &said, &said
	err = cmd.Start()
	_ = theirs.Close() // so that reading ends when the server does
	if err != nil {
		return "", err
	}

	_ = ready.SetReadDeadline(time.Now().Add(startLimit))
	line, err := bufio.NewReader(ready).ReadString('\n')
	if err != nil {
		_ = child.Stop(cmd) // also makes said complete
		return "", fmt.Errorf("%s did not become ready (%w); it said: %s", name, err, bytes.TrimSpace(said.Bytes()))
	}
	d.servers = append(d.servers, cmd)
	return strings.TrimSpace(line), nil
}
