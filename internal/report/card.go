package report

import (
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/levelica/levelica/internal/guide"
	"github.com/levelica/levelica/internal/locale"
)

// The formats of a card. They are pictures, and no forms of a Document.
const (
	SVG Format = "svg"
	PNG Format = "png"
)

// cardFormats lists the formats of a card in the order in which they are offered.
var cardFormats = []Format{PNG, SVG}

// ParseCardFormat reads the name of a card's format, in any case: svg or png. It returns ErrFormat
// for anything else.
func ParseCardFormat(s string) (Format, error) {
	for _, f := range cardFormats {
		if strings.EqualFold(s, string(f)) {
			return f, nil
		}
	}
	return "", fmt.Errorf("%w %q; use svg or png", ErrFormat, s)
}

// Card is a picture of the level that a person has reached in one guide, to show to others. It says
// whose assessment it is, on what day, and how much of it carries evidence.
type Card struct {
	guide     Guide
	evidenced int
	person    string
	date      time.Time
	words     *locale.Catalogue
}

// NewCard makes the card of a standing. Evidenced counts the items that are done alone and carry
// evidence. Of the options it takes the person and the time.
func NewCard(s Subject, evidenced int, o Options, words *locale.Catalogue) *Card {
	return &Card{
		guide: newGuide(s, o, words), evidenced: evidenced,
		person: clean(o.Person), date: o.At, words: words,
	}
}

// Title is what the card says, as one sentence: for those who do not see it.
func (c *Card) Title() string {
	return strings.Join([]string{c.guide.Title + ": " + c.guide.LevelTitle, c.standing(), strings.Join(c.foot(), between)}, ". ")
}

// standing says how far the level is from the next. Who has just reached one is told nothing of the
// next: a card is about what is done.
func (c *Card) standing() string {
	g := c.guide
	if g.Level == guide.Levels {
		return c.words.Text("paper.card.top", locale.Args{"level": g.Level, "levels": guide.Levels})
	}
	next := g.Levels[g.Level]
	args := locale.Args{"level": g.Level, "levels": guide.Levels, "done": next.Done, "of": len(next.Items), "next": next.Number}
	switch {
	case g.Level == 0:
		return c.words.Text("paper.card.first", args)
	case next.Done == 0:
		return c.words.Text("paper.card.reached", args)
	}
	return c.words.Text("paper.card.level", args)
}

// between stands between the parts of the foot.
const between = " · "

// foot says what the reader of a picture has to know, part by part.
func (c *Card) foot() []string {
	parts := []string{c.words.Text("paper.card.own")}
	if c.person != "" {
		parts[0] = c.words.Text("paper.card.own.of", locale.Args{"person": c.person})
	}
	return append(parts, c.words.Text("paper.card.items", locale.Args{"n": c.guide.Done, "evidenced": c.evidenced}), c.words.Date(c.date))
}

// FileName suggests a file name for a save dialog, as "Levelica Backend Engineering level 2
// 2026-11-22.png".
func (c *Card) FileName(f Format) string {
	parts := []string{c.words.Text("app.name"), safeName(c.guide.Title)}
	if c.guide.Level > 0 {
		parts = append(parts, safeName(c.words.Text("paper.level.short", locale.Args{"level": c.guide.Level})))
	}
	parts = append(parts, string(day(c.date)))
	return strings.Join(strings.Fields(strings.Join(parts, " ")), " ") + f.Ext()
}

// Write draws the card. The same card always gives the same bytes. It returns ErrFormat, or what
// the writer returned.
func (c *Card) Write(w io.Writer, f Format) error {
	var err error
	switch f {
	case SVG:
		err = writeSVG(w, c.draw(), c.words.Language, c.Title())
	case PNG:
		err = writePNG(w, c.draw())
	default:
		return fmt.Errorf("%w %q", ErrFormat, f)
	}
	if err != nil {
		return fmt.Errorf("write the card as %s: %w", f.Name(), err)
	}
	return nil
}

// Save writes the card to a file, as Document.Save does.
func (c *Card) Save(path string, f Format, replace bool) error {
	if err := SaveFile(path, replace, func(w io.Writer) error { return c.Write(w, f) }); err != nil {
		return fmt.Errorf("save the card to %s: %w", path, err)
	}
	return nil
}

// The card's size, which is what the places where people post pictures show whole, and its parts.
const (
	cardWidth  = 1200.0
	cardHeight = 630.0
	cardSide   = 760.0 // where the ladder's side begins
	cardLeft   = 80.0
	cardRoom   = cardSide - cardLeft - 36 // for words
)

