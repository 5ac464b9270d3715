//go:build window

package window

import (
	"testing"

	"github.com/levelica/levelica/build/window/atspi"
	"github.com/levelica/levelica/build/window/x11"
	"github.com/levelica/levelica/internal/guide"
	"github.com/levelica/levelica/internal/locale"
)

// question waits for a question other than the one before, and returns its item.
func (w *window) question(g *guide.Guide, before string) guide.Item {
	w.s.t.Helper()
	var found guide.Item
	w.see("another question than "+before, func(tree *atspi.Element) bool {
		for _, level := range g.Levels {
			for _, item := range level.Items {
				if item.ID != before && tree.Find("heading", item.Text) != nil {
					found = item
					return true
				}
			}
		}
		return false
	})
	return found
}

func TestALevelIsFoundByKeyboardAloneAndGoesOnAfterACrash(t *testing.T) {
	s := begin(t, 1280, 800)
	w := s.start()
	g := theGuide(t)
	w.beginFinding(g)
	w.focused("button", say(t, "find.yes"))

	// The first answer has the focus; its key and Enter say the same.
	asked := w.question(g, "")
	w.press(x11.Return)
	asked = w.question(g, asked.ID)
	w.press('y')
	asked = w.question(g, asked.ID)

	w.kill()
	w = s.start()
	w.beginFinding(g)
	w.element("heading", say(t, "find.resume.title", locale.Args{"n": 2}))
	w.do("button", say(t, "find.resume"))
	if again := w.question(g, ""); again.ID != asked.ID {
		t.Fatalf("it goes on with %s, was at %s", again.ID, asked.ID)
	}

	answers := 2
	for ; answers < 20 && w.read().Find("heading", asked.Text) != nil; answers++ {
		key := x11.Key('n')
		if asked.Level <= 3 {
			key = 'y'
		}
		w.press(key)
		before := asked
		tree := w.see("what follows "+asked.ID, func(tree *atspi.Element) bool { return tree.Find("heading", before.Text) == nil })
		if tree.Find("button", say(t, "find.back")) != nil {
			answers++
			break
		}
		asked = w.question(g, asked.ID)
	}
	if got := s.journal(s.data); got.Rated != 0 {
		t.Fatalf("before the result is accepted the journal holds %+v", got)
	}
	w.tabTo("button", say(t, "find.keep", locale.Args{"n": answers}))
	w.press(x11.Return)
	w.words(say(t, "find.kept", locale.Args{"n": answers}))
	if got := s.journal(s.data); got.Rated != answers {
		t.Errorf("the journal holds %+v, want %d answers", got, answers)
	}
}

// beginFinding chooses a guide on the first page of all, and asks for its level.
func (w *window) beginFinding(g *guide.Guide) {
	w.s.t.Helper()
	w.do("radio button", g.Title+" "+g.Tagline)
	w.do("button", say(w.s.t, "find"))
	w.focus()
}
