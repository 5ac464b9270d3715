package progress

import "github.com/levelica/levelica/internal/guide"

// Suggest returns the items that a placement on a level takes to be done alone without having asked:
// those of the levels up to it that were not answered in the sitting and have no present mark, in
// the order of the guide. A question that was left out is not suggested either: the person would
// rather not say.
func Suggest(g *guide.Guide, level int, answers []Answer, present map[string]Mark) []string {
	known := make(map[string]bool, len(answers)+len(present))
	for _, a := range answers {
		known[a.Item] = true
	}
	for item := range present {
		known[item] = true
	}
	var items []string
	for _, l := range g.Levels[:min(level, len(g.Levels))] {
		for _, it := range l.Items {
			if !known[it.ID] {
				items = append(items, it.ID)
			}
		}
	}
	return items
}

// Suggested returns the suggestions of one guide that nobody has answered yet, keyed by item ID.
// A suggestion never counts; it stands until the item has a present mark, whatever that says, or
// until the suggestion itself is cleared. The order of marks is free.
func Suggested(slug string, marks []Mark) map[string]Mark {
	newest := Newest(slug, marks, Origin.Suggests)
	present := Present(slug, marks)
	for item, m := range newest {
		if _, answered := present[item]; answered || m.Verdict == Cleared {
			delete(newest, item)
		}
	}
	return newest
}
