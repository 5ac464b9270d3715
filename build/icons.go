package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
)

// iconFiles are the pictures that the drawings in build/icon become, below build.
var iconFiles = []string{"appicon.png", "linux/icons", "linux/document", "windows/icon.ico", "windows/document.ico", "darwin/icon.icns"}

// icons draws the program's icon anew in every size and form, after a drawing was changed.
func icons(ctx context.Context, _ string, args []string) error {
	if len(args) > 0 {
		return misused(fmt.Sprintf("icons takes no argument, and got %q", args))
	}
	c := newConsole(os.Stdout)
	if err := setUp(ctx, c, toDownload); err != nil {
		return err
	}
	return c.step(ctx, "Drawing the icon", func(ctx context.Context) error { return drawIcons(ctx, c, "build") })
}

func drawIcons(ctx context.Context, c *console, to string) error {
	from, err := filepath.Abs("build")
	if err != nil {
		return err
	}
	if to, err = filepath.Abs(to); err != nil {
		return err
	}
	return c.runIn(ctx, "build/tools/icons", "go", "run", ".", from, to)
}

// checkIcons fails when a picture is not what its drawing gives.
func checkIcons(ctx context.Context, c *console) (err error) {
	drawn, err := os.MkdirTemp("", "levelica-icons-")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(drawn)) }()
	if err := drawIcons(ctx, c, drawn); err != nil {
		return err
	}
	var stale []string
	for _, name := range iconFiles {
		want, err := digests(filepath.Join(drawn, name))
		if err != nil {
			return err
		}
		for path, sum := range want {
			inTree, err := filepath.Rel(drawn, path)
			if err != nil {
				return err
			}
			have, err := digests(filepath.Join("build", inTree))
			if err != nil {
				return err
			}
			if have[filepath.Join("build", inTree)] != sum {
				stale = append(stale, inTree)
			}
		}
	}
	if len(stale) > 0 {
		return fmt.Errorf("run `go run ./build icons`, look at these and commit them:\n  %s", strings.Join(stale, "\n  "))
	}
	return nil
}

// drawnAlike says why the pictures cannot be compared here: other processors round colours
// differently in the last bit.
func drawnAlike() string {
	if runtime.GOARCH != "amd64" {
		return "the pictures are compared byte by byte, on amd64"
	}
	return ""
}
