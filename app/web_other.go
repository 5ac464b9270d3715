//go:build !linux

package app

import (
	"io"

	"github.com/pkg/browser"
)

// PrepareWebView returns the folder for the web view's own files, "" for the usual one. On macOS the
// system alone decides where they are.
func PrepareWebView(a *App) string { return a.places.web }

// browse opens an address in the person's browser, or in what they write mail with. Wails' own
// BrowserOpenURL refuses addresses with brackets or tildes, and reports no error.
func (a *App) browse(address string) error {
	browser.Stdout, browser.Stderr = io.Discard, io.Discard
	return browser.OpenURL(address)
}
