package main

import (
	"bytes"
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
)

func passes(context.Context, *console) error { return nil }
func fails(context.Context, *console) error  { return errors.New("broken") }
func never() string                          { return "this machine has no such thing" }

// summary performs checks and returns the last line and the error of the account.
func summary(t *testing.T, checks []check, withSlow, unattended bool) (string, error) {
	t.Helper()
	var out bytes.Buffer
	c := newConsole(&out)
	a := account{withSlow: withSlow}
	a.perform(t.Context(), c, checks)
	err := a.close(c, unattended)
	all := lines(out.String())
	return all[len(all)-1], err
}

func TestTheLastLineIsTheAccount(t *testing.T) {
	for _, test := range []struct {
		name   string
		checks []check
		want   string
		fails  bool
	}{
		{"all well", []check{{name: "a", do: passes}, {name: "b", do: passes}}, "2 passed, 0 failed", false},
		{"one broken", []check{{name: "a", do: fails}, {name: "b", do: passes}}, "1 passed, 1 failed", true},
		{"one absent", []check{{name: "a", do: passes}, {name: "b", absent: never, do: fails}}, "1 passed, 0 failed, 1 skipped", false},
		{
			"one that rests on a broken one",
			[]check{{name: "a", do: fails}, {name: "b", after: []string{"a"}, do: passes}},
			"0 passed, 1 failed, 1 skipped", true,
		},
	} {
		got, err := summary(t, test.checks, false, false)
		if got != test.want || (err != nil) != test.fails {
			t.Errorf("%s: %q, %v; want %q", test.name, got, err, test.want)
		}
	}
}

func TestWhatDoesNotRunFailsABuildServer(t *testing.T) {
	checks := []check{{name: "a", do: passes}, {name: "b", absent: never, do: passes}}
	got, err := summary(t, checks, false, true)
	if got != "1 passed, 1 failed" || err == nil {
		t.Errorf("got %q, %v", got, err)
	}
}

func TestWhatIsLeftToTheLongRunFailsNobody(t *testing.T) {
	checks := []check{{name: "a", do: passes}, {name: "b", slow: true, do: fails}}
	got, err := summary(t, checks, false, true)
	if got != "1 passed, 0 failed, 1 skipped" || err != nil {
		t.Errorf("got %q, %v", got, err)
	}
	if _, err := summary(t, checks, true, true); err == nil {
		t.Error("the long run leaves it out as well")
	}
}

func TestWhatDoesNotRunIsNamedWithItsReason(t *testing.T) {
	var out bytes.Buffer
	c := newConsole(&out)
	var a account
	a.perform(t.Context(), c, []check{{name: "flows", absent: never, do: passes}})
	if err := a.close(c, false); err != nil {
		t.Fatal(err)
	}
	if want := "NOT RUN: flows: this machine has no such thing"; !slices.Contains(lines(out.String()), want) {
		t.Errorf("no line %q in:\n%s", want, out.String())
	}
}

func TestLinuxLetsOffNothingButPicturesOfAnotherClassOfMachine(t *testing.T) {
	if absences := expectedAbsences["linux"]; !slices.Equal(absences, []string{checkPictures}) {
		t.Errorf("on Linux these are let off: %v", absences)
	}
}

func TestABuildServerOfEachSystemFailsForNothingThatIsProvedElsewhere(t *testing.T) {
	for system, tests := range map[string][]string{
		"linux":   {checkPictures},
		"darwin":  {checkFlows, checkWindow, checkPictures},
		"windows": {checkFlows, checkWindow, checkPictures},
	} {
		for _, name := range tests {
			if !slices.Contains(expectedAbsences[system], name) {
				t.Errorf("%q would fail a build server of %s", name, system)
			}
		}
	}
}

func TestEveryCheckThatIsNamedExists(t *testing.T) {
	var names []string
	for _, k := range checks() {
		if slices.Contains(names, k.name) {
			t.Errorf("two checks are named %q", k.name)
		}
		for _, name := range k.after {
			if !slices.Contains(names, name) {
				t.Errorf("%q comes after %q, which does not come before it", k.name, name)
			}
		}
		names = append(names, k.name)
	}
	for system, absences := range expectedAbsences {
		for _, name := range absences {
			if !slices.Contains(names, name) {
				t.Errorf("%s lets off %q, which is no check", system, name)
			}
		}
	}
}

func TestFuzzTargetsAreReadWithTheirPackages(t *testing.T) {
	listed := "FuzzLoad\nFuzzText\nok  \texample.com/guide\t0.01s\nok  \texample.com/empty\t0.02s\n" +
		"?   \texample.com/none\t[no test files]\nFuzzCSV\nok  \texample.com/report\t0.01s\n"
	want := []fuzzTarget{
		{"FuzzLoad", "example.com/guide"}, {"FuzzText", "example.com/guide"}, {"FuzzCSV", "example.com/report"},
	}
	if got := fuzzTargets(listed); !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestOnlyWhatABuildChangedIsReported(t *testing.T) {
	status := "A  main.go\nAM go.mod\nAD wails.json\n?? frontend/package.json.md5\n"
	want := []string{"go.mod", "wails.json", "frontend/package.json.md5"}
	if got := changedSinceAdded(status); !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestChangedBindingsAreNamed(t *testing.T) {
	before := map[string]digest{"same": {1}, "changed": {2}, "gone": {3}}
	after := map[string]digest{"same": {1}, "changed": {4}, "new": {5}}
	want := "changed gone new"
	if got := strings.Join(differing(before, after), " "); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
