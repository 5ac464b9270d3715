package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"time"

	"github.com/levelica/levelica/build/inspector"
	"github.com/levelica/levelica/build/window/x11"
)

// A long life of marks, in the real window: how long its history takes, and whether what is found
// stands there as fast as one types.
const (
	lifeYears    = 10
	historyLimit = 100 // milliseconds
	searchLimit  = 1   // frames: what is found is in the next one after the stroke
)

// queries are what is typed, in keys that every keyboard has.
var queries = []string{"cloud storage", "data model", "encrypt"}

// measureLife times the history of a guide to the painted frame, and the search stroke by stroke.
func measureLife(ctx context.Context, s settings) (section, error) {
	rounds := min(s.rounds, 5)
	sec := section{
		Title: "Ten years of marks, in the window",
		Method: fmt.Sprintf("In the real window, %d starts, with a journal of %d marks of one person in %d years. A pointer moves over it. The history of every guide is "+
			"opened by a click on its tab: until a frame with the newest days is rendered. Then %d queries are typed into the search, by keys "+
			"through the X server: how many frames pass until one has other results, 1 being the next.", rounds, lifeMarks, lifeYears, len(queries)),
	}
	err := onPair(ctx, s, &sec, func(p *pair) error { return timeLife(ctx, p, rounds, &sec) })
	return sec, err
}

// timeLife does both in each of several windows, over a journal that it fills.
func timeLife(ctx context.Context, p *pair, rounds int, sec *section) (err error) {
	data := filepath.Join(p.folder, "life")
	if err := fillJournal(ctx, data, 1, lifeMarks, lifeYears); err != nil {
		return err
	}
	p.ours.args = []string{"--data", data}
	hands, err := x11.Connect(ctx, p.display.Env())
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, hands.Close()) }()

	var histories, frames, strokes sample
	for range rounds {
		err := inWindow(ctx, p, func(ctx context.Context, page *inspector.Page, program *process) error {
			if err := approach(hands, program); err != nil {
				return err
			}
			if err := openHistories(ctx, page, &histories); err != nil {
				return fmt.Errorf("open a history: %w", err)
			}
			if err := focusWindow(hands, program); err != nil {
				return err
			}
			return typeQueries(ctx, page, hands, &frames, &strokes)
		})
		if err != nil {
			return err
		}
	}
	sec.Figures = append(sec.Figures,
		within("history of a guide, click to painted, p95", "ms", histories.at(0.95), histories, historyLimit),
		within("search, frames from stroke to results, p95", "", frames.at(0.95), frames, searchLimit),
		within("search, stroke to painted, p95", "ms", strokes.at(0.95), strokes, 2*frame),
	)
	sec.Notes = append(sec.Notes, fmt.Sprintf("Medians: %.1f ms of %d histories, %.1f ms of %d strokes that changed what is listed. A stroke may come just "+
		"after a frame has begun, so that the next one is painted up to two frames later.", histories.median(), len(histories), strokes.median(), len(strokes)))
	return nil
}

// openHistories opens the history of each guide.
func openHistories(ctx context.Context, page *inspector.Page, histories *sample) error {
	slugs, err := library.Slugs()
	if err != nil {
		return err
	}
	for _, slug := range slugs {
		if _, err := openGuide(ctx, page, slug); err != nil {
			return err
		}
		time.Sleep(settle)
		took, err := follow(ctx, page, `main a[href="#/guides/`+slug+`/progress"]`, `document.querySelector('main #changes ~ ol li a')`)
		if err != nil {
			return err
		}
		*histories = append(*histories, took)
	}
	return nil
}

// watchStroke counts the frames from the next change of the field to the one that has other results.
// After ten the stroke changed nothing.
const watchStroke = `(() => {
  const dialog = document.querySelector('dialog[open]')
  const notes = window.benchmark = { began: 0, ended: 0, frames: 0 }
  dialog.addEventListener('input', () => {
    notes.began = performance.now()
    let changed = false
    let frames = 0
    const observer = new MutationObserver(() => { changed = true })
    observer.observe(dialog.querySelector('[role=listbox]') ?? dialog, { childList: true, characterData: true, subtree: true })
    const next = () => requestAnimationFrame(() => {
      frames++
      const seen = changed
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => {
        if (!seen && frames < 10) return next()
        observer.disconnect()
        notes.frames = seen ? frames : 0
        notes.ended = performance.now()
      }
      port2.postMessage(null)
    })
    next()
  }, { capture: true, once: true })
  return true
})()`

// typeQueries opens the search and types.
func typeQueries(ctx context.Context, page *inspector.Page, hands *x11.Screen, frames, strokes *sample) error {
	for _, query := range queries {
		if err := hands.Press(x11.Key('k'), x11.Ctrl); err != nil {
			return err
		}
		if err := page.Await(ctx, `document.activeElement?.matches('dialog[open] [role=combobox]')`); err != nil {
			return fmt.Errorf("open the search: %w", err)
		}
		time.Sleep(settle)
		for _, letter := range query {
			if err := page.Await(ctx, watchStroke); err != nil {
				return err
			}
			if err := hands.Press(x11.Key(letter)); err != nil {
				return err
			}
			n, err := noted(ctx, page)
			if err != nil {
				return fmt.Errorf("type %q of %q: %w", letter, query, err)
			}
			if n.Frames > 0 {
				*frames, *strokes = append(*frames, n.Frames), append(*strokes, n.Ended-n.Began)
			}
		}
		if err := hands.Press(x11.Escape); err != nil {
			return err
		}
		if err := page.Await(ctx, `!document.querySelector('dialog[open]')`); err != nil {
			return fmt.Errorf("close the search: %w", err)
		}
	}
	return nil
}
