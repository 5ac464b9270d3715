//go:build !bindings

package app

// describing says that this build does nothing but describe itself.
const describing = false

// Bound returns what the window can call: the program's exported methods, and nothing else.
func Bound(a *App) []any { return []any{a} }
