//go:build !linux && !darwin && !windows

package journal

func overNetwork(string) bool { return false }
