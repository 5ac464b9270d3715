package app

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/levelica/levelica/internal/guide"
	"github.com/levelica/levelica/internal/journal"
	"github.com/levelica/levelica/internal/progress"
	"github.com/levelica/levelica/internal/report"
)

// The pair of editions: the one that is shipped, and a second one of the same guide, made with care.
const (
	analysis      = "data-analysis"
	secondEdition = "../internal/guide/testdata/second-edition"
)

// editionApp is the program as it comes with the first or the second edition.
func editionApp(t *testing.T, dir, language string, second bool) *App {
	t.Helper()
	c := Config{Build: BuildInfo{Version: "1.2.3"}, DataDir: dir, Language: language, Now: func() time.Time { return noon }}
	if second {
		c.Library = guide.NewLibrary(os.DirFS(secondEdition))
	}
	a := New(c)
	t.Cleanup(func() { _ = a.close() })
	return a
}

// atLevelFour rates everything on levels 1 to 3 and eight items of level 4, da-034 and da-040 among
// them, as the first edition has them.
func atLevelFour(t *testing.T, a *App) {
	t.Helper()
	g, err := a.guides.Guide(analysis, "en")
	if err != nil {
		t.Fatal(err)
	}
	var requests []MarkRequest
	for _, l := range g.Levels[:4] {
		for i, it := range l.Items {
			if l.Number < 4 || i >= 2 {
				requests = append(requests, request(it.ID, "on-my-own"))
			}
		}
	}
	v, err := a.SetMarks(analysis, requests)
	if err != nil || v.Level != 4 {
		t.Fatal(v.Level, err)
	}
}

func receiptsOf(t *testing.T, a *App) ReceiptsView {
	t.Helper()
	v, err := a.receipts(t.Context(), analysis)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func inGroup(r ReceiptView, title string) []string {
	var items []string
	for _, g := range r.Groups {
		if strings.Contains(g.Title, title) {
			for _, it := range g.Items {
				items = append(items, it.ID)
			}
		}
	}
	return items
}

func TestANewEditionCarriesEveryAnswerWithABackupAndAReceipt(t *testing.T) {
	dir := t.TempDir()
	before := editionApp(t, dir, "en", false)
	atLevelFour(t, before)
	if _, err := before.SetMarks(analysis, []MarkRequest{request("da-055", "with-help")}); err != nil {
		t.Fatal(err)
	}
	if err := before.close(); err != nil {
		t.Fatal(err)
	}

	a := editionApp(t, dir, "en", true)
	v := receiptsOf(t, a)
	if len(v.Receipts) != 1 {
		t.Fatalf("%d receipts", len(v.Receipts))
	}
	r := v.Receipts[0]
	for title, want := range map[string][]string{
		"Reworded": {"da-008", "da-040", "da-055"}, "Moved": {"da-024"}, "Archived": {"da-072", "da-034"}, "Carried": nil,
	} {
		got := inGroup(r, title)
		slices.Sort(got)
		slices.Sort(want)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s:\n%s", title, diff)
		}
	}
	if !slices.Equal(r.Pending, []string{"da-008", "da-040", "da-055"}) {
		t.Errorf("%v wait", r.Pending)
	}
	text := strings.Join(r.Lines, "\n")
	for _, want := range []string{"Your level stays as it was: Level 4.", "39 answers were looked at, and none is lost.", "3 items were reworded"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not said in:\n%s", want, text)
		}
	}
	all, err := journal.Backups(dir, "")
	if err != nil || len(all) == 0 || all[0].Reason != journal.ReasonEdition || all[0].Marks != 39 {
		t.Errorf("the backup before: %+v, %v", all, err)
	}
	g, err := a.openGuide(analysis)
	if err != nil || g.Receipts != 1 || !strings.Contains(g.News, "3 items were reworded: please confirm.") {
		t.Errorf("the guide says %q (%d receipts, %v)", g.News, g.Receipts, err)
	}
	if !slices.Equal(g.Standing.Suggested, []string{"da-072"}) {
		t.Errorf("%v are suggested", g.Standing.Suggested)
	}
	home, err := a.home()
	if err != nil || len(home.News) != 1 || home.News[0].Guide != analysis {
		t.Errorf("Home says %+v, %v", home.News, err)
	}
}

