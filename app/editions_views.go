package app

import (
	"cmp"
	"context"
	"time"

	"github.com/levelica/levelica/internal/guide"
	"github.com/levelica/levelica/internal/locale"
	"github.com/levelica/levelica/internal/progress"
)

// What the window and the command line show of receipts is the same: sentences and lists in the
// language that is spoken, made here.

// ReceiptsView is the receipts of a guide.
type ReceiptsView struct {
	Guide    string        `json:"guide"` // slug
	Receipts []ReceiptView `json:"receipts"`
}

// ReceiptView is one receipt, in words.
type ReceiptView struct {
	ID     string         `json:"id"`
	Title  string         `json:"title"` // from which edition to which
	Day    string         `json:"day"`   // ISO, in the time zone of the computer
	Lines  []string       `json:"lines"` // what happened as a whole; what it means for the level comes first
	Groups []ReceiptGroup `json:"groups"`
	// Pending are the items that wait for a confirmation.
	Pending  []string `json:"pending"`
	Undone   bool     `json:"undone"`
	UndoNote string   `json:"undoNote"` // what taking it back would do; "" where it is taken back
}

// ReceiptGroup is the items of one fate.
type ReceiptGroup struct {
	Title string        `json:"title"`
	Note  string        `json:"note"` // what it means for the person
	Was   string        `json:"was"`  // what the words before are called
	Is    string        `json:"is"`   // what the words now are called
	Items []ReceiptItem `json:"items"`
	// Folded says that the items are many, and that nothing has happened to them.
	Folded bool `json:"folded"`
}

// ReceiptItem is what became of the answer to one item.
type ReceiptItem struct {
	ID    string `json:"id"`
	Level int    `json:"level"` // where the item is now, or its successor; 0 where there is none
	Where string `json:"where"` // place and verdict, in words
	Was   string `json:"was"`   // words before
	Is    string `json:"is"`    // words now, or "" where they are the same or the item is gone
	// WasWords and IsWords are the same with what differs told apart, where there are both.
	WasWords []Passage `json:"wasWords"`
	IsWords  []Passage `json:"isWords"`
	// Wait says that the answer waits for a confirmation.
	Wait bool `json:"wait"`
}

// ReceiptRequest asks for something to be done about a receipt.
type ReceiptRequest struct {
	Guide   string   `json:"guide"`
	Receipt string   `json:"receipt"` // ID
	Act     string   `json:"act"`     // "confirm", "undo" or "again"
	Items   []string `json:"items"`   // to confirm; all that wait where there are none
}

// AmendReceipt confirms what a receipt asks for, takes it back, or carries again what was taken back,
// and returns the receipts as they stand then.
// Faults: guide_not_found, receipt_not_found, receipt_refused, disk_full, and those of openJournal.
func (a *App) AmendReceipt(r ReceiptRequest) (v ReceiptsView, err error) {
	defer a.recovered(&err)
	ctx := a.context()
	switch r.Act {
	case "confirm":
		_, err = a.confirmReceipt(ctx, r.Guide, r.Receipt, r.Items)
	case "undo":
		err = a.undoReceipt(ctx, r.Guide, r.Receipt)
	case "again":
		err = a.carryAgain(ctx, r.Guide)
	default:
		err = newFault("receipt_refused")
	}
	if err != nil {
		return ReceiptsView{}, err
	}
	return a.receipts(ctx, r.Guide)
}

// receipts returns the receipts of a guide in words.
func (a *App) receipts(ctx context.Context, slug string) (ReceiptsView, error) {
	v := ReceiptsView{Guide: slug, Receipts: []ReceiptView{}}
	g, err := a.guides.Guide(slug, a.words().Language)
	if err != nil {
		return v, aboutGuide(slug, err)
	}
	all, err := a.carryings(ctx, slug)
	if err != nil {
		return v, err
	}
	for _, c := range all {
		v.Receipts = append(v.Receipts, a.receiptView(g, c))
	}
	return v, nil
}

// fateWords are the messages that head a fate and say what it means.
var fateWords = map[progress.Fate]struct{ title, note string }{
	progress.FateReworded: {"edition.group.reworded", "edition.note.reworded"},
	progress.FateMoved:    {"edition.group.moved", "edition.note.moved"},
	progress.FateArchived: {"edition.group.archived", "edition.note.archived"},
	progress.FateCarried:  {"edition.group.carried", "edition.note.carried"},
}

