package guide

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"slices"
)

// Outline returns the guide with that slug without most of its words: what a list of guides shows,
// and what a standing is computed from. It has the slug, emoji, category, edition, dates, language,
// title, tagline and complete level, the IDs of the strands, the number and title of each level,
// and of each item ID, level, strand and whether it is a drill; everything else is empty. Reading the outlines of all
// guides costs a fraction of reading one guide. It fails as Guide does.
func (l *Library) Outline(slug, language string) (*Guide, error) {
	return l.read(l.outlines, slug, language, l.shelf.outline)
}

// outlineFile is an outline as it is compiled into the program.
type outlineFile struct {
	Slug       string         `json:"slug"`
	Emoji      string         `json:"emoji"`
	Category   string         `json:"category"`
	Edition    int            `json:"edition"`
	Published  string         `json:"published"`
	Updated    string         `json:"updated"`
	CompleteAt int            `json:"completeAt,omitempty"`
	Language   string         `json:"language"`
	Title      string         `json:"title"`
	Tagline    string         `json:"tagline"`
	Strands    []string       `json:"strands"`
	Levels     []outlineLevel `json:"levels"`
}

// outlineLevel names the strand of each item by its place among the strands.
type outlineLevel struct {
	Number  int      `json:"number"`
	Title   string   `json:"title"`
	Items   []string `json:"items"`
	Strands []int    `json:"strands"`
	Drills  []int    `json:"drills,omitempty"` // the places of the items that are drills
}

// outlineOf takes the outline out of a guide. It fails for an item whose strand the guide has not.
func outlineOf(g *Guide) (outlineFile, error) {
	file := outlineFile{
		Slug: g.Slug, Emoji: g.Emoji, Category: g.Category, Edition: g.Edition,
		Published: g.Published, Updated: g.Updated, CompleteAt: g.CompleteAt,
		Language: g.Language, Title: g.Title, Tagline: g.Tagline,
	}
	for _, s := range g.Strands {
		file.Strands = append(file.Strands, s.ID)
	}
	for _, l := range g.Levels {
		level := outlineLevel{Number: l.Number, Title: l.Title}
		for place, item := range l.Items {
			strand := slices.Index(file.Strands, item.Strand)
			if strand < 0 {
				return outlineFile{}, fmt.Errorf("%s: the guide has no strand %q", item.ID, item.Strand)
			}
			level.Items = append(level.Items, item.ID)
			level.Strands = append(level.Strands, strand)
			if item.Drill {
				level.Drills = append(level.Drills, place)
			}
		}
		file.Levels = append(file.Levels, level)
	}
	return file, nil
}

// guide returns the outline in the shape of a guide.
func (f outlineFile) guide() *Guide {
	g := &Guide{
		Slug: f.Slug, Emoji: f.Emoji, Category: f.Category, Edition: f.Edition,
		Published: f.Published, Updated: f.Updated, CompleteAt: f.CompleteAt,
		Language: f.Language, Title: f.Title, Tagline: f.Tagline,
	}
	for _, id := range f.Strands {
		g.Strands = append(g.Strands, Strand{ID: id})
	}
	for _, l := range f.Levels {
		level := Level{Number: l.Number, Title: l.Title}
		for i, id := range l.Items {
			level.Items = append(level.Items, Item{ID: id, Level: l.Number, Strand: f.Strands[l.Strands[i]], Drill: slices.Contains(l.Drills, i)})
		}
		g.Levels = append(g.Levels, level)
	}
	return g
}

func (f folderShelf) outline(slug, language string) (*Guide, error) {
	g, err := f.load(slug, language)
	if err != nil {
		return nil, err
	}
	file, err := outlineOf(g)
	if err != nil {
		return nil, err
	}
	return file.guide(), nil
}

// compiledOutlineName names the outline of a compiled guide. It is not compressed: it is small, and
// all of them are read at every start.
func compiledOutlineName(slug, language string) string {
	return "compiled/" + slug + "." + language + ".outline.json"
}

func (s compiledShelf) outline(slug, language string) (*Guide, error) {
	g, err := readOutline(compiled, compiledOutlineName(slug, language))
	if errors.Is(err, fs.ErrNotExist) && language != DefaultLanguage {
		return s.outline(slug, DefaultLanguage)
	}
	return g, err
}

func readOutline(files fs.FS, name string) (*Guide, error) {
	data, err := fs.ReadFile(files, name)
	if err != nil {
		return nil, err
	}
	var file outlineFile
	if err := json.Unmarshal(data, &file); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return file.guide(), nil
}
