//go:build privileged && linux

package journal

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

var cuts = flag.Int("cuts", 100, "how often the power is cut")

// A power cut is simulated with a disk that can be copied in one moment: an image with ext4 on it,
// kept on XFS, which copies a file by sharing its blocks. The copy holds what has reached the disk,
// and not what is still in the memory of the system. It is mounted as after a power cut, and the
// journal on it is opened.

// run runs a program, and fails the test where that fails.
func run(t *testing.T, name string, args ...string) {
	t.Helper()
	if out, err := exec.Command(name, args...).CombinedOutput(); err != nil {
		t.Fatalf("%s %s: %v\n%s", name, strings.Join(args, " "), err, out)
	}
}

func mount(t *testing.T, image, at string) {
	t.Helper()
	if err := os.MkdirAll(at, 0o700); err != nil {
		t.Fatal(err)
	}
	run(t, "mount", "-o", "loop", image, at)
}

// diskOn makes an image with a file system of so many megabytes.
func diskOn(t *testing.T, image string, megabytes int64, mkfs ...string) {
	t.Helper()
	f, err := os.Create(image)
	if err == nil {
		err = f.Truncate(megabytes << 20)
	}
	if err != nil {
		t.Fatal(err)
	}
	_ = f.Close()
	run(t, mkfs[0], append(mkfs[1:], image)...)
}

// cutPower cuts the power again and again while a child writes marks with a setting of synchronous.
// It returns how many cuts lost an acknowledged mark.
func cutPower(t *testing.T, synchronous string, times int) (losing int) {
	t.Helper()
	root := t.TempDir()
	host, disk := filepath.Join(root, "host"), filepath.Join(root, "disk")
	diskOn(t, filepath.Join(root, "xfs"), 600, "mkfs.xfs", "-q", "-m", "reflink=1")
	mount(t, filepath.Join(root, "xfs"), host)
	defer run(t, "umount", host)
	image := filepath.Join(host, "ext4")
	diskOn(t, image, 48, "mkfs.ext4", "-q")
	mount(t, image, disk)
	defer run(t, "umount", disk)

	dir := filepath.Join(disk, "levelica")
	cmd := child("write", dir)
	cmd.Env = append(cmd.Env, synchronousVariable+"="+synchronous)
	said, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	var mu sync.Mutex
	heard := ledger{lock: &mu}
	started, ended := make(chan struct{}), make(chan struct{})
	go func() {
		heard.hear(said, func() { close(started) })
		close(ended)
	}()
	defer func() {
		_ = cmd.Process.Kill()
		<-ended
		_ = cmd.Wait()
	}()
	<-started
	random := rand.New(rand.NewPCG(uint64(time.Now().UnixNano()), 0))
	for n := range times {
		time.Sleep(time.Duration(random.Int64N(int64(40 * time.Millisecond))))
		mu.Lock()
		known := ledger{asked: heard.asked[:heard.kept:heard.kept], kept: heard.kept}
		mu.Unlock()
		after := filepath.Join(host, "after")
		run(t, "cp", "--reflink=always", image, after)
		if lostAfterCut(t, after, filepath.Join(root, fmt.Sprint("cut", n)), &known) > 0 {
			losing++
		}
		if err := os.Remove(after); err != nil {
			t.Fatal(err)
		}
	}
	t.Logf("synchronous=%s: %d of %d power cuts lost something; %d calls were acknowledged", synchronous, losing, times, heard.kept)
	return losing
}

// lostAfterCut mounts what a power cut left, and counts the acknowledged marks that are not there.
func lostAfterCut(t *testing.T, image, at string, known *ledger) int {
	t.Helper()
	mount(t, image, at)
	defer run(t, "umount", at)
	j, err := Open(t.Context(), filepath.Join(at, "levelica"), Options{})
	if err != nil {
		t.Fatalf("after a power cut the journal does not open: %v", err)
	}
	defer j.Close()
	if _, err := j.Check(t.Context()); err != nil {
		t.Fatalf("after a power cut the journal is hurt: %v", err)
	}
	marks, err := j.Marks(t.Context(), "")
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]bool{}
	for _, m := range marks {
		found[m.ID] = true
	}
	lost := 0
	for _, ids := range known.asked {
		for _, id := range ids {
			if !found[id] {
				lost++
			}
		}
	}
	return lost
}

func TestAPowerCutLosesNothingAcknowledged(t *testing.T) {
	if losing := cutPower(t, "FULL", *cuts); losing > 0 {
		t.Errorf("%d of %d power cuts lost acknowledged marks", losing, *cuts)
	}
}

// TestAPowerCutWouldBeNoticedIfItLostMarks is the control of the test above: with a setting that
// is known to lose what was written last, some cuts have to lose something.
func TestAPowerCutWouldBeNoticedIfItLostMarks(t *testing.T) {
	if cutPower(t, "NORMAL", max(10, *cuts/10)) == 0 {
		t.Error("no power cut lost anything with synchronous=NORMAL: the simulation proves nothing")
	}
}