func (a *App) receiptView(g *guide.Guide, c progress.Carrying) ReceiptView {
	words := a.words()
	v := ReceiptView{
		ID: c.Receipt.ID, Title: words.Text("edition.title", locale.Args{"from": c.From, "to": c.To}),
		Day:   time.UnixMilli(c.Receipt.At).In(a.now().Location()).Format(time.DateOnly),
		Lines: a.receiptLines(c), Groups: []ReceiptGroup{}, Pending: list(c.Pending), Undone: c.Undone,
	}
	if !c.Undone {
		v.UndoNote = words.Text("edition.undo.note")
	}
	waits := map[string]bool{}
	for _, item := range c.Pending {
		waits[item] = true
	}
	for _, fate := range progress.Fates {
		n := c.Count(fate)
		if n == 0 {
			continue
		}
		group := ReceiptGroup{
			Title: words.Text(fateWords[fate].title, locale.Args{"n": n}), Note: words.Text(fateWords[fate].note),
			Was: words.Text("edition.was"), Is: words.Text("edition.is"), Items: []ReceiptItem{}, Folded: fate == progress.FateCarried,
		}
		if fate == progress.FateArchived {
			group.Is = words.Text("edition.instead")
		}
		for _, o := range c.Items {
			if o.Fate == fate && o.Stands() {
				group.Items = append(group.Items, receiptItem(words, g, c, o, waits[o.Item]))
			}
		}
		v.Groups = append(v.Groups, group)
	}
	return v
}

func receiptItem(words *locale.Catalogue, g *guide.Guide, c progress.Carrying, o progress.Outcome, waits bool) ReceiptItem {
	v := ReceiptItem{
		ID: o.Item, Level: o.To.Level, Was: inLanguage(o.Was, words.Language), Is: inLanguage(o.Is, words.Language), Wait: waits,
		WasWords: []Passage{}, IsWords: []Passage{},
	}
	if o.Fate == progress.FateCarried {
		v.Was, v.Level = carriedText(words, g, c, o.Item), 0 // there is nothing to see to
	}
	if v.Was == "" {
		v.Was = words.Text("edition.unknown")
	}
	if v.Is == v.Was && o.Successor == "" {
		v.Is = ""
	}
	place := func(p progress.Place) string {
		return words.Text("edition.place", locale.Args{"level": p.Level, "strand": g.StrandName(p.Strand)})
	}
	v.Where = place(o.From)
	if o.To.Level > 0 && o.To != o.From {
		v.Where = words.Text("edition.moved", locale.Args{"from": place(o.From), "to": place(o.To)})
	}
	v.Where += " · " + words.Text("verdict."+o.Verdict)
	if key := settled(c, o, waits); key != "" {
		v.Where += " · " + words.Text(key)
	}
	switch {
	case v.Is == "":
	case o.Fate == progress.FateReworded:
		v.WasWords, v.IsWords = compared(v.Was, v.Is)
	default: // another item says something else in all its words
		v.WasWords, v.IsWords = inOne(v.Was), inOne(v.Is)
	}
	if item, ok := g.Item(o.Successor); ok {
		v.Level = item.Level
		v.ID = item.ID
	}
	return v
}

// inLanguage returns the words in a language, or else in English.
func inLanguage(texts map[string]string, language string) string {
	return cmp.Or(texts[language], texts[guide.DefaultLanguage])
}

// receiptLines says what happened as a whole.
func (a *App) receiptLines(c progress.Carrying) []string {
	words := a.words()
	level := func(n int) string {
		if n == 0 {
			return words.Text("level.zero")
		}
		return words.Text("level.name", locale.Args{"level": n})
	}
	said := locale.Args{"before": level(c.Before), "after": level(c.After)}
	lines := []string{words.Text("edition.level.same", said)}
	if c.Before != c.After {
		lines[0] = words.Text("edition.level.changed", said)
	}
	counts := locale.Args{}
	for _, fate := range progress.Fates {
		counts[string(fate)] = c.Count(fate)
	}
	lines = append(lines, words.Text("edition.marks", locale.Args{"n": c.Marks}), words.Text("edition.counts", counts))
	switch n := len(c.Pending); {
	case c.Undone:
		return append(lines, words.Text("edition.undone"))
	case n > 0:
		return append(lines, words.Text("edition.waiting", locale.Args{"n": n}))
	}
	return append(lines, words.Text("edition.settled"))
}

// newsLine is what Home and the guide say of a new edition, by its newest receipt and how many items
// wait in all.
func (a *App) newsLine(c progress.Carrying, waiting int) string {
	words := a.words()
	lines := a.receiptLines(c)
	line := words.Text("edition.news", locale.Args{"edition": c.To})
	if c.Before != c.After {
		line += " " + lines[0]
	}
	if waiting > 0 {
		return line + " " + words.Text("edition.news.waiting", locale.Args{"n": waiting})
	}
	return line + " " + words.Text("edition.news.kept")
}
