//go:build !linux || bindings

package app

// noDisplay reports whether there is nothing to open a window on: never, where the system always
// has a display, or where no window is opened because only the bindings are wanted.
func noDisplay() bool { return false }
