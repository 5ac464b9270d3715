package app

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/levelica/levelica/internal/progress"
	"github.com/levelica/levelica/internal/report"
)

func TestAReceiptIsConfirmedTakenBackAndCarriedAgain(t *testing.T) {
	dir := t.TempDir()
	a := updated(t, dir, "en")
	receipt := receiptsOf(t, a).Receipts[0].ID
	act := func(what string, items ...string) ReceiptView {
		t.Helper()
		v, err := a.AmendReceipt(ReceiptRequest{Guide: analysis, Receipt: receipt, Act: what, Items: items})
		if err != nil {
			t.Fatal(what, err)
		}
		receipt = v.Receipts[0].ID
		return v.Receipts[0]
	}
	if r := act("confirm", "da-040"); !slices.Equal(r.Pending, []string{"da-008"}) {
		t.Errorf("%v wait", r.Pending)
	}
	history, err := a.ItemHistory(analysis, "da-040")
	if err != nil || len(history) != 2 || history[0].Edition != 2 || history[0].Verdict != "on-my-own" || history[1].Edition != 1 {
		t.Errorf("the past of da-040: %+v, %v", history, err)
	}
	if r := act("confirm"); len(r.Pending) != 0 {
		t.Errorf("%v wait", r.Pending)
	}
	_, err = a.AmendReceipt(ReceiptRequest{Guide: analysis, Receipt: receipt, Act: "confirm", Items: []string{"da-040"}})
	if code := faultOf(t, err); code != "receipt_refused" {
		t.Errorf("confirming twice: %s", code)
	}
	r := act("undo")
	if !r.Undone || !strings.Contains(strings.Join(r.Lines, " "), "You took this back.") {
		t.Errorf("%+v", r.Lines)
	}
	g, err := a.openGuide(analysis)
	if err != nil || g.News != "" || len(g.Standing.Suggested) > 0 || g.Standing.Level != 4 {
		t.Errorf("after undo: %q, %v suggested, level %d, %v", g.News, g.Standing.Suggested, g.Standing.Level, err)
	}
	_ = a.close()
	a = editionApp(t, dir, "en", 2)
	if all := receiptsOf(t, a).Receipts; len(all) != 1 || !all[0].Undone {
		t.Errorf("after a new start: %+v", all)
	}
	if r := act("again"); r.Undone || !slices.Equal(r.Pending, []string{"da-008", "da-040"}) {
		t.Errorf("again: %+v", r)
	}
	if all := receiptsOf(t, a).Receipts; len(all) != 1 {
		t.Errorf("what was carried again is told of %d times", len(all))
	}
	_, err = a.AmendReceipt(ReceiptRequest{Guide: analysis, Receipt: receipt, Act: "again"})
	if code := faultOf(t, err); code != "receipt_refused" {
		t.Errorf("again without undo: %s", code)
	}
	for code, request := range map[string]ReceiptRequest{
		"guide_not_found":   {Guide: "../journal.db", Act: "undo"},
		"receipt_not_found": {Guide: analysis, Receipt: "0190", Act: "undo"},
		"receipt_refused":   {Guide: analysis, Receipt: receipt, Act: "burn"},
	} {
		if _, err := a.AmendReceipt(request); faultOf(t, err) != code {
			t.Errorf("%+v: %v", request, err)
		}
	}
}

// TestAnswersThatComeLateGetAReceiptOfTheirOwnAndAllThatWaitsIsCounted lets a program of the first edition write once more.
func TestAnswersThatComeLateGetAReceiptOfTheirOwnAndAllThatWaitsIsCounted(t *testing.T) {
	dir := t.TempDir()
	for round := range 2 {
		old := editionApp(t, dir, "en", 1)
		if round == 0 {
			atLevelFour(t, old)
		} else if _, err := old.SetMarks(analysis, []MarkRequest{request("da-055", "with-help")}); err != nil {
			t.Fatal(err)
		}
		_ = old.close()
		a := editionApp(t, dir, "en", 2)
		if n := len(receiptsOf(t, a).Receipts); n != round+1 {
			t.Errorf("%d receipts", n)
		}
		_, news, err := a.news(t.Context(), analysis)
		if want := []string{"2 items were reworded", "3 items were reworded"}[round]; err != nil || !strings.Contains(news, want) {
			t.Errorf("%q does not say %q (%v)", news, want, err)
		}
		_ = a.close()
	}
}

