package persons

import (
	"fmt"
	"math"
	"slices"
)

// Result is how well one way of asking did with persons.
type Result struct {
	Median, P90 int     // questions
	Exact       float64 // share of persons with the level of their full list
	WithinOne   float64 // share of persons at most one level from it
	True        float64 // share of persons with the level of the same list answered without slips
	Stated      float64 // mean certainty that was stated, 0 where none is

	outcomes []outcome
}

// outcome is what one person's placement came to.
type outcome struct {
	questions, level, full, truth int
	stated                        float64
}

// Gap is how far the certainty that was stated is from the one observed.
func (r Result) Gap() float64 { return math.Abs(r.Stated - r.Exact) }

// String is a line of a table, in percent.
func (r Result) String() string {
	line := fmt.Sprintf("%2d (%2d) | %5.1f %5.1f %5.1f", r.Median, r.P90, 100*r.Exact, 100*r.WithinOne, 100*r.True)
	if r.Stated > 0 {
		line += fmt.Sprintf(" | %5.1f (%+.1f)", 100*r.Stated, 100*(r.Stated-r.Exact))
	}
	return line
}

func summarise(outcomes []outcome) Result {
	r := Result{outcomes: outcomes}
	if len(outcomes) == 0 {
		return r
	}
	var questions []int
	part := 1 / float64(len(outcomes))
	for _, o := range outcomes {
		questions = append(questions, o.questions)
		if o.level == o.full {
			r.Exact += part
		}
		if o.level == o.truth {
			r.True += part
		}
		if o.level-o.full <= 1 && o.full-o.level <= 1 {
			r.WithinOne += part
		}
		r.Stated += o.stated * part
	}
	slices.Sort(questions)
	r.Median, r.P90 = questions[len(questions)/2], questions[len(questions)*9/10]
	return r
}
