package progress

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/levelica/levelica/internal/guide"
)

// device holds marks and receipts as a journal does: rows are only added, and each is later than all
// that the device has.
type device struct {
	name     string
	marks    []Mark
	receipts []Receipt
	made     int
}

func (d *device) newID() string { d.made++; return fmt.Sprintf("%s-%04d", d.name, d.made) }

func (d *device) now() Clock {
	var last Clock
	for _, m := range d.marks {
		last = max(last, m.Clock)
	}
	for _, r := range d.receipts {
		last = max(last, r.Clock)
	}
	return last + 1
}

func (d *device) add(marks ...Mark) {
	for _, m := range marks {
		if m.ID == "" {
			m.ID = d.newID()
		}
		m.Device, m.Clock = d.name, d.now()
		d.marks = append(d.marks, m)
	}
}

func (d *device) keep(r Receipt, marks []Mark) {
	for _, m := range marks {
		if m.ID == "" || m.Guide == "" || m.Item == "" || m.Edition < 1 || m.Digest == "" {
			panic(fmt.Sprintf("no journal takes %+v", m))
		}
	}
	d.add(marks...)
	r.Device, r.Clock = d.name, d.now()
	d.receipts = append(d.receipts, r)
}

// carry does what a program does that opens the journal, and returns what was carried.
func (d *device) carry(g *guide.Guide, again bool) *Carriage {
	c := Carry([]*guide.Guide{g}, d.marks, d.receipts, again)
	if c != nil {
		d.keep(c.Keep(g, d.marks, d.newID))
	}
	return c
}

func (d *device) join(other *device) {
	for _, m := range other.marks {
		if !slices.Contains(d.marks, m) {
			d.marks = append(d.marks, m)
		}
	}
	for _, r := range other.receipts {
		if !slices.Contains(d.receipts, r) {
			d.receipts = append(d.receipts, r)
		}
	}
}

func (d *device) newest(slug string) Carrying { return Carryings(slug, d.marks, d.receipts)[0] }

// where is all that says where a person stands: verdicts, suggestions, and the standing.
type where struct {
	Verdicts, Suggested map[string]Verdict
	Standing            Standing
}

func (d *device) where(g *guide.Guide) where {
	w := where{map[string]Verdict{}, map[string]Verdict{}, Stand(g, Present(g.Slug, d.marks))}
	for item, m := range Present(g.Slug, d.marks) {
		w.Verdicts[item] = m.Verdict
	}
	for item, m := range Suggested(g.Slug, d.marks) {
		w.Suggested[item] = m.Verdict
	}
	return w
}

// firstEdition is the sample guide with words.
func firstEdition() *guide.Guide {
	g := sample()
	g.Edition, g.Language = 1, "en"
	for l := range g.Levels {
		for i := range g.Levels[l].Items {
			item := &g.Levels[l].Items[i]
			item.Text = fmt.Sprintf("%s 첫 판 🌱 مرحبا", item.ID)
			item.Digest = guide.Digest(item.Text)
		}
	}
	return g
}

