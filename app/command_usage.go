package app

import (
	"bytes"
	"io"
	"strings"

	"github.com/alecthomas/kong"

	"github.com/levelica/levelica/internal/locale"
)

// speakUsage says what the command line says of itself in a language. The English texts stand beside
// what they describe and are the keys of the others; where there is no other text, they stay.
func speakUsage(model *kong.Application, words *locale.Catalogue) {
	for text := range usageTexts(model) {
		*text = words.Text(*text)
	}
}

// headings are what kong writes at the beginning of a line around what the command line says of
// itself; moreHelp is its last line.
var headings = []string{"Usage: ", "Arguments:", "Flags:", "Commands:"}

const moreHelp = `Run "{command}" for more information on a command.`

// printHelp writes kong's help with its headings in a language.
func printHelp(options kong.HelpOptions, k *kong.Context, words *locale.Catalogue) error {
	out := k.Stdout
	var written bytes.Buffer
	k.Stdout = &written
	err := kong.DefaultHelpPrinter(options, k)
	k.Stdout = out
	if err != nil {
		return err
	}
	for line := range strings.Lines(written.String()) {
		if _, err := io.WriteString(out, helpLine(line, words)); err != nil {
			return err
		}
	}
	return nil
}

func helpLine(line string, words *locale.Catalogue) string {
	for _, heading := range headings {
		if rest, found := strings.CutPrefix(line, heading); found {
			return words.Text(heading) + rest
		}
	}
	before, after, _ := strings.Cut(moreHelp, "{command}")
	if rest, found := strings.CutPrefix(line, before); found && words.Has(moreHelp) {
		command, _, _ := strings.Cut(rest, after)
		return words.Text(moreHelp, locale.Args{"command": command}) + "\n"
	}
	return line
}

// usageTexts goes through all texts of a command line.
func usageTexts(model *kong.Application) func(yield func(*string) bool) {
	return func(yield func(*string) bool) {
		yieldNode(model.Node, yield)
	}
}

func yieldNode(node *kong.Node, yield func(*string) bool) bool {
	if node.Help != "" && !yield(&node.Help) {
		return false
	}
	for _, flag := range node.Flags {
		if flag.Help != "" && !yield(&flag.Help) {
			return false
		}
	}
	for _, argument := range node.Positional {
		if argument.Help != "" && !yield(&argument.Help) {
			return false
		}
	}
	for _, child := range node.Children {
		if !yieldNode(child, yield) {
			return false
		}
	}
	return true
}

// typedWords returns the words of the language that what was typed will speak, before it is parsed:
// its faults and its help are said in that language too.
func typedWords(args []string) *locale.Catalogue {
	return New(Config{DataDir: typedFlag(args, "--data"), Language: typedFlag(args, "--lang")}).words()
}

// typedFlag returns the value of a flag, as --flag value or as --flag=value, or "".
func typedFlag(args []string, flag string) string {
	for i, arg := range args {
		if value, joined := strings.CutPrefix(arg, flag+"="); joined {
			return value
		}
		if arg == flag && i+1 < len(args) {
			return args[i+1]
		}
	}
	return ""
}
