package chart

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
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
