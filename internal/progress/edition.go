package progress

import (
	"cmp"
	"slices"
	"sort"

	"github.com/levelica/levelica/internal/guide"
)

// When a guide gets a new edition, nobody's answers are lost, and none changes its meaning in silence.
// A mark says which edition and which words it answered; the guide says how its items stood then
// (guide.Past). What follows from both is a Carriage, and the journal keeps it as a receipt.
//
// A mark on an item with other words of the same meaning counts on, as the ledger promises that
// meaning, and the person is asked to confirm it: like a stale tick it is never lowered by itself. A
// mark on an item that was retired is kept and counts nowhere. Where another item took its place, that
// one is suggested, and a suggestion never counts until the person says so.

// Fate is what became of the answers to an item.
type Fate string

// The fates, in the order in which a person wants to read of them.
const (
	FateReworded Fate = "reworded" // other words of the same meaning: please confirm
	FateMoved    Fate = "moved"    // the same words on another level or strand
	FateArchived Fate = "archived" // retired: kept, and counts nowhere
	FateCarried  Fate = "carried"  // as before, or with a slip of the pen put right
)

// Fates lists them in that order.
var Fates = []Fate{FateReworded, FateMoved, FateArchived, FateCarried}

// Place is where an item stands in an edition. An item that is gone stands nowhere.
type Place struct {
	Level  int    `json:"level"`
	Strand string `json:"strand"`
}

// Outcome says what became of the answers to one item.
type Outcome struct {
	Item string `json:"item"`
	Fate Fate   `json:"fate"`
	// Mark is the ID of the person's newest mark, which decided; empty where only others rated the
	// item or a suggestion stands.
	Mark    string `json:"mark"`
	Verdict string `json:"verdict"` // of that mark; "cleared" where there is none
	Edition int    `json:"edition"` // that was answered
	Marks   int    `json:"marks"`   // made in earlier editions, whoever made them
	From    Place  `json:"from"`
	To      Place  `json:"to"`
	// Successor is the item that took the place of an archived one, or empty. Suggested is the ID of
	// the mark that suggests it, or empty where there was none to make.
	Successor string `json:"successor,omitempty"`
	Suggested string `json:"suggested,omitempty"`
	// Was and Is are the words before and now, by language; for an archived item Is has those of its
	// successor. Items that were carried have none. Was is empty where nobody knows the words.
	Was map[string]string `json:"was,omitempty"`
	Is  map[string]string `json:"is,omitempty"`
}

// Stands reports whether a verdict of the person's own was carried.
func (c Outcome) Stands() bool { return c.Verdict != Cleared.String() }

// Carriage is what became of all answers to a guide: the document of a receipt.
type Carriage struct {
	Guide     string    `json:"guide"`
	From      int       `json:"from"`   // the newest earlier edition that was answered
	To        int       `json:"to"`     // the edition now
	Before    int       `json:"before"` // level in that edition
	After     int       `json:"after"`  // level in this one
	Marks     int       `json:"marks"`  // all that were carried, archived ones too
	Items     []Outcome `json:"items"`
	Languages []string  `json:"languages"` // of Was and Is
}

// Count returns how many items with a verdict of the person had that fate.
func (c *Carriage) Count(fate Fate) int {
	n := 0
	for _, change := range c.Items {
		if change.Fate == fate && change.Stands() {
			n++
		}
	}
	return n
}

// Carry says what becomes of the marks on a guide that were made in earlier editions and that no
// receipt tells of yet. The guide comes in each of its languages, English first; the marks are all that
// there are on it. It returns nil where there is nothing to carry. The order of marks and receipts is free.
func Carry(in []*guide.Guide, marks []Mark, receipts []Receipt) *Carriage {
	return carry(in, marks, receipts, func(last word) bool { return last.receipt == "" })
}

// CarryAgain says so of the marks whose receipt was taken back too.
func CarryAgain(in []*guide.Guide, marks []Mark, receipts []Receipt) *Carriage {
	return carry(in, marks, receipts, func(last word) bool { return last.receipt == "" || last.undone })
}

// carry says what becomes of the marks of earlier editions whose last word in a receipt leaves them open.
func carry(in []*guide.Guide, marks []Mark, receipts []Receipt, open func(last word) bool) *Carriage {
	g := in[0]
	told := tell(g.Slug, receipts)
	c := &Carriage{Guide: g.Slug, To: g.Edition}
	for _, words := range in {
		c.Languages = append(c.Languages, words.Language)
	}
	for _, item := range earlier(g, marks) {
		if !open(told[heard{g.Edition, item.id, item.deciding.ID}]) {
			continue
		}
		change := item.change(in)
		c.From = max(c.From, item.newest)
		c.Marks += change.Marks
		c.Items = append(c.Items, change)
	}
	if len(c.Items) == 0 {
		return nil
	}
	present := Present(g.Slug, marks)
	c.Before = Stand(g.AsOf(c.From), present).Level
	c.After = Stand(g, present).Level
	sort.Slice(c.Items, func(i, j int) bool {
		a, b := c.Items[i], c.Items[j]
		return cmp.Or(cmp.Compare(a.To.Level, b.To.Level), cmp.Compare(a.Item, b.Item)) < 0
	})
	return c
}

