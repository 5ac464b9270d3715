package app

import (
	"context"
	"fmt"
	"math"

	"github.com/levelica/levelica/internal/guide"
	"github.com/levelica/levelica/internal/progress"
)

// catalogue returns all guides with the person's standing in each, in the order of their titles.
// Faults: guide_invalid, and those of openJournal.
func (a *App) catalogue() (CatalogueView, error) {
	marks, err := a.marks(a.context(), "")
	if err != nil {
		return CatalogueView{}, err
	}
	return a.catalogueOf(a.context(), marks)
}

// catalogueOf returns the catalogue with the standings that follow from the newest marks on all
// guides.
func (a *App) catalogueOf(ctx context.Context, marks []progress.Mark) (CatalogueView, error) {
	slugs, err := a.guides.ByTitle(a.words().Language)
	if err != nil {
		return CatalogueView{}, err
	}
	j, err := a.openJournal(ctx)
	if err != nil {
		return CatalogueView{}, err
	}
	evidence, err := j.Evidence(ctx, "")
	if err != nil {
		return CatalogueView{}, err
	}
	v := CatalogueView{Guides: []CardView{}}
	for _, slug := range slugs {
		g, err := a.guides.Outline(slug, a.words().Language)
		if err != nil {
			return CatalogueView{}, aboutGuide(slug, err)
		}
		v.Guides = append(v.Guides, a.cardView(g, progress.Present(slug, marks), progress.Pieces(slug, evidence)))
	}
	return v, nil
}

// openGuide returns everything that the page of a guide shows.
// Faults: guide_not_found, guide_invalid, and those of openJournal.
func (a *App) openGuide(slug string) (v GuideView, err error) {
	g, err := a.guides.Guide(slug, a.words().Language)
	if err != nil {
		return GuideView{}, aboutGuide(slug, err)
	}
	v = guideView(g)
	if v.Standing, err = a.standing(a.context(), slug); err != nil {
		return GuideView{}, err
	}
	if v.Predicted, _, err = a.predicted(a.context(), slug); err != nil {
		return GuideView{}, err
	}
	if v.Receipts, v.News, err = a.news(a.context(), slug); err != nil {
		return GuideView{}, err
	}
	for _, r := range g.Related {
		other, err := a.guides.Outline(r.Slug, a.words().Language)
		if err != nil {
			continue // a guide may name one that this library does not have
		}
		v.Related = append(v.Related, RelatedView{Slug: r.Slug, Emoji: other.Emoji, Title: other.Title, WhyHTML: guide.HTML(r.Why)})
	}
	return v, nil
}

// progressIn returns a guide and the person's present marks on it.
func (a *App) progressIn(ctx context.Context, slug string) (*guide.Guide, map[string]progress.Mark, error) {
	g, err := a.guides.Guide(slug, a.words().Language)
	if err != nil {
		return nil, nil, aboutGuide(slug, err)
	}
	present, err := a.present(ctx, slug)
	return g, present, err
}

// present returns the person's present marks on a guide.
func (a *App) present(ctx context.Context, slug string) (map[string]progress.Mark, error) {
	marks, err := a.marks(ctx, slug)
	if err != nil {
		return nil, err
	}
	return progress.Present(slug, marks), nil
}

// marks returns the newest marks of the person on a guide, or on all guides where it is empty,
// suggested ones and raters' too.
func (a *App) marks(ctx context.Context, slug string) ([]progress.Mark, error) {
	j, err := a.openJournal(ctx)
	if err != nil {
		return nil, err
	}
	return j.Newest(ctx, slug)
}

func (a *App) cardView(g *guide.Guide, present map[string]progress.Mark, pieces map[string][]progress.Evidence) CardView {
	card := CardView{
		Slug: g.Slug, Emoji: g.Emoji, Category: g.Category, Title: g.Title, Tagline: g.Tagline,
		Edition: g.Edition, Items: g.Items(), Started: len(present) > 0, Standing: a.standingView(g, present, pieces),
		CompleteAt: g.CompleteAt,
	}
	for _, level := range g.Levels {
		card.Titles = append(card.Titles, level.Title)
	}
	for _, m := range present {
		card.LastMark = max(card.LastMark, m.At)
	}
	return card
}

