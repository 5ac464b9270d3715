//go:build window

package window

import (
	"bytes"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/levelica/levelica/build/window/atspi"
	"github.com/levelica/levelica/build/window/x11"
	"github.com/levelica/levelica/internal/guide"
	"github.com/levelica/levelica/internal/locale"
)

// write presses the keys of a text in lower case.
func (w *window) write(text string) {
	w.s.t.Helper()
	for _, r := range text {
		w.press(x11.Key(r)) // below 0x80 the number of a key is that of its letter
	}
}

// searching returns the window of a person who has begun a guide and opened the search by its key.
func searching(t *testing.T, g *guide.Guide) *window {
	t.Helper()
	s := begin(t, 1280, 800)
	s.mark("on-my-own", g.Levels[0].Items[0])
	w := s.start()
	w.element("link", say(t, "guides"))
	w.focus()
	w.press(x11.Key('k'), x11.Ctrl)
	w.see("the field of the search", func(tree *atspi.Element) bool { return tree.Find("combo box", say(t, "search.field")) != nil })
	return w
}

func TestALevelIsFoundAndOpenedByKeyboardAlone(t *testing.T) {
	g := theGuide(t)
	w := searching(t, g)
	w.write("data bilder") // a letter is missing
	w.see("what was found", func(tree *atspi.Element) bool {
		options := tree.Every("list item")
		return len(options) > 0 && strings.HasPrefix(options[0].Name, g.Levels[1].Title)
	})
	// What is found has to be seen too: a row is 36 pixels high.
	list := w.element("list box", say(t, "search.results"))
	if at, err := list.Bounds(t.Context()); err != nil || at.Dy() < 36 {
		t.Errorf("the list of what was found is at %v (%v)", at, err)
	}
	w.press(x11.Return)
	w.focused("heading", g.Title)
	w.see("level 2", func(tree *atspi.Element) bool { return tree.Find("check box", g.Levels[1].Items[0].Text) != nil })
}

func TestATermThatWasFoundIsWhereTheSearchLeads(t *testing.T) {
	w := searching(t, theGuide(t))
	w.write("execution plan")
	found := func(tree *atspi.Element) bool {
		options := tree.Every("list item")
		return len(options) > 0 && strings.HasPrefix(strings.ToLower(options[0].Name), "execution plan")
	}
	w.see("the term", found)
	w.press(x11.Return)
	w.see("the focus on a term", func(tree *atspi.Element) bool { focus := tree.Focus(); return focus != nil && focus.Role == "term" })
}

func TestAShareCardIsSavedThroughTheFileChooser(t *testing.T) {
	_, w := withReport(t)
	w.do("button", say(t, "report.card"))
	w.do("button", say(t, "sharecard.save", locale.Args{"format": say(t, "format.png")}))
	title := locale.For("en").Text("dialog.card.title")
	dialog := w.see("the file chooser", func(tree *atspi.Element) bool { return tree.Find("file chooser", title) != nil }).Find("file chooser", title)
	path := filepath.Join(t.TempDir(), "내 레벨.png")
	if err := dialog.Every("text")[0].SetText(t.Context(), path); err != nil {
		t.Fatal(err)
	}
	if err := dialog.Find("button", "Save").Do(t.Context()); err != nil {
		t.Fatal(err)
	}
	w.words(say(t, "sharecard.saved"))
	picture, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if config, err := png.DecodeConfig(bytes.NewReader(picture)); err != nil || config.Width != 2400 {
		t.Errorf("the picture is %d wide (%v)", config.Width, err)
	}
	alone(t, path)
}

func TestPrintingOpensTheSystemsDialogAndTheWindowGoesOn(t *testing.T) {
	s, w := withReport(t)
	windows := func() int {
		found, err := s.screen.Windows(w.cmd.Process.Pid)
		if err != nil {
			t.Fatal(err)
		}
		return len(found)
	}
	w.main()
	w.do("button", say(t, "report.print"))
	s.await("the system's dialog is on the screen", func() bool { return windows() == 2 })
	found, err := s.screen.Windows(w.cmd.Process.Pid)
	if err != nil {
		t.Fatal(err)
	}
	// While it asks, GTK answers nobody else: it is closed by its own key.
	if err := s.screen.Focus(found[0]); err != nil {
		t.Fatal(err)
	}
	w.press(x11.Escape)
	s.await("the dialog is gone", func() bool { return windows() == 1 })
	w.do("link", say(t, "guides"))
	w.element("heading", say(t, "guides"))
}
