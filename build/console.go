package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"sync"
	"time"

	"github.com/levelica/levelica/build/child"
)

const (
	// silence is how long a step may print nothing before a line says that it goes on.
	silence = 20 * time.Second
	// stepLimit ends a step that hangs. The slowest step takes a few minutes on two cores.
	stepLimit = 15 * time.Minute
)

// console tells what is being done. What the programs of a step print passes through it, so that it
// knows how long a step has been silent.
type console struct {
	mu   sync.Mutex
	out  io.Writer
	last time.Time
	// heard reads along, or is nil.
	heard io.Writer
}

// atWork begins the lines that say that a step goes on.
const atWork = "    ... "

func newConsole(out io.Writer) *console {
	return &console{out: out, last: time.Now()}
}

// Write prints what a step or one of its programs says.
func (c *console) Write(text []byte) (int, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.last = time.Now()
	if c.heard != nil {
		_, _ = c.heard.Write(text) // no reader fails
	}
	return c.out.Write(text)
}

// hear has a reader read all that is printed while something is done, and the error that it ends with.
func (c *console) hear(reader io.Writer, do func() error) error {
	listen := func(w io.Writer) {
		c.mu.Lock()
		defer c.mu.Unlock()
		c.heard = w
	}
	listen(reader)
	err := do()
	listen(nil)
	if err != nil {
		_, _ = fmt.Fprintln(reader, err)
	}
	return err
}

func (c *console) sayf(format string, args ...any) {
	_, _ = fmt.Fprintf(c, format+"\n", args...)
}

// step does one thing, saying what it is, that it goes on while it is silent, and how long it took.
// It has told a failure when it returns one.
func (c *console) step(ctx context.Context, what string, do func(context.Context) error) error {
	return c.stepWithin(ctx, what, stepLimit, do)
}

// part is a step that is one of several.
type part struct {
	what string
	do   func(context.Context, *console) error
}

// parts does one step after the other, until one fails. Where it does because of the machine, it says what to do.
func (c *console) parts(ctx context.Context, parts ...part) error {
	for _, p := range parts {
		var heard cause
		err := c.step(ctx, p.what, func(ctx context.Context) error { return c.hear(&heard, func() error { return p.do(ctx, c) }) })
		if err != nil {
			if advice := heard.advice(); advice != "" {
				c.sayf("%s\n", advice)
			}
			return err
		}
	}
	return nil
}

// stepWithin is step for what may take another time than most.
func (c *console) stepWithin(ctx context.Context, what string, limit time.Duration, do func(context.Context) error) error {
	ctx, cancel := context.WithTimeoutCause(ctx, limit, fmt.Errorf("ended after %v, which is its limit", limit))
	defer cancel()
	start := time.Now()
	c.sayf("==> %s", what)

	finished := make(chan struct{})
	var watch sync.WaitGroup
	watch.Go(func() { c.watch(what, start, finished) })
	err := do(ctx)
	close(finished)
	watch.Wait()

	took := time.Since(start).Round(100 * time.Millisecond)
	if err != nil {
		c.sayf("    FAILED after %v: %v\n", took, err)
		return exitStatus(1)
	}
	c.sayf("    done in %v\n", took)
	return nil
}

// watch prints a line whenever the step has been silent for a while.
func (c *console) watch(what string, start time.Time, finished <-chan struct{}) {
	tick := time.NewTicker(time.Second)
	defer tick.Stop()
	for {
		select {
		case <-finished:
			return
		case <-tick.C:
			c.mu.Lock()
			silent := time.Since(c.last) >= silence
			c.mu.Unlock()
			if silent {
				c.sayf(atWork+"%s: still at work after %v", what, time.Since(start).Round(time.Second))
			}
		}
	}
}

// run runs a program in the root of the checkout and shows what it prints.
func (c *console) run(ctx context.Context, name string, args ...string) error {
	return c.show(ctx, child.Command(ctx, name, args...))
}

// runWith is run with variables added to the environment.
func (c *console) runWith(ctx context.Context, variables []string, name string, args ...string) error {
	cmd := child.Command(ctx, name, args...)
	cmd.Env = append(os.Environ(), variables...)
	return c.show(ctx, cmd)
}

// runIn is run in a folder of the checkout.
func (c *console) runIn(ctx context.Context, folder, name string, args ...string) error {
	cmd := child.Command(ctx, name, args...)
	cmd.Dir = folder
	return c.show(ctx, cmd)
}

// show runs cmd, made by child.Command, and shows what it prints.
func (c *console) show(ctx context.Context, cmd *exec.Cmd) error {
	cmd.Stdout, cmd.Stderr = c, c
	return explain(child.Run(ctx, cmd), cmd.Args)
}

// output runs a program and returns what it prints to standard output, without the space around it.
func output(ctx context.Context, name string, args ...string) (string, error) {
	return outputWith(ctx, nil, name, args...)
}

// outputWith is output with variables added to the environment.
func outputWith(ctx context.Context, variables []string, name string, args ...string) (string, error) {
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Env = append(os.Environ(), variables...)
	text, err := cmd.Output()
	var failed *exec.ExitError
	if errors.As(err, &failed) {
		err = fmt.Errorf("%w: %s", err, strings.TrimSpace(string(failed.Stderr)))
	}
	return strings.TrimSpace(string(text)), explain(err, append([]string{name}, args...))
}

// explain adds to the error of a program which one it was.
func explain(err error, command []string) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s: %w", strings.Join(command, " "), err)
}
