package report

import (
	"sort"
	"strings"
	"time"

	"github.com/levelica/levelica/internal/locale"
	"github.com/levelica/levelica/internal/progress"
)

// What stands around a standing: what does not fit together in the ratings, where the person wants to
// be, what asks for a fresh look, and how the person and others see the same guide. None of it counts.

// Remark is something in the ratings that does not fit together, see progress.Remark.
type Remark struct {
	Kind   string `json:"kind"`   // "empty-below", "more-above" or "scattered"
	Level  int    `json:"level"`  // the higher level
	Below  []int  `json:"below"`  // the levels below it that the remark is about
	Counts []int  `json:"counts"` // of "more-above": done on Level, and on the one of Below
}

// Goal is a level to be reached, and what the person's own pace says of it.
type Goal struct {
	Level   int      `json:"level"`
	By      Optional `json:"by"`      // ISO day
	Outlook string   `json:"outlook"` // "reached", "foreseeable", "far-away" or "unknown"
	Missing int      `json:"missing"` // items to the level
	Gained  int      `json:"gained"`  // items in the Days before the report
	Days    int      `json:"days"`
	From    Optional `json:"from"` // ISO days between which the level is reached at that pace
	To      Optional `json:"to"`
}

// Stale is an item that asks for a fresh look.
type Stale struct {
	Item string   `json:"item"`
	Last Optional `json:"last"` // ISO day of its last use or confirmation
}

// Predicted is the level that the person expected before rating.
type Predicted struct {
	Level int      `json:"level"`
	Date  Optional `json:"date"`
}

// Rater is how somebody else sees the person.
type Rater struct {
	Name   string      `json:"name"`
	Date   Optional    `json:"date"`
	Level  int         `json:"level"`  // by their verdicts alone
	Both   int         `json:"both"`   // items that both rated
	Same   int         `json:"same"`   // of those, with the same verdict
	Higher int         `json:"higher"` // of those, rated higher by the other one
	Items  []RatedItem `json:"items"`
}

// RatedItem is what a rater says of an item.
type RatedItem struct {
	Item    string `json:"item"`
	Verdict string `json:"verdict"`
}

var remarkKinds = map[progress.RemarkKind]string{
	progress.EmptyBelow: "empty-below", progress.MoreAbove: "more-above", progress.Scattered: "scattered",
}

var outlooks = map[progress.Outlook]string{
	progress.Reached: "reached", progress.Foreseeable: "foreseeable", progress.FarAway: "far-away", progress.CannotSayYet: "unknown",
}

// surround fills in what was asked for of all that.
func (g *Guide) surround(s Subject, marks map[string]progress.Mark, standing progress.Standing, o Options) {
	g.Remarks, g.Stale, g.Raters = []Remark{}, []Stale{}, []Rater{}
	if o.Strands {
		for _, r := range progress.Remarks(standing) {
			g.Remarks = append(g.Remarks, Remark{remarkKinds[r.Kind], r.Level, append([]int{}, r.Below...), append([]int{}, r.Counts...)})
		}
	}
	if o.Goal && s.Goal.Level > 0 {
		g.Goal = newGoal(s.Goal, s.Forecast)
	}
	zone := o.At.Location()
	if o.Stale {
		for _, aged := range progress.Age(s.Guide, marks, s.Evidence, o.At, o.Patience) {
			if aged.Stale {
				g.Stale = append(g.Stale, Stale{aged.Item, day(aged.Last.In(zone))})
			}
		}
	}
	g.Editions = editions(s, o)
	if !o.Others {
		return
	}
	if s.Predicted != nil {
		g.Predicted = &Predicted{s.Predicted.Level, day(time.UnixMilli(s.Predicted.At).In(zone))}
	}
	for name, theirs := range s.Raters {
		a := progress.Agree(s.Guide, marks, theirs)
		r := Rater{Name: clean(name), Level: a.Level, Both: a.Both, Same: a.Same, Higher: a.Higher, Items: []RatedItem{}}
		var last int64
		for _, c := range a.Items {
			r.Items = append(r.Items, RatedItem{c.Item, c.Other.String()})
			last = max(last, theirs[c.Item].At)
		}
		r.Date = day(time.UnixMilli(last).In(zone))
		g.Raters = append(g.Raters, r)
	}
	sort.Slice(g.Raters, func(i, j int) bool { return g.Raters[i].Name < g.Raters[j].Name })
}

