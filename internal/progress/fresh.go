package progress

import (
	"math"
	"slices"
	"sort"
	"time"

	"github.com/levelica/levelica/internal/guide"
)

// What is not used fades. Half of a gain is lost after about 11 months without use, and after 6.5
// where accuracy under pressure matters, as in a drill (Tatel and Ackerman, Psychological Bulletin,
// doi:10.1037/bul0000481: 457 reports on procedural skills with a motor component). That it holds
// for knowledge work is an assumption of ours, so freshness greys a tick and never lowers a level.
const (
	HalfLifeMonths      = 11
	HalfLifeDrillMonths = 6.5
	StaleMonths         = 12 // when a tick asks for a fresh look, unless the person chose another time
	StaleDrillMonths    = 6  // when a drill does at the latest
)

// Patience is after how many months a tick asks for a fresh look. A person may choose it.
type Patience int

// Endless is the patience with which nothing ever asks, Usual that of somebody who chose none.
const (
	Endless Patience = 0
	Usual   Patience = StaleMonths
)

// Months returns after how many months an item asks, 0 for never. A drill fades sooner: with a long
// patience it asks earlier than the others, and with a short one together with them.
func (p Patience) Months(drill bool) int {
	if drill {
		return min(int(p), StaleDrillMonths)
	}
	return int(p)
}

// out reports whether patience with an item that was last used at a time has run out.
func (p Patience) out(last time.Time, drill bool, now time.Time) bool {
	return p != Endless && !last.AddDate(0, p.Months(drill), 0).After(now)
}

// roundSize is how many items a fresh look holds: two minutes at ten seconds each.
const roundSize = 12

const hoursPerMonth = 24 * 365.2425 / 12

// freshness returns what is left of a skill after some time without use, from 1 down to 0.
func freshness(unused time.Duration, drill bool) float64 {
	half := float64(HalfLifeMonths)
	if drill {
		half = HalfLifeDrillMonths
	}
	return math.Exp2(-max(unused.Hours(), 0) / hoursPerMonth / half)
}

// Aged is an item that the person does alone, with the time of its last use or confirmation.
type Aged struct {
	Item  string
	Level int
	Drill bool
	Last  time.Time
	Fresh float64 // see Freshness
	Stale bool    // it asks for a fresh look
}

// Age returns the items that are done alone, the oldest first. An item was last used when it was
// last rated, or on the day of its newest evidence where that is later. What a wrong clock put into
// the future counts as today.
func Age(g *guide.Guide, present map[string]Mark, pieces map[string][]Evidence, now time.Time, p Patience) []Aged {
	var aged []Aged
	for _, level := range g.Levels {
		for _, item := range level.Items {
			m, rated := present[item.ID]
			if !rated || !m.Verdict.Counts() {
				continue
			}
			last := lastUse(m, pieces[item.ID], now)
			aged = append(aged, Aged{
				Item: item.ID, Level: level.Number, Drill: item.Drill, Last: last,
				Fresh: freshness(now.Sub(last), item.Drill),
				Stale: p.out(last, item.Drill, now),
			})
		}
	}
	sort.SliceStable(aged, func(i, j int) bool { return aged[i].Last.Before(aged[j].Last) })
	return aged
}

func lastUse(m Mark, pieces []Evidence, now time.Time) time.Time {
	last := time.UnixMilli(m.At)
	for _, e := range pieces {
		if day, err := time.ParseInLocation(time.DateOnly, e.On, now.Location()); err == nil && day.After(last) && !day.After(now) {
			last = day
		}
	}
	if last.After(now) {
		return now
	}
	return last
}

// Round returns the items of one fresh look: of those that are stale the least fresh first, at most
// roundSize.
func Round(aged []Aged) []Aged {
	stale := slices.DeleteFunc(slices.Clone(aged), func(a Aged) bool { return !a.Stale })
	sort.SliceStable(stale, func(i, j int) bool { return stale[i].Fresh < stale[j].Fresh })
	return stale[:min(len(stale), roundSize)]
}
