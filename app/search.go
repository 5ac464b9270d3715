package app

import (
	"path"
	"slices"

	"github.com/levelica/levelica/internal/guide"
	"github.com/levelica/levelica/internal/locale"
)

// SearchView is all that the window's search knows of the guides in one language. It is a file, not
// an answer to a call: nobody waits for it, and the window keeps it as long as it is open.
type SearchView struct {
	Language string `json:"language"`
	// Languages are all that guides are written in. The window reads them one after the other: a
	// Korean reader types English terms too.
	Languages  []string          `json:"languages"`
	LevelNames []string          `json:"levelNames"` // "Level 1" first, as people of the language say it
	Guides     []SearchGuideView `json:"guides"`
	Pages      []SearchPageView  `json:"pages"`
}

// SearchPageView is a part of the window that is no place of its own: a topic of Help, a section of
// the settings.
type SearchPageView struct {
	Address string `json:"address"` // without "#/", as in help/privacy
	Title   string `json:"title"`
	Words   string `json:"words"` // what it is also called
}

// searchPages are those pages, by the key of their title. What else people call them stands in the
// room pages.json, under the last part of the address.
var searchPages = []struct{ address, title string }{
	{"help/how", "help.how"},
	{"help/level", "help.level"},
	{"help/faq", "help.faq"},
	{"help/privacy", "help.privacy"},
	{"help/terms", "help.terms"},
	{"help/licences", "help.licences"},
	{"help/about", "help.about"},
	{"settings/people", "settings.people"},
	{"settings/language", "settings.language"},
	{"settings/looks", "settings.looks"},
	{"settings/ratings", "settings.ratings"},
	{"settings/reminders", "settings.reminders"},
	{"settings/data", "settings.data"},
	{"settings/backup", "backup.title"},
}

// SearchGuideView is a guide as it can be searched.
type SearchGuideView struct {
	Slug       string                `json:"slug"`
	Emoji      string                `json:"emoji"`
	Title      string                `json:"title"`
	Tagline    string                `json:"tagline"`
	Levels     []SearchLevelView     `json:"levels"` // level 1 first
	Terms      []SearchTermView      `json:"terms"`
	References []SearchReferenceView `json:"references"`
}

// SearchLevelView is a level with its items.
type SearchLevelView struct {
	Title string           `json:"title"`
	Items []SearchItemView `json:"items"`
}

// SearchItemView is an item.
type SearchItemView struct {
	ID   string `json:"id"`
	Text string `json:"text"`
}

// SearchTermView is an entry of the glossary, without links.
type SearchTermView struct {
	ID         string `json:"id"`
	Term       string `json:"term"`
	Definition string `json:"definition"`
}

// SearchReferenceView is a source.
type SearchReferenceView struct {
	ID      string `json:"id"`
	Title   string `json:"title"`
	Authors string `json:"authors"`
	Source  string `json:"source"`
	Year    int    `json:"year"`
}

// searchable returns what can be searched in a language.
func (a *App) searchable(language string) (SearchView, error) {
	slugs, err := a.guides.Slugs()
	if err != nil {
		return SearchView{}, err
	}
	v := SearchView{Language: language, Guides: []SearchGuideView{}}
	words := locale.For(language)
	for n := range guide.Levels {
		v.LevelNames = append(v.LevelNames, words.Text("level.name", locale.Args{"level": n + 1}))
	}
	for _, p := range searchPages {
		v.Pages = append(v.Pages, SearchPageView{
			Address: p.address, Title: words.Text(p.title), Words: words.Text("page." + path.Base(p.address)),
		})
	}
	for _, slug := range slugs {
		languages, err := a.guides.Languages(slug)
		if err != nil {
			return SearchView{}, aboutGuide(slug, err)
		}
		for _, l := range languages {
			if !slices.Contains(v.Languages, l) {
				v.Languages = append(v.Languages, l)
			}
		}
		g, err := a.guides.Guide(slug, language)
		if err != nil {
			return SearchView{}, aboutGuide(slug, err)
		}
		v.Guides = append(v.Guides, searchGuideView(g))
	}
	if !slices.Contains(v.Languages, language) {
		return SearchView{}, newFault("language_unknown", "language", language)
	}
	return v, nil
}

func searchGuideView(g *guide.Guide) SearchGuideView {
	v := SearchGuideView{
		Slug: g.Slug, Emoji: g.Emoji, Title: g.Title, Tagline: g.Tagline,
		Terms: []SearchTermView{}, References: []SearchReferenceView{},
	}
	for _, l := range g.Levels {
		level := SearchLevelView{Title: l.Title}
		for _, it := range l.Items {
			level.Items = append(level.Items, SearchItemView{ID: it.ID, Text: it.Text})
		}
		v.Levels = append(v.Levels, level)
	}
	for _, t := range g.Glossary {
		v.Terms = append(v.Terms, SearchTermView{ID: t.ID, Term: t.Term, Definition: guide.Plain(t.Definition)})
	}
	for _, r := range g.References {
		v.References = append(v.References, SearchReferenceView{ID: r.ID, Title: r.Title, Authors: r.Authors, Source: r.Source, Year: r.Year})
	}
	return v
}
