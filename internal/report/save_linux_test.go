package report

import (
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
)

// asNobody runs f as a user who owns nothing here. Root may write anywhere, so as root this thread
// changes who it is on the file system; it is given up afterwards.
func asNobody(f func() error) error {
	if os.Geteuid() != 0 {
		return f()
	}
	result := make(chan error)
	go func() {
		runtime.LockOSThread() // and never unlocked: the thread ends with the goroutine
		const nobody = 65534
		if _, _, errno := syscall.RawSyscall(syscall.SYS_SETFSUID, nobody, 0, 0); errno != 0 {
			result <- errno
			return
		}
		result <- f()
	}()
	return <-result
}

func TestAFolderThatMayNotBeWrittenIsSaid(t *testing.T) {
	folder := t.TempDir()
	for path := folder; path != os.TempDir() && path != "/"; path = filepath.Dir(path) {
		if err := os.Chmod(path, 0o555); err != nil { // nobody may pass, and not write
			t.Fatal(err)
		}
	}
	t.Cleanup(func() {
		for path := folder; path != os.TempDir() && path != "/"; path = filepath.Dir(path) {
			_ = os.Chmod(path, 0o755)
		}
	})
	path := filepath.Join(folder, "report.md")
	err := asNobody(func() error { return sampleDocument().Save(path, Markdown, false) })
	if !errors.Is(err, fs.ErrPermission) || !strings.Contains(err.Error(), path) {
		t.Errorf("%v, want fs.ErrPermission that names the file", err)
	}
	only(t, folder)
}

// TestNoPipeOrDeviceIsReplaced uses a pipe of its own in place of a device: a test that fails as
// root with /dev/null would take the machine's away.
func TestNoPipeOrDeviceIsReplaced(t *testing.T) {
	pipe := filepath.Join(t.TempDir(), "pipe")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	kept(t, pipe)
}

// TestADiskThatEndsKeepsTheOldFile writes where no file may grow beyond 4 kB: the kernel then
// refuses in the middle of the file, as a full disk does. The limit is the process's, so the test
// runs itself once more.
func TestADiskThatEndsKeepsTheOldFile(t *testing.T) {
	const variable = "LEVELICA_REPORT_LIMITED"
	if path := os.Getenv(variable); path != "" {
		signal.Ignore(syscall.SIGXFSZ)
		limit := syscall.Rlimit{Cur: 4096, Max: 4096}
		if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &limit); err != nil {
			t.Fatal(err)
		}
		if err := sampleDocument().Save(path, PDF, true); !errors.Is(err, syscall.EFBIG) || !strings.Contains(err.Error(), path) {
			t.Errorf("%v, want EFBIG that names the file", err)
		}
		return
	}
	for _, there := range []bool{false, true} {
		folder := t.TempDir()
		path := filepath.Join(folder, "report.pdf")
		var names []string
		if there {
			put(t, path, "last year's report")
			names = []string{"report.pdf"}
		}
		cmd := exec.Command(os.Args[0], "-test.run=^TestADiskThatEndsKeepsTheOldFile$")
		cmd.Env = append(os.Environ(), variable+"="+path)
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Errorf("%v\n%s", err, out)
		}
		only(t, folder, names...)
		if there {
			holds(t, path, "last year's report")
		}
	}
}
