package progress

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestVerdictsAreReadByNameAndByNumber(t *testing.T) {
	for in, want := range map[string]Verdict{
		"0": NotYet, "1": WithHelp, "2": OnMyOwn, "3": CanTeach, "clear": Cleared, "cleared": Cleared,
		"not-yet": NotYet, "with-help": WithHelp, "On-My-Own": OnMyOwn, " can-teach ": CanTeach,
	} {
		if got, err := ParseVerdict(in); err != nil || got != want {
			t.Errorf("ParseVerdict(%q) = %v, %v", in, got, err)
		}
	}
	for _, in := range []string{"", "4", "-1", "yes", "혼자", "🙂", "on my own"} {
		if got, err := ParseVerdict(in); err == nil {
			t.Errorf("ParseVerdict(%q) = %v, want an error", in, got)
		}
	}
}

func TestEveryVerdictIsReadBackFromItsName(t *testing.T) {
	for v := Cleared; v <= CanTeach; v++ {
		if got, err := ParseVerdict(v.String()); err != nil || got != v || !v.Valid() {
			t.Errorf("%s came back as %v, %v", v, got, err)
		}
	}
	if Verdict(4).Valid() || Verdict(-2).Valid() {
		t.Error("a verdict out of range is valid")
	}
}

func TestTheNewestMarkOfAnItemIsItsPresent(t *testing.T) {
	marks := []Mark{
		{ID: "a", Guide: "g", Item: "1", Verdict: OnMyOwn, Origin: OriginSelf, Clock: 2},
		{ID: "b", Guide: "g", Item: "1", Verdict: NotYet, Origin: OriginSelf, Clock: 1},
		{ID: "c", Guide: "other", Item: "1", Verdict: CanTeach, Origin: OriginSelf, Clock: 9},
		{ID: "d", Guide: "g", Item: "2", Verdict: OnMyOwn, Origin: OriginSelf, Clock: 3},
		{ID: "e", Guide: "g", Item: "2", Verdict: Cleared, Origin: OriginSelf, Clock: 4},
	}
	want := map[string]Mark{"1": marks[0]}
	if diff := cmp.Diff(want, Present("g", marks)); diff != "" {
		t.Errorf("present (-want +got):\n%s", diff)
	}
}

func TestSuggestedAndRaterMarksNeverCount(t *testing.T) {
	for _, origin := range []Origin{OriginSuggested, OriginRater, "invented"} {
		if p := Present("g", []Mark{{Guide: "g", Item: "1", Verdict: CanTeach, Origin: origin, Clock: 1}}); len(p) != 0 {
			t.Errorf("a mark of origin %q counts", origin)
		}
	}
}

func TestWhatAPersonSaidCountsHoweverItWasSaid(t *testing.T) {
	for _, origin := range []Origin{OriginSelf, OriginPlacement, OriginImport} {
		if p := Present("g", []Mark{{Guide: "g", Item: "1", Verdict: CanTeach, Origin: origin, Clock: 1}}); len(p) != 1 {
			t.Errorf("a mark of origin %q does not count", origin)
		}
	}
}

func TestAnyOrderOfMarksGivesTheSamePresent(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		marks := rapid.SliceOf(rapid.Custom(func(t *rapid.T) Mark {
			return Mark{
				ID: rapid.StringMatching(`[a-f]{8}`).Draw(t, "id"), Guide: "g", Origin: OriginSelf,
				Item:    rapid.SampledFrom([]string{"1", "2", "3"}).Draw(t, "item"),
				Verdict: Verdict(rapid.IntRange(-1, 3).Draw(t, "verdict")),
				Device:  rapid.SampledFrom([]string{"x", "y"}).Draw(t, "device"),
				Clock:   Clock(rapid.IntRange(1, 5).Draw(t, "clock")),
			}
		})).Draw(t, "marks")
		// The journal never holds two marks with one ID.
		byID := map[string]Mark{}
		for _, m := range marks {
			byID[m.ID] = m
		}
		var unique []Mark
		for _, m := range byID {
			unique = append(unique, m)
		}
		shuffled := rapid.Permutation(unique).Draw(t, "shuffled")
		if diff := cmp.Diff(Present("g", unique), Present("g", shuffled)); diff != "" {
			t.Fatal(diff)
		}
	})
}

func TestTheClockNeverStandsStillOrRunsBackwards(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		last := Clock(0)
		for _, at := range rapid.SliceOf(rapid.Int64()).Draw(t, "system clock") {
			next := Tick(last, time.UnixMilli(at%(1<<52)))
			if next <= last {
				t.Fatalf("after %d came %d", last, next)
			}
			last = next
		}
	})
}

func TestTheClockShowsTheTimeOfItsDevice(t *testing.T) {
	at := time.Date(2026, 11, 22, 11, 30, 0, 125e6, time.UTC)
	if got := Tick(0, at).Time(); !got.Equal(at) {
		t.Errorf("the clock shows %v, want %v", got, at)
	}
}
