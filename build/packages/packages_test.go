//go:build packages

package packages

import (
	"bytes"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

var (
	dist  = flag.String("dist", filepath.Join("..", "dist"), "the folder of the packages that are proved")
	older = flag.String("older", filepath.Join("..", "dist-older"), "a folder with packages of an earlier version")
)

// find returns the one package in a folder whose name ends like this.
func find(t *testing.T, folder, end string) string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(folder, "levelica_*"+end))
	if err != nil {
		t.Fatal(err)
	}
	if len(found) != 1 {
		t.Fatalf("%s has %d packages that end with %s, want one: go run ./build test -all makes them", folder, len(found), end)
	}
	path, err := filepath.Abs(found[0])
	if err != nil {
		t.Fatal(err)
	}
	return path
}

// run runs a program and returns what it prints, all of it.
func run(t *testing.T, environment []string, name string, args ...string) string {
	t.Helper()
	said, err := try(t, environment, name, args...)
	if err != nil {
		t.Fatalf("%s %s: %v\n%s", name, strings.Join(args, " "), err, said)
	}
	return said
}

// try is run for what may fail.
func try(t *testing.T, environment []string, name string, args ...string) (string, error) {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), name, args...)
	cmd.Env = append(os.Environ(), environment...)
	var said bytes.Buffer
	cmd.Stdout, cmd.Stderr = &said, &said
	err := cmd.Run()
	return said.String(), err
}

// exists reports whether there is something at a path.
func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}
