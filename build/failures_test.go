package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
)

// Taken from runs that failed, colours and all.
const (
	saidByVitest = "\x1b[41m\x1b[1m FAIL \x1b[22m\x1b[49m form.e2e.ts\x1b[2m > \x1b[22mwho closes a form is asked 🙂 닫기\n" +
		"\x1b[31m\x1b[1mError\x1b[22m: Test timed out in 60000ms.\nIf this is a long-running test, pass a timeout value.\x1b[39m\n"
	saidByGoTest = "--- FAIL: TestMarks (0.01s)\n    marks_test.go:12: got 2, want 3\n    marks_test.go:13: and more\nFAIL\nFAIL\tlevelica/journal\t0.1s\n"
	saidAsItRan  = "=== RUN   TestOther\n    other_test.go:4: this is nothing\n--- PASS: TestOther (0.00s)\n" +
		"=== RUN   TestWindow\n    window_test.go:41: waited in vain until the window shows 기록\n--- FAIL: TestWindow (45.00s)\n"
	saidByNoTest = "main.go:3:1: undefined: x\nFAIL\tlevelica/app [build failed]\n"
)

func TestTheTestsThatFailedAreReadWithTheirReasons(t *testing.T) {
	for _, test := range []struct {
		said string
		want []string
	}{
		{saidByVitest, []string{"form.e2e.ts > who closes a form is asked 🙂 닫기: Error: Test timed out in 60000ms."}},
		{saidByGoTest, []string{"TestMarks: marks_test.go:12: got 2, want 3"}},
		{saidAsItRan, []string{"TestWindow: window_test.go:41: waited in vain until the window shows 기록"}},
		{saidByNoTest, []string{"levelica/app: [build failed]"}},
		{"panic: test timed out after 14m0s\n", []string{"panic: test timed out after 14m0s"}},
		{"one\ntwo\n\n  three\n" + atWork + "a: still at work after 20s\nfour\nfive\n", []string{"two", "three", "four", "five"}},
		{"", nil},
	} {
		var f failures
		for text := []byte(test.said); len(text) > 0; { // in pieces, as a pipe brings it
			n := min(7, len(text))
			_, _ = f.Write(text[:n])
			text = text[n:]
		}
		if got := f.lines(); !slices.Equal(got, test.want) {
			t.Errorf("of %q\nare read %q,\nwant     %q", test.said, got, test.want)
		}
	}
}

func TestManyFailuresAreCounted(t *testing.T) {
	var f failures
	for n := range mostFailures + 3 {
		_, _ = fmt.Fprintf(&f, "--- FAIL: Test%d (0.00s)\n", n)
	}
	if got := f.lines(); len(got) != mostFailures+1 || got[mostFailures] != "and 3 more" {
		t.Errorf("got %q", got)
	}
}

func TestTheAccountEndsWithTheTestsThatFailed(t *testing.T) {
	var out bytes.Buffer
	c := newConsole(&out)
	var a account
	a.perform(t.Context(), c, []check{
		{name: "a", do: func(_ context.Context, c *console) error { c.sayf("--- FAIL: TestOfAnother (0.00s)"); return nil }},
		{name: "flows", do: func(_ context.Context, c *console) error {
			c.sayf("%s", saidByVitest)
			return errors.New("exit status 1")
		}},
		{name: "weight", do: func(context.Context, *console) error { return errors.New("too heavy") }},
		{name: "c", absent: never},
	})
	if err := a.close(c, false); err == nil {
		t.Error("a failure is no failure")
	}
	all := lines(out.String())
	want := []string{"FAILED: flows", "    form.e2e.ts > who closes a form is asked 🙂 닫기: Error: Test timed out in 60000ms.", "FAILED: weight", "    too heavy", "1 passed, 2 failed, 1 skipped"}
	if got := all[max(0, len(all)-len(want)):]; !slices.Equal(got, want) {
		t.Errorf("the end is\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}
