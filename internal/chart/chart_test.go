package chart

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

var noon = time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)

var names = []string{
	"Interfaces", "데이터와 저장소", "🔒 Cybersecurity Awareness", "تشغيل الخدمات", `<script>alert("x")</script> & co`,
	"Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft", "", " ", "a\x00b\uFFFEc", "\xff",
}

// drawFigure draws a figure of any of the kinds from any values.
func drawFigure(t *rapid.T) *Figure {
	name := rapid.SampledFrom(names)
	table := Table{Head: []string{"a"}}
	switch rapid.IntRange(0, 3).Draw(t, "kind") {
	case 0:
		var spokes []Spoke
		for range rapid.IntRange(3, 12).Draw(t, "spokes") {
			spokes = append(spokes, Spoke{name.Draw(t, "name"), rapid.IntRange(-2, 9).Draw(t, "claimed"), rapid.IntRange(-2, 9).Draw(t, "evidenced")})
		}
		return Radar(name.Draw(t, "title"), "key", "desc", spokes, 7, table)
	case 1:
		from := noon.AddDate(-1, 0, 0)
		var series []Series
		for range rapid.IntRange(1, 8).Draw(t, "series") {
			s := Series{Name: name.Draw(t, "name"), Main: rapid.Bool().Draw(t, "main")}
			at := from.AddDate(0, 0, rapid.IntRange(-100, 300).Draw(t, "begins"))
			for range rapid.IntRange(0, 6).Draw(t, "changes") {
				s.Steps = append(s.Steps, Change{at, rapid.IntRange(-1, 8).Draw(t, "value")})
				at = at.AddDate(0, 0, rapid.IntRange(0, 90).Draw(t, "days"))
			}
			series = append(series, s)
		}
		ticks := []Tick{{from, name.Draw(t, "tick")}, {noon, name.Draw(t, "tick")}}
		return Steps(name.Draw(t, "title"), "desc", series, ticks, from, noon, 7, float64(rapid.IntRange(240, 900).Draw(t, "width")), table)
	case 2:
		var bars []Bar
		for range rapid.IntRange(1, 7).Draw(t, "bars") {
			bars = append(bars, Bar{name.Draw(t, "name"), rapid.IntRange(-2, 12).Draw(t, "claimed"), rapid.IntRange(-2, 12).Draw(t, "evidenced"), "3 of 6"})
		}
		return Bars(name.Draw(t, "title"), "desc", bars, 10, table)
	default:
		var days []Day
		for i := range rapid.IntRange(1, 900).Draw(t, "days") {
			days = append(days, Day{noon.AddDate(0, 0, i-900), i % 11})
		}
		month := func(t time.Time) string { return t.Format("Jan") }
		return Calendar(name.Draw(t, "title"), "desc", days, rapid.IntRange(8, 53).Draw(t, "weeks"), CalendarNames{month, func(time.Weekday) string { return name.Draw(t, "weekday") }, time.Weekday(rapid.IntRange(0, 6).Draw(t, "begins"))}, table)
	}
}

func TestNothingIsDrawnOutsideTheFigure(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := drawFigure(t)
		for _, m := range f.Marks {
			for _, p := range m.Points {
				if math.IsNaN(p.X+p.Y) || p.X < -0.01 || p.Y < -0.01 || p.X > f.Width+0.01 || p.Y > f.Height+0.01 {
					t.Fatalf("%s %q at %v in a figure of %v x %v", m.Role, m.Text, p, f.Width, f.Height)
				}
			}
			if m.Kind != Text {
				continue
			}
			left, right := m.Points[0].X, m.Points[0].X+widthOf(m.Text)
			switch m.Anchor {
			case Middle:
				left, right = left-widthOf(m.Text)/2, left+widthOf(m.Text)/2
			case End:
				left, right = left-widthOf(m.Text), left
			}
			if left < -0.01 || right > f.Width+0.01 {
				t.Fatalf("the text %q runs from %v to %v in a figure of width %v", m.Text, left, right, f.Width)
			}
		}
	})
}

