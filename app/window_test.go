package app

import "testing"

func TestTheWindowIsPutBackWhereAllOfItCanBeSeen(t *testing.T) {
	for _, c := range []struct{ was, want place }{
		{place{Width: 1000, Height: 700, X: 50, Y: 60}, place{Width: 1000, Height: 700, X: 50, Y: 60}},
		{place{Width: 3000, Height: 2000, X: -10, Y: -10}, place{Width: 1280, Height: 800}},
		{place{Width: 600, Height: 500, X: 5000, Y: 5000}, place{Width: 600, Height: 500, X: 680, Y: 300}},
	} {
		if got := c.was.clamped(1280, 800); got != c.want {
			t.Errorf("%+v became %+v, want %+v", c.was, got, c.want)
		}
	}
}
