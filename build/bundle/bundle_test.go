package bundle

import (
	"bytes"
	"compress/gzip"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
)

// built makes a folder as Vite would, with scripts of those contents.
func built(t *testing.T, scripts ...[]byte) string {
	t.Helper()
	dist := t.TempDir()
	if err := os.Mkdir(filepath.Join(dist, "assets"), 0o700); err != nil {
		t.Fatal(err)
	}
	for i, script := range scripts {
		name := filepath.Join(dist, "assets", string(rune('a'+i))+".js")
		if err := os.WriteFile(name, script, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dist
}

// noise is what gzip cannot make smaller.
func noise(size int) []byte {
	data := make([]byte, size)
	source := rand.New(rand.NewPCG(1, 2))
	for i := range data {
		data[i] = byte(source.Uint32())
	}
	return data
}

func TestTheWeightIsWhatGzipMakesOfEachFile(t *testing.T) {
	script := bytes.Repeat([]byte("열린 항목 🧗 "), 500)
	w, err := Weigh(built(t, script, script), ".js")
	if err != nil {
		t.Fatal(err)
	}
	var packed bytes.Buffer
	writer, err := gzip.NewWriterLevel(&packed, gzip.BestCompression)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.Copy(writer, bytes.NewReader(script)); err != nil {
		t.Fatal(err)
	}
	if err := writer.Close(); err != nil {
		t.Fatal(err)
	}
	if want := (Weight{Plain: 2 * len(script), Packed: 2 * packed.Len()}); w != want {
		t.Errorf("got %+v, want %+v", w, want)
	}
}

func TestScriptsOverTheLimitAreRefusedAndThoseBelowAreNot(t *testing.T) {
	if err := CheckScripts(built(t, noise(50_000), noise(39_000))); err != nil {
		t.Errorf("89 kB: %v", err)
	}
	if err := CheckScripts(built(t, noise(50_000), noise(40_001))); err == nil {
		t.Error("more than 90 kB passed")
	}
}

func TestAFolderInWhichNothingWasBuiltIsNoLightOne(t *testing.T) {
	if err := CheckScripts(built(t)); err == nil {
		t.Error("nothing at all passed")
	}
}
