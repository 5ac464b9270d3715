//go:build window

package window

import (
	"bytes"
	"io"
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

// withReport starts a session with a person at level 1 who has opened the page of reports.
func withReport(t *testing.T) (*session, *window) {
	t.Helper()
	s := begin(t, 1280, 800)
	s.mark("on-my-own", theGuide(t).Levels[0].Items[:8]...)
	w := s.start()
	w.do("link", say(t, "report"))
	return s, w
}

// chooseFile presses the button that saves and waits for GTK's file chooser.
func (w *window) chooseFile() {
	w.s.t.Helper()
	t := w.s.t
	w.do("button", say(t, "report.save", locale.Args{"format": say(t, "format.pdf")}))
	w.see("the file chooser", func(tree *atspi.Element) bool { return chooser(tree) != nil })
}

// chooser returns GTK's file chooser, or nil.
func chooser(tree *atspi.Element) *atspi.Element { return tree.Find("file chooser", saveTitle) }

var saveTitle = locale.For("en").Text("dialog.save.title")

// saveTo enters a path into the open file chooser and presses its button.
func (w *window) saveTo(path string) {
	w.s.t.Helper()
	dialog := chooser(w.read())
	if err := dialog.Every("text")[0].SetText(w.s.t.Context(), path); err != nil {
		w.s.t.Fatal(err)
	}
	if err := dialog.Find("button", "Save").Do(w.s.t.Context()); err != nil {
		w.s.t.Fatal(err)
	}
}

// saved waits until the window says that the report is saved, and shows the path.
func (w *window) saved(path string) {
	w.s.t.Helper()
	w.see("that the report is saved", func(tree *atspi.Element) bool {
		return chooser(tree) == nil && tree.Showing(say(w.s.t, "report.saved")) != nil && tree.Showing(path) != nil
	})
}

// alone fails where a folder holds anything but one file.
func alone(t *testing.T, path string) {
	t.Helper()
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		if entry.Name() != filepath.Base(path) {
			t.Errorf("beside the report lies %s", entry.Name())
		}
	}
}

// checkReport reads a PDF as a person does, and fails where it lacks what a report has to say.
func checkReport(t *testing.T, path string, g *guide.Guide) {
	t.Helper()
	out, err := exec.CommandContext(t.Context(), "pdftotext", "-layout", path, "-").Output()
	if err != nil {
		t.Fatalf("pdftotext: %v", err)
	}
	text := strings.Join(strings.Fields(string(out)), " ")
	level := g.Levels[0]
	for what, words := range map[string]string{
		"the guide":                   g.Title,
		"the level":                   "Level 1, " + level.Title,
		"that it is one's own":        "own assessment",
		"that nobody certifies it":    "not a certificate",
		"what was rated":              firstWords(level.Items[0].Text),
		"what is open at that level":  firstWords(level.Items[8].Text),
		"what the next level asks of": firstWords(g.Levels[1].Items[0].Text),
	} {
		if !strings.Contains(text, words) {
			t.Errorf("the report does not say %s (%q); it says:\n%s", what, words, text)
		}
	}
}

// firstWords returns the start of a text that stays on one line of a page.
func firstWords(text string) string {
	const enough = 4
	return strings.Join(strings.Fields(text)[:enough], " ")
}

func TestAReportIsSavedThroughTheFileChooser(t *testing.T) {
	_, w := withReport(t)
	path := filepath.Join(t.TempDir(), "Progress of me.pdf")

	w.chooseFile()
	w.saveTo(path)
	w.saved(path)
	checkReport(t, path, theGuide(t))
	alone(t, path)
}

func TestAReportIsSavedByAKeyWhereverTheFocusIs(t *testing.T) {
	_, w := withReport(t)
	w.focus()
	w.tabTo("check box", say(t, "report.items"))
	w.press('s', x11.Ctrl)
	w.see("the file chooser", func(tree *atspi.Element) bool { return chooser(tree) != nil })
	path := filepath.Join(t.TempDir(), "by a key.pdf")
	w.write(strings.TrimSuffix(path, ".pdf"))
	w.press(x11.Return)
	w.saved(path)
	checkReport(t, path, theGuide(t))
}

