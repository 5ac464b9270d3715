package app

import (
	"context"
	"slices"
	"strings"

	"github.com/levelica/levelica/internal/guide"
	"github.com/levelica/levelica/internal/locale"
	"github.com/levelica/levelica/internal/progress"
)

type statusCommand struct {
	Guide string `arg:"" optional:"" help:"Slug of the guide; all guides without it."`
	JSON  bool   `help:"Write JSON."`
}

type status struct {
	Guide      string        `json:"guide"`
	Title      string        `json:"title"`
	Edition    int           `json:"edition"`
	Level      int           `json:"level"`
	LevelTitle string        `json:"levelTitle"`
	Done       int           `json:"done"`
	Rated      int           `json:"rated"`
	Items      int           `json:"items"`
	Levels     []statusLevel `json:"levels"`
	Gaps       []string      `json:"gaps"`
	Target     int           `json:"target"`
	Missing    int           `json:"missing"`
	Next       []string      `json:"next"`
	LooksDone  int           `json:"looksDone"`
	OpenBelow  []int         `json:"openBelow"`
	// Evidenced is the level that the items with evidence alone reach.
	Evidenced int            `json:"evidenced"`
	Strands   []statusStrand `json:"strands"`
	Stale     []string       `json:"stale"`     // items that ask for a fresh look, the oldest first
	Suggested []string       `json:"suggested"` // items that a placement suggests and nobody has confirmed; they do not count
	Goal      *statusGoal    `json:"goal"`      // null where there is none
}

type statusGoal struct {
	Level int    `json:"level"`
	By    string `json:"by"` // ISO day, or ""
}

type statusStrand struct {
	ID    string `json:"id"`
	Level int    `json:"level"`
	Done  int    `json:"done"`
	Items int    `json:"items"`
}

type statusLevel struct {
	Number  int    `json:"number"`
	Title   string `json:"title"`
	Done    int    `json:"done"`
	Rated   int    `json:"rated"`
	Items   int    `json:"items"`
	Reached bool   `json:"reached"`
}

// statusOf returns where the person stands in a guide.
func (a *App) statusOf(ctx context.Context, g *guide.Guide, present map[string]progress.Mark) (status, error) {
	pieces, err := a.pieces(ctx, g.Slug)
	if err != nil {
		return status{}, err
	}
	suggested, err := a.suggested(ctx, g)
	if err != nil {
		return status{}, err
	}
	s := progress.Stand(g, present)
	st := status{
		Guide: g.Slug, Title: g.Title, Edition: g.Edition, Level: s.Level, Done: s.Done, Rated: s.Rated, Items: s.Items,
		Gaps: list(s.Gaps), Target: s.Target, Missing: s.Missing, Next: list(s.Next), LooksDone: s.LooksDone, OpenBelow: list(s.OpenBelow),
		Evidenced: progress.Stand(g, progress.Evidenced(present, pieces)).Level, Stale: []string{}, Suggested: list(suggested),
	}
	for _, strand := range progress.ShapeOf(g, present, s).Strands {
		st.Strands = append(st.Strands, statusStrand{ID: strand.ID, Level: strand.Level, Done: strand.Done, Items: strand.Items})
	}
	for _, aged := range progress.Age(g, present, pieces, a.now(), a.patience()) {
		if aged.Stale {
			st.Stale = append(st.Stale, aged.Item)
		}
	}
	j, err := a.openJournal(ctx)
	if err != nil {
		return status{}, err
	}
	goals, err := j.Goals(ctx)
	if err != nil {
		return status{}, err
	}
	if goal, ok := progress.PresentGoal(g.Slug, goals); ok {
		st.Goal = &statusGoal{Level: goal.Level, By: goal.By}
	}
	if level, ok := g.Level(s.Level); ok {
		st.LevelTitle = level.Title
	}
	for i, l := range s.Levels {
		st.Levels = append(st.Levels, statusLevel{
			Number: l.Number, Title: g.Levels[i].Title, Done: l.Done, Rated: l.Rated, Items: l.Items, Reached: l.Reached,
		})
	}
	return st, nil
}

// suggested returns the items that a placement suggests and nobody has answered since, in the order of
// the guide.
func (a *App) suggested(ctx context.Context, g *guide.Guide) ([]string, error) {
	marks, err := a.marks(ctx, g.Slug)
	if err != nil {
		return nil, err
	}
	stand := progress.Suggested(g.Slug, marks)
	var items []string
	for _, level := range g.Levels {
		for _, item := range level.Items {
			if _, stands := stand[item.ID]; stands {
				items = append(items, item.ID)
			}
		}
	}
	return items, nil
}

