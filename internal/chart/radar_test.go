package chart

import (
	"math"
	"strings"
	"testing"
)

func TestTheRadarPointsUpAndItsValuesLieOnTheirSpokes(t *testing.T) {
	f := Radar("x", "x", "x", []Spoke{{"up", 7, 7}, {"b", 0, 0}, {"c", 0, 0}, {"d", 0, 0}}, 7, Table{})
	for _, m := range f.Marks {
		if m.Role == Claimed {
			centre, up := m.Points[1], m.Points[0]
			if up.X != f.Width/2 || math.Abs(centre.Y-up.Y-radarRadius) > 1e-9 || centre != m.Points[2] {
				t.Errorf("%v", m.Points)
			}
		}
	}
}

func TestTheNamesBesideARadarAreWholeWhereTheirWordsFit(t *testing.T) {
	names := strings.Split("AI Utilization/Cybersecurity Awareness/Cloud Computing/Backend Engineering/Blockchain Technology/Data Engineering/사이버 보안 인식", "/")
	for n := leastSpokes; n <= len(names); n++ {
		for turn := range names {
			var spokes []Spoke
			for i := range n {
				spokes = append(spokes, Spoke{Name: names[(turn+i)%len(names)], Claimed: 3, Evidenced: 1})
			}
			for _, m := range Radar("x", "x", "x", spokes, 7, Table{}).Marks {
				if m.Kind != Text {
					continue
				}
				if strings.Contains(m.Text, "…") {
					t.Errorf("of %d spokes %q is cut", n, m.Text)
				}
				from, to := m.Points[0].X, m.Points[0].X+widthOf(m.Text)
				switch m.Anchor {
				case End:
					from, to = from-widthOf(m.Text), from
				case Middle:
					from, to = from-widthOf(m.Text)/2, from+widthOf(m.Text)/2
				}
				if from < -0.5 || to > columnWidth+0.5 {
					t.Errorf("of %d spokes %q stands from %.0f to %.0f", n, m.Text, from, to)
				}
			}
		}
	}
}

func TestARadarKeepsItsShapeBesideAWordThatNoRoomIsEnoughFor(t *testing.T) {
	long := strings.Repeat("장", 60) + strings.Repeat("verylong", 20) + "🙂"
	f := Radar("x", "x", "x", []Spoke{{"up", 7, 7}, {long, 7, 7}, {"c", 7, 7}, {long, 7, 7}}, 7, Table{})
	for _, m := range f.Marks {
		if m.Role == Claimed && m.Points[1].X-m.Points[3].X != 2*leastRadius {
			t.Errorf("it is %v wide", m.Points[1].X-m.Points[3].X)
		}
	}
}
