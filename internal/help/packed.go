package help

import (
	"archive/zip"
	_ "embed"
	"io/fs"
	"strings"
	"sync"
)

// The folder texts lies in the program as one archive, less than half its size. A test holds the two equal;
// the archive is written anew with
//
//	go test ./internal/help -run Packed -update
//
//go:embed texts.zip
var packed string

// texts are the files of the folder, "texts/en/how.md" for one.
var texts = sync.OnceValue(func() fs.FS {
	archive, err := zip.NewReader(strings.NewReader(packed), int64(len(packed)))
	if err != nil {
		panic(err) // the archive is embedded, and the tests read all of it
	}
	return archive
})