// revise makes the next edition of a guide, in which some items have another fate, and says which.
func revise(rt *rapid.T, g *guide.Guide, some int) (*guide.Guide, map[string]Fate) {
	next := &guide.Guide{
		Slug: g.Slug, Edition: g.Edition + 1, Language: g.Language, Strands: g.Strands,
		Past: slices.Clone(g.Past), Later: map[string]int{},
	}
	for id, edition := range g.Later {
		next.Later[id] = edition
	}
	for _, l := range g.Levels {
		next.Levels = append(next.Levels, guide.Level{Number: l.Number, Items: slices.Clone(l.Items)})
	}
	fates := map[string]Fate{}
	at := func(label string) *guide.Item {
		return &next.Levels[rapid.IntRange(0, 6).Draw(rt, label+" level")].Items[rapid.IntRange(0, 9).Draw(rt, label+" item")]
	}
	remember := func(item guide.Item, editorial bool, by string) {
		next.Past = append(next.Past, guide.Past{
			ID: item.ID, Until: g.Edition, Level: item.Level, Strand: item.Strand, Digest: item.Digest,
			Texts: map[string]string{"en": item.Text}, Editorial: editorial, ReplacedBy: by,
		})
	}
	words := func(item *guide.Item) {
		item.Text = fmt.Sprintf("%s in edition %d", item.ID, next.Edition)
		item.Digest = guide.Digest(item.Text)
	}
	for n := range rapid.IntRange(0, some).Draw(rt, "changes") {
		item := at("one")
		if _, changed := fates[item.ID]; changed || next.Later[item.ID] == next.Edition {
			continue
		}
		old := *item
		switch rapid.IntRange(0, 4).Draw(rt, "change") {
		case 0:
			words(item)
			remember(old, false, "")
			fates[old.ID] = FateReworded
		case 1:
			words(item)
			remember(old, true, "")
			fates[old.ID] = FateCarried
		case 2: // two items change places
			other := at("other")
			if _, changed := fates[other.ID]; changed || next.Later[other.ID] == next.Edition || other.Level == item.Level {
				continue
			}
			was := *other
			item.Level, item.Strand, other.Level, other.Strand = was.Level, was.Strand, old.Level, old.Strand
			*item, *other = *other, *item
			remember(old, false, "")
			remember(was, false, "")
			fates[old.ID], fates[was.ID] = FateMoved, FateMoved
		default:
			item.ID = fmt.Sprintf("sm-9%d%02d", next.Edition, n)
			words(item)
			next.Later[item.ID] = next.Edition
			by := ""
			if rapid.Bool().Draw(rt, "replaced") {
				by = item.ID
			}
			remember(old, false, by)
			fates[old.ID] = FateArchived
		}
	}
	return next, fates
}

// answer lets a person and others rate items of an edition.
func (d *device) answer(rt *rapid.T, g *guide.Guide, most int) {
	for range rapid.IntRange(0, most).Draw(rt, "marks") {
		item := g.Levels[rapid.IntRange(0, 6).Draw(rt, "level")].Items[rapid.IntRange(0, 9).Draw(rt, "item")]
		m := Mark{
			Guide: g.Slug, Item: item.ID, Edition: g.Edition, Digest: item.Digest,
			Verdict: Verdict(rapid.IntRange(-1, 3).Draw(rt, "verdict")),
			Origin:  rapid.SampledFrom([]Origin{OriginSelf, OriginSelf, OriginSelf, OriginPlacement, OriginSuggested, OriginRater}).Draw(rt, "origin"),
		}
		if m.Origin == OriginRater {
			m.Rater = "김 멘토"
		}
		d.add(m)
	}
}

