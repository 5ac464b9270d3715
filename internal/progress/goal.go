package progress

import (
	"cmp"
	"math"
	"sort"
	"time"

	"github.com/levelica/levelica/internal/guide"
)

// Goal is a level that a person wants to have reached by a day. Goals are events: the newest one
// of a guide is the present one, and one with level 0 takes it back.
type Goal struct {
	ID     string // UUIDv7, made by the caller
	Guide  string // slug
	Level  int    // 1 to 7, or 0 for no goal
	By     string // ISO day; empty for no goal
	Device string
	Clock  Clock
	At     int64 // UTC milliseconds since 1970
}

// PresentGoal returns the newest goal of a guide, and whether there is one. The order is free.
func PresentGoal(slug string, goals []Goal) (Goal, bool) {
	var newest Goal
	found := false
	for _, g := range goals {
		if g.Guide == slug && (!found || compareGoals(g, newest) > 0) {
			newest, found = g, true
		}
	}
	return newest, found && newest.Level > 0
}

func compareGoals(a, b Goal) int {
	return cmp.Or(cmp.Compare(a.Clock, b.Clock), cmp.Compare(a.Device, b.Device), cmp.Compare(a.ID, b.ID))
}

// The forecast looks at the last half year. It wants a month of it, and gains on at least three
// days: less says more about the days on which somebody opened the program than about their pace.
const (
	paceDays    = 182
	leastDays   = 28
	leastGains  = 4
	leastSights = 3
	// farDays is where a forecast stops to be one.
	farDays = 5 * 365
)

// Outlook says what can be said about the way to a level.
type Outlook int

// The outlooks.
const (
	CannotSayYet Outlook = iota // too little is known, which is no bad sign
	Reached                     // the level is reached already
	FarAway                     // at this pace it may take more than five years
	Foreseeable                 // between From and To
)

// Forecast is what the person's own pace says about the way to a level.
type Forecast struct {
	Outlook Outlook
	Missing int     // items missing to the level
	Gained  int     // items that became done in the time looked at, and still are
	Days    int     // the time looked at
	Pace    float64 // items in 30 days
	// From and To are the days between which the level is reached at that pace; counting chance
	// alone, about two times in three.
	From, To time.Time
}

// Foresee computes how long a level takes at the person's own pace: the items on levels up to that
// one that became done in the last half year, the guide's first day left out, because whoever opens
// a guide ticks what they can do already. Gains are counted like the clicks of a Geiger counter:
// n of them may as well have been n plus or minus its root.
// Marks are those of the guide in any order.
func Foresee(g *guide.Guide, marks []Mark, level int, now time.Time) Forecast {
	present := Present(g.Slug, marks)
	standing := Stand(g, present)
	if level < 1 || level > len(standing.Levels) {
		return Forecast{}
	}
	f := Forecast{Missing: missingTo(standing.Levels, level)}
	if standing.Level >= level {
		f.Outlook = Reached
		return f
	}
	gains := gainsOf(g, marks, present, level, now)
	if len(gains.first) == 0 {
		return f
	}
	day := func(t time.Time) time.Time {
		t = t.In(now.Location())
		return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, now.Location())
	}
	begin := day(gains.began).AddDate(0, 0, 1)
	if earliest := day(now).AddDate(0, 0, -paceDays); earliest.After(begin) {
		begin = earliest
	}
	f.Days = int(math.Round(day(now).Sub(begin).Hours()/24)) + 1
	sights := map[time.Time]bool{}
	for _, at := range gains.first {
		if !at.Before(begin) && !at.After(now) {
			f.Gained++
			sights[day(at)] = true
		}
	}
	if f.Days < leastDays || f.Gained < leastGains || len(sights) < leastSights {
		return f
	}
	perDay := float64(f.Gained) / float64(f.Days)
	f.Pace = 30 * perDay
	spread := math.Sqrt(float64(f.Gained)) / float64(f.Days)
	soon := int(math.Ceil(float64(f.Missing) / (perDay + spread)))
	late := int(math.Ceil(float64(f.Missing) / (perDay - spread)))
	if late > farDays {
		f.Outlook = FarAway
		return f
	}
	f.Outlook = Foreseeable
	f.From, f.To = day(now).AddDate(0, 0, soon), day(now).AddDate(0, 0, late)
	return f
}

// gains is when the items that are done now became so.
type gains struct {
	began time.Time   // the first mark of the guide
	first []time.Time // a time for each item that is done
}

func gainsOf(g *guide.Guide, marks []Mark, present map[string]Mark, level int, now time.Time) gains {
	sorted := inOrder(g.Slug, marks)
	var out gains
	since := map[string]time.Time{}
	ahead := dated(sorted, now)
	for i, m := range sorted {
		at := timeOf(sorted, ahead, i)
		if out.began.IsZero() {
			out.began = at
		}
		if !m.Verdict.Counts() {
			delete(since, m.Item)
		} else if _, already := since[m.Item]; !already {
			since[m.Item] = at
		}
	}
	for _, l := range g.Levels[:min(level, len(g.Levels))] {
		for _, item := range l.Items {
			if m, ok := present[item.ID]; ok && m.Verdict.Counts() {
				out.first = append(out.first, since[item.ID])
			}
		}
	}
	return out
}

// inOrder returns the claiming marks of one guide in the order of their clocks.
func inOrder(slug string, marks []Mark) []Mark {
	count := 0
	for i := range marks {
		if marks[i].Guide == slug {
			count++
		}
	}
	own := make([]Mark, 0, count)
	for i := range marks {
		if marks[i].Guide == slug && marks[i].Origin.Claims() {
			own = append(own, marks[i])
		}
	}
	sortMarks(own)
	return own
}

func sortMarks(marks []Mark) {
	// A journal returns them in order as a rule, and then there is nothing to do.
	for i := 1; i < len(marks); i++ {
		if marks[i-1].Clock < marks[i].Clock {
			continue
		}
		// Stable, because marks that say no device come in the order of devices.
		sort.SliceStable(marks, func(i, j int) bool {
			a, b := marks[i], marks[j]
			return cmp.Or(cmp.Compare(a.Clock, b.Clock), cmp.Compare(a.Device, b.Device), cmp.Compare(a.ID, b.ID)) < 0
		})
		return
	}
}
