// Command empty opens a Wails window with a line of text in it. The benchmark holds Levelica
// against it: whatever it costs is Wails' and WebKit's. So its options are those of Levelica's own
// main.go, and it is built with the same tags and flags. It imports nothing of Levelica, because
// that would be in its size too.
package main

import (
	"context"
	"embed"
	"fmt"
	"os"

	"github.com/wailsapp/wails/v2"
	"github.com/wailsapp/wails/v2/pkg/options"
	"github.com/wailsapp/wails/v2/pkg/options/assetserver"
	"github.com/wailsapp/wails/v2/pkg/options/linux"
	"github.com/wailsapp/wails/v2/pkg/runtime"
)

//go:embed index.html
var page embed.FS

// Bound is the least that can be bound.
type Bound struct{}

// Answer answers.
func (*Bound) Answer() string { return "yes" }

func main() {
	err := wails.Run(&options.App{
		Title:            "Empty",
		Width:            1280,
		Height:           800,
		MinWidth:         360,
		MinHeight:        480,
		StartHidden:      true,
		BackgroundColour: options.NewRGB(251, 253, 252),
		AssetServer:      &assetserver.Options{Assets: page},
		OnDomReady:       func(ctx context.Context) { runtime.WindowShow(ctx) },
		Bind:             []any{&Bound{}},
		Linux: &linux.Options{
			ProgramName:      "org.levelica.Empty",
			WebviewGpuPolicy: linux.WebviewGpuPolicyNever,
		},
	})
	if err != nil {
		fmt.Fprintln(os.Stderr, "empty: the window could not be opened:", err)
		os.Exit(1)
	}
}
