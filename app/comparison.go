package app

import (
	"context"
	"errors"
	"slices"

	"github.com/levelica/levelica/internal/journal"
	"github.com/levelica/levelica/internal/locale"
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
	return RestoreView{Backup: backupView(b), Profiles: a.compare(now, then)}, nil
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

// compare says, for each profile, what one state of the journal has and another.
func (a *App) compare(now, then []journal.Record) []ProfileChangeView {
	changes := []ProfileChangeView{}
	for _, r := range slices.Concat(now, then) {
		if slices.ContainsFunc(changes, func(c ProfileChangeView) bool { return c.ID == r.Profile.ID }) {
			continue
		}
		before, after := recordOf(now, r.Profile.ID), recordOf(then, r.Profile.ID)
		change := ProfileChangeView{ID: r.Profile.ID, Name: r.Profile.Name, Guides: []GuideChangeView{}}
		change.MarksNow, change.MarksThen = sumOf(before), sumOf(after)
		var slugs []string
		for _, g := range slices.Concat(before.Guides, after.Guides) {
			slugs = append(slugs, g.Guide)
		}
		slices.Sort(slugs)
		for _, slug := range slices.Compact(slugs) {
			change.Guides = append(change.Guides, a.changeIn(slug, before, after))
		}
		a.describeChange(&change, before, after)
		changes = append(changes, change)
	}
	if len(changes) > 1 {
		// Of somebody who has recorded nothing, here or there, there is nothing to say.
		changes = slices.DeleteFunc(changes, func(c ProfileChangeView) bool { return len(c.Rows) == 0 && c.MarksNow == 0 })
	}
	return changes
}

// describeChange says in words what becomes of a profile.
func (a *App) describeChange(c *ProfileChangeView, before, after journal.Record) {
	words := a.words()
	answers := func(n int) string { return words.Text("change.marks", locale.Args{"n": n}) }
	standing := func(n, level int) string {
		return words.Text("change.standing", locale.Args{"marks": answers(n), "level": levelIn(words, level)})
	}
	for _, g := range c.Guides {
		c.Rows = append(c.Rows, ChangeRowView{
			What: g.Title, Now: standing(g.MarksNow, g.LevelNow), Then: standing(g.MarksThen, g.LevelThen),
			Other: recordedOn(g.Slug, before) != recordedOn(g.Slug, after) || g.LevelNow != g.LevelThen,
		})
	}
	c.Rows = append(c.Rows, ChangeRowView{
		What: words.Text("change.all"), Now: answers(c.MarksNow), Then: answers(c.MarksThen), Other: c.MarksNow != c.MarksThen,
	})
	for _, kind := range journal.Kinds() {
		was, is := before.Kept[kind], after.Kept[kind]
		if was.Number == 0 && is.Number == 0 {
			continue
		}
		row := ChangeRowView{
			What: words.Text("change.kind." + string(kind)), Now: words.Text("change.count", locale.Args{"n": was.Number}),
			Then: words.Text("change.count", locale.Args{"n": is.Number}), Other: was != is,
		}
		if was.Number == is.Number && row.Other {
			row.Then = words.Text("change.others", locale.Args{"n": is.Number})
		}
		c.Rows = append(c.Rows, row)
	}
	key := "change.of"
	switch {
	case before.Profile.ID == "":
		key = "change.new"
	case after.Profile.ID == "":
		key = "change.gone"
	case before.Profile.Name != after.Profile.Name:
		key = "change.renamed"
	case !slices.ContainsFunc(c.Rows, func(r ChangeRowView) bool { return r.Other }):
		key, c.Rows = "change.none", []ChangeRowView{}
	}
	c.Title = words.Text(key, locale.Args{"name": c.Name, "then": after.Profile.Name})
}

func recordOf(records []journal.Record, profile string) journal.Record {
	for _, r := range records {
		if r.Profile.ID == profile {
			return r
		}
	}
	return journal.Record{}
}

// sumOf returns how many marks a record has.
func sumOf(r journal.Record) (marks int) {
	for _, g := range r.Guides {
		marks += g.Marks
	}
	return marks
}

func recordedOn(slug string, r journal.Record) journal.Recorded {
	for _, g := range r.Guides {
		if g.Guide == slug {
			return g
		}
	}
	return journal.Recorded{}
}

func (a *App) changeIn(slug string, before, after journal.Record) GuideChangeView {
	change := GuideChangeView{Slug: slug, Title: slug, MarksNow: recordedOn(slug, before).Marks, MarksThen: recordedOn(slug, after).Marks}
	g, err := a.guides.Outline(slug, a.words().Language)
	if err != nil {
		return change // a guide that this program does not have: its marks are kept all the same
	}
	change.Title = g.Title
	change.LevelNow = progress.Stand(g, progress.Present(slug, before.Newest)).Level
	change.LevelThen = progress.Stand(g, progress.Present(slug, after.Newest)).Level
	return change
}
