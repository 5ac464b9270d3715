package app

import (
	"slices"
	"testing"

	"github.com/wailsapp/wails/v2/pkg/menu"
	"github.com/wailsapp/wails/v2/pkg/menu/keys"

	"github.com/levelica/levelica/internal/locale"
)

func TestTheMenuBarHasWhatProgramsOfMacOSHave(t *testing.T) {
	a := testApp(t)
	for _, language := range locale.Languages() {
		words := locale.For(language)
		a.spoken.Store(words)
		bar := a.menuBar(t.Context())
		var roles []menu.Role
		found := map[string]*keys.Accelerator{}
		for _, item := range bar.Items {
			if item.SubMenu == nil {
				roles = append(roles, item.Role)
				continue
			}
			for _, entry := range item.SubMenu.Items {
				found[entry.Label] = entry.Accelerator
			}
		}
		// Without the menu Edit, Cmd+C copies nothing.
		if !slices.Contains(roles, menu.EditMenuRole) || !slices.Contains(roles, menu.WindowMenuRole) {
			t.Errorf("%s: the menu bar has the roles %v", language, roles)
		}
		for key, accelerator := range map[string]*keys.Accelerator{
			"menu.settings": keys.CmdOrCtrl(","), "menu.quit": keys.CmdOrCtrl("q"), "menu.larger": keys.CmdOrCtrl("+"),
			"menu.smaller": keys.CmdOrCtrl("-"), "menu.usual": keys.CmdOrCtrl("0"), "menu.about": nil,
		} {
			got, there := found[words.Text(key)]
			if !there || (got == nil) != (accelerator == nil) || got != nil && got.Key != accelerator.Key {
				t.Errorf("%s: %q is there %v, with the key %v", language, words.Text(key), there, got)
			}
		}
	}
}

// chosen does what an entry of the menu bar does.
func chosen(t *testing.T, bar *menu.Menu, label string) {
	t.Helper()
	for _, item := range bar.Items {
		if item.SubMenu == nil {
			continue
		}
		for _, entry := range item.SubMenu.Items {
			if entry.Label == label && entry.Click != nil {
				entry.Click(&menu.CallbackData{MenuItem: entry})
				return
			}
		}
	}
	t.Fatalf("the menu bar has no %q", label)
}

func TestWhatIsChosenInTheMenuBarWhileThePageIsOnItsWayIsDoneOnceItListens(t *testing.T) {
	a := testApp(t)
	bar := a.menuBar(t.Context())
	var page hearing
	a.waiting.begin(page.hear)
	for _, key := range []string{"menu.larger", "menu.larger", "menu.about", "menu.settings", "menu.back", "menu.usual", "menu.smaller"} {
		chosen(t, bar, a.words().Text(key))
	}
	if len(page.words) > 0 {
		t.Fatalf("a page that does not listen is told %+v", page.words)
	}
	// A page that is opened then begins at the place that was chosen.
	if got := a.opening().Address; got != "#/settings" {
		t.Errorf("the page opens at %q", got)
	}
	if err := a.PageListens(); err != nil {
		t.Fatal(err)
	}
	want := []word{
		{event: eventResize, value: "1"}, {event: eventResize, value: "1"}, {event: eventStep, value: "back"},
		{event: eventResize, value: "0"}, {event: eventResize, value: "-1"},
	}
	if !slices.Equal(page.words, want) {
		t.Errorf("the page heard %+v, want %+v", page.words, want)
	}
	chosen(t, bar, a.words().Text("menu.larger"))
	if got := page.words[len(want):]; !slices.Equal(got, want[:1]) {
		t.Errorf("a page that listens heard %+v, want %+v", got, want[:1])
	}
}
