package main

import (
	"strings"
	"testing"
	"time"
)

func TestTheVersionIsThatOfTheTag(t *testing.T) {
	for described, want := range map[string]string{
		"v1.2.3-0-gabcdef0":        "1.2.3",
		"v1.2.3-rc.1-0-gabcdef0":   "1.2.3-rc.1",
		"v1.2.3-rc-1-0-gabcdef0":   "1.2.3-rc-1",
		"v1.2.3-4-gabcdef0":        "1.2.4-dev.4",
		"v1.2.3-rc.1-12-gabcdef0":  "1.2.3-rc.1.dev.12",
		"v0.0.0-75-gabcdef0":       "0.0.0-dev.75",
		"v10.20.30-40-gabcdef0123": "10.20.31-dev.40",
	} {
		got, err := versionOf(described)
		if err != nil || got != want {
			t.Errorf("versionOf(%q) = %q, %v; want %q", described, got, err, want)
		}
	}
}

func TestWhatIsNoTagOfAReleaseIsAnError(t *testing.T) {
	for _, described := range []string{"", "abcdef0", "v1-4-gabcdef0", "v1.2.x-4-gabcdef0"} {
		if got, err := versionOf(described); err == nil {
			t.Errorf("versionOf(%q) = %q", described, got)
		}
	}
}

func TestOnlyAReleaseIsStable(t *testing.T) {
	for version, want := range map[string]bool{"1.2.3": true, "1.2.3-rc.1": false, "0.0.0-dev.1": false, "1.2.3-changed": false, "": false} {
		if got := (release{version: version}).stable(); got != want {
			t.Errorf("%q is stable: %v, want %v", version, got, want)
		}
	}
}

func TestWindowsGetsFourNumbers(t *testing.T) {
	for version, want := range map[string]string{"1.2.3": "1.2.3.0", "1.2.4-dev.56.changed": "1.2.4.0"} {
		if got := (release{version: version}).numbers(); got != want {
			t.Errorf("%s is %s for Windows, want %s", version, got, want)
		}
	}
}

func TestABuildSaysNothingOfTheClock(t *testing.T) {
	at := time.Date(2026, 11, 26, 23, 30, 0, 0, time.FixedZone("", 9*3600)).UTC()
	flags := release{version: "1.2.3", commit: "abc", moment: at}.linkerFlags()
	if want := "-X main.version=1.2.3 -X main.commit=abc -X main.date=2026-11-26"; !strings.HasSuffix(flags, want) {
		t.Errorf("the linker is told %q, want it to end with %q", flags, want)
	}
	if flags := (release{}).linkerFlags(); strings.Contains(flags, "-X") {
		t.Errorf("outside a checkout the linker is told %q", flags)
	}
}

func TestDebianSortsAVersionBeforeItsRelease(t *testing.T) {
	if got := debianVersion("1.2.3-rc.1"); got != "1.2.3~rc.1" {
		t.Error(got)
	}
}
