package progress

import (
	"math"
	"sync"

	"github.com/levelica/levelica/internal/guide"
)

// Placement predicts what a guide's full list would say from a dozen of its questions.
//
// What is believed of a person is a spread of abilities. Each answer sharpens it, and from it
// follows how likely each level is: that of the items not asked enough would be done alone for
// eight, with six on every level below. The next question is on the level whose answer is expected
// to leave the least uncertainty about the outcome, not about the ability: there is no use in
// knowing more exactly how far above a threshold somebody is. This is stochastic curtailment, after
// Huebner & Finkelman (2016), doi:10.1177/0146621615611633.
type Placement struct {
	Belief    Belief
	Level     int     // the likeliest outcome
	Certainty float64 // how likely it is
	// Lowest and Highest bound the fewest levels that hold nine tenths of the belief.
	Lowest, Highest int
	Asked           int // questions put, left out or not
	Given           int // answers that tell something
	// Done says that no further question is needed or allowed. Next is "" then.
	Done bool
	Next string // item to ask about
}

// Model is what a placement assumes. The defaults are deliberately coarse: they were chosen on
// simulated persons whose levels lie 1.5 to 3 logits apart and who slip in 5 to 10 answers of a
// hundred, so that the certainty that is stated is the one that is observed in each of these cases.
type Model struct {
	Spacing float64 // between two levels, in logits of an item's answer
	Slip    float64 // share of answers that go wrong either way
	// WithHelp and CanTeach are how far below and above "on my own" these answers begin, in logits.
	WithHelp, CanTeach float64
	Sure               float64 // certainty that ends a placement
	Least, Most        int     // questions, whatever the certainty
	AnyStrand          bool    // leave the strand of the next question to chance
}

// DefaultModel returns the model that the program places people with.
func DefaultModel() Model {
	return Model{
		Spacing: 2.15, Slip: 0.085, WithHelp: 1.0, CanTeach: 1.0,
		Sure: 0.90, Least: 5, Most: 20,
	}
}

// share is what the range that is shown beside the likeliest level holds of the belief.
const share = 0.90

// The abilities that are told apart: steps between two levels, and a level's width for each of the
// eight outcomes. A level is reached where an item of it is done with three chances in four, about
// half a level above its middle, and there the grid is centred.
const (
	steps     = 15
	abilities = steps * (guide.Levels + 1)
	// margin is how far the least ability lies below the middle of level 1, in steps.
	margin = 7
	// points are the places of an ability against a level, from the least ability against level 7
	// to the highest against level 1.
	points = abilities + steps*(guide.Levels-1)
)

// Placer places people by a model. It may be used by several goroutines.
type Placer struct {
	model Model
	// Levels are evenly apart, so an ability against a level is one number, and every level reads
	// the same tables at another place (see at).
	yes      [points]float64          // chance that an item is done alone
	evidence [replies][points]float64 // logarithm of the chance of each reply
	// tails[y][n] is for a level on which y items are done alone and n are not.
	tails [guide.ItemsPerLevel + 1][guide.ItemsPerLevel + 1]*[points]tail
}

// tail is the chance that a level would have enough items done on the full list.
type tail struct {
	level float64 // for itself: eight
	floor float64 // for the levels above it: six
}

// DefaultPlacer places people by the default model. Its tables are made at the first call.
var DefaultPlacer = sync.OnceValue(func() *Placer { return NewPlacer(DefaultModel()) })

// NewPlacer makes the tables of a model.
func NewPlacer(m Model) *Placer {
	p := &Placer{model: m}
	for x := range points {
		logits := m.Spacing * float64(x-steps*(guide.Levels-1)-margin) / steps
		// Of the answers that slip, each of the four verdicts gets a quarter.
		reach := func(v Verdict, shift float64) float64 {
			return 2*m.Slip*float64(CanTeach+1-v)/float64(CanTeach+1) + (1-2*m.Slip)/(1+math.Exp(-(logits+shift)))
		}
		help, own, teach := reach(WithHelp, m.WithHelp), reach(OnMyOwn, 0), reach(CanTeach, -m.CanTeach)
		p.yes[x] = own
		for reply, chance := range map[Reply]float64{
			LeftOut: 1, No: 1 - own, Yes: own,
			RepliedNotYet: 1 - help, RepliedWithHelp: help - own, RepliedOnMyOwn: own - teach, RepliedCanTeach: teach,
		} {
			p.evidence[reply][x] = math.Log(chance)
		}
	}
	for y := range p.tails {
		for n := range p.tails[:len(p.tails)-y] {
			p.tails[y][n] = new([points]tail)
			for x, yes := range p.yes {
				open := guide.ItemsPerLevel - y - n
				p.tails[y][n][x] = tail{floor: atLeast(NeededBelow-y, open, yes)}
				p.tails[y][n][x].level = min(atLeast(Needed-y, open, yes), p.tails[y][n][x].floor)
			}
		}
	}
	return p
}

