package app

import (
	"context"
	"errors"
	"slices"
	"time"

	"github.com/google/uuid"

	"github.com/levelica/levelica/internal/guide"
	"github.com/levelica/levelica/internal/journal"
	"github.com/levelica/levelica/internal/progress"
)

// When the program brings a new edition of a guide, the answers to the one before are carried to it as
// soon as the journal is opened, and a receipt says what became of each. See progress.Carry.

// newsDays is how long Home and the guide speak of a new edition that waits for nothing.
const newsDays = 14

// carryAll carries the answers to all guides that have a new edition. What cannot be carried now is
// carried at the next start: nothing depends on it, and the person loses nothing.
func (a *App) carryAll(ctx context.Context, j *journal.Journal) {
	if j.ReadOnly() {
		return
	}
	slugs, err := a.guides.Slugs()
	if err != nil {
		return // whoever shows the guides says so
	}
	backedUp := false
	for _, slug := range slugs {
		// Nothing is older than a first edition.
		if g, err := a.guides.Outline(slug, a.words().Language); err != nil || g.Edition < 2 {
			continue
		}
		c, in, marks, err := a.toCarry(ctx, j, slug, progress.Carry)
		if err == nil && c != nil && !backedUp {
			_, err = j.Backup(ctx, journal.ReasonEdition, a.secondFolder())
			if errors.Is(err, journal.ErrSecondFolder) {
				a.warn(err)
				err = nil
			}
			backedUp = err == nil
		}
		if err == nil && c != nil {
			receipt, added := c.Keep(in[0], marks, freshID)
			err = j.Carry(ctx, receipt, added)
		}
		if err != nil {
			a.log.Warn("carry the marks to a new edition", "guide", slug, "error", err)
		}
	}
}

// carrying says what of some marks is to be carried: all that was not yet, or what was taken back too.
type carrying func([]*guide.Guide, []progress.Mark, []progress.Receipt) *progress.Carriage

// toCarry returns what there is to carry in a guide, nil where there is nothing, with the guide in all
// of its languages and all marks on it.
func (a *App) toCarry(ctx context.Context, j *journal.Journal, slug string, carry carrying) (*progress.Carriage, []*guide.Guide, []progress.Mark, error) {
	newest, err := j.Newest(ctx, slug)
	if err != nil {
		return nil, nil, nil, err
	}
	in, err := a.inAllLanguages(slug)
	if err != nil {
		return nil, nil, nil, err
	}
	// Few guides have older marks, and few of those any that no receipt tells of: the newest ones are
	// enough to know that.
	if !slices.ContainsFunc(newest, func(m progress.Mark) bool { return m.Edition < in[0].Edition }) {
		return nil, in, newest, nil
	}
	receipts, err := j.Receipts(ctx, slug)
	if err != nil || carry(in, newest, receipts) == nil {
		return nil, in, newest, err
	}
	marks, err := j.Marks(ctx, slug)
	if err != nil {
		return nil, nil, nil, err
	}
	return carry(in, marks, receipts), in, marks, nil
}

// inAllLanguages returns a guide in each language that it has words in, English first.
func (a *App) inAllLanguages(slug string) ([]*guide.Guide, error) {
	languages, err := a.guides.Languages(slug)
	if err != nil {
		return nil, aboutGuide(slug, err)
	}
	var in []*guide.Guide
	for _, language := range languages {
		g, err := a.guides.Guide(slug, language)
		if err != nil {
			return nil, aboutGuide(slug, err)
		}
		in = append(in, g)
	}
	if len(in) == 0 {
		return nil, aboutGuide(slug, guide.ErrNotFound)
	}
	return in, nil
}

// freshID returns a UUIDv7. Without randomness the computer cannot go on at all.
func freshID() string { return uuid.Must(uuid.NewV7()).String() }

// carryings returns the receipts of a guide as they stand, the newest first.
func (a *App) carryings(ctx context.Context, slug string) ([]progress.Carrying, error) {
	j, err := a.openJournal(ctx)
	if err != nil {
		return nil, err
	}
	receipts, err := j.Receipts(ctx, slug)
	if err != nil || len(receipts) == 0 {
		return nil, err
	}
	marks, err := j.Newest(ctx, slug)
	if err != nil {
		return nil, err
	}
	return progress.Carryings(slug, marks, receipts), nil
}

