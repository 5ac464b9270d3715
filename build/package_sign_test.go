//go:build !windows

package main

import (
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// notes writes down how a tool was called: its name, and each argument in brackets.
const notes = `{ printf '%s' "${0##*/}"; for argument; do printf ' [%s]' "$argument"; done; echo; } >> "$TOOLBOX"`

// toolbox puts programs on the path that stand for others: each writes down how it was called, then
// does what its script says. The function returns the calls so far.
func toolbox(t *testing.T, scripts map[string]string) (calls func() []string) {
	t.Helper()
	folder := t.TempDir()
	written := filepath.Join(folder, "calls")
	write(t, written, "")
	for name, script := range scripts {
		path := filepath.Join(folder, name)
		write(t, path, "#!/bin/sh\nset -eu\n"+notes+"\n"+script+"\n")
		if err := os.Chmod(path, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	t.Setenv("TOOLBOX", written)
	t.Setenv("PATH", folder+string(os.PathListSeparator)+os.Getenv("PATH"))
	return func() []string {
		text, err := os.ReadFile(written)
		if err != nil {
			t.Fatal(err)
		}
		return lines(string(text))
	}
}

// makesOutput is the script of a tool that leaves the file that follows -o or -output.
const makesOutput = `while [ $# -gt 1 ]; do case $1 in -o | -output) echo built > "$2" ;; esac; shift; done`

// appleTools stand for what is on a Mac alone.
func appleTools() map[string]string {
	return map[string]string{
		"go": makesOutput, "lipo": makesOutput, "codesign": "", "xcrun": "", "spctl": "",
		"hdiutil": `for last; do :; done; echo image > "$last"`,
	}
}

// packing is a run of `package` that tells nobody.
func packing(t *testing.T) *packaging {
	t.Helper()
	return &packaging{console: newConsole(io.Discard), release: sampleRelease, to: t.TempDir(), work: t.TempDir()}
}

// macSecrets sets what a Mac signs and notarises with; what is empty is not there.
func macSecrets(t *testing.T, identity, profile, keychain string) {
	t.Helper()
	t.Setenv("LEVELICA_SIGN_MAC", identity)
	t.Setenv("LEVELICA_NOTARY_PROFILE", profile)
	t.Setenv("LEVELICA_NOTARY_KEYCHAIN", keychain)
}

const (
	macIdentity = "Developer ID Application: The Levelica authors (AB12CD34EF)"
	signsBundle = "codesign [--force] [--options] [runtime] [--entitlements] [build/darwin/entitlements.plist] [--sign] "
)

// called returns the calls without what differs between runs, and without those that build.
func called(p *packaging, calls []string) []string {
	short := strings.NewReplacer(filepath.Join(p.work, "image"), "FOLDER", p.to, "TO")
	var found []string
	for _, call := range calls {
		if !strings.HasPrefix(call, "go ") && !strings.HasPrefix(call, "lipo ") {
			found = append(found, short.Replace(call))
		}
	}
	return found
}

func TestAnImageForMacOSIsSignedAndNotarisedAsFarAsTheSecretsGo(t *testing.T) {
	atRoot(t)
	const (
		image   = "TO/levelica_1.2.3_macos_universal.dmg"
		creates = "hdiutil [create] [-volname] [Levelica] [-srcfolder] [FOLDER] [-format] [ULFO] [-ov] [" + image + "]"
	)
	signed := []string{
		signsBundle + "[" + macIdentity + "] [--timestamp] [FOLDER/Levelica.app]",
		"codesign [--verify] [--strict] [--deep] [FOLDER/Levelica.app]",
		creates,
	}
	notarised := func(keychain string) []string {
		return slices.Concat(signed, []string{
			"codesign [--sign] [" + macIdentity + "] [--timestamp] [" + image + "]",
			"xcrun [notarytool] [submit] [" + image + "] [--keychain-profile] [levelica] [--wait]" + keychain,
			"xcrun [stapler] [staple] [" + image + "]",
			"spctl [--assess] [--type] [open] [--context] [context:primary-signature] [" + image + "]",
		})
	}
	for name, test := range map[string]struct {
		identity, profile, keychain string
		calls                       []string
		missing                     int
	}{
		"no secret":          {"", "", "", []string{signsBundle + "[-] [FOLDER/Levelica.app]", creates}, 2},
		"a profile alone":    {"", "levelica", "", []string{signsBundle + "[-] [FOLDER/Levelica.app]", creates}, 2},
		"an identity alone":  {macIdentity, "", "", signed, 1},
		"the usual keychain": {macIdentity, "levelica", "", notarised(""), 0},
		"its own keychain":   {macIdentity, "levelica", "/tmp/release.keychain-db", notarised(" [--keychain] [/tmp/release.keychain-db]"), 0},
	} {
		t.Run(name, func(t *testing.T) {
			macSecrets(t, test.identity, test.profile, test.keychain)
			calls := toolbox(t, appleTools())
			p := packing(t)
			if err := packImage(t.Context(), p); err != nil {
				t.Fatal(err)
			}
			if got := called(p, calls()); !slices.Equal(got, test.calls) {
				t.Errorf("it called\n  %s\nwant\n  %s", strings.Join(got, "\n  "), strings.Join(test.calls, "\n  "))
			}
			if len(p.not) != test.missing {
				t.Errorf("it says that these were not made: %q, want %d", p.not, test.missing)
			}
			if _, err := os.Stat(filepath.Join(p.to, "levelica_1.2.3_macos_universal.dmg")); err != nil {
				t.Error(err)
			}
		})
	}
}

func TestAProgramForMacOSIsBuiltForBothProcessors(t *testing.T) {
	atRoot(t)
	macSecrets(t, "", "", "")
	tools := appleTools()
	tools["go"] = `printf '%s %s %s %s\n' "$GOOS" "$GOARCH" "$CGO_ENABLED" "$MACOSX_DEPLOYMENT_TARGET" >> "$TOOLBOX"` + "\n" + makesOutput
	calls := toolbox(t, tools)
	p := packing(t)
	if err := packImage(t.Context(), p); err != nil {
		t.Fatal(err)
	}
	made := strings.Join(calls(), "\n")
	for _, want := range []string{
		"darwin amd64 1 12.0\n", "darwin arm64 1 12.0\n",
		"lipo [-create] [-output] [" + p.work + "/levelica-universal] [" + p.work + "/levelica-amd64] [" + p.work + "/levelica-arm64]",
	} {
		if !strings.Contains(made, want) {
			t.Errorf("there is no %q in\n%s", want, made)
		}
	}
}

func TestAnImageThatAppleRefusesIsNoPackage(t *testing.T) {
	atRoot(t)
	for refusing, script := range map[string]string{
		"codesign": "exit 1",
		"xcrun":    `case $1 in notarytool) echo 'status: Invalid'; exit 1 ;; esac`,
		"spctl":    "exit 3",
	} {
		t.Run(refusing, func(t *testing.T) {
			macSecrets(t, macIdentity, "levelica", "")
			tools := appleTools()
			tools[refusing] = script
			calls := toolbox(t, tools)
			if err := packImage(t.Context(), packing(t)); err == nil {
				t.Error("nothing is said of it")
			}
			made := calls()
			if last := made[len(made)-1]; !strings.HasPrefix(last, refusing+" ") {
				t.Errorf("it went on until %s", last)
			}
		})
	}
}

func TestProgramsForWindowsAreSignedWhereThatWasAskedForAndOtherwiseSayThatTheyAreNot(t *testing.T) {
	atRoot(t)
	program := filepath.Join(t.TempDir(), "프로그램 🙂.exe")
	write(t, program, "unsigned")
	calls := toolbox(t, map[string]string{
		"osslsigncode": `cat >> "$TOOLBOX"` + "\n" + `while [ $# -gt 1 ]; do case $1 in -in) echo signed > "$2.seen" ;; -out) echo signed > "$2" ;; esac; shift; done`,
	})
	t.Setenv("LEVELICA_SIGN_WINDOWS", "")
	if err := signForWindows(t.Context(), packing(t), program); err != nil || len(calls()) != 0 {
		t.Errorf("without a command it called %q, %v", calls(), err)
	}

	t.Setenv("LEVELICA_SIGN_WINDOWS", "sh build/windows/sign.sh /tmp/certificate.p12")
	t.Setenv("LEVELICA_CERTIFICATE_PASSWORD", "geheim $HOME `x`")
	if err := signForWindows(t.Context(), packing(t), program); err != nil {
		t.Fatal(err)
	}
	want := []string{
		"osslsigncode [sign] [-pkcs12] [/tmp/certificate.p12] [-readpass] [/dev/stdin] [-h] [sha256] [-n] [Levelica] " +
			"[-i] [https://github.com/levelica/levelica] [-ts] [http://timestamp.digicert.com] [-in] [" + program + "] [-out] [" + program + ".signed]",
		"geheim $HOME `x`", // read from standard input: arguments can be seen by everyone on the machine
	}
	if got := calls(); !slices.Equal(got, want) {
		t.Errorf("it called\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if text, err := os.ReadFile(program); err != nil || string(text) != "signed\n" {
		t.Errorf("the file is %q, %v", text, err)
	}
}

func TestTheUninstallerIsSignedBeforeItIsPackedAndTheInstallerAfterIt(t *testing.T) {
	if !installed("makensis") {
		t.Skip("NOT RUN: makensis is missing")
	}
	atRoot(t)
	calls := toolbox(t, map[string]string{
		"osslsigncode": `while [ $# -gt 1 ]; do case $1 in -in) cp "$2" "$2.signed"; head -c 2 "$2" >> "$TOOLBOX"; echo >> "$TOOLBOX" ;; esac; shift; done`,
	})
	t.Setenv("LEVELICA_SIGN_WINDOWS", "sh build/windows/sign.sh /tmp/certificate.p12")
	t.Setenv("LEVELICA_CERTIFICATE_PASSWORD", "geheim")
	program := filepath.Join(t.TempDir(), "levelica.exe")
	write(t, program, "stands for the program")
	for _, arch := range []string{"amd64", "arm64"} {
		p := packing(t)
		if err := packInstaller(t.Context(), p, arch, program); err != nil {
			t.Fatal(err)
		}
		made := calls()
		made = made[len(made)-4:]
		setup := "[" + filepath.Join(p.to, p.made[0]) + "]"
		if made[1] != "MZ" || strings.Contains(made[0], setup) || made[3] != "MZ" || !strings.Contains(made[2], setup) {
			t.Errorf("for %s these were signed:\n%s", arch, strings.Join(made, "\n"))
		}
	}
}
