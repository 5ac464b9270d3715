package app

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/alecthomas/kong"

	"github.com/levelica/levelica/internal/locale"
)

// Exit codes of the command line.
const (
	exitDone   = 0
	exitFailed = 1 // refused, or failed
	exitUsage  = 2 // wrong use
)

// commandLine is what can be typed after "levelica".
type commandLine struct {
	Data string `help:"Keep the journal in this folder instead of the usual one." placeholder:"DIR"`
	Lang string `help:"Speak this language: en or ko. Without it the one that the window speaks." placeholder:"LANG"`

	Window    windowCommand    `cmd:"" default:"withargs" help:"Open the window (also without a command)."`
	Guides    guidesCommand    `cmd:"" help:"List the guides."`
	Show      showCommand      `cmd:"" help:"Show the levels and items of a guide."`
	Mark      markCommand      `cmd:"" help:"Rate an item."`
	Place     placeCommand     `cmd:"" help:"Find your level in about a dozen questions."`
	Suggested suggestedCommand `cmd:"" help:"Show what is suggested, and say which of it you do on your own."`
	Predict   predictCommand   `cmd:"" help:"Say which level you expect, before you rate."`
	Rater     raterCommand     `cmd:"" help:"Have somebody else rate you, blind, and compare."`
	Editions  editionsCommand  `cmd:"" help:"Show what became of your answers when a guide got a new edition."`
	Status    statusCommand    `cmd:"" help:"Show where you stand: level, evidence, strands, gaps and next items."`
	Goal      goalCommand      `cmd:"" help:"Set the level that you want to reach, and see what your own pace says."`
	Changes   changesCommand   `cmd:"" help:"Show what changed between two days."`
	Fresh     freshCommand     `cmd:"" help:"Show what was confirmed long ago and asks for a fresh look."`
	Evidence  evidenceCommand  `cmd:"" help:"Show, add, take away and check evidence."`
	Report    reportCommand    `cmd:"" help:"Save a progress report."`
	Snapshots snapshotsCommand `cmd:"" help:"Keep a report as it is, and list those that were kept."`
	Card      cardCommand      `cmd:"" help:"Save a picture of the level you reached, to share."`
	Backup    backupCommand    `cmd:"" help:"Back up the journal, or list the backups."`
	Restore   restoreCommand   `cmd:"" help:"Show what restoring a backup would change, and do it with --yes."`
	Export    exportCommand    `cmd:"" help:"Save the whole journal as one file."`
	Import    importCommand    `cmd:"" help:"Show what importing an exported journal would change, and do it with --yes."`
	Check     checkCommand     `cmd:"" help:"Read the journal and all its backups from end to end."`
	Validate  validateCommand  `cmd:"" help:"Check a guide's files, and list every fault with file and line."`
	Manual    manualCommand    `cmd:"" hidden:"" help:"Write the manual page, or what a shell completes."`
	Details   detailsCommand   `cmd:"" help:"Show what helps to understand a fault: no answers, no names."`
	Version   versionCommand   `cmd:"" help:"Show the version."`
}

// terminal is what a command works with.
type terminal struct {
	app    *App
	ctx    context.Context
	in     io.Reader
	out    io.Writer
	err    io.Writer
	words  *locale.Catalogue
	window *Window
}

// tagline is what the program is for, in a line.
const tagline = "Know your level. Own your next."

// exitRequest is how kong's own --help ends parsing.
type exitRequest int

// Window says that a window is wanted, and which.
type Window struct {
	Wanted   bool
	DataDir  string // "" for the usual one
	Language string // "" for the one that was chosen, or the system's
	Arrival  Arrival
}

// Command runs the command line. It reports the exit code, or that a window is wanted. Errors go to
// stderr as a sentence and a hint.
func Command(args []string, build BuildInfo, stdout, stderr io.Writer) (window Window, code int) {
	// Nearly every start is this one, and to put together what else can be typed takes milliseconds. So
	// does reading the words to refuse it in.
	if len(args) == 0 && !noDisplay() {
		return Window{Wanted: true}, exitDone
	}
	var line commandLine
	parser, err := kong.New(&line,
		kong.Name("levelica"),
		kong.Description(tagline),
		kong.Writers(stdout, stderr),
		kong.Exit(func(code int) { panic(exitRequest(code)) }),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true}),
		kong.Help(func(options kong.HelpOptions, k *kong.Context) error { return printHelp(options, k, typedWords(args)) }),
	)
	if err != nil {
		panic(err) // the command line is described wrongly
	}
	defer func() {
		switch p := recover().(type) {
		case nil:
		case exitRequest:
			window, code = Window{}, int(p)
		default:
			panic(p)
		}
	}()
	// The manuals that packages install are in the language that is asked for, whatever they were made on.
	if len(args) > 0 && args[0] == "manual" && typedFlag(args, "--lang") == "" {
		args = slices.Concat(args, []string{"--lang", "en"})
	}
	words := typedWords(args)
	speakUsage(parser.Model, words)
	chosen, err := parser.Parse(args)
	if err != nil {
		printRefusal(stderr, words, err.Error(), manualFor(err))
		return Window{}, exitUsage
	}
	// Whatever is no command arrives here as something to be shown.
	if typed := line.Window.Show; typed != "" {
		if _, ok := typedArrival(typed); !ok {
			printRefusal(stderr, words, "unexpected argument "+typed, manualFor(nil))
			return Window{}, exitUsage
		}
	}
	if line.Data != "" {
		if line.Data, err = filepath.Abs(line.Data); err != nil {
			fmt.Fprintf(stderr, "levelica: %v\n", err)
			return Window{}, exitUsage
		}
	}
	return carryOut(line, func(t *terminal) error { return chosen.Run(t) }, build, stdout, stderr)
}

