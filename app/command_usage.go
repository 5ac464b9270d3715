package app

import (
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
