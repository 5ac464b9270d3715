package main

import (
	"context"
	"fmt"
	"math/rand/v2"
	"time"

	"github.com/levelica/levelica/build/persons"
	"github.com/levelica/levelica/internal/guide"
	"github.com/levelica/levelica/internal/progress"
)

// inScenario is how many persons are placed in each scenario.
const inScenario = 4000

// The limits, in percent of persons and in questions. What the placement states of itself is held
// to be true in every scenario; how often it is right, in those that are named.
var (
	wrongLevel  = map[string]float64{"S1": 5, "S3": 12, "S6": 12} // not the level of the full list
	farOff      = map[string]float64{"S1": 0.5, "S3": 3, "S6": 3} // more than one level from it
	mostMedian  = 13.0
	mostNinety  = 19.0
	mostApart   = 6.0 // stated certainty against observed, in points
	mostThought = 5.0 // milliseconds to the next question
)

// measurePlacement has simulated persons placed, on the seed that nothing was ever chosen on.
func measurePlacement(ctx context.Context, _ settings) (section, error) {
	sec := section{
		Title: "Find my level",
		Method: fmt.Sprintf("%d simulated persons in each scenario, new items every 200, on the reporting seed, against the level that each of "+
			"them gets by answering the full list of 70. What a placement assumes differs from what the persons are: build/persons says how. "+
			"In the notes: questions in the middle (and of nine in ten) | the same level, within one level, the same as an "+
			"error-free list | certainty stated.", inScenario),
	}
	model := progress.DefaultModel()
	byChance := model
	byChance.AnyStrand = true
	ours := persons.Adaptive("placement", model, persons.YesOrNo)
	ways := []persons.Way{
		ours,
		persons.Adaptive("placement, any strand", byChance, persons.YesOrNo),
		persons.Adaptive("placement, four answers", model, persons.FourAnswers),
		persons.Retest(),
		persons.Binary("binary search, 5 a level", 5, 4),
		persons.Fixed("fixed form, 4 a level", model, 4),
	}
	for _, s := range persons.Scenarios {
		people := persons.Draw(s, persons.Reporting, inScenario)
		sec.Notes = append(sec.Notes, fmt.Sprintf("%s: %s", s.Name, s.What))
		for _, w := range ways {
			r, err := persons.Run(ctx, w, people)
			if err != nil {
				return sec, err
			}
			sec.Notes = append(sec.Notes, fmt.Sprintf("    %-26s %s", w.Name, r))
			if w.Name == ours.Name {
				sec.Figures = append(sec.Figures, judge(s, r)...)
			}
		}
	}
	thought, err := timeQuestions()
	if err != nil {
		return sec, err
	}
	sec.Figures = append(sec.Figures, within("next question, p99", "ms", thought.at(0.99), thought, mostThought))
	return sec, nil
}

// judge holds what one scenario came to against its limits.
func judge(s persons.Scenario, r persons.Result) []figure {
	var figures []figure
	if limit, ok := wrongLevel[s.Name]; ok {
		figures = append(figures, within(s.Name+": not the level of the full list", "%", 100*(1-r.Exact), nil, limit))
	}
	if limit, ok := farOff[s.Name]; ok {
		figures = append(figures, within(s.Name+": more than one level from it", "%", 100*(1-r.WithinOne), nil, limit))
	}
	return append(figures,
		within(s.Name+": certainty stated against observed", "points", 100*r.Gap(), nil, mostApart),
		within(s.Name+": questions, median", "", float64(r.Median), nil, mostMedian),
		within(s.Name+": questions, nine persons in ten", "", float64(r.P90), nil, mostNinety))
}

// timeQuestions times the choice of the next question in placements of the guide.
func timeQuestions() (sample, error) {
	g, err := library.Guide(slug, guide.DefaultLanguage)
	if err != nil {
		return nil, err
	}
	rng := rand.New(rand.NewPCG(persons.Reporting, 9)) //nolint:gosec // a benchmark has to be repeatable
	placer := progress.DefaultPlacer()
	var times sample
	for seed := range 200 {
		var answers []progress.Answer
		for {
			began := time.Now()
			pl, err := placer.Place(g, seed, answers)
			times = append(times, milliseconds(time.Since(began)))
			if err != nil {
				return nil, err
			}
			if pl.Done {
				break
			}
			reply := progress.No
			if rng.IntN(2) == 0 {
				reply = progress.Yes
			}
			answers = append(answers, progress.Answer{Item: pl.Next, Reply: reply})
		}
	}
	return times, nil
}
