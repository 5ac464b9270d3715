package main

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"

	"github.com/levelica/levelica/build/child"
)

// packageChecks prove what can be proved of the packages without making them.
func packageChecks() []check {
	return []check{
		{name: checkWorkflows, after: []string{checkModules}, do: lintWorkflows},
		{
			name: checkScripts, absent: func() string { return missingTool("shellcheck") },
			do: command("shellcheck", "build/linux/install.sh", "build/windows/sign.sh"),
		},
		{
			name: checkDesktop, absent: func() string { return missingTool("desktop-file-validate") },
			do: command("desktop-file-validate", "--warn-kde", "build/linux/"+appID+".desktop"),
		},
		{name: checkMetainfo, absent: func() string { return missingTool("appstreamcli") }, do: validateMetainfo},
	}
}

// missingTool says why a check that takes a program cannot be made.
func missingTool(name string) string {
	if !installed(name) {
		return name + " is not on the path"
	}
	return ""
}

// lintWorkflows reads what the build servers do, with the shell scripts in it where shellcheck is there.
func lintWorkflows(ctx context.Context, c *console) error {
	command := tool("actionlint", "actionlint")
	return c.run(ctx, command[0], command[1:]...)
}

// validateMetainfo reads what software centres show of the program, as it is in a package. The
// pictures it names are not fetched.
func validateMetainfo(ctx context.Context, c *console) error {
	r, err := currentRelease(ctx)
	if err != nil {
		return err
	}
	folder, err := os.MkdirTemp("", "levelica-metainfo-")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(folder) }()
	path := filepath.Join(folder, appID+".metainfo.xml")
	if err := fill("build/linux/"+appID+".metainfo.xml", path, metainfoValues(r)); err != nil {
		return err
	}
	said, err := output(ctx, "appstreamcli", "validate", "--pedantic", "--no-net", path)
	c.sayf("%s", said)
	if err != nil {
		return err
	}
	// Hints do not fail it by themselves; these are the ones that are meant.
	for _, line := range lines(said) {
		if strings.HasPrefix(line, "P: ") && !strings.Contains(line, "cid-contains-uppercase-letter") {
			return fmt.Errorf("mend this, or say in build/test_packages.go why it stays: %s", line)
		}
	}
	return nil
}

// forAll is what `test -all` needs beyond `test`.
func forAll(all bool) purpose {
	if all {
		return toPackage | toProvePackages | toCutPower
	}
	return 0
}

const (
	checkMade = "packages for Linux and Windows"
	// packageLimit is several times what a machine with two cores takes that has compiled nothing yet.
	packageLimit = time.Hour
	// olderDist has a package of an earlier version, to be upgraded from.
	olderDist = "build/dist-older"
)

// packageProofs make the packages and prove what people get from them.
func packageProofs() []check {
	prove := func(name, pattern string, tools ...string) check {
		return check{
			name: name, after: []string{checkMade}, slow: true, limit: packageLimit,
			absent: func() string { return unprovable(tools...) },
			do:     command("go", "test", "-tags", "packages", "-count=1", "-v", "-timeout", "1h", "-run", pattern, "./build/packages"),
		}
	}
	return []check{
		{
			name: checkMade, after: []string{checkPage}, slow: true, limit: packageLimit,
			absent: func() string { return unprovable("makensis") }, do: makeForProof,
		},
		prove("lintian on the .deb", "^TestLintian", "lintian"),
		prove("the .rpm", "^TestAnRPM", "rpm"),
		prove("the .tar.gz in a home", "^TestTheArchive", "tar", "desktop-file-validate"),
		prove("the program for 64-bit ARM on an emulated processor", "^TestTheARM", "qemu-aarch64-static", crossCompiler),
		prove("the .deb on a fresh Debian: install, use, upgrade, remove", "^TestADebianPackage", "debootstrap", "unshare"),
		prove("the Windows packages under Wine", "^TestTheWindowsInstaller|^TestTheWindowsUninstaller|^TestThePortableWindows|^TestTheWindowsProgram", "wine", "x86_64-w64-mingw32-gcc", "unzip"),
		prove("rules, journal and command line of the Windows build under Wine", "^TestTheWindowsBuild", "wine", "x86_64-w64-mingw32-gcc"),
		{
			name: "the same commit gives the same packages", slow: true, limit: packageLimit,
			absent: func() string { return unprovable("makensis") }, do: packTwice,
		},
	}
}

// unprovable says why packages cannot be proved here.
func unprovable(tools ...string) string {
	if !onLinux || runtime.GOARCH != "amd64" || !installed(apt) || os.Geteuid() != 0 {
		return "it is proved as root on a Debian or Ubuntu of amd64"
	}
	for _, name := range tools {
		if reason := missingTool(name); reason != "" {
			return reason
		}
	}
	return ""
}

// makeForProof makes the packages, and one that is older in name only: it is what they are upgraded
// from until there is a release.
func makeForProof(ctx context.Context, c *console) error {
	r, err := currentRelease(ctx)
	if err != nil {
		return err
	}
	if err := makePackages(ctx, c, r, dist, []string{"amd64", "arm64"}, []string{"linux", "windows"}); err != nil {
		return err
	}
	r.version = "0.0.0-dev.0"
	return makePackages(ctx, c, r, olderDist, []string{"amd64"}, []string{"linux"})
}

// packTwice makes the packages of the commit that is checked out in two other folders, the second
// time without anything that was compiled before, and compares them byte by byte.
func packTwice(ctx context.Context, c *console) (err error) {
	work, err := os.MkdirTemp("", "levelica-twice-")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(work)) }()
	var sums []map[string]digest
	for i, folder := range []string{"a", "another folder with a longer name"} {
		checkout := filepath.Join(work, folder)
		if _, err := git(ctx, "clone", "--quiet", ".", checkout); err != nil {
			return err
		}
		cmd := child.Command(ctx, "go", "run", "./build", "package", "-arch", "amd64", "all")
		cmd.Dir, cmd.Env = checkout, os.Environ()
		if i == 1 {
			cmd.Env = append(cmd.Env, "GOCACHE="+filepath.Join(work, "cache"))
		}
		if err := c.show(ctx, cmd); err != nil {
			return err
		}
		made, err := digests(filepath.Join(checkout, dist))
		if err != nil {
			return err
		}
		named := map[string]digest{}
		for path, sum := range made {
			named[filepath.Base(path)] = sum
		}
		sums = append(sums, named)
	}
	if changed := differing(sums[0], sums[1]); len(changed) > 0 {
		return fmt.Errorf("the second time these differ:\n  %s", strings.Join(changed, "\n  "))
	}
	for _, end := range []string{".deb", ".rpm", ".tar.gz", "-portable.zip", "-setup.exe", ".cdx.json"} {
		if !slices.ContainsFunc(slices.Collect(maps.Keys(sums[0])), func(name string) bool { return strings.HasSuffix(name, end) }) {
			return fmt.Errorf("no package was compared that ends with %s", end)
		}
	}
	c.sayf("    %d files are the same, byte by byte", len(sums[0]))
	return nil
}
