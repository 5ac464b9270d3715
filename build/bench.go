package main

import (
	"context"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"

	"github.com/levelica/levelica/build/child"
)

// bench measures the program against the least that its tasks can cost, see build/bench. The
// arguments go there. What it tells meanwhile goes to standard error, so that standard output is
// the record alone. "bench placement" simulates persons, which takes neither a window nor anything
// else of the machine.
func bench(ctx context.Context, _ string, args []string) error {
	c := newConsole(os.Stderr)
	if len(args) > 0 && args[0] == "placement" {
		if err := c.step(ctx, "Building the benchmark", func(ctx context.Context) error { return buildBenchmark(ctx, c) }); err != nil {
			return err
		}
		return c.step(ctx, "Placing simulated persons", func(ctx context.Context) error {
			return measure(ctx, c, append([]string{"-only", "placement"}, args[1:]...)...)
		})
	}
	if err := setUp(ctx, c, toDownload|toBuild|toRead|toDisplay|toProve); err != nil {
		return err
	}
	if err := c.parts(ctx, frontendParts...); err != nil {
		return err
	}
	err := c.parts(ctx,
		part{"Building the program (the first time takes minutes)", buildProgram},
		part{"Building an empty window to hold it against", buildEmptyWindow},
		part{"Building the program with one guide, for the same", buildWithOneGuide},
		part{"Building the benchmark", buildBenchmark},
	)
	if err != nil {
		return err
	}
	return c.step(ctx, "Measuring, for a few minutes: leave the machine alone", func(ctx context.Context) error {
		return measure(ctx, c, append([]string{
			"-program", program(""), "-empty", program("-empty"), "-one", program("-one"), "-chromium", chromium(),
		}, args...)...)
	})
}

// measure runs the benchmark, whose record is all that goes to standard output.
func measure(ctx context.Context, c *console, args ...string) error {
	cmd := child.Command(ctx, program("-bench"), args...)
	cmd.Stdout, cmd.Stderr = os.Stdout, c
	return child.Run(ctx, cmd)
}

// buildEmptyWindow builds a Wails window with nothing in it.
func buildEmptyWindow(ctx context.Context, c *console) error {
	return buildWindow(ctx, c, program("-empty"), "./build/bench/empty")
}

// buildWithOneGuide builds the program as it would be with one guide. An overlay hides the others
// from the compiler, so that no source has to know of it.
func buildWithOneGuide(ctx context.Context, c *console) (err error) {
	guides, err := filepath.Glob(filepath.Join("internal", "guide", "compiled", "*.json.gz"))
	if err != nil {
		return err
	}
	hidden := map[string]string{}
	for _, name := range guides {
		if strings.HasPrefix(filepath.Base(name), "backend-engineering.") {
			continue
		}
		path, err := filepath.Abs(name)
		if err != nil {
			return err
		}
		hidden[path] = "" // gone
	}
	overlay, err := json.Marshal(map[string]any{"Replace": hidden})
	if err != nil {
		return err
	}
	dir, err := os.MkdirTemp("", "levelica-overlay-")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	file := filepath.Join(dir, "overlay.json")
	if err := os.WriteFile(file, overlay, 0o600); err != nil {
		return err
	}
	return buildWindow(ctx, c, program("-one"), ".", "-overlay", file)
}

func buildBenchmark(ctx context.Context, c *console) error {
	return c.run(ctx, "go", "build", "-buildvcs=false", "-o", program("-bench"), "./build/bench")
}
