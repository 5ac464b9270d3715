package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// packageMac makes the disk image for macOS. Its window is Objective-C against Apple's own
// libraries, so that is done on macOS alone; what the image holds and how it is laid out is the same
// code everywhere, and is tested everywhere.
func packageMac(ctx context.Context, p *packaging) error {
	if ownPlatform() != "macos" {
		p.cannot("disk image for macOS", "it is built, signed and notarised on macOS")
		return nil
	}
	return packImage(ctx, p)
}

// packImage makes the disk image with Apple's own programs.
func packImage(ctx context.Context, p *packaging) error {
	var builds []string
	for _, arch := range []string{"amd64", "arm64"} {
		program := filepath.Join(p.work, "levelica-"+arch)
		if err := buildForMac(ctx, p, arch, program); err != nil {
			return err
		}
		builds = append(builds, program)
	}
	universal := filepath.Join(p.work, "levelica-universal")
	if err := p.run(ctx, "lipo", append([]string{"-create", "-output", universal}, builds...)...); err != nil {
		return err
	}
	folder := filepath.Join(p.work, "image")
	bundle, err := layBundle(folder, universal, p.release)
	if err != nil {
		return err
	}
	// The image shows where the program is to be dragged to.
	if err := os.Symlink("/Applications", filepath.Join(folder, "Applications")); err != nil {
		return err
	}
	identity := os.Getenv("LEVELICA_SIGN_MAC") // "Developer ID Application: ..."
	if err := signBundle(ctx, p, bundle, identity); err != nil {
		return err
	}
	image := p.file("macos", "universal", ".dmg")
	if err := p.run(ctx, "hdiutil", "create", "-volname", "Levelica", "-srcfolder", folder, "-format", "ULFO", "-ov", image); err != nil {
		return err
	}
	return notarise(ctx, p, image, identity)
}

// oldestMac is the first macOS that the program runs on, as Info.plist says too: Go's own limit.
const oldestMac = "12.0"

func buildForMac(ctx context.Context, p *packaging, arch, to string) error {
	variables := []string{
		"GOOS=darwin", "GOARCH=" + arch, "CGO_ENABLED=1", "MACOSX_DEPLOYMENT_TARGET=" + oldestMac,
		"CGO_CFLAGS=-O2 -g -mmacosx-version-min=" + oldestMac,
		"CGO_LDFLAGS=-framework UniformTypeIdentifiers -mmacosx-version-min=" + oldestMac,
	}
	return p.runWith(ctx, variables, "go", "build", "-buildvcs=false", "-trimpath", "-tags", production,
		"-ldflags", p.release.linkerFlags(), "-o", to, ".")
}

// layBundle lays the application out in a folder, around a program, and returns its path.
func layBundle(folder, program string, r release) (string, error) {
	bundle := filepath.Join(folder, "Levelica.app")
	contents := filepath.Join(bundle, "Contents")
	core, _, _ := strings.Cut(r.version, "-")
	err := fill("build/darwin/Info.plist", filepath.Join(contents, "Info.plist"), map[string]any{
		"Version": core, "Build": core, "Described": r.version, "Oldest": oldestMac,
	})
	if err != nil {
		return "", err
	}
	for _, file := range []struct {
		from, to string
		mode     os.FileMode
	}{
		{program, "MacOS/Levelica", 0o755},
		{"build/darwin/icon.icns", "Resources/icon.icns", 0o644},
		{"LICENSE", "Resources/LICENSE", 0o644},
	} {
		data, err := os.ReadFile(file.from)
		if err != nil {
			return "", err
		}
		to := filepath.Join(contents, filepath.FromSlash(file.to))
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			return "", err
		}
		if err := os.WriteFile(to, data, file.mode); err != nil {
			return "", err
		}
	}
	return bundle, nil
}

// signBundle signs the application with a developer's identity, or with none, which is as much as a
// Mac with Apple's processor needs to start it at all.
func signBundle(ctx context.Context, p *packaging, bundle, identity string) error {
	args := []string{"--force", "--options", "runtime", "--entitlements", "build/darwin/entitlements.plist", "--sign"}
	if identity == "" {
		p.cannot("signature of the application for macOS", "LEVELICA_SIGN_MAC names no identity")
		return p.run(ctx, "codesign", append(args, "-", bundle)...)
	}
	if err := p.run(ctx, "codesign", append(args, identity, "--timestamp", bundle)...); err != nil {
		return err
	}
	return p.run(ctx, "codesign", "--verify", "--strict", "--deep", bundle)
}

// notarise has Apple look at the image, and staples its answer to it, so that the program starts on
// a Mac that is offline.
func notarise(ctx context.Context, p *packaging, image, identity string) error {
	profile := os.Getenv("LEVELICA_NOTARY_PROFILE") // kept in the keychain by notarytool store-credentials
	if identity == "" || profile == "" {
		p.cannot("notarised disk image", "LEVELICA_SIGN_MAC or LEVELICA_NOTARY_PROFILE is not set")
		return nil
	}
	var keychain []string
	if path := os.Getenv("LEVELICA_NOTARY_KEYCHAIN"); path != "" {
		keychain = []string{"--keychain", path}
	}
	for _, command := range [][]string{
		{"codesign", "--sign", identity, "--timestamp", image},
		append([]string{"xcrun", "notarytool", "submit", image, "--keychain-profile", profile, "--wait"}, keychain...),
		{"xcrun", "stapler", "staple", image},
		{"spctl", "--assess", "--type", "open", "--context", "context:primary-signature", image},
	} {
		if err := p.run(ctx, command[0], command[1:]...); err != nil {
			return fmt.Errorf("notarise: %w", err)
		}
	}
	return nil
}
