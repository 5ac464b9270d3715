package main

import (
	"context"
	"fmt"
	"os"
)

// vulnerabilities looks in Go's public list for holes that the program's code can reach. The list is
// asked over the network, so this is no part of `test`.
func vulnerabilities(ctx context.Context, _ string, args []string) error {
	if len(args) > 0 {
		return misused(fmt.Sprintf("vulnerabilities takes no argument, and got %q", args))
	}
	c := newConsole(os.Stdout)
	if err := setUp(ctx, c, toDownload|toBuild); err != nil {
		return err
	}
	return c.step(ctx, "Looking for known holes", func(ctx context.Context) error {
		command := append(tool("govulncheck", "govulncheck"), "-tags", production, "./...")
		return c.run(ctx, command[0], command[1:]...)
	})
}
