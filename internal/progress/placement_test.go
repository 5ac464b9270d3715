package progress

import (
	"errors"
	"math"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/levelica/levelica/internal/guide"
)

// drawReply draws any reply, plain answers more often than the rest.
func drawReply(t *rapid.T, label string) Reply {
	return rapid.SampledFrom([]Reply{Yes, Yes, No, No, LeftOut, RepliedNotYet, RepliedWithHelp, RepliedOnMyOwn, RepliedCanTeach}).Draw(t, label)
}

// drawAnswers draws answers to some of the items, in any order.
func drawAnswers(t *rapid.T, g *guide.Guide) []Answer {
	var items []string
	for _, l := range g.Levels {
		for _, it := range l.Items {
			items = append(items, it.ID)
		}
	}
	items = rapid.Permutation(items).Draw(t, "items")[:rapid.IntRange(0, len(items)).Draw(t, "how many")]
	answers := make([]Answer, len(items))
	for i, it := range items {
		answers[i] = Answer{it, drawReply(t, it)}
	}
	return answers
}

// place is Place for answers that are known to be good.
func place(t rapid.TB, g *guide.Guide, seed int, answers []Answer) Placement {
	t.Helper()
	pl, err := DefaultPlacer().Place(g, seed, answers)
	if err != nil {
		t.Fatal(err)
	}
	return pl
}

// sit answers questions until the placement is done, and returns what was believed at each step.
func sit(t rapid.TB, g *guide.Guide, seed int, reply func(item string) Reply) ([]Placement, []Answer) {
	t.Helper()
	var steps []Placement
	var answers []Answer
	for {
		pl := place(t, g, seed, answers)
		steps = append(steps, pl)
		if pl.Done {
			return steps, answers
		}
		answers = append(answers, Answer{pl.Next, reply(pl.Next)})
	}
}

func TestBeforeTheFirstQuestionEveryOutcomeIsAboutAsLikely(t *testing.T) {
	pl := place(t, sample(), 1, nil)
	for level, p := range pl.Belief {
		if p < 0.08 || p > 0.18 {
			t.Errorf("level %d is believed in with %.2f", level, p)
		}
	}
	if pl.Done || pl.Next == "" {
		t.Error("there is no first question")
	}
}

func TestABeliefIsASpreadOfChances(t *testing.T) {
	g := sample()
	rapid.Check(t, func(t *rapid.T) {
		pl := place(t, g, 1, drawAnswers(t, g))
		sum := 0.0
		for level, p := range pl.Belief {
			if !(p >= 0 && p <= 1+1e-9) {
				t.Fatalf("level %d: %v", level, p)
			}
			sum += p
		}
		if math.Abs(sum-1) > 1e-9 {
			t.Fatalf("the chances add up to %v", sum)
		}
		held := 0.0
		for _, p := range pl.Belief[pl.Lowest : pl.Highest+1] {
			held += p
		}
		if held < 0.90-1e-9 || pl.Level < pl.Lowest && pl.Certainty > 0.1 || pl.Certainty != slices.Max(pl.Belief[:]) {
			t.Fatalf("range %d to %d holds %v; level %d, certainty %v", pl.Lowest, pl.Highest, held, pl.Level, pl.Certainty)
		}
	})
}

func TestTheOrderOfAnswersDoesNotMatter(t *testing.T) {
	g := sample()
	rapid.Check(t, func(t *rapid.T) {
		answers := drawAnswers(t, g)
		shuffled := rapid.Permutation(answers).Draw(t, "shuffled")
		if diff := cmp.Diff(place(t, g, 3, answers), place(t, g, 3, shuffled)); diff != "" {
			t.Fatal(diff)
		}
	})
}

func TestTheSameSeedAndAnswersAskTheSameQuestion(t *testing.T) {
	g := sample()
	rapid.Check(t, func(t *rapid.T) {
		seed, answers := rapid.Int().Draw(t, "seed"), drawAnswers(t, g)
		other := NewPlacer(DefaultModel())
		again, err := other.Place(g, seed, answers)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(place(t, g, seed, answers), again); diff != "" {
			t.Fatal(diff)
		}
	})
}

func TestAnotherSeedAsksOtherItems(t *testing.T) {
	first := map[string]bool{}
	for seed := range 50 {
		first[place(t, sample(), seed, nil).Next] = true
	}
	if len(first) != guide.ItemsPerLevel {
		t.Errorf("50 seeds begin with %d of the %d items of a level", len(first), guide.ItemsPerLevel)
	}
}

