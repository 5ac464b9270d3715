package app

import (
	"context"
	"strconv"
	"time"

	"github.com/levelica/levelica/internal/guide"
	"github.com/levelica/levelica/internal/locale"
	"github.com/levelica/levelica/internal/progress"
)

// patience returns how long the person lets an item be before it asks for a fresh look.
func (a *App) patience() progress.Patience {
	return progress.Patience(a.settings.get(a.places.config).Reminders)
}

// dueItem is an item that asks for a fresh look.
type dueItem struct {
	progress.Aged
	guide *guide.Guide // an outline
}

// presentOf returns the present marks and the evidence of a guide.
type presentOf func(g *guide.Guide) (map[string]progress.Mark, map[string][]progress.Evidence)

// dueIn returns one round of what asks for a fresh look in some guides, the least fresh first, and how
// many items ask in all.
func dueIn(guides []*guide.Guide, of presentOf, now time.Time, p progress.Patience) (round []dueItem, stale int) {
	var all []progress.Aged
	from := map[string]dueItem{} // an ID of an item says which guide it is of, but nobody promises it
	for _, g := range guides {
		present, pieces := of(g)
		for _, aged := range progress.Age(g, present, pieces, now, p) {
			item := dueItem{aged, g}
			aged.Item = g.Slug + " " + aged.Item
			from[aged.Item] = item
			if aged.Stale {
				stale++
			}
			all = append(all, aged)
		}
	}
	for _, aged := range progress.Round(all) {
		round = append(round, from[aged.Item])
	}
	return round, stale
}

// fresh returns one round of a fresh look: of the items of all guides that were confirmed too long
// ago, the least fresh ones. Looking changes nothing; answering again is SetMarks.
// Faults: guide_invalid, and those of openJournal.
func (a *App) fresh() (FreshView, error) {
	in, err := a.readInsight(a.context(), "")
	if err != nil {
		return FreshView{}, err
	}
	v := FreshView{Round: []FreshItemView{}, None: nothingDue(in.words, in.patience)}
	round, stale := dueIn(in.started, in.of, in.now, in.patience)
	v.Stale = stale
	for _, due := range round {
		g, err := a.guides.Guide(due.guide.Slug, in.words.Language)
		if err != nil {
			return FreshView{}, aboutGuide(due.guide.Slug, err)
		}
		item, ok := g.Item(due.Item)
		if !ok {
			continue
		}
		present, _ := in.of(due.guide)
		v.Round = append(v.Round, FreshItemView{
			Guide: g.Slug, Emoji: g.Emoji, Title: g.Title, Item: item.ID, Level: due.Level,
			Strand: g.StrandName(item.Strand), Text: item.Text, Verdict: present[item.ID].Verdict.String(),
			Last: due.Last.In(in.now.Location()).Format(time.DateOnly), Drill: due.Drill,
		})
	}
	return v, nil
}

// nothingDue says what it means that no item asks for a fresh look.
func nothingDue(words *locale.Catalogue, p progress.Patience) string {
	args := locale.Args{"months": p.Months(false), "drill": p.Months(true)}
	switch {
	case p == progress.Endless:
		return words.Text("due.never")
	case p.Months(true) < p.Months(false):
		return words.Text("due.none", args)
	}
	return words.Text("due.none.alike", args)
}

// homeDue returns what Home says of the items that ask for a fresh look: the least fresh few. Most starts
// have none, and read nothing for it.
func (a *App) homeDue(ctx context.Context, started []CardView, marks []progress.Mark) ([]HomeDueView, error) {
	views := []HomeDueView{}
	words, now := a.words(), a.now()
	var guides []*guide.Guide
	for _, card := range started {
		if card.Standing.Stale == 0 {
			continue
		}
		g, err := a.guides.Outline(card.Slug, words.Language)
		if err != nil {
			return nil, aboutGuide(card.Slug, err)
		}
		guides = append(guides, g)
	}
	if len(guides) == 0 {
		return views, nil
	}
	j, err := a.openJournal(ctx)
	if err != nil {
		return nil, err
	}
	evidence, err := j.Evidence(ctx, "")
	if err != nil {
		return nil, err
	}
	round, _ := dueIn(guides, func(g *guide.Guide) (map[string]progress.Mark, map[string][]progress.Evidence) {
		return progress.Present(g.Slug, marks), progress.Pieces(g.Slug, evidence)
	}, now, a.patience())
	for _, due := range round[:min(homeItems, len(round))] {
		item, found, err := a.homeItem(due.guide.Slug, due.Item)
		if err != nil {
			return nil, err
		}
		if found {
			views = append(views, HomeDueView{
				Guide: item.Guide, Level: item.Level, Item: item.Item, Text: item.Text,
				Since: since(words, due.guide.Title, due.Last.In(now.Location()), now),
			})
		}
	}
	return views, nil
}

// since says of which guide an item is and when it was confirmed, to the month: a day long ago says no more.
func since(words *locale.Catalogue, title string, last, now time.Time) string {
	key := "due.since"
	if last.Year() != now.Year() {
		key = "due.since.year"
	}
	return words.Text(key, locale.Args{
		"title": title, "month": words.Text("day.month." + strconv.Itoa(int(last.Month()))), "year": last.Year(),
	})
}
