package journal

import (
	"math"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/levelica/levelica/internal/progress"
)

func TestHistoryStaysInOrderWhateverTheClockShows(t *testing.T) {
	seoul := time.FixedZone("KST", 9*60*60)
	berlin, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	for name, times := range map[string][]time.Time{
		"back a year":         {noon, noon.AddDate(-1, 0, 0), noon.AddDate(-1, 0, 1)},
		"the hour twice":      {time.Date(2026, 10, 25, 2, 30, 0, 0, berlin), time.Date(2026, 10, 25, 2, 30, 0, 0, berlin).Add(time.Hour)},
		"another zone":        {noon.In(seoul), noon.Add(time.Minute).In(berlin), noon.Add(2 * time.Minute)},
		"standing still":      {noon, noon, noon},
		"the year 0":          {time.Date(0, 1, 1, 0, 0, 0, 0, time.UTC), noon},
		"before the year 0":   {time.Date(-400, 1, 1, 0, 0, 0, 0, time.UTC), noon},
		"the year 10000":      {time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC), noon, noon},
		"the end of time":     {time.UnixMilli(math.MaxInt64), noon, time.UnixMilli(math.MaxInt64), noon},
		"the beginning of it": {time.UnixMilli(math.MinInt64), noon},
	} {
		t.Run(name, func(t *testing.T) {
			now := times[0]
			dir := t.TempDir()
			j := openAt(t, dir, &now)
			var want []progress.Verdict
			for i, at := range times {
				now = at
				verdict := progress.Verdict(i % 4)
				record(t, j, markOf("be-001", verdict))
				want = append(want, verdict)
			}
			history, err := j.History(t.Context(), "backend-engineering", "be-001")
			if err != nil {
				t.Fatal(err)
			}
			var got []progress.Verdict
			for _, m := range history {
				got = append(got, m.Verdict)
				if m.Clock <= 0 || m.At < earliestTime || m.At > latestTime {
					t.Errorf("the mark has the clock %d and the time %d", m.Clock, m.At)
				}
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Error(diff)
			}
			// What such a clock wrote can be moved to another computer.
			other := open(t, t.TempDir())
			imported(t, other, export(t, j, ""), "")
			if got := items(t, other); len(got) != len(times) {
				t.Errorf("%d of %d marks arrived", len(got), len(times))
			}
		})
	}
}

func TestTheNewestMarksSayTheSameAsAll(t *testing.T) {
	now := noon
	j := openAt(t, t.TempDir(), &now)
	if err := j.db.Exec("PRAGMA synchronous = OFF").Error; err != nil { // how it is written is not the promise
		t.Fatal(err)
	}
	origins := []progress.Origin{
		progress.OriginSelf, progress.OriginPlacement, progress.OriginSuggested, progress.OriginRater, progress.OriginImport,
	}
	rapid.Check(t, func(rt *rapid.T) {
		for range rapid.IntRange(0, 12).Draw(rt, "marks") {
			m := markOf(rapid.SampledFrom([]string{"be-001", "be-002", "be-003"}).Draw(rt, "item"),
				progress.Verdict(rapid.IntRange(-1, 3).Draw(rt, "verdict")))
			m.Guide = rapid.SampledFrom([]string{"backend-engineering", "data-analysis"}).Draw(rt, "guide")
			m.Origin = rapid.SampledFrom(origins).Draw(rt, "origin")
			if m.Origin == progress.OriginRater {
				m.Rater = rapid.SampledFrom([]string{"민아", "Omar"}).Draw(rt, "rater")
			}
			now = noon.Add(time.Duration(rapid.IntRange(-9, 9).Draw(rt, "hours")) * time.Hour)
			if err := j.Record(t.Context(), m); err != nil {
				rt.Fatal(err)
			}
		}
		together, err := j.Newest(t.Context(), "")
		if err != nil {
			rt.Fatal(err)
		}
		for _, guide := range []string{"backend-engineering", "data-analysis"} {
			all, err := j.Marks(t.Context(), guide)
			if err != nil {
				rt.Fatal(err)
			}
			newest, err := j.Newest(t.Context(), guide)
			if err != nil {
				rt.Fatal(err)
			}
			ofGuide := slices.DeleteFunc(slices.Clone(together), func(m progress.Mark) bool { return m.Guide != guide })
			if diff := cmp.Diff(newest, ofGuide); diff != "" {
				rt.Errorf("of all guides together: %s", diff)
			}
			if diff := cmp.Diff(progress.Present(guide, all), progress.Present(guide, newest)); diff != "" {
				rt.Error(diff)
			}
			if diff := cmp.Diff(progress.Suggested(guide, all), progress.Suggested(guide, newest)); diff != "" {
				rt.Error(diff)
			}
			raters := map[string]int{}
			for _, m := range newest {
				raters[m.Item+" "+string(m.Origin)+" "+m.Rater]++
			}
			for key, n := range raters {
				if n != 1 {
					rt.Errorf("%s is there %d times", key, n)
				}
			}
		}
	})
}
