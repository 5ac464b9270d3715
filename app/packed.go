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
// for it. The page asks for each once, so that none is kept after it was asked for.
type packed map[string]*packedFile

// packedFile is one of them.
type packedFile struct {
	files fs.FS
	name  string

	mu    sync.Mutex // held while it is unpacked, so that who asks meanwhile waits for that
	ahead []byte     // its content, until somebody asks for it
	asked bool
}

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
		p["/"+strings.TrimSuffix(name, ".gz")] = &packedFile{files: frontend, name: name}
	}
	return p
}

// unpack unpacks all of it, before it is asked for.
func (p packed) unpack() {
	for _, f := range p {
		f.mu.Lock()
		if !f.asked {
			f.ahead, _ = f.read() // what fails is said when it is asked for
		}
		f.mu.Unlock()
	}
}

// content returns the file as it was before it was packed.
func (f *packedFile) content() ([]byte, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.asked = true
	if content := f.ahead; content != nil {
		f.ahead = nil
		return content, nil
	}
	return f.read()
}

func (f *packedFile) read() ([]byte, error) {
	file, err := f.files.Open(f.name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	unpacked, err := gzip.NewReader(file)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(unpacked)
}

// unpacked serves what is packed as it was, and everything else as the other files are served.
func (a *App) unpacked(others http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		file, ok := a.packed[r.URL.Path]
		if !ok {
			others.ServeHTTP(w, r)
			return
		}
		body, err := file.content()
		if err != nil {
			w.WriteHeader(http.StatusInternalServerError)
		} else {
			w.Header().Set("Content-Type", packedKinds[path.Ext(r.URL.Path)])
			_, err = w.Write(body)
		}
		if err != nil {
			a.log.Error("unpack", "path", r.URL.Path, "error", err)
		}
	})
}
