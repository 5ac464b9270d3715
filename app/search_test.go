package app

import (
	"slices"
	"strings"
	"testing"

	"github.com/levelica/levelica/internal/guide"
)

func TestEverythingThatAGuideHoldsCanBeSearchedInEveryLanguage(t *testing.T) {
	a := New(Config{DataDir: t.TempDir()})
	for _, language := range []string{"en", "ko"} {
		v, err := a.searchable(language)
		if err != nil {
			t.Fatal(err)
		}
		if v.Language != language || !slices.Equal(v.Languages, []string{"en", "ko"}) {
			t.Errorf("%s: the file says %q of %v", language, v.Language, v.Languages)
		}
		if want := map[string]string{"en": "Level 7", "ko": "레벨 7"}[language]; v.LevelNames[6] != want {
			t.Errorf("%s: the levels are called %q", language, v.LevelNames)
		}
		items := 0
		for _, found := range v.Guides {
			g, err := a.guides.Guide(found.Slug, language)
			if err != nil {
				t.Fatal(err)
			}
			if found.Title != g.Title || len(found.Terms) != len(g.Glossary) || len(found.References) != len(g.References) {
				t.Errorf("%s %s: %q with %d terms and %d references", language, g.Slug, found.Title, len(found.Terms), len(found.References))
			}
			for i, level := range found.Levels {
				if level.Title != g.Levels[i].Title {
					t.Errorf("%s %s: level %d is called %q", language, g.Slug, i+1, level.Title)
				}
				for k, item := range level.Items {
					items++
					if want := g.Levels[i].Items[k]; item.ID != want.ID || item.Text != want.Text {
						t.Errorf("%s %s: item %d of level %d is %+v", language, g.Slug, k+1, i+1, item)
					}
				}
			}
		}
		if want := 7 * guide.Levels * guide.ItemsPerLevel; items != want {
			t.Errorf("%s: %d items, want %d", language, items, want)
		}
	}
}

func TestWhatIsSearchedHoldsNoMarkup(t *testing.T) {
	a := New(Config{DataDir: t.TempDir()})
	for _, language := range []string{"en", "ko"} {
		v, err := a.searchable(language)
		if err != nil {
			t.Fatal(err)
		}
		for _, g := range v.Guides {
			for _, term := range g.Terms {
				if strings.Contains(term.Definition, "](#") {
					t.Errorf("%s %s: the definition of %s holds a link: %s", language, g.Slug, term.ID, term.Definition)
				}
			}
		}
	}
}

func TestALanguageWithoutGuidesHasNothingToSearch(t *testing.T) {
	a := New(Config{DataDir: t.TempDir()})
	for _, language := range []string{"tlh", "", "..", "ko.json"} {
		if v, err := a.searchable(language); err == nil {
			t.Errorf("%q: %d guides", language, len(v.Guides))
		}
	}
}
