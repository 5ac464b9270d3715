package main

import (
	"context"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"
)

// packageLinux makes the packages for Linux: for this machine's processor, and for 64-bit ARM.
func packageLinux(ctx context.Context, p *packaging) error {
	if !onLinux {
		p.cannot("packages for Linux", "WebKitGTK is there on Linux only")
		return nil
	}
	if runtime.GOARCH != "amd64" && runtime.GOARCH != "arm64" {
		p.cannot("packages for Linux", "they are for amd64 and arm64, and this machine is neither")
		return nil
	}
	own := filepath.Join(p.work, "levelica-"+runtime.GOARCH)
	if err := buildForLinux(ctx, p, own, nil); err != nil {
		return err
	}
	shared, err := layOut(ctx, p, own)
	if err != nil {
		return err
	}
	texts, err := documents(p)
	if err != nil {
		return err
	}
	shared = append(shared, texts...)
	if slices.Contains(p.archs, runtime.GOARCH) {
		if err := packLinux(ctx, p, runtime.GOARCH, own, shared); err != nil {
			return err
		}
	}
	if !slices.Contains(p.archs, "arm64") || runtime.GOARCH == "arm64" {
		return nil
	}
	environment, why, err := crossToARM(ctx, p)
	if err != nil {
		return err
	}
	if why != "" {
		p.cannot("packages for Linux on arm64", why)
		return nil
	}
	other := filepath.Join(p.work, "levelica-arm64")
	if err := buildForLinux(ctx, p, other, environment); err != nil {
		return err
	}
	return packLinux(ctx, p, "arm64", other, shared)
}

// buildForLinux builds the program as packages hold it: position-independent, with tables that are
// read-only once it has been loaded, and packed ones for the loader, which are a tenth of the size.
func buildForLinux(ctx context.Context, p *packaging, to string, environment []string) error {
	flags := p.release.linkerFlags() + ` -linkmode=external -extldflags "-Wl,-z,relro,-z,now,-z,pack-relative-relocs,--build-id=none"`
	variables := append([]string{"CGO_ENABLED=1", "CGO_CFLAGS=-O2 -g -D_FORTIFY_SOURCE=2 -fstack-protector-strong"}, environment...)
	return p.runWith(ctx, variables, "go", "build", "-buildvcs=false", "-trimpath", "-buildmode=pie",
		"-tags", production, "-ldflags", flags, "-o", to, ".")
}

// packLinux makes the .deb, the .rpm and the .tar.gz of one processor.
func packLinux(ctx context.Context, p *packaging, arch, program string, shared []placed) error {
	libC, err := readLinks(program)
	if err != nil {
		return err
	}
	p.sayf("    %s needs the GNU C library %s or newer", arch, libC)
	files := append([]placed{{From: program, To: "bin/levelica", Mode: "0755"}}, shared...)
	listed := slices.Clone(files)
	for i := range listed {
		listed[i].To = "/usr/" + listed[i].To
		if listed[i].Mode == "" {
			listed[i].Mode = "0644"
		}
	}
	for _, kind := range []string{"deb", "rpm"} {
		config := filepath.Join(p.work, "nfpm-"+arch+"-"+kind+".yaml")
		err = fill("build/linux/nfpm.yaml", config, map[string]any{
			"Kind": kind, "Repacked": installed("dpkg-deb"), "Arch": arch, "Version": p.release.version, "LibC": libC,
			"Moment": p.release.moment.Format(time.RFC3339), "Files": listed,
		})
		if err != nil {
			return err
		}
		to := p.file("linux", arch, "."+kind)
		command := append(tool("nfpm", "nfpm"), "package", "--config", config, "--packager", kind, "--target", to)
		if err := p.runWith(ctx, []string{"SOURCE_DATE_EPOCH=" + p.release.epoch()}, command[0], command[1:]...); err != nil {
			return err
		}
		if kind == "deb" && installed("dpkg-deb") {
			if err := repack(ctx, p, to, filepath.Join(p.work, "deb-"+arch)); err != nil {
				return err
			}
		}
	}
	return writeTar(p.file("linux", arch, ".tar.gz"), p.release.moment, tarFiles(p, arch, files))
}

// repack has Debian's own program compress a .deb, which makes it a sixth smaller than nfpm can, in a
// fraction of the time. One thread, because several divide the work by how many there are.
func repack(ctx context.Context, p *packaging, path, work string) error {
	if err := p.run(ctx, "dpkg-deb", "--raw-extract", path, work); err != nil {
		return err
	}
	return p.runWith(ctx, []string{"SOURCE_DATE_EPOCH=" + p.release.epoch()}, "dpkg-deb", "--root-owner-group",
		"-Zxz", "-z9", "-Sextreme", "--threads-max=1", "--build", work, path)
}

// tarFiles returns what the .tar.gz holds: the program, which runs where it lies, and what the script
// beside it installs below the person's own data folder.
func tarFiles(p *packaging, arch string, files []placed) []archived {
	folder := "levelica_" + p.release.version + "_linux_" + arch + "/"
	listed := []archived{
		{name: folder + "install.sh", from: "build/linux/install.sh", program: true},
		{name: folder + "LICENSE", from: "LICENSE"},
		{name: folder + "CHANGELOG.md", from: "CHANGELOG.md"},
	}
	for _, file := range files {
		switch {
		case file.To == "bin/levelica":
			listed = append(listed, archived{name: folder + "levelica", from: file.From, program: true})
		case file.Packager == "" && strings.HasPrefix(file.To, "share/"):
			listed = append(listed, archived{name: folder + file.To, from: file.From})
		}
	}
	return listed
}
