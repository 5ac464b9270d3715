//go:build unix

package display

import (
	"context"
	"encoding/binary"
	"errors"
	"io"
	"math/rand/v2"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// start starts a small display, or skips the test where the servers are not installed.
func start(t *testing.T) *Display {
	t.Helper()
	for _, server := range []string{"Xvfb", "dbus-daemon"} {
		if _, err := exec.LookPath(server); err != nil {
			t.Skip("NOT RUN: ", err)
		}
	}
	d, err := Start(t.Context(), 320, 200)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := d.Close(); err != nil {
			t.Error(err)
		}
	})
	return d
}

// lookup returns the value that a program in the session sees.
func lookup(d *Display, name string) string {
	var value string
	for _, variable := range d.Env() {
		if rest, found := strings.CutPrefix(variable, name+"="); found {
			value = rest
		}
	}
	return value
}

func TestASessionHidesTheOneItWasStartedFrom(t *testing.T) {
	t.Setenv("WAYLAND_DISPLAY", "wayland-7")
	t.Setenv("XDG_DATA_HOME", "/home/person/data")
	t.Setenv("XDG_DATA_DIRS", "/opt/share")
	t.Setenv("LC_ALL", "ko_KR.UTF-8")
	d := start(t)

	for _, name := range []string{"WAYLAND_DISPLAY", "LC_ALL"} {
		if value := lookup(d, name); value != "" {
			t.Errorf("%s = %q, want it to be hidden", name, value)
		}
	}
	for _, name := range []string{"HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR"} {
		if value := lookup(d, name); !strings.HasPrefix(value, d.dir) {
			t.Errorf("%s = %q, want a folder of the session", name, value)
		}
	}
	if value := lookup(d, "XDG_DATA_DIRS"); value != "/opt/share" {
		t.Errorf("XDG_DATA_DIRS = %q, want what this machine has", value)
	}
}

func TestTheScreenAdmitsOnlyWhoHoldsItsKey(t *testing.T) {
	d := start(t)
	entry, err := os.ReadFile(lookup(d, "XAUTHORITY"))
	if err != nil {
		t.Fatal(err)
	}
	key := string(entry[len(entry)-16:])

	if !admitted(t, d, key) {
		t.Error("the key of the screen was refused")
	}
	if admitted(t, d, "sixteen letters.") {
		t.Error("a wrong key was admitted")
	}
}

// admitted opens an X11 connection as a client does, and reports whether the server accepts it.
func admitted(t *testing.T, d *Display, key string) bool {
	t.Helper()
	var dialer net.Dialer
	conn, err := dialer.DialContext(t.Context(), "unix", "/tmp/.X11-unix/X"+strings.TrimPrefix(lookup(d, "DISPLAY"), ":"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = conn.Close() }()

	const protocol = "MIT-MAGIC-COOKIE-1"
	hello := []byte{'l', 0}
	for _, word := range []uint16{11, 0, uint16(len(protocol)), uint16(len(key)), 0} {
		hello = binary.LittleEndian.AppendUint16(hello, word)
	}
	hello = append(hello, protocol+"\x00\x00"+key...)
	if _, err := conn.Write(hello); err != nil {
		t.Fatal(err)
	}
	answer := make([]byte, 1)
	if _, err := io.ReadFull(conn, answer); err != nil {
		t.Fatal(err)
	}
	return answer[0] == 1
}

func TestAnEmptyScreenIsSaidToBeEmpty(t *testing.T) {
	d := start(t)
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Second)
	defer cancel()
	if err := d.AwaitPicture(ctx); !errors.Is(err, ErrBlank) {
		t.Errorf("AwaitPicture = %v, want ErrBlank", err)
	}
}

func TestWhatIsDrawnIsOnTheScreenshot(t *testing.T) {
	d := start(t)
	draw(t, d)
	if err := d.AwaitPicture(t.Context()); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "screen.png")
	if err := d.Screenshot(path); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(path); err != nil || info.Size() < 1000 {
		t.Errorf("screenshot: %v, %v", info, err)
	}
	picture, err := d.Image()
	if err != nil {
		t.Fatal(err)
	}
	if size := picture.Rect.Size(); size.X != 320 || size.Y != 200 {
		t.Errorf("the screen is %v, want 320 by 200", size)
	}
}

// draw fills the last rows of the screen with many colours, through the file that the server keeps
// its screen in.
func draw(t *testing.T, d *Display) {
	t.Helper()
	file, err := os.OpenFile(filepath.Join(d.dir, "Xvfb_screen0"), os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = file.Close() }()
	end, err := file.Seek(0, io.SeekEnd)
	if err != nil {
		t.Fatal(err)
	}
	noise := make([]byte, 4096)
	source := rand.New(rand.NewPCG(1, 2))
	for i := range noise {
		noise[i] = byte(source.Uint32())
	}
	if _, err := file.WriteAt(noise, end-int64(len(noise))); err != nil {
		t.Fatal(err)
	}
}

func TestClosingRemovesEverything(t *testing.T) {
	d := start(t)
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(d.dir); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the folder of the session is still there: %v", err)
	}
	if err := d.Close(); err != nil {
		t.Errorf("closing a second time: %v", err)
	}
}

func TestAServerThatFailsIsQuoted(t *testing.T) {
	bin := t.TempDir()
	script := "#!/bin/sh\necho no room for a screen >&2\nexit 1\n"
	if err := os.WriteFile(filepath.Join(bin, "Xvfb"), []byte(script), 0o700); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", bin+string(os.PathListSeparator)+os.Getenv("PATH"))

	d, err := Start(t.Context(), 320, 200)
	if err == nil {
		t.Fatal("Start succeeds without a screen", d.Close())
	}
	if !strings.Contains(err.Error(), "Xvfb") || !strings.Contains(err.Error(), "no room for a screen") {
		t.Errorf("Start = %v, want the name of the server and what it said", err)
	}
}
