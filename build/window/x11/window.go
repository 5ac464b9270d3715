package x11

import (
	"encoding/binary"
	"fmt"
	"image"
	"slices"
)

// Window is a window's number.
type Window uint32

// Windows returns the windows of a process that are on the screen, the topmost first. Menus and
// other windows that no window manager would touch are left out.
func (s *Screen) Windows(pid int) ([]Window, error) {
	const (
		getWindowAttributes = 3
		queryTree           = 15
		viewable            = 2
	)
	answer, err := s.ask(call(queryTree, 0).u32(uint32(s.root)))
	if err != nil {
		return nil, fmt.Errorf("list the windows: %w", err)
	}
	var windows []Window
	for i := range int(binary.LittleEndian.Uint16(answer[16:])) {
		w := Window(binary.LittleEndian.Uint32(answer[32+4*i:]))
		about, err := s.ask(call(getWindowAttributes, 0).u32(uint32(w)))
		if err != nil {
			continue // it is gone already
		}
		if about[26] != viewable || about[27] != 0 {
			continue
		}
		if of, err := s.process(w); err == nil && of == pid {
			windows = append(windows, w)
		}
	}
	slices.Reverse(windows) // the server tells the lowest first
	return windows, nil
}

// process returns the number of the process that a window belongs to.
func (s *Screen) process(w Window) (int, error) {
	const getProperty, cardinal = 20, 6
	name, err := s.atom("_NET_WM_PID")
	if err != nil {
		return 0, err
	}
	answer, err := s.ask(call(getProperty, 0).u32(uint32(w), name, cardinal, 0, 1))
	if err != nil {
		return 0, err
	}
	if len(answer) < 36 {
		return 0, fmt.Errorf("window %#x does not say whose it is", uint32(w))
	}
	return int(binary.LittleEndian.Uint32(answer[32:])), nil
}

// Title returns the title that a window gives itself.
func (s *Screen) Title(w Window) (string, error) {
	const getProperty, longest = 20, 256 // in units of four bytes
	name, err := s.atom("_NET_WM_NAME")
	if err != nil {
		return "", err
	}
	utf8, err := s.atom("UTF8_STRING")
	if err != nil {
		return "", err
	}
	answer, err := s.ask(call(getProperty, 0).u32(uint32(w), name, utf8, 0, longest))
	if err != nil {
		return "", fmt.Errorf("read the title of a window: %w", err)
	}
	length := int(binary.LittleEndian.Uint32(answer[16:]))
	return string(answer[32:min(32+length, len(answer))]), nil
}

// Bounds returns where on the screen a window is.
func (s *Screen) Bounds(w Window) (image.Rectangle, error) {
	const getGeometry = 14
	answer, err := s.ask(call(getGeometry, 0).u32(uint32(w)))
	if err != nil {
		return image.Rectangle{}, fmt.Errorf("measure a window: %w", err)
	}
	at := image.Pt(int(int16(binary.LittleEndian.Uint16(answer[12:]))), int(int16(binary.LittleEndian.Uint16(answer[14:]))))
	size := image.Pt(int(binary.LittleEndian.Uint16(answer[16:])), int(binary.LittleEndian.Uint16(answer[18:])))
	return image.Rectangle{Min: at, Max: at.Add(size)}, nil
}

// Place moves and resizes a window, as a person does by its frame.
func (s *Screen) Place(w Window, to image.Rectangle) error {
	const (
		configureWindow = 12
		positionAndSize = 0b1111
	)
	x, y := uint32(int32(to.Min.X)), uint32(int32(to.Min.Y))
	err := s.tell(call(configureWindow, 0).u32(uint32(w)).u16(positionAndSize).u16(0).
		u32(x, y, uint32(to.Dx()), uint32(to.Dy())))
	if err != nil {
		return fmt.Errorf("place a window: %w", err)
	}
	return nil
}

// Focus gives a window the keyboard.
func (s *Screen) Focus(w Window) error {
	const (
		setInputFocus = 42
		toPointerRoot = 1 // where the focus goes when the window is gone
		now           = 0
	)
	if err := s.tell(call(setInputFocus, toPointerRoot).u32(uint32(w), now)); err != nil {
		return fmt.Errorf("focus a window: %w", err)
	}
	return nil
}

// CloseWindow asks the program of a window to close it, as the button in its frame does.
func (s *Screen) CloseWindow(w Window) error {
	const format = 32
	protocols, err := s.atom("WM_PROTOCOLS")
	if err != nil {
		return err
	}
	del, err := s.atom("WM_DELETE_WINDOW")
	if err != nil {
		return err
	}
	err = s.tell(call(sendEvent, 0).u32(uint32(w), 0).
		u8(clientMessage, format).u16(0).u32(uint32(w), protocols, del, 0, 0, 0, 0))
	if err != nil {
		return fmt.Errorf("close a window: %w", err)
	}
	return nil
}
