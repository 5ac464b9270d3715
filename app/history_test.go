package app

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/levelica/levelica/internal/guide"
	"github.com/levelica/levelica/internal/progress"
)

// seoul is where the day begins nine hours before that of UTC.
var seoul = time.FixedZone("KST", 9*60*60)

func backendOutline(t *testing.T) *guide.Guide {
	t.Helper()
	g, err := guide.Shipped().Outline(backend, "en")
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func markOn(item string, verdict progress.Verdict, at time.Time) progress.Mark {
	return progress.Mark{
		Guide: backend, Item: item, Verdict: verdict, Origin: progress.OriginSelf,
		Clock: progress.Tick(0, at), At: at.UnixMilli(),
	}
}

// pastOf is the history of marks that all lie in the past.
func pastOf(g *guide.Guide, marks []progress.Mark) *progress.History {
	return progress.NewHistory(g, marks, nil, noon.AddDate(10, 0, 0))
}

func TestADayThatWasToComeIsInNoHistory(t *testing.T) {
	a, c := appWithClock(t, noon)
	items := levelItems(t, 1)
	rateOn(t, a, c, noon.AddDate(0, 0, -30), backend, "on-my-own", items[:2]...)
	rateOn(t, a, c, noon.AddDate(3, 0, 0), backend, "on-my-own", items[2:4]...)
	rateOn(t, a, c, noon.AddDate(0, 0, -10), backend, "on-my-own", items[4:6]...)
	rateOn(t, a, c, noon.AddDate(0, 0, -5), backend, "on-my-own", items[6:8]...)
	c.now = noon
	v, err := a.guideHistory(backend)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, day := range v.Days {
		got = append(got, fmt.Sprintf("%s %d", day.Date, len(day.Changes)))
	}
	want := []string{"2026-11-17 2", "2026-11-12 4", "2026-10-23 2"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestADayShowsWhatItChangedOnce(t *testing.T) {
	g := backendOutline(t)
	items := levelItems(t, 1)
	evening := time.Date(2026, 11, 21, 23, 0, 0, 0, seoul)
	marks := []progress.Mark{
		markOn(items[0], progress.NotYet, evening),
		markOn(items[0], progress.WithHelp, evening.Add(time.Minute)),
		markOn(items[1], progress.OnMyOwn, evening.Add(2*time.Minute)),
		markOn(items[1], progress.Cleared, evening.Add(3*time.Minute)), // taken back on the same day
		markOn("no-longer-there", progress.OnMyOwn, evening.Add(4*time.Minute)),
		markOn(items[0], progress.OnMyOwn, evening.Add(2*time.Hour)),
	}
	want := []HistoryDayView{
		{Date: "2026-11-22", Changes: []ChangeView{{items[0], "with-help", "on-my-own"}}},
		{Date: "2026-11-21", Changes: []ChangeView{{items[0], "cleared", "with-help"}}},
	}
	if diff := cmp.Diff(want, days(g, pastOf(g, marks), seoul)); diff != "" {
		t.Error(diff)
	}
}

func TestADayThatChangedNothingIsInNoHistory(t *testing.T) {
	g := backendOutline(t)
	item := levelItems(t, 1)[0]
	first := time.Date(2026, 11, 20, 12, 0, 0, 0, seoul)
	marks := []progress.Mark{
		markOn(item, progress.OnMyOwn, first),
		markOn(item, progress.OnMyOwn, first.AddDate(0, 0, 1)), // confirmed
		markOn(item, progress.NotYet, first.AddDate(0, 0, 2)),
		markOn(item, progress.OnMyOwn, first.AddDate(0, 0, 2).Add(time.Minute)), // and back
	}
	if got := days(g, pastOf(g, marks), seoul); len(got) != 1 || got[0].Date != "2026-11-20" {
		t.Errorf("%+v", got)
	}
}

func TestADayOnWhichALevelIsReachedSaysSo(t *testing.T) {
	a := testApp(t)
	for _, item := range levelItems(t, 1)[:8] {
		mark(t, a, backend, request(item, "on-my-own"))
	}
	v, err := a.guideHistory(backend)
	if err != nil {
		t.Fatal(err)
	}
	if len(v.Days) != 1 || v.Days[0].From != 0 || v.Days[0].To != 1 || len(v.Days[0].Changes) != 8 {
		t.Errorf("the history is %+v", v.Days)
	}
	if v.Trend.SVG != "" {
		t.Error("there is a drawing of a single day")
	}
}

func TestTheLevelOverTimeIsDrawnOnceADayHasPassed(t *testing.T) {
	now := noon
	dir := t.TempDir()
	a := New(Config{DataDir: dir, Now: func() time.Time { return now }})
	t.Cleanup(func() { _ = a.close() })
	mark(t, a, backend, request(levelItems(t, 1)[0], "on-my-own"))
	now = noon.AddDate(0, 0, 9)
	v, err := a.guideHistory(backend)
	if err != nil {
		t.Fatal(err)
	}
	if v.Trend.SVG == "" || v.Trend.Title == "" || len(v.Trend.Rows) != 1 || v.Trend.Rows[0][1] != "Starting out" {
		t.Errorf("the drawing is %+v", v.Trend)
	}
}

func TestTheNewestDaysComeAloneAndAllWhenTheyAreAskedFor(t *testing.T) {
	now := noon
	a := New(Config{DataDir: t.TempDir(), Now: func() time.Time { return now }})
	t.Cleanup(func() { _ = a.close() })
	for n, item := range slices.Concat(levelItems(t, 1), levelItems(t, 2)) {
		now = noon.AddDate(0, 0, n)
		mark(t, a, backend, request(item, "on-my-own"))
	}
	newest, err := a.guideHistory(backend)
	if err != nil {
		t.Fatal(err)
	}
	all, err := a.guideHistory(backend + ".all")
	if err != nil {
		t.Fatal(err)
	}
	if len(newest.Days) != pageOfDays || !newest.Earlier || len(all.Days) != 20 || all.Earlier {
		t.Errorf("%d days, and %d in all", len(newest.Days), len(all.Days))
	}
	if diff := cmp.Diff(all.Days[:pageOfDays], newest.Days); diff != "" {
		t.Error(diff)
	}
}

func TestTheLevelOverTimeHasOneStepADay(t *testing.T) {
	at := func(day, hour int) time.Time { return time.Date(2026, 3, day, hour, 0, 0, 0, seoul) }
	steps := []progress.Step{{At: at(1, 9), Level: 0}, {At: at(1, 10), Level: 1}, {At: at(1, 11), Level: 2}, {At: at(2, 9), Level: 3},
		{At: at(2, 10), Level: 2}, {At: at(3, 0), Level: 1}, {At: at(3, 23), Level: 4}, {At: at(4, 0), Level: 5}}
	want := []progress.Step{steps[0], steps[2], steps[6], steps[7]}
	if diff := cmp.Diff(want, lastOfDays(steps, seoul)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(steps[:1], lastOfDays(steps[:1], seoul)); diff != "" {
		t.Error(diff)
	}
}

func TestAPagefulOfChangesMayBeASingleDay(t *testing.T) {
	long, short := HistoryDayView{Changes: make([]ChangeView, 70)}, HistoryDayView{Changes: make([]ChangeView, 1)}
	for want, days := range map[int][]HistoryDayView{1: {long, short}, 2: {short, long, short}, 3: {short, short, short}, 0: nil} {
		if n := newestDays(days); n != want {
			t.Errorf("%d days, want %d", n, want)
		}
	}
}

// TestADayBeginsWhereTheClocksSayWhateverHappensToThem goes hour by hour over the days on which
// clocks change, where midnight is skipped, and where a day is.
func TestADayBeginsWhereTheClocksSayWhateverHappensToThem(t *testing.T) {
	for _, zone := range []string{"Europe/Berlin", "America/Santiago", "Asia/Beirut", "Australia/Lord_Howe", "Pacific/Apia", "Asia/Seoul"} {
		place, err := time.LoadLocation(zone)
		if err != nil {
			t.Fatal(err)
		}
		for _, begin := range []string{"2011-12-27", "2022-09-08", "2026-03-26", "2026-10-22"} {
			first, err := time.ParseInLocation(time.DateOnly, begin, place)
			if err != nil {
				t.Fatal(err)
			}
			var marks []progress.Mark
			for half := range 24 * 2 * 6 {
				marks = append(marks, markOn(fmt.Sprint(half), progress.OnMyOwn, first.Add(time.Duration(half)*30*time.Minute)))
			}
			seen := 0
			dates := map[string]bool{}
			for _, day := range byDay(pastOf(backendOutline(t), marks), place) {
				if dates[day.date] {
					t.Errorf("%s: %s is there twice", zone, day.date)
				}
				dates[day.date] = true
				for _, m := range day.marks {
					if date := m.Clock.Time().In(place).Format(time.DateOnly); date != day.date || m.Item != fmt.Sprint(seen) {
						t.Errorf("%s: mark %s of %s stands on %s", zone, m.Item, date, day.date)
					}
					seen++
				}
			}
			if seen != len(marks) {
				t.Errorf("%s: %d of %d marks", zone, seen, len(marks))
			}
		}
	}
}

func TestAGuideThatNobodyStartedHasNoHistory(t *testing.T) {
	v, err := testApp(t).guideHistory(backend)
	if err != nil || v.Days == nil || len(v.Days) != 0 || v.Trend.Head == nil || v.Trend.Rows == nil {
		t.Errorf("the history is %+v (%v)", v, err)
	}
}

func TestTheHistoryEndsWhereThePersonStands(t *testing.T) {
	g := backendOutline(t)
	rapid.Check(t, func(t *rapid.T) {
		at := noon
		var marks []progress.Mark
		for range rapid.IntRange(0, 60).Draw(t, "marks") {
			level := g.Levels[rapid.IntRange(0, 1).Draw(t, "level")]
			item := level.Items[rapid.IntRange(0, len(level.Items)-1).Draw(t, "item")]
			at = at.Add(time.Duration(rapid.IntRange(1, 40).Draw(t, "hours")) * time.Hour)
			marks = append(marks, markOn(item.ID, progress.Verdict(rapid.IntRange(-1, 3).Draw(t, "verdict")), at))
		}
		said, level := map[string]string{}, 0
		past := days(g, pastOf(g, marks), seoul)
		for i := len(past) - 1; i >= 0; i-- {
			level = past[i].To
			for _, change := range past[i].Changes {
				was, known := said[change.Item]
				if !known {
					was = "cleared"
				}
				if change.From != was || change.From == change.To {
					t.Fatalf("%s goes from %s to %s, after %s", change.Item, change.From, change.To, was)
				}
				said[change.Item] = change.To
			}
		}
		present := progress.Present(backend, marks)
		for item, m := range present {
			if said[item] != m.Verdict.String() {
				t.Fatalf("%s ends as %s, and is %s", item, said[item], m.Verdict)
			}
		}
		if want := progress.Stand(g, present).Level; level != want {
			t.Fatalf("the history ends at level %d, the person stands at %d", level, want)
		}
	})
}
