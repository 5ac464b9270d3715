package report

import (
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"strings"
	"sync"
)

//go:embed pages.html.tmpl
var pagesText string

var pagesPage = sync.OnceValue(func() *template.Template {
	next := func(i int) int { return i + 1 } // pages are counted from 1
	return template.Must(template.New("pages").Funcs(template.FuncMap{"next": next}).Parse(pagesText))
})

// The pages of the PDF as a window shows them, one under the other: what stands where, and where a page
// ends, is what the PDF has, because both are laid out by the same sheet. The letters are those that the
// window has, set as wide as the faces of the PDF.

// PageWidth is how wide a page of the preview is, and PageStep from the top of one to the top of the next,
// in units of which the window makes as many pixels as it has room for.
const (
	PageWidth = sheetWidth
	PageStep  = sheetHeight + pageGap
)

const pageGap = 18.0

// WritePages writes the pages of the PDF as one HTML page, and returns how many there are.
func (d *Document) WritePages(w io.Writer) (pages int, err error) {
	p := d.paper()
	c := &pageCanvas{}
	pages = lay(p, c)
	v := struct {
		paper
		Width, Height, Gap string
		Drawn              []template.HTML
	}{paper: p, Width: number(sheetWidth), Height: number(sheetHeight), Gap: number(100 * pageGap / sheetWidth)}
	for i := range c.pages {
		v.Drawn = append(v.Drawn, template.HTML(c.pages[i].String())) // every text in it is escaped
	}
	if err := pagesPage().Execute(w, v); err != nil {
		return 0, fmt.Errorf("write the pages of the report: %w", err)
	}
	return pages, nil
}

// pageCanvas draws each page as SVG.
type pageCanvas struct {
	pages []*strings.Builder
	at    int // the page that is drawn on
}

func (c *pageCanvas) begin() {
	c.pages = append(c.pages, &strings.Builder{})
	c.at = len(c.pages) - 1
}

func (c *pageCanvas) turn(page int) { c.at = page - 1 }

func (c *pageCanvas) letters(from point, piece run, st style, width float64, how setting) {
	out := c.pages[c.at]
	fmt.Fprintf(out, `<text x="%s" y="%s" textLength="%s" lengthAdjust="spacingAndGlyphs" font-size="%s"`,
		number(from.X), number(from.Y), number(width), number(st.size))
	switch {
	case how == unseen:
		out.WriteString(` fill="none"`)
	case st.weight == bold:
		fmt.Fprintf(out, ` fill="%s" font-weight="700"`, st.colour)
	default:
		fmt.Fprintf(out, ` fill="%s"`, st.colour)
	}
	out.WriteByte('>')
	template.HTMLEscape(out, []byte(piece.text))
	out.WriteString("</text>")
}

func (c *pageCanvas) fill(s shape) {
	drawn := draw([]shape{s}, 0, 0).Paths[0]
	fmt.Fprintf(c.pages[c.at], `<path fill="%s" d="%s"/>`, drawn.Fill, drawn.D)
}
