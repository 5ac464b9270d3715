//go:build !windows

package main

import (
	"encoding/base64"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"
)

// job is what is read of a job of a workflow.
type job struct {
	Container string
	Env       map[string]string
	Steps     []struct {
		If, Run string
		Folder  string `yaml:"working-directory"`
		Env     map[string]string
	}
}

// releaseJob reads a job of the workflow that makes a release.
func releaseJob(t *testing.T, name string) job {
	t.Helper()
	data, err := os.ReadFile("../.github/workflows/release.yml")
	if err != nil {
		t.Fatal(err)
	}
	var workflow struct{ Jobs map[string]job }
	if err := yaml.Unmarshal(data, &workflow); err != nil {
		t.Fatal(err)
	}
	found, there := workflow.Jobs[name]
	if !there || len(found.Steps) == 0 {
		t.Fatalf("the workflow has no job %s", name)
	}
	return found
}

// runner does the steps of a job that are shell scripts, as a build server does.
type runner struct {
	t       *testing.T
	folder  string            // the checkout
	temp    string            // RUNNER_TEMP
	context map[string]string // what expressions speak of: "secrets.NAME", "github.token"
}

func newRunner(t *testing.T, context map[string]string) *runner {
	t.Helper()
	return &runner{t, t.TempDir(), t.TempDir(), context}
}

var (
	expression = regexp.MustCompile(`\$\{\{ (.*?) \}\}`)
	isThere    = regexp.MustCompile(`^(secrets\.\w+) != ''$`)
)

// fill puts values in the place of expressions. A secret that nobody has set is empty.
func (r *runner) fill(text string) string {
	return expression.ReplaceAllStringFunc(text, func(found string) string {
		asked := expression.FindStringSubmatch(found)[1]
		if secret := isThere.FindStringSubmatch(asked); secret != nil {
			return fmt.Sprint(r.context[secret[1]] != "")
		}
		value, there := r.context[asked]
		if !there && !strings.HasPrefix(asked, "secrets.") {
			r.t.Fatalf("the workflow asks for %s, which this test knows nothing of", asked)
		}
		return value
	})
}

// run does a job and returns the error of the step that failed. What is to be done always is done
// after that too.
func (r *runner) run(j job) (failed error) {
	r.t.Helper()
	variables := map[string]string{"RUNNER_TEMP": r.temp, "GITHUB_ENV": filepath.Join(r.temp, "env")}
	for name, value := range j.Env {
		variables[name] = r.fill(value)
	}
	shell := []string{"bash", "-e"}
	if j.Container != "" {
		shell = []string{"sh", "-e"}
	}
	for _, step := range j.Steps {
		switch step.If {
		case "":
			if failed != nil {
				continue
			}
		case "env.SIGNS == 'true'":
			if failed != nil || variables["SIGNS"] != "true" {
				continue
			}
		case "always()":
		default:
			r.t.Fatalf("the workflow does something if %s, which this test knows nothing of", step.If)
		}
		if step.Run == "" {
			continue // somebody else's action
		}
		cmd := exec.CommandContext(r.t.Context(), shell[0], append(slices.Clone(shell[1:]), "-c", r.fill(step.Run))...)
		cmd.Dir = filepath.Join(r.folder, step.Folder)
		cmd.Env = os.Environ()
		for name, value := range variables {
			cmd.Env = append(cmd.Env, name+"="+value)
		}
		for name, value := range step.Env {
			cmd.Env = append(cmd.Env, name+"="+r.fill(value))
		}
		if said, err := cmd.CombinedOutput(); err != nil {
			failed = fmt.Errorf("%s: %w\n%s", step.Run, err, said)
		}
		set, err := os.ReadFile(variables["GITHUB_ENV"])
		if err != nil && !errors.Is(err, os.ErrNotExist) {
			r.t.Fatal(err)
		}
		for _, line := range lines(string(set)) {
			name, value, _ := strings.Cut(line, "=")
			variables[name] = value
		}
	}
	return failed
}

