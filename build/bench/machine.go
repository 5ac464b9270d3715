package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"time"
)

// machine is where the measurements were made. It explains absolute times; ratios need no
// explaining unless a warning says so.
type machine struct {
	System    string   `json:"system"`
	Processor string   `json:"processor"`
	Cores     int      `json:"cores"`
	Go        string   `json:"go"`
	WebKitGTK string   `json:"webkitgtk,omitempty"`
	Chromium  string   `json:"chromium,omitempty"`
	Load      string   `json:"load,omitempty"`           // average over 1, 5 and 15 minutes
	Busy      *float64 `json:"busyBeforehand,omitempty"` // part of the processor's time that others used
	Warnings  []string `json:"warnings,omitempty"`
}

// tooBusy is the part of the processor's time that others may use. Above it they are in the
// figures.
const tooBusy = 0.1

// look finds out what machine this is, and whether it is busy with something else.
func look(ctx context.Context, s settings) machine {
	m := machine{
		System: runtime.GOOS + "/" + runtime.GOARCH, Cores: runtime.NumCPU(), Go: runtime.Version(),
		Processor: valueIn("/proc/cpuinfo", "model name", ":"),
		WebKitGTK: firstLineOf(ctx, "pkg-config", "--modversion", "webkit2gtk-4.1"),
	}
	if name := strings.Trim(valueIn("/etc/os-release", "PRETTY_NAME", "="), `"`); name != "" {
		m.System += ", " + name
	}
	if s.chromium != "" {
		m.Chromium = firstLineOf(ctx, s.chromium, "--version")
	}
	if text, err := os.ReadFile("/proc/loadavg"); err == nil {
		m.Load = strings.Join(strings.Fields(string(text))[:3], " ")
	}
	if busy, known := busyPart(ctx); known {
		m.Busy = &busy
		if busy > tooBusy {
			m.Warnings = append(m.Warnings, fmt.Sprintf("other programs use %.0f %% of the processor: times are too long, "+
				"and ratios uncertain. Measure again when the machine is quiet.", 100*busy))
		}
	}
	if others := namesakes("WebKitWebProces"); others > 0 {
		m.Warnings = append(m.Warnings, fmt.Sprintf("%d other WebKitGTK windows are open. They share the libraries, so that both "+
			"programs seem smaller than they are and the ratio of their memory larger.", others))
	}
	return m
}

// lines are the facts in the order in which they are printed.
func (m machine) lines() [][2]string {
	load := m.Load
	if m.Busy != nil {
		load += fmt.Sprintf("; others used %.0f %% of the processor beforehand", 100**m.Busy)
	}
	var known [][2]string
	for _, fact := range [][2]string{
		{"system", m.System}, {"processor", strings.TrimSpace(fmt.Sprintf("%s, %d cores", m.Processor, m.Cores))}, {"Go", m.Go},
		{"WebKitGTK", m.WebKitGTK}, {"Chromium", m.Chromium}, {"load average", load},
	} {
		if fact[1] != "" {
			known = append(known, fact)
		}
	}
	return known
}

// busyPart watches for a moment how much of the processors' time is used, while we use none. The
// load average would still count the builds that came before.
func busyPart(ctx context.Context) (part float64, known bool) {
	const moment = 3 * time.Second
	idle, all, ok := ticks()
	if !ok {
		return 0, false
	}
	select {
	case <-ctx.Done():
		return 0, false
	case <-time.After(moment):
	}
	idle2, all2, ok := ticks()
	if !ok || all2 == all {
		return 0, false
	}
	return 1 - float64(idle2-idle)/float64(all2-all), true
}

// ticks returns the idle time and all time of the processors, as Linux counts them.
func ticks() (idle, all int64, ok bool) {
	fields := strings.Fields(valueIn("/proc/stat", "cpu", " "))
	const counted = 8 // what follows, the time of guests, is counted in the first already
	if len(fields) < counted {
		return 0, 0, false
	}
	for i, field := range fields[:counted] {
		n, err := strconv.ParseInt(field, 10, 64)
		if err != nil {
			return 0, 0, false
		}
		all += n
		if i == 3 || i == 4 { // idle, and waiting for a disk
			idle += n
		}
	}
	return idle, all, true
}

// namesakes counts the processes of a name.
func namesakes(name string) int {
	_, names, err := processes()
	if err != nil {
		return 0
	}
	count := 0
	for _, other := range names {
		if other == name {
			count++
		}
	}
	return count
}

// fileSystem returns the type of the file system that a path is on, or what is known of it.
func fileSystem(path string) (string, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	if path, err = filepath.EvalSymlinks(path); err != nil {
		return "", err
	}
	text, err := os.ReadFile("/proc/self/mountinfo")
	if err != nil {
		return "this machine's file system", nil
	}
	// "36 35 98:0 /mnt1 /mnt2 rw,noatime master:1 - ext3 /dev/root rw": the fifth field is the place,
	// the type follows the dash. Of several at one place the last is on top.
	kind, place := "an unknown file system", ""
	for _, line := range strings.Split(string(text), "\n") {
		before, after, found := strings.Cut(line, " - ")
		fields := strings.Fields(before)
		if !found || len(fields) < 5 {
			continue
		}
		mount := strings.ReplaceAll(fields[4], `\040`, " ")
		within := path == mount || strings.HasPrefix(path, strings.TrimSuffix(mount, "/")+"/")
		if within && len(mount) >= len(place) {
			kind, _, _ = strings.Cut(after, " ")
			place = mount
		}
	}
	return kind, nil
}

// valueIn returns what follows a name and a separator in the first line of a file that begins with
// that name, or nothing.
func valueIn(path, name, separator string) string {
	text, err := os.ReadFile(path)
	if err != nil {
		return ""
	}
	for _, line := range strings.Split(string(text), "\n") {
		if key, value, found := strings.Cut(line, separator); found && strings.TrimSpace(key) == name {
			return strings.TrimSpace(value)
		}
	}
	return ""
}

// firstLineOf returns the first line that a program prints, or nothing.
func firstLineOf(ctx context.Context, name string, args ...string) string {
	text, err := exec.CommandContext(ctx, name, args...).Output()
	if err != nil {
		return ""
	}
	line, _, _ := strings.Cut(string(text), "\n")
	return strings.TrimSpace(line)
}
