//go:build window

package window

import (
	"archive/zip"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/levelica/levelica/build/window/atspi"
	"github.com/levelica/levelica/build/window/x11"
	"github.com/levelica/levelica/internal/guide"
	"github.com/levelica/levelica/internal/locale"
)

// analysis is the guide of which there is a second edition to try the change with.
const analysis = "data-analysis"

// guidesOfTomorrow writes the shipped library with the second edition in the place of the first.
func guidesOfTomorrow(t *testing.T) string {
	t.Helper()
	room, dir := filepath.Join("..", "..", "internal", "guide"), t.TempDir()
	err := os.CopyFS(dir, os.DirFS(filepath.Join(room, "library")))
	if err == nil {
		err = os.RemoveAll(filepath.Join(dir, analysis))
	}
	if err == nil {
		err = os.CopyFS(filepath.Join(dir, analysis), os.DirFS(filepath.Join(room, "testdata", "second-edition", analysis)))
	}
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

// hands is a way to press what has a role and a name, and the button of a file chooser.
type hands struct {
	press func(w *window, role, name string)
	save  func(w *window, language string)
}

var (
	byMouse = hands{(*window).point, func(w *window, language string) { w.point("button", gtkSave(language)) }}
	byKeys  = hands{(*window).goTo, func(w *window, _ string) { w.press(x11.Return) }}
)

// exported returns the marks that the command line exports, a line for each.
func (s *session) exported() []string {
	s.t.Helper()
	path := filepath.Join(s.t.TempDir(), "journal.levelica")
	s.command("export", "-o", path)
	archive, err := zip.OpenReader(path)
	if err != nil {
		s.t.Fatal(err)
	}
	defer func() { _ = archive.Close() }()
	file, err := archive.Open("mark.jsonl")
	if err != nil {
		s.t.Fatal(err)
	}
	text, err := io.ReadAll(file)
	if err != nil {
		s.t.Fatal(err)
	}
	return strings.Split(strings.TrimSpace(string(text)), "\n")
}

// receipt is what the command line tells of the newest receipt, as far as it is asked for here.
type receipt struct {
	Undone  bool     `json:"undone"`
	Pending []string `json:"pending"`
}

func (s *session) receipt() receipt {
	s.t.Helper()
	var found receipt
	if err := json.Unmarshal([]byte(s.command("editions", analysis, "--json")), &found); err != nil {
		s.t.Fatal(err)
	}
	return found
}

// answeredTheFirst has a person reach level 4 of the first edition, with answers of each fate: by the
// command line, and the last of them in the window of the program as it is shipped.
func (s *session) answeredTheFirst(language string) {
	s.t.Helper()
	first, err := guide.Shipped().Guide(analysis, language)
	if err != nil {
		s.t.Fatal(err)
	}
	for _, level := range first.Levels[:4] {
		for i, item := range level.Items {
			if level.Number < 4 || i >= 3 {
				s.command("mark", analysis, item.ID, "on-my-own")
			}
		}
	}
	s.command("mark", analysis, "da-055", "with-help")
	w := s.start("levelica://guide/" + analysis + "/level/4")
	last := first.Levels[3].Items[2]
	w.do("check box", last.Text)
	w.see("the last answer as saved", func(tree *atspi.Element) bool { return ticked(tree, last) })
	w.quit()
}

// TestANewEditionIsReadConfirmedTakenBackCarriedAgainAndSaved starts the program of today, and then one
// that brings a second edition of a guide.
func TestANewEditionIsReadConfirmedTakenBackCarriedAgainAndSaved(t *testing.T) {
	tomorrow := guidesOfTomorrow(t)
	program := build(t, ".", "-ldflags", "-s -w -X github.com/levelica/levelica/internal/guide.folder="+tomorrow)
	for _, language := range languages {
		for name, hand := range map[string]hands{"mouse": byMouse, "keyboard": byKeys} {
			t.Run(language+"/"+name, func(t *testing.T) {
				s := begin(t, 1280, 900)
				s.speak(language)
				s.answeredTheFirst(language)
				before := s.exported()
				s.program = program
				second, err := guide.NewLibrary(os.DirFS(tomorrow)).Guide(analysis, language)
				if err != nil {
					t.Fatal(err)
				}
				o := tour{s.start(), language, locale.For(language)}
				readTheReceipt(t, o, second, hand)
				amendTheReceipt(t, o, second, hand)
				saveTheReceipt(t, o, hand)

				after := s.exported()
				for _, mark := range before {
					if !slices.Contains(after, mark) {
						t.Errorf("a mark is lost: %s", mark)
					}
				}
				if len(before) != 39 {
					t.Errorf("%d marks were made, not 39", len(before))
				}
				o.quit()
			})
		}
	}
}

// readTheReceipt goes from what Home says of the new edition to the receipt, and reads it.
func readTheReceipt(t *testing.T, o tour, second *guide.Guide, hand hands) {
	t.Helper()
	say := func(key string, args ...locale.Args) string { return o.words.Text(key, args...) }
	o.element("link", say("editions.read"))
	o.focus()
	o.window.words(say("edition.news", locale.Args{"edition": 2}))
	hand.press(o.window, "link", say("editions.read"))
	o.element("heading", say("edition.title", locale.Args{"from": 1, "to": 2}))
	o.look("receipt", second.Title)
	for _, line := range []string{
		say("edition.level.same", locale.Args{"after": say("level.name", locale.Args{"level": 4})}),
		say("edition.marks", locale.Args{"n": 39}),
		say("edition.counts", locale.Args{"carried": 33, "reworded": 3, "moved": 1, "archived": 2}),
		say("edition.waiting", locale.Args{"n": 3}),
		say("edition.undo.note"),
	} {
		o.window.words(line)
	}
	tree := o.read()
	for group, n := range map[string]int{"reworded": 3, "moved": 1, "archived": 2, "carried": 33} {
		if title := say("edition.group."+group, locale.Args{"n": n}); tree.Find("heading", title) == nil {
			t.Errorf("the receipt has no part %q", title)
		}
	}
	// The words before and now, of what was reworded, moved, retired or replaced.
	for _, id := range []string{"da-007", "da-008", "da-024", "da-034", "da-040", "da-055"} {
		at := slices.IndexFunc(second.Past, func(p guide.Past) bool { return p.ID == id })
		texts := []string{second.Past[at].Texts[o.language]}
		now, there := second.Item(id)
		if !there {
			now, there = second.Successor(id)
		}
		if there {
			texts = append(texts, now.Text)
		}
		for _, text := range texts {
			if tree.Showing(text) == nil {
				t.Errorf("of %s the receipt does not show %q", id, text)
			}
		}
	}
	// What stayed as it was is folded away.
	same := second.Levels[0].Items[0].Text
	if tree.Showing(same) != nil {
		t.Errorf("%q is shown before anybody has asked for it", same)
	}
	hand.press(o.window, "button", say("editions.list"))
	o.window.words(same)
	listen(t, o.language+", unfolded receipt", o.language, o.read())
}

// amendTheReceipt confirms one answer, takes the receipt back, and has it carried again.
func amendTheReceipt(t *testing.T, o tour, second *guide.Guide, hand hands) {
	t.Helper()
	say := func(key string, args ...locale.Args) string { return o.words.Text(key, args...) }
	holds := func(id string) string {
		item, _ := second.Item(id)
		return say("editions.confirm") + ": " + item.Text
	}
	hand.press(o.window, "button", holds("da-008"))
	o.window.words(say("edition.waiting", locale.Args{"n": 2}))
	o.see("da-008 as confirmed", func(tree *atspi.Element) bool {
		return tree.Find("button", holds("da-008")) == nil && tree.Showing(" · "+say("edition.confirmed")) != nil
	})
	o.focused("button", holds("da-040"))
	if got := o.s.receipt(); !slices.Equal(got.Pending, []string{"da-040", "da-055"}) || got.Undone {
		t.Errorf("after da-008 was confirmed the command line says %+v", got)
	}

	hand.press(o.window, "button", say("editions.undo"))
	o.window.words(say("edition.undone"))
	o.focused("heading", say("edition.title", locale.Args{"from": 1, "to": 2}))
	listen(t, o.language+", receipt that was taken back", o.language, o.read())
	if got := o.s.receipt(); !got.Undone {
		t.Errorf("after it was taken back the command line says %+v", got)
	}

	hand.press(o.window, "button", say("editions.again"))
	o.window.words(say("edition.waiting", locale.Args{"n": 3}))
	tree := o.see("the receipt alone", func(tree *atspi.Element) bool { return tree.Find("button", holds("da-008")) != nil })
	if tree.Showing(say("edition.undone")) != nil {
		t.Error("what was taken back is told of beside what was carried again")
	}
	if got := o.s.receipt(); !slices.Equal(got.Pending, []string{"da-008", "da-040", "da-055"}) || got.Undone {
		t.Errorf("after it was carried again the command line says %+v", got)
	}
}

// saveTheReceipt saves it as a text under a path that is typed, and as JSON where GTK proposes.
func saveTheReceipt(t *testing.T, o tour, hand hands) {
	t.Helper()
	say := func(key string, args ...locale.Args) string { return o.words.Text(key, args...) }
	choosing := func(tree *atspi.Element) bool { return tree.Find("file chooser", say("edition.save")) != nil }
	save := func(button string) {
		t.Helper()
		hand.press(o.window, "button", say(button))
		o.see("the file chooser", choosing)
	}
	saved := func(path string) []byte {
		t.Helper()
		o.see("where it was saved", func(tree *atspi.Element) bool { return !choosing(tree) && tree.Showing(path) != nil })
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		return text
	}
	path := filepath.Join(t.TempDir(), "receipt.md")
	save("editions.save")
	o.write(strings.TrimSuffix(path, ".md")) // in the place of the proposed name, which is selected
	o.press(x11.Return)
	text := saved(path)
	for _, want := range []string{"da-001", "da-008", "da-034", say("edition.title", locale.Args{"from": 1, "to": 2}), say("edition.wait")} {
		if !strings.Contains(string(text), want) {
			t.Errorf("the saved text does not say %q:\n%s", want, text)
		}
	}

	save("editions.save.json")
	hand.save(o.window, o.language)
	proposed := fmt.Sprintf("levelica-%s-%s.json", analysis, time.Now().Format(time.DateOnly))
	text = saved(filepath.Join(o.s.display.Home(), proposed))
	var document struct {
		Carriage struct {
			Items []struct{ Item, Verdict string }
		}
	}
	if err := json.Unmarshal(text, &document); err != nil || len(document.Carriage.Items) != 39 {
		t.Errorf("the saved JSON has %d items (%v):\n%s", len(document.Carriage.Items), err, text)
	}
}
