//go:build window

package window

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/levelica/levelica/build/window/atspi"
	"github.com/levelica/levelica/build/window/x11"
	"github.com/levelica/levelica/internal/locale"
)

// browser puts a program first in the path that takes the place of the system's browser, and returns
// the variable for it, and the file to which it writes the addresses that it is asked to open.
func browser(t *testing.T) (path, opened string) {
	t.Helper()
	dir := t.TempDir()
	opened = filepath.Join(dir, "opened")
	script := "#!/bin/sh\nprintf '%s\\n' \"$@\" >> '" + opened + "'\n"
	if err := os.WriteFile(filepath.Join(dir, "xdg-open"), []byte(script), 0o700); err != nil {
		t.Fatal(err)
	}
	return "PATH=" + dir + string(os.PathListSeparator) + os.Getenv("PATH"), opened
}

// addresses returns what the browser was asked to open.
func addresses(opened string) []string {
	text, err := os.ReadFile(opened)
	if err != nil {
		return nil
	}
	return strings.Fields(string(text))
}

func TestLinksOpenInTheBrowserAndNeverReplaceTheWindow(t *testing.T) {
	path, opened := browser(t)
	s := begin(t, 1280, 800, path)
	w := s.start()
	g := w.openGuide(1)
	item := g.Levels[0].Items[0]
	for _, candidate := range g.Levels[0].Items {
		if len(candidate.Resources) > 0 {
			item = candidate
			break
		}
	}
	if len(item.Resources) == 0 {
		t.Fatal("no item of level 1 has a resource")
	}

	// Where to learn an item, from its menu, by keyboard.
	w.do("combo box", say(t, "item.more", locale.Args{"item": item.Text}))
	w.do("menu item", say(t, "item.sources"))
	w.element("link", item.Resources[0].Title)
	w.focus()
	w.tabTo("link", item.Resources[0].Title)
	w.press(x11.Return)
	s.await("the resource is handed to the browser", func() bool {
		found := addresses(opened)
		return len(found) == 1 && found[0] == item.Resources[0].URL
	})
	w.press(x11.Escape)

	// What the guide rests on, from its page About.
	w.do("link", say(t, "guide.tab.about"))
	for i, reference := range g.References[:2] {
		if reference.Link() == "" {
			t.Fatalf("the reference %s has no link", reference.ID)
		}
		w.do("link", reference.Title)
		s.await("the reference is handed to the browser", func() bool {
			found := addresses(opened)
			return len(found) == 2+i && found[1+i] == reference.Link()
		})
	}

	tree := w.see("the guide still", func(tree *atspi.Element) bool {
		return tree.Find("document", say(t, "title", locale.Args{"page": g.Title})) != nil && tree.Find("heading", g.Title) != nil
	})
	if pages := tree.Every("document"); len(pages) != 1 {
		t.Errorf("the window shows %d pages, want 1", len(pages))
	}
	w.do("link", say(t, "guide.tab.levels"))
	w.element("check box", item.Text)
}

func TestABrowserThatDoesNotStartIsSaid(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"xdg-open", "x-www-browser", "www-browser"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("#!/bin/sh\nexit 3\n"), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	s := begin(t, 1280, 800, "PATH="+dir+string(os.PathListSeparator)+os.Getenv("PATH"))
	w := s.start()
	g := w.openGuide(1)
	w.do("link", say(t, "guide.tab.about"))
	w.do("link", g.References[0].Title)
	w.words(say(t, "fault.link_failed.hint"))
}
