package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/levelica/levelica/build/child"
)

// slowChecks returns what `test -all` adds.
func slowChecks() []check {
	return []check{
		{
			name: "unit tests of Go, twice and in any order", after: []string{checkModules}, slow: true,
			do: command("go", "test", "-count=2", "-shuffle=on", "./..."),
		},
		{
			name: "races", after: []string{checkModules}, slow: true,
			do: command("go", "test", "-race", "-timeout", "14m", "./..."),
		},
		{
			name: "fuzzing, a minute for each target", after: []string{checkModules}, slow: true, limit: time.Hour,
			do: func(ctx context.Context, c *console) error { return fuzzAll(ctx, c, time.Minute) },
		},
		{
			name: "full and read-only disks", after: []string{checkModules}, slow: true,
			absent: func() string {
				if !onLinux || os.Geteuid() != 0 {
					return "only root may mount a small disk and fill it"
				}
				return ""
			},
			do: command("go", "test", "-tags", "privileged", "-count=1", "-run", "Disk|FileSystem", "./internal/journal"),
		},
		{
			name: "power cuts, and a control that loses", after: []string{checkModules}, slow: true,
			absent: func() string {
				if !onLinux || os.Geteuid() != 0 {
					return "only root may mount the disks whose power is cut"
				}
				return missingProgram("mkfs.xfs", "mkfs.ext4")
			},
			do: command("go", "test", "-tags", "privileged", "-count=1", "-v", "-run", "PowerCut", "./internal/journal"),
		},
		{
			name: "ended at every call that changes a file", after: []string{checkModules}, slow: true,
			absent: func() string {
				if !onLinux {
					return "calls are counted with strace, which is Linux's"
				}
				return missingProgram("strace")
			},
			do: command("go", "test", "-tags", "faults", "-count=1", "-v", "-run", "EndedAnywhere|AskedForAgain", "./internal/journal"),
		},
		{
			name: "every ban of the linter bites", slow: true,
			do: command("go", "test", "-tags", "bans", "-count=1", "-run", "^TestEveryBanBites$", "-v", "./build"),
		},
		{
			name: checkTwin, after: []string{checkPage}, slow: true,
			absent: func() string {
				if !onLinux {
					return "it is proved on Linux"
				}
				return ""
			},
			do: buildTwin,
		},
	}
}

// missingProgram says which of some programs is not on the path, or nothing.
func missingProgram(names ...string) string {
	for _, name := range names {
		if !installed(name) {
			return name + " is not on the path"
		}
	}
	return ""
}

// buildTwin proves that what a user of Wails tries first works: `wails build` in a copy that has
// only what git tracks or would track. The build may change none of it.
func buildTwin(ctx context.Context, c *console) (err error) {
	cli, err := wails(ctx)
	if err != nil {
		return err
	}
	copied, err := os.MkdirTemp("", "levelica-twin-")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(copied)) }()
	if err := copyTracked(ctx, copied); err != nil {
		return err
	}
	for _, args := range [][]string{{"init", "--quiet"}, {"add", "--all"}} {
		if err := c.runIn(ctx, copied, "git", args...); err != nil {
			return err
		}
	}

	if err := c.runIn(ctx, copied, cli, "build", "-m"); err != nil {
		return err
	}
	if _, err := os.Stat(filepath.Join(copied, program(""))); err != nil {
		return fmt.Errorf("wails build left no program: %w", err)
	}
	cmd := child.Command(ctx, "git", "status", "--porcelain")
	cmd.Dir = copied
	status, err := cmd.Output()
	if err != nil {
		return explain(err, cmd.Args)
	}
	if changed := changedSinceAdded(string(status)); len(changed) > 0 {
		return fmt.Errorf("wails build changed what git tracks, or left what it does not ignore:\n  %s",
			strings.Join(changed, "\n  "))
	}
	return nil
}

// copyTracked copies every file of the checkout that git tracks or does not ignore.
func copyTracked(ctx context.Context, to string) error {
	listed, err := output(ctx, "git", "-c", "safe.directory=*", "-c", "core.quotePath=false",
		"ls-files", "--cached", "--others", "--exclude-standard")
	if err != nil {
		return err
	}
	for _, path := range lines(listed) {
		info, err := os.Stat(path)
		if errors.Is(err, os.ErrNotExist) {
			continue // removed, but not yet in the index
		}
		if err != nil {
			return err
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		target := filepath.Join(to, path)
		if err := os.MkdirAll(filepath.Dir(target), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(target, text, info.Mode().Perm()); err != nil {
			return err
		}
	}
	return nil
}

// changedSinceAdded returns, of what `git status --porcelain` prints, the files whose state differs
// from that of the index.
func changedSinceAdded(status string) []string {
	var changed []string
	for _, line := range lines(status) {
		if len(line) > 3 && line[1] != ' ' {
			changed = append(changed, line[3:])
		}
	}
	return changed
}
