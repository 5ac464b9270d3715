package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"time"

	"github.com/levelica/levelica/build/child"
	"github.com/levelica/levelica/build/display"
	"github.com/levelica/levelica/build/inspector"
)

// subject is a program whose start is timed.
type subject struct {
	name string // as a folder's name
	path string
	args []string
	env  []string // added to that of the session
	// ready is the CSS selector of the element whose presence makes its first screen.
	ready string
	// static says that the element stands in the page as it is loaded. Otherwise the page's script
	// puts it there, with everything else, and marks when.
	static bool
	// before is done before the program is started, after when its start has been timed.
	before func(context.Context) error
	after  func(context.Context, *inspector.Page) error
}

// launchLimit is far above what a start takes on a slow machine, so that reaching it means that
// something is wrong.
const launchLimit = time.Minute

// start is how one start of a program went. The times are milliseconds since just before the
// process was made.
type start struct {
	asked    float64 // WebKit asked for the page
	domReady float64 // the page was parsed and its scripts had run
	present  float64 // the first screen's element was in the document
	rendered float64 // and the first frame with it was through
	mapped   float64 // the X server showed the window, for good
	flash    float64 // how long it had shown it before, and hidden it again
	answers  float64 // the page's script had taken it over
	late     bool    // the element was there before anybody could look: present is too late
}

// watchPage notes, in the page, when the awaited element appears, and when the frame that follows
// has been rendered. The message is delivered after the frame that the callback belongs to.
// It answers "wait" in the blank document that a window begins with.
const watchPage = `(() => {
  if (location.protocol !== 'wails:') return 'wait'
  if (window.benchmark) return 'ready'
  const notes = window.benchmark = { present: 0, rendered: 0, late: false }
  const look = () => {
    if (!document.querySelector(%q)) return false
    notes.present = Date.now()
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => { notes.rendered = Date.now() }
      port2.postMessage(null)
    })
    return true
  }
  if (look()) notes.late = true
  else new MutationObserver((_, o) => { if (look()) o.disconnect() }).observe(document, { childList: true, subtree: true })
  return 'ready'
})()`

// readPage returns the notes, with the times that WebKit keeps of every page.
const readPage = `window.benchmark ? JSON.stringify({
  ...window.benchmark,
  asked: performance.timing.fetchStart,
  domReady: performance.timing.domContentLoadedEventEnd,
  parsed: performance.timing.domInteractive,
  painted: performance.timeOrigin + (performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN),
  mounted: performance.timeOrigin + (performance.getEntriesByName('mounted')[0]?.startTime ?? NaN),
}) : '{}'`

// timeStart starts a program, times the start and ends it.
func timeStart(ctx context.Context, d *display.Display, s *screen, p subject) (_ start, err error) {
	defer func() {
		if err != nil {
			err = fmt.Errorf("time the start of %s: %w", p.name, err)
		}
	}()
	address, err := inspector.FreeAddress(ctx)
	if err != nil {
		return start{}, err
	}
	ctx, cancel := context.WithTimeoutCause(ctx, launchLimit, fmt.Errorf("not through with it within %v", launchLimit))
	defer cancel()

	if p.before != nil {
		if err := p.before(ctx); err != nil {
			return start{}, err
		}
	}
	s.forget()
	began := time.Now()
	ctx, program, err := launch(ctx, d, p, inspector.Variable+"="+address)
	if err != nil {
		return start{}, err
	}
	defer func() { err = program.end(err) }()

	page, err := inspector.Attach(ctx, address)
	if err != nil {
		return start{}, err
	}
	defer page.Close()
	notes, err := watch(ctx, page, p)
	if err != nil {
		return start{}, err
	}
	t := notes.since(began)
	err = inspector.Poll(ctx, 10*time.Millisecond, func() (bool, error) {
		at, flash, found := s.shown()
		t.mapped, t.flash = milliseconds(at.Sub(began)), milliseconds(flash)
		return found, nil
	})
	if err != nil || p.after == nil {
		return t, err
	}
	return t, p.after(ctx, page)
}

