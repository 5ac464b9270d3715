package guide

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestTitlesStandAsInAnIndexOfTheLanguage(t *testing.T) {
	for language, want := range map[string][]string{
		"en": {"📊 x", "3 a", "a 3", "a b", "ab", "AI 활용", "Éclair", "ﬁnal", "Zebra", "أمن", "가", "가나", "각나", "갂나", "데이터 분석", "데이터분석"},
		"ko": {"📊 x", "3 a", "가", "가나", "각나", "갂나", "데이터 분석", "데이터 엔지니어링", "데이터분석", "백엔드", "a 3", "a b", "ab", "AI 활용", "Éclair", "أمن"},
	} {
		got := slices.Clone(want)
		slices.SortFunc(got, strings.Compare)
		slices.SortStableFunc(got, func(a, b string) int { return strings.Compare(titleKey(a, language), titleKey(b, language)) })
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", language, diff)
		}
	}
}

var hangulSyllables = &unicode.RangeTable{R16: []unicode.Range16{{Lo: 0xac00, Hi: 0xd7a3, Stride: 1}}}

// Syllables stand in Unicode as in a Korean index; taken apart they have to stay so.
func TestSyllablesKeepTheOrderThatUnicodeGivesThem(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.StringOfN(rapid.RuneFrom(nil, hangulSyllables), 1, 8, -1)
		a, b := words.Draw(t, "a"), words.Draw(t, "b")
		if got, want := strings.Compare(titleKey(a, "ko"), titleKey(b, "ko")), strings.Compare(a, b); got != want {
			t.Errorf("%q and %q compare as %d, want %d", a, b, got, want)
		}
	})
}

func TestTheShippedGuidesStandByTitleInEachLanguage(t *testing.T) {
	for language, want := range map[string][]string{
		"en": {"AI Utilization", "Backend Engineering", "Blockchain Technology", "Cloud Computing", "Cybersecurity Awareness", "Data Analysis", "Data Engineering"},
		"ko": {"데이터 분석", "데이터 엔지니어링", "백엔드 엔지니어링", "블록체인 기술", "사이버 보안 인식", "클라우드 컴퓨팅", "AI 활용"},
	} {
		slugs, err := Shipped().ByTitle(language)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, slug := range slugs {
			g, err := Shipped().Outline(slug, language)
			if err != nil {
				t.Fatal(err)
			}
			got = append(got, g.Title)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", language, diff)
		}
	}
}

func TestAGuideThatCannotBeReadIsListedByItsSlug(t *testing.T) {
	files := fstest.MapFS{"broken/guide.yaml": {Data: []byte("[")}}
	slugs, err := NewLibrary(files).ByTitle(DefaultLanguage)
	if err != nil || !slices.Equal(slugs, []string{"broken"}) {
		t.Errorf("%v, %v", slugs, err)
	}
}