// left returns what a job leaves in its folder for passing things.
func (r *runner) left() []string {
	r.t.Helper()
	found, err := filepath.Glob(filepath.Join(r.temp, "*"))
	if err != nil {
		r.t.Fatal(err)
	}
	for i := range found {
		found[i] = filepath.Base(found[i])
	}
	return slices.DeleteFunc(found, func(name string) bool { return name == "env" })
}

// certificate stands for one, in the form in which a secret holds it.
var certificate = base64.StdEncoding.EncodeToString([]byte("a certificate\nof several lines\x00"))

func TestAReleaseSignsForWindowsIfAndOnlyIfThereIsACertificate(t *testing.T) {
	// The stand-in for the build looks at what a real one would sign with.
	const build = `echo "signs with: ${LEVELICA_SIGN_WINDOWS-nothing}" >> "$TOOLBOX"
set -- ${LEVELICA_SIGN_WINDOWS-}
[ $# = 0 ] || { ls -l "$3" | cut -c 1-10; wc -c < "$3"; echo "$LEVELICA_CERTIFICATE_PASSWORD"; } >> "$TOOLBOX"
exit ${BUILD_ENDS_WITH-0}`
	installs := "apt-get [install] [--yes] [--no-install-recommends] [osslsigncode]"

	t.Run("without", func(t *testing.T) {
		calls := toolbox(t, map[string]string{"apt-get": "", "go": build})
		if err := newRunner(t, nil).run(releaseJob(t, "linux-and-windows")); err != nil {
			t.Fatal(err)
		}
		made := calls()
		if !slices.Contains(made, "signs with: nothing") || slices.Contains(made, installs) {
			t.Errorf("it did\n%s", strings.Join(made, "\n"))
		}
	})
	for _, ends := range []string{"0", "1"} {
		t.Run("with, and the build ends with "+ends, func(t *testing.T) {
			t.Setenv("BUILD_ENDS_WITH", ends)
			calls := toolbox(t, map[string]string{"apt-get": "", "go": build})
			r := newRunner(t, map[string]string{"secrets.WINDOWS_CERTIFICATE": certificate, "secrets.WINDOWS_CERTIFICATE_PASSWORD": "geheim $x"})
			if err := r.run(releaseJob(t, "linux-and-windows")); (err != nil) != (ends == "1") {
				t.Errorf("the job ended with %v", err)
			}
			made := calls()
			want := []string{
				installs, "go [run] [./build] [package] [all]",
				"signs with: sh build/windows/sign.sh " + r.temp + "/certificate.p12", "-rw-------", "31", "geheim $x",
			}
			if len(made) < len(want) || !slices.EqualFunc(made[len(made)-len(want):], want, func(a, b string) bool { return strings.TrimSpace(a) == b }) {
				t.Errorf("it did\n%s\nwant at the end\n%s", strings.Join(made, "\n"), strings.Join(want, "\n"))
			}
			if left := r.left(); len(left) > 0 {
				t.Errorf("it leaves %q behind", left)
			}
		})
	}
}

