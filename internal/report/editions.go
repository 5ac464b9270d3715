package report

import (
	"cmp"
	"fmt"
	"slices"
	"sort"
	"time"

	"github.com/levelica/levelica/internal/guide"
	"github.com/levelica/levelica/internal/locale"
	"github.com/levelica/levelica/internal/progress"
)

// A level over time means little where the guide became another one in that time. So a report that
// tells of a time also tells which editions began in it, and what that did to the level; and where it
// is asked for, item by item with the words before and now. CSV has a row for each item of the guide
// as it is, and so no place for one that the guide no longer has.

// Edition is what became of the answers when the guide got a new edition, see progress.Carriage.
type Edition struct {
	Date   Optional `json:"date"`
	From   int      `json:"from"`
	To     int      `json:"to"`
	Before int      `json:"before"` // level in the one
	After  int      `json:"after"`  // level in the other
	// Answers is how many were carried. Reworded, Moved and Archived count the items with an answer.
	Answers  int  `json:"answers"`
	Reworded int  `json:"reworded"`
	Moved    int  `json:"moved"`
	Archived int  `json:"archived"`
	Waiting  int  `json:"waiting"` // reworded items that wait for the person
	Undone   bool `json:"undone"`  // the person took it back
	// Items are those of these counts, where the report lists them.
	Items []EditionItem `json:"items"`
}

// EditionItem is what became of the answer to one item. The item may be one that the guide no longer has.
type EditionItem struct {
	Item    string   `json:"item"`
	Fate    string   `json:"fate"` // as progress.Fate
	Verdict string   `json:"verdict"`
	From    Spot     `json:"from"`
	To      *Spot    `json:"to"`        // null where the item is gone
	Was     Optional `json:"was"`       // null where nobody knows the words
	Is      Optional `json:"is"`        // of an item that is gone, the words of the one that took its place
	Instead Optional `json:"successor"` // that one's ID
	Waits   bool     `json:"waits"`
}

// Spot is a place in a guide.
type Spot struct {
	Level  int    `json:"level"`
	Strand string `json:"strand"` // a Strand's ID
}

// editions returns the changes of edition that a report tells of: those of its time, or all where it
// has none and lists them.
func editions(s Subject, o Options) []Edition {
	var told []Edition
	for _, c := range s.Carryings {
		at := time.UnixMilli(c.Receipt.At)
		if o.Since.IsZero() && !o.Editions || at.Before(o.Since) {
			continue
		}
		e := Edition{
			Date: day(at.In(o.At.Location())), From: c.From, To: c.To, Before: c.Before, After: c.After, Answers: c.Marks,
			Reworded: c.Count(progress.FateReworded), Moved: c.Count(progress.FateMoved), Archived: c.Count(progress.FateArchived),
			Waiting: len(c.Pending), Undone: c.Undone, Items: []EditionItem{},
		}
		for _, outcome := range c.Items {
			if o.Editions && outcome.Fate != progress.FateCarried && outcome.Stands() {
				e.Items = append(e.Items, editionItem(s.Guide, outcome, slices.Contains(c.Pending, outcome.Item)))
			}
		}
		sort.SliceStable(e.Items, func(i, j int) bool { return fateOrder(e.Items[i].Fate) < fateOrder(e.Items[j].Fate) })
		told = append(told, e)
	}
	return told
}

func fateOrder(fate string) int { return slices.Index(progress.Fates, progress.Fate(fate)) }

func editionItem(g *guide.Guide, o progress.Outcome, waits bool) EditionItem {
	in := func(texts map[string]string) Optional {
		return Optional(plain(cmp.Or(texts[g.Language], texts[guide.DefaultLanguage])))
	}
	i := EditionItem{
		Item: o.Item, Fate: string(o.Fate), Verdict: o.Verdict, From: Spot(o.From),
		Was: in(o.Was), Is: in(o.Is), Instead: Optional(o.Successor), Waits: waits,
	}
	if o.To.Level > 0 {
		to := Spot(o.To)
		i.To = &to
	}
	return i
}

// check fails for a change of edition that cannot be written out.
func (e *Edition) check() error {
	for _, item := range e.Items {
		if fateOrder(item.Fate) < 0 {
			return fmt.Errorf("%w: %s has the fate %q", ErrFrozen, item.Item, item.Fate)
		}
		if _, err := progress.ParseVerdict(item.Verdict); err != nil {
			return fmt.Errorf("%w: %s: %w", ErrFrozen, item.Item, err)
		}
	}
	return nil
}

// edition says what a new edition did to the answers.
func (d *Document) edition(g *Guide, e Edition) block {
	level := func(n int) string {
		if n == 0 {
			return d.words.Text("paper.starting")
		}
		return d.words.Text("paper.level.short", locale.Args{"level": n})
	}
	args := locale.Args{
		"from": e.From, "to": e.To, "date": d.date(e.Date), "before": level(e.Before), "after": level(e.After),
		"reworded": e.Reworded, "moved": e.Moved, "archived": e.Archived,
	}
	title, levels := "paper.editions.on", "paper.editions.same"
	if e.Date == "" {
		title = "paper.editions"
	}
	if e.Before != e.After {
		levels = "paper.editions.changed"
	}
	b := block{Title: d.words.Text(title, args), Lines: []string{
		d.words.Text(levels, args), d.words.Text("paper.editions.answers", locale.Args{"n": e.Answers}),
	}}
	if e.Reworded+e.Moved+e.Archived > 0 {
		b.Lines = append(b.Lines, d.words.Text("paper.editions.counts", args))
	}
	switch {
	case e.Undone:
		b.Lines = append(b.Lines, d.words.Text("paper.editions.undone"))
	case e.Waiting > 0:
		b.Lines = append(b.Lines, d.words.Text("paper.editions.waiting", locale.Args{"n": e.Waiting}))
	}
	for _, item := range e.Items {
		b.Rows = append(b.Rows, d.editionRow(g, item))
	}
	return b
}

func (d *Document) editionRow(g *Guide, item EditionItem) row {
	was := cmp.Or(string(item.Was), d.words.Text("edition.unknown"))
	verdict, _ := progress.ParseVerdict(item.Verdict)
	r := row{Done: verdict.Counts(), Unsaid: d.words.Text("paper.verdict." + item.Verdict), Meta: d.words.Text("paper.editions." + item.Fate)}
	if item.To == nil {
		r.Text = was
		if item.Is != "" {
			r.Notes = []string{d.words.Text("paper.editions.instead", locale.Args{"text": item.Is})}
		}
		return r
	}
	r.Text = cmp.Or(string(item.Is), was)
	if r.Text != was {
		r.Notes = append(r.Notes, d.words.Text("paper.editions.was", locale.Args{"text": was}))
	}
	if item.From != *item.To {
		r.Notes = append(r.Notes, d.words.Text("edition.moved", locale.Args{"from": d.spot(g, item.From), "to": d.spot(g, *item.To)}))
	}
	if item.Waits {
		r.Notes = append(r.Notes, d.words.Text("paper.editions.waits"))
	}
	return r
}

func (d *Document) spot(g *Guide, s Spot) string {
	name := s.Strand
	for _, strand := range g.Strands {
		if strand.ID == s.Strand {
			name = strand.Name
		}
	}
	return d.words.Text("edition.place", locale.Args{"level": s.Level, "strand": name})
}
