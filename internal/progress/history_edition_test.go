package progress

import (
	"slices"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"github.com/levelica/levelica/internal/guide"
)

// past is a history of two editions: what was drawn before and after the second one was carried, an
// event a day.
func past(rt *rapid.T) (first, second *guide.Guide, d *device, before []Mark) {
	first = firstEdition()
	second, _ = revise(rt, first, 30)
	d = &device{name: "a"}
	d.answer(rt, first, 90)
	before = slices.Clone(d.marks)
	d.carry(second)
	d.answer(rt, second, 20)
	const day = 24 * 60 * 60 * 1000 << counterBits
	for _, marks := range [][]Mark{d.marks, before} {
		for i := range marks {
			marks[i].Clock *= day
		}
	}
	for i := range d.receipts {
		d.receipts[i].Clock *= day
	}
	return first, second, d, before
}

func TestWhatWasReachedInAnEarlierEditionStaysReachedInTheHistory(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		first, second, d, before := past(rt)
		now := d.now().Time()
		then := NewHistory(first, before, nil, now)
		all := NewHistory(second, d.marks, nil, now).Through(d.receipts)
		steps := all.Trend()
		for i, step := range then.Trend() {
			if i >= len(steps) || steps[i] != step {
				rt.Fatalf("%v became %v", then.Trend(), steps)
			}
		}
		if len(before) < 2 || len(d.receipts) == 0 {
			return
		}
		from, to := before[0].Clock.Time(), before[len(before)-1].Clock.Time()
		inAnyOrder := cmpopts.SortSlices(func(a, b string) bool { return a < b }) // the outline of an edition has another
		if diff := gocmp.Diff(then.Between(from, to), all.Between(from, to), inAnyOrder); diff != "" {
			rt.Fatal(diff)
		}
	})
}

func TestThroughAllEditionsTheTrendEndsWhereThePersonStandsNow(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		_, second, d, _ := past(rt)
		steps := NewHistory(second, d.marks, nil, d.now().Time()).Through(d.receipts).Trend()
		if len(steps) == 0 {
			return
		}
		if got, want := steps[len(steps)-1].Level, Stand(second, Present(second.Slug, d.marks)).Level; got != want {
			rt.Fatalf("the trend ends at %d, the standing is %d", got, want)
		}
	})
}

func TestTheOrderOfReceiptsAndMarksChangesNoHistory(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		_, second, d, _ := past(rt)
		now := d.now().Time()
		want := NewHistory(second, d.marks, nil, now).Through(d.receipts).Trend()
		marks, receipts := rapid.Permutation(d.marks).Draw(rt, "marks"), rapid.Permutation(d.receipts).Draw(rt, "receipts")
		if diff := gocmp.Diff(want, NewHistory(second, marks, nil, now).Through(receipts).Trend()); diff != "" {
			rt.Fatal(diff)
		}
	})
}

func TestWhatNobodyHasCarriedYetCountsByTheNewEditionFromNowOn(t *testing.T) {
	first, second, _ := retiring(0, 1, 2)
	d := &device{name: "a"}
	for _, item := range first.Levels[0].Items[:8] {
		d.add(Mark{Guide: "sample", Item: item.ID, Edition: 1, Digest: item.Digest, Verdict: OnMyOwn, Origin: OriginSelf})
	}
	steps := NewHistory(second, d.marks, nil, today).Through(nil).Trend()
	var levels []int
	for _, step := range steps {
		levels = append(levels, step.Level)
	}
	if !slices.Equal(levels, []int{0, 1, 0}) || !steps[2].At.Equal(today) {
		t.Errorf("%+v", steps)
	}
}
