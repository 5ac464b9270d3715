package progress

import (
	"cmp"
	"encoding/json"
	"errors"
	"slices"
	"sort"

	"github.com/levelica/levelica/internal/guide"
)

// A receipt is one of three: it carries marks to a new edition, it confirms some of what was carried,
// or it takes a carrying back. All of them are rows that are only added, each with the marks that it
// asks for, so that joining journals joins them too.

// ErrReceipt says that what a receipt asks for cannot be done.
var ErrReceipt = errors.New("the receipt does not allow that")

// document is what a receipt holds.
type document struct {
	Carriage  *Carriage      `json:"carriage,omitempty"`
	Confirms  string         `json:"confirms,omitempty"` // ID of the receipt that this one is about
	Confirmed []Confirmation `json:"confirmed,omitempty"`
	Restored  []Confirmation `json:"restored,omitempty"` // of a receipt that takes another back
}

// Confirmation is an answer that was given again.
type Confirmation struct {
	Item string `json:"item"`
	Mark string `json:"mark"` // ID of the new mark
	Was  string `json:"was"`  // of the one before
}

// heard names what a receipt tells of: a mark, and the edition that it was carried to.
type heard struct {
	to   int
	item string
	mark string
}

// word is the last that was said of it.
type word struct {
	receipt string
	undone  bool
}

// tell returns the last word on each mark. Receipts are read in the order in which they were made.
func tell(slug string, receipts []Receipt) map[heard]word {
	told := map[heard]word{}
	carried := map[string]*Carriage{}
	for _, r := range asMade(slug, receipts) {
		switch {
		case r.doc.Carriage != nil:
			carried[r.ID] = r.doc.Carriage
			for _, c := range r.doc.Carriage.Items {
				told[heard{r.To, c.Item, c.Mark}] = word{receipt: r.ID}
			}
		case r.Undoes != "":
			if c := carried[r.Undoes]; c != nil {
				for _, change := range c.Items {
					told[heard{r.To, change.Item, change.Mark}] = word{r.Undoes, true}
				}
			}
			for _, restored := range r.doc.Restored {
				told[heard{r.To, restored.Item, restored.Mark}] = word{r.Undoes, true}
			}
		}
	}
	return told
}

type opened struct {
	Receipt
	doc document
}

// asMade opens the receipts of a guide, the oldest first. One that cannot be read tells nothing.
func asMade(slug string, receipts []Receipt) []opened {
	var all []opened
	for _, r := range receipts {
		var doc document
		if r.Guide == slug && json.Unmarshal([]byte(r.Document), &doc) == nil {
			all = append(all, opened{r, doc})
		}
	}
	sort.Slice(all, func(i, j int) bool {
		a, b := all[i], all[j]
		return cmp.Or(cmp.Compare(a.Clock, b.Clock), cmp.Compare(a.Device, b.Device), cmp.Compare(a.ID, b.ID)) < 0
	})
	return all
}

// Carrying is a receipt as it stands now.
type Carrying struct {
	Receipt Receipt
	Carriage
	Undone    bool
	Confirmed []Confirmation
	// Pending are the items that were reworded and wait for the person.
	Pending []string
	// suggested are the marks that carryings of the guide suggest with.
	suggested map[string]bool
}

// Carryings returns what stands of the receipts of a guide, the newest first. Where two computers
// carried the same marks only the later receipt is among them.
func Carryings(slug string, marks []Mark, receipts []Receipt) []Carrying {
	told := tell(slug, receipts)
	own := Newest(slug, marks, Origin.Claims)
	confirmed := map[int][]Confirmation{} // by edition: whichever of two alike it was that asked
	suggested := map[string]bool{}
	var all []Carrying
	for _, r := range asMade(slug, receipts) {
		confirmed[r.To] = append(confirmed[r.To], r.doc.Confirmed...)
		if r.doc.Carriage == nil {
			continue
		}
		c := Carrying{Receipt: r.Receipt, Carriage: *r.doc.Carriage, Undone: true}
		mine := false
		for _, change := range c.Items {
			suggested[change.Suggested] = true
			said := told[heard{r.To, change.Item, change.Mark}]
			if said.receipt != r.ID {
				continue
			}
			mine = true
			if said.undone {
				continue
			}
			c.Undone = false
			if change.Fate == FateReworded && change.Stands() && own[change.Item].ID == change.Mark {
				c.Pending = append(c.Pending, change.Item)
			}
		}
		if mine {
			all = append(all, c)
		}
	}
	for i := range all {
		all[i].Confirmed, all[i].suggested = confirmed[all[i].To], suggested
	}
	var standing []Carrying
	for i, c := range slices.Backward(all) {
		if !c.madeAgain(all[i+1:]) {
			standing = append(standing, c)
		}
	}
	return standing
}

