package report

import (
	_ "embed"
	"html/template"
	"io"
	"math"
	"strconv"
	"strings"
	"sync"

	"github.com/levelica/levelica/internal/chart"
)

//go:embed report.html.tmpl
var htmlText string

// htmlPage parses the page once. Every text goes through html/template, which escapes it for the
// place where it stands; only the colours, which are ours, are marked as safe CSS.
var htmlPage = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("report").Funcs(template.FuncMap{
		"brand": func() drawing {
			return draw(ladder(brandRungs(), brandLadder), brandLadder.Width, brandLadder.Height)
		},
		"ladder": func(s section) drawing {
			return draw(ladder(s.Rungs, guideLadder), guideLadder.Width, guideLadder.Height)
		},
		"strand": func(s strandRow) drawing {
			return draw(strandCells(s.Seen, s.Done, s.Items, strandWidth, strandHeight), strandWidth, strandHeight)
		},
		"rung": func(r rung) drawing {
			fill := accentMid
			if r.Reached {
				fill = accent
			}
			return draw(cells(r.Cells, 0, 0, rungWidth, rungHeight, rungSplit, fill), rungWidth, rungHeight)
		},
		"figure": func(f *chart.Figure, id string, ofGuide bool) any {
			return struct {
				Figure  *chart.Figure
				ID      string
				OfGuide bool // below the heading of a guide
			}{f, id, ofGuide}
		},
		"chart": func(f *chart.Figure, id string) template.HTML {
			return template.HTML(f.SVG(id)) // every text in it is escaped
		},
		"tick":   func() drawing { return draw(tick(8), 8, 8) },
		"colour": func(name string) template.CSS { return template.CSS(palette[name].String()) },
	}).Parse(htmlText))
})

var palette = map[string]colour{
	"white": white, "sunken": sunken, "line": line, "edge": edge, "ink": ink, "ink2": ink2, "ink3": ink3,
	"accent": accent, "accentMid": accentMid, "activeSoft": activeSoft, "activeMid": activeMid, "activeHard": activeHard,
	"accentSoft": accentSoft, "rungAhead": rungAhead, "signalMark": signalMark,
}

// writeHTML writes one page that needs nothing beside itself: no script, no address, and a policy
// that forbids both, in case a browser should see one where there is none.
func writeHTML(w io.Writer, p paper) error { return htmlPage().Execute(w, p) }

// drawing is a list of shapes as SVG writes it.
type drawing struct {
	Width, Height string
	Paths         []path
}

type path struct {
	Fill string
	D    string
}

// draw turns shapes into SVG paths, neighbours of one colour into one path.
func draw(shapes []shape, width, height float64) drawing {
	d := drawing{Width: number(width), Height: number(height)}
	for _, s := range shapes {
		var out strings.Builder
		for i, p := range s.Points {
			if i == 0 {
				out.WriteByte('M')
			} else {
				out.WriteByte('L')
			}
			out.WriteString(number(p.X) + " " + number(p.Y))
		}
		out.WriteByte('Z')
		fill := s.Fill.String()
		if n := len(d.Paths); n > 0 && d.Paths[n-1].Fill == fill {
			d.Paths[n-1].D += out.String()
			continue
		}
		d.Paths = append(d.Paths, path{fill, out.String()})
	}
	return d
}

// number writes a coordinate to a hundredth, which is finer than a printer's dot.
func number(x float64) string {
	return strconv.FormatFloat(math.Round(x*100)/100, 'f', -1, 64)
}
