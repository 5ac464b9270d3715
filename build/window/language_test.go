//go:build window

package window

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/levelica/levelica/build/window/atspi"
	"github.com/levelica/levelica/build/window/x11"
	"github.com/levelica/levelica/internal/locale"
)

// titled waits until the system shows a title of the window.
func (w *window) titled(title string) {
	w.s.t.Helper()
	w.s.await("the window is titled "+title, func() bool {
		found, err := w.s.screen.Title(w.main())
		if err != nil {
			w.s.t.Fatal(err)
		}
		return found == title
	})
}

// kept returns what the program keeps of its settings.
func (s *session) kept() (settings struct {
	Language   string `json:"language"`
	TextSize   int    `json:"textSize"`
	LastPlace  string `json:"lastPlace"`
	LastScroll int    `json:"lastScroll"`
}) {
	data, err := os.ReadFile(filepath.Join(s.display.Home(), ".config", "levelica", "settings.json"))
	if err == nil {
		err = json.Unmarshal(data, &settings)
	}
	if err != nil && !os.IsNotExist(err) {
		s.t.Fatal(err)
	}
	return settings
}

func TestTheFirstStartSpeaksTheSystemsLanguageAndAnotherIsOnePressAway(t *testing.T) {
	s := begin(t, 1280, 800, "LC_ALL=ko_KR.UTF-8")
	korean := locale.For("ko")
	w := s.start()
	w.element("heading", korean.Text("welcome"))
	w.titled(korean.Text("title", locale.Args{"page": korean.Text("home")}))

	w.do("button", "English")
	w.element("heading", say(t, "welcome"))
	w.titled(say(t, "title", locale.Args{"page": say(t, "home")}))

	w.quit()
	w = s.start()
	w.element("heading", say(t, "welcome"))
	if got := s.kept().Language; got != "en" {
		t.Errorf("the language that is kept is %q", got)
	}
}

func TestWhoChoosesTheirLanguageByKeyboardGoesOnFromThere(t *testing.T) {
	s := begin(t, 1280, 800, "LC_ALL=ko_KR.UTF-8")
	w := s.start()
	w.element("heading", locale.For("ko").Text("welcome"))
	w.focus()
	w.goTo("button", "English")
	w.element("heading", say(t, "welcome"))
	w.focused("button", "한국어")
}

func TestTheWindowIsWrittenLargerByAKeyAndArrangedAnew(t *testing.T) {
	s := begin(t, 1280, 800)
	w := s.start()
	w.do("link", say(t, "welcome.browse"))
	w.element("button", say(t, "sidebar.fold"))
	w.focus()
	// At three times the size there is room for the letters of a narrow window: the sidebar gives
	// way to the bar at the foot, which cannot be folded.
	for range 7 {
		w.press('=', x11.Ctrl)
	}
	arranged := func(tree *atspi.Element) bool {
		return tree.Find("heading", say(t, "guides")) != nil && tree.Find("button", say(t, "sidebar.fold")) == nil
	}
	w.see("the bar of a narrow window", arranged)
	// The place is kept only when somebody stays there.
	s.await("size and place are kept", func() bool {
		kept := s.kept()
		return kept.TextSize == 300 && kept.LastPlace == "#/guides"
	})

	w.quit()
	w = s.start()
	w.see("the guides again, as large", arranged)
	w.focus()
	w.press('0', x11.Ctrl)
	w.element("button", say(t, "sidebar.fold"))
}
