//go:build window

package window

import (
	"encoding/json"
	"errors"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/levelica/levelica/build/window/atspi"
)

// brightness returns how light a picture is on the whole, from 0 for black to 1 for white.
func brightness(picture *image.RGBA) float64 {
	var sum uint64
	for i := 0; i < len(picture.Pix); i += 4 {
		// The weights of Rec. 709, in thousandths.
		sum += 213*uint64(picture.Pix[i]) + 715*uint64(picture.Pix[i+1]) + 72*uint64(picture.Pix[i+2])
	}
	return float64(sum) / float64(len(picture.Pix)/4) / 255000
}

func (s *session) look() float64 {
	s.t.Helper()
	picture, err := s.display.Image()
	if err != nil {
		s.t.Fatal(err)
	}
	return brightness(picture)
}

// content returns what a page shows, a line for each element, without what changes by itself: the
// focus, and the time at which an item was rated.
func content(tree *atspi.Element) []string {
	var lines []string
	for _, page := range tree.Every("document") {
		for e := range page.All() {
			lines = append(lines, e.Role+" "+e.Name+" "+e.Text)
		}
	}
	return lines
}

func TestTheThemeOfTheSystemIsFollowedAndNothingIsLost(t *testing.T) {
	shows := func(theme string, follows func(brightness float64) bool) []string {
		s := begin(t, 1280, 800, "GTK_THEME="+theme)
		s.mark("on-my-own", theGuide(t).Levels[0].Items[0])
		w := s.start()
		w.openGuide(1)
		s.await("the window has the brightness of "+theme, func() bool { return follows(s.look()) })
		return content(w.read())
	}
	light := shows("Adwaita", func(brightness float64) bool { return brightness > 0.85 })
	dark := shows("Adwaita:dark", func(brightness float64) bool { return brightness < 0.2 })
	if diff := cmp.Diff(light, dark); diff != "" {
		t.Errorf("the dark theme shows something else (-light +dark):\n%s", diff)
	}
}

func TestADarkWindowIsNeverWhite(t *testing.T) {
	s := begin(t, 1280, 800, "GTK_THEME=Adwaita:dark")
	// Nothing else draws on the screen, which is black to begin with: no moment may be light.
	var (
		over, watched = make(chan struct{}), make(chan struct{})
		frames        int
		lightest      float64
		picture       *image.RGBA
	)
	go func() {
		defer close(watched)
		for {
			select {
			case <-over:
				return
			case <-time.After(time.Millisecond): // leave the processor to what is watched
			}
			now, err := s.display.Image()
			if err != nil {
				t.Error(err)
				return
			}
			frames++
			if b := brightness(now); b > lightest {
				lightest, picture = b, now
			}
		}
	}()
	w := s.start()
	w.openGuide(1)
	close(over)
	<-watched
	t.Logf("of %d moments, the lightest had a brightness of %.2f", frames, lightest)
	if lightest > 0.3 {
		path := filepath.Join(os.TempDir(), "levelica-window-flash.png")
		t.Errorf("a dark window was light while it started, see %s (%v)", path, save(picture, path))
	}
}

// save writes a picture as PNG.
func save(picture image.Image, path string) error {
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	return errors.Join(png.Encode(file, picture), file.Close())
}

// stored is what the program remembers of its window.
type stored struct {
	Width  int `json:"width"`
	Height int `json:"height"`
	X      int `json:"x"`
	Y      int `json:"y"`
}

func (s *session) placeFile() string {
	return filepath.Join(s.display.Home(), ".local", "state", "levelica", "window.json")
}

// remember writes the place that the program is to find.
func (s *session) remember(place any) {
	s.t.Helper()
	data, err := json.Marshal(place)
	if err != nil {
		s.t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Dir(s.placeFile()), 0o700); err != nil {
		s.t.Fatal(err)
	}
	if err := os.WriteFile(s.placeFile(), data, 0o600); err != nil {
		s.t.Fatal(err)
	}
}

// placed waits until the window is where it is wanted.
func (w *window) placed(want image.Rectangle) {
	w.s.t.Helper()
	var last image.Rectangle
	defer func() {
		if w.s.t.Failed() {
			w.s.t.Logf("the window is at %v", last)
		}
	}()
	w.s.await("the window is at "+want.String(), func() bool { last = w.bounds(); return last == want })
}

