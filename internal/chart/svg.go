package chart

import (
	"html"
	"math"
	"strconv"
	"strings"
)

// SVG writes the figure as an element that can stand in any page: no script, no style, no address,
// only classes for what the marks are. The id sets it apart from other figures of the page. Its
// size is told in rem, so that it grows with the reader's text.
func (f *Figure) SVG(id string) string {
	id = html.EscapeString(id)
	var out strings.Builder
	out.WriteString(`<svg class="chart" role="img" aria-labelledby="` + id + `-title" aria-describedby="` + id + `-desc" width="` +
		rem(f.Width) + `" height="` + rem(f.Height) + `" viewBox="0 0 ` + number(f.Width) + " " + number(f.Height) + `">` +
		`<title id="` + id + `-title">` + escape(f.Title) + `</title><desc id="` + id + `-desc">` + escape(f.Words()) + `</desc>`)
	for i := 0; i < len(f.Marks); {
		m := f.Marks[i]
		if m.Kind == Text {
			out.WriteString(`<text class="` + string(m.Role) + `" x="` + number(m.Points[0].X) + `" y="` + number(m.Points[0].Y) + `"`)
			if m.Anchor != Start {
				out.WriteString(` text-anchor="` + string(m.Anchor) + `"`)
			}
			out.WriteString(`>` + escape(m.Text) + `</text>`)
			i++
			continue
		}
		// Neighbours that look alike become one path: ten years of days are five elements.
		out.WriteString(`<path class="` + string(m.Role))
		if m.Dash > 0 {
			out.WriteString(" dash-" + strconv.Itoa(m.Dash))
		}
		out.WriteString(`" d="`)
		for ; i < len(f.Marks) && alike(f.Marks[i], m); i++ {
			f.Marks[i].writePath(&out)
		}
		out.WriteString(`"/>`)
	}
	out.WriteString(`</svg>`)
	return out.String()
}

func alike(a, b Mark) bool { return a.Kind == b.Kind && a.Role == b.Role && a.Dash == b.Dash }

func (m Mark) writePath(out *strings.Builder) {
	if m.Radius > 0 && len(m.Points) == 4 {
		a, c, r := m.Points[0], m.Points[2], m.Radius
		across, down := c.X-a.X-2*r, c.Y-a.Y-2*r
		arc := func(x, y float64) string {
			return "a" + number(r) + " " + number(r) + " 0 0 1 " + number(x) + " " + number(y)
		}
		out.WriteString("M" + number(a.X+r) + " " + number(a.Y) + "h" + number(across) + arc(r, r) + "v" + number(down) + arc(-r, r) +
			"h" + number(-across) + arc(-r, -r) + "v" + number(-down) + arc(r, -r) + "z")
		return
	}
	for i, p := range m.Points {
		if i == 0 {
			out.WriteByte('M')
		} else {
			out.WriteByte('L')
		}
		out.WriteString(number(p.X) + " " + number(p.Y))
	}
	if m.Kind == Area {
		out.WriteByte('z')
	}
}

// number writes a coordinate to a hundredth of a pixel.
func number(x float64) string {
	return strconv.FormatFloat(math.Round(x*100)/100, 'f', -1, 64)
}

func rem(pixels float64) string { return number(pixels/16) + "rem" }

// escape makes a text of other people mean itself. What XML cannot hold is left out.
func escape(text string) string {
	return html.EscapeString(strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' && r != '\n' || r == '\uFFFE' || r == '\uFFFF' {
			return -1
		}
		return r
	}, strings.ToValidUTF8(text, "\uFFFD")))
}
