// Command bench measures Levelica against the least that each of its tasks can cost: an empty
// window, a raw row, a browser printing a page. `go run ./build bench` builds what it needs and
// starts it, in the root of the checkout.
//
// What is held to a target are ratios: ours to a floor that was measured in the same run, in turn
// with ours, because times are those of a machine and a moment. Only what a person would notice has
// a limit in time. A target that is missed is said to be missed, with what the difference consists
// of; it is no failure. Beside each figure stands what it was in the last record that was kept.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"slices"
	"strings"
	"syscall"
	"time"

	"github.com/levelica/levelica/internal/guide"
)

// slug is the guide that is measured with.
const slug = "backend-engineering"

// lastRecord is the record that this one is compared with.
const lastRecord = "build/bench/last.json"

var library = guide.Shipped()

// settings are what the command line says.
type settings struct {
	program, empty string // the two programs, built alike
	one            string // the program with one guide, built alike, or nothing
	chromium       string // or nothing
	scratch        string // folder for journals and reports, on a disk
	rounds, marks  int
	only           string
	asJSON, keep   bool
}

// measurements are what can be measured, in the order in which it is.
var measurements = []struct {
	name    string
	measure func(context.Context, settings) (section, error)
}{
	{"start", measureStart},
	{"memory", measureMemory},
	{"use", measureUse},
	{"life", measureLife},
	{"mark", measureMark},
	{"pdf", measurePDF},
	{"size", measureSize},
	{"guides", measureGuides},
	{"search", measureSearch},
	{"insight", measureInsight},
	{"placement", measurePlacement},
	{"scale", measureScale},
}

func main() {
	var s settings
	flag.StringVar(&s.program, "program", "build/bin/levelica", "the program, built as people get it")
	flag.StringVar(&s.empty, "empty", "build/bin/levelica-empty", "the empty window, built alike")
	flag.StringVar(&s.one, "one", "", "the program with one guide, built alike")
	flag.StringVar(&s.chromium, "chromium", "", "path of Chromium")
	flag.StringVar(&s.scratch, "scratch", "build/bin", "folder for what is written meanwhile, on a disk")
	flag.IntVar(&s.rounds, "rounds", 11, "how often each window is started and each report made")
	flag.IntVar(&s.marks, "marks", 3000, "how many marks are written each way")
	flag.StringVar(&s.only, "only", "", "measure only these, separated by commas: "+strings.Join(names(), ", "))
	flag.BoolVar(&s.asJSON, "json", false, "print the record as JSON")
	flag.BoolVar(&s.keep, "keep", false, "keep the record in "+lastRecord+", for the next ones to be compared with")
	flag.Parse()

	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	err := bench(ctx, s)
	stop()
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func bench(ctx context.Context, s settings) error {
	chosen, err := s.chosen()
	if err != nil {
		return err
	}
	if s.rounds < 1 || s.marks < 1 {
		return errors.New("-rounds and -marks are at least 1")
	}
	last, err := readRecord(lastRecord)
	if err != nil {
		return err
	}
	r := &record{At: time.Now(), Machine: look(ctx, s)}
	for _, m := range measurements {
		if !slices.Contains(chosen, m.name) {
			continue
		}
		fmt.Fprintf(os.Stderr, "    measuring: %s\n", m.name)
		sec, err := m.measure(ctx, s)
		if err != nil {
			return fmt.Errorf("%s: %w", m.name, err)
		}
		sec.Name = m.name
		r.Sections = append(r.Sections, sec)
	}
	if s.keep {
		if err := r.keep(lastRecord, last); err != nil {
			return err
		}
	}
	if s.asJSON {
		return r.writeJSON(os.Stdout)
	}
	return r.writeText(os.Stdout, last)
}

// names returns the names of all that can be measured.
func names() []string {
	var all []string
	for _, m := range measurements {
		all = append(all, m.name)
	}
	return all
}

// chosen returns the names of what is to be measured.
func (s settings) chosen() ([]string, error) {
	all := names()
	if s.only == "" {
		return all, nil
	}
	chosen := strings.Split(s.only, ",")
	for _, name := range chosen {
		if !slices.Contains(all, name) {
			return nil, fmt.Errorf("nothing is measured that is called %q; there are %s", name, strings.Join(all, ", "))
		}
	}
	return chosen, nil
}
