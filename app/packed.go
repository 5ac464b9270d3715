package app

import (
	"compress/gzip"
	"io"
	"io/fs"
	"net/http"
	"path"
	"strings"
	"sync"
)

// packed are the scripts and style sheets of the window by their address. They lie in the program as
// gzip has them, a third of their size, and are unpacked while the window is being made: nobody waits
// for it.
type packed map[string]func() ([]byte, error)

// packedKinds are the MIME types by file name. What the system takes a name for may be anything.
var packedKinds = map[string]string{".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8"}

// unpacking returns what is packed in the frontend's files.
func unpacking(frontend fs.FS) packed {
	names, err := fs.Glob(frontend, "assets/*.gz")
	if err != nil {
		panic(err) // the pattern is a constant
	}
	p := packed{}
	for _, name := range names {
		p["/"+strings.TrimSuffix(name, ".gz")] = sync.OnceValues(func() ([]byte, error) {
			file, err := frontend.Open(name)
			if err != nil {
				return nil, err
			}
			defer file.Close()
			unpacked, err := gzip.NewReader(file)
			if err != nil {
				return nil, err
			}
			return io.ReadAll(unpacked)
		})
	}
	return p
}

// unpack unpacks all of it, before it is asked for.
func (p packed) unpack() {
	for _, content := range p {
		_, _ = content() // said when it is asked for
	}
}

// serve serves what is packed, and reports whether there is such a thing at the address.
func (p packed) serve(w http.ResponseWriter, address string) (bool, error) {
	content, ok := p[address]
	if !ok {
		return false, nil
	}
	body, err := content()
	if err != nil {
		w.WriteHeader(http.StatusInternalServerError)
		return true, err
	}
	w.Header().Set("Content-Type", packedKinds[path.Ext(address)])
	_, err = w.Write(body)
	return true, err
}