func TestAReleaseSignsForMacOSIfAndOnlyIfThereIsACertificate(t *testing.T) {
	tools := map[string]string{
		"security": "", "xcrun": "", "uuidgen": "echo 11111111-2222-3333-4444-555555555555",
		"go": `echo "signs with: ${LEVELICA_SIGN_MAC-nothing}, ${LEVELICA_NOTARY_PROFILE-nothing}, ${LEVELICA_NOTARY_KEYCHAIN-nothing}" >> "$TOOLBOX"`,
	}
	t.Run("without", func(t *testing.T) {
		calls := toolbox(t, tools)
		r := newRunner(t, nil)
		if err := r.run(releaseJob(t, "macos")); err != nil {
			t.Fatal(err)
		}
		want := []string{
			"go [run] [./build] [package] [macos]", "signs with: nothing, nothing, nothing",
			"security [delete-keychain] [" + r.temp + "/release.keychain-db]",
		}
		if made := calls(); !slices.Equal(made, want) {
			t.Errorf("it did\n%s", strings.Join(made, "\n"))
		}
	})
	t.Run("with", func(t *testing.T) {
		calls := toolbox(t, tools)
		r := newRunner(t, map[string]string{
			"secrets.MAC_CERTIFICATE": certificate, "secrets.MAC_CERTIFICATE_PASSWORD": "p w", "secrets.MAC_IDENTITY": macIdentity,
			"secrets.NOTARY_APPLE_ID": "someone@example.org", "secrets.NOTARY_TEAM": "AB12CD34EF", "secrets.NOTARY_PASSWORD": "abcd-efgh",
		})
		if err := r.run(releaseJob(t, "macos")); err != nil {
			t.Fatal(err)
		}
		chain := "[" + r.temp + "/release.keychain-db]"
		secret := "[11111111-2222-3333-4444-555555555555]"
		want := []string{
			"uuidgen",
			"security [create-keychain] [-p] " + secret + " " + chain,
			"security [set-keychain-settings] [-lut] [3600] " + chain,
			"security [unlock-keychain] [-p] " + secret + " " + chain,
			"security [import] [" + r.temp + "/certificate.p12] [-k] " + chain + " [-P] [p w] [-T] [/usr/bin/codesign]",
			"security [set-key-partition-list] [-S] [apple-tool:,apple:] [-s] [-k] " + secret + " " + chain,
			"security [list-keychains] [-d] [user] [-s] " + chain + " [login.keychain-db]",
			"xcrun [notarytool] [store-credentials] [levelica] [--keychain] " + chain + " [--apple-id] [someone@example.org] [--team-id] [AB12CD34EF] [--password] [abcd-efgh]",
			"go [run] [./build] [package] [macos]",
			"signs with: " + macIdentity + ", levelica, " + r.temp + "/release.keychain-db",
			"security [delete-keychain] " + chain,
		}
		if made := calls(); !slices.Equal(made, want) {
			t.Errorf("it did\n%s\nwant\n%s", strings.Join(made, "\n"), strings.Join(want, "\n"))
		}
		if left := r.left(); len(left) > 0 {
			t.Errorf("it leaves %q behind", left)
		}
	})
}

func TestADraftHasEveryFileAndItsSum(t *testing.T) {
	if !installed("sha256sum") {
		t.Skip("NOT RUN: sha256sum is missing")
	}
	calls := toolbox(t, map[string]string{"gh": `cat >> "$TOOLBOX"`})
	r := newRunner(t, map[string]string{"github.token": "token", "github.ref_name": "v1.2.3", "github.repository": "levelica/levelica"})
	for _, name := range []string{"levelica_1.2.3_linux_amd64.deb", "levelica_1.2.3_macos_universal.dmg"} {
		write(t, filepath.Join(r.folder, "dist", name), name)
	}
	if err := r.run(releaseJob(t, "draft")); err != nil {
		t.Fatal(err)
	}
	want := []string{
		"gh [release] [create] [v1.2.3] [--repo] [levelica/levelica] [--draft] [--verify-tag] [--title] [Levelica 1.2.3] [--notes-file] [-] " +
			"[dist/SHA256SUMS] [dist/levelica_1.2.3_linux_amd64.deb] [dist/levelica_1.2.3_macos_universal.dmg]",
		"See CHANGELOG.md.",
	}
	if made := calls(); !slices.Equal(made, want) {
		t.Errorf("it did\n%s", strings.Join(made, "\n"))
	}
	check := exec.CommandContext(t.Context(), "sha256sum", "--check", "--strict", "SHA256SUMS")
	check.Dir = filepath.Join(r.folder, "dist")
	if said, err := check.CombinedOutput(); err != nil || strings.Count(string(said), ": OK") != 2 {
		t.Errorf("the sums are not those of the files: %v\n%s", err, said)
	}
}
