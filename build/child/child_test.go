//go:build unix

package child

import (
	"bufio"
	"context"
	"io"
	"os"
	"os/exec"
	"runtime"
	"testing"
	"time"
)

// patience is how long a busy machine may take for anything here. What is to have ended would go on for
// ten times as long.
const patience = time.Minute

// outliving starts cmd with a pipe for its output and returns the reading end. The pipe ends when
// the last process that inherited it has ended, which is how these tests see one that was left.
func outliving(t *testing.T, cmd *exec.Cmd) *bufio.Reader {
	t.Helper()
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = r.Close() })
	if err := r.SetReadDeadline(time.Now().Add(patience)); err != nil {
		t.Fatal(err)
	}
	cmd.Stdout = w
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return bufio.NewReader(r)
}

// leaveNothing cancels a shell that waits for a program of its own, and fails where that goes on.
func leaveNothing(t *testing.T, options ...string) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	cmd := Command(ctx, "sh", append(options, "sleep 600 & echo started; wait")...)
	out := outliving(t, cmd)
	if _, err := out.ReadString('\n'); err != nil {
		t.Fatal(err)
	}

	cancel()
	if err := Wait(cmd); err == nil {
		t.Error("the cancelled command reports success")
	}
	if _, err := io.ReadAll(out); err != nil {
		t.Errorf("a process outlived the command that started it: %v", err)
	}
}

func TestACancelledCommandTakesItsOwnChildrenWithIt(t *testing.T) {
	leaveNothing(t, "-c")
}

func TestACancelledCommandTakesGroupsWithItThatItsChildrenMade(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("NOT RUN: groups of descendants are found on Linux only")
	}
	// With -m each background job is a group of its own, as Wails makes one for Vite.
	leaveNothing(t, "-m", "-c")
}

func TestACommandThatEndsLeavesNothingBehind(t *testing.T) {
	cmd := Command(t.Context(), "sh", "-c", "sleep 600 & exit 0")
	out := outliving(t, cmd)
	if err := Wait(cmd); err != nil {
		t.Fatal(err)
	}
	if _, err := io.ReadAll(out); err != nil {
		t.Errorf("a process outlived the command that started it: %v", err)
	}
}

func TestStopLetsAProgramEndByItself(t *testing.T) {
	cmd := Command(t.Context(), "sh", "-c", "trap 'exit 0' TERM; echo ready; while :; do sleep 0.1; done")
	out := outliving(t, cmd)
	if _, err := out.ReadString('\n'); err != nil {
		t.Fatal(err)
	}
	if err := Stop(cmd); err != nil {
		t.Errorf("the program could not end by itself: %v", err)
	}
}
