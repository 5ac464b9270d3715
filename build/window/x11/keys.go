package x11

import (
	"encoding/binary"
	"errors"
	"fmt"
	"image"
)

// Key is a key by what it means (a keysym). The letters, digits and signs of ASCII are their own keys.
type Key uint32

// The keys that have no sign.
const (
	Tab    Key = 0xff09
	Return Key = 0xff0d
	Escape Key = 0xff1b
	Home   Key = 0xff50
	Up     Key = 0xff52
	Down   Key = 0xff54
	End    Key = 0xff57
	Shift  Key = 0xffe1
	Ctrl   Key = 0xffe3
	Space  Key = ' '
)

// stroke is how a key is pressed on this keyboard.
type stroke struct {
	code    byte
	shifted bool
}

// What the server is told to do as if a person had done it, by its number.
const (
	keyPress      = 2
	keyRelease    = 3
	buttonPress   = 4
	buttonRelease = 5
	pointerMoved  = 6
)

// Press presses and releases a key while others are held down.
func (s *Screen) Press(key Key, held ...Key) error {
	k, known := s.keys[uint32(key)]
	if !known {
		return fmt.Errorf("the keyboard has no key %#x", uint32(key))
	}
	if k.shifted {
		held = append(held[:len(held):len(held)], Shift)
	}
	return s.holding(held, func() error {
		if err := s.fake(keyPress, k.code, image.Point{}); err != nil {
			return err
		}
		return s.fake(keyRelease, k.code, image.Point{})
	})
}

// holding does something while keys are held down.
func (s *Screen) holding(held []Key, do func() error) (err error) {
	for _, key := range held {
		code := s.keys[uint32(key)].code
		if err := s.fake(keyPress, code, image.Point{}); err != nil {
			return err
		}
		defer func() { err = errors.Join(err, s.fake(keyRelease, code, image.Point{})) }()
	}
	return do()
}

// fake has the server do as if something was done to a key, a button or the pointer, which is then at
// a place of the screen.
func (s *Screen) fake(kind, detail byte, at image.Point) error {
	const fakeInput = 2
	place := uint32(uint16(at.X)) | uint32(uint16(at.Y))<<16
	err := s.tell(call(s.xtest, fakeInput).u8(kind, detail).u16(0).u32(0, uint32(s.root), 0, 0, place, 0, 0))
	if err != nil {
		return fmt.Errorf("fake input: %w", err)
	}
	return nil
}

// findXTest asks for the extension by which input is faked.
func (s *Screen) findXTest() error {
	const queryExtension, name = 98, "XTEST"
	answer, err := s.ask(call(queryExtension, 0).u16(uint16(len(name))).u16(0).text(name))
	if err != nil {
		return err
	}
	if answer[8] == 0 {
		return errors.New("the X server lacks the extension XTEST")
	}
	s.xtest = answer[9]
	return nil
}

// readKeys reads which key of the keyboard has which meaning, alone and with Shift.
func (s *Screen) readKeys(first, last byte) error {
	const getKeyboardMapping = 101
	answer, err := s.ask(call(getKeyboardMapping, 0).u8(first, last-first+1).u16(0))
	if err != nil {
		return err
	}
	s.keys = map[uint32]stroke{}
	each := int(answer[1])
	for i := 0; 32+4*(i+1)*each <= len(answer); i++ {
		for column := range min(each, 2) {
			meaning := binary.LittleEndian.Uint32(answer[32+4*(i*each+column):])
			if _, known := s.keys[meaning]; !known && meaning != 0 {
				s.keys[meaning] = stroke{code: first + byte(i), shifted: column == 1}
			}
		}
	}
	return nil
}
