package progress

import (
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"
)

var today = time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)

// markAt is a mark made so many days before today.
func markAt(item string, v Verdict, daysAgo int) Mark {
	at := today.AddDate(0, 0, -daysAgo)
	return Mark{
		ID: item + at.String(), Guide: "sample", Item: item, Verdict: v, Origin: OriginSelf,
		Clock: Tick(0, at), At: at.UnixMilli(),
	}
}

// gained returns marks that make one item of level 1 done on each of these days, level 1 first.
func gained(daysAgo ...int) []Mark {
	var marks []Mark
	for i, d := range daysAgo {
		marks = append(marks, markAt(id(1+i/10, i%10), OnMyOwn, d))
	}
	return marks
}

func TestTheForecastSaysOnlyWhatThePaceAllows(t *testing.T) {
	for _, c := range []struct {
		name    string
		marks   []Mark
		level   int
		outlook Outlook
		gained  int
	}{
		{"nothing rated", nil, 1, CannotSayYet, 0},
		{"a first day alone is no pace", gained(40, 40, 40, 40, 40, 40), 1, CannotSayYet, 0},
		{"a fortnight is too short", gained(14, 12, 10, 8, 6, 4), 1, CannotSayYet, 5},
		{"three gains are too few", gained(90, 60, 40, 20), 1, CannotSayYet, 3},
		{"gains on three days are enough days", gained(90, 60, 60, 40, 20), 2, Foreseeable, 4},
		{"gains on two days are too few days", gained(90, 60, 60, 60, 20, 20), 1, CannotSayYet, 5},
		{"what was gained more than half a year ago is no pace of today", gained(400, 300, 250, 190, 170, 60, 40, 20, 10), 2, Foreseeable, 5},
		{"27 days are too short", gained(27, 20, 15, 10, 5), 2, CannotSayYet, 4},
		{"four weeks are enough", gained(28, 20, 15, 10, 5), 2, Foreseeable, 4},
		{"a level that may take more than five years", gained(400, 150, 100, 50, 10), 7, FarAway, 4},
		{"five gains in three months", gained(90, 70, 60, 40, 20, 10), 1, Foreseeable, 5},
		{"gains of long ago are no pace", gained(900, 890, 880, 870, 860, 850), 1, CannotSayYet, 0},
		{"a level that is reached", gained(90, 70, 60, 50, 40, 30, 20, 10), 1, Reached, 0},
		{"no such level", gained(90), 8, CannotSayYet, 0},
		{"no level at all", gained(90), 0, CannotSayYet, 0},
	} {
		f := Foresee(sample(), c.marks, c.level, today)
		if f.Outlook != c.outlook || f.Gained != c.gained {
			t.Errorf("%s: outlook %d after %d gains in %d days, want %d after %d", c.name, f.Outlook, f.Gained, f.Days, c.outlook, c.gained)
		}
	}
}

func TestTheForecastIsTheMissingItemsOverThePace(t *testing.T) {
	// 9 gains in the 90 days after the first one; level 3 takes 6 items more on level 2 and 8 of its own:
	// one in 10 days, between 6/90 and 12/90 a day.
	marks := gained(90, 81, 72, 63, 54, 45, 36, 27, 18, 9)
	f := Foresee(sample(), marks, 3, today)
	if f.Missing != 14 || f.Gained != 9 || f.Days != 90 {
		t.Fatalf("missing %d, gained %d in %d days", f.Missing, f.Gained, f.Days)
	}
	if f.Pace < 2.99 || f.Pace > 3.01 {
		t.Errorf("pace %v in 30 days, want 3", f.Pace)
	}
	from, to := f.From.Format(time.DateOnly), f.To.Format(time.DateOnly)
	if from != "2027-03-07" || to != "2027-06-20" {
		t.Errorf("between %s and %s", from, to)
	}
}

