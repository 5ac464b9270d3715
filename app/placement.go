package app

import (
	"bytes"
	"context"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"time"

	"github.com/google/uuid"

	"github.com/levelica/levelica/internal/guide"
	"github.com/levelica/levelica/internal/locale"
	"github.com/levelica/levelica/internal/progress"
	"github.com/levelica/levelica/internal/report"
)

// sitting is a placement of one person in one guide, under way or over. Its ID also decides among
// questions that are equally good, so that a sitting that was paused goes on with the same ones.
type sitting struct {
	id      string
	guide   *guide.Guide
	answers []progress.Answer
	progress.Placement
}

// keptAnswer is an answer as the journal keeps it, and as a sitting is written on the command line.
type keptAnswer struct {
	Item  string `json:"item"`
	Reply string `json:"reply"`
}

// keptResult is what came of a sitting, as the journal keeps it.
type keptResult struct {
	Level     int             `json:"level"`
	Certainty float64         `json:"certainty"`
	Belief    progress.Belief `json:"belief"`
	Marks     []keptMark      `json:"marks"` // what accepting it recorded, empty until then
}

// keptMark is a mark that a sitting recorded, with what stood in its place: the verdict and the
// origin, or "cleared".
type keptMark struct {
	ID     string          `json:"id"`
	Item   string          `json:"item"`
	Before string          `json:"before"`
	Origin progress.Origin `json:"origin"`
}

// sit returns the sitting with these answers. It records nothing.
func sit(g *guide.Guide, id string, answers []progress.Answer) (sitting, error) {
	known, err := uuid.Parse(id)
	if err != nil {
		return sitting{}, newFault("record_invalid", "detail", fmt.Sprintf("%q is no UUIDv7", id))
	}
	seed := int(binary.BigEndian.Uint32(known[len(known)-4:]))
	pl, err := progress.DefaultPlacer().Place(g, seed, answers)
	if err != nil {
		return sitting{}, err
	}
	return sitting{id: id, guide: g, answers: answers, Placement: pl}, nil
}

// suggested returns the items that accepting the sitting could suggest. Where it was stopped before
// it was sure, only the levels below all that are still likely are suggested.
func (s *sitting) suggested(present map[string]progress.Mark) []string {
	return progress.Suggest(s.guide, s.Lowest, s.answers, present)
}

// keep writes the sitting to the journal as paused, after every answer: closing the window, or a
// crash, is a pause.
func (a *App) keep(ctx context.Context, s sitting, state progress.AssessmentState) error {
	record, err := s.assessment(state, nil)
	if err != nil {
		return err
	}
	j, err := a.openJournal(ctx)
	if err != nil {
		return err
	}
	return j.SaveAssessment(ctx, record)
}

func (s *sitting) assessment(state progress.AssessmentState, marks []keptMark) (progress.Assessment, error) {
	kept := []keptAnswer{}
	for _, answer := range s.answers {
		kept = append(kept, keptAnswer{answer.Item, answer.Reply.String()})
	}
	answers, err := json.Marshal(kept)
	if err != nil {
		return progress.Assessment{}, err
	}
	result, err := json.Marshal(keptResult{Level: s.Level, Certainty: s.Certainty, Belief: s.Belief, Marks: list(marks)})
	return progress.Assessment{
		ID: s.id, Guide: s.guide.Slug, Kind: progress.KindPlacement, Edition: s.guide.Edition,
		Answers: string(answers), State: state, Result: string(result),
	}, err
}

// resume returns the newest paused sitting on a guide that has answers, and whether there is one.
// Answers to items that the guide no longer has are left out.
func (a *App) resume(ctx context.Context, g *guide.Guide) (s sitting, found bool, err error) {
	all, err := a.assessments(ctx, g.Slug)
	if err != nil {
		return sitting{}, false, err
	}
	for _, kept := range slices.Backward(all) {
		if kept.State != progress.Paused {
			continue
		}
		answers, err := answersOf(g, kept)
		if err != nil || len(answers) == 0 {
			return sitting{}, false, err
		}
		s, err := sit(g, kept.ID, answers)
		return s, err == nil, err
	}
	return sitting{}, false, nil
}

// assessments returns the placements on a guide, or on all where slug is empty, oldest first.
func (a *App) assessments(ctx context.Context, slug string) ([]progress.Assessment, error) {
	j, err := a.openJournal(ctx)
	if err != nil {
		return nil, err
	}
	all, err := j.Assessments(ctx, slug)
	return slices.DeleteFunc(all, func(kept progress.Assessment) bool { return kept.Kind != progress.KindPlacement }), err
}

// answersOf reads the answers of a sitting that the journal kept.
func answersOf(g *guide.Guide, kept progress.Assessment) ([]progress.Answer, error) {
	var raw []keptAnswer
	if err := json.Unmarshal([]byte(kept.Answers), &raw); err != nil {
		return nil, fmt.Errorf("read the answers of the sitting %s: %w", kept.ID, err)
	}
	raw = slices.DeleteFunc(raw, func(answer keptAnswer) bool {
		_, known := g.Item(answer.Item)
		return !known
	})
	return parseAnswers(raw)
}

// parseAnswers reads replies by their names. It fails with a *progress.AnswerError.
func parseAnswers(raw []keptAnswer) ([]progress.Answer, error) {
	answers := make([]progress.Answer, 0, len(raw))
	for i, answer := range raw {
		reply, err := progress.ParseReply(answer.Reply)
		if err != nil {
			return nil, &progress.AnswerError{Number: i + 1, Item: answer.Item, Reason: progress.ReplyUnknown}
		}
		answers = append(answers, progress.Answer{Item: answer.Item, Reply: reply})
	}
	return answers, nil
}

