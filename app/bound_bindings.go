//go:build bindings

package app

// describing says that this build does nothing but describe itself: bindings are generated from it.
const describing = true

// Bound returns what TypeScript is to have the types of: what the window can call, and what it reads
// as files. Wails knows types by methods alone, and no method of the program hands the files' over.
func Bound(a *App) []any { return []any{a, &Files{}} }

// Files exists where bindings are generated, and only there.
type Files struct{}

// All names the views of all files.
func (*Files) All() (v Answers) { return v }
