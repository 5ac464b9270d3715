//go:build window

package window

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/levelica/levelica/build/window/atspi"
	"github.com/levelica/levelica/build/window/x11"
)

// apart starts a command where there is no network at all, with every socket that it or a process
// of it opens written to a file. What it becomes keeps the process number.
func apart(calls string) []string {
	lonely := []string{"unshare", "--net"}
	if os.Getuid() != 0 {
		// The account stays the same: the session bus admits nobody else.
		lonely = []string{"unshare", "--user", "--map-current-user", "--net"}
	}
	return append(lonely, "--", "strace", "-D", "-f", "-qq", "-e", "signal=none", "-e", "trace=socket,connect,bind",
		"-o", calls, "--")
}

// needsApart skips a test where a program cannot be kept apart and watched.
func needsApart(t *testing.T) {
	t.Helper()
	command := append(apart(filepath.Join(t.TempDir(), "calls.txt")), "true")
	if out, err := exec.CommandContext(t.Context(), command[0], command[1:]...).CombinedOutput(); err != nil {
		t.Skipf("NOT RUN: this machine does not let us keep a program from the network and watch it: %v: %s", err, out)
	}
}

var (
	opened    = regexp.MustCompile(`\bsocket\((AF_\w+), [^,]+, (\w+)\)`)
	addressed = regexp.MustCompile(`\b(?:connect|bind)\(.*sa_family=(AF_\w+)(?:, sun_path=(@?"[^"]*"))?`)
)

// beyond returns the calls by which something could leave the computer, or reach a place on it that
// is not on the list. What is on it are beginnings of paths.
func beyond(calls string, allowed []string) []string {
	var found []string
	for line := range strings.Lines(calls) {
		line = strings.TrimSpace(line)
		if match := opened.FindStringSubmatch(line); match != nil {
			// By netlink a library asks the kernel of this computer which networks there are.
			if kernel := match[1] == "AF_NETLINK" && match[2] == "NETLINK_ROUTE"; match[1] != "AF_UNIX" && !kernel {
				found = append(found, line)
			}
			continue
		}
		match := addressed.FindStringSubmatch(line)
		if match == nil || match[1] == "AF_NETLINK" {
			continue
		}
		path := strings.Trim(match[2], `@"`)
		if match[1] != "AF_UNIX" || !slices.ContainsFunc(allowed, func(prefix string) bool { return strings.HasPrefix(path, prefix) }) {
			found = append(found, line)
		}
	}
	return found
}

func TestEveryCallThatCouldLeaveTheComputerIsSeen(t *testing.T) {
	allowed := []string{"/tmp/.X11-unix/"}
	for call, found := range map[string]bool{
		`71 socket(AF_UNIX, SOCK_STREAM|SOCK_CLOEXEC, 0) = 8`:                                                          false,
		`71 connect(8, {sa_family=AF_UNIX, sun_path=@"/tmp/.X11-unix/X0"}, 20) = -1 ECONNREFUSED (Connection refused)`: false,
		`71 connect(8, {sa_family=AF_UNIX, sun_path="/tmp/.X11-unix/X0"}, 110 <unfinished ...>`:                        false,
		`71 socket(AF_NETLINK, SOCK_RAW|SOCK_CLOEXEC, NETLINK_ROUTE) = 5`:                                              false,
		`71 connect(8, {sa_family=AF_UNIX, sun_path="/run/telemetry.sock"}, 110) = 0`:                                  true,
		`71 socket(AF_INET, SOCK_DGRAM|SOCK_CLOEXEC, IPPROTO_IP) = 5`:                                                  true,
		`71 socket(AF_INET6, SOCK_STREAM, IPPROTO_TCP) = 5`:                                                            true,
		`71 connect(5, {sa_family=AF_INET, sin_port=htons(53), sin_addr=inet_addr("10.0.0.2")}, 16) = -1 ENETUNREACH`:  true,
		`71 socket(AF_VSOCK, SOCK_STREAM, 0) = 5`:                                                                      true,
	} {
		if got := len(beyond(call, allowed)) > 0; got != found {
			t.Errorf("seen %v, want %v: %s", got, found, call)
		}
	}
}

