//go:build privileged && linux

package journal

import (
	"errors"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/levelica/levelica/internal/progress"
)

// These tests mount file systems of their own, which only root may do.

// mountSmall returns a folder with room for two megabytes.
func mountSmall(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, "size=2m"); err != nil {
		t.Fatalf("mount: %v", err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(dir, 0); err != nil {
			t.Errorf("unmount: %v", err)
		}
	})
	return dir
}

// fillUp leaves no room on a disk, and returns the file that takes it.
func fillUp(t *testing.T, disk string) string {
	t.Helper()
	fill, err := os.Create(filepath.Join(disk, "fill"))
	if err != nil {
		t.Fatal(err)
	}
	for block := make([]byte, 4096); err == nil; {
		_, err = fill.Write(block)
	}
	_ = fill.Close()
	return fill.Name()
}

func TestOnADiskThatFillsUpNothingAcknowledgedIsLost(t *testing.T) {
	disk := mountSmall(t)
	j, err := Open(t.Context(), filepath.Join(disk, "levelica"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	acknowledged := 0
	for range 20_000 {
		if err = j.Record(t.Context(), markOf("be-001", progress.OnMyOwn)); err != nil {
			break
		}
		acknowledged++
	}
	if !errors.Is(err, ErrFull) {
		t.Errorf("after %d marks: got %v, want ErrFull", acknowledged, err)
	}
	if err := j.Close(); err != nil {
		t.Logf("closing on a full disk: %v", err)
	}
	again, err := Open(t.Context(), filepath.Join(disk, "levelica"), Options{})
	if err != nil {
		t.Fatalf("the journal does not open again: %v", err)
	}
	defer again.Close()
	marks, err := again.Marks(t.Context(), "backend-engineering")
	if err != nil || len(marks) != acknowledged || acknowledged == 0 {
		t.Errorf("%d marks are there, %d were acknowledged (%v)", len(marks), acknowledged, err)
	}
}

func TestOnAFullDiskNoJournalIsHalfMade(t *testing.T) {
	disk := mountSmall(t)
	fill := fillUp(t, disk)
	dir := filepath.Join(disk, "levelica")
	if _, err := Open(t.Context(), dir, Options{}); !errors.Is(err, ErrFull) {
		t.Errorf("got %v, want ErrFull", err)
	}
	if _, err := os.Stat(filepath.Join(dir, FileName)); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a journal was left: %v", err)
	}
	if err := os.Remove(fill); err != nil {
		t.Fatal(err)
	}
	j, err := Open(t.Context(), dir, Options{})
	if err != nil {
		t.Fatalf("with room again: %v", err)
	}
	_ = j.Close()
}

func TestAReadOnlyFileSystemIsSaidAndNoOtherFolderIsUsed(t *testing.T) {
	disk := mountSmall(t)
	dir := filepath.Join(disk, "levelica")
	j, err := Open(t.Context(), dir, Options{})
	if err != nil {
		t.Fatal(err)
	}
	record(t, j, markOf("be-001", progress.OnMyOwn))
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mount("tmpfs", disk, "tmpfs", syscall.MS_REMOUNT|syscall.MS_RDONLY, "size=2m"); err != nil {
		t.Fatal(err)
	}
	j, err = Open(t.Context(), dir, Options{})
	if err != nil {
		t.Fatalf("what may be read is not read: %v", err)
	}
	defer j.Close()
	if got := items(t, j); !j.ReadOnly() || len(got) != 1 {
		t.Errorf("read-only %v, with %v", j.ReadOnly(), got)
	}
	if err := j.Record(t.Context(), markOf("be-002", progress.OnMyOwn)); !errors.Is(err, ErrUnwritable) {
		t.Errorf("writing: got %v, want ErrUnwritable", err)
	}
	if _, err := j.Backup(t.Context(), ReasonAsked, ""); !errors.Is(err, ErrUnwritable) {
		t.Errorf("backing up: got %v, want ErrUnwritable", err)
	}
	if _, err := Open(t.Context(), filepath.Join(disk, "fresh"), Options{}); !errors.Is(err, ErrUnwritable) {
		t.Errorf("a fresh folder: got %v, want ErrUnwritable", err)
	}
}

func TestOnAFullDiskAJournalCanStillBeRead(t *testing.T) {
	disk := mountSmall(t)
	dir := filepath.Join(disk, "levelica")
	j, err := Open(t.Context(), dir, Options{})
	if err != nil {
		t.Fatal(err)
	}
	record(t, j, markOf("be-001", progress.OnMyOwn))
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	fill := fillUp(t, disk)

	j, err = Open(t.Context(), dir, Options{})
	if err != nil {
		t.Fatalf("what may be read is not read: %v", err)
	}
	if got := items(t, j); !j.ReadOnly() || len(got) != 1 {
		t.Errorf("read-only %v, with %v", j.ReadOnly(), got)
	}
	if err := j.Record(t.Context(), markOf("be-002", progress.OnMyOwn)); !errors.Is(err, ErrFull) || errors.Is(err, ErrUnwritable) {
		t.Errorf("writing: got %v, want ErrFull", err)
	}
	if err := errors.Join(j.Close(), os.Remove(fill)); err != nil {
		t.Fatal(err)
	}
	j, err = Open(t.Context(), dir, Options{})
	if err != nil {
		t.Fatalf("with room again: %v", err)
	}
	defer j.Close()
	record(t, j, markOf("be-002", progress.OnMyOwn))
	if got := items(t, j); j.ReadOnly() || len(got) != 2 {
		t.Errorf("with room again: read-only %v, with %v", j.ReadOnly(), got)
	}
}

func TestOnAFullDiskNobodySaysThatNothingIsLeftOfAHurtJournal(t *testing.T) {
	disk := mountSmall(t)
	dir := filepath.Join(disk, "levelica")
	j, err := Open(t.Context(), dir, Options{})
	if err != nil {
		t.Fatal(err)
	}
	record(t, j, markOf("be-001", progress.OnMyOwn))
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, FileName)
	data := read(t, path)
	copy(data, "garbage garbage ")
	write(t, path, data)
	fill := fillUp(t, disk)
	if _, err := Readable(t.Context(), dir); !errors.Is(err, ErrFull) {
		t.Errorf("got %v, want ErrFull", err)
	}
	if err := os.Remove(fill); err != nil {
		t.Fatal(err)
	}
	if marks, err := Readable(t.Context(), dir); err != nil || marks != 1 {
		t.Errorf("with room again %d marks can be read, %v", marks, err)
	}
}
