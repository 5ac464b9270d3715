package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"time"

	"github.com/levelica/levelica/build/inspector"
	"github.com/levelica/levelica/internal/guide"
)

// habits are what people do between two starts of the program.
type habits struct {
	pair    *pair
	program string
	answers int // given in the window since the command line took the last back
	reopens int // items that were opened again
}

// answer gives an answer on Home, as a person does: the pointer moves to the first item to do next, and a
// click follows. It waits until the window has drawn Home anew for the next start.
func (h *habits) answer(ctx context.Context, page *inspector.Page) error {
	kept := filepath.Join(h.pair.data, "drawn.html")
	// What the start itself drew comes first: afterwards it could not be told from what the answer changed.
	var before []byte
	err := inspector.Poll(ctx, 50*time.Millisecond, func() (bool, error) {
		var err error
		before, err = os.ReadFile(kept)
		if errors.Is(err, fs.ErrNotExist) {
			return false, nil
		}
		return err == nil, err
	})
	if err != nil {
		return err
	}
	if err := page.Await(ctx, `(() => {
		const box = document.querySelector('main li input[type=checkbox]')
		box?.dispatchEvent(new MouseEvent('pointermove', { bubbles: true, movementX: 1 }))
		box?.click()
		return !!box
	})()`); err != nil {
		return fmt.Errorf("give an answer: %w", err)
	}
	h.answers++
	return inspector.Poll(ctx, 50*time.Millisecond, func() (bool, error) {
		now, err := os.ReadFile(kept)
		return err == nil && !bytes.Equal(before, now), err
	})
}

// recordMeanwhile takes answers on items back on the command line, while no window is open: as many as
// have been given in the window since. Fewer, and after some starts there is nothing more to be answered.
func (h *habits) recordMeanwhile(ctx context.Context) error {
	g, err := library.Guide(slug, guide.DefaultLanguage)
	if err != nil {
		return err
	}
	for ; h.answers > 0; h.answers-- {
		item := g.Levels[h.reopens/guide.ItemsPerLevel%len(g.Levels)].Items[h.reopens%guide.ItemsPerLevel]
		h.reopens++
		cmd := exec.CommandContext(ctx, h.program, "mark", slug, item.ID, "not-yet")
		cmd.Env = append(h.pair.display.Env(), h.pair.ours.env...)
		if said, err := cmd.CombinedOutput(); err != nil {
			return fmt.Errorf("levelica mark: %w: %s", err, said)
		}
	}
	return nil
}
