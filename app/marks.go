package app

import (
	"context"
	"slices"

	"github.com/levelica/levelica/internal/guide"
	"github.com/levelica/levelica/internal/progress"
)

// SetMarks records the person's verdicts on items of one guide, all or none, and returns the
// standing that follows when they are durable. The caller makes the marks' IDs, so that a call
// whose outcome is unknown can be repeated safely.
// Faults: guide_not_found, item_not_found, verdict_invalid, mark_invalid, disk_full, and those of openJournal.
func (a *App) SetMarks(slug string, marks []MarkRequest) (v StandingView, err error) {
	defer a.recovered(&err)
	ctx := a.context()
	g, err := a.guides.Guide(slug, a.words().Language)
	if err != nil {
		return StandingView{}, aboutGuide(slug, err)
	}
	if err := a.record(ctx, g, marks); err != nil {
		return StandingView{}, err
	}
	return a.standing(ctx, slug)
}

// record turns requests into marks that say what was answered, and records them.
func (a *App) record(ctx context.Context, g *guide.Guide, requests []MarkRequest) error {
	marks := make([]progress.Mark, 0, len(requests))
	for _, r := range requests {
		item, ok := g.Item(r.Item)
		if !ok {
			return newFault("item_not_found", "guide", g.Slug, "item", r.Item)
		}
		verdict, err := progress.ParseVerdict(r.Verdict)
		if err != nil {
			return newFault("verdict_invalid", "verdict", r.Verdict)
		}
		origin := progress.OriginSelf
		if r.Suggested {
			origin = progress.OriginSuggested
		}
		marks = append(marks, progress.Mark{
			ID: r.ID, Guide: g.Slug, Item: item.ID, Verdict: verdict,
			Origin: origin, Edition: g.Edition, Digest: item.Digest,
		})
	}
	j, err := a.openJournal(ctx)
	if err != nil {
		return err
	}
	return j.Record(ctx, marks...)
}

// ItemHistory returns the marks on one item, the newest first.
// Faults: guide_not_found, item_not_found, and those of openJournal.
func (a *App) ItemHistory(slug, item string) (history []HistoryView, err error) {
	defer a.recovered(&err)
	g, err := a.guides.Guide(slug, a.words().Language)
	if err != nil {
		return nil, aboutGuide(slug, err)
	}
	if _, ok := g.Item(item); !ok {
		return nil, newFault("item_not_found", "guide", slug, "item", item)
	}
	j, err := a.openJournal(a.context())
	if err != nil {
		return nil, err
	}
	marks, err := j.History(a.context(), slug, item)
	if err != nil {
		return nil, err
	}
	history = []HistoryView{}
	for _, m := range slices.Backward(marks) {
		history = append(history, HistoryView{Verdict: m.Verdict.String(), At: m.At, Edition: m.Edition})
	}
	return history, nil
}
