package app

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func homeOf(t *testing.T, a *App) HomeView {
	t.Helper()
	v, err := a.home()
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func mark(t *testing.T, a *App, slug string, marks ...MarkRequest) {
	t.Helper()
	if _, err := a.SetMarks(slug, marks); err != nil {
		t.Fatal(err)
	}
}

func TestHomeIsEmptyBeforeTheFirstMark(t *testing.T) {
	v := homeOf(t, testApp(t))
	if v.Last.Guide != "" || v.Next == nil || len(v.Next) != 0 {
		t.Errorf("Home shows %+v", v)
	}
}

func TestHomeOffersTheSmallestSetThatReachesTheNextLevel(t *testing.T) {
	a := testApp(t)
	first := levelItems(t, 1)
	for _, item := range first[:7] {
		mark(t, a, backend, request(item, "on-my-own"))
	}
	v := homeOf(t, a)
	if len(v.Next) != 3 || v.Next[0].Level != 1 {
		t.Fatalf("Home offers %+v", v.Next)
	}
	for _, next := range v.Next {
		if slices.Contains(first[:7], next.Item) || next.Text == "" || next.Strand == "" {
			t.Errorf("Home offers %+v", next)
		}
	}
	mark(t, a, backend, request(v.Next[0].Item, "on-my-own"))
	view, err := a.openGuide(backend)
	if err != nil || view.Standing.Level != 1 {
		t.Errorf("after the first offer the level is %d (%v)", view.Standing.Level, err)
	}
}

func TestHomeOffersFromEveryGuideThatWasStarted(t *testing.T) {
	a := testApp(t)
	mark(t, a, backend, request(levelItems(t, 1)[0], "on-my-own"))
	other, err := a.guides.Guide("data-analysis", "en")
	if err != nil {
		t.Fatal(err)
	}
	mark(t, a, other.Slug, request(other.Levels[0].Items[2].ID, "not-yet"))
	guides := []string{}
	for _, next := range homeOf(t, a).Next {
		guides = append(guides, next.Guide)
	}
	slices.Sort(guides)
	if got := slices.Compact(guides); !slices.Equal(got, []string{backend, other.Slug}) {
		t.Errorf("Home offers from %v", got)
	}
}

func TestHomeKnowsWhereAPersonLeftOff(t *testing.T) {
	a := testApp(t)
	item := levelItems(t, 3)[4]
	mark(t, a, backend, request(item, "with-help"))
	v := homeOf(t, a)
	last := v.Last
	if last.Guide != backend || last.Item != item || last.Level != 3 || last.Text == "" || !strings.Contains(v.Day.Left, " today at “"+last.Text) {
		t.Errorf("a person left off at %+v, %q", last, v.Day.Left)
	}
}

func TestTurnsLeaveNoListOutAndTakeNothingTwice(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		lists := rapid.SliceOfN(rapid.SliceOfNDistinct(rapid.StringMatching(`[a-z가-힣]{1,3}`), 0, 5, rapid.ID[string]), 0, 5).Draw(t, "lists")
		room := rapid.IntRange(0, 8).Draw(t, "room")
		taken := takeTurns(lists, room)
		all, filled := 0, 0
		for _, list := range lists {
			all += len(list)
			filled += min(len(list), 1)
		}
		if len(taken) != min(room, all) {
			t.Fatalf("%d of %d were taken into a room of %d", len(taken), all, room)
		}
		from := map[int]int{}
		for _, turn := range taken {
			if turn.item != lists[turn.from][from[turn.from]] {
				t.Fatalf("%v is not the next of its list", turn)
			}
			from[turn.from]++
		}
		if len(from) != min(room, filled) {
			t.Fatalf("%d of %d lists had a turn in a room of %d", len(from), filled, room)
		}
	})
}

func TestAllOpenItemsOfHomeAreThoseThatItCountsAndHoldTheNextThree(t *testing.T) {
	a, c := appWithClock(t, noon)
	rateOn(t, a, c, noon, backend, "on-my-own", itemsOf(t, backend, 1)[:7]...)
	rateOn(t, a, c, noon, "data-analysis", "not-yet", itemsOf(t, "data-analysis", 1)[:2]...)
	home, err := a.home()
	if err != nil {
		t.Fatal(err)
	}
	open, err := a.openItems()
	if err != nil {
		t.Fatal(err)
	}
	if home.Open != len(open) || len(open) < 10 {
		t.Fatalf("Home counts %d open items, there are %d", home.Open, len(open))
	}
	guides := []string{}
	for _, item := range open {
		if item.Text == "" || item.Level != 1 {
			t.Errorf("%+v", item)
		}
		if len(guides) == 0 || guides[len(guides)-1] != item.Guide {
			guides = append(guides, item.Guide)
		}
	}
	if len(guides) != 2 {
		t.Errorf("the guides do not stand one after the other: %q", guides)
	}
	for _, next := range home.Next {
		if !slices.Contains(open, next) {
			t.Errorf("%s is next, and not among the open ones", next.Item)
		}
	}
}
