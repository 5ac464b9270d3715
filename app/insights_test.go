package app

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/levelica/levelica/internal/guide"
	"github.com/levelica/levelica/internal/locale"
)

// clock is a system clock that tests set.
type clock struct{ now time.Time }

func appWithClock(t *testing.T, at time.Time) (*App, *clock) {
	t.Helper()
	c := &clock{at}
	a := New(Config{DataDir: t.TempDir(), Now: func() time.Time { return c.now }})
	t.Cleanup(func() { _ = a.close() })
	return a, c
}

// rateOn rates items on a day.
func rateOn(t *testing.T, a *App, c *clock, day time.Time, slug, verdict string, items ...string) {
	t.Helper()
	c.now = day
	var marks []MarkRequest
	for _, item := range items {
		marks = append(marks, request(item, verdict))
	}
	if _, err := a.SetMarks(slug, marks); err != nil {
		t.Fatal(err)
	}
}

// itemsOf returns the items of a level of any guide.
func itemsOf(t *testing.T, slug string, level int) []string {
	t.Helper()
	g, err := guide.Shipped().Outline(slug, "en")
	if err != nil {
		t.Fatal(err)
	}
	l, _ := g.Level(level)
	var ids []string
	for _, item := range l.Items {
		ids = append(ids, item.ID)
	}
	return ids
}

// aYear is a person with a year behind them: level 1, then level 2, in three guides.
func aYear(t *testing.T) (*App, *clock) {
	t.Helper()
	a, c := appWithClock(t, noon)
	rateOn(t, a, c, noon.AddDate(0, -13, 0), backend, "on-my-own", itemsOf(t, backend, 1)[:6]...)
	rateOn(t, a, c, noon.AddDate(0, -9, 0), backend, "on-my-own", itemsOf(t, backend, 1)[6:]...)
	for month := range 8 {
		rateOn(t, a, c, noon.AddDate(0, -8+month, 0), backend, "on-my-own", itemsOf(t, backend, 2)[month])
	}
	rateOn(t, a, c, noon.AddDate(0, -2, 0), "data-analysis", "with-help", itemsOf(t, "data-analysis", 1)[:2]...)
	rateOn(t, a, c, noon.AddDate(0, 0, -3), "ai-utilization", "on-my-own", itemsOf(t, "ai-utilization", 1)...)
	c.now = noon
	if _, err := a.AddEvidence(backend, noteRequest(itemsOf(t, backend, 1)[0], "복구 🙂")); err != nil {
		t.Fatal(err)
	}
	return a, c
}

func TestBeforeTheFirstMarkInsightsHaveNothingToShow(t *testing.T) {
	v, err := testApp(t).insights(".12m")
	if err != nil || v.Guide != "" || len(v.Guides) != 0 || v.Strands.SVG != "" {
		t.Errorf("%+v, %v", v, err)
	}
}

func TestWhatSomebodyElseSaysBeginsNoGuide(t *testing.T) {
	a := testApp(t)
	if _, err := a.readForm(t.Context(), backend, fillIn(t, a, "보라", map[string]string{"be-001": "on-my-own"})); err != nil {
		t.Fatal(err)
	}
	if v, err := a.insights(".12m"); err != nil || v.Guide != "" || len(v.Guides) != 0 {
		t.Errorf("%+v, %v", v, err)
	}
}

func TestWhatHasGoneStaleIsCounted(t *testing.T) {
	a, c := appWithClock(t, noon)
	rateOn(t, a, c, noon.AddDate(0, -13, 0), backend, "on-my-own", itemsOf(t, backend, 1)[:3]...)
	rateOn(t, a, c, noon.AddDate(0, -1, 0), backend, "on-my-own", itemsOf(t, backend, 1)[3:8]...)
	if v, err := a.insights(backend + ".12m"); err != nil || v.Stale != 3 {
		t.Errorf("%d stale, %v", v.Stale, err)
	}
}

