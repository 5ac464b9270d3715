//go:build linux && !bindings

package app

import "os"

// noDisplay reports whether there is nothing to open a window on. GTK would end the process with a
// message that does not say what to do.
func noDisplay() bool {
	return os.Getenv("DISPLAY") == "" && os.Getenv("WAYLAND_DISPLAY") == ""
}
