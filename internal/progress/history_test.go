package progress

import (
	"fmt"
	"testing"
	"time"
	_ "time/tzdata"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// tick returns marks that make so many items of a level done, a minute apart, so many days ago.
func tick(level, from, to, daysAgo int) []Mark {
	var marks []Mark
	for i := from; i < to; i++ {
		m := markAt(id(level, i), OnMyOwn, daysAgo)
		m.Clock += Clock(i) << counterBits
		marks = append(marks, m)
	}
	return marks
}

func day(daysAgo int) string { return today.AddDate(0, 0, -daysAgo).Format(time.DateOnly) }

func trend(h *History) []string {
	var steps []string
	for _, s := range h.Trend() {
		steps = append(steps, fmt.Sprintf("%s %d", s.At.Format(time.DateOnly), s.Level))
	}
	return steps
}

func TestTheTrendHasAStepForTheFirstMarkAndForEveryChangeOfLevel(t *testing.T) {
	marks := append(tick(1, 0, 6, 300), tick(1, 6, 9, 200)...)
	marks = append(marks, tick(2, 0, 8, 100)...)
	marks = append(marks, markAt(id(2, 0), NotYet, 50), markAt("gone-001", OnMyOwn, 40), markAt(id(1, 0), CanTeach, 30))
	h := NewHistory(sample(), marks, nil, today)
	want := []string{day(300) + " 0", day(200) + " 1", day(100) + " 2", day(50) + " 1"}
	if diff := cmp.Diff(want, trend(h)); diff != "" {
		t.Errorf("trend (-want +got):\n%s", diff)
	}
	if began, ok := h.Began(); !ok || began.Format(time.DateOnly) != day(300) {
		t.Errorf("began %v, %v", began, ok)
	}
	if empty := NewHistory(sample(), nil, nil, today).Trend(); len(empty) != 0 {
		t.Errorf("without marks: %v", empty)
	}
}

func TestAClockThatWentBackAYearDoesNotTurnTheTrendAround(t *testing.T) {
	last := Clock(0)
	var marks []Mark
	for i, at := range []time.Time{today.AddDate(0, 0, -3), today.AddDate(-1, 0, 0), today.AddDate(0, 0, -1)} {
		for place := range 4 {
			last = Tick(last, at)
			marks = append(marks, Mark{ID: fmt.Sprint(i, place), Guide: "sample", Item: id(1, 4*(i%2)+place), Verdict: OnMyOwn, Origin: OriginSelf, Clock: last, At: at.UnixMilli()})
		}
	}
	steps := NewHistory(sample(), marks, nil, today).Trend()
	if len(steps) != 2 || steps[1].Level != 1 || steps[1].At.Before(steps[0].At) {
		t.Errorf("%v", steps)
	}
}

func TestWhatAClockPutIntoTheFutureCountsAsNow(t *testing.T) {
	h := NewHistory(sample(), tick(1, 0, 8, -4000), nil, today)
	for _, s := range h.Trend() {
		if s.At.After(today) {
			t.Errorf("a step at %v", s.At)
		}
	}
	if present, _ := h.At(today); len(present) != 8 {
		t.Errorf("%d marks count today, want 8", len(present))
	}
}

func TestWhatFollowsAClockThatWasAheadKeepsItsOwnDays(t *testing.T) {
	last := Clock(0)
	var marks []Mark
	rate := func(at time.Time, level, from, to int) {
		for place := from; place < to; place++ {
			last = Tick(last, at)
			marks = append(marks, Mark{ID: fmt.Sprint(len(marks)), Guide: "sample", Item: id(level, place), Verdict: OnMyOwn, Origin: OriginSelf, Clock: last, At: at.UnixMilli()})
		}
	}
	rate(today.AddDate(0, 0, -300), 1, 0, 8)
	rate(today.AddDate(2, 0, 0), 1, 8, 10) // the year was typed wrongly, for an hour
	rate(today.AddDate(0, 0, -200), 2, 0, 8)
	rate(today.AddDate(0, 0, -100), 3, 0, 4)
	rate(today.AddDate(0, 0, -40), 3, 4, 8)
	h := NewHistory(sample(), marks, nil, today)
	want := []string{day(300) + " 0", day(300) + " 1", day(200) + " 2", day(40) + " 3"}
	if diff := cmp.Diff(want, trend(h)); diff != "" {
		t.Errorf("trend (-want +got):\n%s", diff)
	}
	if c := h.Between(today.AddDate(0, 0, -150), today.AddDate(0, 0, -50)); len(c.Gained) != 4 || c.LevelFrom != 2 || c.LevelTo != 2 {
		t.Errorf("between two days: %+v", c)
	}
	if f := Foresee(sample(), marks, 4, today); f.Gained != 8 {
		t.Errorf("%d items were gained in half a year, want 8", f.Gained)
	}
}

func TestTimesOfAHistoryNeverRunBackwardsNorAhead(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		last := Clock(0)
		var marks []Mark
		for i := range rapid.IntRange(1, 30).Draw(t, "marks") {
			at := today.AddDate(0, 0, rapid.IntRange(-500, 500).Draw(t, "day"))
			last = Tick(last, at)
			marks = append(marks, Mark{ID: fmt.Sprint(i), Guide: "sample", Item: id(1, i%10), Verdict: OnMyOwn, Origin: OriginSelf, Clock: last, At: at.UnixMilli()})
		}
		h := NewHistory(sample(), marks, nil, today)
		for i := range marks {
			if h.Time(i).After(today) || i > 0 && h.Time(i).Before(h.Time(i-1)) {
				t.Fatalf("mark %d at %v after %v", i, h.Time(i), h.Time(max(i-1, 0)))
			}
		}
	})
}

