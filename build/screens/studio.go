package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"image"
	"image/draw"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"time"

	"github.com/levelica/levelica/build/child"
	"github.com/levelica/levelica/build/display"
	"github.com/levelica/levelica/build/inspector"
	"github.com/levelica/levelica/build/window/x11"
)

// The longest that a window may take to show its first page, and a page to become still. Both are
// far above what a slow machine needs.
const (
	startLimit = time.Minute
	stillLimit = 20 * time.Second
)

// standStill makes the page's clock stand at the same moment as the program's, and leaves out what
// comes and goes by itself: the bars that show for two seconds where a page is scrolled to, also those of
// a frame, and the caret of a field. unanswered counts what the page has asked for and not read yet, and
// framed says that every frame has what it shows.
const standStill = `(() => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync('* { scrollbar-width: none !important; caret-color: transparent !important }')
  document.adoptedStyleSheets = [sheet]
  const loaded = new WeakSet()
  globalThis.framed = () => [...document.querySelectorAll('iframe:not([hidden])')].every((frame) => loaded.has(frame))
  new MutationObserver(() => {
    for (const frame of document.querySelectorAll('iframe:not([scrolling])')) {
      frame.setAttribute('scrolling', 'no')
      frame.addEventListener('load', () => loaded.add(frame))
    }
  }).observe(document, { subtree: true, childList: true })
  const ask = fetch
  globalThis.unanswered = 0
  globalThis.fetch = async (...asked) => {
    unanswered++
    try {
      return await ask(...asked)
    } finally {
      unanswered--
    }
  }
  const moment = %d
  globalThis.Date = class extends Date {
    constructor(...given) { given.length ? super(...given) : super(moment) }
    static now() { return moment }
  }
})()`

// sitting is one window that is looked at: a private screen of a size, and the program on it with a
// journal and settings of its own.
type sitting struct {
	look    look
	display *display.Display
	hands   *x11.Screen
	page    *inspector.Page
	pid     int
	stop    context.CancelFunc
	ended   chan struct{}
	folder  string
	program string   // its file
	env     []string // that it is started in
}

// sit starts the program with a look, on what it is to find. The returned
// context ends when the program does, which is a failure as long as it is looked at.
func sit(ctx context.Context, program string, l look, finds condition) (_ context.Context, s *sitting, err error) {
	s = &sitting{look: l, program: program, ended: make(chan struct{})}
	defer func() {
		if err != nil {
			err = errors.Join(fmt.Errorf("show the window (%s): %w", l, err), s.close())
		}
	}()
	if s.folder, err = os.MkdirTemp("", "levelica-screens-"); err != nil {
		return nil, s, err
	}
	if err := s.furnish(ctx, finds); err != nil {
		return nil, s, err
	}
	if s.display, err = display.Start(ctx, l.width, l.height); err != nil {
		return nil, s, err
	}
	if s.hands, err = x11.Connect(ctx, s.display.Env()); err != nil {
		return nil, s, err
	}
	address, err := inspector.FreeAddress(ctx)
	if err != nil {
		return nil, s, err
	}
	running, stop := context.WithCancel(ctx)
	s.stop = stop
	s.env = append(s.display.Env(), "TZ=UTC")
	cmd := child.Command(running, program, "--data", s.folder)
	cmd.Env = append(slices.Clone(s.env), inspector.Variable+"="+address)
	if err := cmd.Start(); err != nil {
		close(s.ended)
		return nil, s, err
	}
	s.pid = cmd.Process.Pid
	watched, tell := context.WithCancelCause(ctx)
	go func() {
		_ = child.Wait(cmd)
		tell(errors.New("the program ended by itself"))
		close(s.ended)
	}()
	starting, cancel := context.WithTimeoutCause(watched, startLimit, fmt.Errorf("no first page within %v", startLimit))
	defer cancel()
	if s.page, err = inspector.Attach(starting, address); err != nil {
		return nil, s, err
	}
	return watched, s, s.prepare(starting)
}

// furnish writes the journal and the settings that the program finds.
func (s *sitting) furnish(ctx context.Context, finds condition) error {
	if err := conditions[finds](ctx, s.folder, s.look.language); err != nil {
		return err
	}
	settings, err := json.Marshal(map[string]any{"language": s.look.language, "theme": s.look.theme, "textSize": 100})
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(s.folder, "settings.json"), settings, 0o600)
}

