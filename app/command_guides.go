package app

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/text/width"

	"github.com/levelica/levelica/internal/guide"
)

type guidesCommand struct {
	JSON bool `help:"Write JSON."`
}

type guideEntry struct {
	Slug     string `json:"slug"`
	Title    string `json:"title"`
	Emoji    string `json:"emoji"`
	Category string `json:"category"`
	Tagline  string `json:"tagline"`
	Edition  int    `json:"edition"`
	Updated  string `json:"updated"`
	Levels   int    `json:"levels"`
	Items    int    `json:"items"`
	// Languages are those that the guide has words in, English first.
	Languages []string `json:"languages"`
}

// Run lists the guides. It needs no journal.
func (c guidesCommand) Run(t *terminal) error {
	slugs, err := t.app.guides.ByTitle(t.words.Language)
	if err != nil {
		return err
	}
	entries := []guideEntry{}
	for _, slug := range slugs {
		g, err := t.app.guides.Outline(slug, t.words.Language)
		if err != nil {
			return aboutGuide(slug, err)
		}
		languages, err := t.app.guides.Languages(slug)
		if err != nil {
			return aboutGuide(slug, err)
		}
		entries = append(entries, guideEntry{
			Languages: languages,
			Slug:      g.Slug, Title: g.Title, Emoji: g.Emoji, Category: g.Category, Tagline: g.Tagline,
			Edition: g.Edition, Updated: g.Updated, Levels: len(g.Levels), Items: g.Items(),
		})
	}
	if c.JSON {
		return t.json(entries)
	}
	for _, e := range entries {
		t.print("%s  %s", e.Slug, e.Title)
		t.print("    %s", e.Tagline)
		t.print("    %s", t.words.Text("command.guide.line", map[string]any{"levels": e.Levels, "items": e.Items, "edition": e.Edition}))
	}
	return nil
}

type showCommand struct {
	Guide string `arg:"" help:"Slug of the guide, as listed by: levelica guides"`
	Level int    `help:"Only this level, 1 to 7." placeholder:"N"`
	JSON  bool   `help:"Write JSON."`
}

type shownGuide struct {
	Slug     string       `json:"slug"`
	Title    string       `json:"title"`
	Tagline  string       `json:"tagline"`
	Edition  int          `json:"edition"`
	Language string       `json:"language"`
	Levels   []shownLevel `json:"levels"`
}

type shownLevel struct {
	Number      int         `json:"number"`
	Title       string      `json:"title"`
	Dreyfus     string      `json:"dreyfus"`
	SFIA        string      `json:"sfia"`
	Description string      `json:"description"`
	Items       []shownItem `json:"items"`
	Next        string      `json:"next"`
}

type shownItem struct {
	ID         string   `json:"id"`
	Strand     string   `json:"strand"`
	Text       string   `json:"text"`
	Evidence   string   `json:"evidence"`
	References []string `json:"references"`
}

// Run shows a guide. It needs no journal.
func (c showCommand) Run(t *terminal) error {
	g, err := t.app.guides.Guide(c.Guide, t.words.Language)
	if err != nil {
		return aboutGuide(c.Guide, err)
	}
	shown := shownGuide{Slug: g.Slug, Title: g.Title, Tagline: g.Tagline, Edition: g.Edition, Language: g.Language, Levels: []shownLevel{}}
	for _, l := range g.Levels {
		if c.Level != 0 && l.Number != c.Level {
			continue
		}
		level := shownLevel{
			Number: l.Number, Title: l.Title, Dreyfus: l.Dreyfus, SFIA: l.SFIA, Items: []shownItem{},
			Description: guide.Plain(l.Description), Next: guide.Plain(l.Next),
		}
		for _, it := range l.Items {
			level.Items = append(level.Items, shownItem{ID: it.ID, Strand: it.Strand, Text: it.Text, Evidence: it.Evidence, References: list(it.References)})
		}
		shown.Levels = append(shown.Levels, level)
	}
	if len(shown.Levels) == 0 {
		return newFault("level_not_found", "guide", c.Guide, "level", c.Level)
	}
	if c.JSON {
		return t.json(shown)
	}
	t.print("%s %s", g.Emoji, g.Title)
	t.print("%s", g.Tagline)
	for _, l := range shown.Levels {
		t.print("\n%s", t.words.Text("command.level", map[string]any{"number": l.Number, "title": l.Title}))
		t.paragraph(l.Description)
		strand := ""
		for _, it := range l.Items {
			if it.Strand != strand {
				strand = it.Strand
				t.print("   %s", g.StrandName(strand))
			}
			t.print("     %s  %s", it.ID, it.Text)
		}
		t.print("   %s", t.words.Text("command.next.heading"))
		t.paragraph(l.Next)
	}
	return nil
}

// paragraph prints a text in lines of at most 76 columns, indented by three.
func (t *terminal) paragraph(text string) {
	const limit, indent = 76, "   "
	line := indent
	for _, word := range strings.Fields(text) {
		if columns(line)+1+columns(word) > limit && line != indent {
			t.print("%s", line)
			line = indent
		}
		if line != indent {
			line += " "
		}
		line += word
	}
	t.print("%s", line)
}

// columns counts the columns that a text takes in a terminal: Korean letters take two.
func columns(text string) int {
	n := 0
	for _, r := range text {
		n++
		if kind := width.LookupRune(r).Kind(); kind == width.EastAsianWide || kind == width.EastAsianFullwidth {
			n++
		}
	}
	return n
}

type validateCommand struct {
	Path string `arg:"" help:"A file of a guide, the folder of a guide, or a folder of guides."`
	JSON bool   `help:"Write JSON."`
}

// Run checks a guide and lists every fault as file:line: rule: what is wrong.
func (c validateCommand) Run(t *terminal) error {
	info, err := os.Stat(c.Path)
	if err != nil {
		return fileFault(t.words, c.Path, err)
	}
	var faults guide.Faults
	root := c.Path
	switch {
	case !info.IsDir():
		root = filepath.Dir(c.Path)
		faults = guide.ValidateFile(os.DirFS(root), filepath.Base(c.Path))
	case isGuide(c.Path):
		// Opened from the folder above, so that the folder's name can be held against the slug.
		abs, err := filepath.Abs(c.Path)
		if err != nil {
			return fileFault(t.words, c.Path, err)
		}
		faults = guide.Validate(os.DirFS(filepath.Dir(abs)), filepath.Base(abs))
		for i := range faults {
			faults[i].File = filepath.Base(faults[i].File)
		}
	default:
		faults = guide.ValidateLibrary(os.DirFS(c.Path))
	}
	for i := range faults {
		faults[i].File = filepath.Join(root, filepath.FromSlash(faults[i].File))
	}
	if c.JSON {
		if err := t.json(list(faults)); err != nil {
			return err
		}
	} else {
		for _, f := range faults {
			t.print("%s", f)
		}
	}
	if len(faults) > 0 {
		return newFault("guide_faults", "n", len(faults))
	}
	if !c.JSON {
		t.print("%s", t.words.Text("command.valid"))
	}
	return nil
}

// isGuide reports whether a folder is that of one guide.
func isGuide(dir string) bool {
	for _, name := range []string{"guide.yaml", "en.yaml"} {
		if _, err := os.Stat(filepath.Join(dir, name)); !errors.Is(err, fs.ErrNotExist) {
			return true
		}
	}
	return false
}
