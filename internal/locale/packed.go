package locale

import (
	"archive/zip"
	_ "embed"
	"io/fs"
	"strings"
	"sync"
)

// The folder messages lies in the program as one archive, which is a third of its size. A test holds
// the two equal; the archive is written anew with
//
//	go test ./internal/locale -run Packed -update
//
//go:embed messages.zip
var packed string

// messages are the files of the catalogue by their path, "messages/en/home.json" for one.
var messages = sync.OnceValue(func() fs.FS {
	archive, err := zip.NewReader(strings.NewReader(packed), int64(len(packed)))
	if err != nil {
		panic(err) // the archive is embedded, and the tests read all of it
	}
	return archive
})
