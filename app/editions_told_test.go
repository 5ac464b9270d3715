package app

import (
	"strings"
	"testing"
	"time"

	"github.com/levelica/levelica/internal/report"
)

func TestAnOldReportShowsTheEditionAndTheWordsThatItWasMadeWith(t *testing.T) {
	dir := t.TempDir()
	before := editionApp(t, dir, "en", 1)
	atLevelFour(t, before)
	id := request("", "").ID
	if err := before.keepReport(before.context(), id, ReportRequest{Guides: []string{analysis}, Items: true, Open: true}); err != nil {
		t.Fatal(err)
	}
	_ = before.close()
	a := editionApp(t, dir, "en", 2)
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
	for language, says := range map[string]struct{ level, item string }{
		"en": {"My level stayed as it was: level 4.", "Before: Find what distorts the impression"},
		"ko": {"레벨은 그대로입니다: 레벨 4.", "이전: 점검표를 하나씩 짚어 가며 예제 차트 세 개에서 인상을 왜곡하는 요소를 찾아냅니다."},
	} {
		a := updated(t, t.TempDir(), language)
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

func TestInsightsTellAcrossEditionsWhatWasReachedThenAndWhatTheNewOneChanged(t *testing.T) {
	for language, said := range map[string][]string{
		"en": {"Edition 2 of the guide began in this time", "No longer in the guide: ", "In other words now: ", "38 then, 36 now"},
		"ko": {"이 기간에 가이드가 1판에서 2판으로 바뀌었습니다.", "이제 가이드에 없는 항목: ", "표현이 바뀐 항목: ", "그때 38개, 지금 36개"},
	} {
		dir := t.TempDir()
		first := editionApp(t, dir, language, 1)
		first.now = func() time.Time { return noon.AddDate(0, 0, -10) }
		atLevelFour(t, first)
		if err := first.close(); err != nil {
			t.Fatal(err)
		}
		a := editionApp(t, dir, language, 2)
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
