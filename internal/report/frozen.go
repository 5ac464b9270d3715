package report

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/levelica/levelica/internal/locale"
	"github.com/levelica/levelica/internal/progress"
)

// ErrFrozen says that a text is no report that was frozen, or one of a newer program.
var ErrFrozen = errors.New("this is no report that can be made again")

// shownOptions is what a frozen report keeps of its options: what the printed forms list. The rest of
// them is in the document.
type shownOptions struct {
	Items    bool `json:"items"`
	Open     bool `json:"open"`
	Strands  bool `json:"strands"`
	Evidence bool `json:"evidence"`
	// Made is when the report was made, with the offset of that place: the document has the day alone.
	Made string `json:"made,omitempty"`
	// Tags are those of the region that days are written by, see locale.Catalogue.In.
	Tags []string `json:"tags"`
}

// Freeze returns the document as two JSON texts that Thaw makes it of again: what it says, word by
// word, and what its printed forms list.
func (d *Document) Freeze() (document, options string, err error) {
	var text bytes.Buffer
	if err := d.Write(&text, JSON); err != nil {
		return "", "", err
	}
	o, err := json.Marshal(shownOptions{
		d.shown.Items, d.shown.Open, d.shown.Strands, d.shown.Evidence, d.made.Format(time.RFC3339), d.words.Tags(),
	})
	return text.String(), string(o), err
}

// Thaw makes a document again from what Freeze returned. It says what it said then, whatever has
// changed in the guides, in the marks, or in the rule since; its JSON form is the same text. The
// words around it are those of its language, and its days are written as they were: those of a report
// that was kept without its region as the person's is, which the tags name. It fails with ErrFrozen.
func Thaw(document, options string, tags []string) (*Document, error) {
	d := &Document{}
	if err := json.Unmarshal([]byte(document), d); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrFrozen, err)
	}
	if d.Format != jsonFormat || d.Version < 1 || d.Version > jsonVersion {
		return nil, fmt.Errorf("%w: its form is %q, version %d", ErrFrozen, d.Format, d.Version)
	}
	for _, g := range d.Guides {
		if err := g.check(); err != nil {
			return nil, err
		}
	}
	// What a report says by default of one that was frozen without its options.
	o := shownOptions{Items: true, Open: true, Strands: true}
	if err := json.Unmarshal([]byte(options), &o); err != nil {
		return nil, fmt.Errorf("%w: its options: %w", ErrFrozen, err)
	}
	if o.Tags == nil {
		o.Tags = tags
	}
	d.frozen = []byte(document)
	d.words = locale.For(d.Language).In(o.Tags)
	d.shown = Options{Person: string(d.Person), Items: o.Items, Open: o.Open, Strands: o.Strands, Evidence: o.Evidence}
	// A report that was kept before its options had the time begins with the day.
	for _, form := range []struct{ layout, text string }{{time.DateOnly, string(d.Date)}, {time.RFC3339, o.Made}} {
		if made, err := time.Parse(form.layout, form.text); err == nil {
			d.made = made
		}
	}
	return d, nil
}

// check fails for a guide that the printed forms cannot be made of.
func (g *Guide) check() error {
	for i, level := range g.Levels {
		if level.Number != i+1 {
			return fmt.Errorf("%w: the levels of %s are not in order", ErrFrozen, g.Slug)
		}
	}
	if g.Level < 0 || g.Level > len(g.Levels) || g.Target < 0 || g.Target > len(g.Levels) {
		return fmt.Errorf("%w: %s has no level %d", ErrFrozen, g.Slug, max(g.Level, g.Target))
	}
	named := append(slices.Clone(g.Next), g.Gaps...)
	for _, s := range g.Stale {
		named = append(named, s.Item)
	}
	for _, r := range g.Raters {
		for _, rated := range r.Items {
			named = append(named, rated.Item)
			if _, err := progress.ParseVerdict(rated.Verdict); err != nil {
				return fmt.Errorf("%w: %s: %w", ErrFrozen, g.Slug, err)
			}
		}
	}
	for _, e := range g.Editions {
		if err := e.check(); err != nil {
			return err
		}
	}
	for _, id := range named {
		if item, _ := g.item(id); item.ID != id {
			return fmt.Errorf("%w: %s has no item %q", ErrFrozen, g.Slug, id)
		}
	}
	return nil
}
