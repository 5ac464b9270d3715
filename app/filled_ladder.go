package app

import (
	"math"
	"strconv"
	"strings"

	"github.com/levelica/levelica/internal/guide"
)

// The ladders of Home, as CardLadder, MiniLadder and ladder.ts draw them.

// ladderPart is what is drawn of a ladder in one colour.
type ladderPart struct{ class, path string }

// miniLadder is the ladder of 16 px in the sidebar.
func miniLadder(level int) []ladderPart {
	top := func(rung int) float64 { return float64(2*(guide.Levels-rung) + 2) }
	split := 16.0
	if level > 0 {
		split = top(level)
	}
	rails := func(from, to float64) string { return oblong(2, from, 1, to-from) + oblong(13, from, 1, to-from) }
	var dim, lit string
	for rung := guide.Levels; rung > 0; rung-- {
		if path := oblong(3, top(rung), 10, 1); rung <= level {
			lit += path
		} else {
			dim += path
		}
	}
	return []ladderPart{{"dim", dim}, {"rail", rails(0, split)}, {"lit", lit + rails(split, 16)}}
}

// The measures of the ladder in a card (cardFrame).
const (
	cardWidth, cardHeight = 52.0, 81.0
	cardRail, cardRung    = 2.0, 5.0
	cardPitch, cardLean   = 11.0, 5.0
	cardFirst             = 7.5
)

// cardLadder is the ladder in a card.
func cardLadder(s *StandingView) []ladderPart {
	middle := func(level int) float64 { return cardFirst + cardPitch*float64(len(s.Levels)-level) }
	split := cardHeight
	if s.Level > 0 {
		split = middle(s.Level) - cardRung/2
	}
	var ahead, partly string
	lit := cardRails(split, cardHeight)
	for i := range s.Levels {
		l := &s.Levels[i]
		y := middle(l.Number)
		left, right := cardSides(y)
		x, width, top := hundredths(left), hundredths(right-left), y-cardRung/2
		switch {
		case l.Reached && l.Done < l.Items:
			const gap = cardRung
			lit += oblong(x, top, width*0.62, cardRung) + oblong(x+width*0.62+gap, top, width*0.38-gap, cardRung)
		case l.Reached:
			lit += oblong(x, top, width, cardRung)
		case l.Done > 0:
			ahead += oblong(x, top, width, cardRung)
			partly += oblong(x, top, width*float64(l.Done)/float64(l.Items), cardRung)
		default:
			const thin = cardRung * 0.3
			ahead += oblong(x, y-thin/2, width, thin)
		}
	}
	return []ladderPart{{"ahead", ahead}, {"partly", partly}, {"rail", cardRails(0, split)}, {"lit", lit}}
}

// cardSides are the centres of both rails at a height.
func cardSides(y float64) (left, right float64) {
	left = cardRail/2 + cardLean*(cardHeight-y)/cardHeight
	return left, cardWidth - left
}

// cardRails are both rails between two heights.
func cardRails(from, to float64) string {
	topLeft, topRight := cardSides(from)
	footLeft, footRight := cardSides(to)
	return rail(topLeft, footLeft, from, to) + rail(topRight, footRight, from, to)
}

func rail(top, foot, from, to float64) string {
	const half = cardRail / 2
	corners := [][2]float64{{top - half, from}, {top + half, from}, {foot + half, to}, {foot - half, to}}
	points := make([]string, len(corners))
	for i, c := range corners {
		points[i] = short(c[0]) + "," + short(c[1])
	}
	return "M" + strings.Join(points, " ") + "z"
}

func oblong(x, y, width, height float64) string {
	return "M" + short(x) + " " + short(y) + "h" + short(width) + "v" + short(height) + "h" + short(-width) + "z"
}

// hundredths rounds as the window does: the half goes up.
func hundredths(v float64) float64 { return math.Floor(v*100+0.5) / 100 }

func short(v float64) string {
	v = hundredths(v)
	if v == 0 {
		v = 0 // not -0
	}
	return strconv.FormatFloat(v, 'f', -1, 64)
}