// carryOut runs a command of the line. It reports what Command does.
func carryOut(line commandLine, run func(*terminal) error, build BuildInfo, stdout, stderr io.Writer) (window Window, code int) {
	a := New(Config{Build: build, DataDir: line.Data, Language: line.Lang})
	words := a.words()
	if line.Lang != "" && words.Language != line.Lang {
		printFault(stderr, words, newFault("language_unknown", "language", line.Lang))
		return Window{}, exitUsage
	}
	a.log = a.openLog()
	t := &terminal{app: a, ctx: context.Background(), in: os.Stdin, out: stdout, err: stderr, words: words, window: &window}
	err := run(t)
	a.backUpWhenDue(t.ctx)
	if closeErr := a.close(); err == nil {
		err = closeErr
	}
	if err != nil {
		f := a.explain(err)
		printFault(stderr, words, f)
		if f.usage() {
			return Window{}, exitUsage
		}
		return Window{}, exitFailed
	}
	window.DataDir, window.Language = line.Data, line.Lang
	return window, exitDone
}

// printRefusal says why what was typed is refused, and where to read what can be typed.
func printRefusal(w io.Writer, words *locale.Catalogue, said, manual string) {
	fmt.Fprintf(w, "levelica: %s\n%s\n", refusal(said, words), words.Text("usage.try", locale.Args{"command": manual}))
}

// printFault writes a fault as people read it on a terminal: what happened, and what to do, in the
// words of the command line where it has its own.
func printFault(w io.Writer, words *locale.Catalogue, f *fault) {
	hint := "hint." + f.Code
	if !words.Has(hint) {
		hint = "fault." + f.Code + ".hint"
	}
	args := locale.Args(f.Args)
	what := words.Text("fault."+f.Code, args)
	// What another program or library says of it ends without a full stop.
	if !strings.HasSuffix(what, ".") {
		what += "."
	}
	fmt.Fprintf(w, "levelica: %s %s\n", what, words.Text(hint, args))
}

// wrongUse are the faults of what was typed.
var wrongUse = []string{"receipt_guide", "verdict_invalid", "format_unknown", "card_format_unknown", "place_unknown"}

// usage reports whether a fault comes from what was typed rather than from what was found.
func (f *fault) usage() bool { return slices.Contains(wrongUse, f.Code) }

// json writes a value as indented JSON.
func (t *terminal) json(value any) error {
	encoder := json.NewEncoder(t.out)
	encoder.SetIndent("", "  ")
	encoder.SetEscapeHTML(false)
	return encoder.Encode(value)
}

// print writes a line of text. A closed pipe is the reader's choice and ends the command quietly.
func (t *terminal) print(format string, args ...any) {
	fmt.Fprintf(t.out, format+"\n", args...)
}

type windowCommand struct {
	Show  string `arg:"" optional:"" name:"link-or-file" help:"Show this: levelica://guide/<slug>, levelica://guide/<slug>/level/<n>, or what a .levelica file would add."`
	Place string `help:"Show this place: home, guides, find, insights, fresh, report, settings or help." placeholder:"PLACE"`
}

// Run asks for the window, where there is a display to open it on. A link or a file that is refused
// opens it too: whoever clicked it reads why there.
func (w windowCommand) Run(t *terminal) error {
	if w.Place != "" {
		if _, err := t.app.address(Arrival{Place: w.Place}); err != nil {
			return err
		}
	}
	if noDisplay() {
		return newFault("no_display")
	}
	to, _ := typedArrival(w.Show)
	to.Place = w.Place
	*t.window = Window{Wanted: true, Arrival: to}
	return nil
}

type versionCommand struct{}

// Run prints the version, with the commit and its day where they are known.
func (versionCommand) Run(t *terminal) error {
	t.print("levelica %s", t.app.build)
	return nil
}