func TestAnyTextGivesWellFormedSVGWithoutScript(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		svg := drawFigure(t).SVG("x")
		decoder := xml.NewDecoder(strings.NewReader(svg))
		for {
			token, err := decoder.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatalf("%v in %s", err, svg)
			}
			start, ok := token.(xml.StartElement)
			if !ok {
				continue
			}
			if !slices.Contains([]string{"svg", "title", "desc", "path", "text"}, start.Name.Local) {
				t.Fatalf("an element %s in %s", start.Name.Local, svg)
			}
			for _, a := range start.Attr {
				if a.Name.Local == "style" || strings.HasPrefix(a.Name.Local, "on") || strings.Contains(a.Name.Local, "href") {
					t.Fatalf("an attribute %s in %s", a.Name.Local, svg)
				}
			}
		}
	})
}

func TestAFigureSaysWhatItShows(t *testing.T) {
	svg := Radar(`Strands & "themes"`, "The rim is 7.", "Security trails", []Spoke{{"A", 3, 1}, {"B", 2, 0}, {"C", 1, 1}}, 7, Table{}).SVG("r1")
	for _, want := range []string{
		`role="img"`, `aria-labelledby="r1-title"`, `aria-describedby="r1-desc"`,
		`<title id="r1-title">Strands &amp; &#34;themes&#34;</title>`, `<desc id="r1-desc">The rim is 7. Security trails</desc>`,
		`class="claimed"`, `class="evidenced"`,
	} {
		if !strings.Contains(svg, want) {
			t.Errorf("%s is not in %s", want, svg)
		}
	}
}

func TestTwoValuesAreNoShape(t *testing.T) {
	if Radar("x", "x", "x", []Spoke{{"a", 1, 1}, {"b", 2, 2}}, 7, Table{}) != nil {
		t.Error("a radar of two spokes was drawn")
	}
}

func TestTheRadarPointsUpAndItsValuesLieOnTheirSpokes(t *testing.T) {
	f := Radar("x", "x", "x", []Spoke{{"up", 7, 7}, {"b", 0, 0}, {"c", 0, 0}, {"d", 0, 0}}, 7, Table{})
	for _, m := range f.Marks {
		if m.Role == Claimed {
			centre, up := m.Points[1], m.Points[0]
			if up.X != f.Width/2 || math.Abs(centre.Y-up.Y-radarRadius) > 1e-9 || centre != m.Points[2] {
				t.Errorf("%v", m.Points)
			}
		}
	}
}

func TestALineOfStepsBeginsWhereItWasAndEndsToday(t *testing.T) {
	from := noon.AddDate(0, -10, 0)
	series := []Series{{Name: "Backend", Main: true, Steps: []Change{{noon.AddDate(-2, 0, 0), 1}, {noon.AddDate(0, -5, 0), 2}}}}
	f := Steps("x", "x", series, nil, from, noon, 7, 588, Table{})
	for _, m := range f.Marks {
		if m.Role != Main {
			continue
		}
		one, two := stepsTop+stepsPitch*6, stepsTop+stepsPitch*5
		if len(m.Points) != 4 || m.Points[0] != (Pair{stepsLeft, one}) || m.Points[1].Y != one || m.Points[2].Y != two || m.Points[3] != (Pair{588 - roomOfNames(series), two}) {
			t.Errorf("%v", m.Points)
		}
	}
}

// A name in the middle of the first day would be cut by half wherever the reader's letters are wider
// than was guessed.
func TestNamesUnderTheAxisAreHeldAtTheEdges(t *testing.T) {
	for _, name := range []string{"20 November 2024", "2024년 11월 20일", strings.Repeat("long ", 9)} {
		from := noon.AddDate(-2, 0, 0)
		series := []Series{{Steps: []Change{{from, 1}}}}
		f := Steps("x", "x", series, []Tick{{from, name}, {noon, name}}, from, noon, 7, 700, Table{})
		var held []Mark
		for _, m := range f.Marks {
			if m.Text == name {
				held = append(held, m)
			}
		}
		if len(held) != 2 || held[0].Anchor != Start || held[0].Points[0].X != 0 || held[1].Anchor != End || held[1].Points[0].X != f.Width {
			t.Errorf("%q: %+v", name, held)
		}
	}
}

