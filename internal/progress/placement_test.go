package progress

import (
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
