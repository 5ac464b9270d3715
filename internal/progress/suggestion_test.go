package progress

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestASuggestionIsWhatNobodyAnsweredUpToTheLevel(t *testing.T) {
	answers := []Answer{{id(1, 0), Yes}, {id(1, 1), No}, {id(2, 0), LeftOut}, {id(3, 4), No}}
	present := map[string]Mark{id(1, 2): {Verdict: NotYet}, id(2, 1): {Verdict: OnMyOwn}}
	got := Suggest(sample(), 2, answers, present)
	var want []string
	for i := 3; i < 10; i++ {
		want = append(want, id(1, i))
	}
	for i := 2; i < 10; i++ {
		want = append(want, id(2, i))
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("suggested (-want +got):\n%s", diff)
	}
	if none := Suggest(sample(), 0, answers, present); none != nil {
		t.Errorf("Starting out suggests %v", none)
	}
}

func TestASuggestionStandsUntilTheItemIsAnsweredOrItIsCleared(t *testing.T) {
	suggestion := Mark{ID: "a", Guide: "g", Item: "1", Verdict: OnMyOwn, Origin: OriginSuggested, Clock: 5}
	for _, c := range []struct {
		name   string
		others []Mark
		stands bool
	}{
		{"alone", nil, true},
		{"confirmed", []Mark{{ID: "b", Guide: "g", Item: "1", Verdict: OnMyOwn, Origin: OriginSelf, Clock: 6}}, false},
		{"denied", []Mark{{ID: "b", Guide: "g", Item: "1", Verdict: NotYet, Origin: OriginSelf, Clock: 6}}, false},
		{"answered before", []Mark{{ID: "b", Guide: "g", Item: "1", Verdict: NotYet, Origin: OriginSelf, Clock: 4}}, false},
		{"confirmed and taken back", []Mark{
			{ID: "b", Guide: "g", Item: "1", Verdict: OnMyOwn, Origin: OriginSelf, Clock: 6},
			{ID: "c", Guide: "g", Item: "1", Verdict: Cleared, Origin: OriginSelf, Clock: 7},
		}, true},
		{"cleared", []Mark{{ID: "b", Guide: "g", Item: "1", Verdict: Cleared, Origin: OriginSuggested, Clock: 6}}, false},
		{"somebody else's verdict", []Mark{{ID: "b", Guide: "g", Item: "1", Verdict: NotYet, Origin: OriginRater, Clock: 6}}, true},
		{"another item and another guide", []Mark{
			{ID: "b", Guide: "g", Item: "2", Verdict: OnMyOwn, Origin: OriginSelf, Clock: 6},
			{ID: "c", Guide: "h", Item: "1", Verdict: OnMyOwn, Origin: OriginSelf, Clock: 6},
		}, true},
	} {
		if _, got := Suggested("g", append([]Mark{suggestion}, c.others...))["1"]; got != c.stands {
			t.Errorf("%s: stands %v, want %v", c.name, got, c.stands)
		}
	}
}

func TestSuggestionsNeverChangeAStanding(t *testing.T) {
	g := sample()
	rapid.Check(t, func(t *rapid.T) {
		var marks []Mark
		for item, m := range drawMarks(t, g) {
			m.ID, m.Guide, m.Item, m.Origin, m.Clock = item, g.Slug, item, OriginSelf, 1
			marks = append(marks, m)
		}
		before := Stand(g, Present(g.Slug, marks))
		for _, item := range Suggest(g, rapid.IntRange(0, 7).Draw(t, "level"), drawAnswers(t, g), Present(g.Slug, marks)) {
			marks = append(marks, Mark{ID: "s" + item, Guide: g.Slug, Item: item, Verdict: OnMyOwn, Origin: OriginSuggested, Clock: 2})
		}
		if diff := cmp.Diff(before, Stand(g, Present(g.Slug, marks))); diff != "" {
			t.Fatal(diff)
		}
	})
}
