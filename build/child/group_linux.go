package child

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
)

// ownGroup also has Linux end the leader when this program dies without a chance to do so, as when
// `go test` kills a test that is out of time. The signal is tied to the thread that started the
// child, which lives as long as the program: nothing here locks a goroutine to its thread.
func ownGroup() *syscall.SysProcAttr {
	return &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGTERM}
}

// groups returns the process groups of pid and of its descendants, some of which may have made one
// of their own: Wails does so for Vite.
func groups(pid int) []int {
	type process struct{ id, parent, group int }
	var all []process
	paths, _ := filepath.Glob("/proc/[0-9]*/stat") // the pattern is a constant
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			continue // it has ended
		}
		// The name stands in parentheses and may hold anything.
		id, rest, _ := strings.Cut(string(text), " (")
		rest = rest[strings.LastIndex(rest, ")")+1:]
		var p process
		var state string
		if _, err := fmt.Sscan(id+rest, &p.id, &state, &p.parent, &p.group); err == nil {
			all = append(all, p)
		}
	}

	family, found := []int{pid}, []int{pid}
	for i := 0; i < len(family); i++ {
		for _, p := range all {
			// A process that is just disappearing has no group any more, which is told as -1.
			if p.parent == family[i] && p.group > 1 {
				family = append(family, p.id)
				found = append(found, p.group)
			}
		}
	}
	slices.Sort(found)
	return slices.Compact(found)
}