func TestEveryMarkOfAnEarlierEditionIsInTheReceiptOnceAndNoneIsLost(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		first := firstEdition()
		d := &device{name: "a"}
		d.answer(rt, first, 120)
		then := d.where(first)
		second, fates := revise(rt, first, 12)
		before := slices.Clone(d.marks)
		c := d.carry(second, false)
		if c == nil {
			if len(d.marks) > 0 {
				rt.Fatalf("%d marks, and no receipt", len(d.marks))
			}
			return
		}
		if c.Before != then.Standing.Level || c.After != d.where(second).Standing.Level || c.From != 1 || c.To != 2 {
			rt.Errorf("from edition %d, level %d, to %d, level %d; the person stood on %d", c.From, c.Before, c.To, c.After, then.Standing.Level)
		}
		if diff := gocmp.Diff(before, d.marks[:len(before)]); diff != "" {
			rt.Errorf("marks were changed or lost:\n%s", diff)
		}
		counted, seen := 0, map[string]bool{}
		for _, o := range c.Items {
			if seen[o.Item] {
				rt.Errorf("%s is there twice", o.Item)
			}
			seen[o.Item] = true
			counted += o.Marks
			want := cmp.Or(fates[o.Item], FateCarried)
			if o.Fate != want {
				rt.Errorf("%s was %s, not %s", o.Item, o.Fate, want)
			}
			verdict, stood := then.Verdicts[o.Item]
			if stood != o.Stands() || stood && verdict.String() != o.Verdict {
				rt.Errorf("%s was %v (%v), the receipt says %s", o.Item, verdict, stood, o.Verdict)
			}
			item, _ := first.Item(o.Item)
			if o.From != (Place{item.Level, item.Strand}) {
				rt.Errorf("%s stood at %v, the receipt says %v", o.Item, item, o.From)
			}
			if o.Fate != FateCarried && o.Was["en"] != item.Text {
				rt.Errorf("%s said %q, the receipt says %q", o.Item, item.Text, o.Was["en"])
			}
		}
		if counted != len(before) || c.Marks != counted {
			rt.Errorf("%d marks were made, the receipt has %d and says %d", len(before), counted, c.Marks)
		}
		if again := Carry([]*guide.Guide{second}, d.marks, d.receipts, false); again != nil {
			rt.Errorf("what was carried is carried again: %+v", again.Items)
		}
	})
}

func TestWhatCountedCountsOnUnlessItWasArchived(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		first := firstEdition()
		d := &device{name: "a"}
		d.answer(rt, first, 120)
		then := d.where(first)
		second, fates := revise(rt, first, 12)
		d.carry(second, false)
		now := Stand(second, Present(second.Slug, d.marks))
		done := then.Standing.Done
		for item, verdict := range then.Verdicts {
			if fates[item] == FateArchived && verdict.Counts() {
				done--
			}
		}
		if now.Done != done {
			rt.Errorf("%d items were done and are not archived, %d count", done, now.Done)
		}
		for item := range Suggested(second.Slug, d.marks) {
			if _, counts := Present(second.Slug, d.marks)[item]; counts {
				rt.Errorf("%s is suggested and counts", item)
			}
		}
	})
}

func TestUndoRestoresExactlyWhatStoodBeforeWhateverWasConfirmed(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		first := firstEdition()
		d := &device{name: "a"}
		d.answer(rt, first, 120)
		second, _ := revise(rt, first, 12)
		before := d.where(second)
		if d.carry(second, false) == nil {
			return
		}
		for range rapid.IntRange(1, 2).Draw(rt, "rounds") {
			carrying := d.newest(second.Slug)
			if n := len(carrying.Pending); n > 0 {
				some := carrying.Pending[:rapid.IntRange(1, n).Draw(rt, "confirmed")]
				r, marks, err := carrying.Confirm(second, d.marks, some, d.newID)
				if err != nil {
					rt.Fatal(err)
				}
				d.keep(r, marks)
				if left := d.newest(second.Slug).Pending; len(left) != n-len(some) {
					rt.Errorf("%d waited, %d were confirmed, %d wait", n, len(some), len(left))
				}
			}
			r, marks, err := d.newest(second.Slug).Undo(d.marks, d.newID)
			if err != nil {
				rt.Fatal(err)
			}
			d.keep(r, marks)
			if diff := gocmp.Diff(before, d.where(second)); diff != "" {
				rt.Errorf("before the carrying, and after it was undone:\n%s", diff)
			}
			undone := d.newest(second.Slug)
			if _, _, err := undone.Undo(d.marks, d.newID); !undone.Undone || len(undone.Pending) > 0 || err == nil {
				rt.Errorf("it is undone: %v, %v waits, undoing again: %v", undone.Undone, undone.Pending, err)
			}
			if d.carry(second, false) != nil {
				rt.Error("what was undone is carried again unasked")
			}
			if d.carry(second, true) == nil {
				rt.Error("what was undone cannot be carried again")
			}
		}
	})
}

