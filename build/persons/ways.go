package persons

import (
	"context"
	"math/rand/v2"
	"runtime"
	"sync"

	"github.com/levelica/levelica/internal/guide"
	"github.com/levelica/levelica/internal/progress"
)

// Way is a way of finding out a person's level.
type Way struct {
	Name string
	// Place asks a person about items by their number, and returns the level it comes to with the
	// number of questions and the certainty it states, or 0.
	Place func(p *Person, seed int) (level, questions int, stated float64)
}

// Run has every person of a scenario placed.
func Run(ctx context.Context, w Way, persons []Person) (Result, error) {
	outcomes := make([]outcome, len(persons))
	var all sync.WaitGroup
	workers := runtime.GOMAXPROCS(0)
	for worker := range workers {
		all.Go(func() {
			for i := worker; i < len(persons) && ctx.Err() == nil; i += workers {
				p := &persons[i]
				level, questions, stated := w.Place(p, i)
				outcomes[i] = outcome{questions: questions, level: level, full: p.Full, truth: p.Truth, stated: stated}
			}
		})
	}
	all.Wait()
	if err := ctx.Err(); err != nil {
		return Result{}, err
	}
	return summarise(outcomes), nil
}

// Answering is how persons answer.
type Answering int

// The ways to answer.
const (
	YesOrNo Answering = iota
	FourAnswers
)

// Adaptive is the program's own way, with a model.
func Adaptive(name string, m progress.Model, how Answering) Way {
	placer, g := progress.NewPlacer(m), Sheet()
	return Way{name, func(p *Person, seed int) (int, int, float64) {
		var answers []progress.Answer
		for {
			pl, err := placer.Place(g, seed, answers)
			if err != nil {
				panic(err) // the questions are its own
			}
			if pl.Done {
				return pl.Level, pl.Asked, pl.Certainty
			}
			answers = append(answers, progress.Answer{Item: pl.Next, Reply: p.reply(g, pl.Next, how)})
		}
	}}
}

// reply is what the person says of an item, the same as on the full list.
func (p *Person) reply(g *guide.Guide, id string, how Answering) progress.Reply {
	for l, lv := range g.Levels {
		for i, it := range lv.Items {
			if it.ID != id {
				continue
			}
			v := p.first[l*guide.ItemsPerLevel+i]
			switch {
			case how == FourAnswers:
				return progress.RepliedNotYet + progress.Reply(v)
			case v.Counts():
				return progress.Yes
			default:
				return progress.No
			}
		}
	}
	return progress.LeftOut
}

// Retest answers the full list again: what any placement could be expected to agree with at most,
// if it did not see the very answers that it predicts.
func Retest() Way {
	return Way{"full list retaken", func(p *Person, _ int) (int, int, float64) {
		return p.Retaken, len(p.first), 0
	}}
}

// Binary halves the levels, asking so many items of a level of which so many have to be done.
func Binary(name string, ask, need int) Way {
	return Way{name, func(p *Person, seed int) (int, int, float64) {
		rng := rand.New(rand.NewPCG(uint64(seed), 7)) //nolint:gosec // a simulation has to be repeatable
		reached, questions := 0, 0
		for low, high := 1, guide.Levels; low <= high; {
			middle := (low + high) / 2
			done := 0
			for _, i := range rng.Perm(guide.ItemsPerLevel)[:ask] {
				questions++
				if p.first[(middle-1)*guide.ItemsPerLevel+i].Counts() {
					done++
				}
			}
			if done >= need {
				reached, low = middle, middle+1
			} else {
				high = middle - 1
			}
		}
		return reached, questions, 0
	}}
}

// Fixed asks so many items of every level and then says what is believed.
func Fixed(name string, m progress.Model, perLevel int) Way {
	placer, g := progress.NewPlacer(m), Sheet()
	return Way{name, func(p *Person, seed int) (int, int, float64) {
		rng := rand.New(rand.NewPCG(uint64(seed), 8)) //nolint:gosec // a simulation has to be repeatable
		var answers []progress.Answer
		for _, lv := range g.Levels {
			for _, i := range rng.Perm(guide.ItemsPerLevel)[:perLevel] {
				answers = append(answers, progress.Answer{Item: lv.Items[i].ID, Reply: p.reply(g, lv.Items[i].ID, YesOrNo)})
			}
		}
		b, err := placer.Believe(g, answers)
		if err != nil {
			panic(err) // every item is asked once
		}
		level, certainty := b.Likeliest()
		return level, len(answers), certainty
	}}
}