func TestAPlacementAsksFiveQuestionsHoweverSureItIs(t *testing.T) {
	g, soon := sample(), DefaultModel()
	soon.Sure = 0.2
	placer := NewPlacer(soon)
	var answers []Answer
	for {
		pl, err := placer.Place(g, 1, answers)
		if err != nil {
			t.Fatal(err)
		}
		if pl.Done {
			break
		}
		// One in two tells nothing, and does not count towards the five.
		answers = append(answers, Answer{Item: pl.Next, Reply: []Reply{No, LeftOut}[len(answers)%2]})
	}
	if len(answers) != 9 {
		t.Errorf("it ended after %d questions, four of them left out; want nine", len(answers))
	}
}

func TestAPlacementEndsWithinTwentyAndNeverAsksTwice(t *testing.T) {
	g := sample()
	rapid.Check(t, func(t *rapid.T) {
		steps, answers := sit(t, g, rapid.Int().Draw(t, "seed"), func(item string) Reply { return drawReply(t, item) })
		if len(answers) > 20 {
			t.Fatalf("%d questions", len(answers))
		}
		seen := map[string]bool{}
		given := 0
		for i, a := range answers {
			if seen[a.Item] {
				t.Fatalf("%s was asked twice", a.Item)
			}
			seen[a.Item] = true
			if a.Reply != LeftOut {
				given++
			}
			if steps[i].Done || steps[i].Next != a.Item {
				t.Fatalf("step %d: done %v, next %q, answered %q", i, steps[i].Done, steps[i].Next, a.Item)
			}
		}
		last := steps[len(steps)-1]
		if last.Next != "" || last.Asked != len(answers) || last.Given != given {
			t.Fatalf("at the end: %+v", last)
		}
		if len(answers) < 20 && (last.Certainty < 0.90 || given < 5) {
			t.Fatalf("it ended after %d answers, %.2f sure", given, last.Certainty)
		}
	})
}

func TestGoingBackRestoresWhatWasBelievedAndAsked(t *testing.T) {
	g := sample()
	rapid.Check(t, func(t *rapid.T) {
		seed := rapid.Int().Draw(t, "seed")
		steps, answers := sit(t, g, seed, func(item string) Reply { return drawReply(t, item) })
		back := rapid.IntRange(0, len(answers)).Draw(t, "back to")
		if diff := cmp.Diff(steps[back], place(t, g, seed, answers[:back])); diff != "" {
			t.Fatal(diff)
		}
	})
}

func TestTheQuestionIsOfTheStrandAskedLeastOnItsLevel(t *testing.T) {
	g := sample()
	rapid.Check(t, func(t *rapid.T) {
		answers := drawAnswers(t, g)[:0:0]
		seen, strands := map[string]bool{}, map[string]int{}
		for range rapid.IntRange(0, 19).Draw(t, "questions") {
			pl := place(t, g, 5, answers)
			if pl.Done {
				return
			}
			next, _ := g.Item(pl.Next)
			for _, other := range g.Levels[next.Level-1].Items {
				if !seen[other.ID] && strands[other.Strand] < strands[next.Strand] {
					t.Fatalf("%s of %s was asked, though %s of %s was asked less", next.ID, next.Strand, other.ID, other.Strand)
				}
			}
			seen[next.ID] = true
			strands[next.Strand]++
			answers = append(answers, Answer{next.ID, drawReply(t, next.ID)})
		}
	})
}

func TestAQuestionLeftOutTellsNothing(t *testing.T) {
	g := sample()
	rapid.Check(t, func(t *rapid.T) {
		answers := drawAnswers(t, g)
		given := slices.DeleteFunc(slices.Clone(answers), func(a Answer) bool { return a.Reply == LeftOut })
		if diff := cmp.Diff(place(t, g, 1, given).Belief, place(t, g, 1, answers).Belief); diff != "" {
			t.Fatal(diff)
		}
	})
}

func TestAYesNeverMakesLowLevelsLikelierThanANo(t *testing.T) {
	g := sample()
	rapid.Check(t, func(t *rapid.T) {
		answers := drawAnswers(t, g)
		if len(answers) == 0 {
			return
		}
		i := rapid.IntRange(0, len(answers)-1).Draw(t, "which")
		pair := rapid.SampledFrom([][2]Reply{{No, Yes}, {RepliedNotYet, RepliedCanTeach}}).Draw(t, "pair")
		answers[i].Reply = pair[0]
		low := place(t, g, 1, answers).Belief
		answers[i].Reply = pair[1]
		high := place(t, g, 1, answers).Belief
		below := 0.0 // how much more is believed to be at or below a level, after the higher reply
		for l := range low {
			if below += high[l] - low[l]; below > 1e-6 {
				t.Fatalf("%s instead of %s on %s: level %d or lower became likelier by %v", pair[1], pair[0], answers[i].Item, l, below)
			}
		}
	})
}

