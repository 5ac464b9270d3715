package app

import (
	"github.com/google/uuid"

	"github.com/levelica/levelica/internal/locale"
	"github.com/levelica/levelica/internal/progress"
)

type markCommand struct {
	Guide   string `arg:"" help:"Slug of the guide."`
	Item    string `arg:"" help:"ID of the item, as shown by: levelica show <guide>"`
	Verdict string `arg:"" help:"not-yet (0), with-help (1), on-my-own (2), can-teach (3) or clear."`
	JSON    bool   `help:"Write JSON."`
}

// Run rates an item.
func (c markCommand) Run(t *terminal) error {
	g, err := t.app.guides.Guide(c.Guide, t.words.Language)
	if err != nil {
		return aboutGuide(c.Guide, err)
	}
	id, err := uuid.NewV7()
	if err != nil {
		return err
	}
	verdict, err := progress.ParseVerdict(c.Verdict)
	if err != nil {
		return newFault("verdict_invalid", "verdict", c.Verdict)
	}
	if err := t.app.record(t.ctx, g, []MarkRequest{{ID: id.String(), Item: c.Item, Verdict: verdict.String()}}); err != nil {
		return err
	}
	g, present, err := t.app.progressIn(t.ctx, c.Guide)
	if err != nil {
		return err
	}
	if c.JSON {
		st, err := t.app.statusOf(t.ctx, g, present)
		if err != nil {
			return err
		}
		return t.json(st)
	}
	t.print("%s", t.words.Text("command.marked", locale.Args{"item": c.Item, "verdict": saidIn(t.words, verdict.String())}))
	t.print("%s", t.words.Text("command.marked.standing", locale.Args{"guide": g.Title, "standing": t.standing(g, progress.Stand(g, present))}))
	return nil
}
