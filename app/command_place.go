package app

import (
	"bufio"
	"errors"
	"os"
	"strings"

	"github.com/google/uuid"

	"github.com/levelica/levelica/internal/guide"
	"github.com/levelica/levelica/internal/locale"
	"github.com/levelica/levelica/internal/progress"
)

type placeCommand struct {
	Guide   string `arg:"" help:"Slug of the guide."`
	Answers string `help:"Take the answers from this file, one \"item answer\" a line, instead of asking; - is standard input." placeholder:"FILE"`
	Accept  bool   `help:"Record the answers as marks when it is done."`
	Suggest bool   `help:"The same, and suggest the items up to the level that were not asked."`
	New     bool   `help:"Begin anew, even where a sitting was paused."`
	JSON    bool   `help:"Write the result as JSON; questions then go to standard error."`
}

// sittingStatus is what the command says as JSON.
type sittingStatus struct {
	Guide      string          `json:"guide"`
	Edition    int             `json:"edition"`
	Answers    []keptAnswer    `json:"answers"`
	Asked      int             `json:"asked"`
	Given      int             `json:"given"`
	Done       bool            `json:"done"`
	Next       string          `json:"next"`
	Level      int             `json:"level"`
	LevelTitle string          `json:"levelTitle"`
	Certainty  float64         `json:"certainty"`
	Belief     progress.Belief `json:"belief"`
	Lowest     int             `json:"lowest"`
	Highest    int             `json:"highest"`
	Suggested  []string        `json:"suggested"`
	Accepted   bool            `json:"accepted"`
}

// Run finds the person's level by asking, or from a file of answers. Nothing is recorded as a mark
// before the person accepts the result.
func (c placeCommand) Run(t *terminal) error {
	g, err := t.app.guides.Guide(c.Guide, t.words.Language)
	if err != nil {
		return aboutGuide(c.Guide, err)
	}
	if c.Answers != "" {
		return c.replay(t, g)
	}
	ask := &interview{terminal: *t, lines: bufio.NewScanner(t.in)}
	if c.JSON {
		ask.out = t.err
	}
	s, err := c.begin(ask, g)
	if err != nil {
		return err
	}
	for {
		if err := ask.questions(&s); err != nil || !s.Done {
			return err
		}
		ask.result(s)
		if c.Accept || c.Suggest {
			return c.finish(t, s, c.wanted())
		}
		switch typed, err := ask.verdict(s); {
		case err != nil:
			return err
		case typed == "b":
			if err := ask.take(&s, s.answers[:len(s.answers)-1]); err != nil {
				return err
			}
			continue
		case typed == "n":
			ask.print("%s", t.words.Text("command.place.discarded"))
			if err := t.app.keep(t.ctx, s, progress.Discarded); err != nil {
				return err
			}
			return c.finish(t, s, notAccepted)
		case typed == "":
			ask.pause(s)
			return c.finish(t, s, notAccepted)
		case typed == "s":
			return c.finish(t, s, withSuggestions)
		default:
			return c.finish(t, s, answersAlone)
		}
	}
}

// begin returns the sitting to go on with, or a new one.
func (c placeCommand) begin(ask *interview, g *guide.Guide) (sitting, error) {
	s, found, err := ask.app.resume(ask.ctx, g)
	if err != nil {
		return sitting{}, err
	}
	if found && c.New {
		if err := ask.app.keep(ask.ctx, s, progress.Discarded); err != nil {
			return sitting{}, err
		}
	}
	ask.print("%s %s: %s", g.Emoji, g.Title, ask.words.Text("command.place.title"))
	ask.print("%s\n", ask.words.Text("command.place.keys"))
	if found && !c.New {
		ask.print("%s\n", ask.words.Text("command.place.resumed", locale.Args{"n": s.Asked}))
		return s, nil
	}
	return newSitting(g, nil)
}

func newSitting(g *guide.Guide, answers []progress.Answer) (sitting, error) {
	id, err := uuid.NewV7()
	if err != nil {
		return sitting{}, err
	}
	return sit(g, id.String(), answers)
}

// replay takes the answers from a file.
func (c placeCommand) replay(t *terminal, g *guide.Guide) error {
	answers, err := c.read(t, g)
	if err != nil {
		return err
	}
	s, err := newSitting(g, answers)
	if !c.Accept && !c.Suggest {
		// Nothing is kept of it, so it needs no ID of its own, and the same answers say the same each time.
		s, err = sit(g, uuid.Nil.String(), answers)
	}
	if err != nil {
		return err
	}
	if !c.JSON {
		ask := &interview{terminal: *t}
		ask.result(s)
		if !s.Done {
			item, _ := g.Item(s.Next)
			t.print("%s", t.words.Text("command.place.more", locale.Args{"item": item.ID, "text": item.Text}))
		}
	}
	return c.finish(t, s, c.wanted())
}

