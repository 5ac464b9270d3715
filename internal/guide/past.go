package guide

import (
	"sort"
)

// What a mark was given to stays known for ever. A mark names the edition that was answered and the
// digest of its words; past.yaml in a guide's folder says how items stood in the editions before
// this one, where that was otherwise. It travels with the guide, so that any computer can tell what
// became of a mark, also of one that another computer made years ago.

// Past is how an item stood up to and including an edition.
type Past struct {
	ID     string
	Until  int // last edition that had the item so
	Level  int
	Strand string
	Texts  map[string]string // by language
	Digest string            // of the English text
	// Editorial says that the words which came after say the same in the same detail, such as a slip
	// of the pen put right: nobody is asked whether their answer still holds.
	Editorial bool
	// ReplacedBy is the item that took its place, or empty. Only an item that was retired has it.
	ReplacedBy string
}

// AsOf returns the outline that the guide had in an edition: strands, and of each level the items
// with ID, level, strand, digest and whether it is a drill. What is no item's is empty.
func (g *Guide) AsOf(edition int) *Guide {
	then := &Guide{Slug: g.Slug, Edition: edition, CompleteAt: g.CompleteAt, Strands: g.Strands}
	for _, l := range g.Levels {
		then.Levels = append(then.Levels, Level{Number: l.Number, Title: l.Title})
	}
	put := func(item Item) {
		if level := item.Level; level >= 1 && level <= len(then.Levels) {
			then.Levels[level-1].Items = append(then.Levels[level-1].Items, item)
		}
	}
	for _, p := range g.Past {
		if earlier, ok := g.pastOf(p.ID, edition); ok && earlier.Until == p.Until && g.Later[p.ID] <= edition {
			now, _ := g.Item(p.ID)
			put(Item{ID: p.ID, Level: p.Level, Strand: p.Strand, Digest: p.Digest, Drill: now.Drill})
		}
	}
	for _, l := range g.Levels {
		for _, item := range l.Items {
			if _, otherwise := g.pastOf(item.ID, edition); !otherwise && g.Later[item.ID] <= edition {
				put(Item{ID: item.ID, Level: item.Level, Strand: item.Strand, Digest: item.Digest, Drill: item.Drill})
			}
		}
	}
	return then
}

// pastOf returns how an item stood in an edition, where that differs from how it stands now.
func (g *Guide) pastOf(id string, edition int) (found Past, ok bool) {
	for _, p := range g.Past {
		if p.ID == id && p.Until >= edition && (!ok || p.Until < found.Until) {
			found, ok = p, true
		}
	}
	return found, ok
}

// Steps returns how an item stood from an edition on, the oldest first, without how it stands now.
func (g *Guide) Steps(id string, edition int) []Past {
	var steps []Past
	for _, p := range g.Past {
		if p.ID == id && p.Until >= edition {
			steps = append(steps, p)
		}
	}
	sort.Slice(steps, func(i, j int) bool { return steps[i].Until < steps[j].Until })
	return steps
}

// Successor returns the item of the guide that took the place of one that it has no longer, by way of
// others where those are gone too, and whether there is one.
func (g *Guide) Successor(id string) (Item, bool) {
	for range len(g.Past) { // one that leads back to itself has no end
		steps := g.Steps(id, 0)
		if len(steps) == 0 || steps[len(steps)-1].ReplacedBy == "" {
			return Item{}, false
		}
		id = steps[len(steps)-1].ReplacedBy
		if item, ok := g.Item(id); ok {
			return item, true
		}
	}
	return Item{}, false
}

// pastFile is past.yaml.
type pastFile struct {
	Slug  string         `yaml:"slug"`
	Items []pastItem     `yaml:"items"`
	New   map[string]int `yaml:"new"`
}

type pastItem struct {
	ID         string            `yaml:"id"`
	Until      int               `yaml:"until"`
	Level      int               `yaml:"level"`
	Strand     string            `yaml:"strand"`
	Text       map[string]string `yaml:"text"`
	Editorial  bool              `yaml:"editorial"`
	ReplacedBy string            `yaml:"replaced_by"`
}

// remember puts what the file says into a guide.
func (f *pastFile) remember(g *Guide) {
	for _, it := range f.Items {
		g.Past = append(g.Past, Past{
			ID: it.ID, Until: it.Until, Level: it.Level, Strand: it.Strand, Texts: it.Text,
			Digest: Digest(it.Text[DefaultLanguage]), Editorial: it.Editorial, ReplacedBy: it.ReplacedBy,
		})
	}
	g.Later = f.New
}
