//go:build window

package window

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"github.com/levelica/levelica/build/window/atspi"
)

func TestASecondStartLeavesTheWindowToTheFirst(t *testing.T) {
	s := begin(t, 1280, 800)
	first := s.start()
	items := first.openGuide(1).Levels[0].Items

	second := s.start()
	if code := second.awaitEnd(); code != 0 {
		t.Errorf("the second start ended with code %d; it said:\n%s", code, second.output())
	}
	if !first.running() {
		t.Fatal("the first window is gone")
	}
	if holders := lockHolders(t, filepath.Join(s.data, "window.lock")); !slices.Equal(holders, []int{first.cmd.Process.Pid}) {
		t.Errorf("the window lock is held by %v, want the first process, %d, alone", holders, first.cmd.Process.Pid)
	}
	var journals []string
	for path := range files(t, s.display.Home()) {
		if filepath.Ext(path) == ".db" && strings.Contains(filepath.Base(path), "journal") {
			journals = append(journals, path)
		}
	}
	if want := []string{filepath.Join(s.data, "journal.db")}; !slices.Equal(journals, want) {
		t.Errorf("the journals are %v, want %v", journals, want)
	}

	// The first still works.
	first.do("check box", items[0].Text)
	first.see("the rating", func(tree *atspi.Element) bool { return ticked(tree, items[0]) })
}

// lockHolders returns the processes that hold a lock on a file.
func lockHolders(t *testing.T, path string) []int {
	t.Helper()
	var stat syscall.Stat_t
	if err := syscall.Stat(path, &stat); err != nil {
		t.Fatal(err)
	}
	locks, err := os.ReadFile("/proc/locks")
	if err != nil {
		t.Fatal(err)
	}
	var holders []int
	for line := range bytes.Lines(locks) {
		// 1: FLOCK  ADVISORY  WRITE 4711 fd:01:1234 0 EOF; an arrow stands before those that wait.
		fields := strings.Fields(string(line))
		if len(fields) < 6 || fields[1] == "->" || !strings.HasSuffix(fields[5], fmt.Sprintf(":%d", stat.Ino)) {
			continue
		}
		pid, err := strconv.Atoi(fields[4])
		if err != nil {
			t.Fatal(err)
		}
		holders = append(holders, pid)
	}
	return holders
}

func TestTwoStartsAtOnceOpenOneWindow(t *testing.T) {
	s := begin(t, 1280, 800)
	windows := []*window{s.start(), s.start()}
	s.await("one of the two has ended", func() bool { return !windows[0].running() || !windows[1].running() })
	stays, ended := windows[0], windows[1]
	if ended.running() {
		stays, ended = ended, stays
	}
	if code := ended.awaitEnd(); code != 0 {
		t.Errorf("the one without a window ended with code %d; it said:\n%s", code, ended.output())
	}
	stays.openGuide(1)
}

func TestAnotherDataFolderHasAWindowOfItsOwn(t *testing.T) {
	s := begin(t, 1280, 800)
	other := filepath.Join(t.TempDir(), "other")
	first := s.start()
	items := first.openGuide(1).Levels[0].Items
	second := s.start("--data", other)
	second.openGuide(1)

	second.do("check box", items[0].Text)
	second.see("its rating", func(tree *atspi.Element) bool { return ticked(tree, items[0]) })
	if got := s.journal(other); got.Done != 1 {
		t.Errorf("its journal holds %+v, want one item", got)
	}
	if got := s.journal(s.data); got.Rated != 0 || !open(first.read(), items...) {
		t.Errorf("the first journal holds %+v, want nothing", got)
	}
}

func TestEverythingIsThereAfterARestart(t *testing.T) {
	s := begin(t, 1280, 800)
	w := s.start()
	items := w.openGuide(1).Levels[0].Items
	for _, item := range items[:3] {
		w.do("check box", item.Text)
	}
	w.see("three ratings", func(tree *atspi.Element) bool { return ticked(tree, items[:3]...) && open(tree, items[3:]...) })
	w.quit()

	w = s.start()
	w.openGuide(1)
	w.see("the three ratings again", func(tree *atspi.Element) bool {
		return ticked(tree, items[:3]...) && open(tree, items[3:]...)
	})
	w.quit()
	for _, name := range []string{"journal.db-wal", "journal.db-shm"} {
		if _, err := os.Stat(filepath.Join(s.data, name)); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%s is left behind by a program that ended well (%v)", name, err)
		}
	}
}

func TestARatingThatIsShownAsSavedSurvivesACrash(t *testing.T) {
	const rounds = 3
	s := begin(t, 1280, 800)
	items := theGuide(t).Levels[0].Items
	for i := range rounds {
		w := s.start()
		w.openGuide(1)
		w.see("what was saved before the crash", func(tree *atspi.Element) bool {
			return ticked(tree, items[:i]...) && open(tree, items[i:]...)
		})
		w.do("check box", items[i].Text)
		w.see("the rating", func(tree *atspi.Element) bool { return ticked(tree, items[i]) })
		w.kill()
		if got := s.journal(s.data); got.Done != i+1 {
			t.Fatalf("after crash %d the journal holds %+v", i+1, got)
		}
	}
	w := s.start()
	w.openGuide(1)
	w.see("all that was saved", func(tree *atspi.Element) bool { return ticked(tree, items[:rounds]...) })
}
