package help

import (
	"errors"
	"fmt"
	"io/fs"
	"regexp"
	"strings"
	"testing"

	"github.com/levelica/levelica/internal/progress"
)

var languages = []string{"en", "ko"}

func TestEveryTopicHasATextInEveryLanguageAndNoOtherDoes(t *testing.T) {
	for _, language := range languages {
		files, err := fs.Glob(texts(), "texts/"+language+"/*.md")
		if err != nil || len(files) != len(topics) {
			t.Errorf("%s: %d texts for %d topics (%v)", language, len(files), len(topics), err)
		}
		for _, topic := range topics {
			page, err := Read(topic, language)
			if err != nil {
				t.Fatal(err)
			}
			if page.Language != language || page.Title == "" || strings.HasPrefix(page.Title, "#") || len(page.HTML) < 200 {
				t.Errorf("%s %s: %q in %q, %d bytes", language, topic, page.Title, page.Language, len(page.HTML))
			}
		}
	}
}

func TestAUnknownLanguageIsEnglishAndAnUnknownTopicIsNone(t *testing.T) {
	for _, language := range []string{"tlh", "", "..", "../en", "ko/.."} {
		if page, err := Read("how", language); err != nil || page.Language != "en" {
			t.Errorf("%q: %q, %v", language, page.Language, err)
		}
	}
	for _, topic := range []string{"", "..", "how.md", "../en/how"} {
		if _, err := Read(topic, "en"); !errors.Is(err, ErrNotFound) {
			t.Errorf("%q: %v", topic, err)
		}
	}
}

func TestNothingOfATextIsLostOnItsWayToTheWindow(t *testing.T) {
	for _, language := range languages {
		for _, topic := range topics {
			source, err := fs.ReadFile(texts(), "texts/"+language+"/"+topic+".md")
			if err != nil {
				t.Fatal(err)
			}
			page, _ := Read(topic, language)
			for mark, element := range map[string]string{"\n## ": "<h2>", "\n- ": "<li>", "](": "<a href=\""} {
				if want, got := strings.Count(string(source), mark), strings.Count(page.HTML, element); got != want {
					t.Errorf("%s %s: %d of %d %s", language, topic, got, want, element)
				}
			}
		}
	}
}

func TestBothLanguagesSayTheSameInTheSameOrder(t *testing.T) {
	structure := regexp.MustCompile(`<(h2|li|table|tr|pre|a href="[^"]*")>`)
	for _, topic := range topics {
		english, _ := Read(topic, "en")
		korean, _ := Read(topic, "ko")
		en, ko := structure.FindAllString(english.HTML, -1), structure.FindAllString(korean.HTML, -1)
		if fmt.Sprint(en) != fmt.Sprint(ko) {
			t.Errorf("%s:\n%v\n%v", topic, en, ko)
		}
	}
}

func TestRawHTMLAndForeignAddressesDoNotPass(t *testing.T) {
	got, err := render("<script>alert(1)</script> <img src=x onerror=alert(1)>\n\n[a](javascript:alert(1)) [b](http://example.org) [c](#/help/level) [d](data:text/html,x)")
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(got, "<script") || strings.Contains(got, "<img") || strings.Contains(got, "javascript:") || strings.Contains(got, "http:") || strings.Contains(got, "data:") {
		t.Error(got)
	}
	if !strings.Contains(got, `<a href="#/help/level"`) {
		t.Errorf("a link of the window is lost: %s", got)
	}
}

func TestTheFormulaSaysTheNumbersThatTheProgramCountsWith(t *testing.T) {
	model := progress.DefaultModel()
	// Each number within the words that give it its meaning: an 8 stands in many places.
	says := []struct {
		numbers []any
		words   map[string]string
	}{
		{[]any{progress.Needed}, map[string]string{"en": "k(L) ≥ %d, and", "ko": "k(L) ≥ %d"}},
		{[]any{progress.NeededBelow}, map[string]string{"en": "k(l) ≥ %d for every l below", "ko": "모든 l에서 k(l) ≥ %d"}},
		{[]any{model.Spacing}, map[string]string{"en": "rises by %g logits", "ko": "오를 때마다 %g로짓"}},
		{[]any{100 * model.Slip}, map[string]string{"en": "slip, is %g in 100", "ko": "비율 s는 %g%%"}},
		{[]any{100 * model.Sure}, map[string]string{"en": "at least %.0f %% certain", "ko": "확률이 %.0f%% 이상이면"}},
		{[]any{model.Least, model.Most}, map[string]string{
			"en": "after %d questions at the earliest and %d at the latest", "ko": "빠르면 %d개, 늦어도 %d개 질문",
		}},
		{[]any{100 * progress.LeastReproduced}, map[string]string{"en": "explains less than %.0f %%", "ko": "설명되는 답이 %.0f%%보다 적을"}},
		{[]any{progress.LeastRated}, map[string]string{"en": "from %d answers on", "ko": "답 %d개부터"}},
		{[]any{progress.HalfLifeMonths}, map[string]string{"en": "(−m / %d)", "ko": "(−m / %d)"}},
		{[]any{progress.HalfLifeDrillMonths, progress.HalfLifeMonths}, map[string]string{
			"en": "with %v in place of %d for drills", "ko": "%[2]d 대신 %[1]v를",
		}},
		{[]any{progress.StaleMonths, progress.StaleDrillMonths}, map[string]string{
			"en": "After %d months, or %d for drills", "ko": "%d개월, 훈련 항목은 %d개월이 지나면",
		}},
	}
	for _, language := range languages {
		source, err := fs.ReadFile(texts(), "texts/"+language+"/level.md")
		if err != nil {
			t.Fatal(err)
		}
		for _, one := range says {
			if words := fmt.Sprintf(one.words[language], one.numbers...); !strings.Contains(string(source), words) {
				t.Errorf("%s: the text does not say %q", language, words)
			}
		}
	}
}

func TestEveryLicenceIsShownInFull(t *testing.T) {
	all, err := ReadLicences()
	if err != nil {
		t.Fatal(err)
	}
	page, err := Read(licencesTopic, "en")
	if err != nil {
		t.Fatal(err)
	}
	kinds := map[string]int{}
	for _, c := range all.Components {
		kinds[c.Kind]++
		if c.Licence == "" || len(c.Texts) == 0 || c.Version == "" {
			t.Errorf("%+v", c)
		}
		for _, number := range c.Texts {
			if len(all.Texts[number]) < 200 {
				t.Errorf("%s: the text of its licence is %q", c.Name, all.Texts[number])
			}
		}
	}
	for kind, least := range map[string]int{"go": 20, "npm": 2, "font": 2} {
		if kinds[kind] < least {
			t.Errorf("%d of the kind %s", kinds[kind], kind)
		}
	}
	if got := strings.Count(page.HTML, `<button type="button" popovertarget=`); got != len(all.Components) {
		t.Errorf("%d of %d are shown", got, len(all.Components))
	}
}
