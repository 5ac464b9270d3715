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
	"time"

	"github.com/levelica/levelica/internal/guide"
	"github.com/levelica/levelica/internal/locale"
	"github.com/levelica/levelica/internal/progress"
)

// The name and version of the JSON form. The version rises with every change of the form, and the
// schema of each version stays (schema/1.json and so on): a report that was kept is made again as it
// was, in the form of its day, and has to find the schema that it follows. Fields may join between
// two releases without a new version, but only a version that was never released.
const (
	jsonFormat  = "levelica-report"
	jsonVersion = 2
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
	// Others says what the person expected before rating, and how others see them.
	Others bool
	// Evidence lists the evidence of each item that is listed. What it says is a person's own
	// business, so it is in no form of the report without this, not even in JSON.
	Evidence bool
	// Since is where the time begins that the level over time is shown for; the zero time shows none.
	// Activity is how much was rated on each day of it.
	Since    time.Time
	Activity []progress.Day
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
	Since    Optional `json:"since"` // ISO day where the level over time begins
	Activity []Active `json:"activity"`
	Guides   []Guide  `json:"guides"`

	made   time.Time
	shown  Options
	words  *locale.Catalogue
	frozen []byte // the JSON form of a document that was made again, see Thaw
}

// Active is a day since Since on which items were rated.
type Active struct {
	Date  Optional `json:"date"`
	Marks int      `json:"marks"`
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
	// WithEvidence are the items done alone that have evidence, Evidenced the level that these alone
	// reach.
	WithEvidence int      `json:"withEvidence"`
	Evidenced    int      `json:"evidenced"`
	Trend        []Step   `json:"trend"` // the level at Since, and every change after it
	Strands      []Strand `json:"strands"`
	// What stands around the standing, where the report shows it.
	Remarks   []Remark   `json:"remarks"`
	Goal      *Goal      `json:"goal"`
	Stale     []Stale    `json:"stale"`
	Predicted *Predicted `json:"predicted"`
	Raters    []Rater    `json:"raters"`
	Levels    []Level    `json:"levels"`
}

// Step is a level that was reached or left on a day.
type Step struct {
	Date  Optional `json:"date"`
	Level int      `json:"level"`
}

// Strand is a theme of a guide with its count.
type Strand struct {
	ID           string `json:"id"`
	Name         string `json:"name"`
	Level        int    `json:"level"`     // by the level rule in small, see progress.ShapeOf
	Evidenced    int    `json:"evidenced"` // the same, of the items with evidence alone
	Done         int    `json:"done"`
	WithEvidence int    `json:"withEvidence"` // of Done
	Items        int    `json:"items"`
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
	// Pieces is how many pieces of evidence there are, Evidence what they say where that is shown.
	Pieces   int        `json:"pieces"`
	Evidence []Evidence `json:"evidence"`
}

// Evidence is one piece of evidence. Where a file lies is nobody else's business.
type Evidence struct {
	Kind    string   `json:"kind"` // as progress.EvidenceKind names it
	Text    Optional `json:"text"`
	URL     Optional `json:"url"`
	Name    Optional `json:"name"`   // of a file
	SHA256  Optional `json:"sha256"` // of its bytes
	Size    int64    `json:"size"`   // in bytes
	On      Optional `json:"on"`     // ISO day
	Witness Optional `json:"witness"`
}

// done reports whether the verdict counts.
func (i Item) done() bool {
	v, err := progress.ParseVerdict(string(i.Verdict))
	return err == nil && v.Counts()
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
