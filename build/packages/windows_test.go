//go:build packages

package packages

import (
	"context"
	"encoding/json"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/levelica/levelica/build/display"
)

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
	w.run("reg", "add", `HKCU\Software\Microsoft\EdgeUpdate\Clients\{F3017226-FE2A-4295-8BDF-00C3A9A7E4C5}`, "/v", "pv", "/d", "120.0.0.0", "/f")
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

const (
	uninstallKey = `HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\Levelica`
	linkKey      = `HKCU\Software\Classes\levelica`
	endingKey    = `HKCU\Software\Classes\.levelica`
	journalKey   = `HKCU\Software\Classes\Levelica.Journal`
)

// TestTheWindowsInstallerInstallsAndItsUninstallerKeepsTheData goes through the life of the program
// there, silently.
func TestTheWindowsInstallerInstallsAndItsUninstallerKeepsTheData(t *testing.T) {
	w := freshWine(t)
	setup := find(t, *dist, "_x64-setup.exe")
	program := filepath.Join(w.home, "Programs", "Levelica", "levelica.exe")
	journal := filepath.Join(w.home, "levelica", "journal.db")
	menu := filepath.Join(w.unix(`%APPDATA%`), "Microsoft", "Windows", "Start Menu", "Programs", "Levelica.lnk")

	w.run("winecfg", "-v", "win7")
	if said, err := try(t, w.environment, "wine", setup, "/S"); err == nil || exists(program) {
		t.Errorf("it installs on a Windows that the program does not run on: %s", said)
	}
	w.run("winecfg", "-v", "win10")

	w.run(setup, "/S")
	for _, path := range []string{program, menu, filepath.Join(filepath.Dir(program), "uninstall.exe"), filepath.Join(filepath.Dir(program), "LICENSE.txt")} {
		if !exists(path) {
			t.Errorf("%s was not installed", path)
		}
	}
	if command := w.registry(linkKey+`\shell\open\command`, ""); !strings.HasSuffix(command, `\Programs\Levelica\levelica.exe" "%1"`) {
		t.Errorf("levelica:// links are opened by %q", command)
	}
	if kind := w.registry(endingKey, ""); kind != "Levelica.Journal" {
		t.Errorf("a .levelica file is of the kind %q", kind)
	}
	if command := w.registry(journalKey+`\shell\open\command`, ""); !strings.HasSuffix(command, `\Programs\Levelica\levelica.exe" "%1"`) {
		t.Errorf("a .levelica file is opened by %q", command)
	}
	if icon := w.registry(journalKey+`\DefaultIcon`, ""); !strings.HasSuffix(icon, `\levelica.exe,1`) {
		t.Errorf("a .levelica file has the icon %q", icon)
	}
	version := strings.TrimSpace(w.run(program, "version"))
	if shown := w.registry(uninstallKey, "DisplayVersion"); !strings.HasPrefix(version, "levelica "+shown+" (") {
		t.Errorf("Windows lists version %q of a program that says %q", shown, version)
	}
	for value, want := range map[string]string{"DisplayName": "Levelica", "Publisher": "The Levelica authors", "NoModify": "0x1"} {
		if got := w.registry(uninstallKey, value); got != want {
			t.Errorf("Windows lists %s as %q, want %q", value, got, want)
		}
	}
	w.run(program, "mark", "backend-engineering", "be-001", "on-my-own")
	if !exists(journal) {
		t.Fatalf("there is no journal at %s", journal)
	}

	w.run(setup, "/S") // over what is there, as an upgrade
	if status := w.run(program, "status", "backend-engineering", "--json"); !strings.Contains(status, `"done": 1`) {
		t.Errorf("after the upgrade the journal holds %s", status)
	}

	uninstall := filepath.Join(filepath.Dir(program), "uninstall.exe")
	w.run(uninstall, "/S")
	w.await("the program is gone", func() bool { return !exists(program) && !exists(uninstall) && !exists(menu) })
	w.await("Windows lists it no more", func() bool {
		return w.registry(uninstallKey, "DisplayName") == "" && w.registry(linkKey, "") == "" &&
			w.registry(endingKey, "") == "" && w.registry(journalKey, "") == ""
	})
	if !exists(journal) {
		t.Error("the journal went with the program")
	}

	w.run(setup, "/S")
	w.run(uninstall, "/S", "/removedata")
	w.await("the program is gone", func() bool { return !exists(program) && !exists(uninstall) })
	w.await("the data is gone, as it was asked for", func() bool { return !exists(filepath.Dir(journal)) })
}

