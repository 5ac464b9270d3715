package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"image"
	"time"

	"github.com/levelica/levelica/build/inspector"
	"github.com/levelica/levelica/build/window/x11"
	"github.com/levelica/levelica/internal/guide"
)

// What a person does all day shall feel as if nothing had to happen: limits in milliseconds that
// nineteen in twenty of the times keep.
const (
	openingLimit = 50
	ratingLimit  = 30
)

// ratings is how many keys are pressed in each window.
const ratings = 20

// measureUse times, in the real window, how long it takes from the click on a guide until it is
// painted, and from the key that rates an item until the journal has it for good.
func measureUse(ctx context.Context, s settings) (section, error) {
	rounds := min(s.rounds, 7)
	sec := section{
		Title: "Opening a guide, rating an item",
		Method: fmt.Sprintf("In the real window, %d starts. A pointer moves over it, as before any press. Every guide is opened once after a start, by a click on its link: until a frame "+
			"with its title and its items is rendered. Then an item is rated %d times, by a key through the X server: from the key "+
			"until the row is shown as saved, which it is when the mark is on the disk.", rounds, ratings),
	}
	err := onPair(ctx, s, &sec, func(p *pair) error { return timeUse(ctx, p, rounds, &sec) })
	return sec, err
}

// timeUse does both in each of several windows.
func timeUse(ctx context.Context, p *pair, rounds int, sec *section) (err error) {
	hands, err := x11.Connect(ctx, p.display.Env())
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, hands.Close()) }()

	var openings, keys sample
	for round := range rounds {
		err := inWindow(ctx, p, func(ctx context.Context, page *inspector.Page, program *process) error {
			return use(ctx, page, program, hands, round, &openings, &keys)
		})
		if err != nil {
			return err
		}
	}
	sec.Figures = append(sec.Figures,
		within("opening a guide, click to painted, p95", "ms", openings.at(0.95), openings, openingLimit),
		within("rating an item, key to acknowledged, p95", "ms", keys.at(0.95), keys, ratingLimit),
	)
	sec.Notes = append(sec.Notes, fmt.Sprintf("Medians: %.1f ms of %d openings, %.1f ms of %d ratings.",
		openings.median(), len(openings), keys.median(), len(keys)))
	return nil
}

// inWindow starts our window, and does something in it when its page is there.
func inWindow(ctx context.Context, p *pair, do func(context.Context, *inspector.Page, *process) error) (err error) {
	address, err := inspector.FreeAddress(ctx)
	if err != nil {
		return err
	}
	ctx, cancel := context.WithTimeoutCause(ctx, 2*launchLimit, fmt.Errorf("not done within %v", 2*launchLimit))
	defer cancel()
	ctx, program, err := launch(ctx, p.display, p.ours, inspector.Variable+"="+address)
	if err != nil {
		return err
	}
	defer func() { err = program.end(err) }()
	page, err := inspector.Attach(ctx, address)
	if err != nil {
		return err
	}
	defer page.Close()

	// Any page: a window begins where the one before it was left.
	if err := page.Await(ctx, `!!document.querySelector('main h1')`); err != nil {
		return err
	}
	return do(ctx, page, program)
}

// windowOf returns a program's newest window.
func windowOf(hands *x11.Screen, program *process) (x11.Window, error) {
	windows, err := hands.Windows(program.cmd.Process.Pid)
	if err != nil {
		return 0, err
	}
	if len(windows) == 0 {
		return 0, errors.New("the window is not on the screen")
	}
	return windows[len(windows)-1], nil
}

// focusWindow gives the keyboard to a program's window.
func focusWindow(hands *x11.Screen, program *process) error {
	window, err := windowOf(hands, program)
	if err != nil {
		return err
	}
	return hands.Focus(window)
}

// approach moves the pointer over a program's window, as everybody's does before they press. What the
// next step needs comes at that.
func approach(hands *x11.Screen, program *process) error {
	window, err := windowOf(hands, program)
	if err != nil {
		return err
	}
	bounds, err := hands.Bounds(window)
	if err != nil {
		return err
	}
	middle := bounds.Min.Add(bounds.Size().Div(2))
	return errors.Join(hands.Point(middle), hands.Point(middle.Add(image.Pt(20, 10))))
}

