//go:build !windows

package app

// UseConsole does nothing where a program prints to its terminal by itself.
func UseConsole() {}