// atLeast is the chance of k or more successes in n tries.
func atLeast(k, n int, chance float64) float64 {
	if k <= 0 {
		return 1
	}
	sum, choose := 0.0, 1.0
	for i := 0; i <= n; i++ {
		if i >= k {
			sum += choose * math.Pow(chance, float64(i)) * math.Pow(1-chance, float64(n-i))
		}
		choose = choose * float64(n-i) / float64(i+1)
	}
	return min(sum, 1) // rounding
}

// at returns where an ability stands against a level, both counted from 0.
func at(ability, level int) int { return ability + steps*(guide.Levels-1-level) }

// Place returns what is believed after these answers, and the next question. The seed decides among
// questions that are equally good: with one seed and the same answers the next question is always
// the same. It fails with an *AnswerError.
func (p *Placer) Place(g *guide.Guide, seed int, answers []Answer) (Placement, error) {
	c, err := count(g, answers)
	if err != nil {
		return Placement{}, err
	}
	s := p.sharpen(&c.tally)
	pl := Placement{Belief: s.belief(), Asked: len(answers), Given: c.given}
	pl.Level, pl.Certainty = pl.Belief.Likeliest()
	pl.Lowest, pl.Highest = pl.Belief.Range(share)
	sure := pl.Certainty >= p.model.Sure && pl.Given >= p.model.Least
	if !sure && pl.Asked < p.model.Most {
		pl.Next = p.next(g, seed, &c, s)
	}
	pl.Done = pl.Next == ""
	return pl, nil
}

// Believe returns what is believed after these answers. It fails with an *AnswerError.
func (p *Placer) Believe(g *guide.Guide, answers []Answer) (Belief, error) {
	c, err := count(g, answers)
	if err != nil {
		return Belief{}, err
	}
	return p.sharpen(&c.tally).belief(), nil
}

// spread is what is believed of a person: how likely each ability is, and for each level what the
// list would say of it.
type spread struct {
	weight [abilities]float64
	levels [guide.Levels]*[points]tail
}

// sharpen begins with every ability alike and lets each answer tell.
func (p *Placer) sharpen(t *tally) *spread {
	s := &spread{}
	most := math.Inf(-1)
	for i := range s.weight {
		for l := range t {
			for reply, n := range t[l] {
				if n > 0 {
					s.weight[i] += float64(n) * p.evidence[reply][at(i, l)]
				}
			}
		}
		most = max(most, s.weight[i])
	}
	sum := 0.0
	for i, w := range s.weight {
		s.weight[i] = math.Exp(w - most)
		sum += s.weight[i]
	}
	for i := range s.weight {
		s.weight[i] /= sum
	}
	for l := range s.levels {
		s.levels[l] = p.tails[t.passed(l)][t.failed(l)]
	}
	return s
}

// belief returns how likely each outcome of the list is. For one ability the levels are
// independent of each other.
func (s *spread) belief() Belief {
	var b Belief
	for i, weight := range s.weight {
		// none[l] is the chance that no level from l up is reached, if those below allow it.
		var none [guide.Levels + 1]float64
		none[guide.Levels] = 1
		for l := guide.Levels - 1; l >= 0; l-- {
			t := s.levels[l][at(i, l)]
			none[l] = (1 - t.floor) + (t.floor-t.level)*none[l+1]
		}
		b[0] += weight * none[0]
		allowed := weight
		for l := range s.levels {
			t := s.levels[l][at(i, l)]
			b[l+1] += allowed * t.level * none[l+1]
			allowed *= t.floor
		}
	}
	return b
}
