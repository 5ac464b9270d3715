package app

import (
	"fmt"
	"strings"

	"github.com/google/uuid"

	"github.com/levelica/levelica/internal/form"
	"github.com/levelica/levelica/internal/guide"
	"github.com/levelica/levelica/internal/locale"
	"github.com/levelica/levelica/internal/progress"
	"github.com/levelica/levelica/internal/report"
)

type raterCommand struct {
	Form raterFormCommand `cmd:"" help:"Save a blind form for somebody else to fill in: a page for any browser, or JSON."`
	Read raterReadCommand `cmd:"" help:"Read a form that was filled in. Nothing of yours is changed."`
	Show raterShowCommand `cmd:"" help:"Show how others see you, item by item."`
}

type raterFormCommand struct {
	Guide  string `arg:"" help:"Slug of the guide."`
	Output string `short:"o" help:"File to save to, ending in .html or .json; - is JSON to standard output." required:"" placeholder:"FILE"`
	Force  bool   `help:"Replace a file that exists."`
}

// Run saves a blind form.
func (c raterFormCommand) Run(t *terminal) error {
	f, err := t.app.makeForm(t.ctx, c.Guide)
	if err != nil {
		return err
	}
	if c.Output == "-" {
		return f.WriteJSON(t.out)
	}
	format := report.HTML
	if strings.HasSuffix(strings.ToLower(c.Output), report.JSON.Ext()) {
		format = report.JSON
	}
	if err := f.Save(c.Output, format, c.Force); err != nil {
		return savingFault(t.words, c.Output, err)
	}
	t.print("%s", t.words.Text("command.saved", locale.Args{"path": c.Output}))
	return nil
}

type raterReadCommand struct {
	Guide string `arg:"" help:"Slug of the guide."`
	File  string `arg:"" help:"The filled form, as its page saved it."`
}

// Run reads a filled form.
func (c raterReadCommand) Run(t *terminal) error {
	filled, err := t.app.readForm(t.ctx, c.Guide, c.File)
	if err != nil {
		return err
	}
	t.print("%s", t.words.Text("command.rater.read", locale.Args{"n": len(filled.Answers), "name": strings.TrimSpace(filled.Rater)}))
	return nil
}

type raterShowCommand struct {
	Guide string `arg:"" help:"Slug of the guide."`
	JSON  bool   `help:"Write JSON."`
}

// Run shows how others see the person, item by item.
func (c raterShowCommand) Run(t *terminal) error {
	v, err := t.app.calibration(t.ctx, c.Guide)
	if err != nil {
		return err
	}
	if c.JSON {
		return t.json(v)
	}
	if v.Predicted >= 0 {
		t.print("%s", expected(t.words, v, t.app.now().Location()))
	}
	if len(v.Raters) == 0 {
		t.print("%s", t.words.Text("command.rater.none"))
	}
	g, err := t.app.guides.Guide(c.Guide, t.words.Language)
	if err != nil {
		return aboutGuide(c.Guide, err)
	}
	width := 0
	for _, verdict := range append(form.Verdicts(), progress.Cleared) {
		width = max(width, columns(saidIn(t.words, verdict.String())))
	}
	for _, r := range v.Raters {
		t.print("%s", t.words.Text("command.rater.line", locale.Args{"name": r.Name, "n": r.Both, "same": r.Same, "higher": r.Higher, "lower": r.Both - r.Same - r.Higher, "level": t.level(r.Level)}))
		for _, item := range r.Items {
			sign := " "
			if item.Own != item.Other && item.Own != progress.Cleared.String() {
				sign = "≠"
			}
			own, other := saidIn(t.words, item.Own), saidIn(t.words, item.Other)
			about, _ := g.Item(item.Item)
			t.print("  %s %s  %s%s → %s  %s", sign, item.Item, strings.Repeat(" ", max(width-columns(own), 0)), own,
				other+strings.Repeat(" ", max(width-columns(other), 0)), about.Text)
		}
	}
	return nil
}

type predictCommand struct {
	Guide string `arg:"" help:"Slug of the guide."`
	Level int    `arg:"" help:"The level that you expect to have, 1 to 7, or 0 for Starting out."`
}

// Run keeps which level the person expects.
func (c predictCommand) Run(t *terminal) error {
	if c.Level < 0 || c.Level > guide.Levels {
		return newFault("level_not_found", "guide", c.Guide, "level", fmt.Sprint(c.Level))
	}
	id, err := uuid.NewV7()
	if err != nil {
		return err
	}
	if err := t.app.predict(t.ctx, id.String(), c.Guide, c.Level); err != nil {
		return err
	}
	// A guess that was made after rating says nothing about how well somebody knows themselves.
	present, err := t.app.present(t.ctx, c.Guide)
	if err != nil {
		return err
	}
	said := "command.predict"
	if len(present) > 0 {
		said = "command.predict.late"
	}
	t.print("%s", t.words.Text(said, locale.Args{"level": t.level(c.Level), "n": len(present)}))
	return nil
}
