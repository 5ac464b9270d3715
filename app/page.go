package app

import (
	"slices"
	"sync"
	"time"

	"github.com/wailsapp/wails/v2/pkg/runtime"
)

// The page lives in a process of its own, which can end without the program: it runs out of memory,
// or the system ends it. Nothing is lost then that was shown as saved, for the journal is not in it.
// The page is opened again where it was, and says what happened. Where it ends again and again, the
// person is asked first.

// endings are the moments at which the page ended. They are noted on the thread that draws, and
// forgotten on the one that the person's answer comes on.
type endings struct {
	mu      sync.Mutex // guards what follows
	moments []time.Time
}

// How often the page may end in a while and still be opened again by itself.
const (
	mostEndings  = 3
	endingsWhile = time.Minute
)

// add notes that the page has ended, and reports whether it may be opened again without asking.
func (e *endings) add(now time.Time) bool {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.moments = slices.DeleteFunc(e.moments, func(before time.Time) bool {
		// A clock that went back says nothing about it.
		passed := now.Sub(before)
		return passed < 0 || passed >= endingsWhile
	})
	e.moments = append(e.moments, now)
	return len(e.moments) <= mostEndings
}

// forget begins anew: the person has asked for the page.
func (e *endings) forget() {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.moments = nil
}

// pageEnded prepares the page that comes next, and reports whether it is to be opened at once.
// It is called on the thread that draws, one call at a time.
func (a *App) pageEnded() bool {
	a.log.Error("the page's process ended")
	a.waiting.silence()
	a.waiting.tell(eventRefused, FormatFault(newFault("page_ended")).(string))
	if a.endings.add(time.Now()) {
		return true
	}
	go a.askForPage()
	return false
}

// askForPage asks in a box of the system's whether the page is to be opened once more.
func (a *App) askForPage() {
	words := a.words()
	answer, err := runtime.MessageDialog(a.context(), runtime.MessageDialogOptions{
		Type: runtime.QuestionDialog, Title: words.Text("dialog.page.title"), Message: words.Text("dialog.page.message"),
	})
	if err != nil {
		a.log.Error("ask whether the page is opened again", "error", err)
	}
	if answer == "No" {
		runtime.Quit(a.context())
		return
	}
	a.endings.forget()
	a.reloadPage()
}