func guideView(g *guide.Guide) GuideView {
	v := GuideView{
		Slug: g.Slug, Emoji: g.Emoji, Category: g.Category, Title: g.Title, Tagline: g.Tagline,
		OverviewHTML: guide.HTML(g.Overview), Edition: g.Edition, Published: g.Published, Updated: g.Updated,
		License: g.License, CompleteAt: g.CompleteAt, Language: g.Language, Related: []RelatedView{},
	}
	for _, s := range g.Strands {
		v.Strands = append(v.Strands, StrandView{ID: s.ID, Name: s.Name, Line: s.Line})
	}
	for _, l := range g.Levels {
		level := LevelView{
			Number: l.Number, Title: l.Title, Dreyfus: l.Dreyfus, SFIA: l.SFIA,
			DescriptionHTML: guide.HTML(l.Description), NextHTML: guide.HTML(l.Next),
		}
		for _, it := range l.Items {
			level.Items = append(level.Items, itemView(it))
		}
		v.Levels = append(v.Levels, level)
	}
	for _, r := range g.References {
		v.References = append(v.References, ReferenceView{
			ID: r.ID, Type: r.Type, Authors: r.Authors, Title: r.Title, Source: r.Source, Year: r.Year,
			DOI: r.DOI, ISBN: r.ISBN, Link: r.Link(), Levels: r.Levels, Verified: r.Verified, WhyHTML: guide.HTML(r.Why),
		})
	}
	for _, t := range g.Glossary {
		v.Glossary = append(v.Glossary, TermView{ID: t.ID, Term: t.Term, DefinitionHTML: guide.HTML(t.Definition)})
	}
	return v
}

func itemView(it guide.Item) ItemView {
	v := ItemView{ID: it.ID, Strand: it.Strand, Text: it.Text, Evidence: it.Evidence, References: it.References, Resources: []ResourceView{}}
	for _, r := range it.Resources {
		v.Resources = append(v.Resources, ResourceView(r))
	}
	return v
}

// standing returns where the person stands in a guide.
func (a *App) standing(ctx context.Context, slug string) (StandingView, error) {
	g, err := a.guides.Outline(slug, a.words().Language)
	if err != nil {
		return StandingView{}, aboutGuide(slug, err)
	}
	marks, err := a.marks(ctx, slug)
	if err != nil {
		return StandingView{}, err
	}
	pieces, err := a.pieces(ctx, slug)
	if err != nil {
		return StandingView{}, err
	}
	v := a.standingView(g, progress.Present(slug, marks), pieces)
	suggested := progress.Suggested(slug, marks)
	for _, level := range g.Levels {
		for _, item := range level.Items {
			if _, stands := suggested[item.ID]; stands {
				v.Suggested = append(v.Suggested, item.ID)
			}
		}
	}
	return v, nil
}

func (a *App) standingView(g *guide.Guide, present map[string]progress.Mark, pieces map[string][]progress.Evidence) StandingView {
	s := progress.Stand(g, present)
	shape := progress.ShapeOf(g, present, s)
	smallest := progress.Smallest(g, present, s)
	stale := map[string]bool{}
	for _, aged := range progress.Age(g, present, pieces, a.now(), a.patience()) {
		if aged.Stale {
			stale[aged.Item] = true
		}
	}
	v := StandingView{
		Guide: g.Slug, Level: s.Level, Marks: []MarkView{}, Suggested: []string{}, Gaps: list(s.Gaps), Next: list(s.Next),
		Target: s.Target, Missing: s.Missing, LooksDone: s.LooksDone, OpenBelow: list(s.OpenBelow),
		Done: s.Done, Rated: s.Rated, Items: s.Items,
		Three: list(smallest[:min(3, len(smallest))]), Evidence: []EvidenceMark{},
		Evidenced: progress.Stand(g, progress.Evidenced(present, pieces)).Level, Stale: len(stale),
	}
	for _, l := range s.Levels {
		v.Levels = append(v.Levels, LevelStandingView{
			Number: l.Number, Done: l.Done, Rated: l.Rated, Items: l.Items, Reached: l.Reached, Missing: l.Missing,
			Percent: int(math.Round(100 * l.Progress)),
		})
		level, _ := g.Level(l.Number)
		for _, it := range level.Items {
			if m, rated := present[it.ID]; rated {
				v.Marks = append(v.Marks, MarkView{Item: it.ID, Verdict: m.Verdict.String(), At: m.At, Stale: stale[it.ID]})
			}
			if n := len(pieces[it.ID]); n > 0 {
				v.Evidence = append(v.Evidence, EvidenceMark{Item: it.ID, Count: n})
			}
		}
	}
	for _, strand := range shape.Strands {
		v.Strands = append(v.Strands, StrandCountView{ID: strand.ID, Level: strand.Level, Done: strand.Done, Items: strand.Items})
	}
	return v
}

// list returns the values as a list that is never null.
func list[T any](values []T) []T {
	if values == nil {
		return []T{}
	}
	return values
}

// guideError says which guide an error is about.
type guideError struct {
	slug string
	err  error
}

func (e *guideError) Error() string { return fmt.Sprintf("guide %s: %v", e.slug, e.err) }
func (e *guideError) Unwrap() error { return e.err }

func aboutGuide(slug string, err error) error { return &guideError{slug: slug, err: err} }
