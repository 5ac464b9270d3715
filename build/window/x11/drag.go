package x11

import (
	"encoding/binary"
	"errors"
	"fmt"
	"image"
	"io"
	"net/url"
	"time"
)

// The messages and requests of dragging, by their numbers.
const (
	createWindow      = 1
	changeProperty    = 18
	setSelectionOwner = 22
	sendEvent         = 25

	selectionRequested = 30
	selectionNotify    = 31
	clientMessage      = 33
)

// Drop drags a file onto a place of a window and lets go there, as a file manager does (XDND 5). It
// lets go even where the window says that it takes nothing, as a rude program might. It returns whether
// the window said that it takes the file, and ends when the window has done with it, or at the deadline.
func (s *Screen) Drop(file string, onto Window, at image.Point, deadline time.Time) (taken bool, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	defer func() {
		err = errors.Join(err, s.conn.SetReadDeadline(time.Time{}))
		if err != nil {
			err = fmt.Errorf("drop a file: %w", err)
		}
	}()
	if err := s.conn.SetReadDeadline(deadline); err != nil {
		return false, err
	}
	d := drag{screen: s, onto: onto, uri: (&url.URL{Scheme: "file", Path: file}).String() + "\r\n", atoms: map[string]uint32{}}
	if err := d.begin(); err != nil {
		return false, err
	}
	const version = 5
	where := uint32(at.X)<<16 | uint32(at.Y)
	if err := d.say("XdndEnter", version<<24, d.atoms["text/uri-list"], 0, 0); err != nil {
		return false, err
	}
	// A window may say no until it has read what is dragged: the pointer rests there for a while.
	for rests := 0; rests < 100 && !taken && !d.read; rests++ {
		if err := d.say("XdndPosition", 0, where, 0, d.atoms["XdndActionCopy"]); err != nil {
			return false, err
		}
		if taken, err = d.await("XdndStatus"); err != nil {
			return false, err
		}
	}
	if err := d.say("XdndDrop", 0, 0, 0, 0); err != nil {
		return taken, err
	}
	if taken || d.read { // who has not even read it has nothing to finish
		_, err = d.await("XdndFinished")
	}
	return taken, err
}

// drag is a file on its way to a window. The lock of its screen is held.
type drag struct {
	screen *Screen
	source Window // that stands for the program that it comes from
	onto   Window
	uri    string
	atoms  map[string]uint32
	read   bool // the window has asked what is dragged
}

// begin makes the window that the file comes from, and has it own what is dragged.
func (d *drag) begin() error {
	for _, name := range []string{
		"XdndEnter", "XdndPosition", "XdndStatus", "XdndDrop", "XdndFinished", "XdndSelection", "XdndActionCopy", "text/uri-list",
	} {
		const internAtom = 16
		answer, err := d.screen.await(call(internAtom, 0).u16(uint16(len(name))).u16(0).text(name))
		if err != nil {
			return err
		}
		d.atoms[name] = binary.LittleEndian.Uint32(answer[8:])
	}
	d.source = d.screen.fresh()
	const (
		asParent = 0
		tiny     = 1
	)
	made := call(createWindow, asParent).u32(uint32(d.source), uint32(d.screen.root)).
		u16(0).u16(0).u16(tiny).u16(tiny).u16(0).u16(asParent).u32(asParent, 0)
	if err := d.screen.send(made); err != nil {
		return err
	}
	return d.screen.send(call(setSelectionOwner, 0).u32(uint32(d.source), d.atoms["XdndSelection"], 0))
}

// say sends the window a message of the drag.
func (d *drag) say(what string, data ...uint32) error {
	const format = 32
	return d.screen.send(call(sendEvent, 0).u32(uint32(d.onto), 0).u8(clientMessage, format).u16(0).
		u32(uint32(d.onto), d.atoms[what], uint32(d.source)).u32(data...))
}

// await reads until the window sends a message, and returns what its first bit says: yes or no. The
// window is told what is dragged whenever it asks.
func (d *drag) await(what string) (yes bool, err error) {
	for {
		packet := make([]byte, 32)
		if _, err := io.ReadFull(d.screen.conn, packet); err != nil {
			return false, fmt.Errorf("wait for %s: %w", what, err)
		}
		switch packet[0] &^ 0x80 { // the highest bit says that a program sent it
		case 0:
			return false, fmt.Errorf("the X server refused request %d with error %d", packet[10], packet[1])
		case selectionRequested:
			if err := d.tell(packet); err != nil {
				return false, err
			}
		case clientMessage:
			if binary.LittleEndian.Uint32(packet[8:]) == d.atoms[what] {
				return packet[16]&1 == 1, nil
			}
		}
	}
}

// tell answers who asks what is dragged: with the address of the file, or, where another form is wanted,
// with nothing.
func (d *drag) tell(request []byte) error {
	const format, replace = 8, 0
	asker, selection := binary.LittleEndian.Uint32(request[12:]), binary.LittleEndian.Uint32(request[16:])
	form, property := binary.LittleEndian.Uint32(request[20:]), binary.LittleEndian.Uint32(request[24:])
	if form == d.atoms["text/uri-list"] {
		d.read = true
		written := call(changeProperty, replace).u32(asker, property, form).u8(format, 0, 0, 0).u32(uint32(len(d.uri))).text(d.uri)
		if err := d.screen.send(written); err != nil {
			return err
		}
	} else {
		property = 0
	}
	time := binary.LittleEndian.Uint32(request[4:])
	return d.screen.send(call(sendEvent, 0).u32(asker, 0).u8(selectionNotify, 0).u16(0).
		u32(time, asker, selection, form, property, 0, 0))
}
