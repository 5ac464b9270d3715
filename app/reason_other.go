//go:build !windows

package app

import "syscall"

// What the systems of the Unix kind say beside what all say.
var (
	systemFull     = []error{syscall.EDQUOT}
	systemFailed   []error
	systemBusy     = []error{syscall.ETXTBSY}
	systemReadOnly []error
)
