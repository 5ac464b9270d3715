package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// crossCompiler compiles C for 64-bit ARM on another processor.
const crossCompiler = "aarch64-linux-gnu-gcc"

// complete is the file that says that the folder of libraries is whole. Its name changes with how the
// folder is made.
const complete = "complete-2"

// crossToARM prepares a folder with the libraries of a 64-bit ARM machine, and returns the variables
// with which the program is built against it. why says what keeps that from being done here. The
// libraries are Debian's own, from the mirror that this machine's apt uses; nothing of this machine
// is changed.
func crossToARM(ctx context.Context, p *packaging) (environment []string, why string, err error) {
	if !installed(crossCompiler) || !installed(apt) || !installed("dpkg-deb") {
		return nil, "it takes Debian's " + crossCompiler + " and the libraries of its arm64", nil
	}
	m, err := debianMirror(ctx)
	if err != nil {
		return nil, err.Error(), nil
	}
	cache, err := os.UserCacheDir()
	if err != nil {
		return nil, "", err
	}
	root := filepath.Join(cache, "levelica-build", "arm64-"+m.suite)
	if _, err := os.Stat(filepath.Join(root, complete)); err != nil {
		if err := fetchLibraries(ctx, p, m, root); err != nil {
			return nil, "", err
		}
	}
	search := []string{"usr/lib/aarch64-linux-gnu/pkgconfig", "usr/share/pkgconfig"}
	for i := range search {
		search[i] = filepath.Join(root, search[i])
	}
	return []string{
		"GOARCH=arm64",
		// The folder goes with the compiler, not with its flags: those are written into the program.
		"CC=" + crossCompiler + " --sysroot=" + root,
		"PKG_CONFIG_SYSROOT_DIR=" + root,
		"PKG_CONFIG_LIBDIR=" + strings.Join(search, ":"),
	}, "", nil
}

// mirror is where this machine gets Debian from.
type mirror struct{ uri, suite, keyring string }

// debianMirror asks apt. Packages of others that this machine may use are left out.
func debianMirror(ctx context.Context) (mirror, error) {
	listed, err := output(ctx, "apt-get", "indextargets", "--format",
		"$(REPO_URI)|$(ORIGIN)|$(LABEL)|$(CODENAME)|$(COMPONENT)|$(SIGNED_BY)", "Created-By: Packages")
	if err != nil {
		return mirror{}, err
	}
	for _, line := range lines(listed) {
		f := strings.Split(line, "|")
		if len(f) == 6 && f[1] == "Debian" && f[2] == "Debian" && f[4] == "main" && !strings.Contains(f[3], "-") {
			keyring := f[5]
			if keyring == "" || !strings.HasPrefix(keyring, "/") {
				keyring = "/usr/share/keyrings/debian-archive-keyring.gpg"
			}
			return mirror{f[0], f[3], keyring}, nil
		}
	}
	return mirror{}, errors.New("this machine's apt does not use Debian's packages, or `apt-get update` has never been run")
}

// fetchLibraries unpacks what the program is built with into root, for 64-bit ARM, with an apt that
// has its own lists and believes that nothing is installed.
func fetchLibraries(ctx context.Context, p *packaging, m mirror, root string) error {
	if err := os.RemoveAll(root); err != nil {
		return err
	}
	state := filepath.Join(root, "apt")
	for _, folder := range []string{"lists/partial", "archives/partial"} {
		if err := os.MkdirAll(filepath.Join(state, folder), 0o755); err != nil {
			return err
		}
	}
	sources := fmt.Sprintf("deb [arch=arm64 signed-by=%s] %s %s main\n", m.keyring, m.uri, m.suite)
	for name, text := range map[string]string{"sources.list": sources, "status": ""} {
		if err := os.WriteFile(filepath.Join(state, name), []byte(text), 0o644); err != nil {
			return err
		}
	}
	options := []string{"-q", "-o", "APT::Architecture=arm64", "-o", "APT::Architectures=arm64",
		"-o", "APT::Install-Recommends=false", "-o", "Debug::NoLocking=true",
		"-o", "Dir::State=" + state, "-o", "Dir::State::status=" + filepath.Join(state, "status"), "-o", "Dir::Cache=" + state,
		"-o", "Dir::Etc::sourcelist=" + filepath.Join(state, "sources.list"), "-o", "Dir::Etc::sourceparts=-"}
	if err := p.run(ctx, apt, append(options, "update")...); err != nil {
		return err
	}
	err := p.run(ctx, apt, append(options, "install", "-y", "--download-only", "libc6-dev", "libgtk-3-dev", "libwebkit2gtk-4.1-dev")...)
	if err != nil {
		return err
	}
	fetched, err := filepath.Glob(filepath.Join(state, "archives", "*.deb"))
	if err != nil {
		return err
	}
	for _, file := range fetched {
		if err := p.run(ctx, "dpkg-deb", "--extract", file, root); err != nil {
			return err
		}
	}
	if err := anchorLinks(root); err != nil {
		return err
	}
	p.sayf("    %d packages of arm64 are unpacked in %s", len(fetched), root)
	if err := os.RemoveAll(state); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(root, complete), nil, 0o644)
}

// anchorLinks makes the links below root that begin at the root of a machine begin at this one. Where
// one of them leads nowhere the linker takes the library's other form, which becomes part of the program.
func anchorLinks(root string) error {
	return filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.Type() != fs.ModeSymlink {
			return err
		}
		target, err := os.Readlink(path)
		if err != nil || !filepath.IsAbs(target) {
			return err
		}
		anchored, err := filepath.Rel(filepath.Dir(path), filepath.Join(root, target))
		if err != nil {
			return err
		}
		return errors.Join(os.Remove(path), os.Symlink(anchored, path))
	})
}
