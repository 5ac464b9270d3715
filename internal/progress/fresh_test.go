package progress

import (
	"fmt"
	"math"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/levelica/levelica/internal/guide"
)

func TestHalfOfAGainIsLeftAfterElevenMonthsAndOfADrillAfterSixAndAHalf(t *testing.T) {
	month := time.Duration(hoursPerMonth * float64(time.Hour))
	for _, c := range []struct {
		months float64
		drill  bool
		want   float64
	}{
		{0, false, 1}, {11, false, 0.5}, {22, false, 0.25}, {6.5, true, 0.5}, {13, true, 0.25}, {-5, false, 1},
	} {
		got := freshness(time.Duration(c.months*float64(month)), c.drill)
		if math.Abs(got-c.want) > 1e-6 {
			t.Errorf("after %v months (drill: %v) %v is left, want %v", c.months, c.drill, got, c.want)
		}
	}
}

func TestATickIsStaleAfterTwelveMonthsAndADrillAfterSix(t *testing.T) {
	g := sample()
	g.Levels[0].Items[1].Drill = true
	for _, c := range []struct {
		item  string
		last  time.Time
		stale bool
	}{
		{id(1, 0), today.AddDate(0, -12, 1), false},
		{id(1, 0), today.AddDate(0, -12, 0), true},
		{id(1, 1), today.AddDate(0, -6, 1), false},
		{id(1, 1), today.AddDate(0, -6, 0), true},
		{id(1, 0), today.AddDate(1, 0, 0), false},  // a clock that runs ahead
		{id(1, 0), time.UnixMilli(-62e12), true},   // the year 5
		{id(1, 0), time.UnixMilli(253e12), false},  // the year 9987
		{id(1, 0), today.AddDate(-40, 0, 0), true}, // long ago
	} {
		aged := Age(g, map[string]Mark{c.item: {Item: c.item, Verdict: OnMyOwn, At: c.last.UnixMilli()}}, nil, today, Usual)
		if len(aged) != 1 || aged[0].Stale != c.stale {
			t.Errorf("%s of %s: %+v", c.item, c.last.Format(time.DateOnly), aged)
		}
	}
}

func TestATickIsStaleAfterTheMonthsThatThePersonChoseAndADrillAfterSixAtTheLatest(t *testing.T) {
	g := sample()
	g.Levels[0].Items[1].Drill = true
	for _, c := range []struct {
		patience     Patience
		months, soon int
	}{{3, 3, 3}, {6, 6, 6}, {Usual, 12, 6}, {24, 24, 6}} {
		for item, months := range map[string]int{id(1, 0): c.months, id(1, 1): c.soon} {
			for _, after := range []int{0, 1} { // days
				last := today.AddDate(0, -months, 1-after)
				aged := Age(g, map[string]Mark{item: {Item: item, Verdict: OnMyOwn, At: last.UnixMilli()}}, nil, today, c.patience)
				if len(aged) != 1 || aged[0].Stale != (after == 1) {
					t.Errorf("a patience of %d, %s of %s: %+v", c.patience, item, last.Format(time.DateOnly), aged)
				}
			}
		}
	}
}

// agedItems draws answers of any age on sixty items, of which some are drills.
func agedItems(t *rapid.T) (*guide.Guide, map[string]Mark) {
	g, present := sample(), map[string]Mark{}
	for i := range 60 {
		level, n := 1+i/10, i%10
		g.Levels[level-1].Items[n].Drill = rapid.Bool().Draw(t, "drill")
		item := id(level, n)
		present[item] = Mark{Item: item, Verdict: OnMyOwn, At: today.AddDate(0, 0, -rapid.IntRange(-30, 2000).Draw(t, "days")).UnixMilli()}
	}
	return g, present
}

func TestWithLessPatienceNothingStopsAskingAndWithoutEndNothingAsks(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g, present := agedItems(t)
		short := rapid.IntRange(1, 60).Draw(t, "short")
		long := rapid.IntRange(short, 120).Draw(t, "long")
		sooner, later := Age(g, present, nil, today, Patience(short)), Age(g, present, nil, today, Patience(long))
		never := Age(g, present, nil, today, Endless)
		for i := range later {
			if later[i].Stale && !sooner[i].Stale {
				t.Fatalf("%s asks after %d months, and not after %d", later[i].Item, long, short)
			}
			if never[i].Stale {
				t.Fatalf("%s asks, and nothing should", never[i].Item)
			}
			// What is chosen says when to ask, and nothing of what is left of a skill.
			sooner[i].Stale, later[i].Stale, never[i].Stale = false, false, false
			if sooner[i] != later[i] || never[i] != later[i] {
				t.Fatalf("%+v, %+v and %+v", sooner[i], later[i], never[i])
			}
		}
	})
}

