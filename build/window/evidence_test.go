//go:build window

package window

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/levelica/levelica/build/window/atspi"
	"github.com/levelica/levelica/build/window/x11"
	"github.com/levelica/levelica/internal/guide"
	"github.com/levelica/levelica/internal/locale"
)

// TestEvidenceThatWasTypedIsFoundAgainAndAFileThatChangedIsTakenAsItIs goes through the dialog of an item
// with so much evidence that it scrolls.
func TestEvidenceThatWasTypedIsFoundAgainAndAFileThatChangedIsTakenAsItIs(t *testing.T) {
	for language, hand := range map[string]hands{"en": byKeys, "ko": byMouse} {
		t.Run(language, func(t *testing.T) {
			s := begin(t, 1280, 800)
			s.speak(language)
			g, err := guide.Shipped().Guide(backend, language)
			if err != nil {
				t.Fatal(err)
			}
			item, words := g.Levels[0].Items[0], locale.For(language)
			s.mark("on-my-own", item)
			file := filepath.Join(s.display.Home(), "증거.txt")
			write := func(text string) {
				t.Helper()
				if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			write("first")
			for range 2 {
				s.command("evidence", "add", backend, item.ID, "--note", "복구를 해 봤습니다 🙂")
			}
			s.command("evidence", "add", backend, item.ID, "--file", file)
			write("second one")
			pieces := func() (kinds, digests []string) {
				t.Helper()
				var all []struct{ Kind, SHA256 string }
				if err := json.Unmarshal([]byte(s.command("evidence", "list", backend, item.ID, "--json")), &all); err != nil {
					t.Fatal(err)
				}
				for _, piece := range all {
					kinds = append(kinds, piece.Kind)
					digests = append(digests, piece.SHA256)
				}
				return kinds, digests
			}

			w := s.start("levelica://guide/" + backend + "/level/1")
			w.element("check box", item.Text)
			w.focus()
			w.tabTo("check box", item.Text)
			note := words.Text("evidence.note")
			w.press('e')
			w.focused("entry", note)
			w.write("half a note")
			w.press(x11.Escape)
			w.see("no dialog", func(tree *atspi.Element) bool { return tree.Find("entry", note) == nil })
			w.press('e')
			w.see("what was typed", func(tree *atspi.Element) bool {
				entry := tree.Find("entry", note)
				return entry != nil && entry.Text == "half a note"
			})
			inSight(t, w, words.Text("evidence.save"))

			check := words.Text("evidence.check")
			hand.press(w, "button", check)
			w.words(words.Text("evidence.state.changed"))
			w.focused("button", check)
			hand.press(w, "button", words.Text("evidence.renew"))
			w.focused("entry", note)
			const second = "e468f3fb57f6fd47d88040c950497782d50d70a6e1927c8e9a4f32d3841fa9eb" // of "second one", by sha256sum
			if kinds, digests := pieces(); len(kinds) != 3 || !slices.Contains(digests, second) {
				t.Errorf("after the file was renewed there are %v with the digests %v", kinds, digests)
			}

			hand.press(w, "button", words.Text("evidence.save"))
			w.see("the field empty again", func(tree *atspi.Element) bool {
				entry := tree.Find("entry", note)
				return entry != nil && entry.Text == ""
			})
			if kinds, _ := pieces(); len(kinds) != 4 {
				t.Errorf("after a note was added there are %v", kinds)
			}
		})
	}
}

// inSight fails unless a button of the open dialog lies within it, wherever the dialog is scrolled to.
func inSight(t *testing.T, w *window, name string) {
	t.Helper()
	button := w.element("button", name)
	dialog := button
	for dialog != nil && dialog.Role != "dialog" {
		dialog = dialog.Parent
	}
	if dialog == nil {
		t.Fatalf("the button %q is in no dialog", name)
	}
	at, err := button.Bounds(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	around, err := dialog.Bounds(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if !at.In(around) {
		t.Errorf("the button %q is at %v, outside the dialog at %v", name, at, around)
	}
}
