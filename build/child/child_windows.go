package child

import (
	"os/exec"
	"strconv"
	"syscall"
)

func ownGroup() *syscall.SysProcAttr {
	return &syscall.SysProcAttr{CreationFlags: syscall.CREATE_NEW_PROCESS_GROUP}
}

// end ends pid and all that it started. Windows has no signal that a program without a console
// could be asked with, so this is as gentle as it gets.
func end(pid int) {
	// An error means that it has ended by itself.
	_ = exec.Command("taskkill", "/T", "/F", "/PID", strconv.Itoa(pid)).Run()
}

// sweep does nothing: where the leader has gone, its children can no longer be found.
func sweep(int) {}