func TestADrillNeverAsksLaterThanAnotherItemOfItsAge(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := Patience(rapid.IntRange(0, 120).Draw(t, "months"))
		last := today.AddDate(0, 0, -rapid.IntRange(-30, 4000).Draw(t, "days"))
		if drill, other := p.out(last, true, today), p.out(last, false, today); other && !drill {
			t.Fatalf("a patience of %d months: the drill does not ask, the other item does", p)
		}
	})
}

func TestWhatAClockPutIntoTheFutureWasLastUsedToday(t *testing.T) {
	ahead := Mark{Item: id(1, 0), Verdict: OnMyOwn, At: today.AddDate(3, 0, 0).UnixMilli()}
	if aged := Age(sample(), map[string]Mark{ahead.Item: ahead}, nil, today, Usual); !aged[0].Last.Equal(today) || aged[0].Fresh != 1 {
		t.Errorf("%+v", aged[0])
	}
}

func TestOnlyWhatIsDoneAloneAges(t *testing.T) {
	old := today.AddDate(-3, 0, 0).UnixMilli()
	present := map[string]Mark{
		id(1, 0): {Verdict: NotYet, At: old}, id(1, 1): {Verdict: WithHelp, At: old},
		id(1, 2): {Verdict: CanTeach, At: old}, "gone-001": {Verdict: CanTeach, At: old},
	}
	if aged := Age(sample(), present, nil, today, Usual); len(aged) != 1 || aged[0].Item != id(1, 2) {
		t.Errorf("%+v", aged)
	}
}

func TestEvidenceOfALaterDayIsAUse(t *testing.T) {
	present := map[string]Mark{id(1, 0): {Verdict: OnMyOwn, At: today.AddDate(-2, 0, 0).UnixMilli()}}
	for day, stale := range map[string]bool{
		"2026-05-01": false, "2025-01-01": true, "2020-01-01": true, "2030-01-01": true, "": true, "soon": true,
	} {
		pieces := map[string][]Evidence{id(1, 0): {{Kind: EvidenceNote, Text: "x", On: day}}}
		if aged := Age(sample(), present, pieces, today, Usual); aged[0].Stale != stale {
			t.Errorf("with evidence of %q: stale %v", day, aged[0].Stale)
		}
	}
}

func TestEvidenceOfAnEarlierDayMakesNothingOlder(t *testing.T) {
	used := today.AddDate(0, -1, 0)
	present := map[string]Mark{id(1, 0): {Verdict: OnMyOwn, At: used.UnixMilli()}}
	pieces := map[string][]Evidence{id(1, 0): {{Kind: EvidenceNote, Text: "x", On: "2020-01-01"}}}
	if aged := Age(sample(), present, pieces, today, Usual); !aged[0].Last.Equal(used) || aged[0].Stale {
		t.Errorf("%+v", aged[0])
	}
}

func TestAFreshLookIsARoundOfTheOldestThatTakesTwoMinutes(t *testing.T) {
	g := sample()
	rapid.Check(t, func(t *rapid.T) {
		present := map[string]Mark{}
		for i := range 60 {
			days := rapid.IntRange(0, 2000).Draw(t, fmt.Sprint(i))
			item := id(1+i/10, i%10)
			present[item] = Mark{Item: item, Verdict: OnMyOwn, At: today.AddDate(0, 0, -days).UnixMilli()}
		}
		aged := Age(g, present, nil, today, Usual)
		round := Round(aged)
		stale := 0
		for i, a := range aged {
			if a.Stale {
				stale++
			}
			if i > 0 && a.Last.Before(aged[i-1].Last) {
				t.Fatal("the oldest do not come first")
			}
		}
		if len(round) != min(stale, 2*60/10) { // ten seconds for each
			t.Fatalf("%d stale, %d in the round", stale, len(round))
		}
		in := map[string]bool{}
		for _, a := range round {
			in[a.Item] = true
		}
		for _, a := range aged {
			if a.Stale && !in[a.Item] && a.Fresh < round[len(round)-1].Fresh {
				t.Fatalf("%s is older than the last of the round and not in it", a.Item)
			}
		}
	})
}

func TestAgeNeverChangesAStanding(t *testing.T) {
	g := sample()
	present := counts(10, 10, 10)
	before := Stand(g, present).Level
	Age(g, present, nil, today.AddDate(30, 0, 0), Usual)
	if after := Stand(g, present).Level; after != before || before != 3 {
		t.Errorf("level %d before, %d after", before, after)
	}
}
