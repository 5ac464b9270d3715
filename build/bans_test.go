//go:build bans

package main

import (
	"encoding/json"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// sample is a file of a small module that is laid out as this one is. Banned names the linter that
// must object to it; where it is empty, depguard and forbidigo must have nothing against it.
type sample struct {
	path, banned, code string
}

const rooms = "github.com/levelica/levelica/internal/"

// The samples import each other in no circle, which would hide what is to be seen.
var samples = []sample{
	{"main.go", "", importing("main", "github.com/wailsapp/wails/v2/pkg/options") + "func main() {}\n"},
	{"app/window.go", "", importing("app", "github.com/wailsapp/wails/v2/pkg/options")},
	{"app/places.go", "", importing("app", "github.com/adrg/xdg")},
	{"internal/progress/guide.go", "", importing("progress", rooms+"guide")},
	{"internal/journal/progress.go", "", importing("journal", rooms+"progress")},
	{"internal/journal/store.go", "", importing("journal", "gorm.io/gorm")},
	{"internal/report/words.go", "", importing("report", rooms+"locale")},

	{"internal/guide/room.go", "depguard", importing("guide", rooms+"locale")},
	{"internal/locale/room.go", "depguard", importing("locale", "github.com/levelica/levelica/app")},
	{"internal/progress/room.go", "depguard", importing("progress", rooms+"locale")},
	{"internal/journal/room.go", "depguard", importing("journal", rooms+"locale")},
	{"internal/report/room.go", "depguard", importing("report", rooms+"journal")},

	{"app/gorm.go", "depguard", importing("app", "gorm.io/gorm")},
	{"app/sqlite.go", "depguard", importing("app", "github.com/glebarez/sqlite")},
	{"app/sql.go", "depguard", importing("app", "database/sql")},
	{"internal/journal/places.go", "depguard", importing("journal", "github.com/adrg/xdg")},
	{"internal/report/window.go", "depguard", importing("report", "github.com/wailsapp/wails/v2/pkg/options")},
	{"internal/journal/migrator.go", "depguard", importing("journal", "gorm.io/gorm/migrator")},
	{"build/program.go", "depguard", importing("main", rooms+"guide") + "func main() {}\n"},

	{"internal/journal/auto.go", "forbidigo", calling("AutoMigrate", "_ = db.AutoMigrate()")},
	{"internal/journal/chain.go", "forbidigo", calling("Chain", "_ = db.Session(nil).Debug().AutoMigrate()")},
	{"internal/journal/drop.go", "forbidigo", calling("Drop", "_ = db.Migrator().DropTable()")},
	{"internal/journal/drop_test.go", "forbidigo", calling("TestDrop", "_ = db.Migrator().DropTable()")},
	{"internal/journal/example_test.go", "forbidigo",
		"package journal\n\nimport \"gorm.io/gorm\"\n\nfunc Example() { var db gorm.DB; _ = db.AutoMigrate() }\n"},
	{"internal/journal/value.go", "forbidigo", calling("Value", "migrate := db.AutoMigrate; _ = migrate")},
}

// importing returns a file that does nothing but import a package.
func importing(pkg, path string) string {
	return "// Package " + pkg + " is a sample.\npackage " + pkg + "\n\nimport _ \"" + path + "\"\n\n"
}

// calling returns a file of the journal with a function that does something with a database.
func calling(name, statement string) string {
	return "package journal\n\nimport \"gorm.io/gorm\"\n\nfunc sample" + name + "(db *gorm.DB) { " + statement + " }\n"
}

func TestEveryBanBites(t *testing.T) {
	root, err := filepath.Abs("..")
	if err != nil {
		t.Fatal(err)
	}
	module := t.TempDir()
	for _, name := range []string{"go.mod", "go.sum"} {
		text, err := os.ReadFile(filepath.Join(root, name))
		if err != nil {
			t.Fatal(err)
		}
		write(t, filepath.Join(module, name), string(text))
	}
	want := map[string]string{}
	for _, s := range samples {
		path := s.path
		write(t, filepath.Join(module, path), s.code)
		if s.banned != "" {
			want[path] = s.banned
		}
	}

	got := map[string]string{}
	for _, issue := range issuesOf(t, root, module) {
		if !slices.Contains([]string{"depguard", "forbidigo", "typecheck"}, issue.FromLinter) {
			continue
		}
		path, err := filepath.Rel(module, issue.Pos.Filename)
		if err != nil {
			t.Fatal(err)
		}
		got[filepath.ToSlash(path)] = issue.FromLinter
	}
	for _, path := range slices.Sorted(maps.Keys(want)) {
		if got[path] != want[path] {
			t.Errorf("%s: objection by %q, want by %q", path, got[path], want[path])
		}
		delete(got, path)
	}
	for _, path := range slices.Sorted(maps.Keys(got)) {
		t.Errorf("%s: %s objects to what is allowed", path, got[path])
	}
}

// issue is what this test reads of golangci-lint's report.
type issue struct {
	FromLinter, Text string
	Pos              struct{ Filename string }
}

// issuesOf runs the pinned linter, with the settings of the checkout at root, over another module.
func issuesOf(t *testing.T, root, module string) []issue {
	t.Helper()
	find := exec.CommandContext(t.Context(), "go", append([]string{golangciLint[0], golangciLint[1], "-n"}, golangciLint[2:]...)...)
	find.Dir = root
	path, err := find.Output()
	if err != nil {
		t.Fatal("find the linter:", err)
	}
	lint := exec.CommandContext(t.Context(), strings.TrimSpace(string(path)), "run",
		"--config", filepath.Join(root, ".golangci.yml"), "--path-mode", "abs", "--output.json.path", "stdout", "--issues-exit-code", "0",
		"--show-stats=false")
	lint.Dir = module
	lint.Stderr = os.Stderr
	text, err := lint.Output()
	if err != nil {
		t.Fatalf("golangci-lint: %v\n%s", err, text)
	}
	var report struct{ Issues []issue }
	if err := json.Unmarshal(text, &report); err != nil {
		t.Fatalf("read the report of golangci-lint: %v\n%s", err, text)
	}
	return report.Issues
}
