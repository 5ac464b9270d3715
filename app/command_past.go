package app

import (
	"strings"
	"time"

	"github.com/google/uuid"

	"github.com/levelica/levelica/internal/locale"
	"github.com/levelica/levelica/internal/progress"
)

// What lies behind and ahead: what changed, what asks for a fresh look, and where the person wants to be.

type goalCommand struct {
	Guide string `arg:"" help:"Slug of the guide."`
	Level int    `arg:"" optional:"" help:"The level to reach; without it the goal is shown."`
	By    string `help:"The day to reach it by, as 2027-03-31." placeholder:"DAY"`
	None  bool   `help:"Take the goal back."`
	JSON  bool   `help:"Write JSON."`
}

// Run sets a goal, or shows it with what the person's own pace says of it.
func (c goalCommand) Run(t *terminal) error {
	if c.Level != 0 || c.None {
		id, err := uuid.NewV7()
		if err != nil {
			return err
		}
		goal := progress.Goal{ID: id.String(), Guide: c.Guide, Level: c.Level, By: c.By}
		if c.None {
			goal.Level, goal.By = 0, ""
		}
		if err := t.app.setGoal(t.ctx, goal); err != nil {
			return err
		}
	}
	g, err := t.app.guides.Guide(c.Guide, t.words.Language)
	if err != nil {
		return aboutGuide(c.Guide, err)
	}
	in, err := t.app.insightIn(t.ctx, g)
	if err != nil {
		return err
	}
	v, err := t.app.goalView(t.ctx, in)
	if err != nil {
		return err
	}
	if c.JSON {
		return t.json(v)
	}
	t.print("%s", t.goal(v))
	return nil
}

// goal says what the goal is, and what the person's own pace says of it.
func (t *terminal) goal(v GoalView) string {
	said := t.words.Text("command.goal.none")
	if v.Level > 0 {
		said = t.words.Text("command.goal", locale.Args{"level": v.Level})
		if day, err := time.Parse(time.DateOnly, v.By); err == nil {
			said = t.words.Text("command.goal.by", locale.Args{"level": v.Level, "day": t.words.Date(day)})
		}
	}
	return strings.TrimSpace(said + " " + v.Line)
}

type changesCommand struct {
	Guide string `arg:"" help:"Slug of the guide."`
	Since string `help:"The first day, as 2026-10-01; a month ago without it." placeholder:"DAY"`
	Until string `help:"The last day; today without it." placeholder:"DAY"`
	JSON  bool   `help:"Write JSON."`
}

// Run shows what changed between two days.
func (c changesCommand) Run(t *terminal) error {
	since, until := c.Since, c.Until
	if since == "" {
		since = monthBefore(t.app.now()).Format(time.DateOnly)
	}
	if until == "" {
		until = t.app.now().Format(time.DateOnly)
	}
	v, err := t.app.changes(c.Guide + "." + since + "." + until)
	if err != nil {
		return err
	}
	if c.JSON {
		return t.json(v)
	}
	t.print("%s – %s: %s", v.From, v.To, v.Line)
	for _, note := range v.Notes {
		t.print("  %s", note)
	}
	for _, list := range []struct {
		title string
		items []ChangeItemView
	}{{"insights.changes.gained", v.Gained}, {"insights.changes.lost", v.Lost}, {"insights.changes.evidenced", v.Evidenced}} {
		if len(list.items) == 0 {
			continue
		}
		t.print("\n%s", t.words.Text(list.title, locale.Args{"n": len(list.items)}))
		for _, item := range list.items {
			t.print("  %s  %s", item.Item, item.Text)
		}
	}
	return nil
}

type freshCommand struct {
	JSON bool `help:"Write JSON."`
}

// Run lists what asks for a fresh look, the least fresh first.
func (c freshCommand) Run(t *terminal) error {
	v, err := t.app.fresh()
	if err != nil {
		return err
	}
	if c.JSON {
		return t.json(v)
	}
	if v.Stale == 0 {
		t.print("%s", v.None)
		return nil
	}
	t.print("%s", t.words.Text("fresh.lead"))
	for _, item := range v.Round {
		last, err := time.Parse(time.DateOnly, item.Last)
		if err != nil {
			return err
		}
		t.print("\n%s", item.Text)
		t.print("  %s · %s", t.words.Text("fresh.where", locale.Args{"title": item.Title, "level": item.Level, "strand": item.Strand}),
			t.words.Text("fresh.last", locale.Args{"date": t.words.Date(last)}))
		t.print("  levelica mark %s %s %s", item.Guide, item.Item, item.Verdict)
	}
	if more := v.Stale - len(v.Round); more > 0 {
		t.print("\n%s", t.words.Text("fresh.done.more", locale.Args{"n": more}))
	}
	return nil
}
