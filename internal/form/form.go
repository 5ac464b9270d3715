// Package form makes the forms by which somebody else rates a person's items, and reads them when
// they come back. A form is blind: it holds the items, and nothing of what the person said of them.
// It is a page that works in any browser without a network, or plain JSON.
package form

import (
	"encoding/json"
	"fmt"
	"hash/fnv"
	"io"

	"github.com/levelica/levelica/internal/guide"
	"github.com/levelica/levelica/internal/progress"
)

// The name and version of the JSON form. The version rises when a field is taken away or changes
// its meaning.
const (
	jsonFormat  = "levelica-form"
	jsonVersion = 1
)

// Form is a form, empty or filled in.
type Form struct {
	Format   string   `json:"format"`
	Version  int      `json:"version"`
	ID       string   `json:"id"` // UUIDv7
	Guide    string   `json:"guide"`
	Title    string   `json:"title"` // of the guide
	Edition  int      `json:"edition"`
	Language string   `json:"language"`
	Person   string   `json:"person"` // whose items they are, or empty
	Items    []Item   `json:"items"`
	Rater    string   `json:"rater"`   // who rated, empty until then
	Answers  []Answer `json:"answers"` // empty until then
}

// Item is a statement to be rated.
type Item struct {
	ID     string `json:"id"`
	Level  int    `json:"level"`
	Strand string `json:"strand"` // its name
	Text   string `json:"text"`
	Digest string `json:"digest"` // of the English text
}

// Answer is a verdict on an item. The seal shows a file that was changed by hand; it keeps nobody
// from lying.
type Answer struct {
	Item    string `json:"item"`
	Verdict string `json:"verdict"`
	Seal    string `json:"seal"`
}

// New makes an empty form on a guide.
func New(g *guide.Guide, id, person string) Form {
	f := Form{
		Format: jsonFormat, Version: jsonVersion, ID: id, Guide: g.Slug, Title: g.Title, Edition: g.Edition,
		Language: g.Language, Person: person, Answers: []Answer{},
	}
	for _, level := range g.Levels {
		for _, it := range level.Items {
			f.Items = append(f.Items, Item{
				ID: it.ID, Level: level.Number, Strand: g.StrandName(it.Strand), Text: it.Text, Digest: it.Digest,
			})
		}
	}
	return f
}

// WriteJSON writes the form as JSON.
func (f Form) WriteJSON(w io.Writer) error {
	encoder := json.NewEncoder(w)
	encoder.SetIndent("", "  ")
	encoder.SetEscapeHTML(false)
	return encoder.Encode(f)
}

// Seal returns what an answer of a rater to the form with that ID is sealed with. The page computes
// the same (see form.js).
func Seal(id, rater, item, verdict string) string {
	h := fnv.New32a()
	_, _ = io.WriteString(h, id+"\n"+rater+"\n"+item+"\n"+verdict) // a hash takes everything
	return fmt.Sprintf("%08x", h.Sum32())
}

// Verdicts lists what can be answered, from low to high.
func Verdicts() []progress.Verdict {
	return []progress.Verdict{progress.NotYet, progress.WithHelp, progress.OnMyOwn, progress.CanTeach}
}
