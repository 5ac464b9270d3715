package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var (
	usesLine = regexp.MustCompile(`(?m)^\s*(?:- )?uses:\s*(.+)$`)
	pinned   = regexp.MustCompile(`^[\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+(\.\d+)*$`)
)

func TestWorkflowsRunNothingThatCanChangeUnderTheirFeet(t *testing.T) {
	paths, err := filepath.Glob("../.github/workflows/*.yml")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no workflow was found: %v", err)
	}
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		text := string(data)
		for _, found := range usesLine.FindAllStringSubmatch(text, -1) {
			if !pinned.MatchString(found[1]) {
				t.Errorf("%s uses %s, which is no digest with its version beside it", path, found[1])
			}
		}
		for line := range strings.Lines(text) {
			if image, ok := strings.CutPrefix(strings.TrimSpace(line), "container: "); ok && !strings.Contains(image, "@sha256:") {
				t.Errorf("%s runs in %s, which is no digest", path, image)
			}
		}
		if !strings.Contains(text, "\npermissions:\n  contents: read\n") {
			t.Errorf("%s does not begin with the right to read alone", path)
		}
		if n, without := strings.Count(text, "actions/checkout@"), strings.Count(text, "persist-credentials: false"); n != without {
			t.Errorf("%s checks out %d times, %d of them without leaving the token behind", path, n, without)
		}
	}
}