// Run shows the standing in one guide, or in all.
func (c statusCommand) Run(t *terminal) error {
	slugs := []string{c.Guide}
	if c.Guide == "" {
		all, err := t.app.guides.ByTitle(t.words.Language)
		if err != nil {
			return err
		}
		slugs = all
	}
	statuses := []status{}
	for i, slug := range slugs {
		g, present, err := t.app.progressIn(t.ctx, slug)
		if err != nil {
			return err
		}
		if c.JSON {
			st, err := t.app.statusOf(t.ctx, g, present)
			if err != nil {
				return err
			}
			statuses = append(statuses, st)
			continue
		}
		if i > 0 {
			t.print("")
		}
		suggested, err := t.app.suggested(t.ctx, g)
		if err != nil {
			return err
		}
		in, err := t.app.insightIn(t.ctx, g)
		if err != nil {
			return err
		}
		if err := t.status(g, present, suggested, in); err != nil {
			return err
		}
	}
	switch {
	case !c.JSON:
		return nil
	case c.Guide != "":
		return t.json(statuses[0])
	default:
		return t.json(statuses)
	}
}

// standing returns the level reached in words.
func (t *terminal) standing(g *guide.Guide, s progress.Standing) string {
	level, ok := g.Level(s.Level)
	if !ok {
		return t.words.Text("command.starting")
	}
	return t.words.Text("command.standing", locale.Args{"level": level.Number, "levels": len(g.Levels), "title": level.Title})
}

// level names a level within a sentence.
func (t *terminal) level(level int) string { return levelIn(t.words, level) }

// status prints the standing in one guide.
func (t *terminal) status(g *guide.Guide, present map[string]progress.Mark, suggested []string, in *insight) error {
	s := progress.Stand(g, present)
	t.print("%s %s: %s", g.Emoji, g.Title, t.standing(g, s))
	t.print("%s\n", t.words.Text("command.own", locale.Args{"done": s.Done, "items": s.Items, "rated": s.Rated}))
	t.ladder(g, s)
	if s.LooksDone > 0 {
		open := make([]string, len(s.OpenBelow))
		for i, n := range s.OpenBelow {
			open[i] = t.words.Text("command.looks.level", locale.Args{"level": n})
		}
		t.print("\n%s", t.words.Text("command.looks", locale.Args{
			"level": s.LooksDone, "n": len(open), "open": strings.Join(open, t.words.Text("command.and")),
		}))
	}
	if s.Rated > 0 {
		if err := t.beside(g, in, s); err != nil {
			return err
		}
	}
	if len(s.Gaps) > 0 {
		t.print("\n%s", t.words.Text("command.gaps", locale.Args{"n": len(s.Gaps)}))
		t.items(g, s.Gaps)
	}
	if len(suggested) > 0 {
		t.print("\n%s", t.words.Text("command.suggested", locale.Args{"n": len(suggested)}))
		t.items(g, suggested)
	}
	if s.Target == 0 {
		t.print("\n%s", t.words.Text("command.top"))
		return nil
	}
	t.print("\n%s", t.words.Text("command.next", locale.Args{"n": s.Missing, "target": s.Target}))
	t.items(g, progress.Smallest(g, present, s))
	return nil
}

// ladder prints the levels, the highest first.
func (t *terminal) ladder(g *guide.Guide, s progress.Standing) {
	width := 0
	for _, l := range g.Levels {
		width = max(width, columns(l.Title))
	}
	for i, l := range slices.Backward(s.Levels) {
		bar := strings.Repeat("■", l.Done) + strings.Repeat("·", l.Items-l.Done)
		title := g.Levels[i].Title + strings.Repeat(" ", width-columns(g.Levels[i].Title))
		line := t.words.Text("command.level", locale.Args{"number": l.Number, "title": title}) + "  " + bar + "  " +
			t.words.Text("command.level.done", locale.Args{"done": l.Done, "items": l.Items})
		if l.Reached {
			line += "  " + t.words.Text("command.reached")
		}
		t.print("%s", line)
	}
}

// beside prints what Insights says beside the level: evidence, strands, what does not fit together,
// the goal, and what asks for a fresh look.
func (t *terminal) beside(g *guide.Guide, in *insight, s progress.Standing) error {
	var v InsightsView
	in.describe(&v)
	c, err := t.app.calibration(t.ctx, g.Slug)
	if err != nil {
		return err
	}
	if line := expected(t.words, c, in.now.Location()); line != "" {
		v.Lines = append(v.Lines, line)
	}
	present, pieces := in.of(g)
	evidence := in.evidenced(s, progress.Stand(g, progress.Evidenced(present, pieces)))
	t.print("")
	for _, line := range slices.Concat([]string{evidence, v.Inside}, v.Lines) {
		if line != "" {
			t.print("%s", line)
		}
	}
	shape := progress.ShapeOf(g, present, s)
	t.print("\n%s", in.shape(shape))
	for _, strand := range shape.Strands {
		t.print("  %s: %s", g.StrandName(strand.ID), in.level(strand.Level))
	}
	goal, err := t.app.goalView(t.ctx, in)
	if err != nil {
		return err
	}
	if goal.Level > 0 {
		t.print("\n%s", t.goal(goal))
	}
	if v.Stale > 0 {
		t.print("\n%s", t.words.Text("command.stale", locale.Args{"n": v.Stale}))
	}
	return nil
}

func (t *terminal) items(g *guide.Guide, ids []string) {
	for _, id := range ids {
		if item, ok := g.Item(id); ok {
			t.print("  %s  %s", id, item.Text)
		}
	}
}
