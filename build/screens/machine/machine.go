// Package machine says what kind of machine draws a window: pictures are compared only with those
// that were made on the same kind.
package machine

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
)

// Approved is the folder of the approved pictures, and ClassFile, in it, the class of the machine
// that they were made on.
const (
	Approved  = "build/screens/approved"
	ClassFile = "class.txt"
)

// Class names what decides how a window is drawn here: WebKit, GTK and the fonts that they choose.
// It fails where that cannot be found out.
func Class(ctx context.Context) (string, error) {
	if runtime.GOOS != "linux" {
		return "", fmt.Errorf("on %s nothing is known of it", runtime.GOOS)
	}
	lines := []string{runtime.GOOS + "/" + runtime.GOARCH}
	for _, ask := range [][]string{
		{"pkg-config", "--modversion", "webkit2gtk-4.1"},
		{"pkg-config", "--modversion", "gtk+-3.0"},
		{"fc-match", "--format=%{fullname} %{fontversion}", "sans-serif:lang=en"},
		{"fc-match", "--format=%{fullname} %{fontversion}", "sans-serif:lang=ko"},
		{"fc-match", "--format=%{fullname} %{fontversion}", "emoji"},
	} {
		answer, err := exec.CommandContext(ctx, ask[0], ask[1:]...).Output()
		if err != nil {
			return "", fmt.Errorf("%s: %w", ask[0], err)
		}
		lines = append(lines, strings.TrimSpace(string(answer)))
	}
	return strings.Join(lines, "\n") + "\n", nil
}

// Differs says why pictures that are taken here cannot be compared with the approved ones, or
// nothing where they can.
func Differs(ctx context.Context) string {
	made, err := os.ReadFile(filepath.Join(filepath.FromSlash(Approved), ClassFile))
	if err != nil {
		return "no pictures are approved: " + err.Error()
	}
	here, err := Class(ctx)
	if err != nil {
		return "the class of this machine is not known: " + err.Error()
	}
	if here == string(made) {
		return ""
	}
	return fmt.Sprintf("the approved pictures were made on another class of machine (%s; this one is %s)", oneLine(string(made)), oneLine(here))
}

func oneLine(class string) string {
	return strings.Join(strings.Split(strings.TrimSpace(class), "\n"), ", ")
}
