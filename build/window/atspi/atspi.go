// Package atspi reads and works the accessibility tree of the programs on a display: what a screen
// reader tells a person is in a window, and what it lets the person do there. It speaks AT-SPI, the
// protocol of the desktops of Linux, over D-Bus.
package atspi

import (
	"context"
	"errors"
	"fmt"
	"image"
	"slices"
	"strings"

	"github.com/godbus/dbus/v5"
)

// The interfaces of AT-SPI that are used here.
const (
	accessible   = "org.a11y.atspi.Accessible"
	action       = "org.a11y.atspi.Action"
	editableText = "org.a11y.atspi.EditableText"
	text         = "org.a11y.atspi.Text"
)

// Bus is a connection to the accessibility bus of a session. It may be used by several goroutines.
type Bus struct{ conn *dbus.Conn }

// Connect connects to the accessibility bus of the session whose bus env names. The bus is started
// when nobody asked for it before, and programs that start from now on offer their trees on it.
func Connect(ctx context.Context, env []string) (_ *Bus, err error) {
	defer func() {
		if err != nil {
			err = fmt.Errorf("connect to the accessibility bus: %w", err)
		}
	}()
	var address string
	for _, variable := range env {
		if value, found := strings.CutPrefix(variable, "DBUS_SESSION_BUS_ADDRESS="); found {
			address = value
		}
	}
	session, err := dbus.Connect(address, dbus.WithContext(ctx))
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, session.Close()) }()

	bus := session.Object("org.a11y.Bus", "/org/a11y/bus")
	if err := bus.CallWithContext(ctx, "org.a11y.Bus.GetAddress", 0).Store(&address); err != nil {
		return nil, err
	}
	// Some programs build their trees only where somebody is known to read them.
	if err := bus.SetProperty("org.a11y.Status.IsEnabled", dbus.MakeVariant(true)); err != nil {
		return nil, err
	}
	conn, err := dbus.Connect(address, dbus.WithContext(ctx))
	if err != nil {
		return nil, err
	}
	return &Bus{conn: conn}, nil
}

// Close ends the connection.
func (b *Bus) Close() error { return b.conn.Close() }

// Desktop returns the root of all trees. Its children are the programs.
func (b *Bus) Desktop() Node {
	return Node{bus: b, ref: reference{"org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root"}}
}

// Program returns the root of a program's tree, by the number of its process. There is none before
// the program has opened a window, and none after it has ended: then ok is false.
func (b *Bus) Program(ctx context.Context, pid int) (root Node, ok bool) {
	var programs []reference
	if err := b.Desktop().call(ctx, accessible+".GetChildren").Store(&programs); err != nil {
		return Node{}, false
	}
	for _, program := range programs {
		var of uint32
		err := b.conn.BusObject().CallWithContext(ctx, "org.freedesktop.DBus.GetConnectionUnixProcessID", 0, program.Name).Store(&of)
		if err == nil && int(of) == pid {
			return Node{bus: b, ref: program}, true
		}
	}
	return Node{}, false
}

// unknown are the answers of a program that has no such node, or has it no longer.
var unknown = []string{"org.freedesktop.DBus.Error.UnknownObject", "org.freedesktop.DBus.Error.UnknownMethod", "org.freedesktop.DBus.Error.UnknownInterface"}

// reference is how AT-SPI names a node: the program's name on the bus, and a path there.
type reference struct {
	Name string
	Path dbus.ObjectPath
}

// Node is a node of a tree as it is at the moment of each call: it may change, and vanish.
type Node struct {
	bus *Bus
	ref reference
}

// call calls a method of the node.
func (n Node) call(ctx context.Context, method string, args ...any) *dbus.Call {
	return n.bus.conn.Object(n.ref.Name, n.ref.Path).CallWithContext(ctx, method, 0, args...)
}

// ErrGone says that a node vanished before it was asked for something, so that nothing was done.
var ErrGone = errors.New("the node is gone")

// Do does what the node is for: a button is pressed, a box is ticked, a link is followed. It fails with
// ErrGone where there is no such node any more.
func (n Node) Do(ctx context.Context) error {
	var done bool
	err := n.call(ctx, action+".DoAction", int32(0)).Store(&done)
	if refused, ok := errors.AsType[dbus.Error](err); ok && slices.Contains(unknown, refused.Name) {
		return ErrGone
	}
	if err != nil {
		return fmt.Errorf("do what the node is for: %w", err)
	}
	if !done {
		return errors.New("do what the node is for: it would not")
	}
	return nil
}

// SetText replaces the text of an entry.
func (n Node) SetText(ctx context.Context, to string) error {
	var done bool
	if err := n.call(ctx, editableText+".SetTextContents", to).Store(&done); err != nil {
		return fmt.Errorf("fill in the entry: %w", err)
	}
	if !done {
		return errors.New("fill in the entry: it would not")
	}
	return nil
}

// Text returns the text that the node shows, without that of other nodes in it.
func (n Node) Text(ctx context.Context) (string, error) {
	var shown string
	err := n.call(ctx, text+".GetText", int32(0), int32(-1)).Store(&shown)
	return shown, err
}

// Attributes returns what the node tells of itself beside its states: "live" of a live region,
// "level" of a heading.
func (n Node) Attributes(ctx context.Context) (map[string]string, error) {
	var attributes map[string]string
	if err := n.call(ctx, accessible+".GetAttributes").Store(&attributes); err != nil {
		return nil, fmt.Errorf("read the attributes of the node: %w", err)
	}
	return attributes, nil
}

// Bounds returns where on the screen a node is, in pixels.
func (n Node) Bounds(ctx context.Context) (image.Rectangle, error) {
	var at struct{ X, Y, Width, Height int32 }
	const onScreen = uint32(0)
	if err := n.call(ctx, "org.a11y.atspi.Component.GetExtents", onScreen).Store(&at); err != nil {
		return image.Rectangle{}, fmt.Errorf("measure the node: %w", err)
	}
	corner := image.Pt(int(at.X), int(at.Y))
	return image.Rectangle{Min: corner, Max: corner.Add(image.Pt(int(at.Width), int(at.Height)))}, nil
}
