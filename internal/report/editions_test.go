package report

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/levelica/levelica/internal/guide"
	"github.com/levelica/levelica/internal/locale"
	"github.com/levelica/levelica/internal/progress"
)

// carryings are two: the newest of last month, with an item of each fate, and one of two years ago that
// was taken back.
func carryings(g *guide.Guide) []progress.Carrying {
	texts := func(en, ko string) map[string]string { return map[string]string{"en": en, "ko": ko} }
	place := func(level int, strand string) progress.Place { return progress.Place{Level: level, Strand: strand} }
	outcome := func(item string, fate progress.Fate, verdict progress.Verdict) progress.Outcome {
		return progress.Outcome{Item: item, Fate: fate, Mark: "m", Verdict: verdict.String(), Edition: 1, Marks: 1}
	}
	reworded, moved := outcome("ba-101", progress.FateReworded, progress.CanTeach), outcome("ba-203", progress.FateMoved, progress.OnMyOwn)
	replaced, gone := outcome("ba-991", progress.FateArchived, progress.OnMyOwn), outcome("ba-992", progress.FateArchived, progress.WithHelp)
	carried, others := outcome("ba-102", progress.FateCarried, progress.OnMyOwn), outcome("ba-103", progress.FateReworded, progress.Cleared)
	reworded.From, reworded.To = place(1, "interfaces"), place(1, "interfaces")
	reworded.Was = texts("Serve two [releases](#term-release) from <b>one</b> endpoint. 🙂 مرحبا", "엔드포인트 하나로 두 배포판을 지원합니다.")
	reworded.Is = texts("Serve two client releases at once from one versioned endpoint.", "버전이 있는 엔드포인트 하나로 두 배포판을 함께 지원합니다.")
	moved.From, moved.To = place(1, "data"), place(2, "data")
	moved.Was = texts("Migrate a live schema.", "운영 중인 스키마를 바꿉니다.")
	moved.Is = moved.Was
	replaced.From, replaced.Successor = place(2, "operations"), "ba-104"
	replaced.Was, replaced.Is = texts("Restart a service by hand.", "서비스를 손으로 다시 시작합니다."), texts("Restart a service by a rule.", "규칙으로 서비스를 다시 시작합니다.")
	gone.From = place(3, "security")
	return []progress.Carrying{
		{
			Receipt:  progress.Receipt{ID: "r2", Guide: g.Slug, From: 2, To: 3, At: sampleTime.AddDate(0, -1, 0).UnixMilli()},
			Carriage: progress.Carriage{Guide: g.Slug, From: 2, To: 3, Before: 3, After: 2, Marks: 6, Items: []progress.Outcome{gone, carried, replaced, others, moved, reworded}},
			Pending:  []string{"ba-101"},
		},
		{
			Receipt:  progress.Receipt{ID: "r1", Guide: g.Slug, From: 1, To: 2, At: sampleTime.AddDate(-2, 0, 0).UnixMilli()},
			Carriage: progress.Carriage{Guide: g.Slug, From: 1, To: 2, Before: 2, After: 2, Marks: 1, Items: []progress.Outcome{reworded}},
			Undone:   true,
		},
	}
}

func withEditions(language string, o Options) *Document {
	s := backend()
	s.Guide.Language = language
	s.Carryings = carryings(s.Guide)
	o.At = sampleTime
	return New([]Subject{s}, o, locale.For(language))
}

