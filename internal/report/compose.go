package report

import (
	"slices"
	"time"

	"github.com/levelica/levelica/internal/chart"
	"github.com/levelica/levelica/internal/locale"
	"github.com/levelica/levelica/internal/progress"
)

// paper says in words what the document holds.
func (d *Document) paper() paper {
	p := paper{
		Language: d.Language,
		Brand:    d.words.Text("app.name"),
		Title:    d.Title,
		Person:   string(d.Person),
		Scope:    d.words.Text("paper.guides", locale.Args{"n": len(d.Guides)}),
		Date:     d.date(d.Date),
		Day:      string(d.Date),
		Own:      d.words.Text("paper.legend.own"),
		Open:     d.words.Text("paper.legend.open"),
		Strand:   d.words.Text("paper.column.strand"),
		Done:     d.words.Text("paper.column.done"),
		Next:     d.words.Text("paper.next"),
		Rule:     d.words.Text("paper.rule.title"),
		RuleText: d.Rule.Text,
		Notice:   d.Notice,
		Footer:   d.words.Text("paper.footer"),
		Page: func(page, pages int) string {
			return d.words.Text("paper.page", locale.Args{"page": page, "pages": pages})
		},
		Lacking: d.words.Text("paper.lacking"),
	}
	for i := range d.Guides {
		if d.Guides[i].WithEvidence > 0 {
			p.With, p.Shown = d.words.Text("paper.legend.with"), d.words.Text("paper.column.with")
		}
		p.Sections = append(p.Sections, d.section(&d.Guides[i]))
	}
	p.Radars = append(p.Radars, d.guides())
	for i := range d.Guides {
		p.Radars = append(p.Radars, d.strands(&d.Guides[i]))
	}
	p.Radars, p.Figures = figures(p.Radars...), figures(d.activity())
	return p
}

// figures returns those that there is something to draw of.
func figures(all ...*chart.Figure) []*chart.Figure {
	return slices.DeleteFunc(all, func(f *chart.Figure) bool { return f == nil })
}

func (d *Document) section(g *Guide) section {
	s := section{
		Title:       g.Title,
		Edition:     d.words.Text("paper.edition", locale.Args{"edition": g.Edition}),
		Summary:     d.words.Text("paper.summary", locale.Args{"standing": d.standing(g), "done": g.Done, "items": g.Items}),
		LadderTitle: d.words.Text("paper.ladder", locale.Args{"guide": g.Title, "standing": d.standing(g)}),
		RungTitle:   d.words.Text("paper.rungs", locale.Args{"guide": g.Title}),
		StrandTitle: d.words.Text("paper.strands", locale.Args{"guide": g.Title}),
		Steps:       d.steps(g),
		Advice:      g.Advice,
		ItemsTitle:  d.words.Text("paper.itemsOf", locale.Args{"guide": g.Title}),
	}
	if g.LooksDone > 0 {
		s.LooksDone = d.words.Text("paper.looksDone", locale.Args{"level": g.LooksDone, "below": d.Rule.NeededBelow})
	}
	if g.WithEvidence > 0 {
		s.Evidenced = d.words.Text("paper.evidenced", locale.Args{"n": g.WithEvidence, "standing": d.standingAt(g, g.Evidenced)})
	}
	s.Figures, s.Around = figures(d.trend(g)), d.around(g)
	for _, strand := range g.Strands {
		if !d.shown.Strands {
			break
		}
		row := strandRow{
			Name: strand.Name, Count: d.count(strand.Done, strand.Items), Done: strand.Done, Seen: strand.WithEvidence, Items: strand.Items,
		}
		if strand.WithEvidence > 0 {
			row.With = d.words.Text("paper.with", locale.Args{"n": strand.WithEvidence})
		}
		s.Strands = append(s.Strands, row)
	}
	if len(g.Gaps) > 0 {
		s.GapsTitle = d.words.Text("paper.gaps")
		s.GapsNote = d.words.Text("paper.gaps.note", locale.Args{"n": len(g.Gaps)})
	}
	for _, id := range g.Gaps {
		item, level := g.item(id)
		r := row{Text: item.Text, Unsaid: d.verdict(item)}
		r.Meta = d.words.Text("paper.level.short", locale.Args{"level": level.Number})
		s.Gaps = append(s.Gaps, r)
	}
	solid := true // every level so far has what a higher one needs
	for _, level := range g.Levels {
		r := rung{Reached: level.Reached}
		part := levelPart{Heading: d.level(level), Line: d.levelLine(level, solid)}
		for _, item := range level.Items {
			r.Cells = append(r.Cells, item.done())
			if item.done() && d.shown.Items || !item.done() && d.shown.Open {
				part.Rows = append(part.Rows, d.row(item))
			}
		}
		part.Rung = r
		s.Rungs = append(s.Rungs, r)
		s.RungNames = append(s.RungNames, d.words.Text("paper.rung", locale.Args{
			"level": d.level(level), "count": d.count(level.Done, len(level.Items)),
		}))
		if len(part.Rows) > 0 {
			s.Levels = append(s.Levels, part)
		}
		solid = solid && level.Done >= d.Rule.NeededBelow
	}
	return s
}

