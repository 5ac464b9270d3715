//go:build packages

package packages

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestTheArchiveInstallsInAHomeWithoutRoot runs the script in the .tar.gz, in a home whose name has what
// shells and menu entries stumble over.
func TestTheArchiveInstallsInAHomeWithoutRoot(t *testing.T) {
	home := filepath.Join(t.TempDir(), "집 $HOME & 100% 🙂")
	if err := os.Mkdir(home, 0o755); err != nil {
		t.Fatal(err)
	}
	unpacked := t.TempDir()
	run(t, nil, "tar", "-xzf", find(t, *dist, "_amd64.tar.gz"), "-C", unpacked)
	scripts, err := filepath.Glob(filepath.Join(unpacked, "*", "install.sh"))
	if err != nil || len(scripts) != 1 {
		t.Fatalf("the archive has these scripts: %q, %v", scripts, err)
	}
	environment := []string{"HOME=" + home, "XDG_DATA_HOME=", "XDG_CONFIG_HOME=", "XDG_STATE_HOME="}
	program := filepath.Join(home, ".local", "bin", "levelica")
	share := filepath.Join(home, ".local", "share")
	entry := filepath.Join(share, "applications", "org.levelica.Levelica.desktop")

	run(t, environment, scripts[0])
	run(t, environment, scripts[0]) // again, as an upgrade
	run(t, environment, "desktop-file-validate", entry)
	text, err := os.ReadFile(entry)
	if err != nil || strings.Count(string(text), "Exec=\"") != 3 {
		t.Errorf("the menu entry does not name the program by its whole path: %v\n%s", err, text)
	}
	for _, file := range []string{"icons/hicolor/scalable/apps/org.levelica.Levelica.svg", "mime/packages/org.levelica.Levelica.xml", "man/man1/levelica.1.gz", "man/ko/man1/levelica.1.gz", "bash-completion/completions/levelica"} {
		if !exists(filepath.Join(share, file)) {
			t.Errorf("%s was not installed", file)
		}
	}
	run(t, environment, program, "mark", "backend-engineering", "be-001", "on-my-own")

	run(t, environment, scripts[0], "--uninstall")
	if exists(program) || exists(entry) {
		t.Error("the program or its menu entry is left behind")
	}
	if !exists(filepath.Join(share, "levelica", "journal.db")) {
		t.Error("the journal went with the program")
	}
}
