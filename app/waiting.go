package app

import (
	"slices"
	"sync"

	"github.com/wailsapp/wails/v2/pkg/runtime"
)

// A page hears only once its script runs: what happens before, or while the page is loaded again, waits
// until the page says that it listens. That Wails calls it ready says nothing of a script.

// waiting is what the page is told, and keeps what it cannot hear yet.
type waiting struct {
	mu      sync.Mutex
	emit    func(event, value string) // to the page, once there is a window for one
	listens bool
	words   []word // the oldest first, one of each kind but for steps
}

// word is an event with what is said about it, or with "".
type word struct {
	event, value string
	brought      bool // by the page that is being opened
}

// steps are the kinds of which each one counts: who asks twice for larger letters wants them twice as much.
var steps = []string{eventStep, eventResize}

// tell tells the page something: now, or when it listens. What is told later takes the place of what
// waits of its kind, as it would on the page, but for steps.
func (w *waiting) tell(event, value string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if !slices.Contains(steps, event) {
		w.words = slices.DeleteFunc(w.words, func(earlier word) bool { return earlier.event == event })
	}
	w.words = append(w.words, word{event: event, value: value})
	w.tellAll()
}

// begin takes how a page is told, from where there is a window for it.
func (w *waiting) begin(emit func(event, value string)) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.emit = emit
	w.tellAll()
}

// listen notes that the page hears, and tells it what waits.
func (w *waiting) listen() {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.listens = true
	w.words = slices.DeleteFunc(w.words, func(one word) bool { return one.brought })
	w.tellAll()
}

// tellAll tells the page what waits, where it can be told. The caller holds the lock.
func (w *waiting) tellAll() {
	if !w.listens || w.emit == nil {
		return
	}
	for _, one := range w.words {
		w.emit(one.event, one.value)
	}
	w.words = nil
}

// silence notes that nobody listens any more: the page ended, or another is being opened. What a page
// brought that never said that it listens, it may not have shown: that waits on.
func (w *waiting) silence() {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.listens = false
	for i := range w.words {
		w.words[i].brought = false
	}
}

// bring returns what waits of a kind, or "", for the page that is being opened to bring.
func (w *waiting) bring(event string) string {
	w.mu.Lock()
	defer w.mu.Unlock()
	for i := range w.words {
		if w.words[i].event == event {
			w.words[i].brought = true
			return w.words[i].value
		}
	}
	return ""
}

// PageListens is what the page says once it hears what it is told.
func (a *App) PageListens() (err error) {
	defer a.recovered(&err)
	a.waiting.listen()
	return nil
}

// emit tells the page something through Wails.
func (a *App) emit(event, value string) { runtime.EventsEmit(a.context(), event, value) }
