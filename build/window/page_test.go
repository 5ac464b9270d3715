//go:build window

package window

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/levelica/levelica/build/window/atspi"
)

// pages returns the processes in which WebKit shows the page of a program.
func pages(t *testing.T, program int) []int {
	t.Helper()
	names, err := filepath.Glob("/proc/[0-9]*/stat")
	if err != nil {
		t.Fatal(err)
	}
	var found []int
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			continue // it has ended meanwhile
		}
		// 4711 (WebKitWebProces) S 4700 ...: the name is cut to 15 bytes.
		var pid, parent int
		before, after, _ := strings.Cut(string(text), " (WebKitWebProces) ")
		if _, err := fmt.Sscan(before, &pid); err != nil {
			continue
		}
		var state string
		if _, err := fmt.Sscan(after, &state, &parent); err == nil && parent == program && state != "Z" {
			found = append(found, pid)
		}
	}
	return found
}

func TestWhereThePagesProcessEndsAloneTheWindowComesBackWithEveryMark(t *testing.T) {
	s := begin(t, 1280, 800)
	w := s.start()
	items := w.openGuide(2).Levels[1].Items
	const rounds = 2
	for i := range rounds {
		w.do("check box", items[i].Text)
		w.see("the rating", func(tree *atspi.Element) bool { return ticked(tree, items[:i+1]...) })
		found := pages(t, w.cmd.Process.Pid)
		if len(found) != 1 {
			t.Fatalf("the page is in the processes %v", found)
		}
		if err := syscall.Kill(found[0], syscall.SIGKILL); err != nil {
			t.Fatal(err)
		}
		s.await("the page is in another process", func() bool {
			again := pages(t, w.cmd.Process.Pid)
			return len(again) == 1 && again[0] != found[0]
		})
		w.see("the same level again, and what happened", func(tree *atspi.Element) bool {
			return ticked(tree, items[:i+1]...) && open(tree, items[i+1:]...) && tree.Showing(say(t, "fault.page_ended")) != nil &&
				tree.Showing(say(t, "fault.page_ended.hint")) != nil
		})
	}
	if got := s.journal(s.data); got.Done != rounds {
		t.Errorf("the journal holds %+v", got)
	}
	w.quit()
}
