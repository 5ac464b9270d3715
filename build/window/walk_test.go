//go:build window

package window

import (
	"image"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/levelica/levelica/build/window/atspi"
	"github.com/levelica/levelica/build/window/x11"
	"github.com/levelica/levelica/internal/guide"
	"github.com/levelica/levelica/internal/locale"
)

// goTo presses Tab until an element has the focus, and then Return.
func (w *window) goTo(role, name string) {
	w.s.t.Helper()
	w.tabTo(role, name)
	w.press(x11.Return)
}

// inEachLanguage walks from the first start, which knows nobody, in each language.
func inEachLanguage(t *testing.T, walk func(t *testing.T, w *window, words *locale.Catalogue, g *guide.Guide)) {
	for _, language := range languages {
		t.Run(language, func(t *testing.T) {
			s := begin(t, 1280, 900)
			s.speak(language)
			g, err := guide.Shipped().Guide(backend, language)
			if err != nil {
				t.Fatal(err)
			}
			walk(t, s.start(), locale.For(language), g)
		})
	}
}

// TestFromTheFirstStartToASavedReportByKeyboardAlone is what a person without a mouse does first of
// all: a guide is chosen, eight items of a level are rated, and the report is saved as PDF.
func TestFromTheFirstStartToASavedReportByKeyboardAlone(t *testing.T) {
	inEachLanguage(t, func(t *testing.T, w *window, words *locale.Catalogue, g *guide.Guide) {
		w.element("link", words.Text("welcome.browse"))
		w.focus()

		w.goTo("link", words.Text("welcome.browse"))
		w.goTo("link", g.Title)
		items := g.Levels[0].Items
		w.tabTo("check box", items[0].Text)
		for i, item := range items[:8] {
			if i > 0 {
				w.press(x11.Down)
				w.focused("check box", item.Text)
			}
			w.press(x11.Space)
			w.see("the item as saved", func(tree *atspi.Element) bool { return ticked(tree, items[:i+1]...) })
		}

		w.goTo("link", words.Text("report"))
		w.goTo("button", words.Text("report.save", locale.Args{"format": words.Text("format.pdf")}))
		w.see("the file chooser", func(tree *atspi.Element) bool {
			return tree.Find("file chooser", words.Text("dialog.save.title")) != nil
		})
		// GTK has selected the proposed name without its ending, which what is typed replaces.
		path := filepath.Join(t.TempDir(), "my-report.pdf")
		w.write(strings.TrimSuffix(path, ".pdf"))
		w.press(x11.Return)
		w.words(words.Text("report.saved"))
		namesTheLevel(t, path, g)
		if got := w.s.journal(w.s.data); got.Level != 1 || got.Done != 8 {
			t.Errorf("the journal holds %+v, want level 1 by 8 items", got)
		}
	})
}

// namesTheLevel fails where a report, in whichever language, does not name the level that was reached.
func namesTheLevel(t *testing.T, path string, g *guide.Guide) {
	t.Helper()
	out, err := exec.CommandContext(t.Context(), "pdftotext", path, "-").Output()
	if err != nil {
		t.Fatalf("pdftotext: %v", err)
	}
	if text := strings.Join(strings.Fields(string(out)), " "); !strings.Contains(text, g.Levels[0].Title) {
		t.Errorf("the report does not name the level %q: %s", g.Levels[0].Title, text)
	}
}

// point clicks the middle of an element with the left button of the mouse, once the element is there
// and has stopped moving. What lies outside the window is brought into it with the wheel.
func (w *window) point(role, name string) {
	w.s.t.Helper()
	var at image.Rectangle
	middle := func() image.Point { return at.Min.Add(at.Size().Div(2)) }
	w.see(role+" "+name+" at rest", func(tree *atspi.Element) bool {
		found := tree.Find(role, name)
		if found == nil {
			return false
		}
		before := at
		var err error
		if at, err = found.Bounds(w.s.t.Context()); err != nil || at.Empty() || at != before {
			return false
		}
		switch screen := w.bounds(); {
		case middle().Y >= screen.Max.Y:
			w.click(x11.WheelDown)
			return false
		case middle().Y < screen.Min.Y:
			w.click(x11.WheelUp)
			return false
		}
		return true
	})
	if err := w.s.screen.Click(middle(), x11.LeftButton); err != nil {
		w.s.t.Fatal(err)
	}
}

// TestFromTheFirstStartToASavedReportByMouseAlone is the same with one hand: nothing is typed, so the
// report is saved where GTK proposes, under the name that Levelica proposes.
func TestFromTheFirstStartToASavedReportByMouseAlone(t *testing.T) {
	inEachLanguage(t, func(t *testing.T, w *window, words *locale.Catalogue, g *guide.Guide) {
		w.main()
		w.point("link", words.Text("welcome.browse"))
		w.point("link", g.Title)
		items := g.Levels[0].Items
		for i, item := range items[:8] {
			w.point("check box", item.Text)
			w.see("the item as saved", func(tree *atspi.Element) bool { return ticked(tree, items[:i+1]...) })
		}
		w.point("link", words.Text("report"))
		w.point("button", words.Text("report.save", locale.Args{"format": words.Text("format.pdf")}))
		w.element("file chooser", words.Text("dialog.save.title"))
		w.point("button", gtkSave(words.Language))
		w.words(words.Text("report.saved"))
		saved, err := filepath.Glob(filepath.Join(w.s.display.Home(), "*.pdf"))
		if err != nil || len(saved) != 1 {
			entries, _ := os.ReadDir(w.s.display.Home())
			t.Fatalf("saved are %q (%v) of %v", saved, err, entries)
		}
		namesTheLevel(t, saved[0], g)
		if words.Language == guide.DefaultLanguage {
			checkReport(t, saved[0], g)
		}
	})
}
