// Command bare shows the page of a folder in a window of Wails, with nothing that Levelica protects
// its own window by: no policy, and nothing is escaped. It is the control of the proof that hostile
// texts do nothing in Levelica's window: in this one they do.
package main

import (
	"context"
	"fmt"
	"os"

	"github.com/wailsapp/wails/v2"
	"github.com/wailsapp/wails/v2/pkg/options"
	"github.com/wailsapp/wails/v2/pkg/options/assetserver"
	"github.com/wailsapp/wails/v2/pkg/options/linux"
	"github.com/wailsapp/wails/v2/pkg/runtime"
)

func main() {
	err := wails.Run(&options.App{
		Title: "Bare", Width: 1280, Height: 800,
		AssetServer: &assetserver.Options{Assets: os.DirFS(os.Args[1])},
		OnDomReady:  func(ctx context.Context) { runtime.WindowShow(ctx) },
		Linux:       &linux.Options{ProgramName: "org.levelica.Bare", WebviewGpuPolicy: linux.WebviewGpuPolicyNever},
	})
	if err != nil {
		fmt.Fprintln(os.Stderr, "bare: the window could not be opened:", err)
		os.Exit(1)
	}
}
