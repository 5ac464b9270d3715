package report

import (
	"strings"
	"time"

	"codeberg.org/go-pdf/fpdf"
)

// pdfCanvas draws into a PDF.
type pdfCanvas struct {
	pdf    *fpdf.Fpdf
	loaded map[*face]bool
}

func newPDFCanvas(p paper, made time.Time) *pdfCanvas {
	c := &pdfCanvas{pdf: fpdf.New("P", "pt", "A4", ""), loaded: map[*face]bool{}}
	c.pdf.SetAutoPageBreak(false, 0)
	c.pdf.SetCatalogSort(true) // else the order of fonts, and so the bytes, change from run to run
	c.pdf.SetCreationDate(made)
	c.pdf.SetModificationDate(made)
	c.pdf.SetTitle(strings.TrimSuffix(p.Title+", "+p.Date, ", "), true)
	c.pdf.SetAuthor(p.Person, true)
	c.pdf.SetSubject(p.Footer, true)
	c.pdf.SetCreator(p.Brand, true)
	c.pdf.SetLang(p.Language)
	return c
}

func (c *pdfCanvas) begin() { c.pdf.AddPage() }

func (c *pdfCanvas) turn(page int) {
	c.pdf.SetPage(page)
	c.pdf.SetFont(regularFace.name, "", 7) // the library forgets that another page has another font
}

func (c *pdfCanvas) letters(from point, piece run, st style, _ float64, how setting) {
	if !c.loaded[piece.face] {
		c.loaded[piece.face] = true
		c.pdf.AddUTF8FontFromBytes(piece.face.name, "", piece.face.read().data)
	}
	c.pdf.SetFont(piece.face.name, "", st.size)
	c.pdf.SetTextColor(int(st.colour.R), int(st.colour.G), int(st.colour.B))
	switch how {
	case thickened:
		c.pdf.SetDrawColor(int(st.colour.R), int(st.colour.G), int(st.colour.B))
		c.pdf.SetLineWidth(st.size * 0.035)
		c.pdf.SetTextRenderingMode(2) // fill and stroke
	case unseen:
		c.pdf.SetTextRenderingMode(3)
	}
	c.pdf.Text(from.X, from.Y, piece.text)
	if how != filled {
		c.pdf.SetTextRenderingMode(0)
	}
}

func (c *pdfCanvas) fill(s shape) {
	points := make([]fpdf.PointType, len(s.Points))
	for i, p := range s.Points {
		points[i] = fpdf.PointType{X: p.X, Y: p.Y}
	}
	c.pdf.SetFillColor(int(s.Fill.R), int(s.Fill.G), int(s.Fill.B))
	c.pdf.Polygon(points, "F")
}
