// Package persons simulates people who are placed, to find out how well a placement predicts what
// their full list would say. What the persons are like is not what a placement assumes: its model
// knows only which level an item is on, while here difficulties scatter, items differ in how
// sharply they tell people apart, and answers slip.
//
// A model may be chosen on the seeds for development; what is published is measured on the
// reporting seeds, and nothing is ever chosen on those.
package persons

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"

	"github.com/levelica/levelica/internal/guide"
	"github.com/levelica/levelica/internal/progress"
)

// Scenario is a world of persons and items.
type Scenario struct {
	Name    string
	What    string
	Spacing float64 // between two levels, in logits
	Slip    float64 // share of answers that go wrong either way
	Strands float64 // how far a person's strands scatter, in levels
}

// Scenarios are the worlds that a placement has to do well in.
var Scenarios = []Scenario{
	{"S1", "levels 3 logits apart, 5 % slips", 3, 0.05, 0},
	{"S2", "levels 3 logits apart, 10 % slips", 3, 0.10, 0},
	{"S3", "levels 1.5 logits apart, 5 % slips", 1.5, 0.05, 0},
	{"S4", "levels 1.5 logits apart, 10 % slips", 1.5, 0.10, 0},
	{"S6", "as S1, each person's strands scattered by a level", 3, 0.05, 1},
}

// The seeds. Reporting must stay apart from Development: see the package comment. A reporting seed is
// spent once a model is chosen after it was looked at, and the next one takes its place.
const (
	Development uint64 = 1
	Reporting   uint64 = 7
)

const (
	perItems  = 200  // persons who meet the same items
	scatter   = 0.25 // of an item's difficulty, in levels
	sharpness = 0.25 // of an item's slope, of its logarithm
)

// item is what an item is really like.
type item struct {
	difficulty, slope float64
	help, teach       float64 // how far below and above it these answers begin, in levels
	strand            int
}

// Person is one of them, with the answers they would give to the full list, twice.
type Person struct {
	first   []progress.Verdict
	Full    int // level by the full list, as the person answers it
	Retaken int // level by the full list, answered again another day
	Truth   int // level by the full list, answered without slips
}

// Sheet is the guide that the persons answer: of the usual shape, without words.
func Sheet() *guide.Guide {
	g := &guide.Guide{Slug: "simulated"}
	for s := range guide.Strands {
		g.Strands = append(g.Strands, guide.Strand{ID: fmt.Sprint("strand-", s+1)})
	}
	for l := range guide.Levels {
		level := guide.Level{Number: l + 1}
		for i := range guide.ItemsPerLevel {
			level.Items = append(level.Items, guide.Item{
				ID: fmt.Sprintf("sim-%03d", l*guide.ItemsPerLevel+i+1), Level: l + 1, Strand: g.Strands[i/2].ID,
			})
		}
		g.Levels = append(g.Levels, level)
	}
	return g
}

// Draw makes so many persons of a scenario.
func Draw(s Scenario, seed uint64, number int) []Person {
	rng := rand.New(rand.NewPCG(seed, 6)) //nolint:gosec // a simulation has to be repeatable
	g := Sheet()
	persons := make([]Person, 0, number)
	var items []item
	for n := range number {
		if n%perItems == 0 {
			items = drawItems(rng)
		}
		persons = append(persons, drawPerson(rng, s, g, items))
	}
	return persons
}

func drawItems(rng *rand.Rand) []item {
	items := make([]item, guide.Levels*guide.ItemsPerLevel)
	for i := range items {
		items[i] = item{
			difficulty: float64(i/guide.ItemsPerLevel+1) + scatter*rng.NormFloat64(),
			slope:      math.Exp(sharpness * rng.NormFloat64()),
			help:       0.3 + 0.7*rng.Float64(),
			teach:      0.3 + 0.7*rng.Float64(),
			strand:     i % guide.ItemsPerLevel / 2,
		}
	}
	return items
}

func drawPerson(rng *rand.Rand, s Scenario, g *guide.Guide, items []item) Person {
	// In levels, so that each of the eight outcomes is about as frequent.
	ability := 0.5 + float64(guide.Levels+1)*rng.Float64()
	var strands [guide.Strands]float64
	for i := range strands {
		strands[i] = s.Strands * rng.NormFloat64()
	}
	truth := make([]progress.Verdict, len(items))
	for i, it := range items {
		ahead := ability + strands[it.strand] - it.difficulty
		luck := rng.Float64()
		for _, shift := range []float64{it.help, 0, -it.teach} {
			if luck < 1/(1+math.Exp(-it.slope*s.Spacing*(ahead+shift))) {
				truth[i]++
			}
		}
	}
	first := answer(rng, s, truth)
	return Person{
		first: first, Full: level(g, first), Retaken: level(g, answer(rng, s, truth)), Truth: level(g, truth),
	}
}

// answer goes through the full list. What a person does alone is a fact that stays; an answer that
// slips is one of the four at random, so that half of those that slip turn a yes into a no or back.
func answer(rng *rand.Rand, s Scenario, truth []progress.Verdict) []progress.Verdict {
	verdicts := slices.Clone(truth)
	for i := range verdicts {
		if rng.Float64() < 2*s.Slip {
			verdicts[i] = progress.Verdict(rng.IntN(int(progress.CanTeach) + 1))
		}
	}
	return verdicts
}

// level is what a full list says, by the rule that the program goes by.
func level(g *guide.Guide, verdicts []progress.Verdict) int { return standing(g, verdicts).Level }

func standing(g *guide.Guide, verdicts []progress.Verdict) progress.Standing {
	present := map[string]progress.Mark{}
	for l, lv := range g.Levels {
		for i, it := range lv.Items {
			present[it.ID] = progress.Mark{Item: it.ID, Verdict: verdicts[l*guide.ItemsPerLevel+i]}
		}
	}
	return progress.Stand(g, present)
}
