package app

import (
	"context"
	"io"
	"strings"

	"github.com/levelica/levelica/internal/guide"
	"github.com/levelica/levelica/internal/report"
)

// SaveReceipt asks where to, in the system's own dialog, and saves a receipt as "md" or as "json".
// Where the person closes the dialog nothing is saved, and that is no fault.
// Faults: guide_not_found, receipt_not_found, format_unknown, report_exists, report_unwritable, and
// those of openJournal.
func (a *App) SaveReceipt(slug, id, format string) (v SavedView, err error) {
	defer a.recovered(&err)
	what, err := a.writtenReceipt(a.context(), slug, id)
	if err != nil {
		return SavedView{}, err
	}
	as, err := report.ParseFormat(format)
	if err != nil || as != report.Markdown && as != report.JSON {
		return SavedView{}, newFault("format_unknown", "format", format)
	}
	return a.saveAs(a.words().Text("edition.save"), as, what)
}

// writtenReceipt is a receipt as a file: JSON, and else Markdown, which reads as a plain text too.
type writtenReceipt struct {
	slug, day      string
	markdown, json string
}

func (a *App) writtenReceipt(ctx context.Context, slug, id string) (writtenReceipt, error) {
	c, err := a.carrying(ctx, slug, id)
	if err != nil {
		return writtenReceipt{}, err
	}
	g, err := a.guides.Guide(slug, a.words().Language)
	if err != nil {
		return writtenReceipt{}, aboutGuide(slug, err)
	}
	v := a.receiptView(g, c)
	return writtenReceipt{slug, v.Day, a.receiptText(g, v), c.Receipt.Document + "\n"}, nil
}

// FileName returns what the file is called where the person has no other name for it.
func (w writtenReceipt) FileName(f report.Format) string {
	return "levelica-" + w.slug + "-" + w.day + f.Ext()
}

// Save writes the file, whole or not at all.
func (w writtenReceipt) Save(path string, f report.Format, replace bool) error {
	return report.SaveFile(path, replace, func(to io.Writer) error {
		content := w.markdown
		if f == report.JSON {
			content = w.json
		}
		_, err := io.WriteString(to, content)
		return err
	})
}

// receiptText writes a receipt as Markdown.
func (a *App) receiptText(g *guide.Guide, v ReceiptView) string {
	words := a.words()
	var out strings.Builder
	line := func(parts ...string) { out.WriteString(strings.Join(parts, "") + "\n") }
	line("# ", g.Title, ": ", v.Title)
	line()
	line(v.Day)
	line()
	for _, l := range v.Lines {
		line("- ", l)
	}
	for _, group := range v.Groups {
		line()
		line("## ", group.Title)
		line()
		line(group.Note)
		for _, item := range group.Items {
			line()
			line("- **", item.ID, "** ", item.Where)
			if item.Is == "" {
				line("  - ", oneLine(item.Was))
			} else {
				line("  - ", group.Was, ": ", oneLine(item.Was))
				line("  - ", group.Is, ": ", oneLine(item.Is))
			}
			if item.Wait {
				line("  - ", words.Text("edition.wait"))
			}
		}
	}
	return out.String()
}

// oneLine keeps words from a file of somebody else from looking like more than one entry.
func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }
