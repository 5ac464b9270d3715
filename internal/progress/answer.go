package progress

import (
	"fmt"
	"strings"

	"github.com/levelica/levelica/internal/guide"
)

// Reply is what a person says to a question of a placement: yes or no, one of the four verdicts,
// or nothing.
type Reply int

// The replies. Yes and No are the plain answers; of a No it is not known whether it would be "with
// help", and of a Yes whether it would be "can teach".
const (
	LeftOut Reply = iota // not to be asked again, and it tells nothing
	No
	Yes
	RepliedNotYet
	RepliedWithHelp
	RepliedOnMyOwn
	RepliedCanTeach
)

const replies = int(RepliedCanTeach) + 1

var replyNames = [replies]string{"left-out", "no", "yes", "not-yet", "with-help", "on-my-own", "can-teach"}

// String returns the reply's name, the same on the command line, in files and in the window.
func (r Reply) String() string {
	if r < 0 || int(r) >= replies {
		return fmt.Sprintf("Reply(%d)", int(r))
	}
	return replyNames[r]
}

// Verdict returns the verdict that a reply gives its item; a question left out gives none.
func (r Reply) Verdict() (v Verdict, ok bool) {
	switch r {
	case No, RepliedNotYet:
		return NotYet, true
	case RepliedWithHelp:
		return WithHelp, true
	case Yes, RepliedOnMyOwn:
		return OnMyOwn, true
	case RepliedCanTeach:
		return CanTeach, true
	default:
		return Cleared, false
	}
}

// Over returns the verdict that a reply gives an item with a verdict already: a plain yes or no leaves
// a finer one that says the same. A question left out gives none.
func (r Reply) Over(old Verdict) (v Verdict, ok bool) {
	if r == Yes && old.Counts() || r == No && old >= NotYet && !old.Counts() {
		return old, true
	}
	return r.Verdict()
}

// Replied returns the reply that says a verdict; there is none for Cleared, which is no answer.
func Replied(v Verdict) Reply {
	if v < NotYet || v > CanTeach {
		return LeftOut
	}
	return RepliedNotYet + Reply(v)
}

// shortReplies are the keys of the window and of the terminal.
var shortReplies = map[string]Reply{
	"s": LeftOut, "n": No, "y": Yes,
	"0": RepliedNotYet, "1": RepliedWithHelp, "2": RepliedOnMyOwn, "3": RepliedCanTeach,
}

// ParseReply reads a reply's name or its key: y, n, s (left out), or 0 to 3. It fails with a list
// of what it takes.
func ParseReply(s string) (Reply, error) {
	word := strings.ToLower(strings.TrimSpace(s))
	if r, ok := shortReplies[word]; ok {
		return r, nil
	}
	for r, name := range replyNames {
		if word == name {
			return Reply(r), nil
		}
	}
	return LeftOut, fmt.Errorf("%q is no answer; use yes (y), no (n), left-out (s), not-yet (0), with-help (1), on-my-own (2) or can-teach (3)", s)
}

// Answer is the reply to one question of a placement.
type Answer struct {
	Item  string // item ID
	Reply Reply
}

// AnswerError says which answer of a placement cannot be taken, and why.
type AnswerError struct {
	Number int // of the answer, counted from 1
	Item   string
	Reason AnswerReason
}

// AnswerReason is why an answer cannot be taken.
type AnswerReason string

// The reasons.
const (
	ItemUnknown  AnswerReason = "unknown" // the guide has no such item
	ItemRepeated AnswerReason = "twice"   // the item was answered before
	ReplyUnknown AnswerReason = "reply"   // the reply is none of those above
)

// Error names the answer by its number and its item.
func (e *AnswerError) Error() string {
	return fmt.Sprintf("answer %d, item %q: %s", e.Number, e.Item, e.Reason)
}

// tally counts the replies on each level: what the belief rests on.
type tally [guide.Levels][replies]int

// sittingCount is what the answers of a sitting amount to.
type sittingCount struct {
	tally   tally
	asked   map[string]bool // items, left out or not
	strands map[string]int  // questions of each strand, left out or not
	given   int             // answers that tell something
}

// count checks the answers and counts them. It fails with an *AnswerError.
func count(g *guide.Guide, answers []Answer) (sittingCount, error) {
	c := sittingCount{asked: make(map[string]bool, len(answers)), strands: map[string]int{}}
	for i, a := range answers {
		refuse := func(why AnswerReason) (sittingCount, error) {
			return sittingCount{}, &AnswerError{Number: i + 1, Item: a.Item, Reason: why}
		}
		item, ok := g.Item(a.Item)
		switch {
		case !ok:
			return refuse(ItemUnknown)
		case c.asked[a.Item]:
			return refuse(ItemRepeated)
		case a.Reply < 0 || int(a.Reply) >= replies:
			return refuse(ReplyUnknown)
		}
		c.asked[a.Item] = true
		c.strands[item.Strand]++
		if a.Reply != LeftOut {
			c.given++
		}
		c.tally[item.Level-1][a.Reply]++
	}
	return c, nil
}

// passed and failed count what counts towards a level, and what does not.
func (t *tally) passed(level int) int {
	return t[level][Yes] + t[level][RepliedOnMyOwn] + t[level][RepliedCanTeach]
}

func (t *tally) failed(level int) int {
	return t[level][No] + t[level][RepliedNotYet] + t[level][RepliedWithHelp]
}
