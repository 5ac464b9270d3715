package report

import (
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"math"
	"strings"
	"sync"

	"github.com/levelica/levelica/internal/locale"
)

//go:embed pages.html.tmpl
var pagesText string

var pagesPage = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("pages").Parse(pagesText))
})

// The pages of the PDF as a window shows them, one under the other: what stands where, and where a page
// ends, is what the PDF has, because both are laid out by the same sheet. The letters are those that the
// window has, set as wide as the faces of the PDF.

// WritePages writes the pages of the PDF as one HTML page, and returns how many there are.
func (d *Document) WritePages(w io.Writer) (pages int, err error) {
	p := d.paper()
	c := &pageCanvas{}
	pages = lay(p, canvas{c.begin, c.turn, c.letters, c.fill})
	c.flush()
	v := struct {
		paper
		Width, Height string
		Drawn         []drawnPage
	}{paper: p, Width: number(sheetWidth), Height: number(sheetHeight)}
	for i, page := range c.pages {
		v.Drawn = append(v.Drawn, drawnPage{
			Name:  d.words.Text("paper.page.shown", locale.Args{"page": i + 1, "pages": pages}),
			Shown: template.HTML(page.String()), // every text in it is escaped
		})
	}
	if err := pagesPage().Execute(w, v); err != nil {
		return 0, fmt.Errorf("write the pages of the report: %w", err)
	}
	return pages, nil
}

// drawnPage is a page with what stands above it.
type drawnPage struct {
	Name  string // "Page 1 of 4"
	Shown template.HTML
}

// pageCanvas draws each page as SVG. A report of a guide in Korean is set in thousands of pieces, because
// its words and the spaces between them are of two faces: what stands side by side is written as one.
type pageCanvas struct {
	pages []*strings.Builder
	at    int // the page that is drawn on
	line  struct {
		from  point
		width float64
		st    style
		how   setting
		text  string
	}
	shape path // shapes of one colour
}

func (c *pageCanvas) begin() {
	c.flush()
	c.pages = append(c.pages, &strings.Builder{})
	c.at = len(c.pages) - 1
}

func (c *pageCanvas) turn(page int) {
	c.flush()
	c.at = page - 1
}

// flush writes what is set side by side, and what is filled with one colour.
func (c *pageCanvas) flush() {
	if c.shape.D != "" {
		fmt.Fprintf(c.pages[c.at], `<path fill="%s" d="%s"/>`, c.shape.Fill, c.shape.D)
		c.shape = path{}
	}
	l := &c.line
	if l.text == "" {
		return
	}
	out := c.pages[c.at]
	fmt.Fprintf(out, `<text x="%s" y="%s" textLength="%s" lengthAdjust="spacingAndGlyphs" font-size="%s"`,
		number(l.from.X), number(l.from.Y), number(l.width), number(l.st.size))
	switch {
	case l.how == unseen:
		out.WriteString(` fill="none"`)
	case l.st.weight == bold:
		fmt.Fprintf(out, ` fill="%s" font-weight="700"`, l.st.colour)
	default:
		fmt.Fprintf(out, ` fill="%s"`, l.st.colour)
	}
	if l.how != unseen && l.st.weight == bold && l.st.size >= headStyle.size {
		out.WriteString(` role="heading" aria-level="3"`) // below that of the page
	}
	out.WriteByte('>')
	template.HTMLEscape(out, []byte(l.text))
	out.WriteString("</text>")
	l.text = ""
}

func (c *pageCanvas) letters(from point, piece run, st style, width float64, how setting) {
	l := &c.line
	beside := from.Y == l.from.Y && math.Abs(from.X-l.from.X-l.width) < 0.01
	if l.text == "" || !beside || st != l.st || (how == unseen) != (l.how == unseen) {
		c.flush()
		l.from, l.width, l.st, l.how = from, 0, st, how
	}
	l.text += piece.text
	l.width += width
}

func (c *pageCanvas) fill(s shape) {
	rounded := shape{Fill: s.Fill}
	for _, p := range s.Points { // to a tenth, which on a screen is less than a dot
		rounded.Points = append(rounded.Points, point{math.Round(10*p.X) / 10, math.Round(10*p.Y) / 10})
	}
	drawn := draw([]shape{rounded}, 0, 0).Paths[0]
	if c.line.text != "" || drawn.Fill != c.shape.Fill {
		c.flush()
		c.shape.Fill = drawn.Fill
	}
	c.shape.D += drawn.D
}
