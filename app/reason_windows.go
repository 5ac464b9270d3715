package app

import "golang.org/x/sys/windows"

// What Windows says in its own numbers.
var (
	systemFull     = []error{windows.ERROR_DISK_FULL, windows.ERROR_HANDLE_DISK_FULL}
	systemFailed   = []error{windows.ERROR_IO_DEVICE, windows.ERROR_CRC}
	systemBusy     = []error{windows.ERROR_SHARING_VIOLATION, windows.ERROR_LOCK_VIOLATION}
	systemReadOnly = []error{windows.ERROR_WRITE_PROTECT}
)
