package guide

import (
	"errors"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestAnOutlineIsItsGuideWithoutTheWords says by hand, field by field, what an outline keeps.
func TestAnOutlineIsItsGuideWithoutTheWords(t *testing.T) {
	for _, library := range []*Library{Shipped(), NewLibrary(os.DirFS("library"))} {
		for _, language := range []string{DefaultLanguage, "ko"} {
			g, err := library.Guide("cybersecurity-awareness", language)
			if err != nil {
				t.Fatal(err)
			}
			want := &Guide{
				Slug: g.Slug, Emoji: g.Emoji, Category: g.Category, Edition: g.Edition, Published: g.Published,
				Updated: g.Updated, CompleteAt: 4, Language: language, Title: g.Title, Tagline: g.Tagline,
			}
			for _, s := range g.Strands {
				want.Strands = append(want.Strands, Strand{ID: s.ID})
			}
			for _, l := range g.Levels {
				level := Level{Number: l.Number, Title: l.Title}
				for _, item := range l.Items {
					level.Items = append(level.Items, Item{ID: item.ID, Level: item.Level, Strand: item.Strand, Drill: item.Drill})
				}
				want.Levels = append(want.Levels, level)
			}
			got, err := library.Outline("cybersecurity-awareness", language)
			if diff := cmp.Diff(want, got); err != nil || diff != "" {
				t.Errorf("in %s (-want +got, %v):\n%s", language, err, diff)
			}
		}
	}
}

func TestTheOutlineOfAGuideThatIsNotThereIsNotFound(t *testing.T) {
	for _, library := range []*Library{Shipped(), NewLibrary(os.DirFS("library"))} {
		if _, err := library.Outline("no-such-guide", DefaultLanguage); !errors.Is(err, ErrNotFound) {
			t.Errorf("got %v", err)
		}
	}
}

func TestAnOutlineWithoutWordsInALanguageIsEnglish(t *testing.T) {
	got, err := Shipped().Outline("data-analysis", "ar")
	if err != nil || got.Language != DefaultLanguage || got.Title != "Data Analysis" {
		t.Errorf("got %+v, %v", got, err)
	}
}
