package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"strconv"
	"time"

	"github.com/levelica/levelica/internal/guide"
	"github.com/levelica/levelica/internal/journal"
)

// explainStart adds what Go does by itself before the first screen. It is measured without a
// window, so that a missed target can be told from one that WebKit holds.
func explainStart(ctx context.Context, s settings, p *pair, f *figure) error {
	var packages, guides, journals sample
	var largest initialisation
	tasks := []func() error{
		func() error {
			all, err := initialise(ctx, s.program)
			if err != nil {
				return err
			}
			var sum float64
			for _, one := range all {
				sum += one.took
				// The quickest of several is what it takes; the others were disturbed.
				if one.name == largest.name {
					largest.took = min(largest.took, one.took)
				} else if one.took > largest.took {
					largest = one
				}
			}
			packages = append(packages, sum)
			return nil
		},
		func() error {
			began := time.Now()
			_, err := guide.Shipped().Guide(slug, guide.DefaultLanguage)
			guides = append(guides, milliseconds(time.Since(began)))
			return err
		},
		func() error {
			began := time.Now()
			j, err := journal.Open(ctx, p.data, journal.Options{})
			if err != nil {
				return err
			}
			journals = append(journals, milliseconds(time.Since(began)))
			return j.Close()
		},
	}
	if err := inTurn(max(s.rounds, 5), tasks...); err != nil {
		return fmt.Errorf("explain the start: %w", err)
	}
	f.because("Within ours, measured without a window, as medians:")
	f.because("%6.1f ms  initialising Go packages (%s alone %.1f ms), before main", packages.median(), largest.name, largest.took)
	f.because("%6.1f ms  reading the guide", guides.median())
	f.because("%6.1f ms  opening the journal", journals.median())
	return nil
}

// initialisation is what a Go package does before main.
type initialisation struct {
	name string
	took float64 // milliseconds
}

var initialised = regexp.MustCompile(`(?m)^init (\S+) @[\d.]+ ms, ([\d.]+) ms clock`)

// initialise has the program print its version, and Go's runtime how long the initialisation of
// each package took.
func initialise(ctx context.Context, program string) ([]initialisation, error) {
	cmd := exec.CommandContext(ctx, program, "version")
	cmd.Env = append(os.Environ(), "GODEBUG=inittrace=1")
	said, err := cmd.CombinedOutput()
	if err != nil {
		return nil, fmt.Errorf("%s version: %w: %s", program, err, said)
	}
	var all []initialisation
	for _, line := range initialised.FindAllStringSubmatch(string(said), -1) {
		took, err := strconv.ParseFloat(line[2], 64)
		if err != nil {
			return nil, err
		}
		all = append(all, initialisation{line[1], took})
	}
	return all, nil
}
