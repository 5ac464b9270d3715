//go:build window

package window

import (
	"encoding/json"
	"testing"

	"github.com/levelica/levelica/build/window/atspi"
	"github.com/levelica/levelica/build/window/x11"
)

func TestALevelIsGuessedByKeysAloneBeforeAnythingIsRated(t *testing.T) {
	s := begin(t, 1280, 800)
	w := s.start()
	g := w.openGuide(1)
	w.focus()
	guessed := func() int {
		var v struct {
			Predicted int `json:"predicted"`
		}
		if err := json.Unmarshal([]byte(s.command("rater", "show", g.Slug, "--json")), &v); err != nil {
			t.Fatal(err)
		}
		return v.Predicted
	}

	w.element("landmark", say(t, "guess"))
	w.tabTo("radio button", say(t, "level.zero"))
	for want := 1; want <= 3; want++ {
		w.press(x11.Down)
		s.await("the guess kept", func() bool { return guessed() == want })
	}

	// The first rating ends it, and takes nothing away from above the rows.
	item := g.Levels[0].Items[0]
	w.tabTo("check box", item.Text)
	w.press(x11.Space)
	w.see("the item as ticked", func(tree *atspi.Element) bool { return ticked(tree, item) })
	if tree := w.read(); tree.Find("radio button", say(t, "level.zero")) != nil {
		t.Error("a guess is still taken after the first rating")
	}
	w.focused("check box", item.Text)
}
