package app

import (
	"errors"
	"net/url"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"

	"github.com/levelica/levelica/internal/guide"
	"github.com/levelica/levelica/internal/journal"
)

// Arrival is where a start of the program wants the window to be. It may be empty.
type Arrival struct {
	Link  string // levelica://guide/..., from anywhere: a page, a mail, another program
	Place string // the name of a place, from a menu of the desktop or the command line
	File  string // the path of an exported journal that somebody opened: what it would add is shown
}

// windowPlaces are the places that the window can be opened at.
var windowPlaces = []string{"home", "guides", "find", "insights", "fresh", "report", "settings", "help"}

// eventRefused tells the window that a link was not followed: the fault as JSON.
const eventRefused = "window:refused"

// maxLinkBytes is longer than any link that is one.
const maxLinkBytes = 200

var (
	linkScheme = regexp.MustCompile(`^(?i:levelica):`)
	linkForm   = regexp.MustCompile(`^(?i:levelica)://guide/([a-z0-9]+(?:-[a-z0-9]+)*)(?:/level/([1-9][0-9]?))?/?$`)
)

// isLink reports whether a text claims to be a link to the program, good or bad.
func isLink(text string) bool { return linkScheme.MatchString(text) }

// typedArrival reads what was typed after the program's name, or was put there by a double click: a
// link, or the path or the address of an exported journal. ok is false where it is neither.
func typedArrival(text string) (to Arrival, ok bool) {
	switch {
	case isLink(text):
		return Arrival{Link: text}, true
	case strings.HasPrefix(text, "file:"): // as some desktops hand over a file
		u, err := url.Parse(text)
		if err != nil || u.Host != "" && u.Host != "localhost" || !journal.IsArchive(u.Path) {
			return Arrival{}, false
		}
		return Arrival{File: filepath.FromSlash(u.Path)}, true
	case journal.IsArchive(text):
		// The window that shows it may be another program's, in another folder.
		path, err := filepath.Abs(text)
		return Arrival{File: path}, err == nil
	}
	return Arrival{}, false
}

// address returns the address in the window for an arrival, and "" for an empty one. Anybody can
// write a link, so it can do nothing but show a guide that is there; everything else is a fault. A
// file waits until the window asks for it, and is added only after the person has said so there.
func (a *App) address(to Arrival) (string, error) {
	if to.File != "" {
		if err := a.offerImport(to.File); err != nil {
			return "", err
		}
		return "#/settings/import", nil
	}
	if to.Link == "" {
		if to.Place == "" {
			return "", nil
		}
		for _, place := range windowPlaces {
			if place == to.Place {
				return "#/" + place, nil
			}
		}
		return "", newFault("place_unknown", "place", shown(to.Place))
	}
	if len(to.Link) > maxLinkBytes {
		return "", newFault("levelica_link_refused", "link", shown(to.Link))
	}
	found := linkForm.FindStringSubmatch(to.Link)
	if found == nil {
		return "", newFault("levelica_link_refused", "link", shown(to.Link))
	}
	slug, level := found[1], found[2]
	outline, err := a.guides.Outline(slug, a.words().Language)
	if errors.Is(err, guide.ErrNotFound) {
		return "", newFault("guide_not_found", "guide", slug)
	}
	if err != nil {
		return "", err
	}
	if level == "" {
		return "#/guides/" + slug, nil
	}
	if n, err := strconv.Atoi(level); err != nil || n > len(outline.Levels) {
		return "", newFault("level_not_found", "guide", slug, "level", level)
	}
	return "#/guides/" + slug + "/levels/" + level, nil
}

// shown returns the beginning of a text that somebody else wrote, fit to be shown to a person: on
// one line, without what a terminal would obey, and with an end.
func shown(text string) string {
	const most = 80
	text = strings.Map(func(r rune) rune {
		if !strconv.IsPrint(r) {
			return '\uFFFD'
		}
		return r
	}, strings.ToValidUTF8(text, "\uFFFD"))
	if runes := []rune(text); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return text
}

// arrive shows what somebody wants to see: at once where the page listens, and otherwise as the first
// thing that it shows.
func (a *App) arrive(to Arrival) {
	if to == (Arrival{}) {
		return
	}
	address, err := a.address(to)
	if err != nil {
		a.waiting.tell(eventRefused, FormatFault(a.explain(err)).(string))
		return
	}
	a.waiting.tell(eventGo, address)
}

// OpenedByFile returns what macOS calls with a file that was double-clicked.
func OpenedByFile(a *App) func(path string) {
	return func(path string) { a.arrive(Arrival{File: path}) }
}

// OpenedByLink returns what macOS calls with a link: it does not start the program again for one.
func OpenedByLink(a *App) func(link string) {
	return func(link string) { a.arrive(Arrival{Link: link}) }
}
