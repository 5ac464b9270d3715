package guide

import (
	"io/fs"
	"maps"
	"slices"
	"strconv"
)

// textValidation checks the words of one language against the structure.
type textValidation struct {
	*validation
	src  *source // of the text file
	text *textFile
}

// checkComplete checks that the file has words for all that the structure names, and no others.
func (t *textValidation) checkComplete() {
	g, text := t.structure, t.text
	if len(text.Levels) != len(g.Levels) {
		t.fault(t.src, "L23", at("levels"), "the file has words for %d levels, the guide has %d", len(text.Levels), len(g.Levels))
	}
	var items, references []string
	for _, level := range g.Levels {
		for _, item := range level.Items {
			items = append(items, item.ID)
		}
	}
	for _, r := range g.References {
		references = append(references, r.ID)
	}
	matchKeys(t, "strands", g.Strands, text.Strands)
	matchKeys(t, "items", items, text.Items)
	matchKeys(t, "references", references, text.References)
	matchKeys(t, "related", g.Related, text.Related)
}

// matchKeys reports what the structure names without words, and words that it does not name.
func matchKeys[T any](t *textValidation, section string, named []string, words map[string]T) {
	for _, id := range named {
		if _, ok := words[id]; !ok {
			t.fault(t.src, "L23", at(section), "%s: no words for %s", section, id)
		}
	}
	for id := range words {
		if !slices.Contains(named, id) {
			t.fault(t.src, "L23", at(section, id), "%s: words for %s, which the guide does not have", section, id)
		}
	}
}

// checkSource checks that a translation was made from the English words as they are now.
func (t *textValidation) checkSource(files fs.FS, english string) {
	original, err := readFile[textFile](files, english)
	if err != nil {
		return // that the English words are missing or broken is said where they are checked
	}
	if now := original.digest(); t.text.MadeFrom != now {
		t.fault(t.src, "L24", at("made_from"), "the translation was made from %q, but the English words are %q now; bring it up to date, then note that", t.text.MadeFrom, now)
	}
}

// eachText calls visit with every text that may hold links, and its place.
func (t *textValidation) eachText(visit func(text string, where []any)) {
	visit(t.text.Overview, at("overview"))
	for i, level := range t.text.Levels {
		visit(level.Description, at("levels", i, "description"))
		visit(level.Next, at("levels", i, "next"))
	}
	for id, r := range t.text.References {
		visit(r.Why, at("references", id, "why"))
	}
	for id, term := range t.text.Glossary {
		visit(term.Definition, at("glossary", id, "definition"))
	}
	for slug, why := range t.text.Related {
		visit(why, at("related", slug))
	}
}

// checkLinks checks that every link leads somewhere, and that no term is defined by way of itself.
func (t *textValidation) checkLinks() {
	references := map[string]bool{}
	for _, r := range t.structure.References {
		references[r.ID] = true
	}
	t.eachText(func(text string, where []any) {
		for _, link := range textLink.FindAllStringSubmatch(text, -1) {
			kind, target := link[2], link[3]
			known := false
			switch kind {
			case "term":
				_, known = t.text.Glossary[target]
			case "ref":
				known = references[target]
			case "level":
				n, err := strconv.Atoi(target)
				known = err == nil && n >= 1 && n <= len(t.structure.Levels)
			}
			if !known {
				t.fault(t.src, "L17", where, "the link #%s-%s leads nowhere", kind, target)
			}
		}
	})
	for _, id := range slices.Sorted(maps.Keys(t.text.Glossary)) {
		if t.reaches(id, id, map[string]bool{}) {
			t.fault(t.src, "L17", at("glossary", id), "the definition of %q leads back to itself", id)
		}
	}
}

// reaches reports whether the definition of a term links to the target, directly or by way of
// other terms.
func (t *textValidation) reaches(from, target string, seen map[string]bool) bool {
	for _, link := range textLink.FindAllStringSubmatch(t.text.Glossary[from].Definition, -1) {
		next := link[3]
		if link[2] != "term" || seen[next] {
			continue
		}
		if next == target {
			return true
		}
		seen[next] = true
		if t.reaches(next, target, seen) {
			return true
		}
	}
	return false
}
