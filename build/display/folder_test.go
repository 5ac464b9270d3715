//go:build unix

package display

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
)

func TestTheFoldersOfProcessesThatWereKilledAreRemovedAndNoOthers(t *testing.T) {
	killed := exec.Command("sleep", "60")
	if err := killed.Start(); err != nil {
		t.Fatal(err)
	}
	if err := killed.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = killed.Wait() // it was killed
	parent := t.TempDir()
	for _, name := range []string{
		fmt.Sprintf("%s%d-123", folderPrefix, killed.Process.Pid),
		fmt.Sprintf("%s%d-456", folderPrefix, os.Getpid()),
		fmt.Sprintf("%s%d", folderPrefix, killed.Process.Pid), folderPrefix + "mine", "사진 🙂",
	} {
		if err := os.MkdirAll(filepath.Join(parent, name, "home", ".config"), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	sweep(parent)
	entries, err := os.ReadDir(parent)
	if err != nil {
		t.Fatal(err)
	}
	var left []string
	for _, e := range entries {
		left = append(left, e.Name())
	}
	slices.Sort(left)
	want := []string{fmt.Sprintf("%s%d-456", folderPrefix, os.Getpid()), fmt.Sprintf("%s%d", folderPrefix, killed.Process.Pid), folderPrefix + "mine", "사진 🙂"}
	slices.Sort(want)
	if !slices.Equal(left, want) {
		t.Errorf("left are %q, want %q", left, want)
	}
}
