package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"maps"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/levelica/levelica/build/display"
	"github.com/levelica/levelica/build/inspector"
)

// programName stands for the program itself, which is named differently in each.
const programName = "program"

// memory is the memory of a program's processes in megabytes, by the name of the process. It is
// their proportional set size: what several processes share is counted once, in parts.
type memory map[string]float64

func (m memory) total() float64 {
	var sum float64
	for _, part := range m {
		sum += part
	}
	return sum
}

// measureMemory compares the memory of the two windows at rest.
func measureMemory(ctx context.Context, s settings) (section, error) {
	rounds := min(s.rounds, 5) // it varies by less than a hundredth
	sec := section{
		Title: "Memory",
		Method: fmt.Sprintf("Proportional set size of all processes of the program, medians of %d starts of each in turn, when the first "+
			"screen has been still for a second and the memory has settled.", rounds),
	}
	err := onPair(ctx, s, &sec, func(p *pair) error { return weighBoth(ctx, p, rounds, &sec) })
	return sec, err
}

// weighBoth weighs each window several times, in turn.
func weighBoth(ctx context.Context, p *pair, rounds int, sec *section) error {
	var floor, ours []memory
	task := func(list *[]memory, of subject) func() error {
		return func() error {
			m, err := weigh(ctx, p.display, p.screen, of)
			*list = append(*list, m)
			return err
		}
	}
	if err := inTurn(rounds, task(&floor, p.empty), task(&ours, p.ours)); err != nil {
		return err
	}
	const target = 1.2
	f := compareAt(0.5, "memory (PSS)", "MB", totals(floor), totals(ours), target)
	f.because("allowed above the floor: %.1f MB. The parts of both, as medians:", (target-1)*f.Floor)
	for _, name := range slices.Sorted(maps.Keys(ours[0])) {
		f.part(processName(name), partOf(floor, name).median(), partOf(ours, name).median())
	}
	sec.Figures = append(sec.Figures, f)
	return nil
}

func totals(list []memory) sample {
	var values sample
	for _, m := range list {
		values = append(values, m.total())
	}
	return values
}

func partOf(list []memory, name string) sample {
	var values sample
	for _, m := range list {
		values = append(values, m[name])
	}
	return values
}

// processName says what a process does. The system cuts names off after fifteen letters.
func processName(name string) string {
	switch {
	case name == programName:
		return "the program: Go, GTK"
	case strings.HasPrefix(name, "WebKitWeb"):
		return "WebKit's page"
	case strings.HasPrefix(name, "WebKitNetwork"):
		return "WebKit's network"
	}
	return name
}

// weigh starts a program, waits until its first screen has settled, and returns its memory. No
// inspector is attached, because that has a part in the page's memory.
func weigh(ctx context.Context, d *display.Display, s *screen, p subject) (_ memory, err error) {
	defer func() {
		if err != nil {
			err = fmt.Errorf("weigh %s: %w", p.name, err)
		}
	}()
	ctx, cancel := context.WithTimeoutCause(ctx, launchLimit, fmt.Errorf("its memory did not settle within %v", launchLimit))
	defer cancel()
	s.forget()
	ctx, program, err := launch(ctx, d, p)
	if err != nil {
		return nil, err
	}
	defer func() { err = program.end(err) }()

	// Once a window is there, what is on the screen is no longer the last program's.
	err = inspector.Poll(ctx, 10*time.Millisecond, func() (bool, error) {
		_, _, found := s.shown()
		return found, nil
	})
	if err != nil {
		return nil, err
	}
	// A screen that never becomes still counts as drawn when ctx ends, which is told here.
	if err := errors.Join(d.AwaitPicture(ctx), context.Cause(ctx)); err != nil {
		return nil, err
	}
	// Settled is what changes by less than a hundredth in a second.
	const (
		pause  = time.Second
		little = 0.01
	)
	last := math.Inf(1)
	for {
		m, err := memoryOf(program.cmd.Process.Pid)
		if err != nil {
			return nil, err
		}
		sum := m.total()
		if math.Abs(sum-last) < little*sum {
			return m, nil
		}
		last = sum
		select {
		case <-ctx.Done():
			return nil, context.Cause(ctx)
		case <-time.After(pause):
		}
	}
}

// memoryOf returns the memory of a process and of all that descend from it.
func memoryOf(root int) (memory, error) {
	parents, names, err := processes()
	if err != nil {
		return nil, err
	}
	m := memory{}
	for pid := range parents {
		for ancestor := pid; ancestor != 0; ancestor = parents[ancestor] {
			if ancestor != root {
				continue
			}
			size, err := proportionalSize(pid)
			if err != nil {
				return nil, err
			}
			name := names[pid]
			if pid == root {
				name = programName
			}
			m[name] += size
		}
	}
	return m, nil
}

// processes returns the parent and the name of every process.
func processes() (parents map[int]int, names map[int]string, err error) {
	files, err := filepath.Glob("/proc/[0-9]*/stat")
	if err != nil {
		return nil, nil, err
	}
	parents, names = map[int]int{}, map[int]string{}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			continue // it has just ended
		}
		// "12 (a name (of any form)) S 7 ...": the parent comes two fields after the last bracket.
		text := string(data)
		open, end := strings.IndexByte(text, '('), strings.LastIndexByte(text, ')')
		if open < 0 || end < open {
			continue
		}
		pid, err := strconv.Atoi(strings.TrimSpace(text[:open]))
		fields := strings.Fields(text[end+1:])
		if err != nil || len(fields) < 2 {
			continue
		}
		if parents[pid], err = strconv.Atoi(fields[1]); err != nil {
			return nil, nil, fmt.Errorf("read the parent in %s: %w", file, err)
		}
		names[pid] = text[open+1 : end]
	}
	return parents, names, nil
}

// proportionalSize returns the proportional set size of a process in megabytes.
func proportionalSize(pid int) (float64, error) {
	data, err := os.ReadFile(fmt.Sprintf("/proc/%d/smaps_rollup", pid))
	if err != nil {
		return 0, err
	}
	for lines := bufio.NewScanner(bytes.NewReader(data)); lines.Scan(); {
		fields := strings.Fields(lines.Text())
		if len(fields) == 3 && fields[0] == "Pss:" && fields[2] == "kB" {
			size, err := strconv.Atoi(fields[1])
			return float64(size) * 1024 / 1e6, err
		}
	}
	return 0, fmt.Errorf("process %d does not tell its proportional set size", pid)
}
