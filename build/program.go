package main

import (
	"context"
	"path/filepath"
	"runtime"
)

// program returns where a build of the program is put. A name is added for one that is not meant
// for use.
func program(suffix string) string {
	path := filepath.Join("build", "bin", "levelica"+suffix)
	if runtime.GOOS == "windows" {
		path += ".exe"
	}
	return path
}

// production are the build tags that Wails wants for a program that is to be used. webkit2_41 chooses
// the WebKitGTK that current distributions have, and means nothing elsewhere.
const production = "desktop,production,webkit2_41"

// buildProgram builds the program as people get it, to program("").
func buildProgram(ctx context.Context, c *console) error {
	return buildWindow(ctx, c, program(""), ".")
}

// buildWindow builds a program with a window as people get it: package pkg to path, with more
// arguments for go build. The benchmark's other windows are built by it too, so that what is
// compared is built alike.
func buildWindow(ctx context.Context, c *console, path, pkg string, more ...string) error {
	r, err := currentRelease(ctx)
	if err != nil {
		r = release{} // not a checkout of git, or git is missing: the program says that it does not know
	}
	flags := r.linkerFlags()
	var variables []string
	switch runtime.GOOS {
	case "windows":
		flags += " -H windowsgui" // a window without a console behind it
	case "darwin":
		variables = []string{"CGO_LDFLAGS=-framework UniformTypeIdentifiers"}
	}
	// Stamping asks git, which refuses a checkout that belongs to another account and fails the build.
	args := append([]string{"build", "-buildvcs=false", "-trimpath", "-tags", production, "-ldflags", flags, "-o", path}, more...)
	return c.runWith(ctx, variables, "go", append(args, pkg)...)
}

// buildForBrowser builds the program so that a browser can show its window, for the Chromium flows.
// With -trimpath it takes most of what buildProgram has compiled.
func buildForBrowser(ctx context.Context, c *console) error {
	return c.run(ctx, "go", "build", "-buildvcs=false", "-trimpath", "-tags", "dev,webkit2_41", "-o", program("-dev"), ".")
}
