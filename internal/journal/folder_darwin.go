package journal

import "syscall"

func overNetwork(dir string) bool {
	const mntLocal = 0x1000 // MNT_LOCAL of sys/mount.h
	var disk syscall.Statfs_t
	return syscall.Statfs(dir, &disk) == nil && disk.Flags&mntLocal == 0
}
