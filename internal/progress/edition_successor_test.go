package progress

import (
	"slices"
	"testing"

	"github.com/levelica/levelica/internal/guide"
)

// retiring is the second edition of the sample guide, without some items of level 1: all of them have one
// successor, on level 2.
func retiring(places ...int) (first, second *guide.Guide, successor guide.Item) {
	first = firstEdition()
	second = first.AsOf(1)
	second.Edition, second.Language = 2, "en"
	successor = guide.Item{ID: "sm-900", Level: 2, Strand: "strand-1", Text: "새 항목 🌳", Digest: guide.Digest("새 항목 🌳")}
	second.Later = map[string]int{successor.ID: 2}
	second.Levels[1].Items = append(slices.Clone(second.Levels[1].Items), successor)
	gone := map[string]bool{}
	for _, place := range places {
		item := first.Levels[0].Items[place]
		gone[item.ID] = true
		second.Past = append(second.Past, guide.Past{
			ID: item.ID, Until: 1, Level: 1, Strand: item.Strand, Digest: item.Digest, Texts: map[string]string{"en": item.Text}, ReplacedBy: successor.ID,
		})
	}
	second.Levels[0].Items = slices.DeleteFunc(slices.Clone(second.Levels[0].Items), func(item guide.Item) bool { return gone[item.ID] })
	return first, second, successor
}

func TestOnlyAnArchivedItemThatWasDoneAloneSuggestsItsSuccessor(t *testing.T) {
	for verdict, suggests := range map[Verdict]bool{Cleared: false, NotYet: false, WithHelp: false, OnMyOwn: true, CanTeach: true} {
		first, second, successor := retiring(0)
		item := first.Levels[0].Items[0]
		d := &device{name: "a"}
		d.add(Mark{Guide: "sample", Item: item.ID, Edition: 1, Digest: item.Digest, Verdict: verdict, Origin: OriginSelf})
		d.carry(second)
		if _, suggested := Suggested("sample", d.marks)[successor.ID]; suggested != suggests {
			t.Errorf("%v suggests the successor: %v", verdict, suggested)
		}
	}
}

func TestTwoItemsOfOneSuccessorSuggestItOnceAndUndoingTakesThatBackOnce(t *testing.T) {
	first, second, successor := retiring(0, 1)
	d := &device{name: "a"}
	for _, item := range first.Levels[0].Items[:2] {
		d.add(Mark{Guide: "sample", Item: item.ID, Edition: 1, Digest: item.Digest, Verdict: OnMyOwn, Origin: OriginSelf})
	}
	said := len(d.marks)
	c := d.carry(second)
	if len(d.marks) != said+1 || d.marks[said].Item != successor.ID || c.Count(FateArchived) != 2 || c.Count(FateCarried) != 0 {
		t.Fatalf("%+v of %+v", d.marks[said:], c.Items)
	}
	_, back, err := d.newest("sample").Undo(d.marks, d.newID)
	if err != nil || len(back) != 1 || back[0].Item != successor.ID || back[0].Verdict != Cleared {
		t.Errorf("%+v, %v", back, err)
	}
}

func TestWhatOnlyOthersSaidIsCarriedFromTheNewestEditionThatTheySaidItIn(t *testing.T) {
	_, second, _ := retiring(0)
	second.Edition = 3
	d := &device{name: "a"}
	for _, edition := range []int{2, 1} {
		d.add(Mark{Guide: "sample", Item: id(1, 5), Edition: edition, Digest: "x", Verdict: OnMyOwn, Origin: OriginRater, Rater: "김 멘토"})
	}
	c := d.carry(second)
	if len(c.Items) != 1 || c.Items[0].Edition != 2 || c.Items[0].Stands() || c.Items[0].Marks != 2 || c.Count(c.Items[0].Fate) != 0 {
		t.Errorf("%+v", c.Items)
	}
}

func TestAReceiptTellsItsItemsByTheLevelThatTheyAreOnNow(t *testing.T) {
	first := firstEdition()
	d := &device{name: "a"}
	for _, level := range []int{3, 2, 1} {
		item := first.Levels[level-1].Items[0]
		d.add(Mark{Guide: "sample", Item: item.ID, Edition: 1, Digest: item.Digest, Verdict: OnMyOwn, Origin: OriginSelf})
	}
	second := first.AsOf(1)
	second.Edition, second.Language = 2, "en"
	moved := second.Levels[2].Items[0] // from level 3 to level 1
	second.Past = append(second.Past, guide.Past{ID: moved.ID, Until: 1, Level: 3, Strand: moved.Strand, Digest: moved.Digest})
	moved.Level = 1
	second.Levels[2].Items = second.Levels[2].Items[1:]
	second.Levels[0].Items = append(second.Levels[0].Items, moved)
	var told []string
	for _, o := range d.carry(second).Items {
		told = append(told, o.Item)
	}
	if want := []string{id(1, 0), id(3, 0), id(2, 0)}; !slices.Equal(told, want) {
		t.Errorf("%v, want %v", told, want)
	}
}
