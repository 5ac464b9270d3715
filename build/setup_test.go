package main

import (
	"context"
	"slices"
	"strings"
	"testing"
)

// only pretends that a machine has these executables and no others.
func only(names ...string) func(string) bool {
	return func(name string) bool { return slices.Contains(names, name) }
}

func TestEachDistributionIsInstalledWithItsOwnManager(t *testing.T) {
	missing := needsNamed(t, "WebKitGTK 4.1 to build with", "pdftotext")
	for _, test := range []struct{ executable, release, want string }{
		{
			"apt-get", "ID=debian\n",
			"sudo apt-get -o DPkg::Lock::Timeout=300 update && " +
				"sudo env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 install -y --no-install-recommends " +
				"libwebkit2gtk-4.1-dev poppler-utils",
		},
		{
			"dnf", "ID=fedora\n",
			"sudo dnf install -y --setopt=install_weak_deps=False poppler-utils webkit2gtk4.1-devel",
		},
		{
			"pacman", "ID=arch\n",
			"sudo pacman -Syu --needed --noconfirm poppler webkit2gtk-4.1",
		},
	} {
		m, found := findManager(only(test.executable), test.release)
		if !found {
			t.Errorf("%s is not recognised", test.executable)
			continue
		}
		if got := typed(m.commands(missing), true); got != test.want {
			t.Errorf("with %s:\n got %s\nwant %s", test.executable, got, test.want)
		}
	}
}

func TestRootTypesNoSudo(t *testing.T) {
	m, _ := findManager(only("apt-get"), "")
	if line := typed(m.commands(needsNamed(t, "git")), false); strings.Contains(line, "sudo") {
		t.Error(line)
	}
}

func TestUbuntuIsNotAskedForItsChromiumSnap(t *testing.T) {
	release := "NAME=\"Ubuntu\"\nID=ubuntu\nID_LIKE=debian\n"
	m, found := findManager(only("apt-get"), release)
	if !found {
		t.Fatal("Ubuntu is not recognised")
	}
	if commands := m.commands(needsNamed(t, "Chromium")); commands != nil {
		t.Errorf("for Chromium it runs %v", commands)
	}
	if commands := m.commands(needsNamed(t, "Chromium", "git")); !slices.Contains(commands[len(commands)-1], "git") {
		t.Errorf("for the rest it runs %v", commands)
	}
}

func TestAnUnknownManagerIsNotGuessedAt(t *testing.T) {
	if m, found := findManager(only("zypper"), ""); found {
		t.Errorf("found %v", m)
	}
}

func TestEveryNeedSaysHowItIsMet(t *testing.T) {
	for _, n := range linuxNeeds {
		if n.name == "" || n.seen == nil || n.serve == 0 {
			t.Errorf("the need %q is not complete", n.name)
		}
		for _, manager := range []string{apt, dnf, pacman} {
			if len(n.packages[manager]) == 0 {
				t.Errorf("%s: no package of %s", n.name, manager)
			}
		}
	}
}

func TestStartingTheProgramAsksForNoTestingTools(t *testing.T) {
	for _, n := range linuxNeeds {
		switch n.name {
		case "Chromium", "pdftotext", "the accessibility bus, AT-SPI", "git", "the Xvfb server":
			if n.serve&(toDownload|toBuild|toRead) != 0 {
				t.Errorf("`run` asks for %s", n.name)
			}
		}
	}
}

func TestWhatIsThereIsSeenByItself(t *testing.T) {
	if !executable("no such program", "go")(t.Context()) {
		t.Error("the go command is not seen by its second name")
	}
	if executable("no such program")(t.Context()) {
		t.Error("a program is seen that is not there")
	}
	yes := func(context.Context) bool { return true }
	no := func(context.Context) bool { return false }
	if all(yes, no)(t.Context()) || !all(yes, yes)(t.Context()) {
		t.Error("a need of two parts is met by one of them")
	}
}

// needsNamed returns these needs of the table.
func needsNamed(t *testing.T, names ...string) []need {
	t.Helper()
	var found []need
	for _, n := range linuxNeeds {
		if slices.Contains(names, n.name) {
			found = append(found, n)
		}
	}
	if len(found) != len(names) {
		t.Fatalf("the table has %d of %v", len(found), names)
	}
	return found
}

func TestNodeIsComparedAsPackageJSONSays(t *testing.T) {
	const allowed = "^20.19.0 || >=22.12.0"
	for version, want := range map[string]bool{
		"v18.20.4":          false,
		"v20.18.3":          false,
		"v20.19.0":          true,
		"v20.20.2":          true,
		"v21.7.3":           false,
		"v22.11.0":          false,
		"v22.12.0":          true,
		"v24.0.0":           true,
		"v26.0.0-nightly20": true,
	} {
		got, err := admits(allowed, version)
		if err != nil || got != want {
			t.Errorf("admits(%q, %q) = %v, %v; want %v", allowed, version, got, err, want)
		}
	}
}

func TestARangeThatIsNotUnderstoodIsAnError(t *testing.T) {
	for _, allowed := range []string{"20", "~20.19", ">=x", ""} {
		if _, err := admits(allowed, "v20.19.0"); err == nil {
			t.Errorf("admits(%q) guesses", allowed)
		}
	}
	if _, err := admits(">=20.0.0", "nightly"); err == nil {
		t.Error("a version that is none is compared")
	}
}
