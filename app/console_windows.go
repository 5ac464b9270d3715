package app

import (
	"os"
	"syscall"
)

// UseConsole lets the command line print where it was typed. A program with a window is started
// without a console there, even by a terminal; what was redirected to a file or a pipe stays so.
func UseConsole() {
	streams := []struct {
		file **os.File
		name string
	}{
		{&os.Stdin, "CONIN$"}, {&os.Stdout, "CONOUT$"}, {&os.Stderr, "CONOUT$"},
	}
	// Which of them lead somewhere has to be known before: attaching gives the process handles that
	// Go's files, made when it began, know nothing of.
	var missing []int
	for i, stream := range streams {
		if handle := (*stream.file).Fd(); handle == 0 || handle == uintptr(syscall.InvalidHandle) {
			missing = append(missing, i)
		}
	}
	if len(missing) == 0 {
		return
	}
	const parent = ^uint32(0) // ATTACH_PARENT_PROCESS
	// It fails where the process is attached already, and where the parent has no console: then there
	// is none to be opened either.
	_, _, _ = syscall.NewLazyDLL("kernel32.dll").NewProc("AttachConsole").Call(uintptr(parent))
	for _, i := range missing {
		if console, err := os.OpenFile(streams[i].name, os.O_RDWR, 0); err == nil {
			*streams[i].file = console
		}
	}
}
