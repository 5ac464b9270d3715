package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"time"

	"github.com/levelica/levelica/build/bundle"
	"github.com/levelica/levelica/build/child"
	"github.com/levelica/levelica/build/display"
	"github.com/levelica/levelica/build/screens/machine"
)

// The names of checks that others refer to.
const (
	checkPackages  = "packages of the frontend"
	checkModules   = "modules of Go"
	checkPage      = "build of the frontend"
	checkProgram   = "build of the program"
	checkBrowser   = "build for a browser"
	checkFlows     = "flows in Chromium"
	checkWindow    = "flows in the real window"
	checkPictures  = "pictures of the places"
	checkTwin      = "wails build from a clean copy"
	checkIcon      = "pictures of the icon are those of the drawings"
	checkWorkflows = "workflows of the build servers"
	checkScripts   = "scripts of shells"
	checkDesktop   = "entry for the menus of Linux"
	checkMetainfo  = "entry for the software centres of Linux"
)

// displayLimit ends what drives a window and hangs: six times what it takes on two quiet cores, for those
// of a build server are seldom quiet. Each thing that is waited for has a limit of its own, far below it.
const displayLimit = 45 * time.Minute

// checks returns what `test` proves, in an order in which cheap failures come early.
func checks() []check {
	return slices.Concat([]check{
		{name: checkPackages, do: installNodePackages},
		{name: checkModules, do: command("go", "mod", "download")},
		{name: "bindings are those of the Go methods", after: []string{checkModules}, do: checkBindings},
		{name: "licences are those of what is bundled", after: []string{checkModules, checkPackages}, do: checkLicences},
		{name: checkIcon, after: []string{checkModules}, absent: drawnAlike, do: checkIcons},
		{name: "go vet", after: []string{checkModules}, do: command("go", "vet", "./...")},
		script("types of the frontend", "check"),
		script("unit tests of the frontend", "test"),
		{name: checkPage, after: []string{checkPackages}, do: buildFrontend},
		{name: "weight of the scripts", after: []string{checkPage}, do: weighScripts},
		{name: "unit tests of Go", after: []string{checkModules}, do: command("go", "test", "./...")},
		{name: checkProgram, after: []string{checkPage}, do: buildProgram},
		{name: checkBrowser, after: []string{checkPage}, do: buildForBrowser},
		{name: "build for Windows", after: []string{checkPage}, do: buildForWindows},
		{name: "types on macOS", after: []string{checkModules}, do: typecheckForMac},
		flowsInBrowser(),
		{
			name: checkWindow, after: []string{checkProgram},
			absent: func() string {
				if !onLinux {
					return "the window is driven through AT-SPI, which is Linux's"
				}
				return missingFolder("build/window")
			},
			limit: displayLimit,
			do:    command("go", "test", "-tags", "window", "-count=1", "-timeout", (displayLimit - time.Minute).String(), "-v", "-p", "1", "./build/window/..."),
		},
		{
			name: checkPictures, after: []string{checkProgram},
			limit:  displayLimit,
			absent: func() string { return machine.Differs(context.Background()) },
			do:     comparePictures,
		},
	}, packageChecks(), slowChecks(), packageProofs())
}

func test(ctx context.Context, _ string, args []string) error {
	withSlow := slices.Equal(args, []string{"-all"})
	if len(args) > 0 && !withSlow {
		return misused(fmt.Sprintf("test takes nothing but -all, and got %q", args))
	}
	start := time.Now()
	c := newConsole(os.Stdout)
	wanted := toDownload | toBuild | toProve | forAll(withSlow)
	if onLinux { // elsewhere no check opens a window
		wanted |= toRead | toDisplay
	}
	if err := setUp(ctx, c, wanted); err != nil {
		return err
	}
	a := account{withSlow: withSlow}
	a.perform(ctx, c, checks())
	c.sayf("This took %v.", time.Since(start).Round(time.Second))
	return a.close(c, os.Getenv("CI") == "true")
}

// command is a check that a program makes on its own.
func command(name string, args ...string) func(context.Context, *console) error {
	return func(ctx context.Context, c *console) error { return c.run(ctx, name, args...) }
}

// script is a check that a script of the frontend makes.
func script(name, script string) check {
	return check{
		name: name, after: []string{checkPackages},
		absent: func() string { return missingScript(script) },
		do: func(ctx context.Context, c *console) error {
			return c.runIn(ctx, frontend, "npm", "run", script)
		},
	}
}

func missingScript(script string) string {
	m, err := readManifest()
	if err != nil {
		return err.Error()
	}
	if m.Scripts[script] == "" {
		return fmt.Sprintf("frontend/package.json has no script %q", script)
	}
	return ""
}

func missingFolder(path string) string {
	if _, err := os.Stat(path); err != nil {
		return err.Error()
	}
	return ""
}

func weighScripts(_ context.Context, c *console) error {
	const dist = "frontend/dist"
	w, err := bundle.Weigh(dist, ".js")
	if err != nil {
		return err
	}
	c.sayf("%d bytes by gzip of the %d that there may be.", w.Packed, bundle.ScriptLimit)
	return bundle.CheckScripts(dist)
}

// flowsInBrowser drives the program's window in Chromium, with the real Go behind it.
func flowsInBrowser() check {
	k := script(checkFlows, "e2e")
	k.after = []string{checkPackages, checkPage, checkBrowser}
	absent := k.absent
	k.absent = func() string {
		if !onLinux {
			return "it is proved on Linux, with a private display"
		}
		if chromium() == "" {
			return "neither Chromium nor Google Chrome is on the path"
		}
		return absent()
	}
	k.limit = displayLimit
	k.do = driveChromium
	return k
}

// driveChromium runs the flows on a private display, because the program that answers the browser
// opens its own window too.
func driveChromium(ctx context.Context, c *console) error {
	d, err := display.Start(ctx, 1280, 800)
	if err != nil {
		return err
	}
	defer d.Close()
	cmd := child.Command(ctx, "npm", "--prefix", frontend, "run", "e2e")
	cmd.Env = append(d.Env(), "LEVELICA_CHROMIUM="+chromium())
	return c.show(ctx, cmd)
}

// chromium returns the path of the browser for the flows, or nothing.
func chromium() string {
	for _, name := range browsers {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	return ""
}

// buildForWindows shows that the program builds there; neither C nor Windows is needed for it.
func buildForWindows(ctx context.Context, c *console) error {
	return c.runWith(ctx, []string{"GOOS=windows", "CGO_ENABLED=0"},
		"go", "build", "-buildvcs=false", "-tags", production, "-o", os.DevNull, ".")
}

// typecheckForMac goes as far as is possible elsewhere: the window itself is Objective-C, and the
// mode that writes bindings leaves it out.
func typecheckForMac(ctx context.Context, c *console) error {
	return c.runWith(ctx, []string{"GOOS=darwin", "CGO_ENABLED=0"}, "go", "vet", "-tags", "bindings", "./...")
}
