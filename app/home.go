package app

import (
	"slices"
	"sort"

	"github.com/levelica/levelica/internal/guide"
	"github.com/levelica/levelica/internal/progress"
)

// HomeView is what Home shows beside the catalogue.
type HomeView struct {
	Last   HomeItemView        `json:"last"`   // where the person left off; its guide is "" before the first mark
	Next   []HomeItemView      `json:"next"`   // up to three open items, over the guides that were started
	Open   int                 `json:"open"`   // how many open items lead to the next level, over those guides
	Due    []HomeDueView       `json:"due"`    // up to three items that ask for a fresh look, the least fresh first
	Paused []PausedSittingView `json:"paused"` // the newest first
	News   []HomeNewsView      `json:"news"`   // new editions that the person should hear of
	Day    DayView             `json:"day"`
}

// HomeNewsView is a guide with a new edition.
type HomeNewsView struct {
	Guide string `json:"guide"` // slug
	Text  string `json:"text"`
}

// HomeItemView is an item outside its guide. The guide's own words are in the catalogue.
type HomeItemView struct {
	Guide  string `json:"guide"` // slug
	Level  int    `json:"level"`
	Item   string `json:"item"` // ID
	Text   string `json:"text"`
	Strand string `json:"strand"` // name
}

// HomeDueView is an item that asks for a fresh look.
type HomeDueView struct {
	Guide string `json:"guide"` // slug
	Level int    `json:"level"`
	Item  string `json:"item"` // ID
	Text  string `json:"text"`
	Since string `json:"since"` // "Backend Engineering, confirmed in May"
}

// homeItems is how many items Home offers to do next, and how many to look at again.
const homeItems = 3

// home returns what the first place shows beside the catalogue.
// Faults: guide_invalid, and those of openJournal.
func (a *App) home() (HomeView, error) {
	marks, err := a.marks(a.context(), "")
	if err != nil {
		return HomeView{}, err
	}
	catalogue, err := a.catalogueOf(a.context(), marks)
	if err != nil {
		return HomeView{}, err
	}
	return a.homeOf(catalogue.Guides, marks)
}

// homeOf returns what Home shows of the guides that a person has started, given their cards and the
// newest marks on them.
func (a *App) homeOf(cards []CardView, marks []progress.Mark) (HomeView, error) {
	v := HomeView{Next: []HomeItemView{}, News: []HomeNewsView{}}
	started := startedOf(cards)
	offers := make([][]string, len(started))
	for i, card := range started {
		var err error
		if offers[i], err = a.offers(card.Slug, marks); err != nil {
			return HomeView{}, err
		}
		v.Open += len(offers[i])
	}
	for _, pick := range takeTurns(offers, homeItems) {
		item, found, err := a.homeItem(started[pick.from].Slug, pick.item)
		if err != nil {
			return HomeView{}, err
		}
		if found {
			v.Next = append(v.Next, item)
		}
	}
	var err error
	if v.Due, err = a.homeDue(a.context(), started, marks); err != nil {
		return HomeView{}, err
	}
	if v.Paused, err = a.pausedSittings(); err != nil {
		return HomeView{}, err
	}
	for _, card := range started {
		told, line, err := a.news(a.context(), card.Slug)
		if err != nil {
			return HomeView{}, err
		}
		if told > 0 && line != "" {
			v.News = append(v.News, HomeNewsView{Guide: card.Slug, Text: line})
		}
	}
	slug, last := newest(started)
	item, found, err := a.homeItem(slug, last.Item)
	if err != nil {
		return HomeView{}, err
	}
	if found {
		v.Last = item
	}
	v.Day = a.day(v.Last, last.At)
	return v, nil
}

// startedOf returns the guides that a person works on, the one that was rated last first.
func startedOf(cards []CardView) []CardView {
	started := slices.DeleteFunc(slices.Clone(cards), func(c CardView) bool { return !c.Started })
	sort.SliceStable(started, func(i, j int) bool { return started[i].LastMark > started[j].LastMark })
	return started
}

// openItems returns all that Home offers to do next: the open items that lead to the next level of each
// guide that was started, a guide after the other.
// Faults: guide_invalid, and those of openJournal.
func (a *App) openItems() ([]HomeItemView, error) {
	items := []HomeItemView{}
	marks, err := a.marks(a.context(), "")
	if err != nil {
		return nil, err
	}
	catalogue, err := a.catalogueOf(a.context(), marks)
	if err != nil {
		return nil, err
	}
	for _, card := range startedOf(catalogue.Guides) {
		offers, err := a.offers(card.Slug, marks)
		if err != nil {
			return nil, err
		}
		for _, id := range offers {
			item, found, err := a.homeItem(card.Slug, id)
			if err != nil {
				return nil, err
			}
			if found {
				items = append(items, item)
			}
		}
	}
	return items, nil
}

// offers returns the open items that lead to the next level of a guide, the smallest set that
// reaches it first.
func (a *App) offers(slug string, marks []progress.Mark) ([]string, error) {
	g, err := a.guides.Outline(slug, a.words().Language)
	if err != nil {
		return nil, aboutGuide(slug, err)
	}
	present := progress.Present(slug, marks)
	standing := progress.Stand(g, present)
	offers := progress.Smallest(g, present, standing)
	for _, item := range standing.Next {
		if !slices.Contains(offers, item) {
			offers = append(offers, item)
		}
	}
	return offers, nil
}

// turn is an item taken from one of several lists.
type turn struct {
	from int
	item string
}

// takeTurns takes items from the lists one after the other, so that none is left out as long as
// there is room.
func takeTurns(lists [][]string, room int) []turn {
	var taken []turn
	for round := 0; len(taken) < room; round++ {
		before := len(taken)
		for from, list := range lists {
			if round < len(list) && len(taken) < room {
				taken = append(taken, turn{from, list[round]})
			}
		}
		if len(taken) == before {
			break
		}
	}
	return taken
}

// newest returns the newest mark on an item that its guide still has, and the guide.
func newest(cards []CardView) (slug string, mark MarkView) {
	for _, card := range cards {
		for _, m := range card.Standing.Marks {
			if m.At > mark.At {
				slug, mark = card.Slug, m
			}
		}
	}
	return slug, mark
}

// homeItem returns an item with the words that Home shows of it, and whether there is one.
func (a *App) homeItem(slug, id string) (v HomeItemView, found bool, err error) {
	if id == "" {
		return HomeItemView{}, false, nil
	}
	g, err := a.guides.Guide(slug, a.words().Language)
	if err != nil {
		return HomeItemView{}, false, aboutGuide(slug, err)
	}
	item, level, found := itemAt(g, id)
	return HomeItemView{
		Guide: slug, Level: level, Item: id, Text: item.Text, Strand: g.StrandName(item.Strand),
	}, found, nil
}

// itemAt returns an item of a guide and the level that it is on.
func itemAt(g *guide.Guide, id string) (item guide.Item, level int, found bool) {
	for _, l := range g.Levels {
		for _, it := range l.Items {
			if it.ID == id {
				return it, l.Number, true
			}
		}
	}
	return guide.Item{}, 0, false
}