// pageNotes are the moments that a page and WebKit noted, as milliseconds of the epoch.
type pageNotes struct {
	Asked, DomReady, Parsed, Present, Rendered float64
	Painted, Mounted                           *float64 // missing where WebKit or the page does not tell
	Late                                       bool
	answers                                    float64
}

// watch has a page note its moments until its first screen is rendered.
func watch(ctx context.Context, page *inspector.Page, p subject) (notes pageNotes, err error) {
	err = inspector.Poll(ctx, 3*time.Millisecond, func() (bool, error) {
		answer, err := page.Evaluate(ctx, fmt.Sprintf(watchPage, p.ready))
		return answer == "ready", err
	})
	if err != nil {
		return notes, err
	}
	// From here on the page takes its own notes, and is asked seldom.
	err = inspector.Poll(ctx, 100*time.Millisecond, func() (bool, error) {
		answer, err := page.Evaluate(ctx, readPage)
		if err != nil {
			return false, err
		}
		return notes.Rendered > 0, json.Unmarshal([]byte(answer), &notes)
	})
	notes.answers = notes.DomReady
	if notes.Mounted != nil {
		notes.answers = *notes.Mounted
	}
	if p.static {
		notes.Mounted = &notes.Parsed
	}
	if notes.Late && notes.Mounted != nil && notes.Painted != nil && *notes.Mounted <= *notes.Painted {
		// Nobody looked in time. But the page noted when it was drawn whole, and WebKit the first
		// frame with anything in it, which came after that.
		notes.Present, notes.Rendered, notes.Late = *notes.Mounted, *notes.Painted, false
	}
	return notes, err
}

// since returns the moments as times since one.
func (n pageNotes) since(began time.Time) start {
	since := func(epoch float64) float64 { return epoch - float64(began.UnixMicro())/1000 }
	return start{
		asked: since(n.Asked), domReady: since(n.DomReady),
		present: since(n.Present), rendered: since(n.Rendered), answers: since(n.answers), late: n.Late,
	}
}

// process is a program that was started in the session.
type process struct {
	cmd    *exec.Cmd
	log    string // the file that holds what it says
	cancel context.CancelFunc
	ended  chan struct{}
}

// launch starts a program in the session, with variables added to its environment. The context
// that it returns ends when the program does, which is a failure as long as it is watched.
func launch(ctx context.Context, d *display.Display, p subject, variables ...string) (context.Context, *process, error) {
	r := &process{log: filepath.Join(d.Home(), p.name+".log"), ended: make(chan struct{})}
	said, err := os.Create(r.log)
	if err != nil {
		return nil, nil, err
	}
	running, cancel := context.WithCancel(ctx)
	r.cancel = cancel
	r.cmd = child.Command(running, p.path, p.args...)
	r.cmd.Env = slices.Concat(d.Env(), p.env, variables)
	r.cmd.Stdout, r.cmd.Stderr = said, said
	if err := r.cmd.Start(); err != nil {
		cancel()
		return nil, nil, errors.Join(err, said.Close())
	}
	watched, tell := context.WithCancelCause(ctx)
	go func() {
		_ = child.Wait(r.cmd) // its own log says more than its status
		_ = said.Close()
		tell(errors.New("the program ended by itself"))
		close(r.ended)
	}()
	return watched, r, nil
}

// end ends the program. Where watching it failed, the error is given what the program said.
func (r *process) end(failure error) error {
	r.cancel()
	<-r.ended
	if failure == nil {
		return nil
	}
	const enough = 600 // a program that crashes says much, and what matters first
	said, err := os.ReadFile(r.log)
	return errors.Join(failure, err, fmt.Errorf("it said: %.*s", enough, bytes.TrimSpace(said)))
}
