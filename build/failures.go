package main

import (
	"bytes"
	"cmp"
	"fmt"
	"regexp"
	"strings"
)

// mostFailures is how many failed tests of one check are named; whoever has broken more begins with these.
const mostFailures = 20

// mostLast is how many lines are shown of a check that names no test.
const mostLast = 4

var (
	// ansi are the colours that programs print where they believe that a terminal or a build server listens.
	ansi = regexp.MustCompile("\x1b\\[[0-9;]*m")
	// What go test and Vitest call a test that failed, and what go test says of a package without one.
	goTest     = regexp.MustCompile(`^\s*--- FAIL: (\S+)`)
	goPackage  = regexp.MustCompile(`^FAIL\s+(\S+) (\[.+\])$`)
	vitestTest = regexp.MustCompile(`^\s*FAIL\s+(\S+\.ts\b.*)$`)
	goReason   = regexp.MustCompile(`^\s+(\S+\.go:\d+: .+)$`)
	panicked   = regexp.MustCompile(`^panic: (.+)$`)
)

// failures reads what the programs of a check print, and remembers which tests failed and why.
type failures struct {
	rest  []byte // a line that has not ended
	found []failure
	said  string   // what a test of Go has said, in case that it fails
	last  []string // the last lines that say something
}

type failure struct{ test, reason string }

// Write reads more of it. It never fails.
func (f *failures) Write(text []byte) (int, error) {
	f.rest = append(f.rest, text...)
	for {
		line, rest, ended := bytes.Cut(f.rest, []byte("\n"))
		if !ended {
			return len(text), nil
		}
		f.rest = rest
		f.read(strings.TrimRight(ansi.ReplaceAllString(string(line), ""), " \r"))
	}
}

func (f *failures) read(line string) {
	if line == "" || strings.HasPrefix(line, atWork) {
		return
	}
	f.last = append(f.last[max(0, len(f.last)-mostLast+1):], strings.TrimSpace(line))
	switch {
	case strings.HasPrefix(line, "=== RUN "):
		f.said = ""
	case goTest.MatchString(line):
		// With -v a test has said why before its end, and without it says so after it.
		f.found = append(f.found, failure{test: goTest.FindStringSubmatch(line)[1], reason: f.said})
		f.said = ""
	case goPackage.MatchString(line):
		match := goPackage.FindStringSubmatch(line)
		f.found = append(f.found, failure{test: match[1], reason: match[2]})
	case vitestTest.MatchString(line):
		f.found = append(f.found, failure{test: vitestTest.FindStringSubmatch(line)[1]})
	case panicked.MatchString(line):
		f.found = append(f.found, failure{test: "panic", reason: panicked.FindStringSubmatch(line)[1]})
	case goReason.MatchString(line):
		f.explain(goReason.FindStringSubmatch(line)[1])
	case strings.Contains(line, "Error: "):
		f.explain(strings.TrimSpace(line))
	}
}

// explain takes what is said for the reason of the test that failed last, where that has none yet.
func (f *failures) explain(reason string) {
	if n := len(f.found); n > 0 && f.found[n-1].reason == "" {
		f.found[n-1].reason = reason
		return
	}
	f.said = cmp.Or(f.said, reason)
}

// lines names the tests that failed, or what was said last where none is known.
func (f *failures) lines() []string {
	if len(f.found) == 0 {
		return f.last
	}
	var lines []string
	for _, one := range f.found[:min(len(f.found), mostFailures)] {
		lines = append(lines, strings.TrimSuffix(one.test+": "+one.reason, ": "))
	}
	if more := len(f.found) - mostFailures; more > 0 {
		lines = append(lines, fmt.Sprintf("and %d more", more))
	}
	return lines
}
