// Package archive holds what lies in the program as one archive, a third of its size, equal to the folder
// that it is made of. Tests use it.
package archive

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"io"
	"io/fs"
	"os"
	"testing"
)

// Check fails the test where an archive holds anything other than the files that match a pattern. With
// update it is written anew first, the same one from the same files.
func Check(t *testing.T, name, pattern string, update bool) {
	t.Helper()
	folder := os.DirFS(".")
	if update {
		write(t, name, contents(t, folder, pattern), names(t, folder, pattern))
	}
	packed, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	archive, err := zip.NewReader(bytes.NewReader(packed), int64(len(packed)))
	if err != nil {
		t.Fatal(err)
	}
	lie, are := contents(t, archive, pattern), contents(t, folder, pattern)
	for name, content := range are {
		if lie[name] != content {
			t.Errorf("%s is packed otherwise than it is; pack it anew with -update", name)
		}
	}
	for name := range lie {
		if _, ok := are[name]; !ok {
			t.Errorf("%s is packed, and is no more; pack it anew with -update", name)
		}
	}
	if len(archive.File) != len(lie) {
		t.Errorf("%s holds %d files, and %d of them match %s", name, len(archive.File), len(lie), pattern)
	}
}

func write(t *testing.T, name string, contents map[string]string, order []string) {
	t.Helper()
	var file bytes.Buffer
	archive := zip.NewWriter(&file)
	archive.RegisterCompressor(zip.Deflate, func(to io.Writer) (io.WriteCloser, error) {
		return flate.NewWriter(to, flate.BestCompression)
	})
	for _, name := range order {
		to, err := archive.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(to, contents[name]); err != nil {
			t.Fatal(err)
		}
	}
	if err := archive.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, file.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
}

func contents(t *testing.T, files fs.FS, pattern string) map[string]string {
	t.Helper()
	all := map[string]string{}
	for _, name := range names(t, files, pattern) {
		content, err := fs.ReadFile(files, name)
		if err != nil {
			t.Fatal(err)
		}
		all[name] = string(content)
	}
	return all
}

func names(t *testing.T, files fs.FS, pattern string) []string {
	t.Helper()
	all, err := fs.Glob(files, pattern)
	if err != nil || len(all) == 0 {
		t.Fatalf("no files %s: %v", pattern, err)
	}
	return all
}
