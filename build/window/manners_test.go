//go:build window

package window

import (
	"encoding/json"
	"image"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/levelica/levelica/build/window/atspi"
	"github.com/levelica/levelica/build/window/x11"
)

// centre is a place in the middle of the window's page.
func (w *window) centre() image.Point {
	w.s.t.Helper()
	at := w.bounds()
	return at.Min.Add(at.Size().Div(2))
}

// click presses a button of the mouse in the middle of the page while keys are held down.
func (w *window) click(button x11.Button, held ...x11.Key) {
	w.s.t.Helper()
	if err := w.s.screen.Click(w.centre(), button, held...); err != nil {
		w.s.t.Fatal(err)
	}
}

func TestTheThumbButtonsOfAMouseGoBackAndForward(t *testing.T) {
	s := begin(t, 1280, 800)
	s.mark("on-my-own", theGuide(t).Levels[0].Items[0])
	w := s.start()
	w.do("link", say(t, "report"))
	w.focused("heading", say(t, "report"))
	w.do("link", say(t, "settings"))
	w.focused("heading", say(t, "settings"))
	w.click(x11.Back)
	w.focused("heading", say(t, "report"))
	w.click(x11.Forward)
	w.focused("heading", say(t, "settings"))
}

func TestCtrlAndTheWheelChangeTheSizeOfTheText(t *testing.T) {
	s := begin(t, 1280, 800)
	w := s.start()
	w.element("heading", say(t, "welcome"))
	w.focus()
	size := func() int {
		var kept struct {
			TextSize int `json:"textSize"`
		}
		// Before anything was chosen there is no file.
		data, err := os.ReadFile(filepath.Join(s.display.Home(), ".config", "levelica", "settings.json"))
		if err == nil {
			err = json.Unmarshal(data, &kept)
		}
		if err != nil {
			return 100
		}
		return kept.TextSize
	}
	// Turns that follow each other within 60 ms are one turn of a touchpad to the window, and a quick
	// machine has the new size in its file before that.
	const apart = 100 * time.Millisecond
	w.click(x11.WheelUp, x11.Ctrl)
	s.await("the text is larger", func() bool { return size() > 100 })
	time.Sleep(apart)
	w.click(x11.WheelDown, x11.Ctrl)
	s.await("the text is as before", func() bool { return size() == 100 })
	time.Sleep(apart)
	w.click(x11.WheelDown, x11.Ctrl)
	s.await("the text is smaller", func() bool { return size() < 100 })
	w.press('0', x11.Ctrl)
	s.await("the text has its usual size", func() bool { return size() == 100 })
}

// TestEvidenceIsWrittenAndKeptByKeysAlone goes through the clipboard too, which the menu that a
// window on Linux does not have would have told of.
func TestEvidenceIsWrittenAndKeptByKeysAlone(t *testing.T) {
	s := begin(t, 1280, 800)
	item := theGuide(t).Levels[0].Items[0]
	s.mark("on-my-own", item)
	w := s.start()
	w.openGuide(1)
	w.focus()
	w.tabTo("check box", item.Text)
	w.press('e')
	field := say(t, "evidence.note")
	w.focused("entry", field)
	holds := func(want string) {
		t.Helper()
		w.see("the field with "+want, func(tree *atspi.Element) bool {
			entry := tree.Find("entry", field)
			return entry != nil && entry.Text == want
		})
	}
	w.write("it held ")
	holds("it held ")
	w.press('a', x11.Ctrl)
	w.press('c', x11.Ctrl)
	w.press(x11.End)
	w.press('v', x11.Ctrl)
	holds("it held it held ")
	w.press('a', x11.Ctrl)
	w.press('x', x11.Ctrl)
	holds("")
	w.press('v', x11.Ctrl)
	holds("it held it held ")
	w.press(x11.Return, x11.Ctrl)
	w.words(say(t, "evidence.saved"))
	holds("")
	w.press(x11.Escape)
	w.focused("check box", item.Text)
}

// TestAFileThatIsDroppedOnTheWindowDoesNothing lets go of a journal and of a page over the window, the
// way a file manager does. WebKit, left to itself, shows a page that is dropped in the place of its own.
func TestAFileThatIsDroppedOnTheWindowDoesNothing(t *testing.T) {
	s := begin(t, 1280, 800)
	g := theGuide(t)
	other, journal := filepath.Join(t.TempDir(), "other"), filepath.Join(t.TempDir(), "기록 🙂.levelica")
	s.command("--data", other, "mark", backend, g.Levels[0].Items[0].ID, "on-my-own")
	s.command("--data", other, "export", "-o", journal)
	page := filepath.Join(t.TempDir(), "page.html")
	if err := os.WriteFile(page, []byte("<title>Taken</title><h1>Taken</h1>"), 0o600); err != nil {
		t.Fatal(err)
	}
	w := s.start()
	w.openGuide(2)
	for _, file := range []string{page, journal} {
		if _, err := s.screen.Drop(file, w.main(), w.centre(), time.Now().Add(limit)); err != nil {
			t.Fatal(err)
		}
		// The page answers what comes after the drop, so it has dealt with the drop.
		for level := 3; level >= 2; level-- {
			w.openLevel(g, level)
		}
		tree := w.read()
		if tree.Showing("Taken") != nil || tree.Find("heading", g.Title) == nil || len(tree.Every("dialog")) > 0 {
			t.Fatalf("after %s was dropped the window shows\n%s", file, tree)
		}
	}
	if got := s.journal(s.data); got.Rated != 0 {
		t.Errorf("a journal that was dropped has added %d answers", got.Rated)
	}
}
