// Package x11 is the little of an X11 client that a test needs to be a person's hands: it presses
// keys, gives windows the focus, resizes and closes them. It stands in for a window manager, which
// a private display does not have.
package x11

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"strings"
	"sync"
)

// Screen is a connection to the X server of a display. It may be used by several goroutines.
type Screen struct {
	mu       sync.Mutex
	conn     net.Conn
	sequence uint16
	root     Window
	own      uint32 // where the numbers begin that this client may give
	given    uint32 // how many it has given
	xtest    byte   // the opcode of the XTEST extension
	keys     map[uint32]stroke
	atoms    map[string]uint32
}

// Connect connects to the display that env names by DISPLAY and XAUTHORITY.
func Connect(ctx context.Context, env []string) (_ *Screen, err error) {
	defer func() {
		if err != nil {
			err = fmt.Errorf("connect to the X server: %w", err)
		}
	}()
	var display, authority string
	for _, variable := range env {
		switch name, value, _ := strings.Cut(variable, "="); name {
		case "DISPLAY":
			display = value
		case "XAUTHORITY":
			authority = value
		}
	}
	key, err := cookie(authority)
	if err != nil {
		return nil, err
	}
	var dialer net.Dialer
	conn, err := dialer.DialContext(ctx, "unix", "/tmp/.X11-unix/X"+strings.TrimPrefix(display, ":"))
	if err != nil {
		return nil, err
	}
	s := &Screen{conn: conn, atoms: map[string]uint32{}}
	if err := s.greet(key); err != nil {
		return nil, errors.Join(err, conn.Close())
	}
	return s, nil
}

// Close ends the connection.
func (s *Screen) Close() error { return s.conn.Close() }

// protocol is how a client proves that it may use the display.
const protocol = "MIT-MAGIC-COOKIE-1"

// cookie reads the key of a display from an authority file with one entry: family, then address,
// display number, protocol and key, each with its length before it.
func cookie(path string) (string, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return "", err
	}
	var fields []string
	for rest := data[min(2, len(data)):]; len(rest) >= 2; {
		size := int(binary.BigEndian.Uint16(rest))
		if rest = rest[2:]; len(rest) < size {
			break
		}
		fields, rest = append(fields, string(rest[:size])), rest[size:]
		if len(fields) == 4 {
			break
		}
	}
	if len(fields) != 4 || fields[2] != protocol {
		return "", fmt.Errorf("%s is no authority file with a %s", path, protocol)
	}
	return fields[3], nil
}

// greet opens the conversation and reads what the server says of itself.
func (s *Screen) greet(key string) error {
	hello := request('l', 0).u16(11).u16(0).u16(uint16(len(protocol))).u16(uint16(len(key))).u16(0).text(protocol).text(key)
	if _, err := s.conn.Write(hello.Bytes()); err != nil {
		return err
	}
	head := make([]byte, 8)
	if _, err := io.ReadFull(s.conn, head); err != nil {
		return err
	}
	body := make([]byte, 4*int(binary.LittleEndian.Uint16(head[6:])))
	if _, err := io.ReadFull(s.conn, body); err != nil {
		return err
	}
	if head[0] != 1 || len(body) < 32 {
		return fmt.Errorf("the server refused: %q", bytes.TrimRight(body, "\x00"))
	}
	s.own = binary.LittleEndian.Uint32(body[4:])
	vendor := int(binary.LittleEndian.Uint16(body[16:]))
	roots := 32 + (vendor+3)/4*4 + 8*int(body[21])
	if len(body) < roots+4 {
		return errors.New("the server has no screen")
	}
	s.root = Window(binary.LittleEndian.Uint32(body[roots:]))
	if err := s.findXTest(); err != nil {
		return err
	}
	return s.readKeys(body[26], body[27])
}

// fresh returns a number for a new window. The lock is held, or nobody else has the screen.
func (s *Screen) fresh() Window {
	s.given++
	return Window(s.own + s.given)
}

// message is a request under construction, in little-endian order.
type message struct{ bytes.Buffer }

// request begins a request; send fills in its length.
func request(opcode, detail byte) *message {
	m := new(message)
	m.Write([]byte{opcode, detail})
	return m
}

// call begins a request that has the usual head.
func call(opcode, detail byte) *message { return request(opcode, detail).u16(0) }

func (m *message) u8(v ...byte) *message { m.Write(v); return m }

func (m *message) u16(v uint16) *message {
	m.Write(binary.LittleEndian.AppendUint16(nil, v))
	return m
}

func (m *message) u32(values ...uint32) *message {
	for _, v := range values {
		m.Write(binary.LittleEndian.AppendUint32(nil, v))
	}
	return m
}

func (m *message) text(s string) *message {
	m.WriteString(s)
	m.Write(make([]byte, (4-len(s)%4)%4))
	return m
}

// send writes a request that has no answer. The lock is held.
func (s *Screen) send(m *message) error {
	data := m.Bytes()
	binary.LittleEndian.PutUint16(data[2:], uint16(len(data)/4))
	s.sequence++
	_, err := s.conn.Write(data)
	return err
}

// ask sends a request and returns its answer.
func (s *Screen) ask(m *message) ([]byte, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.await(m)
}

// tell sends a request that has no answer, and waits until the server has dealt with it.
func (s *Screen) tell(m *message) error {
	const getInputFocus = 43
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.send(m); err != nil {
		return err
	}
	_, err := s.await(call(getInputFocus, 0))
	return err
}

// await sends a request and reads until its answer comes. Events are passed over; an error of an
// earlier request, which had no answer to wait for, is returned too. The lock is held.
func (s *Screen) await(m *message) ([]byte, error) {
	if err := s.send(m); err != nil {
		return nil, err
	}
	wanted := s.sequence
	var earlier error
	for {
		packet := make([]byte, 32)
		if _, err := io.ReadFull(s.conn, packet); err != nil {
			return nil, err
		}
		of := binary.LittleEndian.Uint16(packet[2:])
		switch packet[0] {
		case 0:
			err := fmt.Errorf("the X server refused request %d with error %d", packet[10], packet[1])
			if of == wanted {
				return nil, errors.Join(earlier, err)
			}
			earlier = errors.Join(earlier, err)
		case 1:
			more := make([]byte, 4*int(binary.LittleEndian.Uint32(packet[4:])))
			if _, err := io.ReadFull(s.conn, more); err != nil {
				return nil, err
			}
			if of == wanted {
				return append(packet, more...), earlier
			}
		}
	}
}

// atom returns the number that the server knows a name by.
func (s *Screen) atom(name string) (uint32, error) {
	const internAtom = 16
	if known, ok := s.atoms[name]; ok {
		return known, nil
	}
	answer, err := s.ask(call(internAtom, 0).u16(uint16(len(name))).u16(0).text(name))
	if err != nil {
		return 0, err
	}
	s.atoms[name] = binary.LittleEndian.Uint32(answer[8:])
	return s.atoms[name], nil
}
