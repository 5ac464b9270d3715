package form

import (
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"html/template"
	"io"

	"github.com/levelica/levelica/internal/guide"
	"github.com/levelica/levelica/internal/locale"
)

//go:embed form.html.tmpl
var pageText string

//go:embed form.css
var style string

//go:embed form.js
var script string

// page is what the template shows.
type page struct {
	Form                            Form
	Language, Title, Heading, Intro string
	Private, NoScript, Name, Save   string
	Count, None, Sent, Policy       string
	Levels                          []pageLevel
	Choices                         []choice
	Style                           template.CSS
	Script                          template.JS
}

type pageLevel struct {
	Name  string
	Items []Item
}

type choice struct{ Value, Label string }

// WriteHTML writes the form as one page that works in any browser without a network: it loads
// nothing, and sends nothing. Its button saves the filled form as JSON.
func (f Form) WriteHTML(w io.Writer, g *guide.Guide, words *locale.Catalogue) error {
	t, err := template.New("form").Parse(pageText)
	if err != nil {
		return err
	}
	args := locale.Args{"guide": f.Title, "person": f.Person}
	heading := words.Text("form.heading", args)
	if f.Person == "" {
		heading = words.Text("form.heading.nobody", args)
	}
	p := page{
		Form: f, Language: words.Language, Title: words.Text("form.title", args), Heading: heading,
		Intro: words.Text("form.intro"), Private: words.Text("form.private"), NoScript: words.Text("form.noscript"),
		Name: words.Text("form.name"), Save: words.Text("form.save"), Count: words.Text("form.count"),
		None: words.Text("form.none"), Sent: words.Text("form.sent"), Policy: policy(),
		Choices: []choice{{"", words.Text("form.unseen")}},
		Style:   template.CSS(style), Script: template.JS(script), //nolint:gosec // both are files of this package
	}
	for _, verdict := range Verdicts() {
		p.Choices = append(p.Choices, choice{verdict.String(), words.Text("form.verdict." + verdict.String())})
	}
	for _, level := range g.Levels {
		shown := pageLevel{Name: words.Text("form.level", locale.Args{"level": level.Number, "title": level.Title})}
		for _, it := range f.Items {
			if it.Level == level.Number {
				shown.Items = append(shown.Items, it)
			}
		}
		p.Levels = append(p.Levels, shown)
	}
	return t.Execute(w, p)
}

// policy lets the page run its own script and nothing else.
func policy() string {
	sum := sha256.Sum256([]byte(script))
	return "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; script-src 'sha256-" +
		base64.StdEncoding.EncodeToString(sum[:]) + "'"
}
