package app

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestAFileBesideTheProgramKeepsEverythingBesideIt(t *testing.T) {
	for _, within := range []string{"stick", "막대 🙂 عصا", strings.Repeat("long", 40)} {
		folder := filepath.Join(t.TempDir(), within)
		program := filepath.Join(folder, "levelica")
		if err := os.Mkdir(folder, 0o755); err != nil {
			t.Fatal(err)
		}
		if p, ok := portablePlaces(program); ok {
			t.Fatalf("without the mark everything is kept in %+v", p)
		}
		layMark(t, folder)
		p, ok := portablePlaces(program)
		if !ok {
			t.Fatal("the mark is not seen")
		}
		for name, place := range map[string]string{"data": p.data, "config": p.config, "state": p.state, "web": p.web} {
			if !strings.HasPrefix(place, folder+string(filepath.Separator)) {
				t.Errorf("%s is kept in %s, which is not beside the program", name, place)
			}
		}
	}
}

func TestOnMacOSTheMarkLiesBesideTheBundle(t *testing.T) {
	folder := t.TempDir()
	program := filepath.Join(folder, "Levelica.app", "Contents", "MacOS", "Levelica")
	layMark(t, folder)
	p, ok := portablePlaces(program)
	if want := filepath.Join(folder, "levelica-data"); !ok || p.data != want {
		t.Errorf("data is kept in %q (%v), want %q: writing into a bundle breaks its signature", p.data, ok, want)
	}
}

func TestAFolderThatIsAskedForHoldsJournalAndSettings(t *testing.T) {
	folder := t.TempDir()
	if p := findPlaces(folder); p.data != folder || p.config != folder {
		t.Errorf("asked for %s, got %+v", folder, p)
	}
}

// layMark puts the file that makes a program portable into a folder.
func layMark(t *testing.T, folder string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(folder, portableMark), nil, 0o644); err != nil {
		t.Fatal(err)
	}
}
