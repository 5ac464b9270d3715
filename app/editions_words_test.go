package app

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestWhatDiffersBetweenTwoWordingsIsToldApart(t *testing.T) {
	for name, c := range map[string]struct {
		was, is     string
		before, now []Passage
	}{
		"other words in the middle": {
			"Find what distorts the impression in a chart.", "Find what misleads the eye in a chart.",
			[]Passage{{"Find what", false}, {"distorts", true}, {"the", false}, {"impression", true}, {"in a chart.", false}},
			[]Passage{{"Find what", false}, {"misleads", true}, {"the", false}, {"eye", true}, {"in a chart.", false}},
		},
		"Korean": {
			"차트에서 인상을 왜곡하는 요소를 찾아냅니다.", "차트에서 눈을 속이는 요소를 찾아냅니다.",
			[]Passage{{"차트에서", false}, {"인상을 왜곡하는", true}, {"요소를 찾아냅니다.", false}},
			[]Passage{{"차트에서", false}, {"눈을 속이는", true}, {"요소를 찾아냅니다.", false}},
		},
		"words added": {"Name 🙂 it.", "Name 🙂 it aloud.", []Passage{{"Name 🙂", false}, {"it.", true}}, []Passage{{"Name 🙂", false}, {"it aloud.", true}}},
		"the same":    {"اكتب  نقطة", "اكتب نقطة", []Passage{{"اكتب نقطة", false}}, []Passage{{"اكتب نقطة", false}}},
		"nothing":     {"", "All new.", nil, []Passage{{"All new.", true}}},
	} {
		before, now := compared(c.was, c.is)
		if diff := cmp.Diff(c.before, before) + cmp.Diff(c.now, now); diff != "" {
			t.Errorf("%s:\n%s", name, diff)
		}
	}
}

func TestComparingTwoWordingsLosesNoWordAndSharesTheSameOnes(t *testing.T) {
	words := rapid.SliceOfN(rapid.SampledFrom([]string{"a", "b", "엔드포인트", "🙂", "نقطة", strings.Repeat("long", 40)}), 0, 2*mostCompared)
	joined := func(passages []Passage, alone bool) string {
		var texts []string
		for _, p := range passages {
			if alone || !p.Other {
				texts = append(texts, p.Text)
			}
		}
		return strings.Join(texts, " ")
	}
	rapid.Check(t, func(t *rapid.T) {
		was, is := strings.Join(words.Draw(t, "was"), " "), strings.Join(words.Draw(t, "is"), " ")
		before, now := compared(was, is)
		if joined(before, true) != was || joined(now, true) != is {
			t.Fatalf("%v and %v are not the words", before, now)
		}
		long := max(len(strings.Fields(was)), len(strings.Fields(is))) > mostCompared
		if shared := joined(before, false); !long && shared != joined(now, false) {
			t.Fatalf("%v and %v do not share the same words", before, now)
		}
		for _, passages := range [][]Passage{before, now} {
			for i := 1; i < len(passages); i++ {
				if passages[i].Other == passages[i-1].Other {
					t.Fatalf("%v has two passages of a kind beside each other", passages)
				}
			}
		}
	})
}

// TestAReceiptListsEveryAnswerAndSaysWhatBecameOfEachNewWording answers one item twice, so that there
// are more answers than items: a person who adds the numbers up must not find one missing.
func TestAReceiptListsEveryAnswerAndSaysWhatBecameOfEachNewWording(t *testing.T) {
	for language, says := range map[string]struct{ counts, instead, confirmed, answered, settled string }{
		"en": {"By item: 33 as before, 3 reworded, 1 moved, 2 archived.", "In its place", "confirmed", "answered again since", "Nothing here waits for you."},
		"ko": {"항목별로 그대로 33개, 표현 변경 3개, 이동 1개, 보관 2개입니다.", "대신 들어온 항목", "확인함", "이후 다시 평가함", "확인할 것이 남아 있지 않습니다."},
	} {
		dir := t.TempDir()
		before := editionApp(t, dir, language, 1)
		atLevelFour(t, before)
		for _, verdict := range []string{"not-yet", "with-help"} {
			if _, err := before.SetMarks(analysis, []MarkRequest{request("da-055", verdict)}); err != nil {
				t.Fatal(err)
			}
		}
		_ = before.close()
		a := editionApp(t, dir, language, 2)
		r := receiptsOf(t, a).Receipts[0]
		if !slices.Contains(r.Lines, says.counts) || !strings.Contains(r.Lines[1], "40") {
			t.Errorf("%q does not say %q of 40 answers", r.Lines, says.counts)
		}
		var titles []string
		listed := map[string]ReceiptItem{}
		for _, g := range r.Groups {
			for _, item := range g.Items {
				listed[item.ID] = item
				if item.Was == "" {
					t.Errorf("%s has no words", item.ID)
				}
			}
			titles = append(titles, g.Title)
			if n := len(g.Items); !strings.Contains(g.Title, strconv.Itoa(n)) {
				t.Errorf("%s lists %d", g.Title, n)
			}
		}
		if len(listed) != 39 || len(titles) != 4 {
			t.Fatalf("%d items are listed, not 39, under %q", len(listed), titles)
		}
		if instead := r.Groups[2].Is; instead != says.instead {
			t.Errorf("what took the place of an archived item is called %q", instead)
		}
		if w := listed["da-008"].WasWords; len(w) < 2 || !slices.ContainsFunc(w, func(p Passage) bool { return p.Other }) {
			t.Errorf("what was reworded is not told apart: %v", w)
		}

		if _, err := a.confirmReceipt(t.Context(), analysis, "", []string{"da-008"}); err != nil {
			t.Fatal(err)
		}
		if _, err := a.SetMarks(analysis, []MarkRequest{request("da-040", "can-teach"), request("da-055", "on-my-own")}); err != nil {
			t.Fatal(err)
		}
		r = receiptsOf(t, a).Receipts[0]
		for _, item := range r.Groups[0].Items {
			want := says.answered
			if item.ID == "da-008" {
				want = says.confirmed
			}
			if !strings.HasSuffix(item.Where, " · "+want) || item.Wait {
				t.Errorf("%s: %q, waits %t", item.ID, item.Where, item.Wait)
			}
		}
		if r.Lines[len(r.Lines)-1] != says.settled {
			t.Errorf("%q does not end with %q", r.Lines, says.settled)
		}
		if err := a.undoReceipt(t.Context(), analysis, ""); err != nil {
			t.Fatal(err)
		}
		if r = receiptsOf(t, a).Receipts[0]; r.UndoNote != "" || strings.Contains(r.Groups[0].Items[0].Where, says.confirmed) {
			t.Errorf("taken back, it says %q and %q", r.UndoNote, r.Groups[0].Items[0].Where)
		}
		_ = a.close()
	}
}
