package app

import (
	"context"
	"errors"
	"slices"

	"github.com/levelica/levelica/internal/journal"
	"github.com/levelica/levelica/internal/progress"
)

func (a *App) previewRestore(ctx context.Context, b journal.Backup) (RestoreView, error) {
	then, err := b.Records(ctx)
	if err != nil {
		return RestoreView{}, err
	}
	now, err := a.recordsNow(ctx)
	if err != nil {
		return RestoreView{}, err
	}
	changes, err := a.compare(now, then)
	return RestoreView{Backup: backupView(b), Profiles: changes}, err
}

// recordsNow returns what the journal holds, which is nothing where it cannot be read.
func (a *App) recordsNow(ctx context.Context) ([]journal.Record, error) {
	j, err := a.openJournal(ctx)
	if errors.Is(err, journal.ErrDamaged) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return j.Records(ctx)
}

// compare says, for each profile and guide, what one state of the journal has and another.
func (a *App) compare(now, then []journal.Record) ([]ProfileChangeView, error) {
	changes := []ProfileChangeView{}
	for _, r := range slices.Concat(now, then) {
		if slices.ContainsFunc(changes, func(c ProfileChangeView) bool { return c.ID == r.Profile.ID }) {
			continue
		}
		before, after := recordOf(now, r.Profile.ID), recordOf(then, r.Profile.ID)
		change := ProfileChangeView{ID: r.Profile.ID, Name: r.Profile.Name, Guides: []GuideChangeView{}}
		change.MarksNow, change.LastNow = sumOf(before)
		change.MarksThen, change.LastThen = sumOf(after)
		var slugs []string
		for _, g := range slices.Concat(before.Guides, after.Guides) {
			slugs = append(slugs, g.Guide)
		}
		slices.Sort(slugs)
		for _, slug := range slices.Compact(slugs) {
			g, err := a.changeIn(slug, before, after)
			if err != nil {
				return nil, err
			}
			change.Guides = append(change.Guides, g)
		}
		changes = append(changes, change)
	}
	return changes, nil
}

func recordOf(records []journal.Record, profile string) journal.Record {
	for _, r := range records {
		if r.Profile.ID == profile {
			return r
		}
	}
	return journal.Record{}
}

// sumOf returns how many marks a record has, and when the newest was made.
func sumOf(r journal.Record) (marks int, last int64) {
	for _, g := range r.Guides {
		marks, last = marks+g.Marks, max(last, g.Last)
	}
	return marks, last
}

func marksOn(slug string, r journal.Record) int {
	for _, g := range r.Guides {
		if g.Guide == slug {
			return g.Marks
		}
	}
	return 0
}

func (a *App) changeIn(slug string, before, after journal.Record) (GuideChangeView, error) {
	change := GuideChangeView{Slug: slug, Title: slug, MarksNow: marksOn(slug, before), MarksThen: marksOn(slug, after)}
	g, err := a.guides.Outline(slug, a.words().Language)
	if err != nil {
		return change, nil // a guide that this program does not have: its marks are kept all the same
	}
	change.Title = g.Title
	change.LevelNow = progress.Stand(g, progress.Present(slug, before.Newest)).Level
	change.LevelThen = progress.Stand(g, progress.Present(slug, after.Newest)).Level
	return change, nil
}
