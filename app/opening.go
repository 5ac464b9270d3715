package app

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"html"
	"net/http"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/levelica/levelica/internal/locale"
)

// The page comes with what it needs before its first line is drawn: the words, and how the person
// likes the program. So they are there when a script first runs, also where the journal cannot be
// opened, and no other language, theme or size flashes up before. What the first screen shows comes
// with it too, unless the journal is slow to open: then the window asks for it (/start.json), and
// hears what is the matter.

// OpeningView is what the page brings with it. It is not a bound method's: see serveOpening.
type OpeningView struct {
	Words    WordsView    `json:"words"`
	Settings SettingsView `json:"settings"`
	Aside    string       `json:"aside"` // where settings that could not be read were put, or ""
	// Languages are those that there are words in, English first.
	Languages []string `json:"languages"`
	// SystemLanguage is the one of them that is spoken where none was chosen.
	SystemLanguage string `json:"systemLanguage"`
	// Address is where the window opens, "" where it was left; Refused is the fault of a link that does
	// not lead anywhere, as JSON, or "".
	Address string `json:"address"`
	Refused string `json:"refused"`
}

// WordsView is the words of the window in one language. It is not a bound method's: see answers.
type WordsView struct {
	Language string          `json:"language"` // "ko"
	Texts    json.RawMessage `json:"texts"`    // each message by its key: a text, or a text for each plural form
	// MonthFirst says that a day is written with its month first, as the person's region does.
	MonthFirst bool `json:"monthFirst"`
}

func wordsView(words *locale.Catalogue) WordsView {
	return WordsView{Language: words.Language, Texts: words.Window(), MonthFirst: words.MonthFirst()}
}

// isOpening reports whether an address is that of the page.
func isOpening(address string) bool { return address == "/" || address == "/index.html" }

// serveOpening serves the page that the frontend's files have, with an OpeningView in it.
func (a *App) serveOpening(w http.ResponseWriter, r *http.Request, files http.Handler) {
	// Without these the files may answer that the page has not changed, and send nothing.
	r = r.Clone(r.Context())
	r.Header.Del("If-Modified-Since")
	r.Header.Del("If-None-Match")
	bare := bareResponse{header: http.Header{}, status: http.StatusOK}
	files.ServeHTTP(&bare, r)
	body := bare.body.Bytes()
	if bare.status == http.StatusOK {
		v, start := a.opening(), a.startAhead()
		a.drawing.Lock()
		a.bare = body
		a.drawing.Unlock()
		var drawn []byte
		if start != nil {
			drawn = a.drawn(v, *start)
		}
		styled, style := inStyle(r, body, files, v.Settings.TextSize)
		opened, err := open(styled, v, start, drawn)
		if err != nil {
			a.log.Error("open the page", "error", err)
		} else {
			body = opened
			admitInline(w.Header(), "style-src", style)
			if drawn != nil {
				admitInline(w.Header(), "script-src", []byte(afterPaint))
			}
		}
	}
	for name, values := range bare.header {
		w.Header()[name] = values
	}
	w.Header().Del("Last-Modified")
	if bare.status == http.StatusOK {
		w.Header().Set("Content-Type", asItIs)
	}
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("Content-Length", strconv.Itoa(len(body)))
	w.WriteHeader(bare.status)
	_, _ = w.Write(body)
}

// opening returns what the page brings with it.
func (a *App) opening() OpeningView {
	a.waiting.silence() // also where the page before this one listened
	return OpeningView{
		Address: a.waiting.bring(eventGo), Refused: a.waiting.bring(eventRefused),
		Words:    wordsView(a.words()),
		Settings: a.settings.get(a.places.config), Aside: a.settings.putAside(a.places.config),
		Languages: locale.Languages(), SystemLanguage: systemLanguage(),
	}
}

// startPatience is how long the page waits for the first screen's data, which is nearly always there
// before the page is asked for.
const startPatience = 100 * time.Millisecond

// readAhead reads what the first screen shows while the window is made.
func (a *App) readAhead() {
	ahead := make(chan StartView, 1)
	a.ahead = ahead
	go func() {
		defer close(ahead)
		// What failed fails again when the window asks, and is explained there.
		if v, err := a.start(); err == nil {
			ahead <- v
		}
	}()
}

// startAhead returns what was read ahead, or nil. The page that is opened first takes it: a page
// that is loaded again asks for what is true then.
func (a *App) startAhead() *StartView {
	if a.ahead == nil || a.opened.Swap(true) {
		return nil
	}
	select {
	case v, read := <-a.ahead:
		if read {
			return &v
		}
	case <-time.After(startPatience):
	}
	return nil
}

