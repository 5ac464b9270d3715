//go:build window

package window

import (
	"os"
	"strings"
	"testing"

	"github.com/levelica/levelica/build/window/atspi"
	"github.com/levelica/levelica/build/window/x11"
	"github.com/levelica/levelica/internal/locale"
)

// gtkInKorean is where the system keeps GTK's own words in Korean.
const gtkInKorean = "/usr/share/locale/ko/LC_MESSAGES/gtk30.mo"

// gtkSave returns the name of the key that saves in GTK's file chooser, in a language that was chosen.
func gtkSave(language string) string {
	if _, err := os.Stat(gtkInKorean); err == nil && language == "ko" {
		return "저장(S)"
	}
	return "Save"
}

// asked presses the button that saves a report and returns GTK's file chooser.
func (w *window) asked(words *locale.Catalogue) *atspi.Element {
	w.s.t.Helper()
	w.do("button", words.Text("report.save", locale.Args{"format": words.Text("format.pdf")}))
	title := words.Text("dialog.save.title")
	tree := w.see("the file chooser", func(tree *atspi.Element) bool { return tree.Find("file chooser", title) != nil })
	return tree.Find("file chooser", title)
}

// TestGTKsDialogsSpeakTheLanguageThatIsChosen also where it is chosen while the window is open, and where
// the system speaks another.
func TestGTKsDialogsSpeakTheLanguageThatIsChosen(t *testing.T) {
	if _, err := os.Stat(gtkInKorean); err != nil {
		t.Skip("NOT RUN: this machine has no words of GTK in Korean: ", err)
	}
	s := begin(t, 1280, 800)
	s.mark("on-my-own", theGuide(t).Levels[0].Items[:8]...)
	s.speak("ko")
	w := s.start()
	korean, english := locale.For("ko"), locale.For("en")
	says := func(dialog *atspi.Element, words ...string) {
		t.Helper()
		for _, name := range words {
			if dialog.Showing(name) == nil {
				t.Errorf("the file chooser does not say %q: %v", name, dialog)
			}
		}
	}

	w.do("link", korean.Text("report"))
	dialog := w.asked(korean)
	says(dialog, "취소(C)", gtkSave("ko"), "이름(N):")
	if err := dialog.Find("button", "취소(C)").Do(t.Context()); err != nil {
		t.Fatal(err)
	}
	w.see("the page alone", func(tree *atspi.Element) bool {
		return tree.Find("file chooser", korean.Text("dialog.save.title")) == nil
	})

	w.focus()
	w.press(x11.Key('k'), x11.Ctrl)
	w.element("combo box", korean.Text("search.field"))
	w.write("english")
	var speaks *atspi.Element
	w.see("the way to English", func(tree *atspi.Element) bool {
		for _, found := range tree.Every("list item") {
			if strings.HasPrefix(found.Name, korean.Text("action.language.en")) {
				speaks = found
			}
		}
		return speaks != nil
	})
	if err := speaks.Do(t.Context()); err != nil {
		t.Fatal(err)
	}
	w.element("heading", english.Text("report"))
	says(w.asked(english), "Cancel", "Save", "Name:")
}
