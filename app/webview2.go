package app

import (
	"runtime"

	"github.com/wailsapp/wails/v2/pkg/options/windows"
)

// WebView2Messages are what the program says on a Windows that lacks the part that shows its window, has
// one that is too old, or whose part ends; nil on other systems, which start sooner without them.
func WebView2Messages(a *App) *windows.Messages {
	if runtime.GOOS != "windows" {
		return nil
	}
	return a.webView2Messages()
}

func (a *App) webView2Messages() *windows.Messages {
	words := a.words()
	said := windows.DefaultMessages() // the others belong to ways of installing it that this program does not go
	said.InstallationRequired = words.Text("webview.missing")
	said.UpdateRequired = words.Text("webview.old")
	said.MissingRequirements = words.Text("webview.title")
	said.Webview2NotInstalled = words.Text("webview.refused")
	said.Error = words.Text("webview.title")
	said.FailedToInstall = words.Text("webview.failed")
	said.WebView2ProcessCrash = words.Text("webview.ended")
	return said
}
