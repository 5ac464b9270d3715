package app

import (
	"bytes"
	"context"
	"errors"
	"os"
	"strings"
	"syscall"

	"github.com/levelica/levelica/internal/locale"
	"github.com/levelica/levelica/internal/progress"
	"github.com/levelica/levelica/internal/report"
)

// CardRequest asks for the share card of a guide.
type CardRequest struct {
	Guide  string `json:"guide"`
	Name   bool   `json:"name"`   // the profile's name
	Format string `json:"format"` // "png" or "svg"
}

// SaveCard asks where to, in the system's own dialog, and saves the share card of a guide there.
// Where the person closes the dialog nothing is saved, and that is no fault.
// Faults: report_unwritable, card_format_unknown, guide_not_found, and those of openJournal.
func (a *App) SaveCard(request CardRequest) (v SavedView, err error) {
	defer a.recovered(&err)
	format, err := report.ParseCardFormat(request.Format)
	if err != nil {
		return SavedView{}, newFault("card_format_unknown", "format", request.Format)
	}
	card, err := a.makeCard(a.context(), request)
	if err != nil {
		return SavedView{}, err
	}
	return a.saveAs(a.words().Text("dialog.card.title"), format, card)
}

// makeCard makes the share card that a request asks for.
func (a *App) makeCard(ctx context.Context, request CardRequest) (*report.Card, error) {
	g, present, err := a.progressIn(ctx, request.Guide)
	if err != nil {
		return nil, err
	}
	pieces, err := a.pieces(ctx, request.Guide)
	if err != nil {
		return nil, err
	}
	options := report.Options{At: a.now()}
	if request.Name {
		j, err := a.openJournal(ctx)
		if err != nil {
			return nil, err
		}
		options.Person = j.Profile().Name
	}
	evidenced := 0
	for _, m := range progress.Evidenced(present, pieces) {
		if m.Verdict.Counts() {
			evidenced++
		}
	}
	return report.NewCard(report.Subject{Guide: g, Marks: present}, evidenced, options, a.words()), nil
}

// named ends the name of a card's file that shows whose card it is.
const named = "@name"

// cardFile returns a card as a picture that the window shows. The name is the slug of a guide.
func (a *App) cardFile(name string, format report.Format) (page, error) {
	slug, withName := strings.CutSuffix(name, named)
	card, err := a.makeCard(a.context(), CardRequest{Guide: slug, Name: withName})
	if err != nil {
		return page{}, err
	}
	var picture bytes.Buffer
	if err := card.Write(&picture, format); err != nil {
		return page{}, err
	}
	kind := map[report.Format]string{report.SVG: "image/svg+xml", report.PNG: "image/png"}[format]
	return page{kind, picture.Bytes()}, nil
}

type cardCommand struct {
	Guide  string `arg:"" help:"Slug of the guide."`
	Format string `help:"png or svg." default:"png" placeholder:"FORMAT"`
	Output string `short:"o" help:"File to save to; - is standard output." required:"" placeholder:"FILE"`
	Force  bool   `help:"Replace a file that exists."`
	Name   bool   `help:"Put your name on it."`
}

// Run makes the share card of a guide and saves it, or writes it to standard output.
func (c cardCommand) Run(t *terminal) error {
	format, err := report.ParseCardFormat(c.Format)
	if err != nil {
		return newFault("card_format_unknown", "format", c.Format)
	}
	card, err := t.app.makeCard(t.ctx, CardRequest{Guide: c.Guide, Name: c.Name})
	if err != nil {
		return err
	}
	if c.Output == "-" {
		if err := card.Write(t.out, format); err != nil && !errors.Is(err, syscall.EPIPE) {
			return savingFault(t.words, os.Stdout.Name(), err)
		}
		return nil
	}
	if err := card.Save(c.Output, format, c.Force); err != nil {
		return savingFault(t.words, c.Output, err)
	}
	t.print("%s", t.words.Text("command.saved", locale.Args{"path": c.Output}))
	return nil
}