func TestInsightsShowTheGuideThatWasRatedLastUnlessAnotherIsAskedFor(t *testing.T) {
	a, _ := aYear(t)
	for name, want := range map[string]string{".12m": "ai-utilization", backend + ".12m": backend, "cloud-computing.3m": "cloud-computing"} {
		v, err := a.insights(name)
		if err != nil || v.Guide != want || len(v.Guides) != 3 {
			t.Errorf("%s: %q of %d guides, %v", name, v.Guide, len(v.Guides), err)
		}
	}
	if _, err := a.insights("gardening.12m"); faultOf(t, a.explain(err)) != "guide_not_found" {
		t.Errorf("an unknown guide: %v", err)
	}
}

func TestInsightsDrawEveryChartWithItsTable(t *testing.T) {
	a, _ := aYear(t)
	for _, period := range []string{"3m", "12m", "all", "nonsense"} {
		v, err := a.insights(backend + "." + period)
		if err != nil {
			t.Fatal(err)
		}
		for name, c := range map[string]ChartView{"strands": v.Strands, "radar": v.Radar, "trend": v.Trend, "claimed": v.Claimed, "active": v.Active} {
			if !strings.HasPrefix(c.SVG, "<svg") || c.Title == "" || c.Desc == "" || len(c.Head) == 0 || len(c.Rows) == 0 {
				t.Errorf("%s, %s: %d bytes, %q, %q, %d rows", period, name, len(c.SVG), c.Title, c.Desc, len(c.Rows))
			}
		}
		for name, c := range map[string]ChartView{"trend": v.Trend, "active": v.Active} {
			if !strings.HasPrefix(c.Narrow, "<svg") || c.Narrow == c.SVG {
				t.Errorf("%s, %s has no drawing for a narrow window", period, name)
			}
		}
		text, err := json.Marshal(v)
		if err != nil || strings.Contains(string(text), "null") {
			t.Errorf("%s: something is null, %v", period, err)
		}
	}
}

func TestInsightsSayWhereThePersonStandsAndWhatTheEvidenceShows(t *testing.T) {
	a, _ := aYear(t)
	v, err := a.insights(backend + ".12m")
	if err != nil {
		t.Fatal(err)
	}
	if v.Level != "Level 2, Data Builder" {
		t.Errorf("level: %s", v.Level)
	}
	said := v.Claimed.Desc + "\n" + v.Inside
	for _, want := range []string{
		"Of the 18 that you do on your own, 1 has evidence. With evidence alone: Starting out.",
		"0 % of the way through level 3.",
	} {
		if !strings.Contains(said, want) {
			t.Errorf("%q is not said in:\n%s", want, said)
		}
	}
	if v.First != "2025-10-22" || v.Since != "2026-10-22" || v.Today != "2026-11-22" || v.Ahead != "2027-02-21" {
		t.Errorf("from %s to %s, what changed since %s, a goal by %s", v.First, v.Today, v.Since, v.Ahead)
	}
	// The fifth strand has no item of level 2.
	if len(v.Strong) != 2 || len(v.Open) == 0 || v.Open[0].Line != "2 items on level 2, 2 items on level 3" {
		t.Errorf("strong %v, open %v", v.Strong, v.Open)
	}
}

func TestNobodyIsToldThatTheyAreAtLevelZero(t *testing.T) {
	a, c := appWithClock(t, noon)
	rateOn(t, a, c, noon, backend, "not-yet", itemsOf(t, backend, 1)[:2]...)
	rateOn(t, a, c, noon, backend, "on-my-own", itemsOf(t, backend, 1)[2:8]...)
	v, err := a.insights(backend + ".12m")
	if err != nil {
		t.Fatal(err)
	}
	said, want := strings.Join(v.Lines, "\n"), "your full list would say starting out to level 1, with nine chances in ten."
	if !strings.Contains(said, want) || strings.Contains(said, "level 0") {
		t.Errorf("%q is not said in:\n%s", want, said)
	}
}

func TestWhatIsOddIsSaid(t *testing.T) {
	a, c := appWithClock(t, noon)
	rateOn(t, a, c, noon, backend, "on-my-own", itemsOf(t, backend, 5)[:3]...)
	v, err := a.insights(backend + ".12m")
	if err != nil {
		t.Fatal(err)
	}
	want := "You do items of level 5 on your own, and these have no answer yet: level 1, level 2, level 3, level 4. Worth a look."
	if !strings.Contains(strings.Join(v.Lines, "\n"), want) {
		t.Errorf("%q is not said in %q", want, v.Lines)
	}
}

