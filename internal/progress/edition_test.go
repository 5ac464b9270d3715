package progress

import (
	"cmp"
	"encoding/json"
	"slices"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/levelica/levelica/internal/guide"
)

func TestEveryMarkOfAnEarlierEditionIsInTheReceiptOnceAndNoneIsLost(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		first := firstEdition()
		d := &device{name: "a"}
		d.answer(rt, first, 120)
		then := d.where(first)
		second, fates := revise(rt, first, 12)
		before := slices.Clone(d.marks)
		c := d.carry(second)
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
		if again := Carry([]*guide.Guide{second}, d.marks, d.receipts); again != nil {
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
		d.carry(second)
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
		if d.carry(second) == nil {
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
			if d.carry(second) != nil {
				rt.Error("what was undone is carried again unasked")
			}
			if d.carryAgain(second) == nil {
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
				d.carry(editions[installed[d]])
			case 2:
				d.join(one())
				d.carry(g)
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
				d.carry(third)
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
			if Carry([]*guide.Guide{third}, d.marks, d.receipts) != nil {
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
		d.carry(second)
		marks := rapid.Permutation(d.marks).Draw(rt, "marks")
		receipts := rapid.Permutation(d.receipts).Draw(rt, "receipts")
		if diff := gocmp.Diff(Carry([]*guide.Guide{second}, d.marks, nil), Carry([]*guide.Guide{second}, marks, nil)); diff != "" {
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
	c := d.carry(first)
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
	if d.carry(first) == nil {
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
	if c := d.carry(second); len(c.Items) != 2 {
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
