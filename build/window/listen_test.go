//go:build window

package window

import (
	"context"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/levelica/levelica/build/window/atspi"
	"github.com/levelica/levelica/internal/guide"
)

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
		if e.Role == "unknown" {
			t.Errorf("%s: nobody is told what this is: %s", where, e)
		}
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
