package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/levelica/levelica/build/child"
	"github.com/levelica/levelica/build/display"
)

// run sets the machine up, builds the program and starts it. What it tells goes to standard error,
// so that standard output is the program's own.
func run(ctx context.Context, from string, args []string) error {
	c := newConsole(os.Stderr)
	private := needsPrivateDisplay(args)
	wanted := toDownload | toBuild | toRead
	if private {
		wanted |= toDisplay
	}
	if err := setUp(ctx, c, wanted); err != nil {
		return err
	}
	if err := c.parts(ctx, frontendParts...); err != nil {
		return err
	}
	if err := c.parts(ctx, part{"Building the program (the first time takes minutes)", buildProgram}); err != nil {
		return err
	}

	path, err := filepath.Abs(program(""))
	if err != nil {
		return err
	}
	if private {
		return runPrivately(ctx, c, path, from, args)
	}
	return runOpenly(ctx, path, from, args)
}

// needsPrivateDisplay reports whether the program is about to open a window on a machine that has
// no display. A first argument that is no flag is a command, and commands open none.
func needsPrivateDisplay(args []string) bool {
	return onLinux && !hasDisplay() && (len(args) == 0 || strings.HasPrefix(args[0], "-"))
}

func hasDisplay() bool {
	return !onLinux || os.Getenv("DISPLAY") != "" || os.Getenv("WAYLAND_DISPLAY") != ""
}

// runOpenly starts the program as the person would, and ends as it ends.
func runOpenly(ctx context.Context, path, from string, args []string) error {
	cmd := exec.CommandContext(ctx, path, args...)
	cmd.Dir = from
	cmd.Stdin, cmd.Stdout, cmd.Stderr = os.Stdin, os.Stdout, os.Stderr
	// At a terminal an interrupt reaches the program as well as us; it may take its time to end.
	cmd.Cancel = func() error { return cmd.Process.Signal(os.Interrupt) }
	cmd.WaitDelay = child.Grace
	return statusOf(cmd.Run())
}

// statusOf turns the failure of a program that has told its own reason into its exit status.
func statusOf(err error) error {
	var failed *exec.ExitError
	if errors.As(err, &failed) && failed.ExitCode() > 0 {
		return exitStatus(failed.ExitCode())
	}
	return err
}

// runPrivately proves that the program starts on a machine without a display: it starts it on a
// virtual one, waits for its first screen, saves a picture of it, and ends it. The program works
// with the person's own data, as it always does.
func runPrivately(ctx context.Context, c *console, path, from string, args []string) error {
	const limit = time.Minute
	screenshot, err := filepath.Abs(program("-first-screen") + ".png")
	if err != nil {
		return err
	}
	c.sayf("There is no display here. The program starts in a private virtual one, and ends after its first screen.")
	d, err := display.Start(ctx, 1280, 800)
	if err != nil {
		return err
	}
	defer func() {
		if err := d.Close(); err != nil {
			c.sayf("%v", err)
		}
	}()

	running, end := context.WithCancel(ctx)
	defer end()
	cmd := child.Command(running, path, args...)
	cmd.Dir, cmd.Env = from, withOwnFolders(d.Env())
	cmd.Stdout, cmd.Stderr = os.Stdout, os.Stderr
	start := time.Now()
	if err := cmd.Start(); err != nil {
		return err
	}
	ended := make(chan struct{})
	go func() {
		err = child.Wait(cmd)
		close(ended)
	}()
	watch, stop := context.WithTimeout(ctx, limit)
	defer stop()
	drawn := make(chan error, 1)
	go func() { drawn <- d.AwaitPicture(watch) }()

	var picture error
	select {
	case <-ended: // it had nothing to show, as with --help
		return statusOf(err)
	case picture = <-drawn:
	}
	took := time.Since(start).Round(100 * time.Millisecond)
	picture = errors.Join(picture, d.Screenshot(screenshot))
	end()
	<-ended
	switch {
	case ctx.Err() != nil:
		return context.Cause(ctx)
	case picture != nil:
		return fmt.Errorf("the program showed no first screen within %v (picture: %s): %w", limit, screenshot, picture)
	case !cmd.ProcessState.Success():
		return fmt.Errorf("the program drew its first screen (%s) but did not end cleanly: %v", screenshot, cmd.ProcessState)
	}
	c.sayf("The first screen was drawn and still after %v, and the program ended cleanly. Picture: %s", took, screenshot)
	return nil
}

// withOwnFolders returns an environment in which the person's own folders take the place of the
// private ones.
func withOwnFolders(private []string) []string {
	folders := []string{"HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"}
	variables := slices.DeleteFunc(private, func(variable string) bool {
		name, _, _ := strings.Cut(variable, "=")
		return slices.Contains(folders, name)
	})
	for _, name := range folders {
		if path, set := os.LookupEnv(name); set {
			variables = append(variables, name+"="+path)
		}
	}
	return variables
}
