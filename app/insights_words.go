package app

import (
	"cmp"
	"strings"
	"time"

	"github.com/levelica/levelica/internal/guide"
	"github.com/levelica/levelica/internal/locale"
	"github.com/levelica/levelica/internal/progress"
	"github.com/levelica/levelica/internal/report"
)

// leastBelieved is how many answers there have to be before anything is said about the rest, and
// leastRefused how many of them say that something is not done alone: who only ticks what is true
// has said nothing of the other items, and every guess from ticks alone would be too high.
const leastBelieved, leastRefused = 5, 2

// likely is the share of the belief that a range of levels has to hold before it is named.
const likely = 0.90

// describe says where the person stands in the chosen guide.
func (in *insight) describe(v *InsightsView) {
	g := in.chosen
	present, pieces := in.of(g)
	s := progress.Stand(g, present)
	v.Level = in.standing(s.Level)
	with := progress.Evidenced(present, pieces)
	if s.Level < len(s.Levels) {
		v.Inside = in.words.Text("insight.inside", locale.Args{
			"percent": int(100*s.Levels[s.Level].Progress + 0.5), "level": s.Level + 1,
		})
	}
	if line := in.believed(present, s); line != "" {
		v.Lines = append(v.Lines, line)
	}
	for _, r := range progress.Remarks(s) {
		v.Lines = append(v.Lines, in.remark(r))
	}
	shape := progress.ShapeOf(g, present, s)
	for _, strand := range shape.Strong(2) {
		v.Strong = append(v.Strong, StrengthView{Strand: g.StrandName(strand.ID), Line: in.strong(strand, with)})
	}
	for _, strand := range shape.Weak(2) {
		var open []string
		for _, l := range strand.Open {
			open = append(open, in.words.Text("insight.open.on", locale.Args{"n": l.Count, "level": l.Level}))
		}
		v.Open = append(v.Open, StrengthView{Strand: g.StrandName(strand.ID), Line: strings.Join(open, ", ")})
	}
	for _, aged := range progress.Age(g, present, pieces, in.now, in.patience) {
		if aged.Stale {
			v.Stale++
		}
	}
}

// evidenced says how much of what is done alone has evidence, and where that alone would lead.
func (in *insight) evidenced(claimed, evidenced progress.Standing) string {
	args := locale.Args{"n": evidenced.Done, "done": claimed.Done, "standing": in.standing(evidenced.Level)}
	switch {
	case claimed.Done == 0:
		return ""
	case evidenced.Done == 0:
		return in.words.Text("insight.evidence.none", locale.Args{"n": claimed.Done})
	}
	return in.words.Text("insight.evidence", args)
}

// standing names a level of the chosen guide.
func (in *insight) standing(level int) string {
	if l, ok := in.chosen.Level(level); ok {
		return in.words.Text("insight.standing", locale.Args{"level": level, "title": l.Title})
	}
	return in.words.Text("insight.starting")
}

func (in *insight) level(level int) string { return levelIn(in.words, level) }

// levelIn names a level within a sentence. Nobody is told that they are at level 0.
func levelIn(words *locale.Catalogue, level int) string {
	if level == 0 {
		return words.Text("insight.level.starting")
	}
	return words.Text("insight.level.name", locale.Args{"level": level})
}

// strong says up to which level a strand is whole, and how much of that has evidence.
func (in *insight) strong(strand progress.StrandLevel, evidenced map[string]progress.Mark) string {
	items, with := 0, 0
	for _, l := range in.chosen.Levels[:strand.Whole] {
		for _, item := range l.Items {
			if item.Strand != strand.ID {
				continue
			}
			items++
			if _, ok := evidenced[item.ID]; ok {
				with++
			}
		}
	}
	key := "insight.strong.line"
	if with > 0 {
		key = "insight.strong.with"
	}
	return in.words.Text(key, locale.Args{"items": items, "level": strand.Whole, "with": with})
}