func TestALevelThatTheNewEditionChangesIsSaidAtOnce(t *testing.T) {
	dir := t.TempDir()
	before := editionApp(t, dir, "en", false)
	atLevelFour(t, before)
	// Without da-024 on level 4, seven of the eight are left: da-034 is gone.
	if _, err := before.SetMarks(analysis, []MarkRequest{request("da-024", "not-yet")}); err != nil {
		t.Fatal(err)
	}
	_ = before.close()
	for language, want := range map[string]string{
		"en": "The new edition changes your level: Level 4 before, Level 3 now.", "ko": "전에는 레벨 4, 지금은 레벨 3입니다.",
	} {
		a := editionApp(t, dir, language, true)
		g, err := a.openGuide(analysis)
		if err != nil || g.Standing.Level != 3 || !strings.Contains(g.News, want) || !strings.Contains(receiptsOf(t, a).Receipts[0].Lines[0], want) {
			t.Errorf("level %d, %q, %v", g.Standing.Level, g.News, err)
		}
		_ = a.close()
	}
}

func TestAReceiptIsConfirmedTakenBackAndCarriedAgain(t *testing.T) {
	dir := t.TempDir()
	before := editionApp(t, dir, "en", false)
	atLevelFour(t, before)
	_ = before.close()
	a := editionApp(t, dir, "en", true)
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
	a = editionApp(t, dir, "en", true)
	if all := receiptsOf(t, a).Receipts; len(all) != 1 || !all[0].Undone {
		t.Errorf("after a new start: %+v", all)
	}
	if r := act("again"); r.Undone || !slices.Equal(r.Pending, []string{"da-008", "da-040"}) {
		t.Errorf("again: %+v", r)
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
		old := editionApp(t, dir, "en", false)
		if round == 0 {
			atLevelFour(t, old)
		} else if _, err := old.SetMarks(analysis, []MarkRequest{request("da-055", "with-help")}); err != nil {
			t.Fatal(err)
		}
		_ = old.close()
		a := editionApp(t, dir, "en", true)
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
	dir := t.TempDir()
	before := editionApp(t, dir, "ko", false)
	atLevelFour(t, before)
	_ = before.close()
	a := editionApp(t, dir, "ko", true)
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

func TestTwoComputersWithDifferentEditionsEndEqualAfterReadingEachOther(t *testing.T) {
	folder := t.TempDir()
	laptop := editionApp(t, filepath.Join(folder, "laptop"), "en", false)
	atLevelFour(t, laptop)
	file := filepath.Join(folder, "laptop.levelica")
	if err := laptop.export(t.Context(), file, ""); err != nil {
		t.Fatal(err)
	}
	desk := editionApp(t, filepath.Join(folder, "desk"), "en", true)
	if _, err := desk.importFrom(t.Context(), file, ""); err != nil {
		t.Fatal(err)
	}
	if _, err := desk.confirmReceipt(t.Context(), analysis, "", nil); err != nil {
		t.Fatal(err)
	}
	// The laptop, still on the first edition, answers on; then it is updated too, and both read all.
	if _, err := laptop.SetMarks(analysis, []MarkRequest{request("da-040", "can-teach"), request("da-031", "on-my-own")}); err != nil {
		t.Fatal(err)
	}
	_ = laptop.close()
	laptop = editionApp(t, filepath.Join(folder, "laptop"), "en", true)
	read := func(to, from *App) {
		t.Helper()
		file := filepath.Join(t.TempDir(), "x.levelica")
		if err := from.export(t.Context(), file, ""); err != nil {
			t.Fatal(err)
		}
		if _, err := to.importFrom(t.Context(), file, ""); err != nil {
			t.Fatal(err)
		}
	}
	for range 2 {
		read(desk, laptop)
		read(laptop, desk)
	}
	standing := func(a *App) StandingView {
		v, err := a.standing(t.Context(), analysis)
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
	if diff := cmp.Diff(standing(laptop), standing(desk)); diff != "" {
		t.Errorf("they stand elsewhere:\n%s", diff)
	}
	if diff := cmp.Diff(receiptsOf(t, laptop), receiptsOf(t, desk)); diff != "" {
		t.Errorf("their receipts differ:\n%s", diff)
	}
	marks := func(a *App) int {
		j, err := a.openJournal(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		all, err := j.Marks(t.Context(), analysis)
		if err != nil {
			t.Fatal(err)
		}
		return len(all)
	}
	if marks(laptop) != marks(desk) || marks(desk) < 40 {
		t.Errorf("%d and %d marks", marks(laptop), marks(desk))
	}
}

func TestAnOldReportShowsTheEditionAndTheWordsThatItWasMadeWith(t *testing.T) {
	dir := t.TempDir()
	before := editionApp(t, dir, "en", false)
	atLevelFour(t, before)
	id := request("", "").ID
	if err := before.keepReport(before.context(), id, ReportRequest{Guides: []string{analysis}, Items: true, Open: true}); err != nil {
		t.Fatal(err)
	}
	_ = before.close()
	a := editionApp(t, dir, "en", true)
	doc, err := a.makeReport(t.Context(), ReportRequest{Snapshot: id})
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	if err := doc.Write(&out, "md"); err != nil {
		t.Fatal(err)
	}
	if text := out.String(); !strings.Contains(text, "Find what distorts the impression") || strings.Contains(text, "misleads the eye") ||
		!strings.Contains(text, "Read three values with their units") || !strings.Contains(text, "dition 1") {
		t.Errorf("the report is not what it was:\n%s", text)
	}
}

// TestAReportTellsOfANewEditionByBoxByFlagAndByPeriod asks in both languages, by the request that the
// boxes of the window and the flags of the command line make.
func TestAReportTellsOfANewEditionByBoxByFlagAndByPeriod(t *testing.T) {
	dir := t.TempDir()
	before := editionApp(t, dir, "en", false)
	atLevelFour(t, before)
	_ = before.close()
	for language, says := range map[string]struct{ level, item string }{
		"en": {"My level stayed as it was: level 4.", "Before: Find what distorts the impression"},
		"ko": {"레벨은 그대로입니다: 레벨 4.", "이전: 점검표를 하나씩 짚어 가며 예제 차트 세 개에서 인상을 왜곡하는 요소를 찾아냅니다."},
	} {
		a := editionApp(t, dir, language, true)
		for name, c := range map[string]struct {
			parts        reportParts
			levels, item bool
		}{
			"neither": {reportParts{}, false, false}, "box": {reportParts{Editions: true}, true, true},
			"period": {reportParts{Period: quarter}, true, false}, "both": {reportParts{Period: allTimes, Editions: true}, true, true},
		} {
			doc, err := a.makeReport(t.Context(), c.parts.request([]string{analysis}))
			if err != nil {
				t.Fatal(err)
			}
			var out strings.Builder
			if err := doc.Write(&out, report.Markdown); err != nil {
				t.Fatal(err)
			}
			if got := strings.Contains(out.String(), says.level); got != c.levels {
				t.Errorf("%s, %s: what became of the level is said: %t", language, name, got)
			}
			if got := strings.Contains(out.String(), says.item); got != c.item {
				t.Errorf("%s, %s: the items are listed: %t", language, name, got)
			}
		}
		_ = a.close()
	}
}

func TestAJournalThatCannotBeWrittenIsReadAndCarriedLater(t *testing.T) {
	dir := t.TempDir()
	before := editionApp(t, dir, "en", false)
	atLevelFour(t, before)
	_ = before.close()
	blocked := filepath.Join(dir, "backups")
	_ = os.RemoveAll(blocked)
	if err := os.WriteFile(blocked, nil, 0o600); err != nil { // no backup, no carrying
		t.Fatal(err)
	}
	a := editionApp(t, dir, "en", true)
	if v := receiptsOf(t, a); len(v.Receipts) != 0 {
		t.Error("it was carried without a backup")
	}
	if v, err := a.standing(t.Context(), analysis); err != nil || v.Level != 4 {
		t.Errorf("level %d, %v", v.Level, err)
	}
	_ = a.close()
	if err := os.Remove(blocked); err != nil {
		t.Fatal(err)
	}
	if v := receiptsOf(t, editionApp(t, dir, "en", true)); len(v.Receipts) != 1 {
		t.Error("it was not carried later")
	}
}

func TestTheCommandLineListsReadsConfirmsTakesBackAndSavesReceipts(t *testing.T) {
	dir := t.TempDir()
	before := editionApp(t, dir, "en", false)
	atLevelFour(t, before)
	_ = before.close()
	a := editionApp(t, dir, "en", true)
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

func TestInsightsTellAcrossEditionsWhatWasReachedThenAndWhatTheNewOneChanged(t *testing.T) {
	for language, said := range map[string][]string{
		"en": {"Edition 2 of the guide began in this time", "No longer in the guide: ", "In other words now: ", "38 then, 36 now"},
		"ko": {"이 기간에 가이드가 1판에서 2판으로 바뀌었습니다.", "이제 가이드에 없는 항목: ", "표현이 바뀐 항목: ", "그때 38개, 지금 36개"},
	} {
		dir := t.TempDir()
		first := editionApp(t, dir, language, false)
		first.now = func() time.Time { return noon.AddDate(0, 0, -10) }
		atLevelFour(t, first)
		if err := first.close(); err != nil {
			t.Fatal(err)
		}
		a := editionApp(t, dir, language, true)
		day := func(days int) string { return noon.AddDate(0, 0, days).Format(time.DateOnly) }
		c, err := a.changes(analysis + "." + day(-8) + "." + day(0))
		if err != nil {
			t.Fatal(err)
		}
		told := strings.Join(append(c.Notes, c.Line), "\n")
		for _, words := range said {
			if !strings.Contains(told, words) {
				t.Errorf("%s: %q says nothing of %q", language, told, words)
			}
		}
	}
}
