// Package guide holds what can be learned: the guides of the library, their loading, the rules
// that they are written by, and the ledger that keeps their identifiers permanent.
//
// A guide is two kinds of file in one folder: guide.yaml holds the structure (levels, items,
// references), and one text file a language (en.yaml, ko.yaml) holds the words. Structure,
// identifiers and dates are shared by all languages; only words differ.
package guide

import (
	"crypto/sha256"
	"encoding/hex"
)

// The shape that every guide has. The rules of progress depend on these numbers.
const (
	Levels        = 7  // levels in a guide, numbered 1 to 7
	Strands       = 5  // themes that run through all levels
	ItemsPerLevel = 10 // two items of each strand
)

// Guide is one edition of a guide with its words in one language. Words that are missing in that
// language are English, and named in Fallback.
type Guide struct {
	Slug       string // permanent identifier, "backend-engineering"
	Emoji      string
	Category   string // identifier of the category, "technology-digital"
	Edition    int    // counts from 1; a draft until its release
	Published  string // ISO date
	Updated    string // ISO date, never before Published
	License    string // SPDX identifier of the texts' licence
	CompleteAt int    // level that is a complete outcome in a guide for everyone, else 0

	Language string   // language of the words, "en"
	Fallback []string // where English stands in for a missing word, as in "items.be-012.text"
	Title    string
	Tagline  string
	Overview string // Markdown, see HTML and Plain

	Strands    []Strand // always five
	Levels     []Level  // always seven, level 1 first
	References []Reference
	Glossary   []Term // in alphabetical order of the term
	Related    []Related

	Past  []Past         // how items stood in earlier editions, where that was otherwise
	Later map[string]int // edition that had an item first, of those that edition 1 had not
}

// Strand is a theme that an item belongs to. The same five strands run through all levels.
type Strand struct {
	ID   string
	Name string
	Line string // one sentence on what the strand is about
}

// Level is one of the seven ordered stages of a guide.
type Level struct {
	Number      int // 1 to 7
	Title       string
	Dreyfus     string // stage of the Dreyfus model of skill acquisition, "Competent"
	SFIA        string // level of responsibility in SFIA 9, "Apply"
	Description string // Markdown
	Next        string // Markdown: what comes next
	Items       []Item // always ten, in the order of the strands
}

// Item is one observable statement. Guide and ID together name it for ever, whatever becomes of
// its words and its place.
type Item struct {
	ID         string
	Level      int
	Strand     string // a Strand's ID
	Text       string
	Evidence   string // what a person could show for it
	Digest     string // of the English text, see Digest
	Drill      bool   // a recovery, incident or security drill, which goes stale sooner
	References []string
	Resources  []Resource
}

// Resource is a place to learn an item from.
type Resource struct {
	Title   string `yaml:"title"`
	URL     string `yaml:"url"`
	Free    bool   `yaml:"free"`
	Licence string `yaml:"licence"`
}

// Reference is a source that the guide rests on, with how it was verified.
type Reference struct {
	ID          string
	Type        string // one of those in the schema
	Authors     string
	Title       string
	Source      string // publisher, journal, or body and number
	Year        int
	DOI         string
	URL         string
	ISBN        string
	Levels      []int
	Verified    string // ISO date
	VerifiedHow string
	Why         string // how it informs the guide, Markdown
}

// Link returns the address under which a reference can be looked up, or "" where it has none.
func (r Reference) Link() string {
	switch {
	case r.DOI != "":
		return "https://doi.org/" + r.DOI
	default:
		return r.URL
	}
}

// learningScience is the type of the references that "what comes next" cites. They support how a
// guide teaches, not what it says about its field.
const learningScience = "learning_science"

// Term is an entry of the glossary.
type Term struct {
	ID         string
	Term       string
	Definition string // Markdown
}

// Related names another guide and why a reader of this one may want it.
type Related struct {
	Slug string
	Why  string
}

// Item returns the item with that ID, and whether the guide has it.
func (g *Guide) Item(id string) (Item, bool) {
	for _, level := range g.Levels {
		for _, item := range level.Items {
			if item.ID == id {
				return item, true
			}
		}
	}
	return Item{}, false
}

// Level returns the level with that number, and whether the guide has it.
func (g *Guide) Level(number int) (Level, bool) {
	if number < 1 || number > len(g.Levels) {
		return Level{}, false
	}
	return g.Levels[number-1], true
}

// StrandName returns the name of a strand in the guide's language, or its ID where it has none.
func (g *Guide) StrandName(id string) string {
	for _, s := range g.Strands {
		if s.ID == id && s.Name != "" {
			return s.Name
		}
	}
	return id
}

// Items counts the items of all levels.
func (g *Guide) Items() int {
	n := 0
	for _, level := range g.Levels {
		n += len(level.Items)
	}
	return n
}

// Digest returns a short fingerprint of an item's English text: the first 16 hexadecimal digits
// of its SHA-256. A mark keeps it, so that it stays known which words were answered.
func Digest(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:8])
}
