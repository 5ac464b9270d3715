// Package report makes documents from standings: where a person stands in one or more guides, what
// they rated and when, and what they do next. One Document holds all that a report says; Write
// renders it as PDF, HTML, Markdown, CSV or JSON, and Save puts it on the disk whole or not at all.
//
// PDF, HTML and Markdown are for people and show the items that the options ask for. CSV and JSON
// are for programs and always hold every item. The PDF draws from left to right in the faces of
// the fonts folder; what they lack, as the letters of right-to-left scripts, becomes "□", and the
// PDF says so. The HTML report holds every character and suits screen readers best.
package report

import (
	"encoding/json"
	"time"

	"github.com/levelica/levelica/internal/guide"
	"github.com/levelica/levelica/internal/locale"
	"github.com/levelica/levelica/internal/progress"
)

// The name and version of the JSON form, see report.schema.json. The version rises when a field
// is taken away or changes its meaning, not when one is added.
const (
	jsonFormat  = "levelica-report"
	jsonVersion = 1
)

// Subject is one guide with the present marks of the person, as progress.Present returns them.
type Subject struct {
	Guide *guide.Guide
	Marks map[string]progress.Mark // keyed by item ID
}

// Options say what a report shows. Items and Open choose the items that PDF, HTML and Markdown
// list by level; with neither, these formats show standings and next steps only.
type Options struct {
	Person string    // whose report it is; empty leaves the name out
	At     time.Time // when it is made; its location is the one that all days are given in
	Items  bool      // list the items that are done alone
	Open   bool      // list the items that are not, with their verdict if they have one
}

// Document is all that a report says, as plain data. Its JSON form is the JSON report.
type Document struct {
	Format   string   `json:"format"`
	Version  int      `json:"version"`
	Language string   `json:"language"` // of the report's own words
	Title    string   `json:"title"`
	Person   Optional `json:"person"`
	Date     Optional `json:"date"` // ISO day
	Notice   string   `json:"notice"`
	Rule     Rule     `json:"rule"`
	Guides   []Guide  `json:"guides"`

	made  time.Time
	shown Options
	words *locale.Catalogue
}

// Rule is how a level is computed.
type Rule struct {
	Needed      int    `json:"needed"`      // items done alone that reach a level
	NeededBelow int    `json:"neededBelow"` // and on every level below it
	Of          int    `json:"of"`          // items of a level
	Text        string `json:"text"`        // the same as a sentence
}

// Guide is where the person stands in one guide.
type Guide struct {
	Slug       string   `json:"guide"`
	Title      string   `json:"title"`
	Language   string   `json:"language"` // of the guide's words
	Edition    int      `json:"edition"`
	Level      int      `json:"level"`      // 1 to 7, or 0 for Starting out
	LevelTitle string   `json:"levelTitle"` // of Level
	Done       int      `json:"done"`       // items done alone
	Rated      int      `json:"rated"`      // items with a verdict
	Items      int      `json:"items"`
	Gaps       []string `json:"gaps"`      // items not done alone up to Level
	Target     int      `json:"target"`    // the level that is nearest, 0 at the top
	Missing    int      `json:"missing"`   // items missing to Target
	Next       []string `json:"next"`      // open items that lead to Target
	LooksDone  int      `json:"looksDone"` // a level that would count but for those below it, or 0
	Advice     string   `json:"advice"`    // what the guide says comes after Level
	Strands    []Strand `json:"strands"`
	Levels     []Level  `json:"levels"`
}

// Strand is a theme of a guide with its count.
type Strand struct {
	ID    string `json:"id"`
	Name  string `json:"name"`
	Done  int    `json:"done"`
	Items int    `json:"items"`
}

// Level is a level of a guide with all of its items.
type Level struct {
	Number  int    `json:"number"`
	Title   string `json:"title"`
	Done    int    `json:"done"`
	Reached bool   `json:"reached"`
	Items   []Item `json:"items"`
}

// Item is one statement with the person's verdict, if there is one.
type Item struct {
	ID      string   `json:"id"`
	Strand  string   `json:"strand"` // a Strand's ID
	Text    string   `json:"text"`
	Verdict Optional `json:"verdict"` // as progress.Verdict names it
	Date    Optional `json:"date"`    // ISO day of the verdict

	done bool // the verdict counts
}

