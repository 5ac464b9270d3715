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
