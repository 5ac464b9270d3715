package main

import (
	"context"
	"errors"
	"os"
	"slices"

	"github.com/levelica/levelica/build/child"
)

// wails returns the path of the Wails command line, of the version that go.mod names for the
// library, and builds it where that has not been done. It has a go.mod of its own, so that what it
// depends on does not raise what the program depends on.
func wails(ctx context.Context) (string, error) {
	return output(ctx, "go", "tool", "-modfile=build/tools/wails/go.mod", "-n", "wails")
}

// dev starts the program with live reload. What to build and to watch stands in wails.json.
func dev(ctx context.Context, _ string, args []string) error {
	if !hasDisplay() {
		return errors.New("live reload shows a window, and there is no display here; " +
			"`go run ./build run` proves without one that the program starts")
	}
	c := newConsole(os.Stdout)
	if err := setUp(ctx, c, toDownload|toBuild|toRead); err != nil {
		return err
	}
	var path string
	err := c.step(ctx, "Finding the Wails command line (the first time, it is built)", func(ctx context.Context) (err error) {
		path, err = wails(ctx)
		return err
	})
	if err != nil {
		return err
	}
	// It is not run through `go tool`, which would end before it at an interrupt. -m keeps it from
	// tidying go.mod, which is for people to do.
	cmd := child.Command(ctx, path, slices.Concat([]string{"dev", "-m"}, args)...)
	cmd.Stdout, cmd.Stderr = os.Stdout, os.Stderr
	return explain(child.Run(ctx, cmd), []string{"wails", "dev"})
}