// madeAgain reports whether a carrying that was taken back was made again: then the later receipt tells
// of all its items, of those too whose answer is another mark now because undoing restored it.
func (c Carrying) madeAgain(later []Carrying) bool {
	return c.Undone && slices.ContainsFunc(later, func(other Carrying) bool {
		return other.To == c.To && !other.Undone && !slices.ContainsFunc(c.Items, func(o Outcome) bool { return !other.has(o.Item) })
	})
}

// Keep returns the receipt of a carriage, and the marks that go with it. The caller's newID makes
// UUIDv7s.
func (c *Carriage) Keep(g *guide.Guide, marks []Mark, newID func() string) (Receipt, []Mark) {
	var added []Mark
	wanted := c.suggestions(g, marks)
	for i, change := range c.Items {
		if m, ok := wanted[change.Successor]; ok && change.Successor != "" {
			m.ID = newID()
			c.Items[i].Suggested = m.ID
			added = append(added, m)
			delete(wanted, change.Successor)
		}
	}
	return Receipt{ID: newID(), Guide: c.Guide, From: c.From, To: c.To, Document: text(document{Carriage: c})}, added
}

// Confirm says that the answers to some reworded items hold: the same verdict, given to the words as
// they are now. It fails with ErrReceipt for an item that does not wait.
func (c Carrying) Confirm(g *guide.Guide, marks []Mark, items []string, newID func() string) (Receipt, []Mark, error) {
	own := Newest(g.Slug, marks, Origin.Claims)
	doc := document{Confirms: c.Receipt.ID}
	var added []Mark
	for _, id := range items {
		item, there := g.Item(id)
		if !there || g.Edition != c.To || !slices.Contains(c.Pending, id) {
			return Receipt{}, nil, ErrReceipt
		}
		m := Mark{
			ID: newID(), Guide: g.Slug, Item: id, Verdict: own[id].Verdict, Origin: OriginSelf, Edition: g.Edition, Digest: item.Digest,
		}
		doc.Confirmed = append(doc.Confirmed, Confirmation{Item: id, Mark: m.ID, Was: own[id].ID})
		added = append(added, m)
	}
	if len(added) == 0 {
		return Receipt{}, nil, ErrReceipt
	}
	return Receipt{ID: newID(), Guide: c.Guide, From: c.From, To: c.To, Document: text(doc)}, added, nil
}

// Undo takes a carrying back: its suggestions go, and what was confirmed is again as it was before,
// unless the person has answered since. Nothing else that the person did is touched. It fails with
// ErrReceipt where it is undone already.
func (c Carrying) Undo(marks []Mark, newID func() string) (Receipt, []Mark, error) {
	if c.Undone {
		return Receipt{}, nil, ErrReceipt
	}
	slug := c.Receipt.Guide
	own, suggested := Newest(slug, marks, Origin.Claims), Newest(slug, marks, Origin.Suggests)
	byID := map[string]Mark{}
	for _, m := range marks {
		byID[m.ID] = m
	}
	var doc document
	var added []Mark
	for _, change := range c.Items {
		if m, stands := suggested[change.Successor]; stands && c.suggested[m.ID] && m.Verdict != Cleared {
			added = append(added, again(m, Cleared, newID()))
			delete(suggested, change.Successor)
		}
	}
	for _, confirmed := range c.Confirmed {
		was, known := byID[confirmed.Was]
		if !known || was.Item != confirmed.Item || own[confirmed.Item].ID != confirmed.Mark || !c.has(confirmed.Item) {
			continue
		}
		m := again(was, was.Verdict, newID())
		doc.Restored = append(doc.Restored, Confirmation{Item: m.Item, Mark: m.ID, Was: confirmed.Mark})
		added = append(added, m)
	}
	return Receipt{ID: newID(), Guide: slug, From: c.From, To: c.To, Undoes: c.Receipt.ID, Document: text(doc)}, added, nil
}

// has reports whether the carrying tells of an item.
func (c Carrying) has(item string) bool {
	return slices.ContainsFunc(c.Items, func(o Outcome) bool { return o.Item == item })
}

// again repeats a mark with another verdict.
func again(m Mark, verdict Verdict, id string) Mark {
	return Mark{
		ID: id, Guide: m.Guide, Item: m.Item, Verdict: verdict, Origin: m.Origin, Rater: m.Rater, Edition: m.Edition, Digest: m.Digest,
	}
}

func text(doc document) string {
	out, err := json.Marshal(doc)
	if err != nil {
		panic(err) // the document holds nothing but texts and numbers
	}
	return string(out)
}
