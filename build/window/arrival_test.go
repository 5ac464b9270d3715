//go:build window

package window

import (
	"errors"
	"maps"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/levelica/levelica/build/window/atspi"
	"github.com/levelica/levelica/internal/locale"
)

func TestALinkIsShownInTheWindowThatIsOpen(t *testing.T) {
	s := begin(t, 1280, 800)
	first := s.start()
	g := first.openGuide(1)
	before := files(t, s.data)

	second := s.start("levelica://guide/" + backend + "/level/3")
	if code := second.awaitEnd(); code != 0 {
		t.Errorf("the second start ended with code %d; it said:\n%s", code, second.output())
	}
	first.see("level 3", func(tree *atspi.Element) bool { return open(tree, g.Levels[2].Items...) })

	third := s.start("levelica://guide/nonesuch")
	if code := third.awaitEnd(); code != 1 {
		t.Errorf("a link to nowhere ended with code %d", code)
	}
	args := locale.Args{"guide": "nonesuch"}
	if !strings.Contains(third.output(), say(t, "fault.guide_not_found", args)) {
		t.Errorf("a link to nowhere said %q", third.output())
	}
	first.words(say(t, "fault.guide_not_found", args))
	first.see("level 3 still", func(tree *atspi.Element) bool { return open(tree, g.Levels[2].Items...) })

	// The command line backs up what it opens, so the files are looked at before it is asked. How Home
	// is drawn is kept in the meantime, whatever a person does.
	after := files(t, s.data)
	for _, kept := range []map[string]bool{before, after} {
		maps.DeleteFunc(kept, func(path string, _ bool) bool { return strings.HasPrefix(filepath.Base(path), "drawn.html") })
	}
	if !maps.Equal(before, after) {
		t.Errorf("links have changed the files of the data folder from %v to %v", before, after)
	}
	if got := s.journal(s.data); got.Rated != 0 {
		t.Errorf("links have rated %d items", got.Rated)
	}
}

func TestALinkIsTheFirstThingThatANewWindowShows(t *testing.T) {
	s := begin(t, 1280, 800)
	g := theGuide(t)
	w := s.start("levelica://guide/" + backend + "/level/4")
	w.see("level 4", func(tree *atspi.Element) bool { return open(tree, g.Levels[3].Items...) })
}

func TestAPortableProgramLeavesNothingInTheHome(t *testing.T) {
	s := begin(t, 1280, 800)
	stick := filepath.Join(t.TempDir(), "막대 🙂")
	program, err := os.ReadFile(s.program)
	if err != nil {
		t.Fatal(err)
	}
	s.program = filepath.Join(stick, "levelica")
	err = errors.Join(os.Mkdir(stick, 0o755), os.WriteFile(s.program, program, 0o755), os.WriteFile(filepath.Join(stick, ".portable"), nil, 0o644))
	if err != nil {
		t.Fatal(err)
	}
	before := files(t, s.display.Home())

	w := s.start()
	items := w.openGuide(1).Levels[0].Items
	w.do("check box", items[0].Text)
	w.see("the rating", func(tree *atspi.Element) bool { return ticked(tree, items[0]) })
	w.quit()

	var ours []string
	for path := range files(t, s.display.Home()) {
		if !before[path] && strings.Contains(strings.ToLower(path), "levelica") {
			ours = append(ours, path)
		}
	}
	if len(ours) > 0 {
		t.Errorf("the home has these files of a program that is portable: %q", ours)
	}
	kept := files(t, stick)
	for _, want := range []string{"levelica-data/journal.db", "levelica-data/state/window.json"} {
		if !kept[filepath.Join(stick, want)] {
			t.Errorf("%s is not beside the program, only %v", want, kept)
		}
	}

	w = s.start()
	w.openGuide(1)
	w.see("the rating again", func(tree *atspi.Element) bool { return ticked(tree, items[0]) })
}

func TestAJournalFileThatIsOpenedIsShownAndAddedOnlyByAPress(t *testing.T) {
	s := begin(t, 1280, 800)
	g := theGuide(t)
	other := filepath.Join(t.TempDir(), "other")
	file := filepath.Join(s.display.Home(), "기록 🙂 50%.levelica")
	s.command("--data", other, "mark", backend, g.Levels[0].Items[0].ID, "on-my-own")
	s.command("--data", other, "export", "-o", file)
	name := say(t, "backup.import.ask", locale.Args{"name": filepath.Base(file)})

	w := s.start()
	w.openGuide(1)
	// As a double click opens it: some desktops hand over the path, and some its address.
	for _, opened := range []string{file, (&url.URL{Scheme: "file", Path: file}).String()} {
		second := s.start(opened)
		if code := second.awaitEnd(); code != 0 {
			t.Fatalf("opening %s ended with code %d; it said:\n%s", opened, code, second.output())
		}
		w.element("dialog", name)
		if got := s.journal(s.data); got.Rated != 0 {
			t.Fatalf("%d ratings were added before anybody agreed", got.Rated)
		}
		if opened == file {
			w.do("button", say(t, "cancel"))
			w.see("the dialog closed", func(tree *atspi.Element) bool { return tree.Find("dialog", name) == nil })
		}
	}
	w.do("button", say(t, "backup.import.do"))
	s.await("what the file holds is in the journal", func() bool { return s.journal(s.data).Rated == 1 })

	refused := s.start(filepath.Join(s.display.Home(), "nowhere.levelica"))
	if code := refused.awaitEnd(); code != 1 {
		t.Errorf("a file that is not there ended with code %d", code)
	}
	w.words(say(t, "fault.file_unreadable.hint"))
}
