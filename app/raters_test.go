package app

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/levelica/levelica/internal/form"
	"github.com/levelica/levelica/internal/locale"
	"github.com/levelica/levelica/internal/report"
)

// fillIn saves a form filled in by a rater, and returns its path.
func fillIn(t *testing.T, a *App, rater string, verdicts map[string]string) string {
	t.Helper()
	f, err := a.makeForm(t.Context(), backend)
	if err != nil {
		t.Fatal(err)
	}
	f.Rater = rater
	for _, item := range f.Items {
		if verdict, ok := verdicts[item.ID]; ok {
			f.Answers = append(f.Answers, form.Answer{Item: item.ID, Verdict: verdict, Seal: form.Seal(f.ID, rater, item.ID, verdict)})
		}
	}
	path := filepath.Join(t.TempDir(), "작성된 양식.json")
	if err := f.Save(path, report.JSON, false); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestASecondRaterChangesNothingAndIsShownBesideThePerson(t *testing.T) {
	a := testApp(t)
	if _, err := a.SetMarks(backend, []MarkRequest{request("be-001", "on-my-own"), request("be-002", "not-yet")}); err != nil {
		t.Fatal(err)
	}
	before := standingOf(t, a)
	path := fillIn(t, a, "보라 🙂", map[string]string{"be-001": "on-my-own", "be-002": "can-teach", "be-011": "with-help"})
	for range 2 { // reading it again adds nothing
		if _, err := a.readForm(t.Context(), backend, path); err != nil {
			t.Fatal(err)
		}
	}
	if diff := cmp.Diff(before, standingOf(t, a)); diff != "" {
		t.Errorf("the standing changed (-before +after):\n%s", diff)
	}
	v, err := a.calibration(t.Context(), backend)
	if err != nil {
		t.Fatal(err)
	}
	want := []RaterView{{
		Name: "보라 🙂", At: noon.UnixMilli(), Both: 2, Same: 1, Higher: 1,
		Items: []ComparedView{{"be-001", "on-my-own", "on-my-own"}, {"be-002", "not-yet", "can-teach"}, {"be-011", "cleared", "with-help"}},
	}}
	if diff := cmp.Diff(want, v.Raters); diff != "" {
		t.Errorf("raters (-want +got):\n%s", diff)
	}
	j, err := a.openJournal(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if marks, err := j.Marks(t.Context(), backend); err != nil || len(marks) != 5 {
		t.Errorf("the journal holds %d marks, want 2 of the person and 3 of the rater (%v)", len(marks), err)
	}
}

func TestOnATerminalARaterIsShownInWordsItemByItem(t *testing.T) {
	a := testApp(t)
	if _, err := a.readForm(t.Context(), backend, fillIn(t, a, "보라 🙂", map[string]string{"be-001": "with-help"})); err != nil {
		t.Fatal(err)
	}
	for language, want := range map[string]string{"en": "not rated → with help", "ko": "평가 안 함 → 도움받아 함"} {
		g, err := a.guides.Guide(backend, language)
		if err != nil {
			t.Fatal(err)
		}
		item, _ := g.Item("be-001")
		var out bytes.Buffer
		err = raterShowCommand{Guide: backend}.Run(&terminal{app: a, ctx: t.Context(), out: &out, words: locale.For(language)})
		if said := out.String(); err != nil || !strings.Contains(said, want) || !strings.Contains(said, item.Text) || strings.Contains(said, "with-help") {
			t.Errorf("%s: %v\n%s", language, err, said)
		}
	}
}

func TestAFormThatWasChangedByHandRecordsNothing(t *testing.T) {
	a := testApp(t)
	path := fillIn(t, a, "Bora", map[string]string{"be-001": "on-my-own", "be-002": "not-yet"})
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, bytes.Replace(text, []byte(`"not-yet"`), []byte(`"can-teach"`), 1), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := a.readForm(t.Context(), backend, path); faultOf(t, a.explain(err)) != "form_edited" {
		t.Errorf("read with %v", err)
	}
	if v, err := a.calibration(t.Context(), backend); err != nil || len(v.Raters) != 0 {
		t.Errorf("%d raters, %v", len(v.Raters), err)
	}
}

func TestWhyAFormCannotBeReadIsSaidWithoutGapsAndInThePersonsLanguage(t *testing.T) {
	a := testApp(t)
	for text, code := range map[string]string{
		"\xff\xfe{\x00}\x00":             "form_text",
		strings.Repeat("가", 1<<20):       "form_none",
		strings.Repeat("[", 200_000):     "form_unreadable",
		"{\"format\": \"levelica-form\"": "form_unreadable",
		"{}":                             "form_none",
	} {
		path := filepath.Join(t.TempDir(), "양식 🙂.json")
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		_, err := a.readForm(t.Context(), backend, path)
		f := a.explain(err)
		if f.Code != code {
			t.Errorf("%.20q is said as %v, want %s", text, f, code)
		}
		for _, language := range locale.Languages() {
			said := locale.For(language).Text("fault."+f.Code, locale.Args(f.Args))
			if !strings.Contains(said, path) || strings.ContainsAny(said, "{}") || strings.Contains(said, "line  ") || strings.Contains(said, " 번째") || strings.Contains(said, "invalid") {
				t.Errorf("%s: %.20q is said as %q", language, text, said)
			}
		}
	}
}

func TestTheNewestPredictionIsShownBesideWhatTheMarksSay(t *testing.T) {
	a := testApp(t)
	var v SecondLookView
	read(t, a, "/second-look/"+backend+".json", &v)
	if v.Said != "" || len(v.Charts) != 0 {
		t.Errorf("before: %+v", v)
	}
	for _, level := range []int{5, 3} {
		if err := a.Predict(request("", "").ID, backend, level); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct {
		rate int // the levels that are done
		said string
	}{
		{0, "On 22 November 2026 you expected: level 3. Nothing is rated yet."},
		{1, "On 22 November 2026 you expected: level 3. It is too early to compare. So far 10 of 70 items are rated."},
		{2, "On 22 November 2026 you expected: level 3. Your answers say: level 2. That is 1 level less. So far 20 of 70 items are rated."},
		{3, "On 22 November 2026 you expected: level 3. Your answers say the same. So far 30 of 70 items are rated."},
		{7, "On 22 November 2026 you expected: level 3. Your answers say: level 7. That is 4 levels more."},
	} {
		rateLevels(t, a, c.rate)
		read(t, a, "/second-look/"+backend+".json", &v)
		if v.Said != c.said {
			t.Errorf("%d levels done: %s", c.rate, v.Said)
		}
		var in InsightsView
		read(t, a, "/insights/"+backend+".12m.json", &in)
		if slices.Contains(in.Lines, c.said) != (c.rate > 0) {
			t.Errorf("%d levels done, Insights: %q", c.rate, in.Lines)
		}
		var g GuideView
		read(t, a, "/guide/"+backend+".json", &g)
		if g.Predicted != 3 {
			t.Errorf("the guide remembers level %d", g.Predicted)
		}
	}
	if err := a.Predict(request("", "").ID, backend, 8); faultOf(t, err) != "record_invalid" {
		t.Errorf("level 8: %v", err)
	}
}

func TestARaterIsDrawnWithEveryItemInTheTable(t *testing.T) {
	a := testApp(t)
	path := fillIn(t, a, `<b>"보라" & Co</b> 🙂`, map[string]string{"be-001": "on-my-own", "be-002": "can-teach"})
	for _, rated := range []bool{false, true} {
		if rated {
			if _, err := a.SetMarks(backend, []MarkRequest{request("be-001", "on-my-own"), request("be-002", "not-yet")}); err != nil {
				t.Fatal(err)
			}
		}
		if _, err := a.readForm(t.Context(), backend, path); err != nil {
			t.Fatal(err)
		}
		var v SecondLookView
		read(t, a, "/second-look/"+backend+".json", &v)
		if len(v.Charts) != 1 || len(v.Charts[0].Rows) != 2 || (v.Charts[0].SVG != "") != rated || strings.Contains(v.Charts[0].SVG, "<b>") {
			t.Errorf("rated %v: %+v", rated, v.Charts)
		}
	}
}

// rateLevels does all items up to a level alone.
func rateLevels(t *testing.T, a *App, levels int) {
	t.Helper()
	g, err := a.guides.Guide(backend, "en")
	if err != nil {
		t.Fatal(err)
	}
	var requests []MarkRequest
	for _, level := range g.Levels[:levels] {
		for _, item := range level.Items {
			requests = append(requests, request(item.ID, "on-my-own"))
		}
	}
	if _, err := a.SetMarks(backend, requests); err != nil {
		t.Fatal(err)
	}
}

func TestWhatARaterSaidJustNowStandsFirstWhereverTheirNameStands(t *testing.T) {
	a := testApp(t)
	for _, name := range []string{"Anna", "보라 🙂"} {
		if _, err := a.readForm(t.Context(), backend, fillIn(t, a, name, map[string]string{"be-001": "with-help"})); err != nil {
			t.Fatal(err)
		}
	}
	v, err := a.secondLook(backend)
	if err != nil {
		t.Fatal(err)
	}
	anna, bora := v.Charts[0], v.Charts[1]
	read := v.withFirst(ofRater(a.words(), "보라 🙂"))
	if read.Read != bora.Title || len(read.Charts) != 2 || read.Charts[0].Title != bora.Title || read.Charts[1].Title != anna.Title {
		t.Errorf("%q stands before %d charts, the first %q", read.Read, len(read.Charts), read.Charts[0].Title)
	}
	if same := v.withFirst(ofRater(a.words(), "nobody")); same.Read != "" || same.Charts[0].Title != anna.Title {
		t.Errorf("after nobody was read it is said that %q was", same.Read)
	}
}
