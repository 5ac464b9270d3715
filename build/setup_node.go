package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
)

// manifest is what this program reads of frontend/package.json.
type manifest struct {
	Engines struct{ Node string }
	Scripts map[string]string
}

func readManifest() (manifest, error) {
	var m manifest
	text, err := os.ReadFile("frontend/package.json")
	if err != nil {
		return m, err
	}
	if err := json.Unmarshal(text, &m); err != nil {
		return m, fmt.Errorf("read frontend/package.json: %w", err)
	}
	return m, nil
}

// checkNode fails when Node is missing, or of an age that frontend/package.json does not allow.
func checkNode(ctx context.Context) error {
	m, err := readManifest()
	if err != nil {
		return err
	}
	const where = "Get a current one, with npm, from https://nodejs.org/en/download, then try again"
	if !installed("node") || !installed("npm") {
		return fmt.Errorf("node %s and npm are needed, and are not on the path. %s", m.Engines.Node, where)
	}
	has, err := output(ctx, "node", "--version")
	if err != nil {
		return err
	}
	allowed, err := admits(m.Engines.Node, has)
	if err != nil {
		return fmt.Errorf("compare Node %s with frontend/package.json: %w", has, err)
	}
	if !allowed {
		return fmt.Errorf("node %s is needed, and this is %s. %s", m.Engines.Node, has, where)
	}
	return nil
}

// admits reports whether a version such as v20.19.0 is in a range such as "^20.19.0 || >=22.12.0".
// These two operators are all that the range may use.
func admits(allowed, version string) (bool, error) {
	has, err := parseVersion(version)
	if err != nil {
		return false, err
	}
	for alternative := range strings.SplitSeq(allowed, "||") {
		alternative = strings.TrimSpace(alternative)
		sameMajor := strings.HasPrefix(alternative, "^")
		least, found := strings.CutPrefix(alternative, ">=")
		if !found && !sameMajor {
			return false, fmt.Errorf("%q is neither ^ nor >= of a version", alternative)
		}
		wants, err := parseVersion(strings.TrimPrefix(least, "^"))
		if err != nil {
			return false, err
		}
		if slices.Compare(has, wants) >= 0 && (!sameMajor || has[0] == wants[0]) {
			return true, nil
		}
	}
	return false, nil
}

// parseVersion splits a version into its numbers, and leaves out what follows a hyphen.
func parseVersion(text string) ([]int, error) {
	numbers, _, _ := strings.Cut(strings.TrimPrefix(strings.TrimSpace(text), "v"), "-")
	var version []int
	for part := range strings.SplitSeq(numbers, ".") {
		number, err := strconv.Atoi(part)
		if err != nil {
			return nil, fmt.Errorf("%q is not a version", text)
		}
		version = append(version, number)
	}
	return version, nil
}