// open puts the language, the looks and all of the view into a page, what the first screen shows where
// it is known, and how it was drawn where it would be drawn the same.
func open(page []byte, v OpeningView, start *StartView, drawn []byte) ([]byte, error) {
	var elements bytes.Buffer
	if err := putElement(&elements, "opening", v); err != nil {
		return nil, err
	}
	if start != nil {
		if err := putElement(&elements, "start", start); err != nil {
			return nil, err
		}
	}
	elements.WriteString("</head>")
	root := `<html lang="` + html.EscapeString(v.Words.Language) + `" data-platform="` + platform + `"`
	// As the window's own code sets them when a setting changes.
	if v.Settings.Theme != usualSettings().Theme {
		root += ` data-theme="` + html.EscapeString(v.Settings.Theme) + `"`
	}
	if v.Settings.Theme == contrastTheme {
		root += ` data-contrast="more"`
	}
	if v.Settings.TextSize != usualTextSize {
		root += ` data-text-size="` + strconv.Itoa(v.Settings.TextSize) + `"`
	}
	if drawn != nil && v.Settings.LastScroll > 0 {
		root += ` data-scroll="` + strconv.Itoa(v.Settings.LastScroll) + `"`
	}
	page = bytes.Replace(page, []byte(`<html lang="en">`), []byte(root+">"), 1)
	page = bytes.Replace(page, []byte("<head>"), []byte("<head>"+wailsScripts), 1)
	page = bytes.Replace(page, []byte("</head>"), elements.Bytes(), 1)
	if drawn != nil {
		page = begunWith(page, drawn)
	}
	return page, nil
}

// asItIs is the kind of the page, written so that Wails sends it as it is. Whatever says "text/html" it
// parses, writes anew, and puts its two scripts in front of everything else, where the page waits for
// one after the other. Ours names them itself, to be fetched beside its own: see open.
const asItIs = "text/HTML; charset=utf-8"

// wailsScripts are what the page and Go speak through. They run before the page's own script, in this order.
const wailsScripts = `<script defer src="/wails/ipc.js"></script><script defer src="/wails/runtime.js"></script>`

// styleLink is how the page of a release names its style sheet.
var styleLink = regexp.MustCompile(`<link rel="stylesheet"[^>]* href="(/assets/[^"]+)">`)

// inStyle returns the page with its style sheet in it, and the sheet: nothing is drawn without it, and
// to ask for it takes the page as long as to read it. Where the files have none, the page stays as it is.
// The sheet is arranged for the size of the text, and says for which.
func inStyle(r *http.Request, body []byte, files http.Handler, size int) (styled, style []byte) {
	link := styleLink.FindSubmatch(body)
	if link == nil {
		return body, nil
	}
	r = r.Clone(r.Context())
	r.URL.Path = string(link[1])
	sheet := bareResponse{header: http.Header{}, status: http.StatusOK}
	files.ServeHTTP(&sheet, r)
	style = sheet.body.Bytes()
	if sheet.status != http.StatusOK || bytes.Contains(style, []byte("</")) {
		return body, nil
	}
	element := "<style>"
	if size != usualTextSize {
		style, element = arrangedFor(style, size), `<style data-size="`+strconv.Itoa(size)+`">`
	}
	return bytes.Replace(body, link[0], slices.Concat([]byte(element), style, []byte("</style>")), 1), style
}

// Of a style sheet, what a rule is asked under, and the lengths in that.
var (
	mediaQuery = regexp.MustCompile(`@media[^{]*`)
	pixels     = regexp.MustCompile(`\d+px`)
)

// arrangedFor returns a style sheet whose media queries follow a size of text, as the window's own code has
// them follow another that is chosen later (scale.svelte.ts).
func arrangedFor(style []byte, size int) []byte {
	return mediaQuery.ReplaceAllFunc(style, func(query []byte) []byte {
		return pixels.ReplaceAllFunc(query, func(length []byte) []byte {
			usual, err := strconv.Atoi(strings.TrimSuffix(string(length), "px"))
			if err != nil {
				return length
			}
			return append(strconv.AppendFloat(nil, float64(usual*size)/usualTextSize, 'f', -1, 64), "px"...)
		})
	})
}

// admitInline has the page's policy let in the one style sheet or script that stands in it, by its content.
func admitInline(header http.Header, kind string, content []byte) {
	if content == nil {
		return
	}
	sum := sha256.Sum256(content)
	own := kind + " 'self'"
	admitted := own + " 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
	header.Set(policyHeader, strings.Replace(header.Get(policyHeader), own, admitted, 1))
}

// putElement writes a value as JSON in an element that scripts read and nobody runs.
func putElement(w *bytes.Buffer, id string, value any) error {
	data, err := json.Marshal(value)
	if err != nil {
		return err
	}
	w.WriteString(`<script type="application/json" id="` + id + `">`)
	json.HTMLEscape(w, data) // no < is left, so that nothing in it can end the element
	w.WriteString(`</script>`)
	return nil
}

// bareResponse keeps an answer instead of sending it.
type bareResponse struct {
	header http.Header
	status int
	body   bytes.Buffer
}

// Header returns the headers of the answer.
func (b *bareResponse) Header() http.Header { return b.header }

// WriteHeader keeps the status.
func (b *bareResponse) WriteHeader(status int) { b.status = status }

// Write keeps a part of the body.
func (b *bareResponse) Write(part []byte) (int, error) { return b.body.Write(part) }
