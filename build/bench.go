package main

import (
	"context"
	"os"
	"runtime"

	"github.com/levelica/levelica/build/child"
)

// bench measures the program against the least that its tasks can cost, see build/bench. The
// arguments go there. What it tells meanwhile goes to standard error, so that standard output is
// the record alone.
func bench(ctx context.Context, _ string, args []string) error {
	c := newConsole(os.Stderr)
	if err := setUp(ctx, c, toDownload|toBuild|toRead|toDisplay|toProve); err != nil {
		return err
	}
	for _, part := range []struct {
		what string
		do   func(context.Context, *console) error
	}{
		{"Installing the packages of the frontend", installNodePackages},
		{"Building the frontend", buildFrontendIfOld},
		{"Building the program (the first time takes minutes)", buildProgram},
		{"Building an empty window to hold it against", buildEmptyWindow},
		{"Building the benchmark", buildBenchmark},
	} {
		err := c.step(ctx, part.what, func(ctx context.Context) error { return part.do(ctx, c) })
		if err != nil {
			return err
		}
	}
	return c.step(ctx, "Measuring, for a few minutes: leave the machine alone", func(ctx context.Context) error {
		cmd := child.Command(ctx, program("-bench"), append([]string{
			"-program", program(""), "-empty", program("-empty"), "-chromium", chromium(),
		}, args...)...)
		cmd.Stdout, cmd.Stderr = os.Stdout, c
		return child.Run(ctx, cmd)
	})
}

// buildEmptyWindow builds a Wails window with nothing in it, with the tags and flags of
// buildProgram: they are in what is compared.
func buildEmptyWindow(ctx context.Context, c *console) error {
	flags := "-s -w"
	var variables []string
	switch runtime.GOOS {
	case "windows":
		flags += " -H windowsgui"
	case "darwin":
		variables = []string{"CGO_LDFLAGS=-framework UniformTypeIdentifiers"}
	}
	return c.runWith(ctx, variables, "go", "build", "-buildvcs=false", "-trimpath",
		"-tags", production, "-ldflags", flags, "-o", program("-empty"), "./build/bench/empty")
}

func buildBenchmark(ctx context.Context, c *console) error {
	return c.run(ctx, "go", "build", "-buildvcs=false", "-o", program("-bench"), "./build/bench")
}
