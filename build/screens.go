package main

import (
	"context"
	"os"

	"github.com/levelica/levelica/build/child"
)

// stillClock is the time that the program of the pictures believes it is. It is that of
// build/screens, which says why.
const stillClock = "2026-11-20T09:30:00Z"

// screens takes pictures of every place of the real program, see build/screens. The arguments go
// there.
func screens(ctx context.Context, _ string, args []string) error {
	c := newConsole(os.Stdout)
	if err := setUp(ctx, c, toDownload|toBuild|toRead|toDisplay|toProve); err != nil {
		return err
	}
	if err := c.parts(ctx, frontendParts...); err != nil {
		return err
	}
	return c.step(ctx, "Taking pictures", func(ctx context.Context) error { return takePictures(ctx, c, args...) })
}

// buildStill builds the program as people get it, but for a clock that stands still and a version
// that does not change with every commit.
func buildStill(ctx context.Context, c *console) error {
	flags := "-s -w -X main.clock=" + stillClock + " -X main.version=1.0.0 -X main.date=" + stillClock[:len("2026-11-20")]
	return c.run(ctx, "go", "build", "-buildvcs=false", "-trimpath", "-tags", production, "-ldflags", flags, "-o", program("-still"), ".")
}

// takePictures builds the program with a clock that stands still, and takes the pictures.
func takePictures(ctx context.Context, c *console, args ...string) error {
	if err := buildStill(ctx, c); err != nil {
		return err
	}
	if err := c.run(ctx, "go", "build", "-buildvcs=false", "-o", program("-screens"), "./build/screens"); err != nil {
		return err
	}
	cmd := child.Command(ctx, program("-screens"), append([]string{"-program", program("-still")}, args...)...)
	return c.show(ctx, cmd)
}

// comparePictures is the check of the tests: the approved pictures are what there is to see.
func comparePictures(ctx context.Context, c *console) error { return takePictures(ctx, c, "-check") }
