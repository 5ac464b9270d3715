//go:build packages

package packages

import (
	"errors"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

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
	press := w.hand()
	uninstall := func(ticking bool) {
		t.Helper()
		uninstaller := w.start(filepath.Join(filepath.Dir(program), "uninstall.exe"))
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
	if err == nil || !strings.Contains(said, "statsu is not expected here") {
		t.Errorf("a wrong word ends with %v, and the console shows %q", err, said)
	}
}

// TestTheWindowsProgramGoesAsFarAsAWindowsWithoutWebView2LetsIt starts its window, which asks whether the
// missing part shall be fetched, and is told no.
func TestTheWindowsProgramGoesAsFarAsAWindowsWithoutWebView2LetsIt(t *testing.T) {
	w := freshWine(t)
	w.run("reg", "delete", webViewKey, "/f")
	press := w.hand()
	folder := t.TempDir()
	run(t, nil, "unzip", "-q", find(t, *dist, "_x64-portable.zip"), "-d", folder)
	program := filepath.Join(folder, "Levelica", "levelica.exe")
	w.run(program, "mark", "backend-engineering", "be-001", "on-my-own")

	window := w.start(program)
	press("Cancel")
	var ended *exec.ExitError
	if err := window.Wait(); !errors.As(err, &ended) || ended.ExitCode() != 1 {
		t.Errorf("without a window it ends with %v", err)
	}
	if status := w.run(program, "status", "backend-engineering", "--json"); !strings.Contains(status, `"done": 1`) {
		t.Errorf("afterwards the journal holds %s", status)
	}
}
