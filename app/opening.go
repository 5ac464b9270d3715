package app

import (
	"bytes"
	"encoding/json"
	"html"
	"net/http"
	"slices"
	"strconv"

	"github.com/levelica/levelica/internal/locale"
)

// The page comes with what it needs before its first line is drawn: its language and the words. So
// they are there when a script first runs, also where the journal cannot be opened, and there is
// no moment without them.

// WordsView is the words of the window in one language. It is not a bound method's: see answers.
type WordsView struct {
	Language string          `json:"language"` // "ko"
	Texts    json.RawMessage `json:"texts"`    // each message by its key: a text, or a text for each plural form
}

// wordsIn returns the words in a language that the catalogue has.
// Faults: language_unknown.
func wordsIn(language string) (WordsView, error) {
	if !slices.Contains(locale.Languages(), language) {
		return WordsView{}, newFault("language_unknown", "language", language)
	}
	return wordsView(locale.For(language)), nil
}

func wordsView(words *locale.Catalogue) WordsView {
	return WordsView{Language: words.Language, Texts: words.Window()}
}

// isOpening reports whether an address is that of the page.
func isOpening(address string) bool { return address == "/" || address == "/index.html" }

// serveOpening serves the page that the frontend's files have, with the words in it.
func (a *App) serveOpening(w http.ResponseWriter, r *http.Request, files http.Handler) {
	// Without these the files may answer that the page has not changed, and send nothing.
	r = r.Clone(r.Context())
	r.Header.Del("If-Modified-Since")
	r.Header.Del("If-None-Match")
	bare := bareResponse{header: http.Header{}, status: http.StatusOK}
	files.ServeHTTP(&bare, r)
	body := bare.body.Bytes()
	if bare.status == http.StatusOK {
		opened, err := opening(body, wordsView(a.words()))
		if err != nil {
			a.log.Error("put the words into the page", "error", err)
		} else {
			body = opened
		}
	}
	for name, values := range bare.header {
		w.Header()[name] = values
	}
	w.Header().Del("Last-Modified")
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("Content-Length", strconv.Itoa(len(body)))
	w.WriteHeader(bare.status)
	_, _ = w.Write(body)
}

// opening puts the language and the words into a page.
func opening(page []byte, words WordsView) ([]byte, error) {
	// JSON as Go writes it holds no <, so that nothing in it can end the element.
	data, err := json.Marshal(words)
	if err != nil {
		return nil, err
	}
	var element bytes.Buffer
	element.WriteString(`<script type="application/json" id="words">`)
	json.HTMLEscape(&element, data)
	element.WriteString(`</script></head>`)
	page = bytes.Replace(page, []byte(`<html lang="en">`), []byte(`<html lang="`+html.EscapeString(words.Language)+`">`), 1)
	return bytes.Replace(page, []byte("</head>"), element.Bytes(), 1), nil
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