// TestTheWindowsUninstallerAsksAboutTheDataInAWindow goes through the uninstaller as a person does, who
// ticks the box the second time.
func TestTheWindowsUninstallerAsksAboutTheDataInAWindow(t *testing.T) {
	w := freshWine(t)
	setup := find(t, *dist, "_x64-setup.exe")
	program := filepath.Join(w.home, "Programs", "Levelica", "levelica.exe")
	journal := filepath.Join(w.home, "levelica", "journal.db")
	hand := filepath.Join(t.TempDir(), "press.exe")
	run(t, nil, "x86_64-w64-mingw32-gcc", "-o", hand, filepath.Join("testdata", "press.c"))
	// Nothing that is started here has an output: Wine's own desktop, which the first window brings
	// along, would hold on to it.
	start := func(command ...string) *exec.Cmd {
		t.Helper()
		cmd := exec.CommandContext(t.Context(), "wine", command...)
		cmd.Env = append(os.Environ(), w.environment...)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		return cmd
	}
	press := func(text string) {
		t.Helper()
		if err := start(hand, text).Wait(); err != nil {
			t.Fatalf("press %q: %v", text, err)
		}
	}
	uninstall := func(ticking bool) {
		t.Helper()
		uninstaller := start(filepath.Join(filepath.Dir(program), "uninstall.exe"))
		if ticking {
			press("Also remove my answers, settings and backups for good")
		}
		press("Remove")
		press("Close")
		if err := uninstaller.Wait(); err != nil {
			t.Errorf("the uninstaller ended with %v", err)
		}
		w.await("the program is gone", func() bool { return !exists(program) })
	}

	w.run("winecfg", "-v", "win10")
	w.run(setup, "/S")
	w.run(program, "mark", "backend-engineering", "be-001", "on-my-own")
	uninstall(false)
	if !exists(journal) {
		t.Fatal("the journal went with the program, and nobody had ticked the box")
	}
	w.run(setup, "/S")
	uninstall(true)
	w.await("the data is gone, as it was asked for", func() bool { return !exists(filepath.Dir(journal)) })
}

// TestThePortableWindowsProgramKeepsItsDataBesideItself unpacks the archive and uses it.
func TestThePortableWindowsProgramKeepsItsDataBesideItself(t *testing.T) {
	w := freshWine(t)
	folder := t.TempDir()
	run(t, nil, "unzip", "-q", find(t, *dist, "_x64-portable.zip"), "-d", folder)
	program := filepath.Join(folder, "Levelica", "levelica.exe")
	w.run(program, "mark", "backend-engineering", "be-001", "on-my-own")
	if !exists(filepath.Join(folder, "Levelica", "levelica-data", "journal.db")) {
		t.Error("the journal is not beside the program")
	}
	if exists(filepath.Join(w.home, "levelica")) {
		t.Error("something was written to the person's own folders")
	}
}

// TestTheWindowsProgramPrintsOnTheConsoleItWasTypedIn starts it as a terminal there starts a program that
// has a window: with a console around it, and no handles that lead to it.
func TestTheWindowsProgramPrintsOnTheConsoleItWasTypedIn(t *testing.T) {
	w := freshWine(t)
	folder := t.TempDir()
	run(t, nil, "unzip", "-q", find(t, *dist, "_x64-portable.zip"), "-d", folder)
	program := filepath.Join(folder, "Levelica", "levelica.exe")
	terminal := filepath.Join(folder, "console.exe")
	run(t, nil, "x86_64-w64-mingw32-gcc", "-o", terminal, filepath.Join("testdata", "console.c"))
	path := strings.TrimSpace(run(t, w.environment, "winepath", "--windows", program))

	if shown, piped := w.run(terminal, path, "levelica version"), w.run(program, "version"); !strings.Contains(shown, strings.TrimSpace(piped)) {
		t.Errorf("the console shows %q, a pipe gets %q", shown, piped)
	}
	said, err := try(t, w.environment, "wine", terminal, path, "levelica statsu")
	if err == nil || !strings.Contains(said, "unexpected argument statsu") {
		t.Errorf("a wrong word ends with %v, and the console shows %q", err, said)
	}
}

