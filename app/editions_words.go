package app

import (
	"strings"

	"github.com/levelica/levelica/internal/guide"
	"github.com/levelica/levelica/internal/locale"
	"github.com/levelica/levelica/internal/progress"
)

// Passage is a run of words in one of two wordings of an item.
type Passage struct {
	Text string `json:"text"`
	// Other says that the other wording does not have these words there.
	Other bool `json:"other"`
}

// mostCompared is how many words a wording may have to be compared word by word. An item has a
// sentence; a receipt that came with somebody else's journal may hold anything.
const mostCompared = 200

// compared splits two wordings into what they share and what only one of them has, so that a person
// sees at once what was changed. The words of each stay in their order, and none is left out.
func compared(was, is string) (before, now []Passage) {
	a, b := strings.Fields(was), strings.Fields(is)
	if len(a) > mostCompared || len(b) > mostCompared {
		return inOne(strings.Join(a, " ")), inOne(strings.Join(b, " "))
	}
	// shared[i][j] is how many words the rest of a from i on shares with the rest of b from j on.
	shared := make([][]int, len(a)+1)
	for i := range shared {
		shared[i] = make([]int, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				shared[i][j] = shared[i+1][j+1] + 1
			} else {
				shared[i][j] = max(shared[i+1][j], shared[i][j+1])
			}
		}
	}
	for i, j := 0, 0; i < len(a) || j < len(b); {
		switch {
		case i < len(a) && j < len(b) && a[i] == b[j]:
			before, now = passage(before, Passage{Text: a[i]}), passage(now, Passage{Text: b[j]})
			i, j = i+1, j+1
		case j == len(b) || i < len(a) && shared[i+1][j] >= shared[i][j+1]:
			before = passage(before, Passage{Text: a[i], Other: true})
			i++
		default:
			now = passage(now, Passage{Text: b[j], Other: true})
			j++
		}
	}
	return before, now
}

// passage adds words to the last passage where it is of the same kind, and else begins another.
func passage(to []Passage, words Passage) []Passage {
	if n := len(to); n > 0 && to[n-1].Other == words.Other {
		to[n-1].Text += " " + words.Text
		return to
	}
	return append(to, words)
}

// inOne returns a wording that is compared with no other.
func inOne(wording string) []Passage { return []Passage{{Text: wording}} }

// carriedText returns the words that an item had in the edition that an answer was carried to.
func carriedText(words *locale.Catalogue, g *guide.Guide, c progress.Carrying, id string) string {
	if steps := g.Steps(id, c.To); len(steps) > 0 {
		return inLanguage(steps[0].Texts, words.Language)
	}
	if item, ok := g.Item(id); ok {
		return item.Text
	}
	return words.Text("edition.unknown")
}

// settled says what the person did about the new words of an item, or "" where they still wait or
// there were none.
func settled(c progress.Carrying, o progress.Outcome, waits bool) string {
	if o.Fate != progress.FateReworded || waits || c.Undone {
		return ""
	}
	for _, confirmed := range c.Confirmed {
		if confirmed.Item == o.Item {
			return "edition.confirmed"
		}
	}
	return "edition.answered"
}