func TestTheWindowOpensWhereItWasLeft(t *testing.T) {
	s := begin(t, 1280, 800)
	w := s.start()
	w.element("heading", say(t, "welcome"))
	w.placed(image.Rect(0, 0, 1280, 800))
	want := image.Rect(120, 60, 120+940, 60+620)
	if err := s.screen.Place(w.main(), want); err != nil {
		t.Fatal(err)
	}
	w.placed(want)
	w.quit()

	var kept stored
	data, err := os.ReadFile(s.placeFile())
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, &kept); err != nil {
		t.Fatal(err)
	}
	if kept != (stored{Width: 940, Height: 620, X: 120, Y: 60}) {
		t.Errorf("remembered is %+v, want %v", kept, want)
	}
	w = s.start()
	w.element("heading", say(t, "welcome"))
	w.placed(want)
}

func TestAPlaceBeyondTheScreenIsBroughtBack(t *testing.T) {
	s := begin(t, 1024, 768)
	s.remember(stored{Width: 1800, Height: 1000, X: 900, Y: -300})
	w := s.start()
	w.element("heading", say(t, "welcome"))
	w.placed(image.Rect(0, 0, 1024, 768))
}

func TestASpoiltPlaceIsForgotten(t *testing.T) {
	s := begin(t, 1280, 800)
	s.remember("a spoilt place")
	w := s.start()
	w.placed(image.Rect(0, 0, 1280, 800))
	w.openGuide(1)
}

func TestTheFirstWindowFitsASmallScreen(t *testing.T) {
	s := begin(t, 1024, 600)
	w := s.start()
	w.element("heading", say(t, "welcome"))
	screen := image.Rect(0, 0, 1024, 600)
	if at := w.bounds(); !at.In(screen) {
		t.Errorf("the window is at %v, beyond the screen %v", at, screen)
	}
}

// TestAPageStandsInTheMiddleOfAWideWindow compares the room at both sides of a page's title, which is as
// wide as the page's column.
func TestAPageStandsInTheMiddleOfAWideWindow(t *testing.T) {
	s := begin(t, 3840, 1000)
	s.mark("on-my-own", theGuide(t).Levels[0].Items[0])
	w := s.start()
	for _, place := range []string{"guides", "settings"} {
		w.do("link", say(t, place))
		w.element("heading", say(t, place))
		for _, width := range []int{1600, 2560, 3840} {
			if err := s.screen.Place(w.main(), image.Rect(0, 0, width, 1000)); err != nil {
				t.Fatal(err)
			}
			var before, after int
			s.await("the page is in the middle", func() bool {
				tree := w.read()
				side, title := tree.Find("landmark", say(t, "places")), tree.Find("heading", say(t, place))
				if side == nil || title == nil {
					return false
				}
				left, err := side.Bounds(t.Context())
				if err != nil {
					return false
				}
				middle, err := title.Bounds(t.Context())
				if err != nil {
					return false
				}
				const narrowest = 1120 - 2*40 // 70rem without the page's own edges
				before, after = middle.Min.X-left.Max.X, width-middle.Max.X
				ends := place == "guides" && middle.Dx() == narrowest
				return before > 40 && (ends && before == after || place == "settings" && before < after && before >= (width-left.Dx()-1120)/2)
			})
		}
	}
}

// TestWhatIsShownGrowsWithTheSystemsScale has GTK believe in the letters of 125, 150 and 200 % that a
// person has chosen for the whole desktop.
func TestWhatIsShownGrowsWithTheSystemsScale(t *testing.T) {
	high := func(scale string) int {
		s := begin(t, 1280, 800, "GDK_DPI_SCALE="+scale)
		w := s.start()
		at, err := w.element("button", say(t, "find")).Bounds(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		return at.Dy()
	}
	usual := high("1")
	for scale, want := range map[string]int{"1.25": usual * 5 / 4, "1.5": usual * 3 / 2, "2": usual * 2} {
		if got := high(scale); got < want-1 || got > want+1 {
			t.Errorf("at %s times the size a button of %d pixels is %d high", scale, usual, got)
		}
	}
}