func TestWhenEverythingIsAnsweredTheBeliefIsWhatTheListCounts(t *testing.T) {
	g := sample()
	rapid.Check(t, func(t *rapid.T) {
		var answers []Answer
		present := map[string]Mark{}
		for _, l := range g.Levels {
			for _, it := range l.Items {
				reply := rapid.SampledFrom([]Reply{Yes, Yes, Yes, Yes, No, RepliedWithHelp, RepliedCanTeach}).Draw(t, it.ID)
				answers = append(answers, Answer{it.ID, reply})
				verdict, _ := reply.Verdict()
				present[it.ID] = Mark{Item: it.ID, Verdict: verdict}
			}
		}
		pl, counted := place(t, g, 1, answers), Stand(g, present).Level
		if pl.Level != counted || pl.Certainty < 1-1e-9 {
			t.Fatalf("the list counts level %d; believed is %d with %v", counted, pl.Level, pl.Certainty)
		}
	})
}

func TestYesToEverythingIsTheTopAndNoIsStartingOut(t *testing.T) {
	for reply, want := range map[Reply]int{Yes: 7, No: 0, RepliedCanTeach: 7, RepliedNotYet: 0} {
		steps, answers := sit(t, sample(), 9, func(string) Reply { return reply })
		if last := steps[len(steps)-1]; last.Level != want || last.Certainty < 0.90 || len(answers) > 13 {
			t.Errorf("%s: level %d, %.2f sure after %d questions", reply, last.Level, last.Certainty, len(answers))
		}
	}
}

func TestMalformedAnswersAreRefusedWithTheirPlace(t *testing.T) {
	for _, c := range []struct {
		name    string
		answers []Answer
		want    AnswerError
	}{
		{"unknown item", []Answer{{id(1, 0), Yes}, {"고양이-🙂", Yes}}, AnswerError{2, "고양이-🙂", ItemUnknown}},
		{"no item", []Answer{{"", No}}, AnswerError{1, "", ItemUnknown}},
		{"answered twice", []Answer{{id(1, 0), Yes}, {id(2, 0), No}, {id(1, 0), LeftOut}}, AnswerError{3, id(1, 0), ItemRepeated}},
		{"reply too high", []Answer{{id(1, 0), RepliedCanTeach + 1}}, AnswerError{1, id(1, 0), ReplyUnknown}},
		{"reply below all", []Answer{{id(1, 0), -1}}, AnswerError{1, id(1, 0), ReplyUnknown}},
	} {
		_, err := DefaultPlacer().Place(sample(), 1, c.answers)
		var got *AnswerError
		if !errors.As(err, &got) || *got != c.want {
			t.Errorf("%s: %v, want %v", c.name, err, &c.want)
		}
	}
}

func TestAVerdictAndItsReplySayTheSame(t *testing.T) {
	for v := NotYet; v <= CanTeach; v++ {
		if back, ok := Replied(v).Verdict(); !ok || back != v {
			t.Errorf("%s became %s, %v", v, back, ok)
		}
	}
	if Replied(Cleared) != LeftOut || Replied(Verdict(9)) != LeftOut {
		t.Error("what is no verdict is a reply")
	}
}

func TestEveryReplyIsReadBackFromItsNameAndItsKey(t *testing.T) {
	for r := LeftOut; r <= RepliedCanTeach; r++ {
		if got, err := ParseReply(r.String()); err != nil || got != r {
			t.Errorf("%s came back as %s, %v", r, got, err)
		}
	}
	for key, want := range map[string]Reply{" Y ": Yes, "n": No, "S": LeftOut, "0": RepliedNotYet, "3": RepliedCanTeach} {
		if got, err := ParseReply(key); err != nil || got != want {
			t.Errorf("%q came back as %s, %v", key, got, err)
		}
	}
	for _, in := range []string{"", "4", "-1", "ja", "네", "🙂", "yes please", "b"} {
		if got, err := ParseReply(in); err == nil {
			t.Errorf("ParseReply(%q) = %s, want an error", in, got)
		}
	}
}

func TestARangeIsTheFewestLevelsThatHoldEnough(t *testing.T) {
	for _, c := range []struct {
		belief  Belief
		low, up int
	}{
		{Belief{3: 0.94, 4: 0.06}, 3, 3},
		{Belief{2: 0.2, 3: 0.6, 4: 0.2}, 2, 4},
		{Belief{2: 0.28, 3: 0.65, 4: 0.07}, 2, 3},
		{Belief{0: 0.5, 7: 0.5}, 0, 7},
	} {
		if low, up := c.belief.Range(0.90); low != c.low || up != c.up {
			t.Errorf("%v: %d to %d, want %d to %d", c.belief, low, up, c.low, c.up)
		}
	}
}

func BenchmarkNextQuestion(b *testing.B) {
	g := sample()
	_, answers := sit(b, g, 1, func(item string) Reply {
		if it, _ := g.Item(item); it.Level <= 3 {
			return Yes
		}
		return No
	})
	answers = answers[:len(answers)-1]
	for b.Loop() {
		if _, err := DefaultPlacer().Place(g, 1, answers); err != nil {
			b.Fatal(err)
		}
	}
}
