//go:build !bindings

package app

// Bound returns what the window can call: the program's exported methods, and nothing else.
func Bound(a *App) []any { return []any{a} }
