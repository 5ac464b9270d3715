//go:build unix && !linux

package child

import "syscall"

func ownGroup() *syscall.SysProcAttr {
	return &syscall.SysProcAttr{Setpgid: true}
}

// groups returns the process group that pid leads. Those that its descendants have made are seen
// on Linux only.
func groups(pid int) []int {
	return []int{pid}
}