func TestAReceiptIsSavedAsATextAndAsJSON(t *testing.T) {
	a := updated(t, t.TempDir(), "ko")
	what, err := a.writtenReceipt(t.Context(), analysis, "")
	if err != nil {
		t.Fatal(err)
	}
	read := func(name string) string {
		path := filepath.Join(t.TempDir(), name)
		format := "md"
		if filepath.Ext(name) == ".json" {
			format = "json"
		}
		if err := what.Save(path, report.Format(format), false); err != nil {
			t.Fatal(err)
		}
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		return string(text)
	}
	text := read("변경 내역.md")
	for _, want := range []string{
		"# 데이터 분석: 1판에서 2판으로", "이전: 점검표를 하나씩 짚어 가며 예제 차트 세 개에서 인상을 왜곡하는 요소를 찾아냅니다.",
		"지금: 점검표를 하나씩 짚어 가며 예제 차트 세 개에서 눈을 속이는 요소를 찾아냅니다.", "레벨 3, 데이터 → 레벨 4, 데이터", "보관한 항목 2개",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in:\n%s", want, text)
		}
	}
	var doc struct{ Carriage progress.Carriage }
	if err := json.Unmarshal([]byte(read("receipt.json")), &doc); err != nil || doc.Carriage.Marks != 38 || len(doc.Carriage.Items) != 38 {
		t.Errorf("%d marks, %d items, %v", doc.Carriage.Marks, len(doc.Carriage.Items), err)
	}
}

func TestTheCommandLineListsReadsConfirmsTakesBackAndSavesReceipts(t *testing.T) {
	dir := t.TempDir()
	a := updated(t, dir, "en")
	run := func(c editionsCommand) (string, error) {
		var out strings.Builder
		err := c.Run(&terminal{app: a, ctx: t.Context(), out: &out, err: &out, words: a.words()})
		return out.String(), err
	}
	file := filepath.Join(dir, "receipt.md")
	for _, step := range []struct {
		command editionsCommand
		want    []string
	}{
		{editionsCommand{}, []string{"data-analysis  ", "Edition 1 to edition 2", "2 items were reworded"}},
		{editionsCommand{JSON: true}, []string{`"pending": [`, `"da-040"`}},
		{editionsCommand{Guide: analysis}, []string{"## Reworded (2 items)", "Before: Find what distorts", "Now: Find what misleads", "Waits for you to confirm"}},
		{editionsCommand{Guide: analysis, Confirm: []string{"da-008"}}, []string{"1 answer confirmed."}},
		{editionsCommand{Guide: analysis, Confirm: []string{"all"}}, []string{"1 answer confirmed."}},
		{editionsCommand{Guide: analysis, Undo: true}, []string{"You took this back."}},
		{editionsCommand{Guide: analysis, Again: true}, []string{"2 items were reworded"}},
		{editionsCommand{Guide: analysis, Export: file}, []string{"Saved " + file}},
	} {
		out, err := run(step.command)
		for _, want := range step.want {
			if err != nil || !strings.Contains(out, want) {
				t.Errorf("%+v does not say %q (%v):\n%s", step.command, want, err, out)
			}
		}
	}
	for code, c := range map[string]editionsCommand{
		"report_exists": {Guide: analysis, Export: file}, "receipt_guide": {Undo: true}, "guide_not_found": {Guide: "nothing"},
		"receipt_not_found": {Guide: analysis, Receipt: "0190"}, "receipt_refused": {Guide: analysis, Confirm: []string{"da-999"}},
	} {
		if _, err := run(c); err == nil || a.explain(err).Code != code {
			t.Errorf("%+v: %v, not %s", c, err, code)
		}
	}
}