// prepare stops the page's clock and lets the window fill the screen.
func (s *sitting) prepare(ctx context.Context) error {
	const ready = `!!document.querySelector('main h1')`
	if err := s.page.Await(ctx, ready); err != nil {
		return err
	}
	for _, command := range []struct {
		method string
		params map[string]any
	}{
		{"Page.enable", map[string]any{}},
		{"Page.setBootstrapScript", map[string]any{"source": fmt.Sprintf(standStill, now.UnixMilli())}},
		{"Page.reload", map[string]any{}},
	} {
		if _, err := s.page.Command(ctx, command.method, command.params); err != nil && !errors.Is(err, inspector.ErrGone) {
			return fmt.Errorf("%s: %w", command.method, err)
		}
	}
	if err := s.page.Await(ctx, fmt.Sprintf(`Date.now() === %d && %s`, now.UnixMilli(), ready)); err != nil {
		return err
	}
	windows, err := s.hands.Windows(s.pid)
	if err != nil {
		return err
	}
	if len(windows) == 0 {
		return errors.New("the window is not on the screen")
	}
	if err := s.hands.Place(windows[len(windows)-1], image.Rect(0, 0, s.look.width, s.look.height)); err != nil {
		return err
	}
	return s.page.Await(ctx, fmt.Sprintf(`innerWidth === %d`, s.look.width))
}

// tidy takes away what the scene before has left open over the page, so that a scene is the same after any other.
const tidy = `document.querySelectorAll('dialog[open]').forEach((dialog) => dialog.close());
document.querySelectorAll('.toast button:last-child').forEach((dismiss) => dismiss.click())`

// take goes to a scene and returns the picture of it, when nothing moves in it any more.
func (s *sitting) take(ctx context.Context, of scene) (*image.RGBA, error) {
	if _, err := s.page.Evaluate(ctx, tidy); err != nil {
		return nil, err
	}
	if _, err := s.page.Evaluate(ctx, fmt.Sprintf(`location.hash = %q`, of.address)); err != nil {
		return nil, err
	}
	if err := s.still(ctx); err != nil {
		return nil, err
	}
	if of.link != "" {
		if err := s.startAgain(ctx, of.link); err != nil {
			return nil, err
		}
	}
	for _, step := range of.steps {
		if _, err := s.page.Evaluate(ctx, step); err != nil {
			return nil, err
		}
		if err := s.still(ctx); err != nil {
			return nil, err
		}
	}
	seen, err := s.display.Image()
	if err != nil {
		return nil, err
	}
	picture := image.NewRGBA(image.Rect(0, 0, s.look.width, s.look.height))
	draw.Draw(picture, picture.Bounds(), seen, image.Point{}, draw.Src)
	return picture, nil
}

// startAgain starts the program beside the window with a link, which the window is told of.
func (s *sitting) startAgain(ctx context.Context, link string) error {
	cmd := child.Command(ctx, s.program, "--data", s.folder, link)
	cmd.Env = s.env
	// A link that leads nowhere makes it end with a code of its own, and the window says why.
	var ended *exec.ExitError
	if err := child.Run(ctx, cmd); err != nil && !errors.As(err, &ended) {
		return fmt.Errorf("start the program again: %w", err)
	}
	return s.still(ctx)
}

// still waits until the page has all that it asked for, and the screen shows a page that does not
// change. One that never stops is taken as it is: the comparison will tell.
func (s *sitting) still(ctx context.Context) error {
	answered, cancel := context.WithTimeoutCause(ctx, startLimit, fmt.Errorf("the page was not answered within %v", startLimit))
	defer cancel()
	if err := s.page.Await(answered, `unanswered === 0 && framed()`); err != nil {
		return err
	}
	ctx, cancel = context.WithTimeout(ctx, stillLimit)
	defer cancel()
	return s.display.AwaitPicture(ctx)
}

func (s *sitting) close() error {
	if s.page != nil {
		s.page.Close()
	}
	if s.stop != nil {
		s.stop()
		<-s.ended
	}
	var errs []error
	if s.hands != nil {
		errs = append(errs, s.hands.Close())
	}
	if s.display != nil {
		errs = append(errs, s.display.Close())
	}
	return errors.Join(append(errs, os.RemoveAll(s.folder))...)
}
