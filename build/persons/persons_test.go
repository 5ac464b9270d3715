package persons

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/levelica/levelica/internal/guide"
	"github.com/levelica/levelica/internal/progress"
)

// few keeps the test short; `go run ./build bench placement` places 4,000 persons in each scenario.
// The margins below are twice the standard error of so many persons, and as much again for the three
// sets of items that they meet.
const few = 600

func place(t *testing.T, s Scenario) Result {
	t.Helper()
	r, err := Run(t.Context(), Adaptive("placement", progress.DefaultModel(), YesOrNo), Draw(s, Development, few))
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%s, %s: %s", s.Name, s.What, r)
	return r
}

func TestAPlacementSaysWhatTheFullListWould(t *testing.T) {
	exact := map[string]float64{"S1": 0.95, "S3": 0.88, "S6": 0.88}
	withinOne := map[string]float64{"S1": 0.995, "S3": 0.97, "S6": 0.97}
	var all []Result
	for _, s := range Scenarios {
		r := place(t, s)
		all = append(all, r)
		if r.Exact < exact[s.Name]-0.02 {
			t.Errorf("%s: %.3f have the level of their full list, wanted %.3f", s.Name, r.Exact, exact[s.Name])
		}
		if r.WithinOne < withinOne[s.Name]-0.005 {
			t.Errorf("%s: %.3f are within one level of their full list, wanted %.3f", s.Name, r.WithinOne, withinOne[s.Name])
		}
		if r.Gap() > 0.06+0.02 {
			t.Errorf("%s: %.3f sure, and right in %.3f", s.Name, r.Stated, r.Exact)
		}
	}
	if r := together(all...); r.Median > 13 || r.P90 > 19 {
		t.Errorf("%d questions in the middle and %d for nine in ten, wanted 13 and 19", r.Median, r.P90)
	}
}

// together returns the result of all persons of several results.
func together(results ...Result) Result {
	var all []outcome
	for _, r := range results {
		all = append(all, r.outcomes...)
	}
	return summarise(all)
}

func TestTheSamePersonsAreDrawnFromTheSameSeed(t *testing.T) {
	same := cmp.AllowUnexported(Person{})
	if diff := cmp.Diff(Draw(Scenarios[4], 5, 300), Draw(Scenarios[4], 5, 300), same); diff != "" {
		t.Error(diff)
	}
	if cmp.Diff(Draw(Scenarios[4], 5, 300), Draw(Scenarios[4], 6, 300), same) == "" {
		t.Error("another seed draws the same persons")
	}
}

func TestPersonsWhoNeverSlipAnswerTheListAlikeEveryTime(t *testing.T) {
	for i, p := range Draw(Scenario{Spacing: 3}, Development, 400) {
		if p.Full != p.Truth || p.Retaken != p.Truth {
			t.Fatalf("person %d: %d, then %d, in truth %d", i, p.Full, p.Retaken, p.Truth)
		}
	}
}

func TestEveryOutcomeIsDrawnAboutAsOften(t *testing.T) {
	var often [8]int
	for _, p := range Draw(Scenarios[0], Development, 4000) {
		often[p.Full]++
	}
	for level, n := range often {
		if n < 300 || n > 700 {
			t.Errorf("level %d: %d of 4000 persons", level, n)
		}
	}
}

// TestAnswersWithoutOrderAreDoubtedAndOthersSeldom holds the limits of progress.Remarks to persons.
func TestAnswersWithoutOrderAreDoubtedAndOthersSeldom(t *testing.T) {
	g := Sheet()
	doubted := func(verdicts []progress.Verdict) bool {
		return slices.ContainsFunc(progress.Remarks(standing(g, verdicts)), func(r progress.Remark) bool { return r.Kind == progress.Scattered })
	}
	for _, s := range Scenarios {
		n := 0
		people := Draw(s, Development, 2000)
		for _, p := range people {
			if doubted(p.first) {
				n++
			}
		}
		if most := s.Slip * 0.6; float64(n) > most*float64(len(people)) {
			t.Errorf("%s: %d of %d persons are doubted, at most %.0f %% should be", s.Name, n, len(people), 100*most)
		}
	}
	rng := rand.New(rand.NewPCG(Development, 6)) //nolint:gosec // a simulation has to be repeatable
	for _, share := range []float64{0.2, 0.3, 0.5, 0.7, 0.8} {
		n := 0
		for range 1000 {
			verdicts := make([]progress.Verdict, guide.Levels*guide.ItemsPerLevel)
			for i := range verdicts {
				if rng.Float64() < share {
					verdicts[i] = progress.OnMyOwn
				}
			}
			if doubted(verdicts) {
				n++
			}
		}
		if n < 700 {
			t.Errorf("with %.0f %% done at random, %d of 1000 are doubted", 100*share, n)
		}
	}
}
