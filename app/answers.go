package app

import (
	"encoding/json"
	"io"
	"net/http"
	"path"
	"strings"

	"github.com/levelica/levelica/internal/report"
)

// What the window reads comes as files that Go makes when they are asked for, beside the scripts.
// The answer to a bound method waits until the window has nothing left to draw; a file does not,
// and the page can ask for it before its first script runs. What changes something is a bound
// method.
//
// To add one, add a line to answers, and a field to Answers for what it makes. That is sent as JSON,
// or as it is where it is a page. An error is sent as FormatFault writes it, with a status that is no
// success; the window reads both with file() of its bridge.

// fileAnswer is one file, or one family of files, that Go makes.
type fileAnswer struct {
	// path is the address. One * stands for the name of a file in a family: a slug, a language.
	path string
	// make makes the content. The name is whatever the window put in place of the *, and never
	// holds a slash; it names something that the program knows, and is no path.
	make func(a *App, name string) (any, error)
}

// page is content that is not JSON.
type page struct {
	kind string // its MIME type
	body []byte
}

var answers = []fileAnswer{
	{"/start.json", func(a *App, _ string) (any, error) { return a.start() }},
	{"/home.json", func(a *App, _ string) (any, error) { return a.home() }},
	{"/open.json", func(a *App, _ string) (any, error) { return a.openItems() }},
	{"/hurt.json", func(a *App, _ string) (any, error) { return a.hurt(a.context()) }},
	{"/details.json", func(a *App, _ string) (any, error) {
		return a.details(a.context()), nil
	}},
	{"/backups.json", func(a *App, _ string) (any, error) { return a.backups() }},
	{"/catalogue.json", func(a *App, _ string) (any, error) { return a.catalogue() }},
	{"/receipts/*.json", func(a *App, slug string) (any, error) { return a.receipts(a.context(), slug) }},
	{"/history/*.json", func(a *App, slug string) (any, error) { return a.guideHistory(slug) }},
	{"/guide/*.json", func(a *App, slug string) (any, error) { return a.openGuide(slug) }},
	{"/insights/*.json", func(a *App, name string) (any, error) { return a.insights(name) }},
	{"/changes/*.json", func(a *App, name string) (any, error) { return a.changes(name) }},
	{"/snapshots.json", func(a *App, _ string) (any, error) { return a.snapshots() }},
	{"/fresh.json", func(a *App, _ string) (any, error) { return a.fresh() }},
	{"/evidence/*.json", func(a *App, name string) (any, error) { return a.itemEvidence(name) }},
	{"/profiles.json", func(a *App, _ string) (any, error) { return a.profiles(a.context()) }},
	{"/words.json", func(a *App, _ string) (any, error) { return wordsView(a.words()), nil }},
	{"/sitting/*.json", func(a *App, slug string) (any, error) { return a.openSitting(slug) }},
	{"/second-look/*.json", func(a *App, slug string) (any, error) { return a.secondLook(slug) }},
	{"/search/*.json", func(a *App, language string) (any, error) { return a.searchable(language) }},
	{"/card/*.svg", func(a *App, name string) (any, error) { return a.cardFile(name, report.SVG) }},
	{"/card/*.png", func(a *App, name string) (any, error) { return a.cardFile(name, report.PNG) }},
	{"/help/*.json", func(_ *App, name string) (any, error) { return helpIn(name) }},
}

// Answers says what the files hold, each under the first name of its address. Nobody makes one:
// bindings are generated from it, so that TypeScript has the same views (see bound_bindings.go).
// Missing are the words, whose keys TypeScript takes from the messages themselves, and what is text.
type Answers struct {
	Start      StartView        `json:"start"`
	Home       HomeView         `json:"home"`
	Open       []HomeItemView   `json:"open"`
	Hurt       HurtView         `json:"hurt"`
	Backups    BackupsView      `json:"backups"`
	Catalogue  CatalogueView    `json:"catalogue"`
	Receipts   ReceiptsView     `json:"receipts"`
	History    GuideHistoryView `json:"history"`
	Guide      GuideView        `json:"guide"`
	Insights   InsightsView     `json:"insights"`
	Changes    ChangesView      `json:"changes"`
	Snapshots  []SnapshotView   `json:"snapshots"`
	Fresh      FreshView        `json:"fresh"`
	Evidence   []EvidenceView   `json:"evidence"`
	Profiles   ProfilesView     `json:"profiles"`
	Sitting    SittingView      `json:"sitting"`
	SecondLook SecondLookView   `json:"second-look"`
	Search     SearchView       `json:"search"`
	Help       HelpView         `json:"help"`
}

// findAnswer returns the answer at an address and the name in it.
func findAnswer(address string) (found fileAnswer, name string, ok bool) {
	for _, candidate := range answers {
		if matched, err := path.Match(candidate.path, address); err != nil || !matched {
			continue
		}
		before, after, _ := strings.Cut(candidate.path, "*")
		return candidate, strings.TrimSuffix(strings.TrimPrefix(address, before), after), true
	}
	return fileAnswer{}, "", false
}

// serveAnswer answers with what an answer makes, or with a fault and the status of one.
func (a *App) serveAnswer(w http.ResponseWriter, from fileAnswer, name string) {
	content, err := a.makeAnswer(from, name)
	kind, body := "application/json", []byte(nil)
	if p, ok := content.(page); err == nil && ok {
		kind, body = p.kind, p.body
	} else if err == nil {
		body, err = json.Marshal(content)
	}
	w.Header().Set("Cache-Control", "no-store")
	if err != nil {
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(http.StatusServiceUnavailable)
		_, _ = io.WriteString(w, FormatFault(err).(string))
		return
	}
	w.Header().Set("Content-Type", kind)
	if _, err := w.Write(body); err != nil {
		a.log.Error("answer", "path", from.path, "error", err)
	}
}

// makeAnswer catches the panic of an answer, as bound methods do, and turns its error into a fault.
func (a *App) makeAnswer(from fileAnswer, name string) (content any, err error) {
	defer a.recovered(&err)
	return from.make(a, name)
}

// start returns what the first screen shows.
func (a *App) start() (v StartView, err error) {
	defer a.recovered(&err) // of readAhead, which nothing else catches
	if v.Session, err = a.session(); err != nil {
		return StartView{}, err
	}
	marks, err := a.marks(a.context(), "")
	if err != nil {
		return StartView{}, err
	}
	if v.Catalogue, err = a.catalogueOf(a.context(), marks); err != nil {
		return StartView{}, err
	}
	v.Home, err = a.homeOf(v.Catalogue.Guides, marks)
	return v, err
}
