package main

import (
	"context"
	"os"
	"os/exec"
	"runtime"
	"slices"
)

// purpose is what something on the machine is needed for. A verb asks for the purposes it has.
type purpose uint8

const (
	toDownload      purpose = 1 << iota // packages of Go and npm
	toBuild                             // the program
	toRead                              // the letters of a window
	toDisplay                           // a window on a machine without a display
	toProve                             // the whole program, from outside
	toPackage                           // what people install
	toProvePackages                     // what they get from it
	toCutPower                          // of disks below the journal
)

// need is something that the machine must have.
type need struct {
	name  string
	seen  func(context.Context) bool
	serve purpose
	// packages names what brings it, by package manager. A need whose packages a manager does not
	// have is met by hand.
	packages map[string][]string
	byHand   string
}

// browsers are the names under which Chromium, or a browser made of it, is installed.
var browsers = []string{"chromium", "chromium-browser", "google-chrome-stable", "google-chrome"}

// certificates are the files in which Go looks for the web's authorities. (Asking Go itself would
// not do: it looks once, and would not see what set-up has just installed.)
var certificates = []string{
	"/etc/ssl/certs/ca-certificates.crt", // Debian, Arch
	"/etc/pki/tls/certs/ca-bundle.crt",   // Fedora
	"/etc/ssl/ca-bundle.pem",             // openSUSE
	"/etc/ssl/cert.pem",                  // Alpine
}

// needs lists what this machine must have. What is there is seen by looking for the thing itself,
// because a machine may have got it from anywhere; only the way to install it depends on the
// distribution.
func needs() []need {
	switch runtime.GOOS {
	case "linux":
		if installed(apt) {
			return slices.Concat(linuxNeeds, packagingNeeds)
		}
		return linuxNeeds
	case "darwin":
		return []need{{
			name: "the command line tools of Xcode", serve: toBuild,
			seen:   func(ctx context.Context) bool { return exec.CommandContext(ctx, "xcode-select", "-p").Run() == nil },
			byHand: "run: xcode-select --install",
		}}
	case "windows":
		return []need{{
			name: "the WebView2 runtime", serve: toRead, seen: webView2,
			byHand: "install the Evergreen Bootstrapper from https://developer.microsoft.com/microsoft-edge/webview2/",
		}}
	}
	return nil
}