// carrying returns one receipt, the newest where none is named.
func (a *App) carrying(ctx context.Context, slug, id string) (progress.Carrying, error) {
	if _, err := a.guides.Outline(slug, guide.DefaultLanguage); err != nil {
		return progress.Carrying{}, aboutGuide(slug, err)
	}
	all, err := a.carryings(ctx, slug)
	if err != nil {
		return progress.Carrying{}, err
	}
	for _, c := range all {
		if id == "" || c.Receipt.ID == id {
			return c, nil
		}
	}
	return progress.Carrying{}, newFault("receipt_not_found", "guide", slug)
}

// news returns how many receipts a guide has, and what the person should hear of the newest: it waits
// for them, or it is new. There is nothing to hear of one that was taken back.
func (a *App) news(ctx context.Context, slug string) (receipts int, line string, err error) {
	g, err := a.guides.Outline(slug, a.words().Language)
	if err != nil || g.Edition < 2 {
		return 0, "", err
	}
	all, err := a.carryings(ctx, slug)
	standing := slices.DeleteFunc(slices.Clone(all), func(c progress.Carrying) bool { return c.Undone || c.To != g.Edition })
	if err != nil || len(standing) == 0 {
		return len(all), "", err
	}
	waiting := 0
	for _, c := range standing {
		waiting += len(c.Pending)
	}
	if age := a.now().Sub(time.UnixMilli(standing[0].Receipt.At)); waiting == 0 && age > newsDays*24*time.Hour {
		return len(all), "", nil
	}
	return len(all), a.newsLine(standing[0], waiting), nil
}

// confirmReceipt says that the answers to some reworded items hold, to all that wait where none is
// named, and returns to how many.
func (a *App) confirmReceipt(ctx context.Context, slug, id string, items []string) (int, error) {
	c, err := a.carrying(ctx, slug, id)
	if err != nil {
		return 0, err
	}
	g, err := a.guides.Guide(slug, guide.DefaultLanguage)
	if err != nil {
		return 0, aboutGuide(slug, err)
	}
	if len(items) == 0 {
		items = c.Pending
	}
	return len(items), a.amend(ctx, slug, func(marks []progress.Mark) (progress.Receipt, []progress.Mark, error) {
		return c.Confirm(g, marks, items, freshID)
	})
}

// undoReceipt takes a carrying back.
func (a *App) undoReceipt(ctx context.Context, slug, id string) error {
	c, err := a.carrying(ctx, slug, id)
	if err != nil {
		return err
	}
	return a.amend(ctx, slug, func(marks []progress.Mark) (progress.Receipt, []progress.Mark, error) { return c.Undo(marks, freshID) })
}

// carryAgain carries what was taken back.
func (a *App) carryAgain(ctx context.Context, slug string) error {
	j, err := a.openJournal(ctx)
	if err != nil {
		return err
	}
	c, in, _, err := a.toCarry(ctx, j, slug, progress.CarryAgain)
	if err != nil {
		return err
	}
	if c == nil {
		return newFault("receipt_refused")
	}
	return a.amend(ctx, slug, func(marks []progress.Mark) (progress.Receipt, []progress.Mark, error) {
		receipt, added := c.Keep(in[0], marks, freshID)
		return receipt, added, nil
	})
}

// amend adds a receipt about another, with the marks that it asks for, all or nothing.
func (a *App) amend(ctx context.Context, slug string, write func([]progress.Mark) (progress.Receipt, []progress.Mark, error)) error {
	j, err := a.openJournal(ctx)
	if err != nil {
		return err
	}
	marks, err := j.Marks(ctx, slug)
	if err != nil {
		return err
	}
	receipt, added, err := write(marks)
	if errors.Is(err, progress.ErrReceipt) {
		return newFault("receipt_refused")
	}
	if err != nil {
		return err
	}
	return j.Carry(ctx, receipt, added)
}
