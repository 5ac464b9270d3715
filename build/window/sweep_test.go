//go:build window

package window

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/levelica/levelica/build/window/atspi"
	"github.com/levelica/levelica/build/window/x11"
	"github.com/levelica/levelica/internal/guide"
	"github.com/levelica/levelica/internal/locale"
)

// languages are those that the window is gone through in.
var languages = []string{"en", "ko"}

// speak has the window of a session speak a language, as a person chooses it in the settings.
func (s *session) speak(language string) {
	s.t.Helper()
	folder := filepath.Join(s.display.Home(), ".config", "levelica")
	if err := os.MkdirAll(folder, 0o700); err != nil {
		s.t.Fatal(err)
	}
	settings := fmt.Sprintf(`{"language": %q, "theme": "light", "textSize": 100}`, language)
	if err := os.WriteFile(filepath.Join(folder, "settings.json"), []byte(settings), 0o600); err != nil {
		s.t.Fatal(err)
	}
}

// tour is a way through the window in one language.
type tour struct {
	*window
	language string
	words    *locale.Catalogue
}

// look waits until the page with a title is there, and listens to it.
func (o tour) look(where, title string) {
	o.s.t.Helper()
	o.element("heading", title)
	tree := o.still()
	listen(o.s.t, o.language+", "+where, o.language, tree)
	oneTitle(o.s.t, o.language+", "+where, tree)
}

// still waits until a page has all that it reads for itself, and returns it: nothing in it has changed for
// a while.
func (o tour) still() *atspi.Element {
	o.s.t.Helper()
	const enough = 5
	var before []string
	same := 0
	return o.see("a page that has come to rest", func(tree *atspi.Element) bool {
		now := content(tree)
		if same++; !slices.Equal(before, now) {
			same = 0
		}
		before = now
		return same >= enough
	})
}

// dialog opens something by a deed, waits until an element of it is there, listens, and closes it.
func (o tour) dialog(where, role, name string, open func()) {
	o.s.t.Helper()
	open()
	o.element(role, name)
	listen(o.s.t, o.language+", "+where, o.language, o.read())
	o.press(x11.Escape)
	o.see("no "+where, func(tree *atspi.Element) bool { return tree.Find(role, name) == nil })
}

// modal is a dialog over the page: what is behind it cannot be reached, the focus goes into it, and
// comes back when it is closed.
func (o tour) modal(where, role, name string, open func()) {
	o.s.t.Helper()
	before := o.read().Focus()
	open()
	o.element(role, name)
	where = o.language + ", " + where
	tree := o.see("the focus in "+where, func(tree *atspi.Element) bool { return within(tree.Focus(), "dialog") })
	listen(o.s.t, where, o.language, tree)
	if behind := tree.Find("link", o.words.Text("help")); behind != nil {
		o.s.t.Errorf("%s: what is behind can be reached: %s", where, behind)
	}
	o.press(x11.Escape)
	o.see("no "+where, func(tree *atspi.Element) bool { return tree.Find(role, name) == nil })
	o.see("the focus back after "+where, func(tree *atspi.Element) bool {
		focus := tree.Focus()
		return before == nil || focus != nil && focus.Role == before.Role && focus.Name == before.Name
	})
}

// beginning returns the first button that is named as a text, whatever stands at its \x00.
func beginning(tree *atspi.Element, text string) *atspi.Element {
	before, after, _ := strings.Cut(text, "\x00")
	for _, button := range tree.Every("button") {
		if strings.HasPrefix(button.Name, before) && strings.HasSuffix(button.Name, after) {
			return button
		}
	}
	return nil
}

// within reports whether an element is in one with a role.
func within(e *atspi.Element, role string) bool {
	for ; e != nil; e = e.Parent {
		if e.Role == role {
			return true
		}
	}
	return false
}