var linuxNeeds = []need{
	{
		name: "certificates of the web's authorities", serve: toDownload, seen: file(certificates...),
		packages: everywhere("ca-certificates"),
	},
	{
		name: "a C compiler", serve: toBuild, seen: all(executable("gcc"), file("/usr/include/stdlib.h")),
		packages: map[string][]string{
			apt: {"gcc", "libc6-dev"}, dnf: {"gcc", "glibc-devel"}, pacman: {"gcc", "glibc"},
		},
	},
	{
		name: "pkg-config", serve: toBuild, seen: executable("pkg-config"),
		packages: map[string][]string{apt: {"pkg-config"}, dnf: {"pkgconf-pkg-config"}, pacman: {"pkgconf"}},
	},
	{
		name: "GTK 3 to build with", serve: toBuild, seen: library("gtk+-3.0"),
		packages: map[string][]string{apt: {"libgtk-3-dev"}, dnf: {"gtk3-devel"}, pacman: {"gtk3"}},
	},
	{
		name: "WebKitGTK 4.1 to build with", serve: toBuild, seen: library("webkit2gtk-4.1"),
		packages: map[string][]string{
			apt: {"libwebkit2gtk-4.1-dev"}, dnf: {"webkit2gtk4.1-devel"}, pacman: {"webkit2gtk-4.1"},
		},
	},
	{
		name: "a font with Latin letters", serve: toRead, seen: font(":lang=en"),
		packages: map[string][]string{
			apt: {"fontconfig", "fonts-dejavu-core"}, dnf: {"fontconfig", "dejavu-sans-fonts"},
			pacman: {"fontconfig", "ttf-dejavu"},
		},
	},
	{
		name: "a font with Hangul", serve: toRead, seen: font(":lang=ko"),
		packages: map[string][]string{
			apt: {"fonts-noto-cjk"}, dnf: {"google-noto-sans-cjk-fonts"}, pacman: {"noto-fonts-cjk"},
		},
	},
	{
		name: "a font with emoji in colour", serve: toRead, seen: font(":lang=und-zsye:color=true"),
		packages: map[string][]string{
			apt: {"fonts-noto-color-emoji"}, dnf: {"google-noto-color-emoji-fonts"}, pacman: {"noto-fonts-emoji"},
		},
	},
	{
		name: "the Xvfb server", serve: toDisplay | toProve, seen: executable("Xvfb"),
		packages: map[string][]string{
			apt: {"xvfb"}, dnf: {"xorg-x11-server-Xvfb"}, pacman: {"xorg-server-xvfb"},
		},
	},
	{
		name: "a D-Bus daemon for a private session", serve: toDisplay | toProve, seen: executable("dbus-daemon"),
		packages: map[string][]string{apt: {"dbus"}, dnf: {"dbus-daemon"}, pacman: {"dbus"}},
	},
	{
		name: "the accessibility bus, AT-SPI", serve: toProve,
		seen:     file("/usr/share/dbus-1/services/org.a11y.Bus.service"),
		packages: everywhere("at-spi2-core"),
	},
	{
		name: "Chromium", serve: toProve, seen: executable(browsers...),
		packages: map[string][]string{
			apt: {"chromium"}, dnf: {"chromium"}, pacman: {"chromium"},
			aptOfUbuntu: nil, // it has only a snap, which neither installs in a container nor can be driven
		},
		byHand: "install Google Chrome from https://www.google.com/chrome/",
	},
	{
		name: "pdftotext", serve: toProve, seen: executable("pdftotext"),
		packages: map[string][]string{apt: {"poppler-utils"}, dnf: {"poppler-utils"}, pacman: {"poppler"}},
	},
	{
		name: "strace, which shows what the program connects to", serve: toProve, seen: executable("strace"),
		packages: everywhere("strace"),
	},
	{
		name: "git", serve: toProve, seen: executable("git"),
		packages: everywhere("git"),
	},
	{
		name: "the makers of XFS and ext4 disks", serve: toCutPower, seen: all(executable("mkfs.xfs"), executable("mkfs.ext4")),
		packages: everywhere("xfsprogs", "e2fsprogs"),
	},
}

// everywhere is for packages that have the same names in every distribution.
func everywhere(names ...string) map[string][]string {
	return map[string][]string{apt: names, dnf: names, pacman: names}
}

func all(conditions ...func(context.Context) bool) func(context.Context) bool {
	return func(ctx context.Context) bool {
		for _, met := range conditions {
			if !met(ctx) {
				return false
			}
		}
		return true
	}
}

// executable sees a program by any of its names.
func executable(names ...string) func(context.Context) bool {
	return func(context.Context) bool {
		for _, name := range names {
			if installed(name) {
				return true
			}
		}
		return false
	}
}

// library sees a library with its headers, as the compiler will find it.
func library(name string) func(context.Context) bool {
	return func(ctx context.Context) bool {
		return exec.CommandContext(ctx, "pkg-config", "--exists", name).Run() == nil
	}
}

// font sees a font by a fontconfig pattern.
func font(pattern string) func(context.Context) bool {
	return func(ctx context.Context) bool {
		found, err := output(ctx, "fc-list", pattern, "family")
		return err == nil && found != ""
	}
}

// file sees a file in any of these places.
func file(paths ...string) func(context.Context) bool {
	return func(context.Context) bool {
		for _, path := range paths {
			if _, err := os.Stat(path); err == nil {
				return true
			}
		}
		return false
	}
}

// webView2 looks where Microsoft says that the runtime registers itself, for the machine and for
// the person.
func webView2(ctx context.Context) bool {
	const client = `\Microsoft\EdgeUpdate\Clients\{F3017226-FE2A-4295-8BDF-00C3A9A7E4C5}`
	for _, key := range []string{`HKLM\SOFTWARE\WOW6432Node` + client, `HKCU\Software` + client} {
		if exec.CommandContext(ctx, "reg", "query", key, "/v", "pv").Run() == nil {
			return true
		}
	}
	return false
}
