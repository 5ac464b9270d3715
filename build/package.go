package main

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"text/template"
)

// dist is where packages are put.
const dist = "build/dist"

// packaging is one run of `package`.
type packaging struct {
	*console
	release release
	archs   []string // the processors, as Go calls them
	to      string   // the folder of the packages
	work    string   // a folder for what is needed only while packages are made
	made    []string // the packages, by name
	not     []string // what could not be made here, and why
}

// platforms are the arguments of `package`, in the order in which they are made.
var platforms = []struct {
	name string
	make func(context.Context, *packaging) error
}{
	{"linux", packageLinux},
	{"windows", packageWindows},
	{"macos", packageMac},
}

// packages makes what people install: go run ./build package [-arch ARCH] [linux|windows|macos|all].
func packages(ctx context.Context, _ string, args []string) error {
	archs := []string{"amd64", "arm64"}
	if len(args) > 1 && args[0] == "-arch" && slices.Contains(archs, args[1]) {
		archs, args = args[1:2], args[2:]
	}
	var chosen []string
	for _, platform := range platforms {
		if len(args) == 1 && (args[0] == "all" || args[0] == platform.name) || len(args) == 0 && platform.name == ownPlatform() {
			chosen = append(chosen, platform.name)
		}
	}
	if len(chosen) == 0 {
		return misused(fmt.Sprintf("package takes -arch amd64 or arm64, and linux, windows, macos or all; it got %q", args))
	}
	c := newConsole(os.Stdout)
	if err := setUp(ctx, c, toDownload|toBuild|toPackage); err != nil {
		return err
	}
	r, err := currentRelease(ctx)
	if err != nil {
		return fmt.Errorf("a package names its commit, so it is made in a checkout of git: %w", err)
	}
	c.sayf("This is Levelica %s, commit %s of %s.\n", r.version, r.commit, r.date())
	if err := c.parts(ctx, frontendParts[0], part{"Building the frontend", buildFrontend}); err != nil {
		return err
	}
	return makePackages(ctx, c, r, dist, archs, chosen)
}

// makePackages makes the packages of a release for these systems and processors, in a folder that
// holds nothing else afterwards. The frontend has to be built.
func makePackages(ctx context.Context, c *console, r release, to string, archs, systems []string) (err error) {
	work, err := os.MkdirTemp("", "levelica-package-")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(work)) }()
	p := &packaging{console: c, release: r, archs: archs, to: to, work: work}
	if err := os.RemoveAll(to); err != nil {
		return err
	}
	if err := os.MkdirAll(to, 0o755); err != nil {
		return err
	}
	var steps []step
	for _, platform := range platforms {
		if slices.Contains(systems, platform.name) {
			steps = append(steps, step{"Packages for " + platform.name, func(ctx context.Context) error { return platform.make(ctx, p) }})
		}
	}
	steps = append(steps,
		step{"List of what is in them (CycloneDX)", p.writeBillOfMaterials},
		step{"Checksums", func(context.Context) error { return p.writeChecksums() }})
	for _, s := range steps {
		if err := c.stepWithin(ctx, s.what, packageLimit, s.do); err != nil {
			return err
		}
	}
	return p.tell()
}

type step struct {
	what string
	do   func(context.Context) error
}

// ownPlatform is the argument of `package` that means this machine's system.
func ownPlatform() string {
	if runtime.GOOS == "darwin" {
		return "macos"
	}
	return runtime.GOOS
}

// file returns the path of a package that is about to be made, and notes it. On Windows people know
// their processor as x64.
func (p *packaging) file(system, arch, kind string) string {
	if system == "windows" && arch == "amd64" {
		arch = "x64"
	}
	name := fmt.Sprintf("levelica_%s_%s_%s%s", p.release.version, system, arch, kind)
	p.made = append(p.made, name)
	return filepath.Join(p.to, name)
}

// cannot notes what is not made here.
func (p *packaging) cannot(what, why string) {
	p.sayf("    NOT MADE: %s: %s", what, why)
	p.not = append(p.not, what+": "+why)
}

// writeChecksums writes SHA256SUMS in the form that sha256sum -c reads.
func (p *packaging) writeChecksums() error {
	slices.Sort(p.made)
	var sums strings.Builder
	for _, name := range p.made {
		sum, err := sha256Of(filepath.Join(p.to, name))
		if err != nil {
			return err
		}
		fmt.Fprintf(&sums, "%s  %s\n", sum, name)
	}
	return os.WriteFile(filepath.Join(p.to, "SHA256SUMS"), []byte(sums.String()), 0o644)
}

func sha256Of(path string) (string, error) {
	file, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer file.Close()
	sum := sha256.New()
	if _, err := io.Copy(sum, file); err != nil {
		return "", err
	}
	return fmt.Sprintf("%x", sum.Sum(nil)), nil
}

// limits are how large a package may be, in bytes, by the end of its name: one that grows beyond
// that has got something that it should not have.
var limits = map[string]int64{".deb": 9_000_000, "-setup.exe": 12_000_000}

// tell prints what was made, how large it is, and what was not made.
func (p *packaging) tell() error {
	var errs []error
	for _, name := range p.made {
		info, err := os.Stat(filepath.Join(p.to, name))
		if err != nil {
			return err
		}
		p.sayf("%9.2f MB  %s", float64(info.Size())/1e6, filepath.Join(p.to, name))
		for end, limit := range limits {
			if strings.HasSuffix(name, end) && info.Size() > limit {
				errs = append(errs, fmt.Errorf("%s is larger than %.0f MB", name, float64(limit)/1e6))
			}
		}
	}
	for _, line := range p.not {
		p.sayf("NOT MADE: %s", line)
	}
	return errors.Join(errs...)
}

// fill writes a template of the checkout with its places filled in.
func fill(from, to string, values any) error {
	text, err := template.ParseFiles(from)
	if err != nil {
		return err
	}
	text.Option("missingkey=error")
	var out strings.Builder
	if err := text.Execute(&out, values); err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
		return err
	}
	return os.WriteFile(to, []byte(out.String()), 0o644)
}

// tool returns the command of a tool that a go.mod of its own pins.
func tool(name, command string) []string {
	return []string{"go", "tool", "-modfile=build/tools/" + name + "/go.mod", command}
}
