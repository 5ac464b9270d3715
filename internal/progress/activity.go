package progress

import "time"

// Activity is on which days something was rated.
type Activity struct {
	Days    []Day // from the first day asked for to the last, each once
	Marks   int
	Active  int          // days with a mark
	Busiest time.Weekday // the weekday with the most marks; Sunday where there are none
}

// Day is a day of a calendar.
type Day struct {
	Date  time.Time // midnight
	Marks int
}

// maxActivityDays keeps a calendar readable and its cost bounded, whatever period is asked for.
const maxActivityDays = 12 * 366

// ActivityIn counts the claiming marks of each day from one day to another, in the zone of from. The
// marks' order is free; those of other days are left out.
func ActivityIn(marks []Mark, from, to time.Time) Activity {
	first := midnight(from)
	var a Activity
	var starts []int64 // milliseconds at which each day begins, and one end more
	for day := first; !day.After(to) && len(a.Days) < maxActivityDays; day = midnight(day.Add(36 * time.Hour)) {
		a.Days = append(a.Days, Day{Date: day})
		starts = append(starts, day.UnixMilli())
	}
	if len(a.Days) == 0 {
		return a
	}
	starts = append(starts, midnight(a.Days[len(a.Days)-1].Date.Add(36*time.Hour)).UnixMilli())
	at := 0
	for _, m := range marks {
		if !m.Origin.Claims() || m.At < starts[0] || m.At >= starts[len(starts)-1] {
			continue
		}
		// Marks come in order as a rule, so the day of the last one is the likeliest.
		if m.At < starts[at] || m.At >= starts[at+1] {
			at = dayOf(starts, m.At)
		}
		a.Days[at].Marks++
	}
	var week [7]int
	for _, d := range a.Days {
		a.Marks += d.Marks
		if d.Marks > 0 {
			a.Active++
		}
		week[d.Date.Weekday()] += d.Marks
	}
	for day := range week {
		if week[day] > week[a.Busiest] {
			a.Busiest = time.Weekday(day)
		}
	}
	return a
}

// midnight returns the first moment of a day. Where the clocks skip midnight, Date may answer with
// the evening before; an hour later it is that day.
func midnight(t time.Time) time.Time {
	first := time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, t.Location())
	if first.Day() != t.Day() {
		first = first.Add(time.Hour)
	}
	return first
}

// dayOf returns the index of the last start that is not after at.
func dayOf(starts []int64, at int64) int {
	low, high := 0, len(starts)-1
	for low+1 < high {
		if middle := (low + high) / 2; starts[middle] <= at {
			low = middle
		} else {
			high = middle
		}
	}
	return low
}