// shape says how the strands lie.
func (in *insight) shape(s progress.Shape) string {
	var names []string
	var levels []int
	for _, strand := range s.Strands {
		names, levels = append(names, in.chosen.StrandName(strand.ID)), append(levels, strand.Level)
	}
	return report.Shape(in.words, names, levels)
}

// believed says between which levels the full list would probably come out, while items are open.
func (in *insight) believed(present map[string]progress.Mark, s progress.Standing) string {
	if s.Rated < leastBelieved || s.Rated-s.Done < leastRefused || s.Rated == s.Items {
		return ""
	}
	var answers []progress.Answer
	for _, level := range in.chosen.Levels {
		for _, item := range level.Items {
			if m, rated := present[item.ID]; rated {
				answers = append(answers, progress.Answer{Item: item.ID, Reply: progress.Replied(m.Verdict)})
			}
		}
	}
	belief, err := progress.DefaultPlacer().Believe(in.chosen, answers)
	if err != nil {
		return "" // marks on items that the guide has are answers; there is nothing to say otherwise
	}
	low, high := belief.Range(likely)
	key := "insight.believed"
	if low == high {
		key = "insight.believed.one"
	}
	return in.words.Text(key, locale.Args{"rated": s.Rated, "items": s.Items, "low": in.level(low), "high": in.level(high)})
}

func (in *insight) remark(r progress.Remark) string {
	switch r.Kind {
	case progress.EmptyBelow:
		var below []string
		for _, level := range r.Below {
			below = append(below, in.level(level))
		}
		return in.words.Text("insight.remark.empty", locale.Args{"level": r.Level, "n": len(below), "below": strings.Join(below, ", ")})
	case progress.MoreAbove:
		return in.words.Text("insight.remark.more", locale.Args{
			"high": r.Counts[0], "level": r.Level, "low": r.Counts[1], "below": r.Below[0],
		})
	default:
		return in.words.Text("insight.remark.scattered")
	}
}

// changesView says what changed.
func (in *insight) changesView(c progress.Change, from, to time.Time) ChangesView {
	v := ChangesView{
		From: from.Format(time.DateOnly), To: to.Format(time.DateOnly),
		Gained: in.changed(c.Gained), Lost: in.changed(c.Lost), Evidenced: in.changed(c.Evidenced), Notes: []string{},
	}
	args := locale.Args{"from": in.standing(c.LevelFrom), "to": in.standing(c.LevelTo), "before": c.DoneFrom, "after": c.DoneTo}
	switch {
	case c.Nothing():
		v.Line = in.words.Text("insight.changed.nothing")
	case c.LevelFrom == c.LevelTo:
		v.Line = in.words.Text("insight.changed.same", args)
	default:
		v.Line = in.words.Text("insight.changed.level", args)
	}
	if c.EditionFrom != c.EditionTo {
		v.Notes = append(v.Notes, in.words.Text("insight.changed.edition", locale.Args{"from": c.EditionFrom, "to": c.EditionTo}))
	}
	for _, id := range c.Retired {
		if steps := in.chosen.Steps(id, c.EditionFrom); len(steps) > 0 {
			v.Notes = append(v.Notes, in.words.Text("insight.changed.retired", locale.Args{"text": cmp.Or(steps[0].Texts[in.words.Language], steps[0].Texts[guide.DefaultLanguage], id)}))
		}
	}
	for _, item := range in.changed(c.Reworded) {
		v.Notes = append(v.Notes, in.words.Text("insight.changed.reworded", locale.Args{"text": item.Text}))
	}
	for _, s := range c.Strands {
		v.Notes = append(v.Notes, in.words.Text("insight.changed.strand", locale.Args{
			"strand": in.chosen.StrandName(s.ID), "from": in.level(s.From), "to": in.level(s.To),
		}))
	}
	return v
}

func (in *insight) changed(ids []string) []ChangeItemView {
	views := []ChangeItemView{}
	for _, id := range ids {
		if item, ok := in.chosen.Item(id); ok {
			views = append(views, ChangeItemView{Item: id, Level: item.Level, Text: item.Text})
		}
	}
	return views
}
