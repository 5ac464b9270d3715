//go:build !linux || !cgo || !(desktop || dev)

package app

// On Windows and macOS Wails hides the web view; its end is not heard.

func (a *App) watchPage() {}

func (a *App) reloadPage() {}
