package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"

	"github.com/levelica/levelica/build/display"
)

// missingForWindow says why windows cannot be measured here, or nothing.
func missingForWindow() string {
	if runtime.GOOS != "linux" {
		return "it needs Xvfb, WebKit's inspector and smaps_rollup, which only Linux has"
	}
	return ""
}

// pair is the two windows, on a private screen.
type pair struct {
	display     *display.Display
	screen      *screen
	empty, ours subject
	folder      string // of all that is written
	data        string // of our journal
}

// onPair has both windows measured on a private screen. Where windows cannot be measured the section says why.
func onPair(ctx context.Context, s settings, sec *section, measure func(*pair) error) (err error) {
	if sec.NotRun = missingForWindow(); sec.NotRun != "" {
		return nil
	}
	p, err := openPair(ctx, s)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, p.close()) }()
	return measure(p)
}

// openPair starts the private screen, and makes the journal that our window opens.
func openPair(ctx context.Context, s settings) (_ *pair, err error) {
	p := &pair{}
	defer func() {
		if err != nil {
			err = errors.Join(err, p.close())
		}
	}()
	if p.folder, err = os.MkdirTemp(s.scratch, "window-"); err != nil {
		return nil, err
	}
	if p.folder, err = filepath.Abs(p.folder); err != nil {
		return nil, err
	}
	p.data = filepath.Join(p.folder, "levelica")
	made, err := openOurs(ctx, p.data)
	if err != nil {
		return nil, err
	}
	if err := made.Close(); err != nil {
		return nil, err
	}
	p.empty = subject{name: "empty", path: s.empty, ready: "h1", static: true}
	// Started as people do: without a word, and the journal where the system has it.
	p.ours = subject{name: "ours", path: s.program, env: []string{"XDG_DATA_HOME=" + p.folder}, ready: "main article"}
	if p.display, err = display.Start(ctx, 1280, 800); err != nil {
		return nil, err
	}
	p.screen, err = watchScreen(p.display.Env())
	return p, err
}

func (p *pair) close() error {
	if p.screen != nil {
		p.screen.close()
	}
	var err error
	if p.display != nil {
		err = p.display.Close()
	}
	return errors.Join(err, os.RemoveAll(p.folder))
}

// measureStart times how long it takes until each window shows something.
func measureStart(ctx context.Context, s settings) (section, error) {
	sec := section{
		Title: "The window's start",
		Method: fmt.Sprintf("From just before the process is made, medians of %d starts of each in turn, after one that does not "+
			"count, on a private X screen. The floor is a Wails window with one line of text. Our first screen is the catalogue's first card, "+
			"from a journal of %d marks, in a rendered frame. Before each of our starts a person has given an answer in the window, which was "+
			"then closed as a crash does it: the page brings Home as it was drawn after that answer. Before the starts where something has changed, the "+
			"command line has recorded another answer meanwhile: Go fills it into the drawing. The page itself notes the times, through WebKit's inspector.", s.rounds, aRecord),
	}
	err := onPair(ctx, s, &sec, func(p *pair) error { return timeStarts(ctx, s, p, &sec) })
	return sec, err
}

// timeStarts times the start of both windows in turn, and says what ours consists of.
func timeStarts(ctx context.Context, s settings, p *pair, sec *section) error {
	h := &habits{pair: p, program: s.program}
	asLeft, changed := p.ours, p.ours
	asLeft.after, changed.after = h.answer, h.answer
	changed.before = h.recordMeanwhile
	asLeft.static, changed.static = true, true
	var floor, ours, anew starts
	tasks := []func() error{
		func() error { return floor.add(timeStart(ctx, p.display, p.screen, p.empty)) },
		func() error { return anew.add(timeStart(ctx, p.display, p.screen, changed)) },
		func() error { return ours.add(timeStart(ctx, p.display, p.screen, asLeft)) },
	}
	if err := inTurn(1, tasks...); err != nil {
		return err
	}
	floor, ours, anew = nil, nil, nil
	if err := inTurn(s.rounds, tasks...); err != nil {
		return err
	}

	mapped := func(t start) float64 { return t.mapped }
	domReady := func(t start) float64 { return t.domReady }
	rendered := func(t start) float64 { return t.rendered }
	answers := func(t start) float64 { return t.answers }
	const target = 1.25
	first := compareAt(0.5, "first screen, against the floor's DOM ready", "ms", floor.of(domReady), ours.of(rendered), target)
	first.because("allowed above the floor: %.0f ms. The parts of both, as medians:", (target-1)*first.Floor)
	for _, phase := range phases {
		first.part(phase.name, floor.of(phase.took).median(), ours.of(phase.took).median())
	}
	if err := explainStart(ctx, s, p, &first); err != nil {
		return err
	}
	sec.Figures = append(sec.Figures,
		compareAt(0.5, "window mapped", "ms", floor.of(mapped), ours.of(mapped), 0),
		compareAt(0.5, "DOM ready", "ms", floor.of(domReady), ours.of(domReady), 0),
		compareAt(0.5, "first screen, against the floor's first", "ms", floor.of(rendered), ours.of(rendered), 0),
		compareAt(0.5, "it answers, against the floor's DOM ready", "ms", floor.of(domReady), ours.of(answers), 0),
		compareAt(0.5, "the same where something has changed", "ms", floor.of(domReady), anew.of(answers), 0),
		first,
		compareAt(0.5, "first screen where something has changed", "ms", floor.of(domReady), anew.of(rendered), target),
	)
	sec.Notes = append(floor.flashed("The empty window"), ours.flashed("Our window")...)
	if late := ours.late() + anew.late(); late > 0 {
		sec.Notes = append(sec.Notes, fmt.Sprintf("In %d of our %d starts the card was there before the page could be watched: those times are too long.", late, len(ours)+len(anew)))
	}
	return nil
}

// starts are several starts of one program.
type starts []start

func (s *starts) add(t start, err error) error {
	*s = append(*s, t)
	return err
}

func (s starts) of(value func(start) float64) sample {
	var values sample
	for _, t := range s {
		values = append(values, value(t))
	}
	return values
}

// flashed says of a window that it was seen before it was ready, where it was.
func (s starts) flashed(whose string) []string {
	flash := s.of(func(t start) float64 { return t.flash }).median()
	if flash == 0 {
		return nil
	}
	return []string{fmt.Sprintf("%s is mapped for %.0f ms before that, with nothing in it, and hidden again.", whose, flash)}
}

func (s starts) late() int {
	count := 0
	for _, t := range s {
		if t.late {
			count++
		}
	}
	return count
}

// phases are the parts that the time until the first screen consists of.
var phases = []struct {
	name string
	took func(start) float64
}{
	{"until WebKit asks for the page", func(t start) float64 { return t.asked }},
	{"from there until DOM ready", func(t start) float64 { return t.domReady - t.asked }},
	{"until the card is in the document", func(t start) float64 { return t.present - t.domReady }},
	{"until the frame with it is rendered", func(t start) float64 { return t.rendered - t.present }},
}
