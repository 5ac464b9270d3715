package app

import (
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// A drawing that was scrolled, of another size of text, or for a window of another width.

func TestAHomeThatWasScrolledIsSeenWhereItWasLeft(t *testing.T) {
	a := testApp(t)
	drawFirst(t, a)
	saveWith(t, a, func(v *SettingsView) { v.LastPlace, v.LastScroll = "#/home", 321 })
	_, page := startAgain(t, a)
	drawn, scrolls := strings.Index(page, drawing), strings.Index(page, "<script>"+afterPaint+"</script>")
	if drawn < 0 || scrolls < drawn || !strings.Contains(page, ` data-scroll="321"`) {
		t.Errorf("the drawing stands at %d, what scrolls it at %d, in a page that begins %.120q", drawn, scrolls, page)
	}
}

func TestAtAnotherSizeOfTextTheNextStartBeginsWithTheFirstScreenTooAndWithASheetForThatSize(t *testing.T) {
	a := testApp(t)
	saveWith(t, a, func(v *SettingsView) { v.TextSize = 150 })
	drawFirst(t, a)
	next, page := startAgain(t, a)
	if !strings.Contains(page, drawing) {
		t.Error("the page begins without the drawing")
	}
	saveWith(t, next, func(v *SettingsView) { v.TextSize = 125 })
	if _, page := startAgain(t, next); strings.Contains(page, drawing) {
		t.Error("the page begins with a drawing of another size")
	}
	const sheet = `p{padding:10px}@media (width<=599px),(height>=100px){p{margin:599px}}@media print{p{margin:2px}}`
	const want = `p{padding:10px}@media (width<=898.5px),(height>=150px){p{margin:599px}}@media print{p{margin:2px}}`
	if got := string(arrangedFor([]byte(sheet), 150)); got != want {
		t.Errorf("the sheet is %s", got)
	}
	if got := string(arrangedFor([]byte(sheet), usualTextSize)); got != sheet {
		t.Errorf("at the usual size the sheet is %s", got)
	}
}

func TestADrawingFitsAWindowThatIsArrangedInTheSameWay(t *testing.T) {
	source, err := os.ReadFile("../frontend/src/App.svelte")
	if err != nil {
		t.Fatal(err)
	}
	var widths []int
	for _, found := range regexp.MustCompile(`media\('\(max-width: (\d+)px\)'\)`).FindAllSubmatch(source, -1) {
		width, err := strconv.Atoi(string(found[1]))
		if err != nil {
			t.Fatal(err)
		}
		widths = append(widths, width)
	}
	slices.Sort(widths)
	if !slices.Equal(widths, arranged) {
		t.Errorf("App.svelte is arranged by the widths %v, a drawing by %v", widths, arranged)
	}
	for _, width := range widths {
		for _, size := range textSizes {
			last := width * size / usualTextSize // pixels that are no more than the width at that size
			if arrangement(last, size) == arrangement(last+1, size) {
				t.Errorf("at %d %%, %d and %d pixels have the same arrangement", size, last, last+1)
			}
			if arrangement(last, size) != arrangement(last-1, size) {
				t.Errorf("at %d %%, %d and %d pixels have different arrangements", size, last, last-1)
			}
		}
	}
}
