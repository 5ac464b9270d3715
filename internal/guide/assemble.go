package guide

import (
	"fmt"
	"slices"
	"sort"
	"strings"
)

// assemble joins the structure with the words of the chosen language. It fails only on a structure
// that has not the shape of a guide; the words may have holes.
func assemble(s *structureFile, english, chosen *textFile) (*Guide, error) {
	if len(s.Levels) != Levels {
		return nil, fmt.Errorf("the guide has %d levels, not %d", len(s.Levels), Levels)
	}
	w := words{english: english, chosen: chosen}
	g := &Guide{
		Slug: s.Slug, Emoji: s.Emoji, Category: s.Category, Edition: s.Edition,
		Published: s.Published, Updated: s.Updated, License: s.License, CompleteAt: s.CompleteAt,
		Language: chosen.Language,
		Title:    w.pick("title", func(t *textFile) string { return t.Title }),
		Tagline:  w.pick("tagline", func(t *textFile) string { return t.Tagline }),
		Overview: w.pick("overview", func(t *textFile) string { return t.Overview }),
	}
	for _, id := range s.Strands {
		g.Strands = append(g.Strands, Strand{
			ID:   id,
			Name: w.pick("strands."+id+".name", func(t *textFile) string { return t.Strands[id].Name }),
			Line: w.pick("strands."+id+".line", func(t *textFile) string { return t.Strands[id].Line }),
		})
	}
	for i, l := range s.Levels {
		level := Level{
			Number: l.Number, Dreyfus: l.Dreyfus, SFIA: l.SFIA,
			Title:       w.pick(fmt.Sprintf("levels.%d.title", i+1), func(t *textFile) string { return t.level(i).Title }),
			Description: w.pick(fmt.Sprintf("levels.%d.description", i+1), func(t *textFile) string { return t.level(i).Description }),
			Next:        w.pick(fmt.Sprintf("levels.%d.next", i+1), func(t *textFile) string { return t.level(i).Next }),
		}
		for _, it := range l.Items {
			level.Items = append(level.Items, Item{
				ID: it.ID, Level: l.Number, Strand: it.Strand, Drill: it.Drill,
				References: it.References, Resources: it.Resources,
				Digest:   Digest(english.Items[it.ID].Text),
				Text:     w.pick("items."+it.ID+".text", func(t *textFile) string { return t.Items[it.ID].Text }),
				Evidence: w.pick("items."+it.ID+".evidence", func(t *textFile) string { return t.Items[it.ID].Evidence }),
			})
		}
		g.Levels = append(g.Levels, level)
	}
	for _, r := range s.References {
		g.References = append(g.References, Reference{
			ID: r.ID, Type: r.Type, Authors: r.Authors, Title: r.Title, Source: r.Source, Year: r.Year,
			DOI: r.DOI, URL: r.URL, ISBN: r.ISBN, Levels: r.Levels, Verified: r.Verified, VerifiedHow: r.VerifiedHow,
			Why: w.pick("references."+r.ID+".why", func(t *textFile) string { return t.References[r.ID].Why }),
		})
	}
	for id := range english.Glossary {
		g.Glossary = append(g.Glossary, Term{
			ID:         id,
			Term:       w.pick("glossary."+id+".term", func(t *textFile) string { return t.Glossary[id].Term }),
			Definition: w.pick("glossary."+id+".definition", func(t *textFile) string { return t.Glossary[id].Definition }),
		})
	}
	sort.Slice(g.Glossary, func(i, j int) bool {
		return strings.ToLower(g.Glossary[i].Term) < strings.ToLower(g.Glossary[j].Term)
	})
	for _, slug := range s.Related {
		g.Related = append(g.Related, Related{Slug: slug,
			Why: w.pick("related."+slug, func(t *textFile) string { return t.Related[slug] })})
	}
	slices.Sort(w.fallback)
	g.Fallback = w.fallback
	return g, nil
}

// words takes each text from the chosen language, or else from English, and notes where.
type words struct {
	english, chosen *textFile
	fallback        []string
}

func (w *words) pick(name string, text func(*textFile) string) string {
	if t := strings.TrimSpace(text(w.chosen)); t != "" {
		return t
	}
	if w.chosen != w.english {
		w.fallback = append(w.fallback, name)
	}
	return strings.TrimSpace(text(w.english))
}
