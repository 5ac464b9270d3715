package app

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/levelica/levelica/internal/guide"
	"github.com/levelica/levelica/internal/help"
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

func TestEveryTopicOfHelpAndEverySectionOfTheSettingsIsFoundByOtherWordsToo(t *testing.T) {
	var want []string
	for _, topic := range help.Topics() {
		want = append(want, "help/"+topic)
	}
	section := regexp.MustCompile(`<Section id="(\w+)"`)
	for _, folder := range []string{"settings", "backup"} {
		files, err := filepath.Glob(filepath.Join("..", "frontend", "src", folder, "*.svelte"))
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range files {
			source, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			for _, found := range section.FindAllSubmatch(source, -1) {
				want = append(want, "settings/"+string(found[1]))
			}
		}
	}
	// What about Levelica says is drawn by the window, and no text of Help.
	want = append(want, "help/about")
	slices.Sort(want)
	a := New(Config{DataDir: t.TempDir()})
	for _, language := range []string{"en", "ko"} {
		v, err := a.searchable(language)
		if err != nil {
			t.Fatal(err)
		}
		var found []string
		for _, p := range v.Pages {
			found = append(found, p.Address)
			// A key in the place of its words is a page without words.
			if !strings.ContainsAny(p.Words, " ") || strings.HasPrefix(p.Title, "help.") || strings.HasPrefix(p.Title, "settings.") {
				t.Errorf("%s: %s is called %q, or %q", language, p.Address, p.Title, p.Words)
			}
		}
		slices.Sort(found)
		if !slices.Equal(found, want) {
			t.Errorf("%s: pages %v, want %v", language, found, want)
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
