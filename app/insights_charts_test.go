package app

import (
	"strings"
	"testing"

	"github.com/levelica/levelica/internal/guide"
)

func TestTheNameOfEveryShippedGuideStandsWholeBesideItsLine(t *testing.T) {
	a, c := appWithClock(t, noon)
	slugs, err := guide.Shipped().Slugs()
	if err != nil {
		t.Fatal(err)
	}
	for _, slug := range slugs {
		rateOn(t, a, c, noon.AddDate(0, -2, 0), slug, "on-my-own", itemsOf(t, slug, 1)...)
	}
	c.now = noon
	for _, slug := range slugs {
		g, err := guide.Shipped().Outline(slug, a.words().Language)
		if err != nil {
			t.Fatal(err)
		}
		v, err := a.insights(slug + ".year")
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(v.Trend.SVG, ">"+g.Title+"<") {
			t.Errorf("the name of %s is cut off", g.Title)
		}
	}
}
