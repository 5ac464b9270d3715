package main

import (
	"os"
	"path/filepath"
	"testing"
	"time"
)

func TestOnlySourcesMakeTheFrontendOld(t *testing.T) {
	folder := t.TempDir()
	long := time.Now().Add(-time.Hour).Truncate(time.Second)
	put := func(path string, when time.Time) {
		path = filepath.Join(folder, path)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, nil, 0o644); err != nil {
			t.Fatal(err)
		}
		for _, changed := range []string{path, filepath.Dir(path)} {
			if err := os.Chtimes(changed, when, when); err != nil {
				t.Fatal(err)
			}
		}
	}
	put("src/App.svelte", long)
	put("dist/index.html", time.Now())
	put("packed/index.html", time.Now())
	put("node_modules/vite/index.js", time.Now())
	put(".svelte-kit/cache", time.Now())
	if got, err := newest(folder); err != nil || !got.Equal(long) {
		t.Errorf("newest = %v, %v; want the time of the source, %v", got, err, long)
	}

	later := long.Add(time.Minute)
	put("src/guide/Row.svelte", later)
	if err := os.Remove(filepath.Join(folder, "src/guide/Row.svelte")); err != nil {
		t.Fatal(err)
	}
	if got, err := newest(folder); err != nil || !got.After(later) {
		t.Errorf("newest = %v, %v; the removal of a file does not show", got, err)
	}
}

func TestWhatIsNotThereIsOlderThanEverything(t *testing.T) {
	when, err := modified(filepath.Join(t.TempDir(), "index.html"))
	if err != nil || !when.IsZero() {
		t.Errorf("modified = %v, %v", when, err)
	}
}