// The eyes of the next test have to be open: a program that does try the network is seen.
func TestAProgramThatTriesTheNetworkIsSeen(t *testing.T) {
	needsApart(t)
	calls := filepath.Join(t.TempDir(), "calls.txt")
	command := append(apart(calls), "bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/9")
	if err := exec.CommandContext(t.Context(), command[0], command[1:]...).Run(); err == nil {
		t.Error("a connection was made where there is no network")
	}
	var text string
	awaitFile(t, calls, func(now string) bool { text = now; return strings.Contains(now, "connect(") })
	if found := beyond(text, nil); len(found) == 0 {
		t.Errorf("nothing was seen in:\n%s", text)
	}
}

func TestNothingLeavesThisComputerAndAllOfItWorksWithoutANetwork(t *testing.T) {
	needsApart(t)
	s := begin(t, 1280, 800)
	g := theGuide(t)
	items := g.Levels[0].Items
	s.mark("on-my-own", items[:7]...)
	calls := filepath.Join(t.TempDir(), "calls.txt")
	w := s.startAs(append(apart(calls), s.program)...)

	// A guide is opened, an item rated, a report saved.
	w.openGuide(1)
	w.focus()
	w.tabTo("check box", items[0].Text)
	for _, item := range items[1:8] {
		w.press(x11.Down)
		w.focused("check box", item.Text)
	}
	w.press(x11.Space)
	w.words(reached(t, g.Levels[0]))
	w.do("link", say(t, "report"))
	report := filepath.Join(t.TempDir(), "Bericht 보고서.pdf")
	w.chooseFile()
	w.saveTo(report)
	w.saved(report)
	w.do("link", say(t, "help"))
	w.see("help", func(tree *atspi.Element) bool { return tree.Find("heading", say(t, "help.how")) != nil })

	interfaces, err := os.ReadFile(fmt.Sprintf("/proc/%d/net/dev", w.cmd.Process.Pid))
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(interfaces)) {
		name, counts, is := strings.Cut(line, ":")
		if is && (strings.TrimSpace(name) != "lo" || strings.Trim(counts, " 0\n") != "") {
			t.Errorf("the program had a network, or used the computer's own: %s", line)
		}
	}
	w.quit()
	checkReport(t, report, g)

	runtime := filepath.Join(filepath.Dir(s.display.Home()), "runtime")
	allowed := []string{
		"/tmp/.X11-unix/",                               // the display
		filepath.Join(runtime, "bus"),                   // the session bus
		filepath.Join(runtime, "at-spi"),                // the bus of screen readers
		"/var/run/dbus/system_bus_socket", "/run/dbus/", // the system's bus
		"/var/run/nscd/socket",                     // the names of this computer's accounts
		filepath.Join(runtime, "levelica"), s.data, // a second start finds the first
	}
	var text string
	awaitFile(t, calls, func(now string) bool { text = now; return strings.Contains(now, "window.sock") })
	if found := beyond(text, allowed); len(found) > 0 {
		t.Errorf("the program reached beyond the display, the buses and its own socket:\n%s", strings.Join(found, "\n"))
	}
}

// awaitFile waits until a file says what is waited for. The one who writes it is not our child.
func awaitFile(t *testing.T, path string, holds func(text string) bool) {
	t.Helper()
	for deadline := time.Now().Add(limit); ; time.Sleep(interval) {
		text, err := os.ReadFile(path)
		if err == nil && holds(string(text)) {
			return
		}
		if time.Now().After(deadline) {
			t.Fatalf("%s never came to say what was waited for (%v):\n%s", path, err, text)
		}
	}
}
