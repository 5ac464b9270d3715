package chart

import (
	"math"
	"strconv"
	"strings"
	"testing"
	"time"
)

func TestACalendarHoldsEveryDayOnce(t *testing.T) {
	var days []Day
	for i := range 365 {
		days = append(days, Day{noon.AddDate(0, 0, i-364), i % 2})
	}
	for _, weeks := range []int{53, 18, 7} {
		f := Calendar("x", "x", days, weeks, unnamed, Table{})
		places := map[Pair]bool{}
		for _, m := range f.Marks {
			if m.Kind == Area {
				places[m.Points[0]] = true
			}
		}
		if len(places) != 365 {
			t.Errorf("%d weeks in a row: %d places for 365 days", weeks, len(places))
		}
	}
}

func TestTheDayWithWhichAWeekBeginsStandsOnTopAndIsNamed(t *testing.T) {
	monday := time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)
	for begins := time.Sunday; begins <= time.Saturday; begins++ {
		names := unnamed
		names.Begins = begins
		for i := range 7 {
			day := monday.AddDate(0, 0, i)
			f := Calendar("x", "x", []Day{{day, 1}}, 53, names, Table{})
			down := (f.Marks[len(f.Marks)-1].Points[0].Y - monthsHeight) / dayPitch
			if want := float64((day.Weekday() - begins + 7) % 7); math.Abs(down-want) > 0.01 {
				t.Errorf("weeks begin on %v: %v stands in row %v, want %v", begins, day.Weekday(), down, want)
			}
			if named := f.Marks[0].Text; !strings.HasPrefix(begins.String(), strings.TrimSuffix(named, "…")) {
				t.Errorf("weeks begin on %v: the first row is named %q", begins, named)
			}
		}
	}
}

func TestEachYearOfACalendarOfSeveralRowsIsNamedAndThatOfOneRowIsNot(t *testing.T) {
	named := func(last time.Time, long, weeksInRow int) map[string]int {
		var days []Day
		for i := range long {
			days = append(days, Day{last.AddDate(0, 0, i-long+1), 1})
		}
		found := map[string]int{}
		for _, m := range Calendar("x", "x", days, weeksInRow, unnamed, Table{}).Marks {
			if m.Kind == Text {
				found[m.Text]++
			}
		}
		return found
	}
	now := noon.Year()
	for week := range 20 { // wherever a year begins in its row
		for _, weeks := range []int{20, 26, 53} {
			found := named(noon.AddDate(0, 0, -7*week), 3500, weeks)
			for year := now - 8; year <= now; year++ {
				if found[strconv.Itoa(year)] != 1 {
					t.Errorf("%d weeks in a row, %d weeks ago: the year %d stands there %d times", weeks, week, year, found[strconv.Itoa(year)])
				}
			}
		}
	}
	if found := named(noon, 365, 53); found[strconv.Itoa(now)] != 0 {
		t.Errorf("a row of twelve months names a year: %v", found)
	}
}

func TestTenYearsOfDaysAreAHandfulOfElements(t *testing.T) {
	var days []Day
	for i := range 3653 {
		days = append(days, Day{noon.AddDate(0, 0, i-3652), i % 13})
	}
	svg := Calendar("x", "x", days, 53, unnamed, Table{}).SVG("x")
	if n := strings.Count(svg, "<path"); n > 5 {
		t.Errorf("%d paths", n)
	}
}
