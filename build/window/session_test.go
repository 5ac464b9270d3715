//go:build window

package window

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/levelica/levelica/build/child"
	"github.com/levelica/levelica/build/display"
	"github.com/levelica/levelica/build/window/atspi"
	"github.com/levelica/levelica/build/window/x11"
	"github.com/levelica/levelica/internal/guide"
	"github.com/levelica/levelica/internal/locale"
)

// limit is how long a condition may take to come true. A busy machine needs ten seconds for the
// slowest of them, the first page; reaching the limit means that it never will.
const limit = 45 * time.Second

// backend is the guide that the tests work with.
const backend = "backend-engineering"

var binary = flag.String("program", filepath.Join("..", "bin", "levelica"), "the built program that is tested")

// program returns the path of the program that is tested.
func program(t *testing.T) string {
	t.Helper()
	path, err := filepath.Abs(*binary)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(path); err != nil {
		t.Fatalf("%v\nThe window tests need the program to be built: go run ./build test", err)
	}
	return path
}

// session is a private screen, bus and home, with the eyes and hands of a person.
type session struct {
	t       *testing.T
	display *display.Display
	screen  *x11.Screen
	tree    *atspi.Bus
	program string
	env     []string
	data    string // the usual data folder of that home
	windows []*window
}

// begin starts a session whose screen has a size. The variables are added to the environment of
// what is started in it.
func begin(t *testing.T, width, height int, variables ...string) *session {
	t.Helper()
	s := &session{t: t, program: program(t)}
	ctx := context.Background() // that of the test ends before what failed can be looked at
	var err error
	if s.display, err = display.Start(ctx, width, height); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.display.Close(); err != nil {
			t.Error(err)
		}
	})
	s.env = append(s.display.Env(), variables...)
	s.data = filepath.Join(s.display.Home(), ".local", "share", "levelica")
	if s.screen, err = x11.Connect(ctx, s.env); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.screen.Close() })
	if s.tree, err = atspi.Connect(ctx, s.env); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.tree.Close() })
	t.Cleanup(func() {
		if t.Failed() {
			s.keep()
		}
		for _, w := range s.windows {
			w.kill()
		}
	})
	return s
}

// keep saves what a failed test can be understood by, and prints where.
func (s *session) keep() {
	dir, err := os.MkdirTemp("", "levelica-window-")
	if err != nil {
		s.t.Log(err)
		return
	}
	errs := []error{s.display.Screenshot(filepath.Join(dir, "screen.png"))}
	for i, w := range s.windows {
		name := fmt.Sprintf("window-%d", i+1)
		errs = append(errs,
			os.WriteFile(filepath.Join(dir, name+"-tree.txt"), []byte(w.read().String()), 0o600),
			os.WriteFile(filepath.Join(dir, name+"-output.txt"), []byte(w.output()), 0o600))
	}
	log, err := os.ReadFile(filepath.Join(s.display.Home(), ".local", "state", "levelica", "levelica.log"))
	if err == nil {
		err = os.WriteFile(filepath.Join(dir, "levelica.log"), log, 0o600)
	} else if errors.Is(err, fs.ErrNotExist) {
		err = nil
	}
	s.t.Logf("what there was to see is in %s", dir)
	if err := errors.Join(append(errs, err)...); err != nil {
		s.t.Log(err)
	}
}

// command runs the command line of the program in the session, and returns what it printed.
func (s *session) command(args ...string) string {
	s.t.Helper()
	ctx, cancel := context.WithTimeout(s.t.Context(), limit)
	defer cancel()
	cmd := exec.CommandContext(ctx, s.program, args...)
	cmd.Env = s.env
	var said bytes.Buffer
	cmd.Stderr = &said
	out, err := cmd.Output()
	if err != nil {
		s.t.Fatalf("levelica %s: %v\n%s", strings.Join(args, " "), err, said.String())
	}
	return string(out)
}

