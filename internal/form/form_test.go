package form

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/levelica/levelica/internal/guide"
	"github.com/levelica/levelica/internal/locale"
	"github.com/levelica/levelica/internal/progress"
)

const (
	slug = "backend-engineering"
	id   = "0197a000-0000-7000-8000-000000000001"
)

func empty(t *testing.T, language string) (Form, *guide.Guide) {
	t.Helper()
	g, err := guide.Shipped().Guide(slug, language)
	if err != nil {
		t.Fatal(err)
	}
	return New(g, id, "Mina Park"), g
}

// filled is a form as somebody filled it in.
func filled(t *testing.T, language, rater string, verdicts ...string) Form {
	t.Helper()
	f, _ := empty(t, language)
	f.Rater = rater
	for i, verdict := range verdicts {
		item := f.Items[i].ID
		f.Answers = append(f.Answers, Answer{item, verdict, Seal(f.ID, rater, item, verdict)})
	}
	return f
}

func read(t *testing.T, f Form) ([]progress.Mark, error) {
	t.Helper()
	var data bytes.Buffer
	if err := f.WriteJSON(&data); err != nil {
		t.Fatal(err)
	}
	_, marks, err := Read(&data, guide.Shipped(), slug)
	return marks, err
}

func TestAFilledFormBecomesMarksOfTheRater(t *testing.T) {
	for _, language := range []string{"en", "ko"} {
		marks, err := read(t, filled(t, language, "  보라 O'Neil 🙂 ", "on-my-own", "not-yet", "can-teach"))
		if err != nil || len(marks) != 3 {
			t.Fatalf("%s: %v, %d marks", language, err, len(marks))
		}
		m := marks[2]
		if m.Verdict != progress.CanTeach || m.Origin != progress.OriginRater || m.Rater != "보라 O'Neil 🙂" || m.Guide != slug || m.Digest == "" {
			t.Errorf("%s: %+v", language, m)
		}
	}
}

func TestReadingAFormTwiceIsTheSameMarksAndAChangedAnswerIsAnother(t *testing.T) {
	first, _ := read(t, filled(t, "en", "Bora", "on-my-own", "not-yet"))
	again, _ := read(t, filled(t, "en", "Bora", "on-my-own", "not-yet"))
	other, _ := read(t, filled(t, "en", "Bora", "on-my-own", "with-help"))
	if first[0].ID != again[0].ID || first[1].ID != again[1].ID || first[0].ID != other[0].ID || first[1].ID == other[1].ID || first[0].ID == first[1].ID {
		t.Errorf("IDs: %s %s; %s %s; %s %s", first[0].ID, first[1].ID, again[0].ID, again[1].ID, other[0].ID, other[1].ID)
	}
}

func TestAFormHoldsNothingThatThePersonSaid(t *testing.T) {
	f, g := empty(t, "en")
	var page, data bytes.Buffer
	if err := f.WriteHTML(&page, g, locale.For("en")); err != nil {
		t.Fatal(err)
	}
	if err := f.WriteJSON(&data); err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(page.String(), " checked"); n != len(f.Items) || len(f.Answers) != 0 {
		t.Errorf("%d answers are chosen beforehand, want the %d that say nothing", n, len(f.Items))
	}
	if strings.Contains(page.String(), "http:") || strings.Contains(page.String(), "src=") {
		t.Error("the page loads something")
	}
}

