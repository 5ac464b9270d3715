package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

// frame is how long a screen of sixty pictures a second shows one of them, in milliseconds.
const frame = 16.7

// measureSearch measures the search of the window outside of it, in the processor time that each
// stroke of typing costs. The engine is V8, which is Chromium's and not WebKit's.
func measureSearch(ctx context.Context, _ settings) (_ section, err error) {
	sec := section{
		Title: "Searching, stroke by stroke",
		Method: "Every state of the field while nineteen queries are typed, in English and Korean, some of them with errors: the processor " +
			"time of finding, ranking and marking, against only scanning the same texts for the same letters. Each is the mean of 20.",
	}
	node, err := exec.LookPath("node")
	if err != nil {
		sec.NotRun = "there is no node"
		return sec, nil
	}
	folder, err := os.MkdirTemp("", "levelica-bench-")
	if err != nil {
		return sec, err
	}
	defer func() { _ = os.RemoveAll(folder) }()
	bundle := exec.CommandContext(ctx, "npm", "exec", "--", "vite", "build", "--ssr", "dev/measureSearch.ts", "--outDir", folder, "--emptyOutDir", "--logLevel", "error")
	bundle.Dir, bundle.Stdout, bundle.Stderr = "frontend", os.Stderr, os.Stderr
	if err := bundle.Run(); err != nil {
		return sec, fmt.Errorf("bundle the search: %w", err)
	}
	run := exec.CommandContext(ctx, node, filepath.Join(folder, "measureSearch.js"), ".")
	run.Stderr = os.Stderr
	printed, err := run.Output()
	if err != nil {
		return sec, fmt.Errorf("run the search: %w", err)
	}
	var measured struct {
		Ours, Floor           sample
		Built                 float64
		Entries, Texts, Items int
	}
	if err := json.Unmarshal(printed, &measured); err != nil {
		return sec, err
	}
	// From microseconds, which is what the engine tells.
	for i := range measured.Ours {
		measured.Ours[i] /= 1000
		measured.Floor[i] /= 1000
	}
	sec.Figures = append(sec.Figures,
		within("a stroke, processor time, p95", "ms", measured.Ours.at(0.95), measured.Ours, frame),
		compareAt(0.95, "a stroke, p95, against a plain scan", "ms", measured.Floor, measured.Ours, 0),
		compareAt(0.5, "a stroke, median, against a plain scan", "ms", measured.Floor, measured.Ours, 0),
	)
	sec.Notes = append(sec.Notes, fmt.Sprintf("%d items in two languages, %d entries, %d texts; making the index took %.0f ms of processor time, once.",
		measured.Items, measured.Entries, measured.Texts, measured.Built/1000))
	return sec, nil
}
