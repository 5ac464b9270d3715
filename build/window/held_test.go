//go:build window

package window

import (
	"os"
	"path/filepath"
	"strconv"
	"syscall"
	"testing"
	"time"

	"github.com/levelica/levelica/build/window/atspi"
	"github.com/levelica/levelica/internal/locale"
)

// holdPage stops the process of a program's page as soon as there is one, and returns how it goes on.
func (w *window) holdPage() (goOn func()) {
	w.s.t.Helper()
	var page int
	for deadline := time.Now().Add(limit); page == 0; time.Sleep(time.Millisecond) {
		switch found := pages(w.s.t, w.cmd.Process.Pid); {
		case len(found) == 1:
			page = found[0]
		case time.Now().After(deadline):
			w.s.t.Fatal("the program has no page")
		}
	}
	signal := func(s syscall.Signal) {
		if err := syscall.Kill(page, s); err != nil {
			w.s.t.Fatal(err)
		}
	}
	signal(syscall.SIGSTOP)
	return func() { signal(syscall.SIGCONT) }
}

// holds reports whether the program has a file open.
func (w *window) holds(path string) bool {
	links, err := filepath.Glob("/proc/" + strconv.Itoa(w.cmd.Process.Pid) + "/fd/*")
	if err != nil {
		w.s.t.Fatal(err)
	}
	for _, link := range links {
		if target, err := os.Readlink(link); err == nil && target == path {
			return true
		}
	}
	return false
}

// What the first screen shows is read while the page is on its way, so that it can be old when it comes.
func TestWhatIsWrittenBeforeThePageListensIsOnTheFirstScreen(t *testing.T) {
	s := begin(t, 1280, 800)
	items := theGuide(t).Levels[0].Items
	s.mark("on-my-own", items[0])
	w := s.start()
	goOn := w.holdPage()
	s.await("the program has the journal open", func() bool { return w.holds(filepath.Join(s.data, "journal.db")) })
	s.mark("on-my-own", items[1])
	// The program looks every second whether something was written. Whoever listens by then hears of it
	// either way; what is tested is that one who does not hears of it later.
	time.Sleep(3 * time.Second)
	goOn()
	left := say(t, "day.left", locale.Args{"when": say(t, "day.ago.0"), "item": items[1].Text})
	w.see("what was written", func(tree *atspi.Element) bool { return tree.Showing(left) != nil })
}
