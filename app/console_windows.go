package app

import (
	"os"
	"syscall"
)

// UseConsole lets the command line print where it was typed. A program with a window is started
// without a console there, even by a terminal; what was redirected to a file or a pipe stays so.
func UseConsole() {
	const parent = ^uintptr(0) // ATTACH_PARENT_PROCESS
	attached, _, _ := syscall.NewLazyDLL("kernel32.dll").NewProc("AttachConsole").Call(parent)
	if attached == 0 {
		return // it was started by a double click, or by a program without a console
	}
	for _, stream := range []struct {
		file    **os.File
		name    string
		purpose int
	}{
		{&os.Stdin, "CONIN$", syscall.STD_INPUT_HANDLE},
		{&os.Stdout, "CONOUT$", syscall.STD_OUTPUT_HANDLE},
		{&os.Stderr, "CONOUT$", syscall.STD_ERROR_HANDLE},
	} {
		if handle, err := syscall.GetStdHandle(stream.purpose); err == nil && handle != 0 && handle != syscall.InvalidHandle {
			continue
		}
		if console, err := os.OpenFile(stream.name, os.O_RDWR, 0); err == nil {
			*stream.file = console
		}
	}
}