// use opens each guide once and rates an item of the last one.
func use(ctx context.Context, page *inspector.Page, program *process, hands *x11.Screen, round int, openings, keys *sample) error {
	slugs, err := library.Slugs()
	if err != nil {
		return err
	}
	if err := approach(hands, program); err != nil {
		return err
	}
	for i := range slugs {
		// Another one comes first in each window: the first one pays for what is loaded once.
		took, err := openGuide(ctx, page, slugs[(i+round)%len(slugs)])
		if err != nil {
			return fmt.Errorf("open a guide: %w", err)
		}
		*openings = append(*openings, took)
	}
	if err := focusWindow(hands, program); err != nil {
		return err
	}
	if err := page.Await(ctx, focusItem); err != nil {
		return err
	}
	for range ratings {
		took, err := rate(ctx, page, hands)
		if err != nil {
			return fmt.Errorf("rate an item: %w", err)
		}
		*keys = append(*keys, took)
	}
	return nil
}

// settle gives the window time to finish what the last measurement left to do.
const settle = 300 * time.Millisecond

// clickLink clicks on a link and notes when a frame with what it leads to is rendered. It is false as
// long as there is no such link.
const clickLink = `(() => {
  const link = document.querySelector(%q)
  if (!link) return false
  const notes = window.benchmark = { began: 0, ended: 0 }
  const there = () => %s
  const observer = new MutationObserver(() => {
    if (!there()) return
    observer.disconnect()
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => { notes.ended = performance.now() }
      port2.postMessage(null)
    })
  })
  observer.observe(document, { childList: true, characterData: true, subtree: true })
  notes.began = performance.now()
  link.click()
  return true
})()`

// focusItem puts the focus on the box of the first item, and is true when the page has it.
const focusItem = `(() => {
  const box = document.querySelector('main li input[type=checkbox]')
  box?.focus()
  return document.hasFocus() && !!box && document.activeElement === box
})()`

// watchKey notes when the row of the focused box is no longer being saved.
const watchKey = `(() => {
  const row = document.activeElement.closest('li')
  const notes = window.benchmark = { began: 0, ended: 0 }
  new MutationObserver((records, observer) => {
    if (!records.some((record) => record.oldValue === 'true') || row.getAttribute('aria-busy') === 'true') return
    notes.ended = performance.timeOrigin + performance.now()
    observer.disconnect()
  }).observe(row, { attributeFilter: ['aria-busy'], attributeOldValue: true })
  return true
})()`

func openGuide(ctx context.Context, page *inspector.Page, slug string) (float64, error) {
	g, err := library.Outline(slug, guide.DefaultLanguage)
	if err != nil {
		return 0, err
	}
	if _, err := page.Evaluate(ctx, `location.hash = '#/guides'`); err != nil {
		return 0, err
	}
	if err := page.Await(ctx, fmt.Sprintf(`!!document.querySelector('main a[href="#/guides/%s"]')`, slug)); err != nil {
		return 0, err
	}
	time.Sleep(settle)
	return follow(ctx, page, `main a[href="#/guides/`+slug+`"]`,
		fmt.Sprintf(`document.querySelector('main h1')?.textContent.includes(%q) && document.querySelector('main li input[type=checkbox]')`, g.Title))
}

// follow clicks on a link, and returns how long it took until what it leads to was painted.
func follow(ctx context.Context, page *inspector.Page, link, there string) (float64, error) {
	if err := page.Await(ctx, fmt.Sprintf(clickLink, link, there)); err != nil {
		return 0, err
	}
	return took(ctx, page)
}

func rate(ctx context.Context, page *inspector.Page, hands *x11.Screen) (float64, error) {
	time.Sleep(settle)
	if err := page.Await(ctx, watchKey); err != nil {
		return 0, err
	}
	// By the clock here: the time that the page is told of a key is the X server's.
	began := time.Now()
	if err := hands.Press(x11.Space); err != nil {
		return 0, err
	}
	ended, err := took(ctx, page)
	return ended - float64(began.UnixMicro())/1000, err
}

// took waits for the notes of what is being measured, and returns how many milliseconds it took.
func took(ctx context.Context, page *inspector.Page) (float64, error) {
	n, err := noted(ctx, page)
	return n.Ended - n.Began, err
}

// notes are what a page notes of itself while something is measured in it.
type notes struct{ Began, Ended, Frames float64 }

func noted(ctx context.Context, page *inspector.Page) (n notes, err error) {
	err = inspector.Poll(ctx, 50*time.Millisecond, func() (bool, error) {
		answer, err := page.Evaluate(ctx, `JSON.stringify(window.benchmark)`)
		if err != nil {
			return false, err
		}
		return n.Ended > 0, json.Unmarshal([]byte(answer), &n)
	})
	return n, err
}
