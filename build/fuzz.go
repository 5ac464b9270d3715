package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"time"
)

// usualFuzzing is how long each fuzz target is tried, where nothing else is said.
const usualFuzzing = 10 * time.Minute

// fuzz tries every fuzz target for a while: go run ./build fuzz [10m].
func fuzz(ctx context.Context, _ string, args []string) error {
	each := usualFuzzing
	if len(args) > 0 {
		given, err := time.ParseDuration(args[0])
		if err != nil || given < time.Second || len(args) > 1 {
			return misused(fmt.Sprintf("fuzz takes how long each target is tried, such as 90s or 10m, and got %q", args))
		}
		each = given
	}
	c := newConsole(os.Stdout)
	if err := setUp(ctx, c, toDownload); err != nil {
		return err
	}
	return fuzzAll(ctx, c, each)
}

// fuzzAll gives each fuzz target of the module the same time. What one finds does not keep the others
// from being tried.
func fuzzAll(ctx context.Context, c *console, each time.Duration) error {
	listed, err := output(ctx, "go", "test", "-list", "^Fuzz", "./...")
	if err != nil {
		return err
	}
	found := fuzzTargets(listed)
	if len(found) == 0 {
		return errors.New("no fuzz target was found")
	}
	var errs []error
	for i, target := range found {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		c.sayf("    %d/%d %s in %s", i+1, len(found), target.name, target.pkg)
		// Where SQLite runs no two calls reach the same code, and a minute of making each input shorter
		// would be all that happens.
		err := c.run(ctx, "go", "test", "-run", "^$", "-fuzz", "^"+target.name+"$", "-fuzztime", each.String(), "-fuzzminimizetime", "20x", "-timeout", "0", target.pkg)
		if err != nil {
			errs = append(errs, fmt.Errorf("%s: %w", target.name, err))
		}
	}
	return errors.Join(errs...)
}

type fuzzTarget struct{ name, pkg string }

// fuzzTargets reads what `go test -list` prints: the names of a package's targets, then a line
// about the package itself.
func fuzzTargets(listed string) []fuzzTarget {
	var found []fuzzTarget
	var waiting []string
	for _, line := range lines(listed) {
		fields := strings.Fields(line)
		switch {
		case strings.HasPrefix(line, "Fuzz"):
			waiting = append(waiting, strings.TrimSpace(line))
		case len(fields) > 1:
			for _, name := range waiting {
				found = append(found, fuzzTarget{name, fields[1]})
			}
			waiting = nil
		}
	}
	return found
}
