//go:build packages

package packages

import (
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// debian is a Debian 12 of its own, in a folder.
type debian struct {
	t     *testing.T
	root  string
	apart []string // runs a command with mounts that this machine does not see
}

// freshDebian makes one from the mirror that this machine's own apt uses.
func freshDebian(t *testing.T) *debian {
	t.Helper()
	d := &debian{t, t.TempDir(), []string{"unshare", "--mount"}}
	if _, err := try(t, nil, d.apart[0], append(d.apart[1:], "true")...); err != nil {
		// This machine is itself a folder of another one, whose mounts cannot be made private from here.
		d.apart = append(d.apart, "--propagation", "unchanged")
	}
	run(t, nil, "debootstrap", "--variant=minbase", "bookworm", d.root, mirror(t))
	for _, folder := range []string{"tmp/.X11-unix", "tmp/.ICE-unix"} {
		path := filepath.Join(d.root, folder)
		if err := errors.Join(os.MkdirAll(path, 0o755), os.Chmod(path, os.ModeSticky|0o777)); err != nil {
			t.Fatal(err)
		}
	}
	d.asRoot("apt-get", "update")
	d.asRoot("useradd", "--create-home", "person")
	return d
}

// mirror asks apt where it gets Debian from.
func mirror(t *testing.T) string {
	t.Helper()
	listed := run(t, nil, "apt-get", "indextargets", "--format", "$(REPO_URI)|$(ORIGIN)|$(LABEL)", "Created-By: Packages")
	for line := range strings.Lines(listed) {
		if f := strings.Split(strings.TrimSpace(line), "|"); len(f) == 3 && f[1] == "Debian" && f[2] == "Debian" {
			return f[0]
		}
	}
	t.Fatal("this machine's apt does not use Debian's packages, or `apt-get update` has never been run")
	return ""
}

// enter mounts the devices and the processes of this machine in a folder, runs a command in there as a
// user, and leaves nothing mounted. What is made private first would otherwise be taken from this
// machine too when it is unmounted.
const enter = `set -e
root=$1 user=$2
shift 2
mount --bind "$root" "$root"
mount --make-private "$root"
mount --rbind /dev "$root/dev"
mount --make-rprivate "$root/dev"
mount -t proc proc "$root/proc"
status=0
chroot --userspec="$user" "$root" "$@" || status=$?
umount --recursive --lazy "$root"
exit $status`

// inside is the command that runs another in there.
func (d *debian) inside(user string, command ...string) []string {
	home := "/root"
	if user != "root" {
		home = "/home/" + user
	}
	return slices.Concat(d.apart, []string{"sh", "-c", enter, "sh", d.root, user, "env", "-i",
		"HOME=" + home, "LANG=C.UTF-8", "PATH=/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin", "DEBIAN_FRONTEND=noninteractive"}, command)
}

func (d *debian) asRoot(command ...string) string {
	d.t.Helper()
	c := d.inside("root", command...)
	return run(d.t, nil, c[0], c[1:]...)
}

func (d *debian) asPerson(command ...string) string {
	d.t.Helper()
	c := d.inside("person", command...)
	return run(d.t, nil, c[0], c[1:]...)
}

// install has apt install a package file with what it depends on, and nothing that it recommends.
func (d *debian) install(path string) {
	d.t.Helper()
	name := filepath.Base(path)
	data, err := os.ReadFile(path)
	if err == nil {
		err = os.WriteFile(filepath.Join(d.root, "tmp", name), data, 0o644)
	}
	if err != nil {
		d.t.Fatal(err)
	}
	d.asRoot("apt-get", "install", "-y", "--no-install-recommends", "/tmp/"+name)
}

// flows are the tests of the real window that are run with the program as it was installed.
var flows = "^(" + strings.Join([]string{
	"TestEverythingIsThereAfterARestart", "TestARatingThatIsShownAsSavedSurvivesACrash", "TestASecondStartLeavesTheWindowToTheFirst",
	"TestALinkIsShownInTheWindowThatIsOpen", "TestALinkIsTheFirstThingThatANewWindowShows", "TestLinksOpenInTheBrowserAndNeverReplaceTheWindow",
	"TestAJournalFileThatIsOpenedIsShownAndAddedOnlyByAPress",
}, "|") + ")$"

// TestADebianPackageIsInstalledUsedUpgradedAndRemoved goes through the life of the program on a
// computer that has nothing but what Debian brings.
func TestADebianPackageIsInstalledUsedUpgradedAndRemoved(t *testing.T) {
	d := freshDebian(t)
	const journal = "home/person/.local/share/levelica/journal.db"

	// What a first person had.
	d.install(find(t, *older, "_amd64.deb"))
	before := d.asPerson("levelica", "version")
	d.asPerson("levelica", "mark", "backend-engineering", "be-001", "on-my-own")
	d.asPerson("levelica", "mark", "backend-engineering", "be-002", "on-my-own")

	// The upgrade keeps it.
	d.install(find(t, *dist, "_amd64.deb"))
	after := d.asPerson("levelica", "version")
	if before == after {
		t.Errorf("it is still %s", after)
	}
	if status := d.asPerson("levelica", "status", "backend-engineering", "--json"); !regexp.MustCompile(`"done": 2\b`).MatchString(status) {
		t.Errorf("after the upgrade the journal holds %s", status)
	}
	t.Logf("upgraded from %s to %s", strings.TrimSpace(before), strings.TrimSpace(after))

	// What was installed is whole, and found by the desktop.
	if changed := d.asRoot("dpkg", "--verify", "levelica"); changed != "" {
		t.Errorf("files differ from the package's:\n%s", changed)
	}
	d.asRoot("apt-get", "install", "-y", "--no-install-recommends", "desktop-file-utils", "shared-mime-info", "libglib2.0-bin", "man-db", "xvfb", "dbus", "at-spi2-core", "fonts-dejavu-core")
	if handlers := d.asRoot("cat", "/usr/share/applications/mimeinfo.cache"); !strings.Contains(handlers, "x-scheme-handler/levelica=org.levelica.Levelica.desktop;") {
		t.Errorf("nothing opens levelica:// links:\n%s", handlers)
	}
	d.asPerson("levelica", "export", "-o", "/home/person/기록 🙂.levelica")
	if kind := d.asPerson("gio", "info", "-a", "standard::content-type,standard::icon", "/home/person/기록 🙂.levelica"); !strings.Contains(kind, "content-type: application/x-levelica-journal") || !strings.Contains(kind, "application-x-levelica-journal,") {
		t.Errorf("an exported journal is not known for one:\n%s", kind)
	}
	if opens := d.asPerson("gio", "mime", "application/x-levelica-journal"); !strings.Contains(opens, "Default application for “application/x-levelica-journal”: org.levelica.Levelica.desktop") {
		t.Errorf("an exported journal is opened by:\n%s", opens)
	}
	if page := d.asRoot("man", "--warnings", "levelica"); !strings.Contains(page, "LEVELICA(1)") || strings.Contains(page, "warning") {
		t.Errorf("the manual is\n%.400s", page)
	}
	if page := d.asRoot("man", "--warnings", "/usr/share/man/ko/man1/levelica.1.gz"); !strings.Contains(page, "버전을 보여 줍니다.") || strings.Contains(page, "warning") {
		t.Errorf("the Korean manual is\n%.400s", page)
	}

	// The window does there what it does here.
	tests := filepath.Join(d.root, "tmp", "window.test")
	run(t, []string{"CGO_ENABLED=0"}, "go", "test", "-c", "-tags", "window", "-o", tests, "../window")
	said := d.asPerson("/tmp/window.test", "-program", "/usr/bin/levelica", "-test.run", flows, "-test.v", "-test.timeout", "10m")
	t.Log(said)
	if n := strings.Count(said, "--- PASS: Test"); n != strings.Count(flows, "|")+1 {
		t.Errorf("%d of the flows were run, want %d", n, strings.Count(flows, "|")+1)
	}

	// Removing it leaves the person's data, and nothing of its own.
	installed := d.asRoot("dpkg", "--listfiles", "levelica")
	d.asRoot("apt-get", "purge", "-y", "levelica")
	for path := range strings.Lines(installed) {
		path = filepath.Join(d.root, strings.TrimSpace(path))
		if info, err := os.Lstat(path); err == nil && !info.IsDir() {
			t.Errorf("%s is left behind", path)
		}
	}
	if !exists(filepath.Join(d.root, journal)) {
		t.Error("the journal went with the program")
	}
}

// TestLintianFindsNothing holds the packages to Debian's own rules.
func TestLintianFindsNothing(t *testing.T) {
	packages, err := filepath.Glob(filepath.Join(*dist, "*.deb"))
	if err != nil || len(packages) == 0 {
		t.Fatalf("there is no package: %v", err)
	}
	for _, path := range packages {
		said, err := try(t, nil, "lintian", "--allow-root", "--info", "--show-overrides", "--fail-on", "error,warning", path)
		t.Logf("%s:\n%s", filepath.Base(path), said)
		if err != nil {
			t.Errorf("lintian objects: %v", err)
		}
	}
}
