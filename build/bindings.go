package main

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// bound is the folder that Wails writes from the bound Go methods, and TypeScript reads.
const bound = "frontend/wailsjs"

func bindings(ctx context.Context, _ string, _ []string) error {
	c := newConsole(os.Stdout)
	if err := setUp(ctx, c, toDownload); err != nil {
		return err
	}
	return c.step(ctx, "Writing "+bound, func(ctx context.Context) error { return writeBindings(ctx, c) })
}

// writeBindings runs the program in the mode in which it does nothing but describe itself. That
// needs neither C nor GTK. Then it takes the right to be executed from the runtime's files, as
// `wails build` does, so that git sees no difference between the two ways.
func writeBindings(ctx context.Context, c *console) error {
	if err := c.runWith(ctx, []string{"CGO_ENABLED=0"}, "go", "run", "-tags", "bindings", "."); err != nil {
		return err
	}
	written, err := filepath.Glob(bound + "/runtime/*")
	if err != nil {
		return err
	}
	for _, path := range written {
		if err := os.Chmod(path, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// checkBindings writes the bindings anew and fails when that changes them. The new ones stay.
func checkBindings(ctx context.Context, c *console) error {
	before, err := digests(bound)
	if err != nil {
		return err
	}
	if err := writeBindings(ctx, c); err != nil {
		return err
	}
	after, err := digests(bound)
	if err != nil {
		return err
	}
	if changed := differing(before, after); len(changed) > 0 {
		return fmt.Errorf("the bindings were not those of the Go methods; now they are: look at them and commit\n  %s",
			strings.Join(changed, "\n  "))
	}
	return nil
}

type digest = [sha256.Size]byte

// digests returns the digest of each file below folder. A folder that is not there has none.
func digests(folder string) (map[string]digest, error) {
	sums := map[string]digest{}
	err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) && path == folder {
			return fs.SkipAll
		}
		if err != nil || entry.IsDir() {
			return err
		}
		text, err := os.ReadFile(path)
		sums[path] = sha256.Sum256(text)
		return err
	})
	return sums, err
}

// differing returns the files that are not the same in both, in order.
func differing(before, after map[string]digest) []string {
	var changed []string
	for path, sum := range after {
		if old, found := before[path]; !found || old != sum {
			changed = append(changed, path)
		}
	}
	for path := range before {
		if _, found := after[path]; !found {
			changed = append(changed, path)
		}
	}
	slices.Sort(changed)
	return changed
}
