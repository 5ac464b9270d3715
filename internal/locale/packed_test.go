package locale

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"flag"
	"io"
	"io/fs"
	"os"
	"path"
	"testing"
)

var update = flag.Bool("update", false, "pack the messages anew")

func TestThePackedMessagesAreThoseOfTheFolder(t *testing.T) {
	if *update {
		pack(t)
	}
	packed, err := os.ReadFile("messages.zip")
	if err != nil {
		t.Fatal(err)
	}
	archive, err := zip.NewReader(bytes.NewReader(packed), int64(len(packed)))
	if err != nil {
		t.Fatal(err)
	}
	lie, are := contents(t, archive), contents(t, os.DirFS("."))
	for name, content := range are {
		if lie[name] != content {
			t.Errorf("%s is packed otherwise than it is; pack it anew, see packed.go", name)
		}
	}
	for name := range lie {
		if _, ok := are[name]; !ok {
			t.Errorf("%s is packed, and is no more; pack it anew, see packed.go", name)
		}
	}
}

// pack writes the archive, the same one from the same files.
func pack(t *testing.T) {
	t.Helper()
	var file bytes.Buffer
	archive := zip.NewWriter(&file)
	archive.RegisterCompressor(zip.Deflate, func(to io.Writer) (io.WriteCloser, error) {
		return flate.NewWriter(to, flate.BestCompression)
	})
	files := os.DirFS(".")
	for _, name := range names(t, files) {
		content, err := fs.ReadFile(files, name)
		if err != nil {
			t.Fatal(err)
		}
		to, err := archive.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := to.Write(content); err != nil {
			t.Fatal(err)
		}
	}
	if err := archive.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile("messages.zip", file.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
}

func contents(t *testing.T, files fs.FS) map[string]string {
	t.Helper()
	all := map[string]string{}
	for _, name := range names(t, files) {
		content, err := fs.ReadFile(files, name)
		if err != nil {
			t.Fatal(err)
		}
		all[name] = string(content)
	}
	return all
}

func names(t *testing.T, files fs.FS) []string {
	t.Helper()
	all, err := fs.Glob(files, path.Join("messages", "*", "*.json"))
	if err != nil || len(all) == 0 {
		t.Fatalf("no messages: %v", err)
	}
	return all
}
