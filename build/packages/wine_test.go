//go:build packages

package packages

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/levelica/levelica/build/display"
)

// webViewKey is where WebView2 says that it is there.
const webViewKey = `HKCU\Software\Microsoft\EdgeUpdate\Clients\{F3017226-FE2A-4295-8BDF-00C3A9A7E4C5}`

// wine is a Windows of its own, for a person who is no administrator as far as the installer asks.
type wine struct {
	t           *testing.T
	environment []string
	home        string // AppData/Local of the person
}

func freshWine(t *testing.T) *wine {
	t.Helper()
	d, err := display.Start(context.Background(), 1024, 768)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = d.Close() })
	prefix := filepath.Join(t.TempDir(), "prefix")
	w := &wine{t: t, environment: append(d.Env(), "WINEPREFIX="+prefix, "WINEARCH=win64", "WINEDEBUG=-all", "USER=person",
		"WINEDLLOVERRIDES=mscoree,mshtml,winemenubuilder.exe=")}
	t.Cleanup(func() { _, _ = try(t, append(w.environment, "PATH="+os.Getenv("PATH")), "wineserver", "--kill") })
	w.run("wineboot", "--init")
	system := filepath.Join(prefix, "drive_c", "windows", "system32")
	if !exists(filepath.Join(system, "bcryptprimitives.dll")) {
		run(t, nil, "x86_64-w64-mingw32-gcc", "-shared", "-o", filepath.Join(system, "bcryptprimitives.dll"),
			filepath.Join("testdata", "bcryptprimitives.c"), "-ladvapi32")
	}
	w.home = w.unix(`%LOCALAPPDATA%`)
	// Wine has no web view. The installer is told that it is there: it must not ask the network.
	w.run("reg", "add", webViewKey, "/v", "pv", "/d", "120.0.0.0", "/f")
	return w
}

func (w *wine) run(command ...string) string {
	w.t.Helper()
	return strings.ReplaceAll(run(w.t, w.environment, "wine", command...), "\r", "")
}

// unix returns where a Windows path lies in the prefix.
func (w *wine) unix(path string) string {
	w.t.Helper()
	resolved := strings.TrimSpace(w.run("cmd", "/c", "echo "+path))
	return strings.TrimSpace(run(w.t, w.environment, "winepath", "--unix", resolved))
}

// registry returns a value, or "".
func (w *wine) registry(key, value string) string {
	w.t.Helper()
	args := []string{"reg", "query", key, "/v", value}
	if value == "" {
		args = []string{"reg", "query", key, "/ve"}
	}
	said, err := try(w.t, w.environment, "wine", args...)
	if err != nil {
		return ""
	}
	_, found, _ := strings.Cut(strings.ReplaceAll(said, "\r", ""), "REG_")
	_, found, _ = strings.Cut(strings.TrimSpace(found), "    ")
	return strings.TrimSpace(found)
}

// await waits for what an uninstaller does after it has ended: it goes on as a copy of itself.
func (w *wine) await(what string, holds func() bool) {
	w.t.Helper()
	for deadline := time.Now().Add(time.Minute); !holds(); time.Sleep(100 * time.Millisecond) {
		if time.Now().After(deadline) {
			w.t.Fatalf("waited in vain until %s", what)
		}
	}
}

// start starts a program that shows a window. It has no output: Wine's own desktop, which the first window
// brings along, would hold on to it.
func (w *wine) start(command ...string) *exec.Cmd {
	w.t.Helper()
	cmd := exec.CommandContext(w.t.Context(), "wine", command...)
	cmd.Env = append(os.Environ(), w.environment...)
	if err := cmd.Start(); err != nil {
		w.t.Fatal(err)
	}
	return cmd
}

// hand returns what presses a button, or ticks a box, by its text.
func (w *wine) hand() (press func(text string)) {
	w.t.Helper()
	path := filepath.Join(w.t.TempDir(), "press.exe")
	run(w.t, nil, "x86_64-w64-mingw32-gcc", "-o", path, filepath.Join("testdata", "press.c"))
	return func(text string) {
		w.t.Helper()
		if err := w.start(path, text).Wait(); err != nil {
			w.t.Fatalf("press %q: %v", text, err)
		}
	}
}
