// Package help holds the texts of the Help place: one Markdown file for each topic and language,
// and the licences of everything that the program brings along. It imports nothing of the project.
package help

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/microcosm-cc/bluemonday"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
)

// The topics that are read, in the order in which they are offered.
var topics = []string{"how", "level", "faq", "terms", "privacy", licencesTopic}

// ErrNotFound is returned for a topic that there is no text about.
var ErrNotFound = errors.New("no such topic")

// Topics lists the topics.
func Topics() []string { return slices.Clone(topics) }

// Page is a topic in one language.
type Page struct {
	Language string // of the text, English where there is none in the language that was asked for
	Title    string // plain
	HTML     string // what stands below the title, safe to show
}

// Read returns a topic in a language, or in English where it has no text in that language.
// It fails with ErrNotFound.
func Read(topic, language string) (Page, error) {
	if !slices.Contains(topics, topic) {
		return Page{}, fmt.Errorf("%w: %s", ErrNotFound, topic)
	}
	if !fs.ValidPath(language) || strings.Contains(language, "/") {
		language = "en"
	}
	source, err := fs.ReadFile(texts(), "texts/"+language+"/"+topic+".md")
	if errors.Is(err, fs.ErrNotExist) && language != "en" {
		return Read(topic, "en")
	}
	if err != nil {
		return Page{}, err
	}
	heading, body, _ := strings.Cut(string(source), "\n")
	page := Page{Language: language, Title: strings.TrimPrefix(heading, "# ")}
	page.HTML, err = render(body)
	if err == nil && topic == licencesTopic {
		var list string
		list, err = licenceList()
		page.HTML += list
	}
	return page, err
}

var markdown = sync.OnceValue(func() goldmark.Markdown { return goldmark.New(goldmark.WithExtensions(extension.Table)) })

// The texts are our own; the policy says what a text of Help may be all the same, because they are
// written by many hands and shown in the window that can reach the journal. Kept is its one function,
// as in the texts of guides.
var cleaned = sync.OnceValue(func() func(io.Reader) *bytes.Buffer {
	p := bluemonday.NewPolicy()
	p.AllowElements("h2", "h3", "p", "em", "strong", "ul", "ol", "li", "br", "code", "pre", "table", "thead", "tbody", "tr", "th", "td")
	p.AllowAttrs("href").Matching(regexp.MustCompile(`^(#/[a-z/-]+|https://[^\s]+)$`)).OnElements("a")
	p.AllowRelativeURLs(true)
	p.RequireParseableURLs(true)
	p.AllowURLSchemes("https")
	return p.SanitizeReader
})

func render(source string) (string, error) {
	var out bytes.Buffer
	if err := markdown().Convert([]byte(source), &out); err != nil {
		return "", err
	}
	return strings.TrimSpace(cleaned()(&out).String()), nil
}