// TestAReportSaysWhichEditionsBeganInItsTime tells the three cases apart by the two carryings.
func TestAReportSaysWhichEditionsBeganInItsTime(t *testing.T) {
	ago := func(years int) time.Time { return sampleTime.AddDate(-years, 0, -1) }
	const newest, items = "Edition 2 to edition 3, 22 October 2026", "Before: Serve two releases from <b>one</b> endpoint. 🙂 مرحبا"
	const older, undone = "Edition 1 to edition 2, 22 November 2024", "I took the carrying back."
	for name, c := range map[string]struct {
		o         Options
		says, not []string
	}{
		"no time, no box":  {Options{}, nil, []string{"dition 2 to", "dition 1 to"}},
		"the box alone":    {Options{Editions: true}, []string{newest, items, older, undone}, nil},
		"a year":           {Options{Since: ago(1)}, []string{newest, "level 3 before, level 2 after", "1 reworded, 1 moved, 2 no longer"}, []string{older, "Before: "}},
		"a year, by items": {Options{Since: ago(1), Editions: true}, []string{newest, items}, []string{older}},
		"all years":        {Options{Since: ago(3)}, []string{newest, older, undone}, []string{"Before: "}},
	} {
		d := withEditions("en", c.o)
		text := strings.ReplaceAll(string(render(t, d, Markdown)), `\`, "")
		for _, words := range c.says {
			if !strings.Contains(text, words) {
				t.Errorf("%s: it does not say %q:\n%s", name, words, text)
			}
		}
		for _, words := range c.not {
			if strings.Contains(text, words) {
				t.Errorf("%s: it says %q:\n%s", name, words, text)
			}
		}
		validate(t, render(t, d, JSON))
		if got := bytes.Contains(render(t, d, JSON), []byte(`"editions"`)); got != (len(c.says) > 0) {
			t.Errorf("%s: the JSON tells of editions: %t", name, got)
		}
	}
}

// TestWhatBecameOfEachItemIsSaidInEveryForm holds for the forms that people read, in both languages.
func TestWhatBecameOfEachItemIsSaidInEveryForm(t *testing.T) {
	for language, says := range map[string][]string{
		"en": {
			"1 reworded item waits for my confirmation.", "Serve two client releases at once", "Waits for my confirmation.",
			"Level 1, Data → Level 2, Data", "Restart a service by hand.", "In its place: Restart a service by a rule.", "The words of then are not known here.",
		},
		"ko": {
			"2판에서 3판으로, 2026년 10월 22일", "이전: 레벨 3, 이후: 레벨 2", "표현 바뀜", "이전: 엔드포인트 하나로 두 배포판을 지원합니다.",
			"레벨 1, Data → 레벨 2, Data", "대신 들어온 항목: 규칙으로 서비스를 다시 시작합니다.", "가이드에서 빠짐", "아직 확인하지 않았습니다.",
		},
	} {
		d := withEditions(language, Options{Editions: true})
		forms := map[Format]string{
			Markdown: strings.ReplaceAll(string(render(t, d, Markdown)), `\`, ""), HTML: string(render(t, d, HTML)),
			PDF: string(pdfText(t, render(t, d, PDF), "-raw")),
		}
		for format, text := range forms {
			text = strings.Join(strings.Fields(text), " ")
			for _, words := range says {
				if !strings.Contains(text, words) {
					t.Errorf("%s, %s does not say %q:\n%s", language, format.Name(), words, text)
				}
			}
			if format != PDF && strings.Contains(text, "ba-102") {
				t.Errorf("%s lists what was carried as it stood", format.Name())
			}
		}
		if strings.Contains(forms[HTML], "<b>one") {
			t.Error("markup of a guide that was reaches the page")
		}
		again := thawed(t, d)
		for _, f := range []Format{HTML, Markdown, JSON} {
			if !bytes.Equal(render(t, d, f), render(t, again, f)) {
				t.Errorf("%s: frozen and made again it is another one as %s", language, f.Name())
			}
		}
	}
}

// TestAReportThatWasKeptBeforeReportsKnewOfEditionsIsTheSame makes again what the program of the day
// before kept: nothing of it is other than it was, in any form that people read.
func TestAReportThatWasKeptBeforeReportsKnewOfEditionsIsTheSame(t *testing.T) {
	kept, err := os.ReadFile(filepath.Join("testdata", "versions", "2-first.json"))
	if err != nil {
		t.Fatal(err)
	}
	d, err := Thaw(string(kept), "{}", nil)
	if err != nil {
		t.Fatal(err)
	}
	if got := render(t, d, JSON); !bytes.Equal(got, kept) || bytes.Contains(got, []byte(`"editions"`)) {
		t.Error("its JSON is another text now")
	}
	if text := string(render(t, d, Markdown)); strings.Contains(text, "dition 1 to") {
		t.Errorf("it tells of a change that it knew nothing of:\n%s", text)
	}
}

func TestAKeptChangeOfEditionThatCannotBeWrittenOutIsRefused(t *testing.T) {
	document, options, err := withEditions("en", Options{Editions: true}).Freeze()
	if err != nil {
		t.Fatal(err)
	}
	for _, spoilt := range [][2]string{{`"fate": "moved"`, `"fate": "burnt"`}, {`"fate": "moved"`, `"fate": ""`}, {`"verdict": "can-teach",
              "from"`, `"verdict": "7",
              "from"`}} {
		other := strings.Replace(document, spoilt[0], spoilt[1], 1)
		if other == document {
			t.Fatalf("%q is not in the document", spoilt[0])
		}
		if _, err := Thaw(other, options, nil); !errors.Is(err, ErrFrozen) {
			t.Errorf("%s: %v", spoilt[1], err)
		}
	}
}