// answered is an item with marks of earlier editions.
type answered struct {
	id       string
	deciding Mark // the person's newest; zero where there is none
	edition  int  // of the deciding mark, or else of the newest
	newest   int  // newest earlier edition that was answered
	count    int
}

// earlier returns the items whose answers are of earlier editions: those where the newest mark of the
// person is, and those where the person said nothing and others did.
func earlier(g *guide.Guide, marks []Mark) []answered {
	own := Newest(g.Slug, marks, Origin.Claims)
	found := map[string]*answered{}
	for _, m := range marks {
		if m.Guide != g.Slug || m.Edition >= g.Edition || own[m.Item].Edition >= g.Edition {
			continue
		}
		item := found[m.Item]
		if item == nil {
			item = &answered{id: m.Item, deciding: own[m.Item], edition: own[m.Item].Edition}
			found[m.Item] = item
		}
		item.count++
		item.newest = max(item.newest, m.Edition)
		if item.deciding.ID == "" {
			item.edition = item.newest
		}
	}
	items := make([]answered, 0, len(found))
	for _, item := range found {
		items = append(items, *item)
	}
	sort.Slice(items, func(i, j int) bool { return items[i].id < items[j].id })
	return items
}

// change says what became of an item.
func (a answered) change(in []*guide.Guide) Outcome {
	g := in[0]
	c := Outcome{Item: a.id, Mark: a.deciding.ID, Verdict: Cleared.String(), Edition: a.edition, Marks: a.count}
	if c.Mark != "" {
		c.Verdict = a.deciding.Verdict.String()
	}
	steps := g.Steps(a.id, a.edition)
	now, there := g.Item(a.id)
	if there {
		c.From, c.To = Place{now.Level, now.Strand}, Place{now.Level, now.Strand}
	}
	if len(steps) > 0 {
		c.From = Place{steps[0].Level, steps[0].Strand}
	}
	switch {
	case !there:
		c.Fate = FateArchived
		if successor, ok := g.Successor(a.id); ok {
			c.Successor, c.Is = successor.ID, textsOf(in, successor.ID)
		}
	case a.reworded(now, g.Steps(a.id, 0)):
		c.Fate, c.Is = FateReworded, textsOf(in, a.id)
	case c.From != c.To:
		c.Fate, c.Is = FateMoved, textsOf(in, a.id)
	default:
		c.Fate = FateCarried
		return c
	}
	c.Was = a.was(c, now, g.Steps(a.id, 0))
	return c
}

// reworded reports whether the words that were answered are others now, in more than a slip of the
// pen. Of words that nobody knows it has to be taken that they were others.
func (a answered) reworded(now guide.Item, steps []guide.Past) bool {
	from := slices.IndexFunc(steps, func(p guide.Past) bool { return p.Until >= a.edition })
	if digest := a.deciding.Digest; digest != "" {
		if digest == now.Digest {
			return false
		}
		// The words count, not the number of the edition: a draft may have had others.
		from = slices.IndexFunc(steps, func(p guide.Past) bool { return p.Digest == digest })
		if from < 0 {
			return true
		}
	}
	if from < 0 {
		return false
	}
	for i := from; i < len(steps); i++ {
		after := now.Digest
		if i+1 < len(steps) {
			after = steps[i+1].Digest
		}
		if steps[i].Digest != after && !steps[i].Editorial {
			return true
		}
	}
	return false
}

// was returns the words that were answered.
func (a answered) was(c Outcome, now guide.Item, steps []guide.Past) map[string]string {
	digest := a.deciding.Digest
	if digest != "" && digest == now.Digest {
		return c.Is
	}
	for _, p := range steps {
		if digest == "" && p.Until >= a.edition || digest != "" && p.Digest == digest {
			return p.Texts
		}
	}
	if digest == "" {
		return c.Is
	}
	return nil
}

// textsOf returns the words of an item by language.
func textsOf(in []*guide.Guide, id string) map[string]string {
	texts := map[string]string{}
	for _, g := range in {
		if item, ok := g.Item(id); ok {
			texts[g.Language] = item.Text
		}
	}
	return texts
}

// suggestions returns the marks that a carriage asks for, without IDs: each archived item that the
// person did alone suggests its successor, where nothing is said of that one yet. The marks are all
// that there are on the guide. They are keyed by the item that they suggest.
func (c *Carriage) suggestions(g *guide.Guide, marks []Mark) map[string]Mark {
	own, suggested := Newest(g.Slug, marks, Origin.Claims), Newest(g.Slug, marks, Origin.Suggests)
	wanted := map[string]Mark{}
	for _, change := range c.Items {
		verdict, err := ParseVerdict(change.Verdict)
		item, there := g.Item(change.Successor)
		_, said := own[item.ID]
		_, stands := suggested[item.ID]
		if err == nil && verdict.Counts() && there && !said && !stands {
			wanted[item.ID] = Mark{
				Guide: g.Slug, Item: item.ID, Verdict: OnMyOwn, Origin: OriginSuggested, Edition: g.Edition, Digest: item.Digest,
			}
		}
	}
	return wanted
}
