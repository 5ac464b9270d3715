package atspi

import (
	"context"
	"fmt"
	"iter"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/godbus/dbus/v5"
)

// Element is a node with all below it, as they were when they were read.
type Element struct {
	Node
	Role        string // "check box", "link", "heading"
	Name        string // what a screen reader calls it
	Description string // what it says beside the name
	Text        string // what it shows itself, where it shows text
	States      States
	Parent      *Element
	Children    []*Element
}

// States are the states of a node, a bit for each.
type States uint64

// The states that are asked for here, by their numbers in AT-SPI.
const (
	Busy     States = 1 << 3
	Checked  States = 1 << 4
	Expanded States = 1 << 10
	Focused  States = 1 << 12
	Selected States = 1 << 23
)

// Has reports whether all the states are among s.
func (s States) Has(states States) bool { return s&states == states }

// Read reads the node and everything below it. What vanishes while it is being read is left out, and
// the tree is not whole then: what has come in its place may be missing too.
func (n Node) Read(ctx context.Context) (e *Element, whole bool, err error) {
	var r reading
	if e, err = r.read(ctx, n, nil, 0); err != nil {
		return nil, false, fmt.Errorf("read the accessibility tree: %w", err)
	}
	return e, !r.torn.Load(), ctx.Err()
}

// reading is one reading of a tree. It is torn where a node could not be read.
type reading struct{ torn atomic.Bool }

// deepest bounds the depth, because a broken program may have a circle in its tree.
const deepest = 80

func (r *reading) read(ctx context.Context, n Node, parent *Element, depth int) (*Element, error) {
	e := &Element{Node: n, Parent: parent}
	if depth > deepest {
		return e, nil
	}
	// All are asked for at once, because most of the time goes into waiting.
	var (
		children   []reference
		interfaces []string
		states     []uint32
		count      int32
		role       uint32
	)
	object := n.bus.conn.Object(n.ref.Name, n.ref.Path)
	calls := []struct {
		call *dbus.Call
		into any
	}{
		{object.GoWithContext(ctx, accessible+".GetRole", 0, nil), &role},
		{object.GoWithContext(ctx, accessible+".GetState", 0, nil), &states},
		{object.GoWithContext(ctx, accessible+".GetInterfaces", 0, nil), &interfaces},
		{object.GoWithContext(ctx, accessible+".GetChildren", 0, nil), &children},
		{object.GoWithContext(ctx, "org.freedesktop.DBus.Properties.Get", 0, nil, accessible, "Name"), &e.Name},
		{object.GoWithContext(ctx, "org.freedesktop.DBus.Properties.Get", 0, nil, accessible, "Description"), &e.Description},
		{object.GoWithContext(ctx, "org.freedesktop.DBus.Properties.Get", 0, nil, accessible, "ChildCount"), &count},
	}
	for _, c := range calls {
		<-c.call.Done
		if err := c.call.Store(c.into); err != nil {
			return nil, err
		}
	}
	e.Role = roleName(role)
	for i, word := range states {
		e.States |= States(word) << (32 * i)
	}
	for _, name := range interfaces {
		if name == text {
			e.Text, _ = n.Text(ctx)
		}
	}

	// GTK does not list what another process shows in its window, as WebKit does, but tells it.
	for i := int32(len(children)); i < count; i++ {
		var child reference
		if err := n.call(ctx, accessible+".GetChildAtIndex", i).Store(&child); err != nil {
			r.torn.Store(true)
			break
		}
		children = append(children, child)
	}

	// A program whose tree is broken off in the middle answers with errors; the rest is still true.
	found := make([]*Element, len(children))
	var all sync.WaitGroup
	for i, child := range children {
		all.Go(func() {
			below, err := r.read(ctx, Node{n.bus, child}, e, depth+1)
			if err != nil {
				r.torn.Store(true)
				return
			}
			found[i] = below
		})
	}
	all.Wait()
	for _, below := range found {
		if below != nil {
			e.Children = append(e.Children, below)
		}
	}
	return e, nil
}

// All returns the element and everything below it, in the order in which it is read.
func (e *Element) All() iter.Seq[*Element] {
	return func(yield func(*Element) bool) { e.walk(yield) }
}

func (e *Element) walk(yield func(*Element) bool) bool {
	if !yield(e) {
		return false
	}
	for _, child := range e.Children {
		if !child.walk(yield) {
			return false
		}
	}
	return true
}

// Find returns the first element with a role and a name, or nil.
func (e *Element) Find(role, name string) *Element {
	for found := range e.All() {
		if found.Role == role && found.Name == name {
			return found
		}
	}
	return nil
}

// Every returns all elements of a role, in the order in which they are read.
func (e *Element) Every(role string) []*Element {
	var found []*Element
	for candidate := range e.All() {
		if candidate.Role == role {
			found = append(found, candidate)
		}
	}
	return found
}

// Showing returns the innermost element whose name or text holds some words, or nil.
func (e *Element) Showing(words string) *Element {
	var found *Element
	for candidate := range e.All() {
		if strings.Contains(candidate.Name, words) || strings.Contains(candidate.Text, words) {
			found = candidate
		}
	}
	return found
}

// Focus returns the innermost element that has the keyboard, or nil.
func (e *Element) Focus() *Element {
	var found *Element
	for candidate := range e.All() {
		if candidate.States.Has(Focused) {
			found = candidate
		}
	}
	return found
}

// Same reports whether both are the same node, perhaps read at different times. Both may be nil.
func (e *Element) Same(other *Element) bool {
	if e == nil || other == nil {
		return e == other
	}
	return e.ref == other.ref
}

// String returns the tree as text, a line for each element, to look at when a test fails.
func (e *Element) String() string {
	var out strings.Builder
	e.write(&out, 0)
	return out.String()
}

func (e *Element) write(out *strings.Builder, depth int) {
	fmt.Fprintf(out, "%s%s %q", strings.Repeat("  ", depth), e.Role, e.Name)
	for _, part := range []struct{ label, value string }{{"says", e.Description}, {"shows", e.Text}} {
		if part.value != "" && part.value != e.Name {
			fmt.Fprintf(out, " %s %q", part.label, part.value)
		}
	}
	for _, state := range []struct {
		is    States
		label string
	}{{Busy, "busy"}, {Checked, "checked"}, {Expanded, "expanded"}, {Focused, "focused"}, {Selected, "selected"}} {
		if e.States.Has(state.is) {
			out.WriteString(" " + state.label)
		}
	}
	out.WriteByte('\n')
	for _, child := range e.Children {
		child.write(out, depth+1)
	}
}
