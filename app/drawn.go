package app

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/wailsapp/wails/v2/pkg/runtime"
	"golang.org/x/net/html"

	"github.com/levelica/levelica/internal/locale"
)

// The window begins with the first screen as it was last drawn, wherever it would be built in the same way:
// then it is on the screen before its script is read. What it says is filled in (filled.go). The drawing is the
// window's own, so that there is one source of what Home looks like. The window makes it anew whenever
// something has changed, wherever the person is (drawing.svelte.ts). It lies beside the journal, because
// it says as much of a person, and goes with a person who is erased.

const drawnName = "drawn.html"

func (a *App) drawnFile() string { return filepath.Join(a.dataDir, drawnName) }

// drawnUnfinished is where the drawing is while it is written. A program that is killed meanwhile leaves it.
func (a *App) drawnUnfinished() string { return a.drawnFile() + ".new" }

// KeepDrawn keeps how the window has drawn Home. start is what it was drawn from; where the journal
// has changed since, nothing is kept.
// Faults: disk_full, and those of openJournal.
func (a *App) KeepDrawn(start StartView, markup string) (err error) {
	defer a.recovered(&err)
	// Held from reading to writing, so that nobody who is erased meanwhile is written down again.
	a.drawing.Lock()
	defer a.drawing.Unlock()
	now, err := a.start()
	if err != nil {
		return err
	}
	width := a.remembered().Width
	if a.window.Load() != nil {
		width, _ = runtime.WindowGetSize(a.context())
	}
	key, err := a.drawnFrom(now, width)
	if err != nil {
		return err
	}
	switch claimed, err := a.drawnFrom(start, width); {
	case err != nil:
		return err
	case claimed != key:
		return nil
	}
	if err := checkMarkup(markup); err != nil {
		a.log.Warn("the first screen is not kept", "error", err)
		return nil
	}
	// What Go cannot follow fits only what it was drawn from.
	if filled, err := filledIn(a.words(), []byte(markup), start); err == nil && string(filled) == markup {
		if key, err = a.drawnFrom(unfilled(now), width); err != nil {
			return err
		}
	} else {
		a.log.Warn("the first screen could not be filled in", "error", err)
	}
	file := []byte(sealed(key, []byte(markup)) + "\n" + markup)
	if kept, err := os.ReadFile(a.drawnFile()); err == nil && bytes.Equal(kept, file) {
		return nil
	}
	// Nothing is lost with it, so that no disk is waited for: the seal tells half a file from a whole one.
	if err := os.WriteFile(a.drawnUnfinished(), file, 0o600); err != nil {
		return errors.Join(err, os.Remove(a.drawnUnfinished()))
	}
	return os.Rename(a.drawnUnfinished(), a.drawnFile())
}

// sealed returns the seal of a drawing: a digest of what it was drawn from and of itself.
func sealed(from string, markup []byte) string {
	sum := sha256.Sum256(append([]byte(from), markup...))
	return hex.EncodeToString(sum[:])
}

// drawn returns the first screen as it was last drawn, or nothing where anything of it would be
// built in another way now. What is of no use is removed: the journal may have forgotten what it says.
func (a *App) drawn(v OpeningView, start StartView) []byte {
	if v.Address != "" || v.Refused != "" || v.Aside != "" ||
		v.Settings.LastPlace != "" && v.Settings.LastPlace != "#/home" {
		return nil
	}
	a.drawing.Lock()
	defer a.drawing.Unlock()
	file, err := os.ReadFile(a.drawnFile())
	if err != nil {
		return nil
	}
	seal, markup, _ := bytes.Cut(file, []byte("\n"))
	width := a.remembered().Width
	if from, err := a.drawnFrom(unfilled(start), width); err == nil && sealed(from, markup) == string(seal) {
		if filled, err := filledIn(a.words(), markup, start); err == nil {
			return dayShown(filled)
		}
	}
	if from, err := a.drawnFrom(start, width); err == nil && sealed(from, markup) == string(seal) {
		return markup
	}
	if err := os.Remove(a.drawnFile()); err != nil {
		a.log.Error("remove the first screen as it was", "error", err)
	}
	return nil
}

