package display

import (
	"bytes"
	"crypto/rand"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// foreign names the variables by which a program would find the session, the home or the language
// of the person who started us instead of the private ones.
var foreign = map[string]bool{
	"AT_SPI_BUS_ADDRESS":       true,
	"DBUS_SESSION_BUS_ADDRESS": true,
	"DISPLAY":                  true,
	"GDK_SCALE":                true,
	"GTK_MODULES":              true,
	"GTK_THEME":                true,
	"HOME":                     true,
	"LANG":                     true,
	"LANGUAGE":                 true,
	"NO_AT_BRIDGE":             true,
	"WAYLAND_DISPLAY":          true,
	"XAUTHORITY":               true,
}

// homes makes the folders of the session and returns the environment that leads to them.
func (d *Display) homes() ([]string, error) {
	var env []string
	for _, variable := range os.Environ() {
		if name, _, _ := strings.Cut(variable, "="); !isForeign(name) {
			env = append(env, variable)
		}
	}
	for name, folder := range map[string]string{
		"HOME":            "home",
		"XDG_RUNTIME_DIR": "runtime",
		"XDG_DATA_HOME":   "home/.local/share",
		"XDG_STATE_HOME":  "home/.local/state",
		"XDG_CONFIG_HOME": "home/.config",
		"XDG_CACHE_HOME":  "home/.cache",
	} {
		path := filepath.Join(d.dir, filepath.FromSlash(folder))
		if err := os.MkdirAll(path, 0o700); err != nil {
			return nil, err
		}
		env = append(env, name+"="+path)
	}
	return append(env,
		"LANG=C.UTF-8",
		"GDK_BACKEND=x11",
		"GSETTINGS_BACKEND=memory", // no settings daemon, and none to wait for
	), nil
}

// isForeign also covers whole families: LC_* is language, XDG_* the person's folders and desktop,
// except for XDG_DATA_DIRS and XDG_CONFIG_DIRS, which say where this machine keeps its programs' files.
func isForeign(name string) bool {
	if strings.HasPrefix(name, "XDG_") {
		return !strings.HasSuffix(name, "_DIRS")
	}
	return strings.HasPrefix(name, "LC_") || foreign[name]
}

// writeAuthority makes the file by which the X server admits only those who can read it. Without
// it any account of this machine could watch the screen and type into it. The format is that of
// xauth: family, address, display number, name and key, each but the first with its length before
// it. Family 0xFFFF matches every address, and an empty number every display: the number is not
// known yet.
func writeAuthority(path string) error {
	key := make([]byte, 16)
	if _, err := rand.Read(key); err != nil {
		return fmt.Errorf("make the key of the display: %w", err)
	}
	var entry bytes.Buffer
	entry.Write([]byte{0xff, 0xff})
	for _, field := range []string{"", "", "MIT-MAGIC-COOKIE-1", string(key)} {
		entry.Write(binary.BigEndian.AppendUint16(nil, uint16(len(field))))
		entry.WriteString(field)
	}
	return os.WriteFile(path, entry.Bytes(), 0o600)
}