// row returns an item as a line: a tick and a date say "on my own"; every other verdict is written
// out, because no mark on paper would be understood without a key.
func (d *Document) row(item Item) row {
	r := row{Done: item.done(), Text: item.Text, Meta: d.date(item.Date)}
	for _, e := range item.Evidence {
		r.Notes = append(r.Notes, d.evidence(e))
	}
	verdict := d.verdict(item)
	switch {
	case item.Verdict == "", string(item.Verdict) == progress.OnMyOwn.String():
		r.Unsaid = verdict
	case r.Meta == "":
		r.Meta = verdict
	default:
		r.Meta = d.words.Text("paper.mark", locale.Args{"verdict": verdict, "date": r.Meta})
	}
	return r
}

// verdict returns an item's verdict in words.
func (d *Document) verdict(item Item) string {
	if item.Verdict == "" {
		return d.words.Text("paper.verdict.none")
	}
	return d.words.Text("paper.verdict." + string(item.Verdict))
}

// levelLine says how much of a level is done, and what is missing to reach it where that depends
// on this level alone.
func (d *Document) levelLine(level Level, solid bool) string {
	line := d.words.Text("paper.done", locale.Args{"done": level.Done, "items": len(level.Items)})
	missing := d.Rule.Needed - level.Done
	switch {
	case level.Reached:
		return line + " " + d.words.Text("paper.reached")
	case !solid:
		return line
	case missing > 0:
		return line + " " + d.words.Text("paper.more", locale.Args{"n": missing})
	}
	return line
}

// steps returns what leads to the target, one step for each level that lacks items.
func (d *Document) steps(g *Guide) []step {
	if g.Target == 0 {
		return []step{{Lead: d.words.Text("paper.next.top")}}
	}
	goal := locale.Args{"level": g.Target, "title": g.Levels[g.Target-1].Title}
	byLevel := map[int][]row{}
	var order []int
	for _, id := range g.Next {
		item, level := g.item(id)
		if byLevel[level.Number] == nil {
			order = append(order, level.Number)
		}
		byLevel[level.Number] = append(byLevel[level.Number], d.row(item))
	}
	if len(order) == 1 && order[0] == g.Target {
		lead := "paper.next.any"
		if g.Missing == len(g.Next) {
			lead = "paper.next.all"
		}
		return []step{{Lead: d.words.Text(lead, goal, locale.Args{"n": g.Missing}), Rows: byLevel[g.Target]}}
	}
	steps := []step{{Lead: d.words.Text("paper.next.goal", goal, locale.Args{"n": g.Missing})}}
	for _, number := range order {
		needed := d.Rule.NeededBelow
		if number == g.Target {
			needed = d.Rule.Needed
		}
		level := g.Levels[number-1]
		steps = append(steps, step{
			Lead: d.words.Text("paper.next.on", locale.Args{"n": needed - level.Done, "level": number, "title": level.Title}),
			Rows: byLevel[number],
		})
	}
	return steps
}

// standing names the level that the person has reached.
func (d *Document) standing(g *Guide) string { return d.standingAt(g, g.Level) }

// standingAt names a level of a guide.
func (d *Document) standingAt(g *Guide, level int) string {
	if level < 1 || level > len(g.Levels) {
		return d.words.Text("paper.starting")
	}
	return d.level(g.Levels[level-1])
}

func (d *Document) level(level Level) string {
	return d.words.Text("paper.level", locale.Args{"level": level.Number, "title": level.Title})
}

func (d *Document) count(done, items int) string {
	return d.words.Text("paper.count", locale.Args{"done": done, "items": items})
}

// date returns an ISO day as people of the language write it.
func (d *Document) date(iso Optional) string {
	t, err := time.Parse(time.DateOnly, string(iso))
	if err != nil {
		return "" // there is none
	}
	return d.words.Date(t)
}
