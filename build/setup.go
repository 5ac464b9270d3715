package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strings"
	"time"
)

// setUp makes sure that the machine has what serves the wanted purposes, and Node of the right age.
// What is missing is installed where that is allowed; otherwise the error holds the one command to
// type.
func setUp(ctx context.Context, c *console, wanted purpose) error {
	var missing []need
	err := c.step(ctx, "Looking at what this machine has", func(ctx context.Context) error {
		if err := checkNode(ctx); err != nil {
			return err
		}
		if missing = lookFor(ctx, wanted); len(missing) > 0 {
			c.sayf("    missing: %s", names(missing))
		}
		return nil
	})
	if err != nil || len(missing) == 0 {
		return err
	}
	commands, err := installation(ctx, c, missing)
	if err != nil {
		return err
	}
	return c.step(ctx, "Installing what is missing", func(ctx context.Context) error {
		for _, command := range commands {
			if err := twice(ctx, c, command); err != nil {
				return fmt.Errorf("%w\nRepair what it says, then try again", err)
			}
		}
		if missing = lookFor(ctx, wanted); len(missing) > 0 {
			return byHand(missing)
		}
		return nil
	})
}

// lookFor returns the needs of the wanted purposes that this machine does not meet.
func lookFor(ctx context.Context, wanted purpose) []need {
	var missing []need
	for _, n := range needs() {
		if n.serve&wanted != 0 && !n.seen(ctx) {
			missing = append(missing, n)
		}
	}
	return missing
}

func names(missing []need) string {
	var list []string
	for _, n := range missing {
		list = append(list, n.name)
	}
	return strings.Join(list, ", ")
}

// byHand is the error for what no package manager can bring.
func byHand(missing []need) error {
	var lines []string
	for _, n := range missing {
		how := n.byHand
		if how == "" {
			how = "install it with the package manager of your system"
		}
		lines = append(lines, fmt.Sprintf("  %s: %s", n.name, how))
	}
	return fmt.Errorf("this machine lacks what cannot be installed from here:\n%s", strings.Join(lines, "\n"))
}

// installation returns the commands that install what is missing, as far as the package manager of
// this machine has it. The error says what to do where they may not be run: a person refuses, or
// they need a password.
func installation(ctx context.Context, c *console, missing []need) ([][]string, error) {
	release, err := os.ReadFile("/etc/os-release")
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return nil, err
	}
	m, found := findManager(installed, string(release))
	if !found {
		return nil, byHand(missing)
	}
	commands := m.commands(missing)
	if commands == nil {
		return nil, byHand(missing)
	}

	root := os.Geteuid() == 0
	line := typed(commands, !root)
	allowed := root || exec.CommandContext(ctx, "sudo", "-n", "true").Run() == nil
	if !allowed || atTerminal() && !agreed(c, line) {
		return nil, fmt.Errorf("nothing was changed. Type this command, then try again:\n\n  %s", line)
	}
	c.sayf("This will be installed: %s", line)
	if !root {
		for i, command := range commands {
			commands[i] = slices.Concat([]string{"sudo", "-n"}, command)
		}
	}
	return commands, nil
}

// twice runs a command, and a second time when it fails: most failures to install are a mirror
// that did not answer.
func twice(ctx context.Context, c *console, command []string) error {
	err := c.run(ctx, command[0], command[1:]...)
	if err == nil || ctx.Err() != nil {
		return err
	}
	const pause = 5 * time.Second
	c.sayf("    %v; once more in %v", err, pause)
	select {
	case <-ctx.Done():
		return context.Cause(ctx)
	case <-time.After(pause):
	}
	return c.run(ctx, command[0], command[1:]...)
}

// atTerminal reports whether a person sits there who can be asked.
func atTerminal() bool {
	if os.Getenv("CI") == "true" {
		return false
	}
	null, err := os.Stat(os.DevNull)
	if err != nil {
		return false
	}
	for _, file := range []*os.File{os.Stdin, os.Stdout} {
		info, err := file.Stat()
		// The null device is a character device as a terminal is.
		if err != nil || info.Mode()&os.ModeCharDevice == 0 || os.SameFile(info, null) {
			return false
		}
	}
	return true
}

// agreed asks whether a command may be run. Enter alone means yes.
func agreed(c *console, line string) bool {
	fmt.Fprintf(c, "Install it with this command?\n\n  %s\n\n[Y/n] ", line)
	answer, err := bufio.NewReader(os.Stdin).ReadString('\n')
	if err != nil {
		return false
	}
	switch strings.ToLower(strings.TrimSpace(answer)) {
	case "", "y", "yes":
		return true
	}
	return false
}
