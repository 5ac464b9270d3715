package report

import (
	"bufio"
	"fmt"
	"html"
	"image"
	"image/color"
	"image/png"
	"io"
	"math"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"
)

// A picture is a list of outlines, and SVG and PNG draw the same list. Letters are outlines too, so
// that a card looks the same where nobody has its typefaces.

// outline encloses what has one colour. Bold thickens it: there is no bold Korean typeface.
type outline struct {
	fill     colour
	bold     float64 // how much wider the strokes become
	segments []segment
}

// segment is a step of an outline: to a point, along a line or a curve. A move begins a new part.
type segment struct {
	op   byte // M, L, Q or C, as SVG names them
	args [3]point
}

// count returns how many points a segment has.
func (s segment) count() int { return map[byte]int{'M': 1, 'L': 1, 'Q': 2, 'C': 3}[s.op] }

// drawn returns a shape as an outline, moved.
func drawn(s shape, x, y float64) outline {
	o := outline{fill: s.Fill}
	for i, p := range s.Points {
		op := byte('L')
		if i == 0 {
			op = 'M'
		}
		o.segments = append(o.segments, segment{op, [3]point{{p.X + x, p.Y + y}}})
	}
	return o
}

// written returns a line of text as outlines, one for each typeface in it. The point is where the
// line begins on its base.
func written(text string, w weight, size float64, fill colour, x, y float64) []outline {
	pieces, _ := runs(text, w)
	var outlines []outline
	for _, piece := range pieces {
		o := outline{fill: fill}
		if w == bold && piece.face != boldFace {
			o.bold = size * 0.035
		}
		for _, r := range piece.text {
			o.segments = append(o.segments, piece.face.letter(r, size, x, y)...)
			x += piece.face.read().advances[r] * size
		}
		outlines = append(outlines, o)
	}
	return outlines
}

// letter returns the outline of a character at a size and a place.
func (f *face) letter(r rune, size, x, y float64) []segment {
	parsed := f.parse()
	var buffer sfnt.Buffer
	glyph, err := parsed.GlyphIndex(&buffer, r)
	if err != nil {
		return nil // runs has chosen a face that has the character
	}
	units := parsed.UnitsPerEm()
	loaded, err := parsed.LoadGlyph(&buffer, glyph, fixed.Int26_6(units)<<6, nil)
	if err != nil {
		return nil
	}
	scale := size / float64(units) / 64
	at := func(p fixed.Point26_6) point { return point{x + float64(p.X)*scale, y + float64(p.Y)*scale} }
	var out []segment
	for _, s := range loaded {
		op := map[sfnt.SegmentOp]byte{
			sfnt.SegmentOpMoveTo: 'M', sfnt.SegmentOpLineTo: 'L', sfnt.SegmentOpQuadTo: 'Q', sfnt.SegmentOpCubeTo: 'C',
		}[s.Op]
		out = append(out, segment{op, [3]point{at(s.Args[0]), at(s.Args[1]), at(s.Args[2])}})
	}
	return out
}

// writeSVG draws a picture as SVG, with its words for those who do not see it.
func writeSVG(w io.Writer, outlines []outline, language, title string) error {
	out := bufio.NewWriter(w)
	fmt.Fprintf(out, `<svg xmlns="http://www.w3.org/2000/svg" width="%g" height="%g" viewBox="0 0 %g %g" role="img" lang="%s" aria-labelledby="title"><title id="title">%s</title>`,
		cardWidth, cardHeight, cardWidth, cardHeight, html.EscapeString(language), html.EscapeString(title))
	for _, o := range outlines {
		if len(o.segments) == 0 {
			continue
		}
		fmt.Fprintf(out, "\n<path fill=\"%s\"", o.fill)
		if o.bold > 0 {
			fmt.Fprintf(out, ` stroke="%s" stroke-width="%s" stroke-linejoin="round"`, o.fill, number(o.bold))
		}
		out.WriteString(` d="`)
		for i, s := range o.segments {
			if s.op == 'M' && i > 0 {
				out.WriteByte('Z')
			}
			out.WriteByte(s.op)
			for k := range s.count() {
				if k > 0 {
					out.WriteByte(' ')
				}
				out.WriteString(number(s.args[k].X) + " " + number(s.args[k].Y))
			}
		}
		out.WriteString(`Z"/>`)
	}
	out.WriteString("\n</svg>\n")
	return out.Flush()
}

// pngScale is how many pixels a unit of a picture has: screens have two, and so has what is posted.
const pngScale = 2

// writePNG draws a picture as PNG.
func writePNG(w io.Writer, outlines []outline) error {
	canvas := image.NewRGBA(image.Rect(0, 0, cardWidth*pngScale, cardHeight*pngScale))
	for _, o := range outlines {
		o.paint(canvas)
	}
	encoder := png.Encoder{CompressionLevel: png.BestCompression}
	return encoder.Encode(w, canvas)
}

// paint fills a drawing's outline. A bold one is painted again around its place, as a stroke that
// is wider would be.
func (o outline) paint(canvas *image.RGBA) {
	const around = 8
	o.fillAt(canvas, 0, 0)
	if o.bold > 0 {
		for i := range around {
			angle := 2 * math.Pi * float64(i) / around
			o.fillAt(canvas, math.Cos(angle)*o.bold/2, math.Sin(angle)*o.bold/2)
		}
	}
}

func (o outline) fillAt(canvas *image.RGBA, dx, dy float64) {
	bounds := o.bounds(dx, dy).Intersect(canvas.Bounds())
	if bounds.Empty() {
		return
	}
	raster := vector.NewRasterizer(bounds.Dx(), bounds.Dy())
	at := func(p point) (float32, float32) {
		return float32((p.X+dx)*pngScale) - float32(bounds.Min.X), float32((p.Y+dy)*pngScale) - float32(bounds.Min.Y)
	}
	for i, s := range o.segments {
		ax, ay := at(s.args[0])
		bx, by := at(s.args[1])
		cx, cy := at(s.args[2])
		switch s.op {
		case 'M':
			if i > 0 {
				raster.ClosePath()
			}
			raster.MoveTo(ax, ay)
		case 'L':
			raster.LineTo(ax, ay)
		case 'Q':
			raster.QuadTo(ax, ay, bx, by)
		case 'C':
			raster.CubeTo(ax, ay, bx, by, cx, cy)
		}
	}
	raster.ClosePath()
	raster.Draw(canvas, bounds, image.NewUniform(color.RGBA{o.fill.R, o.fill.G, o.fill.B, 0xff}), image.Point{})
}

// bounds returns the pixels that an outline can touch. The points that bend a curve lie outside it.
func (o outline) bounds(dx, dy float64) image.Rectangle {
	low, high := point{math.Inf(1), math.Inf(1)}, point{math.Inf(-1), math.Inf(-1)}
	for _, s := range o.segments {
		for _, p := range s.args[:s.count()] {
			low = point{min(low.X, p.X), min(low.Y, p.Y)}
			high = point{max(high.X, p.X), max(high.Y, p.Y)}
		}
	}
	if low.X > high.X {
		return image.Rectangle{}
	}
	return image.Rect(
		int(math.Floor((low.X+dx)*pngScale)), int(math.Floor((low.Y+dy)*pngScale)),
		int(math.Ceil((high.X+dx)*pngScale))+1, int(math.Ceil((high.Y+dy)*pngScale))+1,
	)
}