// TestComputersOfDifferentEditionsEndEqual lets computers that have other editions of a guide answer,
// carry, confirm and undo, and read each other's journals in any order.
func TestComputersOfDifferentEditionsEndEqual(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		first := firstEdition()
		second, _ := revise(rt, first, 8)
		third, _ := revise(rt, second, 8)
		editions := []*guide.Guide{first, second, third}
		devices := []*device{{name: "a"}, {name: "b"}, {name: "c"}}
		installed := map[*device]int{}
		one := func() *device { return rapid.SampledFrom(devices).Draw(rt, "device") }
		for range rapid.IntRange(1, 12).Draw(rt, "steps") {
			d := one()
			g := editions[installed[d]]
			switch rapid.IntRange(0, 4).Draw(rt, "step") {
			case 0:
				d.answer(rt, g, 20)
			case 1:
				installed[d] = min(installed[d]+1, 2)
				d.carry(editions[installed[d]], false)
			case 2:
				d.join(one())
				d.carry(g, false)
			case 3:
				if all := Carryings(g.Slug, d.marks, d.receipts); len(all) > 0 && all[0].To == g.Edition && len(all[0].Pending) > 0 {
					r, marks, err := all[0].Confirm(g, d.marks, all[0].Pending, d.newID)
					if err != nil {
						rt.Fatal(err)
					}
					d.keep(r, marks)
				}
			case 4:
				if all := Carryings(g.Slug, d.marks, d.receipts); len(all) > 0 && !all[0].Undone {
					r, marks, err := all[0].Undo(d.marks, d.newID)
					if err != nil {
						rt.Fatal(err)
					}
					d.keep(r, marks)
				}
			}
		}
		for range 2 {
			for _, d := range devices {
				for _, other := range rapid.Permutation(devices).Draw(rt, "order") {
					d.join(other)
				}
				d.carry(third, false)
			}
		}
		for _, d := range devices {
			for _, other := range devices {
				d.join(other)
			}
		}
		want, wantReceipts := devices[0].where(third), Carryings(third.Slug, devices[0].marks, devices[0].receipts)
		for _, d := range devices {
			if diff := gocmp.Diff(want, d.where(third)); diff != "" {
				rt.Errorf("%s stands elsewhere than a:\n%s", d.name, diff)
			}
			if diff := gocmp.Diff(wantReceipts, Carryings(third.Slug, d.marks, d.receipts), gocmp.AllowUnexported(Carrying{})); diff != "" {
				rt.Errorf("%s has other receipts than a:\n%s", d.name, diff)
			}
			if Carry([]*guide.Guide{third}, d.marks, d.receipts, false) != nil {
				rt.Errorf("%s has something left to carry", d.name)
			}
		}
	})
}

func TestTheOrderOfMarksAndReceiptsIsFree(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		first := firstEdition()
		d := &device{name: "a"}
		d.answer(rt, first, 60)
		second, _ := revise(rt, first, 12)
		d.carry(second, false)
		marks := rapid.Permutation(d.marks).Draw(rt, "marks")
		receipts := rapid.Permutation(d.receipts).Draw(rt, "receipts")
		if diff := gocmp.Diff(Carry([]*guide.Guide{second}, d.marks, nil, false), Carry([]*guide.Guide{second}, marks, nil, false)); diff != "" {
			rt.Error(diff)
		}
		if diff := gocmp.Diff(Carryings("sample", d.marks, d.receipts), Carryings("sample", marks, receipts), gocmp.AllowUnexported(Carrying{})); diff != "" {
			rt.Error(diff)
		}
	})
}

