package app

import (
	"errors"
	"net"
	"os"
	"path/filepath"
	"runtime/debug"
	"testing"
	"testing/synctest"
	"time"

	"github.com/adrg/xdg"

	"github.com/levelica/levelica/internal/journal"
)

// held takes the window lock of a data folder, as a window does that does not answer.
func held(t *testing.T, dir string) *journal.Lock {
	t.Helper()
	lock, err := journal.LockWindow(dir)
	if err != nil {
		t.Fatal(err)
	}
	return lock
}

func TestTheWindowIsTakenAndTheFirstScreenReadBeforeWailsMakesAnything(t *testing.T) {
	before := debug.SetGCPercent(usualGCPercent)
	t.Cleanup(func() { debug.SetGCPercent(before) })
	a := testApp(t)
	a.places.state = t.TempDir()
	if done, code := Begin(a); done {
		t.Fatalf("a first start ends with exit code %d", code)
	}
	if v := <-a.ahead; len(v.Catalogue.Guides) != 7 {
		t.Errorf("%d guides were read", len(v.Catalogue.Guides))
	}
	if lock, err := journal.LockWindow(a.dataDir); !errors.Is(err, journal.ErrLocked) {
		t.Errorf("another start gets the window too: %v, %v", lock, err)
	}
}

func TestAStartWhileTheOtherWindowEndsBecomesTheWindow(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		dir := t.TempDir()
		ending := held(t, dir)
		go func() {
			time.Sleep(raisePatience / 2)
			if err := ending.Release(); err != nil {
				t.Error(err)
			}
		}()
		lock, err := ownOrRaise(dir, Arrival{})
		if err != nil || lock == nil {
			t.Fatalf("got %v, %v, want the lock", lock, err)
		}
		if err := lock.Release(); err != nil {
			t.Fatal(err)
		}
	})
}

func TestAWindowThatNeverAnswersIsSaidAtLast(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		dir := t.TempDir()
		silent := held(t, dir)
		if lock, err := ownOrRaise(dir, Arrival{}); lock != nil || !errors.Is(err, errSilent) {
			t.Errorf("got %v, %v, want that it is silent", lock, err)
		}
		if err := silent.Release(); err != nil {
			t.Fatal(err)
		}
	})
}

// starting is a start of the program on a data folder that cannot be made: a file lies in its way.
func starting(t *testing.T, dataDir string, to Arrival) *App {
	t.Helper()
	a := testApp(t)
	a.dataDir, a.begins = dataDir, to
	t.Cleanup(func() {
		if err := a.close(); err != nil {
			t.Error(err)
		}
	})
	return a
}

// loggedIn gives the test a folder of its own for what lasts as long as somebody is logged in.
func loggedIn(t *testing.T) string {
	t.Helper()
	before := xdg.RuntimeDir
	t.Cleanup(func() { xdg.RuntimeDir = before })
	xdg.RuntimeDir = t.TempDir()
	return xdg.RuntimeDir
}

// inTheWay returns a data folder that cannot be made, and the file that is in its way.
func inTheWay(t *testing.T) (dataDir, file string) {
	t.Helper()
	file = filepath.Join(t.TempDir(), "파일 🙂")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	return filepath.Join(file, "levelica"), file
}

// hears answers later starts in a window's stead, as listen does, and returns what they wish to see.
func hears(t *testing.T, folder string) <-chan Arrival {
	t.Helper()
	dir, err := os.MkdirTemp("", "w") // the path of a socket may not be long
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	listener, err := net.Listen("unix", filepath.Join(dir, "s"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = listener.Close() })
	if err := os.WriteFile(addressFile(folder), []byte(listener.Addr().String()), 0o600); err != nil {
		t.Fatal(err)
	}
	wishes := make(chan Arrival, 1)
	go func() {
		if conn, err := listener.Accept(); err == nil {
			answer(conn, func(to Arrival) { wishes <- to })
		}
	}()
	return wishes
}

func TestASecondStartOnAFolderThatMayNotBeWrittenLeavesTheWindowToTheFirst(t *testing.T) {
	loggedIn(t)
	dir, _ := inTheWay(t)
	first := starting(t, dir, Arrival{})
	if done, _ := first.takeWindow(); done || first.meets == "" {
		t.Fatalf("the first start ends %v, and is found in %q", done, first.meets)
	}
	if first.lock != nil {
		t.Error("it takes the stand-in for the right to make a journal")
	}
	heardBy(t, first, dir)

	elsewhere, _ := inTheWay(t)
	other := starting(t, elsewhere, Arrival{})
	if done, _ := other.takeWindow(); done || other.meets == first.meets {
		t.Errorf("a start on another folder ends %v, and is found in %q", done, other.meets)
	}
}

// heardBy fails where a second start on a folder does not end by asking the first for what it wants.
func heardBy(t *testing.T, first *App, dir string) {
	t.Helper()
	wishes := hears(t, first.meets)
	second := starting(t, dir, Arrival{Place: "insights"})
	if done, code := second.takeWindow(); !done || code != 0 {
		t.Errorf("the second start ends %v, with exit code %d", done, code)
	}
	if got := <-wishes; got.Place != "insights" {
		t.Errorf("the first is asked to show %+v", got)
	}
}

func TestAFolderThatCanBeLockedButNotSayWhereItsWindowIsHeardHasAStandIn(t *testing.T) {
	loggedIn(t)
	dir := t.TempDir()
	// As after the folder was closed to writing: the lock had been made before, and the address had not.
	if err := os.Mkdir(addressFile(dir), 0o700); err != nil {
		t.Fatal(err)
	}
	first := starting(t, dir, Arrival{})
	if done, _ := first.takeWindow(); done || first.meets == "" || first.meets == dir || first.lock != nil {
		t.Fatalf("the first start ends %v, and is found in %q", done, first.meets)
	}
	heardBy(t, first, dir)
}

func TestAWindowThatCameUpWhileTheFolderMightNotBeWrittenIsFoundWhenItMay(t *testing.T) {
	loggedIn(t)
	dir, file := inTheWay(t)
	first := starting(t, dir, Arrival{})
	if done, _ := first.takeWindow(); done {
		t.Fatal("the first start ends")
	}
	wishes := hears(t, first.meets)
	if err := os.Remove(file); err != nil {
		t.Fatal(err)
	}
	second := starting(t, dir, Arrival{Place: "help"})
	if done, code := second.takeWindow(); !done || code != 0 {
		t.Errorf("the second start ends %v, with exit code %d", done, code)
	}
	if got := <-wishes; got.Place != "help" {
		t.Errorf("the first is asked to show %+v", got)
	}
	// What the second had in its hands is free for the first, which may make its journal now.
	if err := held(t, dir).Release(); err != nil {
		t.Fatal(err)
	}
}

func TestAFolderThatSomebodyElsePutInThePlaceOfTheStandInIsNotTrusted(t *testing.T) {
	loggedIn(t)
	dir, _ := inTheWay(t)
	if err := os.Symlink(t.TempDir(), standIn(dir)); err != nil {
		t.Fatal(err)
	}
	a := starting(t, dir, Arrival{})
	if done, _ := a.takeWindow(); done || a.meets != "" {
		t.Errorf("the start ends %v, and is found in %q", done, a.meets)
	}
}
