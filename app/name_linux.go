//go:build cgo && (desktop || dev)

package app

// #cgo pkg-config: glib-2.0
// #include <glib.h>
import "C"

// Wails names the program only after it has made the window. By then GTK has taken the class of the
// window, by which desktops find the menu entry, from the program file's name, and WebKit the folder
// for its own files, which would be the journal's.
func init() { C.g_set_prgname(C.CString(DesktopID)) }
