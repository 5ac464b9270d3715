package app

import (
	"context"
	"time"

	"github.com/levelica/levelica/internal/locale"
	"github.com/levelica/levelica/internal/progress"
)

// SetGoal sets the level that the person wants to reach in a guide, and by which day; level 0 takes
// the goal back. The caller makes the ID, as in SetMarks.
// Faults: guide_not_found, level_not_found, day_invalid, and those of openJournal.
func (a *App) SetGoal(slug, id string, level int, by string) (err error) {
	defer a.recovered(&err)
	return a.setGoal(a.context(), progress.Goal{ID: id, Guide: slug, Level: level, By: by})
}

func (a *App) setGoal(ctx context.Context, goal progress.Goal) error {
	g, err := a.guides.Outline(goal.Guide, a.words().Language)
	if err != nil {
		return aboutGuide(goal.Guide, err)
	}
	if _, ok := g.Level(goal.Level); goal.Level != 0 && !ok {
		return newFault("level_not_found", "guide", goal.Guide, "level", goal.Level)
	}
	if goal.By != "" {
		if _, err := dayIn(goal.By, a.now().Location()); err != nil {
			return err
		}
	}
	j, err := a.openJournal(ctx)
	if err != nil {
		return err
	}
	return j.SetGoal(ctx, goal)
}

// goalView says what the person wants to reach in the chosen guide, and what their pace says of it.
func (a *App) goalView(ctx context.Context, in *insight) (GoalView, error) {
	j, err := a.openJournal(ctx)
	if err != nil {
		return GoalView{}, err
	}
	goals, err := j.Goals(ctx)
	if err != nil {
		return GoalView{}, err
	}
	present, _ := in.of(in.chosen)
	s := progress.Stand(in.chosen, present)
	v := GoalView{Target: s.Target, Choice: []int{}}
	for level := s.Level + 1; level <= len(s.Levels); level++ {
		v.Choice = append(v.Choice, level)
	}
	if goal, ok := progress.PresentGoal(in.chosen.Slug, goals); ok {
		v.Level, v.By, v.Target = goal.Level, goal.By, goal.Level
		// A goal that is reached meanwhile can still be seen, and taken back.
		if goal.Level > 0 && goal.Level <= s.Level {
			v.Choice = append([]int{goal.Level}, v.Choice...)
		}
	}
	if v.Target > 0 {
		v.Line = in.forecast(progress.Foresee(in.chosen, in.claims, v.Target, in.now), v)
	}
	return v, nil
}

// forecast says what the person's own pace says, and no more.
func (in *insight) forecast(f progress.Forecast, goal GoalView) string {
	args := locale.Args{"level": goal.Target, "n": f.Missing, "gained": f.Gained, "days": f.Days,
		"from": in.words.Date(f.From), "to": in.words.Date(f.To)}
	switch f.Outlook {
	case progress.Reached:
		return in.words.Text("insight.forecast.reached", args)
	case progress.FarAway:
		return in.words.Text("insight.forecast.far", args)
	case progress.Foreseeable:
		line := in.words.Text("insight.forecast.between", args)
		by, err := time.ParseInLocation(time.DateOnly, goal.By, in.now.Location())
		switch {
		case err != nil:
			return line
		case !f.To.After(by):
			return line + " " + in.words.Text("insight.forecast.before", args)
		case f.From.After(by):
			return line + " " + in.words.Text("insight.forecast.after", args)
		default:
			return line + " " + in.words.Text("insight.forecast.within", args)
		}
	default:
		return in.words.Text("insight.forecast.unknown", args)
	}
}
