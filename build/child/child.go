// Package child starts programs that never outlive the program that started them.
//
// A program such as npm starts others, and an interrupt that reaches only the first of them leaves
// the rest behind, holding ports, displays and files. So each command here leads a process group
// of its own, and it is always the whole group that is ended.
package child

import (
	"context"
	"os/exec"
	"sync"
	"time"
)

// Grace is how long a program that was asked to end may take before it is killed.
const Grace = 5 * time.Second

// Command is exec.CommandContext for a group of processes. When ctx ends, the program and all that
// it started is asked to end, and killed after Grace. It has no standard input: a group in the
// background of a terminal is stopped when it reads from it.
func Command(ctx context.Context, name string, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.SysProcAttr = ownGroup()
	cmd.Cancel = func() error {
		end(cmd.Process.Pid)
		return nil
	}
	// For something that has escaped us, and holds the output open.
	cmd.WaitDelay = 2 * Grace
	return cmd
}

// Run starts cmd, made by Command, waits for it, and then ends what is left of its group.
// The error is that of cmd.Run, or the reason why the context ended.
func Run(ctx context.Context, cmd *exec.Cmd) error {
	if err := cmd.Start(); err != nil {
		return err
	}
	err := Wait(cmd)
	if ctx.Err() != nil {
		return context.Cause(ctx)
	}
	return err
}

// Wait waits for cmd, made by Command and started, and then ends what is left of its group.
func Wait(cmd *exec.Cmd) error {
	err := cmd.Wait()
	sweep(cmd.Process.Pid)
	return err
}

// Stop asks cmd and all that it started to end, kills what remains after Grace, and waits for it.
// The error is that of cmd.Wait: nil when the program ended by itself with exit code 0.
func Stop(cmd *exec.Cmd) error {
	var ending sync.WaitGroup
	ending.Go(func() { end(cmd.Process.Pid) })
	defer ending.Wait()
	return Wait(cmd)
}
