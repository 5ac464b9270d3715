package app

import (
	"bufio"
	"slices"
	"strconv"

	"github.com/google/uuid"

	"github.com/levelica/levelica/internal/guide"
	"github.com/levelica/levelica/internal/locale"
	"github.com/levelica/levelica/internal/progress"
)

type suggestedCommand struct {
	Guide   string   `arg:"" help:"Slug of the guide."`
	Confirm []string `help:"Say that you do these items on your own; all stands for each that is suggested." placeholder:"ITEM" xor:"act"`
	Drop    bool     `help:"Take all suggestions away. Your answers stay." xor:"act"`
	JSON    bool     `help:"Write JSON, and ask nothing."`
}

// suggestedStatus is what the command says as JSON: what is suggested still.
type suggestedStatus struct {
	Guide     string   `json:"guide"`
	Suggested []string `json:"suggested"`
}

// Run lists what a placement or a new edition suggests, and asks which of it holds. A suggestion
// counts only once the person says so.
func (c suggestedCommand) Run(t *terminal) error {
	g, err := t.app.guides.Guide(c.Guide, t.words.Language)
	if err != nil {
		return aboutGuide(c.Guide, err)
	}
	waiting, err := t.app.suggested(t.ctx, g)
	if err != nil {
		return err
	}
	switch {
	case c.Drop:
		err = c.settle(t, g, waiting, dropped)
	case len(c.Confirm) == 1 && c.Confirm[0] == "all":
		err = c.settle(t, g, waiting, confirmed)
	case len(c.Confirm) > 0:
		for _, item := range c.Confirm {
			if !slices.Contains(waiting, item) {
				return newFault("not_suggested", "guide", g.Slug, "item", item)
			}
		}
		err = c.settle(t, g, c.Confirm, confirmed)
	case c.JSON:
	case len(waiting) == 0:
		t.print("%s", t.words.Text("command.suggested.none"))
	default:
		return c.ask(t, g, waiting)
	}
	if err != nil || !c.JSON {
		return err
	}
	if waiting, err = t.app.suggested(t.ctx, g); err != nil {
		return err
	}
	return t.json(suggestedStatus{g.Slug, list(waiting)})
}

// ask shows what is suggested, level by level, until the person has said what becomes of it.
func (c suggestedCommand) ask(t *terminal, g *guide.Guide, waiting []string) error {
	byLevel := map[int][]string{}
	for _, id := range waiting {
		item, _ := g.Item(id)
		byLevel[item.Level] = append(byLevel[item.Level], id)
	}
	for _, level := range g.Levels {
		if ids := byLevel[level.Number]; len(ids) > 0 {
			t.print("%s", t.words.Text("command.level", locale.Args{"number": level.Number, "title": level.Title}))
			t.items(g, ids)
		}
	}
	ask := &interview{terminal: *t, lines: bufio.NewScanner(t.in)}
	for len(waiting) > 0 {
		t.print("\n%s", t.words.Text("command.suggested.ask", locale.Args{"n": len(waiting)}))
		typed, more, err := ask.line()
		number, _ := strconv.Atoi(typed)
		switch {
		case err != nil || !more || typed == "" || typed == "q":
			return err
		case typed == "y":
			return c.settle(t, g, waiting, confirmed)
		case typed == "x":
			return c.settle(t, g, waiting, dropped)
		case len(byLevel[number]) > 0:
			if err := c.settle(t, g, byLevel[number], confirmed); err != nil {
				return err
			}
			waiting = slices.DeleteFunc(waiting, func(id string) bool { return slices.Contains(byLevel[number], id) })
			delete(byLevel, number)
		}
	}
	return nil
}

// settlement is what becomes of a suggestion: the mark that says so, and how the person is told of it.
type settlement struct {
	verdict   progress.Verdict
	suggested bool // it is the suggestion that is marked, and not the item
	said      string
}

var (
	confirmed = settlement{verdict: progress.OnMyOwn, said: "command.suggested.confirmed"}
	dropped   = settlement{verdict: progress.Cleared, suggested: true, said: "command.suggested.dropped"}
)

// settle confirms some suggestions or takes them away, all or none, and says what follows.
func (c suggestedCommand) settle(t *terminal, g *guide.Guide, items []string, as settlement) error {
	requests := make([]MarkRequest, 0, len(items))
	for _, item := range items {
		id, err := uuid.NewV7()
		if err != nil {
			return err
		}
		requests = append(requests, MarkRequest{ID: id.String(), Item: item, Verdict: as.verdict.String(), Suggested: as.suggested})
	}
	if err := t.app.record(t.ctx, g, requests); err != nil || c.JSON {
		return err
	}
	t.print("%s", t.words.Text(as.said, locale.Args{"n": len(items)}))
	g, present, err := t.app.progressIn(t.ctx, g.Slug)
	if err != nil {
		return err
	}
	t.print("%s", t.words.Text("command.marked.standing", locale.Args{"guide": g.Title, "standing": t.standing(g, progress.Stand(g, present))}))
	return nil
}