func TestWordsThatNobodyKnowsAreAskedAbout(t *testing.T) {
	first := firstEdition()
	d := &device{name: "a"}
	d.add(Mark{Guide: "sample", Item: id(1, 0), Edition: 1, Digest: guide.Digest("a draft's words"), Verdict: CanTeach, Origin: OriginSelf})
	first.Edition = 2
	c := d.carry(first, false)
	if c.Items[0].Fate != FateReworded || c.Items[0].Was != nil || !slices.Equal(d.newest("sample").Pending, []string{id(1, 0)}) {
		t.Errorf("got %+v", c.Items[0])
	}
}

func TestAReceiptThatCannotBeReadOrWasWrittenByHandDoesNoHarm(t *testing.T) {
	first := firstEdition()
	d := &device{name: "a"}
	d.add(Mark{Guide: "sample", Item: id(1, 0), Edition: 1, Digest: first.Levels[0].Items[0].Digest, Verdict: OnMyOwn, Origin: OriginSelf})
	for _, text := range []string{``, `[]`, `{`, `{"carriage":7}`, `{"carriage":{}}`, `{"confirms":"x","confirmed":[{"item":"../x","mark":"y","was":"z"}]}`,
		`{"carriage":{"to":2,"items":[{"item":"sm-100","mark":"nobody's","verdict":"` + "\u202e" + `","fate":"<b>"}]}}`} {
		d.receipts = append(d.receipts, Receipt{ID: d.newID(), Guide: "sample", From: 1, To: 2, Document: text, Clock: d.now()})
	}
	d.receipts = append(d.receipts, Receipt{ID: d.newID(), Guide: "sample", From: 1, To: 2, Undoes: "nothing", Document: `{"restored":[{}]}`, Clock: d.now()})
	first.Edition = 2
	before := d.where(first)
	if d.carry(first, false) == nil {
		t.Error("the mark is not carried")
	}
	for _, c := range Carryings("sample", d.marks, d.receipts) {
		if !c.Undone {
			r, marks, err := c.Undo(d.marks, d.newID)
			if err != nil || !json.Valid([]byte(r.Document)) {
				t.Error(err, r.Document)
			}
			d.keep(r, marks)
		}
	}
	if diff := gocmp.Diff(before, d.where(first)); diff != "" {
		t.Error(diff)
	}
}

func TestAnItemThatWasAnsweredAnewIsNotCarriedAndAnAnswerEndsTheWaiting(t *testing.T) {
	first := firstEdition()
	d := &device{name: "a"}
	old := func(place int) Mark {
		item := first.Levels[0].Items[place]
		return Mark{Guide: "sample", Item: item.ID, Edition: 1, Digest: item.Digest, Verdict: OnMyOwn, Origin: OriginSelf}
	}
	d.add(old(0), old(1), old(2))
	second := first.AsOf(1)
	second.Edition, second.Language = 2, "en"
	for i, item := range second.Levels[0].Items[:3] {
		second.Past = append(second.Past, guide.Past{ID: item.ID, Until: 1, Level: 1, Strand: item.Strand, Digest: item.Digest})
		second.Levels[0].Items[i].Digest = guide.Digest("other words")
	}
	anew := old(0)
	anew.Edition, anew.Verdict = 2, NotYet
	d.add(anew)
	if c := d.carry(second, false); len(c.Items) != 2 {
		t.Errorf("got %+v", c.Items)
	}
	if waiting := d.newest("sample").Pending; !slices.Equal(waiting, []string{id(1, 1), id(1, 2)}) {
		t.Errorf("%v wait", waiting)
	}
	anew = old(1)
	anew.Edition = 2
	d.add(anew)
	left := d.newest("sample")
	if !slices.Equal(left.Pending, []string{id(1, 2)}) {
		t.Errorf("%v wait", left.Pending)
	}
	for _, items := range [][]string{nil, {id(1, 1)}, {id(1, 2), id(1, 1)}, {"sm-999"}} {
		if _, _, err := left.Confirm(second, d.marks, items, d.newID); err == nil {
			t.Errorf("%v do not wait, and are confirmed", items)
		}
	}
}
