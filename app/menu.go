package app

import (
	"context"

	"github.com/wailsapp/wails/v2/pkg/menu"
	"github.com/wailsapp/wails/v2/pkg/menu/keys"
	"github.com/wailsapp/wails/v2/pkg/runtime"
)

// What a menu asks of the window.
const (
	eventGo     = "window:go"     // to go to an address: "#/settings"
	eventStep   = "window:step"   // to go "back" or "forward"
	eventResize = "window:resize" // to write larger ("1"), smaller ("-1") or as usual ("0")
)

// dressWindow gives the window what the system shows around it, in the language that is spoken.
//
// On macOS every program has a menu bar: without its Edit menu not even copying works. On Linux
// and Windows a program of one window has no menu bar today; all that would be in it is in the
// window, with the same keys.
func (a *App) dressWindow() {
	if platform == "darwin" {
		runtime.MenuSetApplicationMenu(a.context(), a.menuBar(a.context()))
	}
}

// menuBar makes the menu bar of macOS. Wails makes the menus Edit and Window, with the actions of
// the system; their words are Wails' own and English.
func (a *App) menuBar(ctx context.Context) *menu.Menu {
	words := a.words()
	// The menu is there before the page is, and while another page is being loaded.
	tell := func(event, value string) menu.Callback {
		return func(*menu.CallbackData) { a.waiting.tell(event, value) }
	}
	bar := menu.NewMenu()

	own := bar.AddSubmenu("Levelica")
	own.AddText(words.Text("menu.about"), nil, tell(eventGo, "#/help/about"))
	own.AddSeparator()
	own.AddText(words.Text("menu.settings"), keys.CmdOrCtrl(","), tell(eventGo, "#/settings"))
	own.AddSeparator()
	own.AddText(words.Text("menu.hide"), keys.CmdOrCtrl("h"), func(*menu.CallbackData) { runtime.Hide(ctx) })
	own.AddSeparator()
	own.AddText(words.Text("menu.quit"), keys.CmdOrCtrl("q"), func(*menu.CallbackData) { runtime.Quit(ctx) })

	bar.Append(menu.EditMenu())

	view := bar.AddSubmenu(words.Text("menu.view"))
	view.AddText(words.Text("menu.back"), keys.CmdOrCtrl("["), tell(eventStep, "back"))
	view.AddText(words.Text("menu.forward"), keys.CmdOrCtrl("]"), tell(eventStep, "forward"))
	view.AddSeparator()
	view.AddText(words.Text("menu.larger"), keys.CmdOrCtrl("+"), tell(eventResize, "1"))
	view.AddText(words.Text("menu.smaller"), keys.CmdOrCtrl("-"), tell(eventResize, "-1"))
	view.AddText(words.Text("menu.usual"), keys.CmdOrCtrl("0"), tell(eventResize, "0"))

	bar.Append(menu.WindowMenu())

	help := bar.AddSubmenu(words.Text("menu.help"))
	help.AddText(words.Text("menu.help"), nil, tell(eventGo, "#/help"))
	return bar
}