func newGoal(goal progress.Goal, f progress.Forecast) *Goal {
	g := &Goal{
		Level: goal.Level, By: Optional(goal.By), Outlook: outlooks[f.Outlook], Missing: f.Missing, Gained: f.Gained, Days: f.Days,
	}
	if f.Outlook == progress.Foreseeable {
		g.From, g.To = day(f.From), day(f.To)
	}
	return g
}

// block is a part of a section: a heading, sentences, and items.
type block struct {
	Title string
	Lines []string
	Rows  []row
}

// around says what stands around a standing.
func (d *Document) around(g *Guide) []block {
	var blocks []block
	if len(g.Remarks) > 0 {
		b := block{Title: d.words.Text("paper.remarks")}
		for _, r := range g.Remarks {
			b.Lines = append(b.Lines, d.remark(r))
		}
		blocks = append(blocks, b)
	}
	if g.Goal != nil {
		blocks = append(blocks, d.goal(g))
	}
	if len(g.Stale) > 0 {
		b := block{Title: d.words.Text("paper.stale"), Lines: []string{d.words.Text("paper.stale.note", locale.Args{"n": len(g.Stale)})}}
		for _, s := range g.Stale {
			item, _ := g.item(s.Item)
			b.Rows = append(b.Rows, row{Done: item.done(), Text: item.Text, Meta: d.date(s.Last)})
		}
		blocks = append(blocks, b)
	}
	for _, e := range g.Editions {
		blocks = append(blocks, d.edition(g, e))
	}
	if p := g.Predicted; p != nil {
		blocks = append(blocks, block{Title: d.words.Text("paper.predicted.title"), Lines: []string{d.words.Text("paper.predicted", locale.Args{
			"date": d.date(p.Date), "expected": d.standingAt(g, p.Level), "now": d.standing(g),
		})}})
	}
	for _, r := range g.Raters {
		blocks = append(blocks, d.rater(g, r))
	}
	return blocks
}

func (d *Document) remark(r Remark) string {
	switch {
	case r.Kind == "empty-below":
		var below []string
		for _, level := range r.Below {
			below = append(below, d.words.Text("paper.level.short", locale.Args{"level": level}))
		}
		return d.words.Text("paper.remark.empty", locale.Args{"level": r.Level, "n": len(below), "below": strings.Join(below, ", ")})
	case r.Kind == "more-above" && len(r.Below) > 0 && len(r.Counts) > 1:
		return d.words.Text("paper.remark.more", locale.Args{"high": r.Counts[0], "level": r.Level, "low": r.Counts[1], "below": r.Below[0]})
	default:
		return d.words.Text("paper.remark.scattered")
	}
}

// goal says where the person wants to be, and what their pace says of it, and no more.
func (d *Document) goal(g *Guide) block {
	args := locale.Args{
		"standing": d.standingAt(g, g.Goal.Level), "by": d.date(g.Goal.By), "n": g.Goal.Missing, "days": g.Goal.Days,
		"gained": g.Goal.Gained, "from": d.date(g.Goal.From), "to": d.date(g.Goal.To),
	}
	aim, outlook := "paper.goal.level", "paper.goal.unknown"
	if g.Goal.By != "" {
		aim = "paper.goal.by"
	}
	switch g.Goal.Outlook {
	case "reached":
		outlook = "paper.goal.reached"
	case "far-away":
		outlook = "paper.goal.far"
	case "foreseeable":
		outlook = "paper.goal.between"
	}
	return block{Title: d.words.Text("paper.goal"), Lines: []string{d.words.Text(aim, args), d.words.Text(outlook, args)}}
}

// rater says how somebody else sees the person, with the items on which the two differ.
func (d *Document) rater(g *Guide, r Rater) block {
	b := block{Title: d.words.Text("paper.rater.title", locale.Args{"name": r.Name}), Lines: []string{
		d.words.Text("paper.rater", locale.Args{
			"n": len(r.Items), "date": d.date(r.Date), "both": r.Both, "same": r.Same, "higher": r.Higher,
			"lower": r.Both - r.Same - r.Higher, "standing": d.standingAt(g, r.Level),
		}),
	}}
	for _, rated := range r.Items {
		item, _ := g.item(rated.Item)
		if item.Verdict == "" || string(item.Verdict) == rated.Verdict {
			continue
		}
		b.Rows = append(b.Rows, row{Done: item.done(), Text: item.Text, Notes: []string{d.words.Text("paper.rater.differs", locale.Args{
			"own": d.verdict(item), "name": r.Name, "other": d.words.Text("paper.verdict." + rated.Verdict),
		})}})
	}
	return b
}
