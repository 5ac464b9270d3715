package main

import (
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"github.com/levelica/levelica/internal/guide"
)

// measureGuides shows what more guides cost: reading all of them, and the start of the window.
func measureGuides(ctx context.Context, s settings) (_ section, err error) {
	sec := section{
		Title: "What more guides cost",
		Method: fmt.Sprintf("Reading all guides in English, %d times, against only unpacking the same bytes; and the first screen with all "+
			"guides against that with one, %d starts of each in turn, the same program with the other guides left out.", s.rounds, s.rounds),
	}
	var unpacked, read sample
	tasks := []func() error{timed(&unpacked, unpackGuides), timed(&read, readGuides)}
	if err := inTurn(s.rounds, tasks...); err != nil {
		return sec, err
	}
	sec.Figures = append(sec.Figures, compareAt(0.5, "all guides in one language", "ms", unpacked, read, 0))
	sec.Notes = append(sec.Notes, "Wanted: at most 25 ms for all guides in one language.")
	if missing := missingForWindow(); missing != "" || s.one == "" {
		sec.Notes = append(sec.Notes, "The start was not measured: "+missing)
		return sec, nil
	}
	p, err := openPair(ctx, s)
	if err != nil {
		return sec, err
	}
	defer func() { err = errors.Join(err, p.close()) }()
	few := p.ours
	few.name, few.path = "one", s.one
	var one, all starts
	tasks = []func() error{
		func() error { return one.add(timeStart(ctx, p.display, p.screen, few)) },
		func() error { return all.add(timeStart(ctx, p.display, p.screen, p.ours)) },
	}
	if err := inTurn(1, tasks...); err != nil {
		return sec, err
	}
	one, all = nil, nil
	if err := inTurn(s.rounds, tasks...); err != nil {
		return sec, err
	}
	rendered := func(t start) float64 { return t.rendered }
	sec.Figures = append(sec.Figures, compareAt(0.5, "first screen, all guides against one", "ms", one.of(rendered), all.of(rendered), 1.05))
	return sec, nil
}

// timed notes how many milliseconds a task takes.
func timed(times *sample, task func() error) func() error {
	return func() error {
		began := time.Now()
		err := task()
		*times = append(*times, milliseconds(time.Since(began)))
		return err
	}
}

// readGuides reads every guide as the program does, from nothing.
func readGuides() error {
	shipped := guide.Shipped()
	slugs, err := shipped.Slugs()
	if err != nil {
		return err
	}
	for _, slug := range slugs {
		if _, err := shipped.Guide(slug, guide.DefaultLanguage); err != nil {
			return err
		}
	}
	return nil
}

// unpackGuides unpacks the bytes that readGuides reads.
func unpackGuides() error {
	names, err := filepath.Glob(filepath.Join("internal", "guide", "compiled", "*."+guide.DefaultLanguage+".json.gz"))
	if err != nil {
		return err
	}
	for _, name := range names {
		if err := unpack(name); err != nil {
			return err
		}
	}
	return nil
}

func unpack(name string) error {
	file, err := os.Open(name)
	if err != nil {
		return err
	}
	defer func() { _ = file.Close() }()
	packed, err := gzip.NewReader(file)
	if err != nil {
		return err
	}
	_, err = io.Copy(io.Discard, packed)
	return err
}
