package app

import (
	"time"

	"github.com/levelica/levelica/internal/guide"
	"github.com/levelica/levelica/internal/progress"
)

// fresh returns one round of a fresh look: of the items of all guides that were confirmed too long
// ago, the least fresh ones. Looking changes nothing; answering again is SetMarks.
// Faults: guide_invalid, and those of openJournal.
func (a *App) fresh() (FreshView, error) {
	in, err := a.readInsight(a.context(), "")
	if err != nil {
		return FreshView{}, err
	}
	v := FreshView{Round: []FreshItemView{}}
	var all []progress.Aged
	from := map[string]*guide.Guide{} // an ID of an item says which guide it is of, but nobody promises it
	key := func(g *guide.Guide, item string) string { return g.Slug + " " + item }
	for _, g := range in.started {
		present, pieces := in.of(g)
		for _, aged := range progress.Age(g, present, pieces, in.now) {
			aged.Item = key(g, aged.Item)
			from[aged.Item] = g
			if aged.Stale {
				v.Stale++
			}
			all = append(all, aged)
		}
	}
	for _, aged := range progress.Round(all) {
		outline := from[aged.Item]
		g, err := a.guides.Guide(outline.Slug, in.words.Language)
		if err != nil {
			return FreshView{}, aboutGuide(outline.Slug, err)
		}
		item, ok := g.Item(aged.Item[len(outline.Slug)+1:])
		if !ok {
			continue
		}
		present, _ := in.of(outline)
		v.Round = append(v.Round, FreshItemView{
			Guide: g.Slug, Emoji: g.Emoji, Title: g.Title, Item: item.ID, Level: aged.Level,
			Strand: g.StrandName(item.Strand), Text: item.Text, Verdict: present[item.ID].Verdict.String(),
			Last: aged.Last.In(in.now.Location()).Format(time.DateOnly), Drill: aged.Drill,
		})
	}
	return v, nil
}
