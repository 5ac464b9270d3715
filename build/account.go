package main

import (
	"cmp"
	"context"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"time"
)

// check is one thing that `test` or `lint` proves.
type check struct {
	name string
	// after names the checks without whose success this one would tell nothing.
	after []string
	// slow leaves it to `test -all`.
	slow bool
	// limit is how long it may take, stepLimit where it is 0.
	limit time.Duration
	// absent says why it cannot be done here; it is empty when it can, and nil when it always can.
	absent func() string
	do     func(context.Context, *console) error
}

// expectedAbsences says, by operating system and check, what is known not to run there, and so does
// not fail a build server. What is left to `test -all` need not stand here. Pictures are compared on
// machines of one class only, of which a build server need not be.
var expectedAbsences = map[string][]string{
	"linux":   {checkPictures},
	"darwin":  {checkFlows, checkWindow, checkPictures, checkTwin, checkIcon, checkScripts, checkDesktop, checkMetainfo},
	"windows": {checkFlows, checkWindow, checkPictures, checkTwin, checkScripts, checkDesktop, checkMetainfo},
}

// account counts what was proved, what failed, and what was not tried.
type account struct {
	withSlow bool // checks that are slow are done too

	passed []string
	failed []broken
	notRun []absence
}

// broken is a check that failed, with the tests of it that did.
type broken struct {
	name  string
	tests []string
}

type absence struct {
	name, reason string
	expected     bool
}

// perform does the checks in order. A failure does not end it: the others still tell something.
func (a *account) perform(ctx context.Context, c *console, checks []check) {
	for i, k := range checks {
		reason, expected := a.obstacle(k)
		if ctx.Err() != nil {
			reason, expected = "interrupted", false
		}
		if reason != "" {
			c.sayf("==> %d/%d %s\n    NOT RUN: %s\n", i+1, len(checks), k.name, reason)
			a.notRun = append(a.notRun, absence{k.name, reason, expected})
			continue
		}
		what := fmt.Sprintf("%d/%d %s", i+1, len(checks), k.name)
		var heard failures
		if err := c.stepWithin(ctx, what, cmp.Or(k.limit, stepLimit), func(ctx context.Context) error { return c.hear(&heard, func() error { return k.do(ctx, c) }) }); err != nil {
			a.failed = append(a.failed, broken{k.name, heard.lines()})
		} else {
			a.passed = append(a.passed, k.name)
		}
	}
}

// obstacle says why a check is not to be done, and whether that is as it should be.
func (a *account) obstacle(k check) (reason string, expected bool) {
	if k.slow && !a.withSlow {
		return "it is slow; `go run ./build test -all` runs it", true
	}
	if k.absent != nil {
		if reason := k.absent(); reason != "" {
			return reason, slices.Contains(expectedAbsences[runtime.GOOS], k.name)
		}
	}
	for _, name := range k.after {
		if !slices.Contains(a.passed, name) {
			return fmt.Sprintf("it needs %q, which did not pass", name), false
		}
	}
	return "", false
}

// close prints the account and returns an error when something failed. What failed stands at its end,
// which is all that some build servers show; its last line has the plain form that they count by. Where
// nobody is looking, a check that unexpectedly did not run is a failure too.
func (a *account) close(c *console, unattended bool) error {
	failed := len(a.failed)
	var skipped int
	for _, n := range a.notRun {
		c.sayf("NOT RUN: %s: %s", n.name, n.reason)
		if unattended && !n.expected {
			failed++
		} else {
			skipped++
		}
	}
	for _, b := range a.failed {
		c.sayf("FAILED: %s\n    %s", b.name, strings.Join(b.tests, "\n    "))
	}
	line := fmt.Sprintf("%d passed, %d failed", len(a.passed), failed)
	if skipped > 0 {
		line += fmt.Sprintf(", %d skipped", skipped)
	}
	c.sayf("%s", line)
	if failed > 0 {
		return exitStatus(1)
	}
	return nil
}

// lines returns the lines of a program's output that hold something.
func lines(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return r == '\n' || r == '\r' })
}
