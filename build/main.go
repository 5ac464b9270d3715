// Command build does everything that a developer of Levelica does from a command line: it sets the
// machine up, builds, starts, tests and checks the program.
//
//	go run ./build <verb>
//
// It runs on Linux, macOS and Windows, and imports nothing but the standard library, so that it
// starts on a machine that has only Go. Where Go itself is older than go.mod demands, the go
// command says so before this program starts.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
)

// module is what the checkout is recognised by.
const module = "module github.com/levelica/levelica"

// verb is one word that this program understands. Its function is called in the root of the
// checkout, with the folder that the person was in and the arguments after the verb.
type verb struct {
	name, arguments, does string
	do                    func(ctx context.Context, from string, args []string) error
}

// verbs returns the words in the order in which the usage text explains them.
func verbs() []verb {
	return []verb{
		{"run", "[argument ...]", "set up, build and start the program (arguments go to it)", run},
		{"dev", "[argument ...]", "start the program with live reload (arguments go to wails dev)", dev},
		{"test", "[-all]", "set up, build and prove everything; -all adds what is slow", test},
		{"torture", "[kills]", "kill a program that writes marks, 1,000 times, and count what is lost", torture},
		{"fuzz", "[time]", "try every fuzz target for ten minutes, or for another time", fuzz},
		{"lint", "", "check formatting, import directions and style", lint},
		{"package", "[-arch ARCH] [linux|windows|macos|all]", "make what people install, in build/dist", packages},
		{"bench", "[placement] [-json]", "measure the program against an empty window and other floors", bench},
		{"vulnerabilities", "", "look for known holes in what the program is made of (asks vuln.go.dev)", vulnerabilities},
		{"screens", "[-only NAME] [-approve]", "take pictures of every place, theme, language and size", screens},
		{"bindings", "", "write frontend/wailsjs anew from the bound Go methods", bindings},
		{"licences", "", "write what Help says of the licences of everything in the program", licences},
		{"icons", "", "draw the icon in every size and form from build/icon", icons},
	}
}

// exitStatus is the error of a program whose own exit status says everything.
type exitStatus int

func (s exitStatus) Error() string { return fmt.Sprintf("exit status %d", int(s)) }

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	// A second interrupt ends this program at once.
	context.AfterFunc(ctx, stop)

	err := perform(ctx, os.Args[1:])
	var status exitStatus
	switch {
	case err == nil:
	case ctx.Err() != nil:
		fmt.Fprintln(os.Stderr, "Interrupted: everything that was started has been ended.")
		os.Exit(130)
	case errors.As(err, &status):
		os.Exit(int(status))
	default:
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func perform(ctx context.Context, args []string) error {
	if len(args) == 0 {
		return misused("a verb is needed")
	}
	for _, v := range verbs() {
		if v.name != args[0] {
			continue
		}
		from, err := enterRoot()
		if err != nil {
			return err
		}
		return v.do(ctx, from, args[1:])
	}
	return misused("there is no verb " + args[0])
}

// misused says how this program is to be called, and ends it with the exit status for wrong use.
func misused(why string) error {
	fmt.Fprintf(os.Stderr, "go run ./build: %s.\n\n", why)
	usage(os.Stderr)
	return exitStatus(2)
}

func usage(w io.Writer) {
	_, _ = fmt.Fprint(w, "Usage: go run ./build <verb>\n\n")
	for _, v := range verbs() {
		_, _ = fmt.Fprintf(w, "  %-47s %s\n", strings.TrimSpace(v.name+" "+v.arguments), v.does)
	}
}

// enterRoot changes to the root of the checkout and returns the folder that it was called in.
func enterRoot() (from string, err error) {
	from, err = os.Getwd()
	if err != nil {
		return "", fmt.Errorf("find the current folder: %w", err)
	}
	for folder := from; ; folder = filepath.Dir(folder) {
		text, err := os.ReadFile(filepath.Join(folder, "go.mod"))
		if err == nil && firstLine(string(text)) == module {
			return from, os.Chdir(folder)
		}
		if folder == filepath.Dir(folder) {
			return "", fmt.Errorf("%s is not inside a checkout of Levelica: go to one and try again", from)
		}
	}
}

func firstLine(text string) string {
	line, _, _ := strings.Cut(text, "\n")
	return strings.TrimSpace(line)
}

// onLinux tells whether this machine is the kind that needs a desktop's packages and displays.
const onLinux = runtime.GOOS == "linux"

// installed reports whether there is an executable of this name on the path.
func installed(name string) bool {
	_, err := exec.LookPath(name)
	return err == nil
}
