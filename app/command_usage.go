package app

import (
	"bytes"
	"errors"
	"io"
	"regexp"
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

// refusals are the sentences in which kong refuses what was typed, and ours for them: kong's are
// English alone, and speak of types. What stands in a sentence is told under the names of its groups.
var refusals = []struct {
	kong *regexp.Regexp
	key  string
}{
	{regexp.MustCompile(`^(?P<rest>.+), did you mean "(?P<what>.+)"\?$`), "usage.meant"},
	{regexp.MustCompile(`^(?P<rest>.+), did you mean one of (?P<what>.+)\?$`), "usage.meant"},
	{regexp.MustCompile(`^unknown flag (?P<what>.+)$`), "usage.flag"},
	{regexp.MustCompile(`^unexpected argument (?P<what>.+)$`), "usage.argument"},
	{regexp.MustCompile(`^expected one of (?P<what>.+)$`), "usage.one"},
	{regexp.MustCompile(`^expected "(?P<what>.+)"$`), "usage.missing"},
	{regexp.MustCompile(`^missing flags: (?P<what>.+ or .+)$`), "usage.one"},
	{regexp.MustCompile(`^missing flags: (?P<what>.+)$`), "usage.missing"},
	{regexp.MustCompile(`^(?P<where>\S+): expected \w+ value but got "EOL" \(<EOL>\)$`), "usage.value"},
	{regexp.MustCompile(`^(?P<where>\S+): missing value, .+$`), "usage.value"},
	{regexp.MustCompile(`^(?P<where>\S+): expected a valid \d+ bit int but got "(?P<what>.+)"$`), "usage.number"},
	{regexp.MustCompile(`^(?P<where>\S+): bool value must be .+ but got "(?P<what>.+)"$`), "usage.switch"},
	{regexp.MustCompile(`^(?P<first>--\S+) and (?P<second>--\S+) can't be used together$`), "usage.together"},
}

// refusal says in a language why what was typed is refused. A sentence that is not known stays as it is.
func refusal(said string, words *locale.Catalogue) string {
	for _, r := range refusals {
		found := r.kong.FindStringSubmatch(said)
		if found == nil {
			continue
		}
		args := locale.Args{}
		for i, name := range r.kong.SubexpNames() {
			args[name] = found[i]
		}
		if rest, ok := args["rest"].(string); ok {
			args["rest"] = refusal(rest, words)
		}
		if what, ok := args["what"].(string); ok {
			args["what"] = strings.ReplaceAll(what, " or ", ", ")
		}
		return words.Text(r.key, args)
	}
	return said
}

// manualFor names the help that belongs to what was typed.
func manualFor(err error) string {
	var parse *kong.ParseError
	if errors.As(err, &parse) {
		if chosen := parse.Context.Selected(); chosen != nil && chosen.Name != "window" {
			return chosen.FullPath() + " --help"
		}
	}
	return "levelica --help"
}
