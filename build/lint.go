package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
)

// golangciLint runs the linter, of the version that its own go.mod pins. What it must be told
// stands in .golangci.yml.
var golangciLint = []string{"tool", "-modfile=build/tools/golangci-lint/go.mod", "golangci-lint"}

func lint(ctx context.Context, _ string, args []string) error {
	if len(args) > 0 {
		return misused(fmt.Sprintf("lint takes no argument, and got %q", args))
	}
	c := newConsole(os.Stdout)
	if err := setUp(ctx, c, toDownload); err != nil {
		return err
	}
	checks := []check{
		{name: "gofmt", do: checkFormat},
		{name: "go.mod and go.sum are tidy", do: command("go", "mod", "tidy", "-diff")},
		{name: "go vet", do: command("go", "vet", "-tags", "window", "./...")},
		{name: "golangci-lint (the first time, it is built)", do: command("go", slices.Concat(golangciLint, []string{"run"})...)},
	}
	if missingScript("lint") == "" {
		checks = append(checks, check{name: checkPackages, do: installNodePackages}, script("lint of the frontend", "lint"))
	}
	var a account
	a.perform(ctx, c, checks)
	return a.close(c, os.Getenv("CI") == "true")
}

// checkFormat fails when a Go file is not formatted as gofmt would.
func checkFormat(ctx context.Context, _ *console) error {
	crooked, err := output(ctx, "gofmt", "-l", "main.go", "app", "build", "internal")
	if err != nil {
		return err
	}
	if crooked != "" {
		return errors.New("run `gofmt -w` on these files:\n  " + strings.Join(lines(crooked), "\n  "))
	}
	return nil
}
