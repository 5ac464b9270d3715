//go:build packages

package packages

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestAnRPMSaysWhatItNeedsAndRunsNoScripts reads what dnf would.
func TestAnRPMSaysWhatItNeedsAndRunsNoScripts(t *testing.T) {
	path := find(t, *dist, "_amd64.rpm")
	var needs []string
	for line := range strings.Lines(run(t, nil, "rpm", "-qp", "--requires", path)) {
		if need := strings.TrimSpace(line); !strings.HasPrefix(need, "rpmlib(") {
			name, _, _ := strings.Cut(need, " ")
			needs = append(needs, name)
		}
	}
	slices.Sort(needs)
	// As Fedora names them.
	want := []string{"gdk-pixbuf2", "glib2", "glibc", "gtk3", "hicolor-icon-theme", "javascriptcoregtk4.1", "libsoup3", "webkit2gtk4.1"}
	if !slices.Equal(needs, want) {
		t.Errorf("it needs %q, want %q", needs, want)
	}
	if scripts := strings.TrimSpace(run(t, nil, "rpm", "-qp", "--scripts", path)); scripts != "" {
		t.Errorf("it runs as root:\n%s", scripts)
	}
	if listed := run(t, nil, "rpm", "-qp", "--queryformat", "%{NAME} %{ARCH} %{LICENSE} %{URL}", path); listed != "levelica x86_64 MIT AND CC-BY-4.0 AND OFL-1.1 https://github.com/levelica/levelica" {
		t.Errorf("it says of itself: %s", listed)
	}
}

// TestAnRPMIsInstalledAndRemoved installs it into a folder with a database of its own. What it depends
// on is not there, so that is left out of account, and is what the other test reads.
func TestAnRPMIsInstalledAndRemoved(t *testing.T) {
	root := t.TempDir()
	path := find(t, *dist, "_amd64.rpm")
	run(t, nil, "rpm", "--root", root, "--initdb")
	run(t, nil, "rpm", "--root", root, "--install", "--nodeps", path)
	for _, file := range []string{
		"usr/bin/levelica", "usr/share/applications/org.levelica.Levelica.desktop", "usr/share/metainfo/org.levelica.Levelica.metainfo.xml",
		"usr/share/icons/hicolor/scalable/apps/org.levelica.Levelica.svg", "usr/share/mime/packages/org.levelica.Levelica.xml",
		"usr/share/icons/hicolor/scalable/mimetypes/application-x-levelica-journal.svg", "usr/share/man/man1/levelica.1.gz", "usr/share/man/ko/man1/levelica.1.gz",
		"usr/share/zsh/site-functions/_levelica", "usr/share/licenses/levelica/LICENSE",
	} {
		if !exists(filepath.Join(root, file)) {
			t.Errorf("%s was not installed", file)
		}
	}
	if changed := strings.TrimSpace(run(t, nil, "rpm", "--root", root, "--verify", "--nodeps", "levelica")); changed != "" {
		t.Errorf("files differ from the package's:\n%s", changed)
	}
	run(t, nil, "rpm", "--root", root, "--erase", "levelica")
	if exists(filepath.Join(root, "usr/bin/levelica")) {
		t.Error("the program is left behind")
	}
}
