package main

import (
	"context"
	"fmt"
	"os"
	"strconv"
)

const usualKills = 1000

// torture ends processes that write marks, again and again, and holds that no acknowledged mark is
// lost. It says how far it is after every fifty kills.
func torture(ctx context.Context, _ string, args []string) error {
	kills := usualKills
	if len(args) > 0 {
		n, err := strconv.Atoi(args[0])
		if err != nil || n < 1 || len(args) > 1 {
			return misused(fmt.Sprintf("torture takes how many kills, and got %q", args))
		}
		kills = n
	}
	c := newConsole(os.Stdout)
	if err := setUp(ctx, c, toDownload); err != nil {
		return err
	}
	return c.run(ctx, "go", "test", "-count=1", "-v", "-timeout", "2h", "-run", "^TestNothingAcknowledgedIsLostByKills$",
		"./internal/journal", "-args", "-kills", strconv.Itoa(kills))
}
