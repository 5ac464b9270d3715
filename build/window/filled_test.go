//go:build window

package window

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"testing"
)

var update = flag.Bool("update", false, "keep how the window draws Home for the tests of package app")

// whatVaries is what two drawings of one Home differ in: the day, and the numbers that the window gives to its
// parts, which go on through its life.
var whatVaries = regexp.MustCompile(`data-then="">[^<]*|"c\d+`)

// The tests of package app hold that Go fills a drawing in to the letter as the window draws it. They have
// drawings of a window for that, which this test holds to be those of the window as it is now. Where Home is
// built in another way on purpose, -update keeps them anew.
func TestTheWindowDrawsHomeAsGoIsTestedToFillItIn(t *testing.T) {
	folder := filepath.Join("..", "..", "app", "testdata", "drawn")
	data, err := os.ReadFile(filepath.Join(folder, "states.json"))
	if err != nil {
		t.Fatal(err)
	}
	var states []struct {
		Name    string
		Answers []struct {
			Guide, Verdict string
			Items          []string
		}
	}
	if err := json.Unmarshal(data, &states); err != nil {
		t.Fatal(err)
	}
	s := begin(t, 1280, 800)
	kept := filepath.Join(s.data, "drawn.html")
	compare := func(name string) {
		s.drawing(nil)
		file, err := os.ReadFile(kept)
		if err != nil {
			t.Fatal(err)
		}
		_, markup, _ := bytes.Cut(file, []byte("\n"))
		path := filepath.Join(folder, name+".html")
		if *update {
			if err := os.WriteFile(path, markup, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		known, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if got, want := whatVaries.ReplaceAll(markup, nil), whatVaries.ReplaceAll(known, nil); !bytes.Equal(got, want) {
			t.Errorf("%s is drawn otherwise: keep it with -update, and see whether package app still follows it\n got %s\nwant %s", name, got, want)
		}
	}
	for _, state := range states {
		for _, answers := range state.Answers {
			for _, item := range answers.Items {
				s.command("mark", answers.Guide, item, answers.Verdict)
			}
		}
		if before, err := os.Stat(kept); err == nil {
			w, fits := s.startsDrawn(before)
			if !fits {
				t.Errorf("after the answers of %s the next start does not begin with Home", state.Name)
			}
			w.quit()
			if err := os.Remove(kept); err != nil {
				t.Fatal(err)
			}
		}
		w := s.start()
		compare(state.Name)
		w.quit()
	}
	if err := os.Remove(kept); err != nil {
		t.Fatal(err)
	}
	s.speak("ko")
	s.start()
	compare("four-ko")
}
