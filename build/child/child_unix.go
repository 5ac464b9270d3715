//go:build unix

package child

import (
	"errors"
	"slices"
	"syscall"
	"time"
)

// end asks the process pid and its descendants to end, and kills what remains when pid has ended
// or Grace is over. It looks for descendants twice: a program that is ending may still start some.
func end(pid int) {
	const interval = 20 * time.Millisecond
	asked := groups(pid)
	signal(asked, syscall.SIGTERM)
	for deadline := time.Now().Add(Grace); time.Now().Before(deadline) && exists(pid); {
		time.Sleep(interval)
	}
	signal(slices.Concat(asked, groups(pid)), syscall.SIGKILL)
}

// sweep kills what is left of the group that pid led.
func sweep(pid int) {
	signal([]int{pid}, syscall.SIGKILL)
}

// exists reports whether a process has not been waited for yet.
func exists(pid int) bool {
	return !errors.Is(syscall.Kill(pid, 0), syscall.ESRCH)
}

// signal sends s to every process of these groups. That a group is empty is no failure.
func signal(groups []int, s syscall.Signal) {
	for _, group := range groups {
		_ = syscall.Kill(-group, s)
	}
}
