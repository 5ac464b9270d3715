package progress

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/levelica/levelica/internal/guide"
)

// done returns marks with these places of each level rated OnMyOwn; two places are a strand.
func done(places ...string) map[string]Mark {
	present := map[string]Mark{}
	for l, on := range places {
		for _, place := range on {
			item := id(l+1, int(place-'0'))
			present[item] = Mark{Item: item, Verdict: OnMyOwn}
		}
	}
	return present
}

func shape(present map[string]Mark) Shape {
	g := sample()
	return ShapeOf(g, present, Stand(g, present))
}

func TestAStrandIsAtALevelWithBothItemsThereAndOneOnEachLevelBelow(t *testing.T) {
	for _, c := range []struct {
		name  string
		done  []string
		level int
	}{
		{"nothing", nil, 0},
		{"one item", []string{"0"}, 0},
		{"both items", []string{"01"}, 1},
		{"one below, both on the level", []string{"0", "01"}, 2},
		{"none below", []string{"", "01"}, 0},
		{"one everywhere", []string{"0", "1", "0", "1"}, 0},
		{"a climb that ends", []string{"01", "01", "", "01"}, 2},
		{"all of it", []string{"01", "01", "01", "01", "01", "01", "01"}, 7},
	} {
		if got := shape(done(c.done...)).Strands[0].Level; got != c.level {
			t.Errorf("%s: level %d, want %d", c.name, got, c.level)
		}
	}
}

func TestAProfileIsSpikyWhenItsStrandsLieTwoLevelsApart(t *testing.T) {
	all := "0123456789"
	even := shape(done(all, all, all))
	if even.Spiky || even.Low != 3 || even.High != 3 || even.Trailing != nil || even.Leading != nil {
		t.Errorf("an even profile: %+v", even)
	}
	// Level 3 by count (9, 8, 8), the last strand without its items of level 2 and 3.
	spiky := shape(done(all, "01234567", "01234567"))
	if !spiky.Spiky || spiky.Low != 1 || spiky.High != 3 {
		t.Errorf("a spiky profile: low %d, high %d, spiky %v", spiky.Low, spiky.High, spiky.Spiky)
	}
	if diff := cmp.Diff([]string{"strand-5"}, spiky.Trailing); diff != "" {
		t.Errorf("trailing (-want +got):\n%s", diff)
	}
	ahead := shape(done(all, "01"))
	if diff := cmp.Diff([]string{"strand-1"}, ahead.Leading); diff != "" || ahead.Spiky {
		t.Errorf("leading, spiky %v (-want +got):\n%s", ahead.Spiky, diff)
	}
}

func TestStrongStrandsAreWholeAndWeakOnesHaveOpenItemsUpToTheTarget(t *testing.T) {
	s := shape(done("0123456789", "0123456", "0123"))
	strong, weak := s.Strong(2), s.Weak(2)
	if len(strong) != 2 || strong[0].ID != "strand-1" || strong[0].Whole != 3 || strong[1].ID != "strand-2" {
		t.Errorf("strong: %+v", strong)
	}
	// Seven of ten on level 2: it is the target, so level 3 is not asked for yet.
	want := []LevelCount{{Level: 2, Count: 2, Of: 2}}
	if len(weak) != 2 || weak[0].ID != "strand-5" || cmp.Diff(want, weak[0].Open) != "" || weak[1].ID != "strand-4" {
		t.Errorf("weak: %+v", weak)
	}
	if none := shape(nil); len(none.Strong(3)) != 0 || len(none.Weak(3)) != 3 {
		t.Error("without a mark something is strong, or nothing is open")
	}
}

func TestAStrandThatIsWholeFurtherUpIsStrongerThanOneWithMoreDone(t *testing.T) {
	s := shape(done("0123", "012", "23", "23"))
	strong := s.Strong(2)
	if strong[0].ID != "strand-1" || strong[0].Whole != 2 || strong[1].ID != "strand-2" || strong[1].Done <= strong[0].Done {
		t.Errorf("strong: %+v", strong)
	}
}

func TestAHigherVerdictNeverLowersAStrand(t *testing.T) {
	g := sample()
	rapid.Check(t, func(t *rapid.T) {
		present := drawMarks(t, g)
		before := ShapeOf(g, present, Stand(g, present))
		item := id(rapid.IntRange(1, guide.Levels).Draw(t, "level"), rapid.IntRange(0, 9).Draw(t, "item"))
		present[item] = Mark{Item: item, Verdict: CanTeach}
		after := ShapeOf(g, present, Stand(g, present))
		for i := range after.Strands {
			if after.Strands[i].Level < before.Strands[i].Level || after.Strands[i].Whole < before.Strands[i].Whole {
				t.Fatalf("%s raised: %+v became %+v", item, before.Strands[i], after.Strands[i])
			}
		}
	})
}

func TestTheStrandsTogetherHoldEveryItem(t *testing.T) {
	g := sample()
	rapid.Check(t, func(t *rapid.T) {
		present := drawMarks(t, g)
		s := Stand(g, present)
		items, own := 0, 0
		for _, strand := range ShapeOf(g, present, s).Strands {
			items += strand.Items
			own += strand.Done
		}
		if items != s.Items || own != s.Done {
			t.Fatalf("%d of %d in the strands, %d of %d in the standing", own, items, s.Done, s.Items)
		}
	})
}
