package app

import (
	"strings"

	"github.com/levelica/levelica/internal/locale"
	"github.com/levelica/levelica/internal/report"
)

type editionsCommand struct {
	Guide   string   `arg:"" optional:"" help:"Slug of the guide; without it all receipts are listed."`
	Receipt string   `help:"Another receipt than the newest, by its ID." placeholder:"ID"`
	Confirm []string `help:"Say that your answer to these reworded items still holds; all stands for each that waits." placeholder:"ITEM" xor:"act"`
	Undo    bool     `help:"Take the receipt back: suggestions and confirmations go, your answers stay." xor:"act"`
	Again   bool     `help:"Carry again what was taken back." xor:"act"`
	Export  string   `help:"Save the receipt: .json is JSON, anything else Markdown." placeholder:"FILE" xor:"act"`
	Force   bool     `help:"Replace a file that exists."`
	JSON    bool     `help:"Write JSON."`
}

// Run lists receipts, reads one, or does something about it.
func (c editionsCommand) Run(t *terminal) error {
	if c.Guide == "" {
		return c.list(t)
	}
	switch {
	case c.Export != "":
		what, err := t.app.writtenReceipt(t.ctx, c.Guide, c.Receipt)
		if err != nil {
			return err
		}
		format := report.Markdown
		if strings.HasSuffix(strings.ToLower(c.Export), report.JSON.Ext()) {
			format = report.JSON
		}
		if err := what.Save(c.Export, format, c.Force); err != nil {
			return savingFault(t.words, c.Export, err)
		}
		t.print("%s", t.words.Text("command.saved", locale.Args{"path": c.Export}))
		return nil
	case len(c.Confirm) > 0:
		items := c.Confirm
		if len(items) == 1 && items[0] == "all" {
			items = nil
		}
		n, err := t.app.confirmReceipt(t.ctx, c.Guide, c.Receipt, items)
		if err != nil {
			return err
		}
		t.print("%s", t.words.Text("command.editions.confirmed", locale.Args{"n": n}))
		return nil
	case c.Undo:
		if err := t.app.undoReceipt(t.ctx, c.Guide, c.Receipt); err != nil {
			return err
		}
	case c.Again:
		if err := t.app.carryAgain(t.ctx, c.Guide); err != nil {
			return err
		}
	}
	return c.show(t)
}

// list prints a line for each receipt of each guide.
func (c editionsCommand) list(t *terminal) error {
	if c.Undo || c.Again || len(c.Confirm) > 0 || c.Export != "" || c.Receipt != "" {
		return newFault("receipt_guide")
	}
	slugs, err := t.app.guides.ByTitle(t.words.Language)
	if err != nil {
		return err
	}
	all := []ReceiptsView{}
	for _, slug := range slugs {
		v, err := t.app.receipts(t.ctx, slug)
		if err != nil {
			return err
		}
		if len(v.Receipts) > 0 {
			all = append(all, v)
		}
	}
	if c.JSON {
		return t.json(all)
	}
	if len(all) == 0 {
		t.print("%s", t.words.Text("command.editions.none"))
	}
	for _, v := range all {
		for _, r := range v.Receipts {
			t.print("%s  %s  %s  %s", v.Guide, r.ID, r.Day, r.Title)
			for _, line := range r.Lines {
				t.print("    %s", line)
			}
		}
	}
	return nil
}

// show prints one receipt.
func (c editionsCommand) show(t *terminal) error {
	carrying, err := t.app.carrying(t.ctx, c.Guide, c.Receipt)
	if err != nil {
		return err
	}
	g, err := t.app.guides.Guide(c.Guide, t.words.Language)
	if err != nil {
		return aboutGuide(c.Guide, err)
	}
	v := t.app.receiptView(g, carrying)
	if c.JSON {
		return t.json(v)
	}
	t.print("%s", strings.TrimSuffix(t.app.receiptText(g, v), "\n"))
	return nil
}
