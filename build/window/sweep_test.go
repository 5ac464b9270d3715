//go:build window

package window

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

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

// controls are the roles of what a person can do something with.
var controls = []string{
	"button", "link", "check box", "radio button", "combo box", "entry", "page tab", "toggle button",
	"menu item", "check menu item", "radio menu item", "slider", "spin button", "list box", "password text",
}

// listen fails where a screen reader would say nothing, or not enough, of what a window shows.
func listen(t *testing.T, where, language string, tree *atspi.Element) {
	t.Helper()
	seen := 0
	buttons := map[string]int{}
	for e := range tree.All() {
		if !slices.Contains(controls, e.Role) {
			continue
		}
		seen++
		name := strings.TrimSpace(e.Name)
		switch {
		case name == "":
			t.Errorf("%s: a %s has no name: %s", where, e.Role, e)
		case language == "ko" && foreign(name) && (e.Role != "link" || !cited(name)):
			t.Errorf("%s: the %s %q is not in Korean", where, e.Role, name)
		}
		if e.Role == "button" {
			buttons[name]++
		}
		checkValue(t, where, e)
	}
	if seen == 0 {
		t.Errorf("%s: there is nothing to do", where)
	}
	for name, n := range buttons {
		if n > 1 {
			t.Errorf("%s: %d buttons are called %q", where, n, name)
		}
	}
}

// checkValue fails where a control that has a value does not tell it.
func checkValue(t *testing.T, where string, e *atspi.Element) {
	t.Helper()
	count := func(role string, state atspi.States) (all, with int) {
		for _, one := range e.Parent.Children {
			if one.Role == role {
				all++
				if one.States.Has(state) {
					with++
				}
			}
		}
		return all, with
	}
	switch e.Role {
	case "page tab":
		if all, selected := count("page tab", atspi.Selected); selected != 1 {
			t.Errorf("%s: of %d tabs beside %q %d are selected", where, all, e.Name, selected)
		}
	case "combo box":
		// A button that opens a menu is told as one too; a list to choose from holds its choices.
		choices := e.Every("menu item")
		chosen := slices.ContainsFunc(choices, func(c *atspi.Element) bool { return c.States.Has(atspi.Selected) })
		if len(choices) > 0 && !chosen {
			t.Errorf("%s: nothing is chosen in %q", where, e.Name)
		}
	}
}

// foreign reports whether a name on a Korean page holds words and none of them Korean. Names that are
// the same in every language are words of their own.
func foreign(name string) bool {
	letters := strings.ContainsFunc(name, unicode.IsLetter)
	korean := strings.ContainsFunc(name, func(r rune) bool { return unicode.Is(unicode.Hangul, r) })
	if !letters || korean {
		return false
	}
	for _, same := range []string{"English", "Levelica", "PDF", "HTML", "Markdown", "CSV", "JSON", "SVG", "PNG", "root"} {
		name = strings.ReplaceAll(name, same, "")
	}
	return strings.ContainsFunc(name, unicode.IsLetter)
}

// cited reports whether a name is that of a work, which stays as its authors wrote it.
func cited(name string) bool {
	if year := regexp.MustCompile(`\((19|20)\d\d\)$`); year.MatchString(name) {
		return true
	}
	g, err := guide.Shipped().Guide(backend, "ko")
	if err != nil {
		return false
	}
	if slices.ContainsFunc(g.References, func(r guide.Reference) bool { return r.Title == name }) {
		return true
	}
	for _, level := range g.Levels {
		for _, item := range level.Items {
			if slices.ContainsFunc(item.Resources, func(r guide.Resource) bool { return strings.HasPrefix(name, r.Title) }) {
				return true
			}
		}
	}
	return false
}

// oneTitle fails where a page has not exactly one heading of the first level.
func oneTitle(t *testing.T, where string, tree *atspi.Element) {
	t.Helper()
	var titles []string
	for _, heading := range tree.Every("heading") {
		if framed(heading) {
			continue
		}
		attributes, err := heading.Attributes(context.Background())
		if err == nil && attributes["level"] == "1" {
			titles = append(titles, heading.Name)
		}
	}
	if len(titles) != 1 || titles[0] == "" {
		t.Errorf("%s: the headings of the first level are %q", where, titles)
	}
}

// framed reports whether an element is in a document within the window's own: the preview of a report.
func framed(e *atspi.Element) bool {
	documents := 0
	for ; e != nil; e = e.Parent {
		if e.Role == "document" {
			documents++
		}
	}
	return documents > 1
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
	tree := o.read()
	listen(o.s.t, o.language+", "+where, o.language, tree)
	oneTitle(o.s.t, o.language+", "+where, tree)
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
				tree := o.see("the page "+link.Name, func(tree *atspi.Element) bool {
					return titled(tree, link.Name) || arrived(tree, before)
				})
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
