package app

import (
	"bufio"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/levelica/levelica/internal/locale"
	"github.com/levelica/levelica/internal/progress"
)

// koreanKeys are what a Korean keyboard types where a Latin one types the keys, and what a Korean
// would answer anyway.
var koreanKeys = map[string]string{
	"ㅛ": "y", "ㅜ": "n", "ㄴ": "s", "ㅠ": "b", "ㅂ": "q", "ㅌ": "x",
	"네": "y", "예": "y", "아니요": "n", "아직": "n", "건너뛰기": "s", "뒤로": "b", "그만": "q", "버리기": "x",
}

// key returns what was typed as one of the keys, where it is one.
func key(typed string) string {
	word := strings.ToLower(strings.TrimSpace(typed))
	if latin, ok := koreanKeys[word]; ok {
		return latin
	}
	return word
}

func readReply(word string) (progress.Reply, error) { return progress.ParseReply(key(word)) }

// usualQuestions is how many questions a placement usually takes, as "12 to 13 in all" says.
const usualQuestions = 13

// interview asks on a terminal, a line for each answer.
type interview struct {
	terminal
	lines *bufio.Scanner
}

// line reads what the person types, and whether there was anything to read.
func (t *interview) line() (string, bool, error) {
	t.prompt()
	if !t.lines.Scan() {
		t.print("")
		return "", false, t.lines.Err()
	}
	return key(t.lines.Text()), true, nil
}

func (t *interview) prompt() { _, _ = io.WriteString(t.out, "> ") }

// questions asks until the sitting is done, or until the person pauses it. Every answer is kept
// before the next question.
func (t *interview) questions(s *sitting) error {
	for !s.Done {
		item, _ := s.guide.Item(s.Next)
		about := locale.Args{"number": s.Asked + 1, "strand": s.guide.StrandName(item.Strand), "most": progress.DefaultModel().Most}
		if s.Asked < usualQuestions {
			t.print("%s", t.words.Text("command.place.question", about))
		} else {
			t.print("%s", t.words.Text("command.place.question.late", about))
		}
		t.print("  %s", item.Text)
		t.print("  %s", t.words.Text("command.place.think", locale.Args{"months": reach(item)}))
		typed, more, err := t.line()
		if err != nil {
			return err
		}
		answers := slices.Clone(s.answers)
		switch reply, err := progress.ParseReply(typed); {
		case !more || typed == "q":
			t.pause(*s)
			return nil
		case typed == "x":
			t.print("%s", t.words.Text("command.place.discarded"))
			return t.app.keep(t.ctx, *s, progress.Discarded)
		case typed == "b" && len(answers) == 0:
			t.print("%s\n", t.words.Text("command.place.first"))
			continue
		case typed == "b":
			answers = answers[:len(answers)-1]
		case err != nil:
			t.print("%s\n", t.words.Text("command.place.keys"))
			continue
		default:
			answers = append(answers, progress.Answer{Item: s.Next, Reply: reply})
		}
		if err := t.take(s, answers); err != nil {
			return err
		}
		t.print("")
	}
	return nil
}

// take goes on with these answers, and keeps them.
func (t *interview) take(s *sitting, answers []progress.Answer) (err error) {
	if *s, err = sit(s.guide, s.id, answers); err != nil {
		return err
	}
	return t.app.keep(t.ctx, *s, progress.Paused)
}

func (t *interview) pause(s sitting) {
	if s.Asked > 0 {
		t.print("%s", t.words.Text("command.place.paused", locale.Args{"n": s.Asked, "guide": s.guide.Slug}))
	}
}

// result says what is believed, as a sentence and as bars.
func (t *interview) result(s sitting) {
	name := t.words.Text("command.starting")
	if level, ok := s.guide.Level(s.Level); ok {
		name = t.words.Text("command.standing", locale.Args{"level": level.Number, "levels": len(s.guide.Levels), "title": level.Title})
	}
	t.print("%s", t.words.Text("command.place.result", locale.Args{"standing": name, "percent": percent(s.Certainty)}))
	if s.Lowest < s.Highest {
		t.print("%s", t.words.Text("command.place.range", locale.Args{"low": t.level(s.Lowest), "high": t.level(s.Highest)}))
	}
	// No level yet has a name, and no number.
	width := columns(t.words.Text("command.starting"))
	for l, p := range s.Belief {
		label, within := strconv.Itoa(l), " "
		if l == 0 {
			label = t.words.Text("command.starting")
		}
		if l >= s.Lowest && l <= s.Highest {
			within = "│"
		}
		t.print("  %s%s %s %-25s %3d %%", strings.Repeat(" ", width-columns(label)), label, within, strings.Repeat("■", int(25*p+0.5)), percent(p))
	}
}

// percent is a chance as people say it. No prediction is certain.
func percent(chance float64) int { return min((permille(chance)+5)/10, 99) }

// verdict asks what is to become of the result, and returns the key: y or s to keep the answers, n to
// throw them away, b to go back, or "" to decide later.
func (t *interview) verdict(s sitting) (string, error) {
	present, err := t.app.present(t.ctx, s.guide.Slug)
	if err != nil {
		return "", err
	}
	choices := t.words.Text("command.place.accept.only", locale.Args{"n": s.Given})
	if n := len(s.suggested(present)); n > 0 {
		choices = t.words.Text("command.place.accept", locale.Args{"n": s.Given, "suggested": n})
	}
	for {
		t.print("\n%s", choices)
		switch typed, more, err := t.line(); {
		case err != nil || !more:
			return "", err
		case slices.Contains([]string{"", "y", "s", "n", "b"}, typed):
			return typed, nil
		}
	}
}