// accept ends a sitting: its answers become marks, and where suggest is true the items that it
// takes to be done become suggestions. The journal keeps the sitting, the marks, and the standing
// that follows in one transaction. Accepting again what was accepted changes nothing.
func (a *App) accept(ctx context.Context, s sitting, suggest bool) error {
	if s.Given == 0 {
		return newFault("sitting_empty")
	}
	j, err := a.openJournal(ctx)
	if err != nil {
		return err
	}
	present, err := a.present(ctx, s.guide.Slug)
	if err != nil {
		return err
	}
	marks, kept, err := s.marks(present, suggest, a.now())
	if err != nil {
		return err
	}
	record, err := s.assessment(progress.Accepted, kept)
	if err != nil {
		return err
	}
	for _, m := range marks {
		if m.Origin == progress.OriginPlacement {
			present[m.Item] = m
		}
	}
	frozen, err := a.freeze(s.guide, present)
	if err != nil {
		return err
	}
	return j.Accept(ctx, record, marks, &frozen)
}

// marks returns what accepting the sitting records over the marks that are present, and what each of
// these marks takes the place of, so that all of it can be taken back.
func (s *sitting) marks(present map[string]progress.Mark, suggest bool, now time.Time) (marks []progress.Mark, kept []keptMark, err error) {
	add := func(item string, verdict progress.Verdict, origin progress.Origin) error {
		id, err := uuid.NewV7()
		if err != nil {
			return err
		}
		it, _ := s.guide.Item(item)
		marks = append(marks, progress.Mark{
			ID: id.String(), Guide: s.guide.Slug, Item: item, Verdict: verdict, Origin: origin,
			Edition: s.guide.Edition, Digest: it.Digest, At: now.UnixMilli(),
		})
		before := keptMark{ID: id.String(), Item: item, Before: progress.Cleared.String(), Origin: origin}
		if old, rated := present[item]; rated {
			before.Before, before.Origin = old.Verdict.String(), old.Origin
		}
		kept = append(kept, before)
		return nil
	}
	for _, answer := range s.answers {
		old, rated := present[answer.Item]
		if !rated {
			old.Verdict = progress.Cleared
		}
		if verdict, ok := answer.Reply.Over(old.Verdict); ok {
			if err := add(answer.Item, verdict, progress.OriginPlacement); err != nil {
				return nil, nil, err
			}
		}
	}
	if suggest {
		for _, item := range s.suggested(present) {
			if err := add(item, progress.OnMyOwn, progress.OriginSuggested); err != nil {
				return nil, nil, err
			}
		}
	}
	return marks, kept, nil
}

// freeze makes a snapshot of where the person stands in a guide with these marks.
func (a *App) freeze(g *guide.Guide, present map[string]progress.Mark) (progress.Snapshot, error) {
	id, err := uuid.NewV7()
	if err != nil {
		return progress.Snapshot{}, err
	}
	words := a.words()
	doc := report.New([]report.Subject{{Guide: g, Marks: present}}, report.Options{At: a.now(), Items: true, Open: true, Strands: true}, words)
	var text bytes.Buffer
	if err := doc.Write(&text, report.JSON); err != nil {
		return progress.Snapshot{}, err
	}
	return progress.Snapshot{
		ID: id.String(), Title: words.Text("snapshot.placement", locale.Args{"guide": g.Title}),
		Guides: []string{g.Slug}, Language: words.Language, Document: text.String(), Options: "{}",
	}, nil
}

// undo takes back what accepting a sitting recorded, where nothing has been said since: each item
// gets the verdict that it had before. Taking it back again changes nothing.
func (a *App) undo(ctx context.Context, g *guide.Guide, id string) error {
	all, err := a.assessments(ctx, g.Slug)
	if err != nil {
		return err
	}
	at := slices.IndexFunc(all, func(kept progress.Assessment) bool { return kept.ID == id && kept.State == progress.Accepted })
	if at < 0 {
		return newFault("record_invalid", "detail", fmt.Sprintf("no sitting %q was accepted", id))
	}
	var result keptResult
	if err := json.Unmarshal([]byte(all[at].Result), &result); err != nil {
		return fmt.Errorf("read the result of the sitting %s: %w", id, err)
	}
	j, err := a.openJournal(ctx)
	if err != nil {
		return err
	}
	marks, err := a.marks(ctx, g.Slug)
	if err != nil {
		return err
	}
	claims, suggestions := progress.Newest(g.Slug, marks, progress.Origin.Claims), progress.Newest(g.Slug, marks, progress.Origin.Suggests)
	var back []progress.Mark
	for _, recorded := range result.Marks {
		for _, m := range []progress.Mark{claims[recorded.Item], suggestions[recorded.Item]} {
			if m.ID != recorded.ID {
				continue
			}
			before, err := progress.ParseVerdict(recorded.Before)
			if err != nil {
				return err
			}
			id, err := uuid.NewV7()
			if err != nil {
				return err
			}
			m.ID, m.Verdict, m.Origin = id.String(), before, recorded.Origin
			back = append(back, m)
		}
	}
	return j.Record(ctx, back...)
}

// permille turns a chance into a whole number, which is what crosses to the window.
func permille(chance float64) int { return int(math.Round(1000 * chance)) }
