package app

import (
	"strconv"
	"time"

	"github.com/levelica/levelica/internal/locale"
)

// DayView is what Home says of the day. It comes in words, because the window would read the system's
// tables of languages and time zones for them at every start: four megabytes of memory for two lines.
type DayView struct {
	Today string `json:"today"` // "Sunday, 22 November"
	Left  string `json:"left"`  // when the person left off, and at what; "" before the first mark
	Until int64  `json:"until"` // UTC milliseconds of the next midnight, when both are no longer true
}

// day returns what is said today of the item that was rated last, at UTC milliseconds.
func (a *App) day(last HomeItemView, at int64) DayView {
	now, words := a.now().Local(), a.words()
	today := dayOfYear(words, now)
	v := DayView{
		Today: words.Text("day.today", locale.Args{
			"weekday": words.Text("day.weekday." + strconv.Itoa(int(now.Weekday()))), "date": today,
		}),
		Until: time.Date(now.Year(), now.Month(), now.Day()+1, 0, 0, 0, 0, time.Local).UnixMilli(),
	}
	if last.Guide == "" {
		return v
	}
	then := time.UnixMilli(at)
	switch days := daysBetween(then, now); {
	case days < 0 || days > 6:
		date := dayOfYear(words, then)
		if then.Year() != now.Year() {
			date = words.Text(inOrder(words, "day.with-year", "day.with-year.month-first"), locale.Args{"date": date, "year": then.Year()})
		}
		v.Left = words.Text("day.left.on", locale.Args{"date": date, "item": last.Text})
	default:
		ago := words.Text("day.ago", locale.Args{"days": days})
		if named := "day.ago." + strconv.Itoa(days); words.Has(named) {
			ago = words.Text(named)
		}
		v.Left = words.Text("day.left", locale.Args{"when": ago, "item": last.Text})
	}
	return v
}

// dayOfYear returns "22 November", or as the person's region says it.
func dayOfYear(words *locale.Catalogue, t time.Time) string {
	return words.Text(inOrder(words, "day.date", "day.date.month-first"), locale.Args{
		"day": t.Day(), "month": words.Text("day.month." + strconv.Itoa(int(t.Month()))),
	})
}

// inOrder returns the first key of a date, or the second where the person's region says the month first.
func inOrder(words *locale.Catalogue, dayFirst, monthFirst string) string {
	if words.MonthFirst() {
		return monthFirst
	}
	return dayFirst
}

// daysBetween counts in days of the calendar.
func daysBetween(from, to time.Time) int {
	midnight := func(t time.Time) time.Time { return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC) }
	return int(midnight(to).Sub(midnight(from)) / (24 * time.Hour))
}