// lacking is how Wine answers to what it does not have: removing a file that others have open, by the
// name alone, as Go does on Windows. It came with Wine 9; without it a test cannot clear up.
var lacking = regexp.MustCompile(`(unlinkat|remove|RemoveAll) .*: Invalid function\.\s*$`)

// A complaint is what a test says through its testing.T, and remark what it says there when all is well.
var (
	complaint = regexp.MustCompile(`^\s+[\w.]+\.go:\d+: `)
	remark    = regexp.MustCompile(`: (seed \d+|\d+ of \d+ kills: .* 0 marks lost|\[rapid\] OK, .*)\s*$`)
)

// removing are the tests that remove files of an open journal to begin with, which that Wine cannot.
const removing = "^TestAJournalWhoseFileIsGoneIsNoFirstStart$"

// TestTheWindowsBuildPassesTheTestsOfTheJournalAndTheCommandLine runs the tests of this machine as programs
// of Windows: marks that survive kills, migrations, backups, joining, and what is typed.
func TestTheWindowsBuildPassesTheTestsOfTheJournalAndTheCommandLine(t *testing.T) {
	w := freshWine(t)
	environment := append(slices.Clone(w.environment), "GOOS=windows", "GOARCH=amd64", "CGO_ENABLED=0", "HOME="+os.Getenv("HOME"),
		"GOCACHE="+strings.TrimSpace(run(t, nil, "go", "env", "GOCACHE")), "GOPATH="+strings.TrimSpace(run(t, nil, "go", "env", "GOPATH")))
	// Where Windows keeps its time zones Wine has none of those that the tests name.
	zones := filepath.Join(strings.TrimSpace(run(t, nil, "go", "env", "GOROOT")), "lib", "time", "zoneinfo.zip")
	environment = append(environment, "ZONEINFO="+strings.TrimSpace(run(t, w.environment, "winepath", "--windows", zones)))
	for _, tests := range []struct{ pkg, pattern string }{
		{"../../internal/progress", "^Test"}, {"../../internal/journal", "^Test"}, // fuzz targets have their own time and place
		{"../../app", "^TestTheCommandLine$"},
	} {
		pkg := tests.pkg
		said, _ := try(t, environment, "go", "test", "-trimpath", "-count=1", "-exec", "wine", "-json", "-run", tests.pattern, "-skip", removing, pkg)
		found := readTests(said)
		t.Logf("%s: %d passed, %d more passed and could not clear up, %d failed", pkg, found.passed, found.uncleared, len(found.failed))
		for _, test := range found.notRun {
			t.Logf("NOT RUN: %s", test)
		}
		if found.passed+found.uncleared == 0 || len(found.failed) > 0 {
			t.Errorf("%s:\n%s", pkg, strings.Join(found.failed, "\n"))
		}
	}
}

// outcome is what became of the tests of a package: how many passed, how many did but for what Wine
// lacks, which said themselves that they cannot be run there, and what the others complained of.
type outcome struct {
	passed, uncleared int
	notRun, failed    []string
}

// readTests reads what `go test -json` says.
func readTests(said string) outcome {
	var o outcome
	complaints, lacked, notRun := map[string][]string{}, map[string]bool{}, map[string]string{}
	var ended []string
	for line := range strings.Lines(said) {
		var event struct{ Action, Test, Output string }
		if json.Unmarshal([]byte(line), &event) != nil || event.Test == "" {
			continue
		}
		switch event.Action {
		case "output":
			_, reason, cannot := strings.Cut(event.Output, ": NOT RUN: ")
			switch {
			case !complaint.MatchString(event.Output) || remark.MatchString(event.Output):
			case cannot:
				notRun[event.Test] = strings.TrimSpace(reason)
			case lacking.MatchString(event.Output):
				for test := event.Test; test != "."; test = path.Dir(test) {
					lacked[test] = true
				}
			default:
				complaints[event.Test] = append(complaints[event.Test], strings.TrimSpace(event.Output))
			}
		case "pass":
			o.passed++
		case "fail", "skip":
			ended = append(ended, event.Test)
		}
	}
	for _, test := range ended {
		switch {
		case len(complaints[test]) > 0:
			o.failed = append(o.failed, test+": "+strings.Join(complaints[test], "; "))
		case notRun[test] != "":
			o.notRun = append(o.notRun, test+": "+notRun[test])
		case lacked[test]:
			o.uncleared++
		default:
			o.failed = append(o.failed, test+": it says nothing")
		}
	}
	return o
}
