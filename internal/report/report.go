// Package report makes documents from standings: where a person stands in one or more guides, what
// they rated and when, and what they do next. One Document holds all that a report says; Write
// renders it as PDF, HTML, Markdown, CSV, JSON, JSON Resume or an Open Badge, and Save puts it on the disk whole or not at all.
//
// PDF, HTML and Markdown are for people and show the items that the options ask for. CSV and JSON
// are for programs and always hold every item. The PDF draws from left to right in the faces of
// the fonts folder; what they lack, as the letters of right-to-left scripts, becomes "□", and the
// PDF says so. The HTML report holds every character and suits screen readers best.
package report

import (
	"time"

	"github.com/levelica/levelica/internal/guide"
	"github.com/levelica/levelica/internal/locale"
	"github.com/levelica/levelica/internal/progress"
)

// Subject is one guide with the present marks of the person, as progress.Present returns them.
type Subject struct {
	Guide *guide.Guide
	Marks map[string]progress.Mark // keyed by item ID
	// Evidence is what supports the marks, as progress.Pieces returns it. Without it the report
	// says nothing about evidence.
	Evidence map[string][]progress.Evidence
	// Trend is the level over time, as progress.History returns it, where the report shows it.
	Trend []progress.Step
	// Goal is where the person wants to be, with what Foresee says of it; level 0 is no goal.
	Goal     progress.Goal
	Forecast progress.Forecast
	// Predicted is the level that was expected before rating, nil where none was said.
	Predicted *progress.Prediction
	// Raters are what others say of the items, by name, as progress.Raters returns it.
	Raters map[string]map[string]progress.Mark
	// Carryings are what became of the marks in new editions, as progress.Carryings returns them.
	Carryings []progress.Carrying
}

// Options say what a report shows. Items and Open choose the items that PDF, HTML and Markdown
// list by level; with neither, these formats show standings and next steps only.
type Options struct {
	Person string    // whose report it is; empty leaves the name out
	At     time.Time // when it is made; its location is the one that all days are given in
	Items  bool      // list the items that are done alone
	Open   bool      // list the items that are not, with their verdict if they have one
	// Strands draws the strands of each guide, and says what does not fit together in the ratings.
	Strands bool
	Goal    bool // say where the person wants to be, and what their pace says of it
	Stale   bool // list what asks for a fresh look
	// Patience is after how long something does.
	Patience progress.Patience
	// Others says what the person expected before rating, and how others see them.
	Others bool
	// Editions says what became of the answers to each item in a new edition of its guide, with the
	// words before and now. What a new edition did as a whole is said wherever a time is shown.
	Editions bool
	// Evidence lists the evidence of each item that is listed. What it says is a person's own
	// business, so it is in no form of the report without this, not even in JSON.
	Evidence bool
	// Since is where the time begins that the level over time is shown for; the zero time shows none.
	// Activity is how much was rated on each day of it.
	Since    time.Time
	Activity []progress.Day
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
		Activity: []Active{},
		Guides:   []Guide{},
		made:     o.At,
		shown:    o,
		words:    words,
	}
	d.Rule.Text = words.Text("paper.rule", locale.Args{
		"needed": d.Rule.Needed, "below": d.Rule.NeededBelow, "of": d.Rule.Of,
	})
	if !o.Since.IsZero() {
		d.Since = day(o.Since)
		for _, a := range o.Activity {
			if a.Marks > 0 {
				d.Activity = append(d.Activity, Active{day(a.Date), a.Marks})
			}
		}
	}
	for _, s := range subjects {
		d.Guides = append(d.Guides, newGuide(s, o, words))
	}
	return d
}

func newGuide(s Subject, o Options, words *locale.Catalogue) Guide {
	// A verdict of a later Levelica would count as done; what this one does not know, it leaves out.
	marks := map[string]progress.Mark{}
	for item, m := range s.Marks {
		if m.Verdict.Valid() && m.Verdict != progress.Cleared {
			marks[item] = m
		}
	}
	standing := progress.Stand(s.Guide, marks)
	with := progress.Evidenced(marks, s.Evidence)
	evidenced := progress.Stand(s.Guide, with)
	g := Guide{
		WithEvidence: len(with), Evidenced: evidenced.Level, Trend: trend(s.Trend, o),
		Slug: s.Guide.Slug, Title: plain(s.Guide.Title), Language: s.Guide.Language, Edition: s.Guide.Edition,
		Level: standing.Level, LevelTitle: words.Text("paper.starting"),
		Done: standing.Done, Rated: standing.Rated, Items: standing.Items,
		Gaps: list(standing.Gaps), Next: list(standing.Next),
		Target: standing.Target, Missing: standing.Missing, LooksDone: standing.LooksDone,
	}
	if level, ok := s.Guide.Level(standing.Level); ok {
		g.LevelTitle, g.Advice = plain(level.Title), plain(level.Next)
	}
	shown := progress.ShapeOf(s.Guide, with, evidenced)
	for i, strand := range progress.ShapeOf(s.Guide, marks, standing).Strands {
		g.Strands = append(g.Strands, Strand{
			ID: strand.ID, Name: plain(s.Guide.StrandName(strand.ID)), Level: strand.Level, Evidenced: shown.Strands[i].Level,
			Done: strand.Done, WithEvidence: evidenced.Strands[i].Done, Items: strand.Items,
		})
	}
	for i, level := range s.Guide.Levels {
		l := Level{
			Number: level.Number, Title: plain(level.Title),
			Done: standing.Levels[i].Done, Reached: standing.Levels[i].Reached,
		}
		for _, item := range level.Items {
			l.Items = append(l.Items, newItem(item, marks, s.Evidence[item.ID], o))
		}
		g.Levels = append(g.Levels, l)
	}
	g.surround(s, marks, standing, o)
	return g
}

// trend returns the level at the beginning of the time that is shown, and every change in it.
func trend(steps []progress.Step, o Options) []Step {
	shown := []Step{}
	if o.Since.IsZero() {
		return shown
	}
	zone := o.At.Location()
	level, known := 0, false
	for _, s := range steps {
		if s.At.Before(o.Since) {
			level, known = s.Level, true
			continue
		}
		if known && len(shown) == 0 {
			shown = append(shown, Step{day(o.Since), level})
		}
		shown = append(shown, Step{day(s.At.In(zone)), s.Level})
	}
	if known && len(shown) == 0 {
		shown = append(shown, Step{day(o.Since), level})
	}
	return shown
}

func newItem(item guide.Item, marks map[string]progress.Mark, pieces []progress.Evidence, o Options) Item {
	i := Item{ID: item.ID, Strand: item.Strand, Text: plain(item.Text), Pieces: len(pieces), Evidence: []Evidence{}}
	if o.Evidence {
		for _, e := range pieces {
			i.Evidence = append(i.Evidence, Evidence{
				Kind: string(e.Kind), Text: Optional(clean(e.Text)), URL: Optional(clean(e.URL)), Name: Optional(clean(e.Name)),
				SHA256: Optional(e.SHA256), Size: e.Size, On: Optional(e.On), Witness: Optional(clean(e.Witness)),
			})
		}
	}
	if m, ok := marks[item.ID]; ok {
		i.Verdict = Optional(m.Verdict.String())
		i.Date = day(time.UnixMilli(m.At).In(o.At.Location()))
	}
	return i
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
