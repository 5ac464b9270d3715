//go:build !linux || !cgo || !(desktop || dev)

package app

// On Windows and macOS the system's dialogs speak the system's language, and no program chooses it.

func nameDialogs() {}

func speakNatively(string) {}