func TestWhatChangedBetweenTwoDays(t *testing.T) {
	marks := append(tick(1, 0, 7, 100), tick(1, 7, 9, 20)...)
	marks = append(marks, markAt(id(1, 0), NotYet, 10))
	later := note("a", id(1, 1), "x", Tick(0, today.AddDate(0, 0, -15)))
	early := note("b", id(1, 2), "x", Tick(0, today.AddDate(0, 0, -90)))
	h := NewHistory(sample(), marks, []Evidence{later, early}, today)
	c := h.Between(today.AddDate(0, 0, -50), today)
	want := Change{
		From: today.AddDate(0, 0, -50), To: today, LevelFrom: 0, LevelTo: 1, DoneFrom: 7, DoneTo: 8,
		Gained: []string{id(1, 7), id(1, 8)}, Lost: []string{id(1, 0)}, Evidenced: []string{id(1, 1)},
		Strands: []StrandChange{{"strand-1", 1, 0}, {"strand-4", 0, 1}},
	}
	if diff := cmp.Diff(want, c); diff != "" {
		t.Errorf("change (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(c, h.Between(today, today.AddDate(0, 0, -50))); diff != "" {
		t.Errorf("the other way round (-want +got):\n%s", diff)
	}
	if !h.Between(today.AddDate(-1, 0, 0), today.AddDate(-1, 0, 5)).Nothing() || c.Nothing() {
		t.Error("nothing and something are confused")
	}
}

// drawHistory draws marks on two levels in the last 400 days, each with a clock of its own.
func drawHistory(t *rapid.T) []Mark {
	n := rapid.IntRange(0, 60).Draw(t, "marks")
	marks := make([]Mark, n)
	for i := range marks {
		m := markAt(id(rapid.IntRange(1, 2).Draw(t, "level"), rapid.IntRange(0, 9).Draw(t, "item")),
			Verdict(rapid.IntRange(-1, 3).Draw(t, "verdict")), rapid.IntRange(0, 400).Draw(t, "days"))
		m.ID, m.Clock = fmt.Sprint(i), m.Clock+Clock(i)
		marks[i] = m
	}
	return marks
}

func TestTheTrendEndsWhereThePersonStandsNow(t *testing.T) {
	g := sample()
	rapid.Check(t, func(t *rapid.T) {
		marks := drawHistory(t)
		steps := NewHistory(g, marks, nil, today).Trend()
		level := Stand(g, Present("sample", marks)).Level
		if len(marks) == 0 {
			return
		}
		if got := steps[len(steps)-1].Level; got != level {
			t.Fatalf("the trend ends at %d, the standing is %d", got, level)
		}
		for i := 1; i < len(steps); i++ {
			if steps[i].Level == steps[i-1].Level || steps[i].At.Before(steps[i-1].At) {
				t.Fatalf("%v", steps)
			}
		}
	})
}

func TestAnyOrderOfMarksGivesTheSameHistory(t *testing.T) {
	g := sample()
	rapid.Check(t, func(t *rapid.T) {
		marks := drawHistory(t)
		shuffled := rapid.Permutation(marks).Draw(t, "shuffled")
		if diff := cmp.Diff(NewHistory(g, marks, nil, today).Trend(), NewHistory(g, shuffled, nil, today).Trend()); diff != "" {
			t.Fatal(diff)
		}
		from := today.AddDate(0, 0, -400)
		if diff := cmp.Diff(ActivityIn(marks, from, today), ActivityIn(shuffled, from, today)); diff != "" {
			t.Fatal(diff)
		}
	})
}

func TestTwoSpansMakeTheWholeSpan(t *testing.T) {
	g := sample()
	rapid.Check(t, func(t *rapid.T) {
		h := NewHistory(g, drawHistory(t), nil, today)
		a := today.AddDate(0, 0, -rapid.IntRange(200, 500).Draw(t, "a"))
		b := today.AddDate(0, 0, -rapid.IntRange(0, 199).Draw(t, "b"))
		first, second, whole := h.Between(a, b), h.Between(b, today), h.Between(a, today)
		if first.LevelFrom != whole.LevelFrom || first.LevelTo != second.LevelFrom || second.LevelTo != whole.LevelTo {
			t.Fatalf("%+v then %+v, in whole %+v", first, second, whole)
		}
		if got := len(first.Gained) - len(first.Lost) + len(second.Gained) - len(second.Lost); got != len(whole.Gained)-len(whole.Lost) {
			t.Fatalf("net gains %d in two spans, %d in one", got, len(whole.Gained)-len(whole.Lost))
		}
	})
}

func TestActivityCountsEveryMarkOnItsDay(t *testing.T) {
	marks := append(tick(1, 0, 3, 7), tick(1, 3, 4, 2)...) // 22 November 2026 is a Sunday
	marks = append(marks, markAt(id(1, 9), OnMyOwn, 40), Mark{Guide: "sample", Item: "x", Origin: OriginSuggested, At: today.UnixMilli()})
	a := ActivityIn(marks, today.AddDate(0, 0, -9), today)
	if len(a.Days) != 10 || a.Marks != 4 || a.Active != 2 || a.Busiest != time.Sunday {
		t.Errorf("%d days, %d marks on %d of them, most on %v", len(a.Days), a.Marks, a.Active, a.Busiest)
	}
	if a.Days[2].Marks != 3 || a.Days[7].Marks != 1 {
		t.Errorf("%v", a.Days)
	}
}

func TestEveryDayIsThereOnceWhateverTheClocksDo(t *testing.T) {
	// These zones skip or repeat an hour, one of them at midnight, and one skipped a whole day.
	for _, name := range []string{"Europe/Berlin", "America/Sao_Paulo", "Asia/Seoul", "Pacific/Apia", "UTC"} {
		zone, err := time.LoadLocation(name)
		if err != nil {
			t.Fatal(err)
		}
		from := time.Date(2011, 1, 1, 15, 0, 0, 0, zone)
		a := ActivityIn(nil, from, from.AddDate(8, 0, 0))
		for i := 1; i < len(a.Days); i++ {
			before, now := a.Days[i-1].Date, a.Days[i].Date
			apart := now.Sub(before)
			if now.Day() == before.Day() || apart < 22*time.Hour || apart > 26*time.Hour {
				t.Fatalf("%s: after %v comes %v", name, before, now)
			}
		}
	}
}

func TestAPeriodOfTenThousandYearsIsACalendarThatEnds(t *testing.T) {
	from, to := time.Date(0, 1, 1, 0, 0, 0, 0, time.UTC), time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC)
	if a := ActivityIn(nil, from, to); len(a.Days) != maxActivityDays {
		t.Errorf("%d days", len(a.Days))
	}
	if a := ActivityIn(nil, to, from); len(a.Days) != 0 {
		t.Errorf("a period that ends before it begins has %d days", len(a.Days))
	}
}
