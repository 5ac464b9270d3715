package main

// packagingNeeds are what packages are made and proved with, beyond what the program needs. They
// have Debian's names: packages are made on Debian and its kin, where a compiler for other
// processors and the libraries to go with it are at hand.
var packagingNeeds = []need{
	{
		name: "a C compiler for 64-bit ARM", serve: toPackage,
		seen:     all(executable(crossCompiler), file("/usr/aarch64-linux-gnu/include/stdlib.h")),
		packages: map[string][]string{apt: {"gcc-aarch64-linux-gnu", "libc6-dev-arm64-cross"}},
	},
	{
		name: "makensis, for the Windows installer", serve: toPackage, seen: executable("makensis"),
		packages: map[string][]string{apt: {"nsis"}},
	},
	{
		name: "git", serve: toPackage, seen: executable("git"),
		packages: map[string][]string{apt: {"git"}},
	},
	{
		name: "desktop-file-validate", serve: toProve, seen: executable("desktop-file-validate"),
		packages: map[string][]string{apt: {"desktop-file-utils"}},
	},
	{
		name: "shellcheck", serve: toProve, seen: executable("shellcheck"),
		packages: map[string][]string{apt: {"shellcheck"}},
	},
	{
		name: "appstreamcli", serve: toProve, seen: executable("appstreamcli"),
		packages: map[string][]string{apt: {"appstream"}},
	},
	{
		name: "lintian", serve: toProvePackages, seen: executable("lintian"),
		packages: map[string][]string{apt: {"lintian"}},
	},
	{
		name: "rpm", serve: toProvePackages, seen: executable("rpm"),
		packages: map[string][]string{apt: {"rpm"}},
	},
	{
		name: "debootstrap", serve: toProvePackages, seen: executable("debootstrap"),
		packages: map[string][]string{apt: {"debootstrap"}},
	},
	{
		name: "Wine, for Windows programs", serve: toProvePackages, seen: executable("wine", "wine64"),
		packages: map[string][]string{apt: {"wine", "wine64"}},
	},
	{
		name: "a C compiler for Windows, for what an old Wine lacks", serve: toProvePackages, seen: executable("x86_64-w64-mingw32-gcc"),
		packages: map[string][]string{apt: {"gcc-mingw-w64-x86-64-win32"}},
	},
	{
		name: "an emulator of 64-bit ARM", serve: toProvePackages, seen: executable("qemu-aarch64-static"),
		packages: map[string][]string{apt: {"qemu-user-static"}},
	},
	{
		name: "unzip", serve: toProvePackages, seen: executable("unzip"),
		packages: map[string][]string{apt: {"unzip"}},
	},
	{
		name: "man", serve: toProvePackages, seen: executable("man"),
		packages: map[string][]string{apt: {"man-db"}},
	},
}