func TestWhatIsWrongWithAFormIsSaidWithItsPlace(t *testing.T) {
	change := func(change func(*Form)) Form {
		f := filled(t, "en", "Bora", "on-my-own", "not-yet")
		change(&f)
		return f
	}
	for name, c := range map[string]struct {
		form Form
		want Refusal
	}{
		"another guide":     {change(func(f *Form) { f.Guide = "data-analysis" }), Refusal{OtherGuide, "", "data-analysis"}},
		"another edition":   {change(func(f *Form) { f.Edition = 7 }), Refusal{OtherEdition, "", "7"}},
		"another file":      {change(func(f *Form) { f.Format = "levelica-report" }), Refusal{NoForm, "", ""}},
		"no identifier":     {change(func(f *Form) { f.ID = "1" }), Refusal{NoForm, "", ""}},
		"a newer form":      {change(func(f *Form) { f.Version = 2 }), Refusal{Newer, "", ""}},
		"nobody":            {change(func(f *Form) { f.Rater = " \t" }), Refusal{NoRater, "", ""}},
		"an endless name":   {change(func(f *Form) { f.Rater = strings.Repeat("긴", 201) }), Refusal{NoRater, "", ""}},
		"nothing answered":  {change(func(f *Form) { f.Answers = nil }), Refusal{NotFilledIn, "", ""}},
		"an unknown item":   {change(func(f *Form) { f.Answers[1].Item = "be-999" }), Refusal{ItemUnknown, "be-999", ""}},
		"an item twice":     {change(func(f *Form) { f.Answers[1] = f.Answers[0] }), Refusal{ItemTwice, "be-001", ""}},
		"an unknown answer": {change(func(f *Form) { f.Answers[1].Verdict = "표현 못 함" }), Refusal{VerdictUnknown, "be-002", "표현 못 함"}},
		"a number":          {change(func(f *Form) { f.Answers[1].Verdict = "2" }), Refusal{VerdictUnknown, "be-002", "2"}},
		"another answer":    {change(func(f *Form) { f.Answers[1].Verdict = "can-teach" }), Refusal{Edited, "be-002", ""}},
		"another rater":     {change(func(f *Form) { f.Rater = "Mina" }), Refusal{Edited, "be-001", ""}},
		"another statement": {change(func(f *Form) { f.Items[0].Text = "Breathe." }), Refusal{Edited, "be-001", ""}},
		"another digest":    {change(func(f *Form) { f.Items[1].Digest = strings.Repeat("0", 16) }), Refusal{Edited, "be-002", ""}},
	} {
		_, err := read(t, c.form)
		var got *Refusal
		if !errors.As(err, &got) || *got != c.want {
			t.Errorf("%s: %v, want %v", name, err, &c.want)
		}
	}
}

func TestWhatIsNoFormIsRefusedWithItsLine(t *testing.T) {
	for text, line := range map[string]string{
		"": "1",
		"{\n\"format\": \"levelica-form\",\n oops": "3",
		"{\"version\":\n \"one\"}":                 "2",
		"{}\n\n{}":                                 "3",
		"{\"colour\": \"red\"}":                    "1",
	} {
		_, _, err := Read(strings.NewReader(text), guide.Shipped(), slug)
		var got *Refusal
		if !errors.As(err, &got) || got.Reason != Unreadable || got.Place != line {
			t.Errorf("%q: %v, want line %s", text, err, line)
		}
	}
	for text, why := range map[string]Reason{"\xff\xfe{\x00}\x00": NotText, "\"" + strings.Repeat("a", sizeLimit) + "\"": TooLarge} {
		_, _, err := Read(strings.NewReader(text), guide.Shipped(), slug)
		var got *Refusal
		if !errors.As(err, &got) || *got != (Refusal{Reason: why}) {
			t.Errorf("%.20q: %v, want %s", text, err, why)
		}
	}
}

func FuzzReadingAFormNeverTakesWhatIsNotSealed(f *testing.F) {
	f.Add([]byte(`{"format":"levelica-form","version":1}`))
	f.Add([]byte("[]"))
	f.Fuzz(func(t *testing.T, data []byte) {
		form, marks, err := Read(bytes.NewReader(data), guide.Shipped(), slug)
		if err != nil && len(marks) > 0 {
			t.Fatal("marks beside an error")
		}
		for i, m := range marks {
			if form.Answers[i].Seal != Seal(form.ID, form.Rater, m.Item, m.Verdict.String()) {
				t.Fatalf("%s was taken without its seal", m.Item)
			}
		}
	})
}

func TestThePageSealsAsGoDoes(t *testing.T) {
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("NOT RUN: ", err)
	}
	cut := script[strings.Index(script, "function seal"):strings.Index(script, "function answers")]
	parts := []string{id, "보라 O'Neil 🙂", "be-001", "on-my-own"}
	args, err := json.Marshal(parts)
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "seal.js")
	if err := os.WriteFile(file, []byte(cut+"process.stdout.write(seal(..."+string(args)+"))"), 0o600); err != nil {
		t.Fatal(err)
	}
	said, err := exec.CommandContext(t.Context(), node, file).Output()
	if err != nil || string(said) != Seal(parts[0], parts[1], parts[2], parts[3]) {
		t.Errorf("the page seals with %q, Go with %q (%v)", said, Seal(parts[0], parts[1], parts[2], parts[3]), err)
	}
}