// status is what the command line tells of the journal, as far as it is asked for here.
type status struct {
	Level int      `json:"level"`
	Done  int      `json:"done"`
	Rated int      `json:"rated"`
	Gaps  []string `json:"gaps"`
}

// journal returns what the journal in a data folder holds of the guide. The folder is named, so that
// the usual one is shown to be the one that the window used.
func (s *session) journal(data string) status {
	s.t.Helper()
	var found status
	if err := json.Unmarshal([]byte(s.command("--data", data, "status", backend, "--json")), &found); err != nil {
		s.t.Fatal(err)
	}
	return found
}

// mark rates items through the command line.
func (s *session) mark(verdict string, items ...guide.Item) {
	s.t.Helper()
	for _, item := range items {
		s.command("mark", backend, item.ID, verdict)
	}
}

// theGuide returns the guide that the tests work with.
func theGuide(t *testing.T) *guide.Guide {
	t.Helper()
	g, err := guide.Shipped().Guide(backend, guide.DefaultLanguage)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// say returns a text of the window, by its key in the message catalogue.
func say(t *testing.T, key string, args ...locale.Args) string {
	t.Helper()
	words := locale.For("en")
	if !words.Has(key) {
		t.Fatalf("the window has no message %q", key)
	}
	return words.Text(key, args...)
}

// window is the program with its window open, or on the way to it.
type window struct {
	s     *session
	cmd   *exec.Cmd
	said  string        // the file that it writes its output to
	ended chan struct{} // closed when the process has ended
	err   error         // how it ended
}

// start starts the program in the session.
func (s *session) start(args ...string) *window {
	s.t.Helper()
	return s.startAs(append([]string{s.program}, args...)...)
}

// startAs starts a command that becomes the program.
func (s *session) startAs(command ...string) *window {
	s.t.Helper()
	said, err := os.CreateTemp(s.t.TempDir(), "output-*.txt")
	if err != nil {
		s.t.Fatal(err)
	}
	defer func() { _ = said.Close() }()
	cmd := child.Command(context.Background(), command[0], command[1:]...)
	cmd.Env, cmd.Stdout, cmd.Stderr = s.env, said, said
	cmd.Dir = s.display.Home() // as the desktop starts programs
	if err := cmd.Start(); err != nil {
		s.t.Fatal(err)
	}
	w := &window{s: s, cmd: cmd, said: said.Name(), ended: make(chan struct{})}
	go func() {
		w.err = child.Wait(cmd)
		close(w.ended)
	}()
	s.windows = append(s.windows, w)
	return w
}

// output returns what the program has written so far.
func (w *window) output() string {
	text, err := os.ReadFile(w.said)
	if err != nil {
		return err.Error()
	}
	return string(text)
}

// running reports whether the process has not ended.
func (w *window) running() bool {
	select {
	case <-w.ended:
		return false
	default:
		return true
	}
}

// awaitEnd waits until the process has ended, and returns its exit code.
func (w *window) awaitEnd() int {
	w.s.t.Helper()
	select {
	case <-w.ended:
	case <-time.After(limit):
		w.s.t.Fatalf("the program has not ended after %v; it said:\n%s", limit, w.output())
	}
	return w.cmd.ProcessState.ExitCode()
}

// kill ends the program without a chance to save anything, as a crash does.
func (w *window) kill() {
	if w.running() {
		_ = w.cmd.Process.Kill()
		<-w.ended
	}
	w.s.windows = slices.DeleteFunc(slices.Clone(w.s.windows), func(other *window) bool { return other == w })
}

// quit closes the window as a person does, and waits until the program has ended.
func (w *window) quit() {
	w.s.t.Helper()
	if err := w.s.screen.CloseWindow(w.main()); err != nil {
		w.s.t.Fatal(err)
	}
	if code := w.awaitEnd(); code != 0 {
		w.s.t.Fatalf("the program ended with code %d; it said:\n%s", code, w.output())
	}
	w.kill()
}
