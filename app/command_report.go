package app

import (
	"errors"
	"os"
	"syscall"

	"github.com/levelica/levelica/internal/locale"
	"github.com/levelica/levelica/internal/report"
)

type reportCommand struct {
	Guides []string `arg:"" optional:"" help:"Slugs of the guides."`
	Format string   `help:"pdf, html, md, csv, json, resume.json or badge.json." required:"" placeholder:"FORMAT"`
	Output string   `short:"o" help:"File to save to; - is standard output." required:"" placeholder:"FILE"`
	Force  bool     `help:"Replace a file that exists."`
	reportParts
	Snapshot string `help:"Make a report again that was kept, by its ID." placeholder:"ID"`
}

// reportParts choose what a report holds, as the boxes to tick do in the window.
type reportParts struct {
	NoName  bool `help:"Leave your name out."`
	Strands bool `help:"Draw the strands." negatable:"" default:"true"`
	Items   bool `help:"List the items that you do on your own." negatable:"" default:"true"`
	Open    bool `help:"List the items that are still open." negatable:"" default:"true"`
	// What evidence says, and what others say, is a person's own business, so it has to be asked for.
	Evidence bool   `help:"Say what the evidence of each item is."`
	Goal     bool   `help:"Say what your goal is, and what your pace says of it."`
	Stale    bool   `help:"List what asks for a fresh look."`
	Others   bool   `help:"Say what level you expected, and how others see you."`
	Editions bool   `help:"Say what new editions changed, item by item."`
	Period   string `help:"Show level and activity over time: 3m, 12m or all." enum:",3m,12m,all" default:"" placeholder:"PERIOD"`
}

// request returns a report of these parts.
func (p reportParts) request(guides []string) ReportRequest {
	return ReportRequest{
		Guides: guides, Items: p.Items, Open: p.Open, Strands: p.Strands, Evidence: p.Evidence,
		Goal: p.Goal, Stale: p.Stale, Others: p.Others, Editions: p.Editions, Period: p.Period, Name: !p.NoName,
	}
}

// Run makes a report and saves it, or writes it to standard output.
func (c reportCommand) Run(t *terminal) error {
	format, err := report.ParseFormat(c.Format)
	if err != nil {
		return newFault("format_unknown", "format", c.Format)
	}
	request := c.request(c.Guides)
	request.Snapshot = c.Snapshot
	doc, err := t.app.makeReport(t.ctx, request)
	if err != nil {
		return err
	}
	if err := doc.Check(format); err != nil {
		return err
	}
	if c.Output == "-" {
		if err := doc.Write(t.out, format); err != nil && !errors.Is(err, syscall.EPIPE) {
			return savingFault(t.words, os.Stdout.Name(), err)
		}
		return nil
	}
	if err := doc.Save(c.Output, format, c.Force); err != nil {
		return savingFault(t.words, c.Output, err)
	}
	t.print("%s", t.words.Text("command.saved", locale.Args{"path": c.Output}))
	return nil
}
