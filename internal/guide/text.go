package guide

import (
	"bytes"
	"html"
	"io"
	"regexp"
	"strings"
	"sync"

	"github.com/microcosm-cc/bluemonday"
	"github.com/yuin/goldmark"
)

// Texts may hold three kinds of link: #term-<id>, #ref-<id> and #level-<n>. Everything that shows
// a text either renders it with HTML or reads it with Plain.
var textLink = regexp.MustCompile(`\[([^\[\]]+)\]\(#(term|ref|level)-([a-z0-9-]+)\)`)

// A guide is somebody else's text: goldmark drops raw HTML, and the policy keeps only paragraphs,
// emphasis, lists and links inside the guide. Kept is the one function that is called: of a policy
// itself, as the type of a generic function, Go's linker would keep every method, and with those a
// reader of CSS.
var cleaned = sync.OnceValue(func() func(io.Reader) *bytes.Buffer {
	p := bluemonday.NewPolicy()
	p.AllowElements("p", "em", "strong", "ul", "ol", "li", "br")
	p.AllowAttrs("href").Matching(regexp.MustCompile(`^#(term|ref|level)-[a-z0-9-]+$`)).OnElements("a")
	p.AllowRelativeURLs(true)
	p.RequireParseableURLs(true)
	return p.SanitizeReader
})

// HTML renders one Markdown text of a guide to HTML that is safe to show: no scripts, no images,
// no address outside the guide.
func HTML(text string) string {
	var out bytes.Buffer
	if err := goldmark.Convert([]byte(text), &out); err != nil {
		// goldmark fails only when the writer does, and a buffer does not; escape, to be safe.
		return "<p>" + html.EscapeString(text) + "</p>"
	}
	return strings.TrimSpace(cleaned()(&out).String())
}

// Plain returns a text without its links' markup, for places that show plain words.
func Plain(text string) string {
	return textLink.ReplaceAllString(text, "$1")
}