func TestClosingTheFileChooserSavesNothing(t *testing.T) {
	s, w := withReport(t)
	before := files(t, s.display.Home())

	w.chooseFile()
	w.do("button", "Cancel")
	w.see("the page of reports alone", func(tree *atspi.Element) bool {
		save := tree.Find("button", say(t, "report.save", locale.Args{"format": say(t, "format.pdf")}))
		return chooser(tree) == nil && save != nil && tree.Showing(say(t, "report.saved")) == nil
	})
	for path := range files(t, s.display.Home()) {
		if !before[path] && filepath.Ext(path) == ".pdf" {
			t.Errorf("%s was saved", path)
		}
	}
}

// files lists the files below a folder.
func files(t *testing.T, dir string) map[string]bool {
	t.Helper()
	found := map[string]bool{}
	err := filepath.WalkDir(dir, func(path string, entry os.DirEntry, err error) error {
		if err == nil && !entry.IsDir() {
			found[path] = true
		}
		return nil // what a running program removes meanwhile is not there
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func TestAFileThatExistsIsReplacedOnlyWhenThePersonSaysSo(t *testing.T) {
	_, w := withReport(t)
	path := filepath.Join(t.TempDir(), "report.pdf")
	old := []byte("what was there before")
	if err := os.WriteFile(path, old, 0o644); err != nil {
		t.Fatal(err)
	}
	// Who has the old file open goes on reading it: the new one takes its name, not its place.
	reader, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = reader.Close() })

	w.chooseFile()
	w.saveTo(path)
	if err := question(w).Find("button", "Cancel").Do(t.Context()); err != nil {
		t.Fatal(err)
	}
	w.see("no question any more", func(tree *atspi.Element) bool { return replaceButton(tree) == nil })
	if now, err := os.ReadFile(path); err != nil || !bytes.Equal(now, old) {
		t.Errorf("the file holds %q, %v, though replacing it was refused", now, err)
	}

	w.saveTo(path)
	if err := question(w).Find("button", "Replace").Do(t.Context()); err != nil {
		t.Fatal(err)
	}
	w.saved(path)
	checkReport(t, path, theGuide(t))
	alone(t, path)
	if held, err := io.ReadAll(reader); err != nil || !bytes.Equal(held, old) {
		t.Errorf("the old file reads %d bytes, %v: it was written over", len(held), err)
	}
}

// question waits for GTK to ask whether a file is to be replaced, and returns the dialog.
func question(w *window) *atspi.Element {
	w.s.t.Helper()
	e := replaceButton(w.see("the question whether to replace the file", func(tree *atspi.Element) bool {
		return replaceButton(tree) != nil
	}))
	for e.Parent.Parent != nil {
		e = e.Parent
	}
	return e
}

// replaceButton returns the button that lets a file be replaced, or nil.
func replaceButton(tree *atspi.Element) *atspi.Element { return tree.Find("button", "Replace") }

func TestAReportThatCannotBeSavedIsSaidAndCanBeTriedAgain(t *testing.T) {
	_, w := withReport(t)
	const nowhere = "/proc/report.pdf" // a folder in which nobody can make a file
	path := filepath.Join(t.TempDir(), "report.pdf")

	w.chooseFile()
	w.saveTo(nowhere)
	w.see("why the report was not saved", func(tree *atspi.Element) bool {
		return tree.Showing(nowhere) != nil && tree.Showing(say(t, "fault.report_unwritable.hint")) != nil && chooser(tree) == nil
	})
	w.do("button", say(t, "again"))
	w.see("the file chooser again", func(tree *atspi.Element) bool { return chooser(tree) != nil })
	w.saveTo(path)
	w.saved(path)
	checkReport(t, path, theGuide(t))
}

func TestANameWithoutEndingReplacesNothing(t *testing.T) {
	_, w := withReport(t)
	path := filepath.Join(t.TempDir(), "report.pdf")
	old := []byte("what was there before")
	if err := os.WriteFile(path, old, 0o644); err != nil {
		t.Fatal(err)
	}

	w.chooseFile()
	w.saveTo(strings.TrimSuffix(path, ".pdf")) // GTK does not ask: there is no file of that name
	w.words(say(t, "fault.report_exists", locale.Args{"path": path}))
	if now, err := os.ReadFile(path); err != nil || !bytes.Equal(now, old) {
		t.Errorf("the file holds %d bytes, %v, though nobody was asked", len(now), err)
	}
	alone(t, path)
}
