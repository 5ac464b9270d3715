package app

import (
	"context"

	"github.com/google/uuid"

	"github.com/levelica/levelica/internal/guide"
	"github.com/levelica/levelica/internal/progress"
)

// The answers and the sittings as the window sees them. It holds the answers, and sends all of them
// each time: going back is sending fewer, and a call whose outcome is unknown can be repeated.

// Sit keeps the sitting as it is now, and returns what is believed after its answers with the next
// question.
// Faults: guide_not_found, answer_unknown, answer_twice, answer_reply, assessment_over, record_invalid,
// disk_full, and those of openJournal.
func (a *App) Sit(request SittingRequest) (v SittingView, err error) {
	defer a.recovered(&err)
	s, err := a.sitting(request)
	if err != nil {
		return SittingView{}, err
	}
	if err := a.keep(a.context(), s, progress.Paused); err != nil {
		return SittingView{}, err
	}
	return a.sittingView(a.context(), s)
}

// AcceptSitting ends a sitting: its answers become marks and, where suggest is true, what it takes to
// be done without having asked becomes suggested. It returns the standing that follows.
// Faults: those of Sit, and sitting_empty.
func (a *App) AcceptSitting(request SittingRequest, suggest bool) (v StandingView, err error) {
	defer a.recovered(&err)
	s, err := a.sitting(request)
	if err != nil {
		return StandingView{}, err
	}
	if err := a.accept(a.context(), s, suggest); err != nil {
		return StandingView{}, err
	}
	return a.standing(a.context(), s.guide.Slug)
}

// DiscardSitting ends a sitting that nothing comes of.
// Faults: those of Sit.
func (a *App) DiscardSitting(request SittingRequest) (err error) {
	defer a.recovered(&err)
	s, err := a.sitting(request)
	if err != nil {
		return err
	}
	return a.keep(a.context(), s, progress.Discarded)
}

// UndoSitting takes back what accepting a sitting recorded, and returns the standing that follows.
// Faults: guide_not_found, record_invalid, disk_full, and those of openJournal.
func (a *App) UndoSitting(slug, id string) (v StandingView, err error) {
	defer a.recovered(&err)
	g, err := a.guides.Guide(slug, a.words().Language)
	if err != nil {
		return StandingView{}, aboutGuide(slug, err)
	}
	if err := a.undo(a.context(), g, id); err != nil {
		return StandingView{}, err
	}
	return a.standing(a.context(), slug)
}

// sitting returns the sitting that a request is about.
func (a *App) sitting(request SittingRequest) (sitting, error) {
	g, err := a.guides.Guide(request.Guide, a.words().Language)
	if err != nil {
		return sitting{}, aboutGuide(request.Guide, err)
	}
	raw := make([]keptAnswer, len(request.Answers))
	for i, answer := range request.Answers {
		raw[i] = keptAnswer(answer)
	}
	answers, err := parseAnswers(raw)
	if err != nil {
		return sitting{}, err
	}
	return sit(g, request.ID, answers)
}

// openSitting returns the paused sitting on a guide, or a new one, which the journal does not know
// before it has an answer.
func (a *App) openSitting(slug string) (SittingView, error) {
	ctx := a.context()
	g, err := a.guides.Guide(slug, a.words().Language)
	if err != nil {
		return SittingView{}, aboutGuide(slug, err)
	}
	s, found, err := a.resume(ctx, g)
	if err != nil {
		return SittingView{}, err
	}
	if !found {
		id, err := uuid.NewV7()
		if err != nil {
			return SittingView{}, err
		}
		if s, err = sit(g, id.String(), nil); err != nil {
			return SittingView{}, err
		}
	}
	return a.sittingView(ctx, s)
}

// pausedSittings lists the guides with a sitting that was paused, the newest first.
func (a *App) pausedSittings() ([]PausedSittingView, error) {
	v := []PausedSittingView{}
	all, err := a.assessments(a.context(), "")
	if err != nil {
		return v, err
	}
	seen := map[string]bool{}
	for i := len(all) - 1; i >= 0; i-- {
		kept := all[i]
		if kept.State != progress.Paused || seen[kept.Guide] {
			continue
		}
		seen[kept.Guide] = true
		g, err := a.guides.Outline(kept.Guide, a.words().Language)
		if err != nil {
			continue // a sitting may be on a guide that this library does not have
		}
		answers, err := answersOf(g, kept)
		if err != nil {
			return v, err
		}
		if len(answers) > 0 {
			v = append(v, PausedSittingView{Guide: kept.Guide, Asked: len(answers)})
		}
	}
	return v, nil
}

func (a *App) sittingView(ctx context.Context, s sitting) (SittingView, error) {
	present, err := a.present(ctx, s.guide.Slug)
	if err != nil {
		return SittingView{}, err
	}
	v := SittingView{
		ID: s.id, Guide: s.guide.Slug, Emoji: s.guide.Emoji, Title: s.guide.Title, Answers: []ReplyView{},
		Level: s.Level, Certainty: permille(s.Certainty), Lowest: s.Lowest, Highest: s.Highest,
		Asked: s.Asked, Given: s.Given, Done: s.Done, Suggested: len(s.suggested(present)),
	}
	if v.Predicted, _, err = a.predicted(ctx, s.guide.Slug); err != nil {
		return SittingView{}, err
	}
	for _, answer := range s.answers {
		v.Answers = append(v.Answers, ReplyView{answer.Item, answer.Reply.String()})
	}
	for _, p := range s.Belief {
		v.Belief = append(v.Belief, permille(p))
	}
	for _, level := range s.guide.Levels {
		v.Titles = append(v.Titles, level.Title)
	}
	if item, ok := s.guide.Item(s.Next); ok {
		v.Question = QuestionView{Item: item.ID, Text: item.Text, Strand: s.guide.StrandName(item.Strand), Months: reach(item)}
	}
	return v, nil
}

// reach is how many months back an item may be answered from: what is done on the highest levels
// takes longer to come by.
func reach(item guide.Item) int {
	if item.Level > 5 {
		return 36
	}
	return 12
}
