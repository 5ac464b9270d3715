package main

import (
	"context"
	"fmt"
	"time"

	"github.com/levelica/levelica/internal/guide"
	"github.com/levelica/levelica/internal/progress"
)

const (
	lifeMarks     = 100_000
	mostStanding  = 50.0 // microseconds for the standing of one guide
	mostInsights  = 50.0 // milliseconds for all that Insights computes over so many marks
	standingTimes = 400  // a standing is too short to be timed alone
)

// measureInsight times the rules: a standing, and what Insights computes over a long life of marks.
// Nothing is read and nothing is drawn. The floor reads each item, or each mark, once.
func measureInsight(_ context.Context, s settings) (section, error) {
	sec := section{Title: "Standing and insights", Method: fmt.Sprintf(
		"The rules alone, without journal and drawing: the standing of a guide that is rated in full, %d at a time, and standings, strands, "+
			"freshness, level over time, activity and what changed in a year, of all guides, over %d marks of ten years. "+
			"The floor looks at each item, or at each mark, once. In turns, %d rounds.", standingTimes, lifeMarks, s.rounds)}
	guides, err := allGuides()
	if err != nil {
		return sec, err
	}
	now := time.Now()
	marks := aLife(guides, now)
	present := progress.Present(guides[0].Slug, marks)

	var lookTimes, standTimes, readTimes, insightTimes sample
	sink := 0
	timed := func(times *sample, unit func(time.Duration) float64, share float64, do func()) func() error {
		return func() error {
			began := time.Now()
			do()
			*times = append(*times, unit(time.Since(began))/share)
			return nil
		}
	}
	err = inTurn(s.rounds,
		timed(&lookTimes, microseconds, standingTimes, func() {
			for range standingTimes {
				sink += look70(guides[0], present)
			}
		}),
		timed(&standTimes, microseconds, standingTimes, func() {
			for range standingTimes {
				sink += progress.Stand(guides[0], present).Level
			}
		}),
		timed(&readTimes, milliseconds, 1, func() { sink += readOnce(marks) }),
		timed(&insightTimes, milliseconds, 1, func() { sink += allInsights(guides, marks, now) }),
	)
	if err != nil {
		return sec, err
	}
	if sink == 0 {
		return sec, fmt.Errorf("nothing was computed")
	}
	sec.Figures = append(sec.Figures,
		compareAt(0.5, "standing of one guide, p50", "µs", lookTimes, standTimes, 0),
		within("standing of one guide, p99", "µs", standTimes.at(0.99), standTimes, mostStanding),
		compareAt(0.5, fmt.Sprintf("insights over %d marks, p50", lifeMarks), "ms", readTimes, insightTimes, 0),
		within(fmt.Sprintf("insights over %d marks, p99", lifeMarks), "ms", insightTimes.at(0.99), insightTimes, mostInsights),
	)
	return sec, nil
}

func allGuides() ([]*guide.Guide, error) {
	slugs, err := library.Slugs()
	if err != nil {
		return nil, err
	}
	var all []*guide.Guide
	for _, s := range slugs {
		g, err := library.Outline(s, guide.DefaultLanguage)
		if err != nil {
			return nil, err
		}
		all = append(all, g)
	}
	return all, nil
}

// aLife is ten years of marks over all guides, in the order of their clocks, as a journal returns
// them.
func aLife(guides []*guide.Guide, now time.Time) []progress.Mark {
	verdicts := []progress.Verdict{progress.OnMyOwn, progress.OnMyOwn, progress.WithHelp, progress.CanTeach, progress.NotYet, progress.OnMyOwn, progress.Cleared}
	marks := make([]progress.Mark, lifeMarks)
	began := now.AddDate(-10, 0, 0)
	step := now.Sub(began) / lifeMarks
	clock := progress.Clock(0)
	for n := range marks {
		g := guides[n%len(guides)]
		place := n / len(guides) % g.Items()
		item := g.Levels[place/guide.ItemsPerLevel].Items[place%guide.ItemsPerLevel]
		at := began.Add(time.Duration(n) * step)
		clock = progress.Tick(clock, at)
		marks[n] = progress.Mark{
			ID: fmt.Sprint(n), Guide: g.Slug, Item: item.ID, Verdict: verdicts[n*7919%len(verdicts)],
			Origin: progress.OriginSelf, Clock: clock, At: at.UnixMilli(),
		}
	}
	return marks
}

// look70 is the least that a standing costs: each item of the guide is looked up once.
func look70(g *guide.Guide, present map[string]progress.Mark) int {
	done := 0
	for _, level := range g.Levels {
		for _, item := range level.Items {
			if present[item.ID].Verdict.Counts() {
				done++
			}
		}
	}
	return done
}

// readOnce is the least that looking at marks costs.
func readOnce(marks []progress.Mark) int {
	done := 0
	for _, m := range marks {
		if m.Origin.Claims() && m.Verdict.Counts() {
			done++
		}
	}
	return done
}

// allInsights computes what the place Insights shows, for every guide.
func allInsights(guides []*guide.Guide, marks []progress.Mark, now time.Time) int {
	n := 0
	for _, g := range guides {
		h := progress.NewHistory(g, marks, nil, now)
		n += len(h.Trend())
		present, pieces := h.At(now)
		s := progress.Stand(g, present)
		n += len(progress.ShapeOf(g, present, s).Strands) + len(progress.Remarks(s)) + len(progress.Age(g, present, pieces, now, progress.Usual))
	}
	h := progress.NewHistory(guides[0], marks, nil, now)
	n += len(h.Between(now.AddDate(-1, 0, 0), now).Gained)
	return n + progress.ActivityIn(marks, now.AddDate(-1, 0, 0), now).Marks
}