func TestAScreenReaderCanSayEveryControlOfEveryPlace(t *testing.T) {
	for _, language := range languages {
		t.Run(language, func(t *testing.T) {
			s := begin(t, 1280, 900)
			s.speak(language)
			g, err := guide.Shipped().Guide(backend, language)
			if err != nil {
				t.Fatal(err)
			}
			for i := range 2 {
				s.mark("on-my-own", g.Levels[i].Items[:8]...)
			}
			s.command("rater", "read", backend, s.filledForm("보라"))
			o := tour{s.start(), language, locale.For(language)}
			say := func(key string) string { return o.words.Text(key) }
			o.element("link", say("guides"))
			o.focus()

			// Every entry of the sidebar, so that a new place is gone through too.
			for _, link := range o.read().Find("landmark", say("places")).Every("link") {
				if strings.HasPrefix(link.Name, g.Title) {
					continue // the guide, which comes below
				}
				before := o.read().Focus()
				o.do("link", link.Name)
				o.see("the page "+link.Name, func(tree *atspi.Element) bool {
					return titled(tree, link.Name) || arrived(tree, before)
				})
				tree := o.still()
				listen(t, language+", "+link.Name, language, tree)
				oneTitle(t, language+", "+link.Name, tree)
			}
			o.do("link", say("guides"))
			o.do("link", g.Title)
			o.look("levels", g.Title)
			for _, tab := range []string{"about", "progress", "related", "levels"} {
				o.do("link", say("guide.tab."+tab))
				o.look(tab, g.Title)
				if tab == "progress" { // what somebody else says is read after the page is there
					tree := o.see("the second rater", func(tree *atspi.Element) bool { return tree.Showing("보라") != nil })
					listen(t, language+", second rater", language, tree)
				}
			}

			item := o.read().Every("check box")[0].Name
			more := o.words.Text("item.more", locale.Args{"item": item})
			o.dialog("menu of an item", "menu item", say("evidence.add"), func() { o.do("combo box", more) })
			for _, behind := range []string{"item.sources", "item.history"} {
				o.dialog(behind, "dialog", item, func() {
					o.do("combo box", more)
					o.do("menu item", say(behind))
				})
			}
			o.dialog("shortcuts", "heading", say("help.shortcuts"), func() { o.press('?') })
			o.dialog("search", "combo box", say("search.field"), func() { o.do("button", say("search")) })

			o.tabTo("check box", item)
			o.modal("evidence", "entry", say("evidence.note"), func() { o.press('e') })
			o.do("link", say("report"))
			o.tabTo("button", say("report.card"))
			o.modal("share card", "button", say("sharecard.copy"), func() { o.press(x11.Return) })

			o.do("link", say("settings"))
			o.tabTo("entry", say("settings.people.add.name"))
			o.write("mina")
			o.do("button", say("settings.people.add"))
			remove := o.words.Text("settings.people.delete.name", locale.Args{"name": "mina"})
			o.tabTo("button", remove)
			o.modal("deletion of a person", "radio button", say("settings.delete.backups.keep"), func() { o.press(x11.Return) })
			restore := func(tree *atspi.Element) *atspi.Element {
				return beginning(tree, o.words.Text("backup.restore.of", locale.Args{"when": "\x00"}))
			}
			backup := restore(o.see("a backup", func(tree *atspi.Element) bool { return restore(tree) != nil }))
			o.tabTo("button", backup.Name)
			o.modal("restoring", "button", say("backup.restore"), func() { o.press(x11.Return) })

			file := filepath.Join(s.display.Home(), "기록.levelica")
			s.command("export", "-o", file)
			o.dialog("what a journal file would add", "button", say("backup.import.do"), func() {
				if code := s.start(file).awaitEnd(); code != 0 {
					t.Fatalf("opening a journal file ended with code %d", code)
				}
			})
		})
	}
}

// titled reports whether the window is titled after a page.
func titled(tree *atspi.Element, name string) bool {
	return slices.ContainsFunc(tree.Every("document"), func(d *atspi.Element) bool { return strings.HasPrefix(d.Name, name) })
}

// arrived reports whether the focus is on the heading of another page than before.
func arrived(tree, before *atspi.Element) bool {
	focus := tree.Focus()
	return focus != nil && focus.Role == "heading" && !focus.Same(before)
}