func TestNamesAtTheEndsOfLinesDoNotTouch(t *testing.T) {
	var series []Series
	for i := range 7 {
		series = append(series, Series{Name: fmt.Sprint("Guide ", i), Steps: []Change{{noon.AddDate(0, -1, 0), 1}}})
	}
	f := Steps("x", "x", series, nil, noon.AddDate(-1, 0, 0), noon, 7, 588, Table{})
	var at []float64
	for _, m := range f.Marks {
		if strings.HasPrefix(m.Text, "Guide") {
			at = append(at, m.Points[0].Y)
		}
	}
	slices.Sort(at)
	for i := 1; i < len(at); i++ {
		if at[i]-at[i-1] < namePitch-0.01 {
			t.Errorf("names at %v and %v", at[i-1], at[i])
		}
	}
	if len(at) != 7 {
		t.Errorf("%d names", len(at))
	}
}

var unnamed = CalendarNames{
	Month: func(time.Time) string { return "" }, Weekday: time.Weekday.String, Begins: time.Monday,
}

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

func TestLongNamesAreShortenedInTheirPlace(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text, width := rapid.SampledFrom(names).Draw(t, "text"), float64(rapid.IntRange(30, 200).Draw(t, "width"))
		most := rapid.IntRange(1, 4).Draw(t, "lines")
		lines := wrap(strings.ToValidUTF8(text, "\uFFFD"), width, most)
		if len(lines) > most {
			t.Fatalf("%d lines", len(lines))
		}
		for _, l := range lines {
			if widthOf(l) > width {
				t.Fatalf("%q is %v wide, not %v", l, widthOf(l), width)
			}
		}
	})
}

func TestTheNumbersOfABarStandBesideIt(t *testing.T) {
	for _, count := range []string{"0 of 10", "10개 중 10개", "10 von 10 Einträgen"} {
		f := Bars("", "", []Bar{{Name: "7", Claimed: 10, Evidenced: 10, Count: count}}, 10, Table{Head: []string{"a"}})
		end := 0.0
		for _, m := range f.Marks {
			if m.Kind == Area {
				end = max(end, m.Points[1].X)
			}
		}
		if begin := f.Width - widthOf(count); begin < end {
			t.Errorf("%q begins at %.0f, before the bar's end at %.0f", count, begin, end)
		}
	}
}

func TestTheNamesBesideARadarAreWholeWhereTheirWordsFit(t *testing.T) {
	names := strings.Split("AI Utilization/Cybersecurity Awareness/Cloud Computing/Backend Engineering/Blockchain Technology/Data Engineering/사이버 보안 인식", "/")
	for n := leastSpokes; n <= len(names); n++ {
		for turn := range names {
			var spokes []Spoke
			for i := range n {
				spokes = append(spokes, Spoke{Name: names[(turn+i)%len(names)], Claimed: 3, Evidenced: 1})
			}
			for _, m := range Radar("x", "x", "x", spokes, 7, Table{}).Marks {
				if m.Kind != Text {
					continue
				}
				if strings.Contains(m.Text, "…") {
					t.Errorf("of %d spokes %q is cut", n, m.Text)
				}
				from, to := m.Points[0].X, m.Points[0].X+widthOf(m.Text)
				switch m.Anchor {
				case End:
					from, to = from-widthOf(m.Text), from
				case Middle:
					from, to = from-widthOf(m.Text)/2, from+widthOf(m.Text)/2
				}
				if from < -0.5 || to > columnWidth+0.5 {
					t.Errorf("of %d spokes %q stands from %.0f to %.0f", n, m.Text, from, to)
				}
			}
		}
	}
}

func TestARadarKeepsItsShapeBesideAWordThatNoRoomIsEnoughFor(t *testing.T) {
	long := strings.Repeat("장", 60) + strings.Repeat("verylong", 20) + "🙂"
	f := Radar("x", "x", "x", []Spoke{{"up", 7, 7}, {long, 7, 7}, {"c", 7, 7}, {long, 7, 7}}, 7, Table{})
	for _, m := range f.Marks {
		if m.Role == Claimed && m.Points[1].X-m.Points[3].X != 2*leastRadius {
			t.Errorf("it is %v wide", m.Points[1].X-m.Points[3].X)
		}
	}
}
