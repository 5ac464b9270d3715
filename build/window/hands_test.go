//go:build window

package window

import (
	"context"
	"errors"
	"image"
	"time"

	"github.com/levelica/levelica/build/window/atspi"
	"github.com/levelica/levelica/build/window/x11"
	"github.com/levelica/levelica/internal/guide"
)

// interval is how often a condition is looked at.
const interval = 50 * time.Millisecond

// await waits until a condition holds. What says what is waited for, after "wait until".
func (s *session) await(what string, holds func() bool) {
	s.t.Helper()
	for deadline := time.Now().Add(limit); !holds(); time.Sleep(interval) {
		if time.Now().After(deadline) {
			s.t.Fatalf("waited in vain until %s", what)
		}
	}
}

// read returns what the program shows now. It is empty while the program shows nothing yet. A tree that
// changed while it was read is read again, a few times: what somebody is about to look for may have been
// missed, and a program that is starting has parts that cannot be read for a while.
func (w *window) read() *atspi.Element {
	const enough = 5
	ctx, cancel := context.WithTimeout(context.Background(), limit)
	defer cancel()
	latest := &atspi.Element{}
	for range enough {
		root, there := w.s.tree.Program(ctx, w.cmd.Process.Pid)
		if !there {
			return latest
		}
		tree, whole, err := root.Read(ctx)
		if err == nil {
			latest = tree
		}
		if whole {
			break
		}
		time.Sleep(interval)
	}
	return latest
}

// see waits until the program shows what is described, and returns all that it shows then.
func (w *window) see(what string, shown func(*atspi.Element) bool) *atspi.Element {
	w.s.t.Helper()
	var tree *atspi.Element
	w.s.await("the window shows "+what, func() bool {
		w.s.t.Helper()
		if !w.running() {
			w.s.t.Fatalf("the program ended (%v) before the window showed %s; it said:\n%s", w.err, what, w.output())
		}
		tree = w.read()
		return shown(tree)
	})
	return tree
}

// element waits until the program shows an element with a role and a name.
func (w *window) element(role, name string) *atspi.Element {
	w.s.t.Helper()
	return w.see(role+" "+name, func(tree *atspi.Element) bool { return tree.Find(role, name) != nil }).Find(role, name)
}

// words waits until the program shows some words.
func (w *window) words(words string) *atspi.Element {
	w.s.t.Helper()
	return w.see(words, func(tree *atspi.Element) bool { return tree.Showing(words) != nil }).Showing(words)
}

// do does what an element is for, once it is there. One that the page draws anew just then is looked
// for again.
func (w *window) do(role, name string) {
	w.s.t.Helper()
	w.see(role+" "+name+", and lets it be used", func(tree *atspi.Element) bool {
		w.s.t.Helper()
		found := tree.Find(role, name)
		if found == nil {
			return false
		}
		err := found.Do(w.s.t.Context())
		if err != nil && !errors.Is(err, atspi.ErrGone) {
			w.s.t.Fatalf("%s %q: %v", role, name, err)
		}
		return err == nil
	})
}

// main returns the program's window on the screen, and waits until there is one.
func (w *window) main() x11.Window {
	w.s.t.Helper()
	var windows []x11.Window
	w.s.await("the window is on the screen", func() bool {
		var err error
		if windows, err = w.s.screen.Windows(w.cmd.Process.Pid); err != nil {
			w.s.t.Fatal(err)
		}
		return len(windows) > 0
	})
	return windows[len(windows)-1] // the lowest: dialogs lie above it
}

// bounds returns where on the screen the program's window is.
func (w *window) bounds() image.Rectangle {
	w.s.t.Helper()
	bounds, err := w.s.screen.Bounds(w.main())
	if err != nil {
		w.s.t.Fatal(err)
	}
	return bounds
}

// focus gives the program's window the keyboard, as a window manager does with a new window.
func (w *window) focus() {
	w.s.t.Helper()
	if err := w.s.screen.Focus(w.main()); err != nil {
		w.s.t.Fatal(err)
	}
}

// press presses a key while others are held down.
func (w *window) press(key x11.Key, held ...x11.Key) {
	w.s.t.Helper()
	if err := w.s.screen.Press(key, held...); err != nil {
		w.s.t.Fatal(err)
	}
}

// tabTo presses Tab until an element has the focus. It fails where the focus stays, or has been
// everywhere.
func (w *window) tabTo(role, name string) {
	w.s.t.Helper()
	const enough = 60
	w.element(role, name)
	for range enough {
		before := w.read().Focus()
		if before != nil && before.Role == role && before.Name == name {
			return
		}
		w.press(x11.Tab)
		w.see("the focus elsewhere after Tab", func(tree *atspi.Element) bool { return !tree.Focus().Same(before) })
	}
	w.s.t.Fatalf("Tab does not lead to %s %q", role, name)
}

// focused waits until an element has the focus.
func (w *window) focused(role, name string) {
	w.s.t.Helper()
	w.see("the focus on "+role+" "+name, func(tree *atspi.Element) bool {
		focus := tree.Focus()
		return focus != nil && focus.Role == role && focus.Name == name
	})
}

// openGuide waits for the catalogue, opens the guide from it and shows one of its levels.
func (w *window) openGuide(level int) *guide.Guide {
	w.s.t.Helper()
	g := theGuide(w.s.t)
	// The first page of all has no sidebar, and offers to browse.
	browse, guides := say(w.s.t, "welcome.browse"), say(w.s.t, "guides")
	door := func(tree *atspi.Element) *atspi.Element {
		for _, name := range []string{g.Title, browse, guides} {
			if link := tree.Find("link", name); link != nil {
				return link
			}
		}
		return nil
	}
	found := door(w.see("a way to the guides", func(tree *atspi.Element) bool { return door(tree) != nil }))
	w.do("link", found.Name)
	if found.Name != g.Title {
		w.do("link", g.Title)
	}
	w.openLevel(g, level)
	return g
}

// openLevel shows a level of the open guide.
func (w *window) openLevel(g *guide.Guide, level int) {
	w.s.t.Helper()
	tab := func(tree *atspi.Element) *atspi.Element {
		for _, tab := range tree.Every("page tab") {
			if number, of := rung(tab.Name); of && number == level {
				return tab
			}
		}
		return nil
	}
	tree := w.see("the ladder", func(tree *atspi.Element) bool { return tab(tree) != nil })
	w.do("page tab", tab(tree).Name)
	w.element("check box", g.Levels[level-1].Items[0].Text)
}

// box returns the box of an item as it is shown now, or nil.
func box(tree *atspi.Element, item guide.Item) *atspi.Element {
	return tree.Find("check box", item.Text)
}

// ticked reports whether all the items are shown as ticked, and as saved.
func ticked(tree *atspi.Element, items ...guide.Item) bool { return shown(tree, atspi.Checked, items) }

// open reports whether all the items are shown as not ticked, and as saved.
func open(tree *atspi.Element, items ...guide.Item) bool { return shown(tree, 0, items) }

func shown(tree *atspi.Element, checked atspi.States, items []guide.Item) bool {
	for _, item := range items {
		b := box(tree, item)
		if b == nil || b.States&atspi.Checked != checked || b.Parent.States.Has(atspi.Busy) {
			return false
		}
	}
	return true
}
