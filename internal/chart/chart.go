// Package chart draws what numbers say. A Figure is plain geometry with its meaning in words: a
// title, a description and the same numbers as a table. SVG writes it for the window and for HTML;
// whoever draws on paper takes the geometry itself. Colours are not here: a mark says what it is,
// and the page or the paper knows what that looks like.
//
// Words, numbers and dates come from the caller, in the language of the reader. Coordinates run
// right and down from the upper left corner, in CSS pixels; time runs from left to right in every
// script, as it does on the instruments that people know.
package chart

import (
	"strings"
	"unicode"
)

// Figure is a chart.
type Figure struct {
	Width, Height float64
	Title         string // what it is
	Key           string // how the drawing is read, where that has to be said
	Desc          string // what it says
	Marks         []Mark // in the order in which they are drawn
	Table         Table
}

// Words returns what is said beside the drawing. Whoever shows the numbers alone takes Desc: without a
// drawing its key means nothing.
func (f *Figure) Words() string { return strings.TrimSpace(f.Key + " " + f.Desc) }

// Table is the numbers of a chart as rows; the first cell of a row heads it.
type Table struct {
	Head []string
	Rows [][]string
}

// Role says what a mark is. It becomes a class in SVG and a colour on paper.
type Role string

// The roles of marks.
const (
	Grid      Role = "grid"      // lines to read by
	Edge      Role = "edge"      // the outermost line of a grid
	Claimed   Role = "claimed"   // an area of what is done alone: outlined
	Evidenced Role = "evidenced" // the part of it that has evidence: solid
	Point     Role = "point"     // a corner of an area
	Main      Role = "main"      // the line that the chart is about
	Other     Role = "other"     // a line to compare with
	Label     Role = "label"     // quiet text
	Strong    Role = "strong"    // the text of the main line
	Day0      Role = "day-0"     // a day without marks, then with more and more of them
	Day1      Role = "day-1"
	Day2      Role = "day-2"
	Day3      Role = "day-3"
	Day4      Role = "day-4"
)

// Pair is a place.
type Pair struct{ X, Y float64 }

// Mark is one thing that is drawn: an area, a line, or a text.
type Mark struct {
	Role   Role
	Kind   Kind
	Points []Pair  // corners of an area, or of a line; of a text the end of it that Anchor names
	Dash   int     // of a line: 0 solid, then 1, 2, … differently broken
	Radius float64 // of an area's corners, where it is a rectangle
	Text   string
	Anchor Anchor
}

// Kind is what a mark is made of.
type Kind int

// The kinds of marks.
const (
	Area Kind = iota
	Line
	Text
)

// Anchor says which part of a text stands at its place.
type Anchor string

// The anchors.
const (
	Start  Anchor = "start"
	Middle Anchor = "middle"
	End    Anchor = "end"
)

// columnWidth is that of what stands in a column: all that there is room for in the narrowest window. What
// is drawn wider would be shrunk there, and its words with it.
const columnWidth = 284.0

// TextSize is the height of all text, and Leading the distance between its lines.
const (
	TextSize = 12.0
	Leading  = 15.0
)

func (f *Figure) line(role Role, dash int, points ...Pair) {
	f.Marks = append(f.Marks, Mark{Role: role, Kind: Line, Dash: dash, Points: points})
}

func (f *Figure) area(role Role, points ...Pair) {
	f.Marks = append(f.Marks, Mark{Role: role, Kind: Area, Points: points})
}

func (f *Figure) box(role Role, x, y, width, height, radius float64) {
	f.Marks = append(f.Marks, Mark{Role: role, Kind: Area, Radius: radius, Points: []Pair{
		{x, y}, {x + width, y}, {x + width, y + height}, {x, y + height},
	}})
}

func (f *Figure) text(role Role, x, y float64, anchor Anchor, text string) {
	f.Marks = append(f.Marks, Mark{Role: role, Kind: Text, Points: []Pair{{x, y}}, Anchor: anchor, Text: text})
}

// widthOf guesses how wide a text is. The typeface is the reader's own, so this errs on the wide
// side: a square for what East Asia writes and for pictures, less for the rest.
func widthOf(text string) float64 {
	width := 0.0
	for _, r := range text {
		switch {
		case unicode.Is(unicode.Mn, r):
		case r >= 0x1100 && unicode.In(r, unicode.Hangul, unicode.Han, unicode.Hiragana, unicode.Katakana) || r >= 0x1F000 || r >= 0xFF00 && r < 0xFFF0:
			width += TextSize
		case unicode.IsUpper(r):
			width += 0.68 * TextSize
		default:
			width += 0.55 * TextSize
		}
	}
	return width
}

// wrap breaks a text between words into lines of at most that width, and shortens what needs more
// than most lines. The whole text stands in the table.
func wrap(text string, width float64, most int) []string {
	var lines []string
	line := ""
	for _, word := range strings.Fields(text) {
		joined := word
		if line != "" {
			joined = line + " " + word
		}
		switch {
		case line == "", widthOf(joined) <= width, len(lines)+1 == most:
			line = joined
		default:
			lines = append(lines, line)
			line = word
		}
	}
	if line != "" || len(lines) == 0 {
		lines = append(lines, line)
	}
	for i := range lines {
		lines[i] = shorten(lines[i], width)
	}
	return lines
}

// shorten cuts a text that is wider than its place.
func shorten(text string, width float64) string {
	if widthOf(text) <= width {
		return text
	}
	cut, used := 0, widthOf("…")
	for i, r := range text {
		if used += widthOf(string(r)); used > width {
			break
		}
		cut = i + len(string(r))
	}
	return strings.TrimRight(text[:cut], " ") + "…"
}
