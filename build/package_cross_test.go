//go:build !windows

package main

import (
	"os"
	"path/filepath"
	"testing"
)

func TestALibraryOfAnotherProcessorIsFoundWhereItsLinkLeadsThere(t *testing.T) {
	root := t.TempDir()
	write(t, filepath.Join(root, "lib/libz.so.1"), "shared")
	write(t, filepath.Join(root, "usr/lib/libz.a"), "to be part of a program")
	for link, target := range map[string]string{"usr/lib/libz.so": "/lib/libz.so.1", "usr/lib/libm.a": "libz.a"} {
		if err := os.Symlink(target, filepath.Join(root, link)); err != nil {
			t.Fatal(err)
		}
	}
	for range 2 {
		if err := anchorLinks(root); err != nil {
			t.Fatal(err)
		}
		for link, want := range map[string]string{"usr/lib/libz.so": "shared", "usr/lib/libm.a": "to be part of a program"} {
			if text, err := os.ReadFile(filepath.Join(root, link)); err != nil || string(text) != want {
				t.Errorf("%s is %q, %v", link, text, err)
			}
		}
	}
}