var (
	cardLadder = ladderSize{Width: 264, Height: 510, Rail: 10, Rung: 22, Thin: 6, Lean: 40, Split: 3}
	cardBrand  = ladderSize{Width: 31, Height: 40, Rail: 3.2, Rung: 2.6, Thin: 2.6, Lean: 3}
)

// draw returns all that the card shows, from the back to the front.
func (c *Card) draw() []outline {
	outlines := []outline{
		drawn(rectangle(page, 0, 0, cardWidth, cardHeight), 0, 0),
		drawn(rectangle(side, cardSide, 0, cardWidth-cardSide, cardHeight), 0, 0),
	}
	for _, s := range ladder(brandRungs(), cardBrand) {
		outlines = append(outlines, drawn(s, cardLeft, 72))
	}
	for _, s := range ladder(rungsOf(c.guide), cardLadder) {
		outlines = append(outlines, drawn(s, 848, 60))
	}
	outlines = append(outlines, written(c.words.Text("app.name"), bold, 28, ink, cardLeft+46, 102)...)

	// The title takes the room that it needs, in one line or in two; the others keep their distance.
	title, size := fitted(c.guide.LevelTitle, bold, 88, 44, 2)
	y := 252.0
	if len(title) > 1 {
		y -= size * 0.55
	}
	subject, subjectSize := fitted(c.guide.Title, regular, 36, 24, 1)
	outlines = append(outlines, written(subject[0], regular, subjectSize, ink2, cardLeft, y)...)
	y += size*0.72 + 42
	for i, line := range title {
		if i > 0 {
			y += size * 1.12
		}
		outlines = append(outlines, written(line, bold, size, ink, cardLeft, y)...)
	}
	standing, standingSize := fitted(c.standing(), regular, 33, 22, 2)
	y += 22
	for _, line := range standing {
		y += standingSize * 1.25
		outlines = append(outlines, written(line, regular, standingSize, ink2, cardLeft, y)...)
	}
	foot := c.footLines()
	for i, lines := range foot {
		line, size := fitted(lines, regular, 20, 14, 1)
		outlines = append(outlines, written(line[0], regular, size, ink3, cardLeft, 559-28*float64(len(foot)-1-i))...)
	}
	return outlines
}

// footLines returns the foot in one line, or in two where it is too long for one. The parts stay
// whole.
func (c *Card) footLines() []string {
	parts := c.foot()
	whole := strings.Join(parts, between)
	if widthOf(whole, regular) <= cardRoom/18 {
		return []string{whole}
	}
	return []string{parts[0], strings.Join(parts[1:], between)}
}

func rungsOf(g Guide) []rung {
	var rungs []rung
	for _, level := range g.Levels {
		r := rung{Reached: level.Reached}
		for _, item := range level.Items {
			r.Cells = append(r.Cells, item.done())
		}
		rungs = append(rungs, r)
	}
	return rungs
}

// fitted breaks a text into at most so many lines that fit, at the largest size between two that
// allows it. What does not fit at the smallest size ends with an ellipsis.
func fitted(text string, w weight, largest, smallest float64, most int) ([]string, float64) {
	for size := largest; ; size -= 2 {
		lines := broken(text, w, cardRoom/size)
		if len(lines) <= most {
			return lines, size
		}
		// A second line is better than small letters, a third is not.
		if size-2 < smallest {
			lines = lines[:most]
			last := []rune(lines[most-1])
			for len(last) > 0 && widthOf(string(last)+"…", w) > cardRoom/size {
				last = last[:len(last)-1]
			}
			lines[most-1] = strings.TrimSpace(string(last)) + "…"
			return lines, size
		}
	}
}

// broken breaks a text between words into lines of a width at size 1. A word that is longer than a
// line is broken where it has to be.
func broken(text string, w weight, width float64) []string {
	lines := []string{""}
	for _, word := range strings.Fields(text) {
		last := len(lines) - 1
		longer := strings.TrimSpace(lines[last] + " " + word)
		if widthOf(longer, w) <= width {
			lines[last] = longer
			continue
		}
		if lines[last] != "" {
			lines = append(lines, "")
			last++
		}
		for _, r := range word {
			if lines[last] != "" && widthOf(lines[last]+string(r), w) > width {
				lines = append(lines, "")
				last++
			}
			lines[last] += string(r)
		}
	}
	return lines
}
