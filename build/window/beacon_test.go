//go:build window

package window

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"go.yaml.in/yaml/v3"
)

// Whoever writes a guide, a form or a note for somebody else may write this in it: payloads are texts
// that have made other windows run, load or open something. Each asks for an address of a beacon, a
// server of this test, which counts. In Levelica's window and in the files that it exports nothing
// may ask; in the two controls, which do not protect themselves, it is seen that something would.

// beacon counts what asks for it.
type beacon struct {
	*httptest.Server
	mu    sync.Mutex
	asked map[string]int // by the number of the payload, "/7"
}

func lightBeacon(t *testing.T) *beacon {
	t.Helper()
	b := &beacon{asked: map[string]int{}}
	b.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		b.mu.Lock()
		defer b.mu.Unlock()
		b.asked[r.URL.Path]++
		w.Header().Set("Access-Control-Allow-Origin", "*")
	}))
	t.Cleanup(b.Close)
	return b
}

func (b *beacon) count() (payloads, requests int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, n := range b.asked {
		requests += n
	}
	return len(b.asked), requests
}

// dark fails where anything has asked for the beacon.
func (b *beacon) dark(t *testing.T, texts []string) {
	t.Helper()
	b.mu.Lock()
	defer b.mu.Unlock()
	for path, n := range b.asked {
		var at int
		_, _ = fmt.Sscanf(path, "/%d", &at)
		t.Errorf("%d requests came of payload %s: %s", n, path, texts[min(at, len(texts)-1)])
	}
}

// payloads returns the texts, each with an address of its own.
func payloads(t *testing.T, b *beacon) []string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("testdata", "payloads.txt"))
	if err != nil {
		t.Fatal(err)
	}
	all := strings.Split(strings.TrimSpace(string(text)), "\n")
	for i := range all {
		all[i] = strings.ReplaceAll(all[i], "BEACON", fmt.Sprintf("%s/%d", b.URL, i))
	}
	return all
}

// poisoned are the fields of a guide's files that hold words, or addresses.
var poisoned = []string{
	"title", "tagline", "overview", "name", "line", "description", "next", "text", "evidence", "why", "term", "definition",
	"emoji", "authors", "source", "licence", "verified_how",
}

// poison puts payloads in the place of every text in the content of a guide's file: all of them where
// there are few of its kind, three in turn where there are many.
func poison(content any, texts []string, turn *int) {
	few := strings.Join(texts, " ")
	replace := func(key, before string) string {
		*turn++
		one := texts[*turn%len(texts)]
		switch {
		case key == "url":
			if strings.Contains(one, "fetch('") {
				_, address, _ := strings.Cut(one, "fetch('")
				address, _, _ = strings.Cut(address, "'")
				return fmt.Sprintf("javascript:fetch('%s')", address)
			}
			return "data:text/html," + one
		case !slices.Contains(poisoned, key):
			return before
		case slices.Contains([]string{"text", "evidence", "why", "definition", "authors", "source", "licence"}, key):
			return strings.Join([]string{one, texts[(*turn+20)%len(texts)], texts[(*turn+40)%len(texts)]}, " ")
		}
		return few
	}
	switch content := content.(type) {
	case map[string]any:
		for key, value := range content {
			if text, ok := value.(string); ok {
				content[key] = replace(key, text)
			} else {
				poison(value, texts, turn)
			}
		}
	case []any:
		for _, value := range content {
			poison(value, texts, turn)
		}
	}
}

// hostileLibrary writes a library whose only guide is the usual one with payloads in it.
func hostileLibrary(t *testing.T, texts []string) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, backend), 0o700); err != nil {
		t.Fatal(err)
	}
	turn := 0
	for _, name := range []string{"guide.yaml", "en.yaml"} {
		data, err := os.ReadFile(filepath.Join("..", "..", "internal", "guide", "library", backend, name))
		if err != nil {
			t.Fatal(err)
		}
		var content map[string]any
		if err := yaml.Unmarshal(data, &content); err != nil {
			t.Fatal(err)
		}
		poison(content, texts, &turn)
		if data, err = yaml.Marshal(content); err == nil {
			err = os.WriteFile(filepath.Join(dir, backend, name), data, 0o600)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return dir
}
