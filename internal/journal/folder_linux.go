package journal

import "syscall"

// networkDisks are the numbers that Linux tells of file systems that are not on a disk of the computer,
// from linux/magic.h. FUSE is among them: what people mount with it lies elsewhere, nearly always.
var networkDisks = map[int64]bool{
	0x6969:     true, // NFS
	0x517B:     true, // SMB
	0xFF534D42: true, // CIFS
	0xFE534D42: true, // SMB 2
	0x65735546: true, // FUSE
	0x01021997: true, // 9P
	0x00C36400: true, // Ceph
	0x5346414F: true, // AFS
	0x6B414653: true, // AFS of the kernel
	0x73757245: true, // Coda
	0x0BD00BD0: true, // Lustre
	0x786F4256: true, // a folder of the computer that runs this one
}

func overNetwork(dir string) bool {
	var disk syscall.Statfs_t
	if err := syscall.Statfs(dir, &disk); err != nil {
		return false
	}
	return networkDisks[disk.Type&0xFFFFFFFF]
}