func TestTicksAloneSayNothingOfWhatWasNotTicked(t *testing.T) {
	a, c := appWithClock(t, noon)
	rateOn(t, a, c, noon, backend, "on-my-own", itemsOf(t, backend, 1)...)
	said := func() string {
		v, err := a.insights(backend + ".12m")
		if err != nil {
			t.Fatal(err)
		}
		return strings.Join(v.Lines, "\n")
	}
	if strings.Contains(said(), "your full list would say") {
		t.Errorf("from ticks alone: %s", said())
	}
	rateOn(t, a, c, noon, backend, "not-yet", itemsOf(t, backend, 3)...)
	if !strings.Contains(said(), "From 20 of 70 answers: your full list would say level") {
		t.Errorf("from answers both ways: %s", said())
	}
}

func TestWhatChangedBetweenAnyTwoDays(t *testing.T) {
	a, _ := aYear(t)
	v, err := a.changes(backend + ".2026-01-01.2026-11-22")
	if err != nil {
		t.Fatal(err)
	}
	if v.Line != "From Starting out to Level 2, Data Builder. Items on my own: 6 then, 18 now." || len(v.Gained) != 12 || len(v.Evidenced) != 1 || len(v.Notes) == 0 {
		t.Errorf("%q, %d gained, %d with evidence, notes %v", v.Line, len(v.Gained), len(v.Evidenced), v.Notes)
	}
	back, err := a.changes(backend + ".2026-11-22.2026-01-01")
	if err != nil || back.Line != v.Line || back.From != "2026-01-01" {
		t.Errorf("the days the other way round: %+v, %v", back, err)
	}
	if v, err := a.changes(backend + ".1999-01-01.1999-12-31"); err != nil || v.Line != "Nothing changed in this time." {
		t.Errorf("long ago: %q, %v", v.Line, err)
	}
	for _, days := range []string{"", "2026-01-01", "2026-02-30.2026-03-01", "0000-01-01.2026-01-01", "10000-01-01.2026-01-01", "내일.오늘"} {
		if _, err := a.changes(backend + "." + days); faultOf(t, a.explain(err)) != "day_invalid" {
			t.Errorf("%q: %v", days, err)
		}
	}
}

func TestInsightsSpeakKorean(t *testing.T) {
	a, _ := aYear(t)
	a.spoken.Store(locale.For("ko"))
	v, err := a.insights(backend + ".12m")
	if err != nil {
		t.Fatal(err)
	}
	text, _ := json.Marshal([]any{v.Lines, v.Inside, v.Claimed.Desc, v.Strong[0].Line, v.Open[0].Line, v.Goal.Line, v.Trend.Desc, v.Active.Desc, v.Strands.Desc})
	for _, english := range []string{"level", "item", "evidence", "insight."} {
		if strings.Contains(strings.ToLower(string(text)), english) {
			t.Errorf("%q is said in %s", english, text)
		}
	}
}

func TestTheLevelOverTimeSpeaksOfNoDayBeforeTheFirstAnswer(t *testing.T) {
	a, c := appWithClock(t, noon)
	rateOn(t, a, c, noon.AddDate(0, 0, -20), backend, "on-my-own", itemsOf(t, backend, 1)...)
	c.now = noon
	v, err := a.insights(backend + "." + year)
	if err != nil {
		t.Fatal(err)
	}
	if want := "Starting out on 2 November 2026; Level 1, Endpoint Explorer today."; !strings.HasSuffix(v.Trend.Desc, want) {
		t.Errorf("%q does not end with %q", v.Trend.Desc, want)
	}
}

func TestAMonthBeforeIsNoDayOfTheSameMonth(t *testing.T) {
	for day, want := range map[string]string{
		"2026-11-27": "2026-10-27", "2026-03-31": "2026-02-28", "2024-03-30": "2024-02-29", "2026-01-31": "2025-12-31", "2026-05-31": "2026-04-30",
	} {
		of, err := time.Parse(time.DateOnly, day)
		if err != nil {
			t.Fatal(err)
		}
		if got := monthBefore(of).Format(time.DateOnly); got != want {
			t.Errorf("before %s comes %s, want %s", day, got, want)
		}
	}
}
