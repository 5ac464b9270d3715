package x11

import "image"

// Button is a button of the mouse, by the number that X has for it. A wheel is told as buttons.
type Button byte

// The buttons of a mouse with a wheel and two keys at the thumb.
const (
	LeftButton Button = 1
	WheelUp    Button = 4
	WheelDown  Button = 5
	Back       Button = 8
	Forward    Button = 9
)

// Point moves the pointer to a place of the screen.
func (s *Screen) Point(at image.Point) error { return s.fake(pointerMoved, 0, at) }

// Click moves the pointer to a place of the screen, and presses and releases a button there while keys
// are held down.
func (s *Screen) Click(at image.Point, button Button, held ...Key) error {
	if err := s.Point(at); err != nil {
		return err
	}
	return s.holding(held, func() error {
		if err := s.fake(buttonPress, byte(button), image.Point{}); err != nil {
			return err
		}
		return s.fake(buttonRelease, byte(button), image.Point{})
	})
}
