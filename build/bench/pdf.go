package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/levelica/levelica/build/child"
	"github.com/levelica/levelica/internal/guide"
	"github.com/levelica/levelica/internal/locale"
	"github.com/levelica/levelica/internal/progress"
	"github.com/levelica/levelica/internal/report"
)

// quietly are the arguments with which Chromium makes a PDF and does nothing beside it.
var quietly = []string{
	"--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
	"--disable-background-networking", "--disable-component-update", "--disable-sync",
}

// measurePDF times a report of one guide as PDF: as the program makes it, and as Chromium prints
// the program's own HTML report.
func measurePDF(ctx context.Context, s settings) (_ section, err error) {
	sec := section{
		Title: "A report as PDF",
		Method: fmt.Sprintf("The report of %s with all items, from the marks to the file, %d times in turn. The floor is "+
			"Chromium printing the same report from HTML, its start included.", slug, s.rounds),
	}
	if s.chromium == "" {
		sec.NotRun = "Chromium is not installed"
		return sec, nil
	}
	folder, err := os.MkdirTemp(s.scratch, "report-")
	if err != nil {
		return sec, err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(folder)) }()
	subjects, err := aReport()
	if err != nil {
		return sec, err
	}
	html := filepath.Join(folder, "report.html")
	if err := writeReport(subjects, report.HTML, html); err != nil {
		return sec, err
	}

	var floor, ours sample
	timed := func(times *sample, file string, write func(file string) error) func() error {
		return func() error {
			path := filepath.Join(folder, file)
			began := time.Now()
			if err := write(path); err != nil {
				return err
			}
			*times = append(*times, milliseconds(time.Since(began)))
			if info, err := os.Stat(path); err != nil || info.Size() < 1000 {
				return fmt.Errorf("%s was not made: %w", file, err)
			}
			return os.Remove(path)
		}
	}
	tasks := []func() error{
		timed(&floor, "chromium.pdf", func(path string) error { return printHTML(ctx, s, folder, html, path) }),
		timed(&ours, "ours.pdf", func(path string) error { return writeReport(subjects, report.PDF, path) }),
	}
	if err := inTurn(1, tasks...); err != nil {
		return sec, err
	}
	first := ours.median()
	floor, ours = nil, nil
	if err := inTurn(s.rounds, tasks...); err != nil {
		return sec, err
	}
	const target = 0.15
	f := compareAt(0.5, "PDF of a guide, median", "ms", floor, ours, target)
	f.because("allowed: %.0f ms; a profile of internal/report shows where the time goes", target*f.Floor)
	sec.Figures = append(sec.Figures, f)
	sec.Notes = append(sec.Notes, fmt.Sprintf("The first one of a process takes %.1f ms: it also reads the fonts.", first))
	return sec, nil
}

// aReport returns what the report is about: one guide, with the marks of a person.
func aReport() ([]report.Subject, error) {
	g, err := library.Guide(slug, guide.DefaultLanguage)
	if err != nil {
		return nil, err
	}
	began := time.Now()
	marks := make([]progress.Mark, aRecord)
	var clock progress.Clock
	for i := range marks {
		if marks[i], err = newMark(i); err != nil {
			return nil, err
		}
		clock = progress.Tick(clock, began)
		marks[i].Clock, marks[i].At = clock, began.UnixMilli()
	}
	return []report.Subject{{Guide: g, Marks: progress.Present(slug, marks)}}, nil
}

func writeReport(subjects []report.Subject, format report.Format, path string) (err error) {
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	o := report.Options{Person: "Ada Lovelace", At: time.Now(), Items: true, Open: true}
	return report.New(subjects, o, locale.For(guide.DefaultLanguage)).Write(file, format)
}

// printHTML has Chromium make a PDF. It keeps its profile in a folder of ours, where its first
// start leaves what later ones need.
func printHTML(ctx context.Context, s settings, folder, html, path string) error {
	const limit = time.Minute
	ctx, cancel := context.WithTimeoutCause(ctx, limit, fmt.Errorf("no PDF within %v", limit))
	defer cancel()
	html, err := filepath.Abs(html)
	if err != nil {
		return err
	}
	profile, err := filepath.Abs(filepath.Join(folder, "chromium"))
	if err != nil {
		return err
	}
	args := slices.Concat(quietly, []string{
		"--user-data-dir=" + profile, "--print-to-pdf=" + path, "file://" + filepath.ToSlash(html),
	})
	if err := child.Run(ctx, child.Command(ctx, s.chromium, args...)); err != nil {
		return fmt.Errorf("print the report with Chromium: %w", err)
	}
	return nil
}
