//go:build window

package window

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/levelica/levelica/build/window/atspi"
	"github.com/levelica/levelica/build/window/x11"
	"github.com/levelica/levelica/internal/guide"
)

// drawing returns the file of Home as it was last drawn, and waits until there is one that is another
// than before.
func (s *session) drawing(before os.FileInfo) (found os.FileInfo) {
	s.t.Helper()
	s.await("Home is drawn for the next start", func() bool {
		var err error
		found, err = os.Stat(filepath.Join(s.data, "drawn.html"))
		return err == nil && (before == nil || !same(before, found))
	})
	return found
}

// startsDrawn starts the program, and reports whether its page begins with a drawing: one that does not fit
// is removed before the page is made.
func (s *session) startsDrawn(drawing os.FileInfo) (w *window, fits bool) {
	s.t.Helper()
	w = s.start()
	w.see("Home", func(tree *atspi.Element) bool { return len(tree.Every("check box")) > 0 })
	now, err := os.Stat(filepath.Join(s.data, "drawn.html"))
	return w, err == nil && same(drawing, now)
}

// same reports whether a file was not written anew. The time tells it where a new file has got the number
// of the old one.
func same(before, now os.FileInfo) bool {
	return os.SameFile(before, now) && before.ModTime().Equal(now.ModTime())
}

// next returns the first item that Home offers.
func next(t *testing.T, tree *atspi.Element, g *guide.Guide) guide.Item {
	t.Helper()
	for _, level := range g.Levels {
		for _, item := range level.Items {
			if box(tree, item) != nil {
				return item
			}
		}
	}
	t.Fatal("Home offers no item")
	return guide.Item{}
}

func TestASecondStartBeginsWithHomeAsItWasLeftAndAnswers(t *testing.T) {
	s := begin(t, 1280, 800)
	g := theGuide(t)
	s.mark("on-my-own", g.Levels[0].Items[0])
	w := s.start()
	drawing := s.drawing(nil)
	before := content(w.read())
	w.quit()

	w, fits := s.startsDrawn(drawing)
	if !fits {
		t.Error("the second start does not begin with Home as it was drawn")
	}
	w.see("the same Home", func(tree *atspi.Element) bool {
		after := content(tree)
		if len(after) != len(before) {
			return false
		}
		for i := range after {
			if after[i] != before[i] {
				return false
			}
		}
		return true
	})
	item := next(t, w.read(), g)
	w.point("check box", item.Text)
	w.see("the item as saved", func(tree *atspi.Element) bool { return ticked(tree, item) })
	w.focus()
	w.press('k', x11.Ctrl)
	w.see("the search", func(tree *atspi.Element) bool { return len(tree.Every("dialog")) > 0 })
	if got := s.journal(s.data); got.Done != 2 {
		t.Errorf("the journal holds %+v", got)
	}
}

func TestTheFirstKeyOfAPersonFindsInTheSearchWhatCanBeDone(t *testing.T) {
	s := begin(t, 1280, 800)
	s.mark("on-my-own", theGuide(t).Levels[0].Items[0])
	w := s.start()
	drawing := s.drawing(nil)
	w.quit()

	w, _ = s.startsDrawn(drawing) // what a person needs next waits for them there
	w.see("Home", func(tree *atspi.Element) bool { return tree.Find("heading", say(t, "home.guides")) != nil })
	w.focus()
	w.press('k', x11.Ctrl)
	w.see("the field of the search", func(tree *atspi.Element) bool { return tree.Find("combo box", say(t, "search.field")) != nil })
	w.write(say(t, "action.theme.dark"))
	w.see("what can be done", func(tree *atspi.Element) bool {
		return slices.ContainsFunc(tree.Every("list item"), func(row *atspi.Element) bool {
			return strings.HasPrefix(row.Name, say(t, "action.theme.dark"))
		})
	})
}

func TestAfterASessionInWhichSomethingChangedTheNextStartBeginsWithHomeAsItIsThen(t *testing.T) {
	s := begin(t, 1280, 800)
	g := theGuide(t)
	s.mark("on-my-own", g.Levels[0].Items[0])
	w := s.start()
	drawing := s.drawing(nil)
	for _, session := range []struct {
		what   string
		change func()
	}{
		{"an answer on Home", func() {
			item := next(t, w.read(), g)
			w.do("check box", item.Text)
			w.see("the item as saved", func(tree *atspi.Element) bool { return ticked(tree, item) })
		}},
		{"an answer in a guide, and back", func() {
			w.do("link", say(t, "guides"))
			w.focused("heading", say(t, "guides"))
			w.do("link", g.Title)
			item := g.Levels[0].Items[9]
			w.do("check box", item.Text)
			w.see("the item as saved", func(tree *atspi.Element) bool { return ticked(tree, item) })
			w.do("link", say(t, "home"))
			w.element("heading", say(t, "home.guides"))
		}},
		{"a folded sidebar, closed in the settings", func() {
			w.do("link", say(t, "settings"))
			w.do("button", say(t, "sidebar.fold"))
			w.element("button", say(t, "sidebar.unfold"))
		}},
	} {
		session.change()
		drawing = s.drawing(drawing)
		s.await("Home is where the next start begins", func() bool { return s.kept().LastPlace == "#/home" || s.kept().LastPlace == "" })
		w.quit()
		var fits bool
		if w, fits = s.startsDrawn(drawing); !fits {
			t.Errorf("after %s the next start does not begin with Home", session.what)
			drawing = s.drawing(drawing)
		}
	}
}

func TestAHomeThatWasScrolledAndASpokenLanguageAreThereAgainAtTheNextStart(t *testing.T) {
	s := begin(t, 1280, 480)
	s.remember(map[string]int{"width": 1280, "height": 480})
	g := theGuide(t)
	s.mark("on-my-own", g.Levels[0].Items[0])
	w := s.start()
	drawing := s.drawing(nil)
	w.focus()
	w.press(x11.End)
	s.await("how far Home is scrolled is kept", func() bool { return s.kept().LastScroll > 0 })
	left := s.kept().LastScroll
	w.quit()

	w, fits := s.startsDrawn(drawing)
	if !fits {
		t.Error("where Home was left scrolled, the next start does not begin with it")
	}
	w.focus()
	w.press(x11.Home)
	s.await("Home begins where it was left, and goes up from there", func() bool { return s.kept().LastScroll < left })
	w.quit()
	s.speak("ko")
	w = s.start()
	drawing = s.drawing(drawing)
	w.quit()
	if _, fits := s.startsDrawn(drawing); !fits {
		t.Error("in another language the second start does not begin with Home")
	}
}
