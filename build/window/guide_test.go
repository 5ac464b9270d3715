//go:build window

package window

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/levelica/levelica/build/window/atspi"
	"github.com/levelica/levelica/build/window/x11"
	"github.com/levelica/levelica/internal/guide"
	"github.com/levelica/levelica/internal/locale"
)

// rung reads the number of the level from the name of its tab, "Level 3 Service Crafter".
func rung(name string) (number int, ok bool) {
	n, err := fmt.Sscanf(name, "Level %d ", &number)
	return number, err == nil && n == 1
}

// reached is what is said when a level is reached.
func reached(t *testing.T, level guide.Level) string {
	t.Helper()
	return say(t, "level.now", locale.Args{"level": level.Number, "title": level.Title})
}

func TestEightOfTenByKeyboardAloneReachTheLevel(t *testing.T) {
	s := begin(t, 1280, 800)
	w := s.start()
	g := theGuide(t)
	first := g.Levels[0]
	w.focus()

	w.goTo("link", say(t, "welcome.browse"))
	w.goTo("link", g.Title)
	w.focused("heading", g.Title)
	w.words(say(t, "level.zero"))
	w.tabTo("check box", first.Items[0].Text)
	for i, item := range first.Items[:8] {
		if i > 0 {
			w.press(x11.Down)
			w.focused("check box", item.Text)
		}
		w.press(x11.Space)
		w.see("the item as ticked and saved: "+item.Text, func(tree *atspi.Element) bool { return ticked(tree, item) })
	}

	spoken := w.words(reached(t, first))
	attributes, err := spoken.Attributes(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if attributes["live"] != "polite" {
		t.Errorf("a screen reader is not told of the new level: %s %q has %v", spoken.Role, spoken.Text, attributes)
	}
	w.words(say(t, "level.name", locale.Args{"level": 1}) + ", " + first.Title)
	if focus := w.read().Focus(); focus == nil || focus.Name != first.Items[7].Text {
		t.Errorf("after the last item the focus is on %v, want it to stay", focus)
	}
	if got := s.journal(s.data); got.Level != 1 || got.Done != 8 || got.Rated != 8 {
		t.Errorf("the journal holds %+v, want level 1 by 8 items", got)
	}
}

func TestUndoTakesTheLastRatingBackInTheWindowAndInTheJournal(t *testing.T) {
	s := begin(t, 1280, 800)
	items := theGuide(t).Levels[0].Items
	s.mark("on-my-own", items[:7]...)
	w := s.start()
	g := w.openGuide(1)
	w.focus()
	w.tabTo("check box", items[0].Text)
	for _, item := range items[1:8] {
		w.press(x11.Down)
		w.focused("check box", item.Text)
	}
	w.press(x11.Space)
	w.words(reached(t, g.Levels[0]))

	undone := func() {
		t.Helper()
		w.see("the rating as taken back", func(tree *atspi.Element) bool {
			return open(tree, items[7]) && ticked(tree, items[:7]...) && tree.Showing(say(t, "level.now.zero")) != nil
		})
		if got := s.journal(s.data); got.Level != 0 || got.Done != 7 {
			t.Errorf("the journal holds %+v, want 7 items and no level", got)
		}
	}
	redone := func() {
		t.Helper()
		w.see("the rating again", func(tree *atspi.Element) bool { return ticked(tree, items[:8]...) })
		if got := s.journal(s.data); got.Level != 1 || got.Done != 8 {
			t.Errorf("the journal holds %+v, want 8 items and level 1", got)
		}
	}
	w.press('z')
	undone()
	w.press('y', x11.Ctrl)
	redone()
	w.press('z', x11.Ctrl)
	undone()
	w.press('z', x11.Ctrl, x11.Shift)
	redone()
}

func TestAWholeLevelIsOneActionToUndo(t *testing.T) {
	s := begin(t, 1280, 800)
	items := theGuide(t).Levels[0].Items
	s.mark("can-teach", items[0])
	w := s.start()
	w.openGuide(1)

	w.do("button", say(t, "all"))
	w.see("all ten as ticked", func(tree *atspi.Element) bool { return ticked(tree, items...) })
	w.do("button", say(t, "undo"))
	w.see("nine as taken back", func(tree *atspi.Element) bool {
		return ticked(tree, items[0]) && open(tree, items[1:]...)
	})
	if got := s.journal(s.data); got.Done != 1 {
		t.Errorf("the journal holds %+v, want the one item that was rated before", got)
	}
}

func TestTheFourAnswersAreGivenByKeysAndByTheMenu(t *testing.T) {
	s := begin(t, 1280, 800)
	w := s.start()
	g := w.openGuide(1)
	item := g.Levels[0].Items[0]
	w.focus()
	w.tabTo("check box", item.Text)
	for key, answer := range []string{"not-yet", "with-help", "on-my-own", "can-teach"} {
		w.press(x11.Key('0' + key))
		w.see(answer, func(tree *atspi.Element) bool {
			b := box(tree, item)
			counts := answer == "on-my-own" || answer == "can-teach"
			return b != nil && b.States.Has(atspi.Checked) == counts && !b.Parent.States.Has(atspi.Busy) &&
				(answer == "on-my-own" || strings.Contains(b.Description, say(t, "verdict.short."+answer)))
		})
	}

	w.press(x11.Tab)
	w.press(x11.Return)
	w.focused("radio menu item", say(t, "verdict.can-teach"))
	w.press(x11.Up)
	w.focused("radio menu item", say(t, "verdict.on-my-own"))
	w.press(x11.Up)
	w.press(x11.Return)
	w.see("with help", func(tree *atspi.Element) bool {
		return open(tree, item) && tree.Find("radio menu item", say(t, "verdict.with-help")) == nil
	})
	// Whoever closes a menu is back where they opened it.
	w.see("the focus on the row again", func(tree *atspi.Element) bool {
		focus := tree.Focus()
		return focus != nil && focus.Name == say(t, "item.more", locale.Args{"item": item.Text})
	})
	if got := s.journal(s.data); got.Rated != 1 || got.Done != 0 {
		t.Errorf("the journal holds %+v, want one rated item that is not done alone", got)
	}
}

func TestARatingByTheCommandLineAppearsInTheOpenWindow(t *testing.T) {
	s := begin(t, 1280, 800)
	w := s.start()
	items := w.openGuide(1).Levels[0].Items
	w.see("nothing as ticked", func(tree *atspi.Element) bool { return open(tree, items...) })

	s.mark("on-my-own", items[4])
	w.see("the item as ticked", func(tree *atspi.Element) bool { return ticked(tree, items[4]) })
	s.mark("clear", items[4])
	w.see("the item as open again", func(tree *atspi.Element) bool { return open(tree, items...) })
}

func TestEveryControlOfAGuideIsReachedByTab(t *testing.T) {
	s := begin(t, 1280, 800)
	w := s.start()
	g := w.openGuide(1)
	w.focus()

	// One stop for the ladder, one for the filter and two for the list: arrows do the rest.
	wanted := []string{
		say(t, "skip"), say(t, "guides"), say(t, "report"), say(t, "guide.tab.levels"), say(t, "guide.tab.about"),
		g.Levels[0].Items[0].Text, say(t, "filter.all"), say(t, "all"),
		say(t, "item.more", locale.Args{"item": g.Levels[0].Items[0].Text}),
		say(t, "next.read", locale.Args{"level": 2}),
	}
	w.tabTo("button", say(t, "skip"))
	var met []string
	for range 60 {
		before := w.read().Focus()
		w.press(x11.Tab)
		after := w.see("the focus elsewhere after Tab", func(tree *atspi.Element) bool {
			return !tree.Focus().Same(before)
		}).Focus()
		if after == nil {
			continue
		}
		met = append(met, after.Name)
		if after.Name == say(t, "skip") {
			break
		}
	}
	for _, name := range wanted {
		if !slices.Contains(met, name) {
			t.Errorf("Tab does not stop at %q; it stops at:\n  %s", name, strings.Join(met, "\n  "))
		}
	}
}
