// Levelica tells people where they stand in a skill and what to do next, offline, in a window of
// its own or on the command line.
package main

import (
	"embed"
	"fmt"
	"io/fs"
	"os"
	"time"

	"github.com/wailsapp/wails/v2"
	"github.com/wailsapp/wails/v2/pkg/options"
	"github.com/wailsapp/wails/v2/pkg/options/linux"
	"github.com/wailsapp/wails/v2/pkg/options/mac"
	"github.com/wailsapp/wails/v2/pkg/options/windows"

	"github.com/levelica/levelica/app"
)

// What Vite builds, with all but the page packed (frontend/vite.config.ts).
//
//go:embed all:frontend/packed
var embedded embed.FS

// What the linker sets: -X main.version=1.2.3. The date is that of the commit, so that building a
// commit again gives the same program.
var version, commit, date string

// clock makes the program believe that it is always then. It is set, as -X main.clock=2026-11-20T09:30:00Z,
// for pictures of the window alone, which shall be the same tomorrow.
var clock string

// icon is what window lists show on Linux where the program is not installed.
//
//go:embed build/linux/icons/64.png
var icon []byte

func main() {
	app.UseConsole()
	build := app.BuildInfo{Version: version, Commit: commit, Date: date}
	window, code := app.Command(os.Args[1:], build, os.Stdout, os.Stderr)
	if !window.Wanted {
		os.Exit(code)
	}
	frontend, err := fs.Sub(embedded, "frontend/packed")
	if err != nil {
		panic(err) // the path is a constant
	}
	config := app.Config{Build: build, DataDir: window.DataDir, Language: window.Language, Arrival: window.Arrival, Regions: app.SystemTags()}
	if moment, err := time.Parse(time.RFC3339, clock); err == nil {
		config.Now = func() time.Time { return moment }
	}
	a := app.New(config)
	assets := app.Assets(a, frontend)
	if done, code := app.Begin(a); done {
		os.Exit(code)
	}
	err = wails.Run(&options.App{
		Title:            "Levelica",
		Width:            app.FirstWidth,
		Height:           app.FirstHeight,
		MinWidth:         app.MinWidth,
		MinHeight:        app.MinHeight,
		StartHidden:      true, // shown when there is something to see
		BackgroundColour: options.NewRGB(251, 253, 252),
		AssetServer:      assets,
		// WebKit shows a page that is dropped in the place of ours, whatever ours says about it.
		DragAndDrop:    &options.DragAndDrop{DisableWebViewDrop: true},
		OnStartup:      a.Startup,
		OnDomReady:     a.DomReady,
		OnBeforeClose:  a.BeforeClose,
		OnShutdown:     a.Shutdown,
		Bind:           app.Bound(a),
		ErrorFormatter: app.FormatFault,
		Windows:        &windows.Options{WebviewUserDataPath: app.PrepareWebView(a), Messages: app.WebView2Messages(a)},
		Mac:            &mac.Options{OnUrlOpen: app.OpenedByLink(a), OnFileOpen: app.OpenedByFile(a)},
		Linux: &linux.Options{
			Icon: icon,
			// Also the folder that WebKit keeps its own files in, apart from the journal's.
			ProgramName: app.DesktopID,
			// Empty options would turn the GPU on, which leaves some machines with a blank window.
			WebviewGpuPolicy: linux.WebviewGpuPolicyNever,
		},
	})
	if err != nil {
		fmt.Fprintln(os.Stderr, "levelica: the window could not be opened:", err)
		os.Exit(1)
	}
}
