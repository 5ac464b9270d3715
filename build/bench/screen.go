package main

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"strings"
	"sync"
	"time"
)

// screen tells when windows become visible on an X11 display. The server sends the news itself, so
// that nothing has to be polled beside the program that is being timed.
type screen struct {
	conn net.Conn

	mu    sync.Mutex
	spans []span
}

// span is a time for which a window was mapped; until is zero while it still is.
type span struct {
	window      uint32
	from, until time.Time
}

// The parts of the X11 protocol that are needed, by the names that it gives them.
const (
	changeWindowAttributes = 2
	eventMaskValue         = 0x800
	substructureNotify     = 0x80000
	createNotify           = 16
	destroyNotify          = 17
	unmapNotify            = 18
	mapNotify              = 19
	configureNotify        = 22
	packet                 = 32
)

// smallest is the side that a window must have to be taken for a program's: toolkits map others,
// of a pixel or so, for purposes of their own.
const smallest = 200

// watchScreen connects to the display that an environment leads to.
func watchScreen(env []string) (_ *screen, err error) {
	defer func() {
		if err != nil {
			err = fmt.Errorf("watch the private screen: %w", err)
		}
	}()
	authority, err := os.ReadFile(lookup(env, "XAUTHORITY"))
	if err != nil {
		return nil, err
	}
	const keyLength = 16
	if len(authority) < keyLength {
		return nil, errors.New("the key of the display is missing")
	}
	conn, err := net.Dial("unix", "/tmp/.X11-unix/X"+strings.TrimPrefix(lookup(env, "DISPLAY"), ":"))
	if err != nil {
		return nil, err
	}
	s := &screen{conn: conn}
	root, err := s.greet(authority[len(authority)-keyLength:])
	if err == nil {
		err = s.send(changeWindowAttributes, 0, root, eventMaskValue, substructureNotify)
	}
	if err != nil {
		return nil, errors.Join(err, conn.Close())
	}
	go s.listen()
	return s, nil
}

// greet opens the conversation and returns the identifier of the root window.
func (s *screen) greet(key []byte) (root uint32, err error) {
	const protocol = "MIT-MAGIC-COOKIE-1"
	hello := []byte{'l', 0} // little-endian
	for _, word := range []uint16{11, 0, uint16(len(protocol)), uint16(len(key)), 0} {
		hello = binary.LittleEndian.AppendUint16(hello, word)
	}
	hello = append(hello, protocol...)
	hello = append(hello, 0, 0) // up to a multiple of four
	if _, err := s.conn.Write(append(hello, key...)); err != nil {
		return 0, err
	}
	head := make([]byte, 8)
	if _, err := io.ReadFull(s.conn, head); err != nil {
		return 0, err
	}
	body := make([]byte, 4*int(binary.LittleEndian.Uint16(head[6:])))
	if _, err := io.ReadFull(s.conn, body); err != nil {
		return 0, err
	}
	const fixed = 32 // then come the vendor's name, the pixel formats, and the first screen
	if head[0] != 1 || len(body) < fixed {
		return 0, fmt.Errorf("the server refused: %q", body)
	}
	vendor, formats := int(binary.LittleEndian.Uint16(body[16:])), int(body[21])
	at := fixed + (vendor+3)/4*4 + 8*formats
	if len(body) < at+4 {
		return 0, errors.New("the server has no screen")
	}
	return binary.LittleEndian.Uint32(body[at:]), nil
}

// send sends one request of whole words.
func (s *screen) send(opcode, detail byte, words ...uint32) error {
	request := []byte{opcode, detail}
	request = binary.LittleEndian.AppendUint16(request, uint16(1+len(words)))
	for _, word := range words {
		request = binary.LittleEndian.AppendUint32(request, word)
	}
	_, err := s.conn.Write(request)
	return err
}

// listen notes when windows of a program's size are mapped and unmapped, until the connection is
// closed.
func (s *screen) listen() {
	large := map[uint32]bool{}
	event := make([]byte, packet)
	for {
		if _, err := io.ReadFull(s.conn, event); err != nil {
			return
		}
		now := time.Now()
		window := binary.LittleEndian.Uint32(event[8:])
		side := func(at int) bool { return binary.LittleEndian.Uint16(event[at:]) >= smallest }
		switch event[0] &^ 0x80 {
		case createNotify:
			large[window] = side(16) && side(18)
		case configureNotify:
			large[window] = side(20) && side(22)
		case mapNotify:
			if large[window] {
				s.mapped(window, now)
			}
		case unmapNotify, destroyNotify:
			s.unmapped(window, now)
		}
	}
}

func (s *screen) mapped(window uint32, now time.Time) {
	s.unmapped(window, now)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.spans = append(s.spans, span{window: window, from: now})
}

func (s *screen) unmapped(window uint32, now time.Time) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for i := range s.spans {
		if s.spans[i].window == window && s.spans[i].until.IsZero() {
			s.spans[i].until = now
		}
	}
}

// forget makes ready for another program.
func (s *screen) forget() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.spans = nil
}

// shown returns when the window that is mapped now was mapped, and for how long one was before that
// and vanished again, which a person sees as a flash.
func (s *screen) shown() (at time.Time, flash time.Duration, found bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, m := range s.spans {
		if m.until.IsZero() {
			at, found = m.from, true
		} else {
			flash += m.until.Sub(m.from)
		}
	}
	return at, flash, found
}

func (s *screen) close() { _ = s.conn.Close() }

// lookup returns the value that a variable has in an environment; the last one counts.
func lookup(env []string, name string) string {
	var value string
	for _, variable := range env {
		if rest, found := strings.CutPrefix(variable, name+"="); found {
			value = rest
		}
	}
	return value
}
