//go:build packages

package packages

import (
	"encoding/json"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// lacking is how Wine answers to what it does not have: removing a file that others have open, by the
// name alone, as Go does on Windows. It came with Wine 9; without it a test cannot clear up.
var lacking = regexp.MustCompile(`(unlinkat|remove|RemoveAll) .*: Invalid function\.\s*$`)

// A complaint is what a test says through its testing.T, and remark what it says there when all is well.
var (
	complaint = regexp.MustCompile(`^\s+[\w.]+\.go:\d+: `)
	remark    = regexp.MustCompile(`: (seed \d+|\d+ of \d+ kills: .* 0 marks lost|\[rapid\] OK, .*)\s*$`)
)

// removing are the tests that remove files of an open journal to begin with, which that Wine cannot.
const removing = "^TestAJournalWhoseFileIsGoneIsNoFirstStart$"

// TestTheWindowsBuildPassesTheTestsOfTheJournalAndTheCommandLine runs the tests of this machine as programs
// of Windows: marks that survive kills, migrations, backups, joining, and what is typed.
func TestTheWindowsBuildPassesTheTestsOfTheJournalAndTheCommandLine(t *testing.T) {
	w := freshWine(t)
	environment := append(slices.Clone(w.environment), "GOOS=windows", "GOARCH=amd64", "CGO_ENABLED=0", "HOME="+os.Getenv("HOME"),
		"GOCACHE="+strings.TrimSpace(run(t, nil, "go", "env", "GOCACHE")), "GOPATH="+strings.TrimSpace(run(t, nil, "go", "env", "GOPATH")))
	// Where Windows keeps its time zones Wine has none of those that the tests name.
	zones := filepath.Join(strings.TrimSpace(run(t, nil, "go", "env", "GOROOT")), "lib", "time", "zoneinfo.zip")
	environment = append(environment, "ZONEINFO="+strings.TrimSpace(run(t, w.environment, "winepath", "--windows", zones)))
	for _, tests := range []struct{ pkg, pattern string }{
		{"../../internal/progress", "^Test"}, {"../../internal/journal", "^Test"}, // fuzz targets have their own time and place
		{"../../app", "^TestTheCommandLine$"},
	} {
		pkg := tests.pkg
		said, _ := try(t, environment, "go", "test", "-trimpath", "-count=1", "-exec", "wine", "-json", "-run", tests.pattern, "-skip", removing, pkg)
		found := readTests(said)
		t.Logf("%s: %d passed, %d more passed and could not clear up, %d failed", pkg, found.passed, found.uncleared, len(found.failed))
		for _, test := range found.notRun {
			t.Logf("NOT RUN: %s", test)
		}
		if found.passed+found.uncleared == 0 || len(found.failed) > 0 {
			t.Errorf("%s:\n%s", pkg, strings.Join(found.failed, "\n"))
		}
	}
}

// outcome is what became of the tests of a package: how many passed, how many did but for what Wine
// lacks, which said themselves that they cannot be run there, and what the others complained of.
type outcome struct {
	passed, uncleared int
	notRun, failed    []string
}

// readTests reads what `go test -json` says.
func readTests(said string) outcome {
	var o outcome
	complaints, lacked, notRun := map[string][]string{}, map[string]bool{}, map[string]string{}
	var ended []string
	for line := range strings.Lines(said) {
		var event struct{ Action, Test, Output string }
		if json.Unmarshal([]byte(line), &event) != nil || event.Test == "" {
			continue
		}
		switch event.Action {
		case "output":
			_, reason, cannot := strings.Cut(event.Output, ": NOT RUN: ")
			switch {
			case !complaint.MatchString(event.Output) || remark.MatchString(event.Output):
			case cannot:
				notRun[event.Test] = strings.TrimSpace(reason)
			case lacking.MatchString(event.Output):
				for test := event.Test; test != "."; test = path.Dir(test) {
					lacked[test] = true
				}
			default:
				complaints[event.Test] = append(complaints[event.Test], strings.TrimSpace(event.Output))
			}
		case "pass":
			o.passed++
		case "fail", "skip":
			ended = append(ended, event.Test)
		}
	}
	for _, test := range ended {
		switch {
		case len(complaints[test]) > 0:
			o.failed = append(o.failed, test+": "+strings.Join(complaints[test], "; "))
		case notRun[test] != "":
			o.notRun = append(o.notRun, test+": "+notRun[test])
		case lacked[test]:
			o.uncleared++
		default:
			o.failed = append(o.failed, test+": it says nothing")
		}
	}
	return o
}
