package chart

import (
	"strconv"
	"time"
)

// Day is a day of a calendar with how much was done on it.
type Day struct {
	Date  time.Time
	Count int
}

// CalendarNames are the words beside a calendar.
type CalendarNames struct {
	Month   func(time.Time) string    // a short name
	Weekday func(time.Weekday) string // a short name
	Begins  time.Weekday              // the day on top: with which a week begins
}

const (
	dayPitch     = 9.7
	dayBox       = 7.6
	calendarLeft = 28.0
	monthsHeight = 18.0
	bandGap      = 8.0
)

// Calendar draws a column for each week and a box for each day, so many weeks in a
// row and the newest row last. Days follow each other without a gap.
func Calendar(title, desc string, days []Day, weeksInRow int, names CalendarNames, table Table) *Figure {
	if len(days) == 0 || weeksInRow < 1 {
		return nil
	}
	lead := (int(days[0].Date.Weekday()-names.Begins) + 7) % 7 // days of the first week that are not asked for
	weeks := (lead + len(days) + 6) / 7
	rows := (weeks + weeksInRow - 1) / weeksInRow
	// Rows are filled from the end, so that the newest row is whole and the others align with it.
	empty := rows*weeksInRow - weeks
	height := monthsHeight + 7*dayPitch
	f := &Figure{
		Width:  calendarLeft + dayPitch*float64(min(weeks, weeksInRow)),
		Height: height*float64(rows) + bandGap*float64(rows-1),
		Title:  title, Desc: desc, Table: table,
	}
	if rows == 1 {
		empty = 0
	}
	top := func(row int) float64 { return float64(row) * (height + bandGap) }
	for row := range rows {
		f.text(Label, 0, top(row)+monthsHeight+dayPitch*0.8, Start, shorten(names.Weekday(names.Begins), calendarLeft-2))
		f.text(Label, 0, top(row)+monthsHeight+dayPitch*6.8, Start, shorten(names.Weekday((names.Begins+6)%7), calendarLeft-2))
	}
	free, freeRow, unnamed := 0.0, -1, false // unnamed: a year has begun where its name had no room
	boxes := map[Role][]Mark{}
	for i, d := range days {
		week := empty + (lead+i)/7
		row, column, weekday := week/weeksInRow, week%weeksInRow, (lead+i)%7
		x, y := calendarLeft+dayPitch*float64(column), top(row)
		if row != freeRow {
			free, freeRow = 0, row
		}
		name := names.Month(d.Date)
		if d.Date.Day() == 1 && d.Date.Month() == time.January {
			unnamed = rows > 1 // which year a row is of is told by nothing else
		}
		if unnamed {
			name = strconv.Itoa(d.Date.Year())
		}
		if d.Date.Day() == 1 && x >= free && x+widthOf(name) <= f.Width {
			f.text(Label, x, y+TextSize*0.9, Start, name)
			free, unnamed = x+widthOf(name)+8, false
		}
		role := intensity(d.Count)
		y += monthsHeight + dayPitch*float64(weekday)
		boxes[role] = append(boxes[role], Mark{Role: role, Kind: Area, Radius: 1.8, Points: []Pair{
			{x, y}, {x + dayBox, y}, {x + dayBox, y + dayBox}, {x, y + dayBox},
		}})
	}
	for _, role := range []Role{Day0, Day1, Day2, Day3, Day4} {
		f.Marks = append(f.Marks, boxes[role]...)
	}
	return f
}

// intensity puts a number of marks into five steps that grow as eyes see: each twice the last.
func intensity(count int) Role {
	switch {
	case count <= 0:
		return Day0
	case count == 1:
		return Day1
	case count <= 3:
		return Day2
	case count <= 7:
		return Day3
	default:
		return Day4
	}
}