// forgetDrawn removes the first screen as it was last drawn.
func (a *App) forgetDrawn() error {
	a.drawing.Lock()
	defer a.drawing.Unlock()
	var errs []error
	for _, name := range []string{a.drawnFile(), a.drawnUnfinished()} {
		if err := os.Remove(name); !errors.Is(err, fs.ErrNotExist) {
			errs = append(errs, err)
		}
	}
	return errors.Join(errs...)
}

// drawnFrom returns a digest of all that the drawing of Home depends on, and of nothing else: what changes
// it costs a start its drawing. The day is not part of it: it is filled in, or what it changes is not shown
// before the script has written it. Nor are settings that Home does not show; the theme is the root's. The page
// names its script and its style sheet by their content.
func (a *App) drawnFrom(start StartView, width int) (string, error) {
	settings := a.settings.get(a.places.config)
	start.Home.Day = DayView{}
	data, err := json.Marshal([]any{
		string(a.bare), wordsView(a.words()), locale.Languages(), systemLanguage(), start,
		settings.SidebarFolded, settings.TextSize, arrangement(width, settings.TextSize),
	})
	if err != nil {
		return "", err
	}
	// To the window a list that was never made is an empty one.
	sum := sha256.Sum256(bytes.ReplaceAll(data, []byte("null"), []byte("[]")))
	return hex.EncodeToString(sum[:]), nil
}

// arranged are the widths, in pixels, up to which App.svelte puts the window together in another way.
// Within one of them the style sheet does the rest.
var arranged = []int{599, 899}

// arrangement returns which of its arrangements a window of a width has at a size of text: text of twice the
// size has that of a window half as wide.
func arrangement(width, size int) int {
	which, _ := slices.BinarySearch(arranged, (width*usualTextSize+size-1)/size)
	return which
}

// What the drawing may consist of. The policy of the page lets no script in it run; this keeps out
// what could be drawn over the page, lead away from it or swallow what follows.
var (
	drawnElements = strings.Fields(`a article b button circle div em ellipse figure footer form g h1 h2 h3 header input kbd label li line
		main nav ol p path polygon polyline rect section small span strong svg text ul`)
	drawnAttributes = strings.Fields(`checked class cx cy d dir disabled fill for height href id lang name points r role rx ry
		shape-rendering stroke stroke-linecap stroke-linejoin stroke-width tabindex title transform type value viewbox width
		x x1 x2 y y1 y2`)
)

// checkMarkup refuses what the window's first screen does not consist of.
func checkMarkup(markup string) error {
	refused := func(what string) error { return errors.New("the drawing has what no first screen has: " + what) }
	var open []string
	read := 0
	for tokens := html.NewTokenizer(strings.NewReader(markup)); ; {
		kind := tokens.Next()
		if kind != html.ErrorToken {
			read += len(tokens.Raw())
		}
		switch kind {
		case html.ErrorToken:
			if !errors.Is(tokens.Err(), io.EOF) || len(open) > 0 || read < len(markup) {
				return refused("an element that does not end")
			}
			return nil
		case html.StartTagToken, html.SelfClosingTagToken:
			t := tokens.Token()
			if !slices.Contains(drawnElements, t.Data) {
				return refused(t.Data)
			}
			for _, attribute := range t.Attr {
				name := attribute.Key
				if !slices.Contains(drawnAttributes, name) && !strings.HasPrefix(name, "aria-") && !strings.HasPrefix(name, "data-") ||
					name == "href" && !strings.HasPrefix(attribute.Val, "#") {
					return refused(name)
				}
			}
			if kind == html.StartTagToken && t.Data != "input" {
				open = append(open, t.Data)
			}
		case html.EndTagToken:
			name := tokens.Token().Data
			if len(open) == 0 || open[len(open)-1] != name {
				return refused("an end of " + name)
			}
			open = open[:len(open)-1]
		case html.DoctypeToken:
			return refused("a document")
		}
	}
}
