package progress

import "github.com/levelica/levelica/internal/guide"

// Agreement is how a person and somebody else see the same items. It changes nothing: another
// person's verdicts never count.
type Agreement struct {
	Items  []Compared // what the other one rated, in the order of the guide
	Both   int        // items that both rated
	Same   int        // of those, with the same verdict
	Counts int        // of those, where both say that the item counts, or both that it does not
	Higher int        // of those, where the other one says more
	Level  int        // by the other one's verdicts alone
}

// Compared is one item as two people see it.
type Compared struct {
	Item  string
	Own   Verdict // Cleared where the person has not rated it
	Other Verdict
}

// Agree compares a person's present marks with those of somebody else.
func Agree(g *guide.Guide, own, other map[string]Mark) Agreement {
	a := Agreement{Level: Stand(g, other).Level}
	for _, level := range g.Levels {
		for _, item := range level.Items {
			theirs, rated := other[item.ID]
			if !rated {
				continue
			}
			c := Compared{Item: item.ID, Own: Cleared, Other: theirs.Verdict}
			if mine, rated := own[item.ID]; rated {
				c.Own = mine.Verdict
				a.Both++
				a.Same += one(c.Own == c.Other)
				a.Counts += one(c.Own.Counts() == c.Other.Counts())
				a.Higher += one(c.Other > c.Own)
			}
			a.Items = append(a.Items, c)
		}
	}
	return a
}

func one(holds bool) int {
	if holds {
		return 1
	}
	return 0
}

// Raters returns what others said of the items of one guide: for each of them, by name, the newest
// verdict on each item. The order of marks is free.
func Raters(slug string, marks []Mark) map[string]map[string]Mark {
	byName := map[string][]Mark{}
	for _, m := range marks {
		if m.Guide == slug && m.Origin == OriginRater {
			byName[m.Rater] = append(byName[m.Rater], m)
		}
	}
	raters := map[string]map[string]Mark{}
	for name, theirs := range byName {
		newest := Newest(slug, theirs, func(o Origin) bool { return o == OriginRater })
		for item, m := range newest {
			if m.Verdict == Cleared {
				delete(newest, item)
			}
		}
		raters[name] = newest
	}
	return raters
}
