package chart

// Bar is a number of things, of which a part has evidence.
type Bar struct {
	Name      string
	Claimed   int
	Evidenced int
	Count     string // both numbers in words, at the end of the bar
}

const (
	barPitch   = 33.0
	barHeight  = 10.0
	barsCount  = 56.0 // at the right, for the numbers, at least
	barsMargin = 8.0
)

// Bars draws a bar for each, the first one on top, on a scale from 0 to most. The part that has
// evidence is solid, the rest outlined.
func Bars(title, desc string, bars []Bar, most int, table Table) *Figure {
	if len(bars) == 0 || most < 1 {
		return nil
	}
	f := &Figure{Width: columnWidth, Height: barPitch * float64(len(bars)), Title: title, Desc: desc, Table: table}
	left, right := barsMargin, barsCount
	for _, b := range bars {
		left = max(left, min(widthOf(b.Name)+barsMargin*2, columnWidth/3))
		right = max(right, min(widthOf(b.Count)+barsMargin, columnWidth/2))
	}
	full := columnWidth - right - left
	for i, b := range bars {
		y := barPitch*float64(i) + barPitch/2
		f.line(Grid, 0, Pair{left, y}, Pair{left + full, y})
		claimed := full * float64(bounded(b.Claimed, most)) / float64(most)
		evidenced := full * float64(bounded(b.Evidenced, bounded(b.Claimed, most))) / float64(most)
		if claimed > 0 {
			f.box(Claimed, left, y-barHeight/2, claimed, barHeight, 1.5)
		}
		if evidenced > 0 {
			f.box(Evidenced, left, y-barHeight/2, evidenced, barHeight, 1.5)
		}
		f.text(Label, 0, y+TextSize*0.35, Start, shorten(b.Name, left-barsMargin))
		if b.Count != "" {
			f.text(Label, columnWidth, y+TextSize*0.35, End, b.Count)
		}
	}
	return f
}
