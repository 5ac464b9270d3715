package app

import (
	"testing"

	"github.com/wailsapp/wails/v2/pkg/options/windows"
)

func TestWithoutWebView2TheProgramSaysSoInItsOwnWordsAndInEachLanguage(t *testing.T) {
	usual := windows.DefaultMessages()
	seen := map[string]string{}
	for _, language := range []string{"en", "ko"} {
		said := New(Config{DataDir: t.TempDir(), Language: language}).webView2Messages()
		for name, pair := range map[string][2]string{
			"InstallationRequired": {said.InstallationRequired, usual.InstallationRequired},
			"UpdateRequired":       {said.UpdateRequired, usual.UpdateRequired},
			"Webview2NotInstalled": {said.Webview2NotInstalled, usual.Webview2NotInstalled},
			"FailedToInstall":      {said.FailedToInstall, usual.FailedToInstall},
			"WebView2ProcessCrash": {said.WebView2ProcessCrash, usual.WebView2ProcessCrash},
		} {
			if pair[0] == "" || pair[0] == pair[1] || pair[0] == seen[name] {
				t.Errorf("in %s %s is %q", language, name, pair[0])
			}
			seen[name] = pair[0]
		}
	}
}
