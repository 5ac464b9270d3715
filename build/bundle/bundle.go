// Package bundle weighs what Vite has built: the scripts and style sheets that the window loads.
package bundle

import (
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// ScriptLimit is how many bytes all scripts of the window together may have by gzip. It is no
// matter of time, so it is judged: more is a failure.
const ScriptLimit = 90_000

// Weight is the size of several files, in bytes.
type Weight struct {
	Plain  int
	Packed int // by gzip, each file by itself, as a server would send them
}

// Weigh weighs all files of dist, the folder that Vite fills, that have an ending. It fails when
// there is none: nothing has been built.
func Weigh(dist, ext string) (Weight, error) {
	files, err := filepath.Glob(filepath.Join(dist, "assets", "*"+ext))
	if err != nil {
		return Weight{}, err
	}
	if len(files) == 0 {
		return Weight{}, fmt.Errorf("%s holds no *%s", dist, ext)
	}
	var sum Weight
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			return Weight{}, err
		}
		packed, err := pack(data)
		if err != nil {
			return Weight{}, err
		}
		sum.Plain += len(data)
		sum.Packed += packed
	}
	return sum, nil
}

// CheckScripts fails when the scripts of dist have more than ScriptLimit bytes by gzip.
func CheckScripts(dist string) error {
	w, err := Weigh(dist, ".js")
	if err != nil {
		return err
	}
	if w.Packed > ScriptLimit {
		return fmt.Errorf("the scripts of the window have %d bytes by gzip, and may have %d", w.Packed, ScriptLimit)
	}
	return nil
}

// pack returns how many bytes gzip makes of the data.
func pack(data []byte) (int, error) {
	var count counter
	writer, err := gzip.NewWriterLevel(&count, gzip.BestCompression)
	if err != nil {
		return 0, err
	}
	if _, err := writer.Write(data); err != nil {
		return 0, err
	}
	err = writer.Close() // which writes the rest
	return int(count), err
}

// counter counts what is written to it.
type counter int

var _ io.Writer = (*counter)(nil)

func (c *counter) Write(data []byte) (int, error) {
	*c += counter(len(data))
	return len(data), nil
}