// read reads a file of answers. What cannot be taken is refused with its line.
func (c placeCommand) read(t *terminal, g *guide.Guide) ([]progress.Answer, error) {
	file := t.in
	if c.Answers != "-" {
		opened, err := os.Open(c.Answers)
		if err != nil {
			return nil, fileFault(t.words, c.Answers, err)
		}
		defer func() { _ = opened.Close() }()
		file = opened
	}
	var answers []progress.Answer
	var at []int // line of each answer
	refuse := func(line int, detail string) error {
		return newFault("answers_invalid", "path", c.Answers, "line", line, "detail", detail)
	}
	lines := bufio.NewScanner(file)
	line := 0
	for lines.Scan() {
		line++
		text, _, _ := strings.Cut(lines.Text(), "#")
		words := strings.Fields(strings.TrimPrefix(text, "\ufeff"))
		if len(words) == 0 {
			continue
		}
		if len(words) != 2 {
			return nil, refuse(line, t.words.Text("command.place.shape"))
		}
		reply, err := readReply(words[1])
		if err != nil {
			return nil, refuse(line, t.words.Text("command.place.reply", locale.Args{"reply": words[1]}))
		}
		answers, at = append(answers, progress.Answer{Item: words[0], Reply: reply}), append(at, line)
	}
	switch err := lines.Err(); {
	case errors.Is(err, bufio.ErrTooLong):
		return nil, refuse(line+1, t.words.Text("command.place.shape"))
	case err != nil:
		return nil, fileFault(t.words, c.Answers, err)
	}
	var refused *progress.AnswerError
	if _, err := progress.DefaultPlacer().Believe(g, answers); errors.As(err, &refused) {
		detail := t.words.Text("command.place.unknown", locale.Args{"item": refused.Item})
		if refused.Reason == progress.ItemRepeated {
			detail = t.words.Text("command.place.twice", locale.Args{"item": refused.Item})
		}
		return nil, refuse(at[refused.Number-1], detail)
	}
	return answers, nil
}

// acceptance is what a person takes of a result.
type acceptance int

const (
	notAccepted     acceptance = iota
	answersAlone               // what was answered becomes marks
	withSuggestions            // and what follows from it is suggested
)

// wanted returns what the person has asked for before there was a result.
func (c placeCommand) wanted() acceptance {
	switch {
	case c.Suggest:
		return withSuggestions
	case c.Accept:
		return answersAlone
	}
	return notAccepted
}

// finish accepts of the sitting what is wanted, and says what was done.
func (c placeCommand) finish(t *terminal, s sitting, taken acceptance) error {
	present, err := map[string]progress.Mark(nil), error(nil)
	accepted := taken != notAccepted
	if accepted || c.Answers == "" {
		// A replay that accepts nothing leaves the journal alone, and does not even make one.
		if present, err = t.app.present(t.ctx, s.guide.Slug); err != nil {
			return err
		}
	}
	suggested := s.suggested(present)
	if accepted {
		if err := t.app.accept(t.ctx, s, taken == withSuggestions); err != nil {
			return err
		}
	}
	if c.JSON {
		return t.json(statusOfSitting(s, suggested, accepted))
	}
	if !accepted {
		return nil
	}
	t.print("%s", t.words.Text("command.place.accepted", locale.Args{"n": s.Given}))
	if taken == withSuggestions && len(suggested) > 0 {
		t.print("%s", t.words.Text("command.place.suggested", locale.Args{"n": len(suggested), "guide": s.guide.Slug}))
	}
	return nil
}

func statusOfSitting(s sitting, suggested []string, accepted bool) sittingStatus {
	st := sittingStatus{
		Guide: s.guide.Slug, Edition: s.guide.Edition, Answers: []keptAnswer{}, Asked: s.Asked, Given: s.Given, Done: s.Done,
		Next: s.Next, Level: s.Level, Certainty: s.Certainty, Belief: s.Belief, Lowest: s.Lowest, Highest: s.Highest,
		Suggested: list(suggested), Accepted: accepted,
	}
	if level, ok := s.guide.Level(s.Level); ok {
		st.LevelTitle = level.Title
	}
	for _, answer := range s.answers {
		st.Answers = append(st.Answers, keptAnswer{answer.Item, answer.Reply.String()})
	}
	return st
}
