package app

import (
	"errors"
	"runtime/debug"
	"testing"
	"testing/synctest"
	"time"

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