// Optional is a text that may be missing. In JSON a missing one is null, so that nobody takes it
// for an answer.
type Optional string

// MarshalJSON writes the text, or null.
func (o Optional) MarshalJSON() ([]byte, error) {
	if o == "" {
		return []byte("null"), nil
	}
	return json.Marshal(string(o))
}

// New makes the document of a report. The subjects keep their order.
func New(subjects []Subject, o Options, words *locale.Catalogue) *Document {
	o.Person = clean(o.Person)
	d := &Document{
		Format:   jsonFormat,
		Version:  jsonVersion,
		Language: words.Language,
		Title:    words.Text("paper.title"),
		Person:   Optional(o.Person),
		Date:     day(o.At),
		Notice:   words.Text("paper.notice"),
		Rule:     Rule{Needed: progress.Needed, NeededBelow: progress.NeededBelow, Of: guide.ItemsPerLevel},
		Guides:   []Guide{},
		made:     o.At,
		shown:    o,
		words:    words,
	}
	d.Rule.Text = words.Text("paper.rule", locale.Args{
		"needed": d.Rule.Needed, "below": d.Rule.NeededBelow, "of": d.Rule.Of,
	})
	for _, s := range subjects {
		d.Guides = append(d.Guides, newGuide(s, o.At.Location(), words))
	}
	return d
}

func newGuide(s Subject, zone *time.Location, words *locale.Catalogue) Guide {
	// A verdict of a later Levelica would count as done; what this one does not know, it leaves out.
	marks := map[string]progress.Mark{}
	for item, m := range s.Marks {
		if m.Verdict.Valid() && m.Verdict != progress.Cleared {
			marks[item] = m
		}
	}
	standing := progress.Stand(s.Guide, marks)
	g := Guide{
		Slug: s.Guide.Slug, Title: plain(s.Guide.Title), Language: s.Guide.Language, Edition: s.Guide.Edition,
		Level: standing.Level, LevelTitle: words.Text("paper.starting"),
		Done: standing.Done, Rated: standing.Rated, Items: standing.Items,
		Gaps: list(standing.Gaps), Next: list(standing.Next),
		Target: standing.Target, Missing: standing.Missing, LooksDone: standing.LooksDone,
	}
	if level, ok := s.Guide.Level(standing.Level); ok {
		g.LevelTitle, g.Advice = plain(level.Title), plain(level.Next)
	}
	for _, strand := range standing.Strands {
		g.Strands = append(g.Strands, Strand{
			ID: strand.ID, Name: plain(s.Guide.StrandName(strand.ID)), Done: strand.Done, Items: strand.Items,
		})
	}
	for i, level := range s.Guide.Levels {
		l := Level{
			Number: level.Number, Title: plain(level.Title),
			Done: standing.Levels[i].Done, Reached: standing.Levels[i].Reached,
		}
		for _, item := range level.Items {
			l.Items = append(l.Items, newItem(item, marks, zone))
		}
		g.Levels = append(g.Levels, l)
	}
	return g
}

func newItem(item guide.Item, marks map[string]progress.Mark, zone *time.Location) Item {
	i := Item{ID: item.ID, Strand: item.Strand, Text: plain(item.Text)}
	if m, ok := marks[item.ID]; ok {
		i.Verdict = Optional(m.Verdict.String())
		i.Date = day(time.UnixMilli(m.At).In(zone))
		i.done = m.Verdict.Counts()
	}
	return i
}

// item returns the item with that ID and its level.
func (g *Guide) item(id string) (Item, Level) {
	for _, level := range g.Levels {
		for _, item := range level.Items {
			if item.ID == id {
				return item, level
			}
		}
	}
	return Item{}, Level{}
}

// day returns a time's ISO day, or nothing for a year that ISO 8601 cannot write in four digits: a
// clock that was set wrong does not make a report that other programs cannot read.
func day(t time.Time) Optional {
	if t.Year() < 1 || t.Year() > 9999 {
		return ""
	}
	return Optional(t.Format(time.DateOnly))
}

// list returns a slice that JSON writes as [] when it is empty.
func list(ids []string) []string {
	if ids == nil {
		return []string{}
	}
	return ids
}