func TestFiveYearsAreForeseeableAndADayMoreIsFarAway(t *testing.T) {
	// Four gains since the first day, give or take two; level 5 takes 25 items more. At the least pace, two in
	// as many days, that is 25 times half of the days.
	since := func(days int) []Mark {
		first := []Mark{markAt(id(2, 0), OnMyOwn, days), markAt(id(2, 1), OnMyOwn, days), markAt(id(5, 0), OnMyOwn, days)}
		return append(first, gained(100, 60, 40, 20)...)
	}
	if f := Foresee(sample(), since(146), 5, today); f.Missing != 25 || f.Outlook != Foreseeable || !f.To.Equal(time.Date(2031, 11, 21, 0, 0, 0, 0, time.UTC)) {
		t.Errorf("five years of 365 days: %+v", f)
	}
	if f := Foresee(sample(), since(147), 5, today); f.Outlook != FarAway {
		t.Errorf("more than five years: %+v", f)
	}
}

func TestADayIsOneOfTheTimeZoneThatThePersonIsIn(t *testing.T) {
	// Within two hours, before and after midnight in Seoul, which is afternoon in Greenwich.
	evening := time.Date(2026, 10, 1, 14, 0, 0, 0, time.UTC)
	marks := gained(90, 60)
	for i, at := range []time.Time{evening, evening.Add(2 * time.Hour), evening.Add(2 * time.Hour)} {
		marks = append(marks, Mark{
			ID: at.String() + id(2, i), Guide: "sample", Item: id(2, i), Verdict: OnMyOwn, Origin: OriginSelf, Clock: Tick(0, at), At: at.UnixMilli(),
		})
	}
	if f := Foresee(sample(), marks, 2, today); f.Gained != 4 || f.Outlook != CannotSayYet {
		t.Errorf("in Greenwich they are gains of two days: %+v", f)
	}
	seoul := time.FixedZone("KST", 9*60*60)
	if f := Foresee(sample(), marks, 2, today.In(seoul)); f.Gained != 4 || f.Outlook != Foreseeable {
		t.Errorf("in Seoul they are gains of three days: %+v", f)
	}
}

func TestWhatWasLostAgainIsNoGain(t *testing.T) {
	marks := gained(90, 70, 60, 40, 20, 10)
	marks = append(marks, markAt(id(1, 2), NotYet, 5), markAt(id(1, 3), Cleared, 5))
	if f := Foresee(sample(), marks, 1, today); f.Gained != 3 {
		t.Errorf("%d gains, want 3", f.Gained)
	}
}

func TestConfirmingAnItemIsNoGain(t *testing.T) {
	marks := append(gained(900, 890, 880, 870, 860, 850), markAt(id(1, 1), OnMyOwn, 30), markAt(id(1, 2), CanTeach, 20))
	if f := Foresee(sample(), marks, 1, today); f.Gained != 0 {
		t.Errorf("%d gains, want none", f.Gained)
	}
}

func TestTheNewestGoalOfAGuideIsThePresentOne(t *testing.T) {
	goals := []Goal{
		{ID: "a", Guide: "sample", Level: 3, By: "2027-06-01", Clock: 1},
		{ID: "b", Guide: "sample", Level: 4, By: "2027-09-01", Clock: 3},
		{ID: "c", Guide: "sample", Level: 2, By: "2026-12-01", Clock: 2},
		{ID: "d", Guide: "other", Level: 7, By: "2030-01-01", Clock: 9},
	}
	if got, ok := PresentGoal("sample", goals); !ok || got.ID != "b" {
		t.Errorf("the goal is %v, %v", got, ok)
	}
	if got, ok := PresentGoal("sample", append(goals, Goal{ID: "e", Guide: "sample", Clock: 4})); ok {
		t.Errorf("a goal that was taken back is still there: %v", got)
	}
	if _, ok := PresentGoal("nothing", goals); ok {
		t.Error("a guide without goals has one")
	}
}

func TestMoreGainsNeverMakeTheForecastLater(t *testing.T) {
	g := sample()
	rapid.Check(t, func(t *rapid.T) {
		days := rapid.SliceOfN(rapid.IntRange(1, 80), 6, 30).Draw(t, "days")
		marks := append(gained(100), gained(append([]int{100}, days...)...)[1:]...)
		before := Foresee(g, marks, 7, today)
		more := append(slices.Clone(marks), markAt(id(7, 9), OnMyOwn, rapid.IntRange(1, 80).Draw(t, "one more")))
		after := Foresee(g, more, 7, today)
		if before.Outlook == Foreseeable && (after.Outlook != Foreseeable || after.From.After(before.From)) {
			t.Fatalf("from %v, with one more item from %v (outlook %d)", before.From, after.From, after.Outlook)
		}
	})
}
