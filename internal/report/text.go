package report

import (
	"strings"
	"unicode"

	"github.com/levelica/levelica/internal/guide"
)

// plain returns a guide's text as one line of plain words.
func plain(text string) string { return clean(guide.Plain(text)) }

// clean returns a text as one line without characters that no reader sees but that change what is
// around them: control characters, and the marks that turn the direction of writing for all that
// follows. Letters of every script stay, and so do the joiners that emoji and scripts are built with.
func clean(text string) string {
	var out strings.Builder
	space := false
	for _, r := range strings.ToValidUTF8(text, "\uFFFD") {
		switch {
		case r == ' ' || r >= '\t' && r <= '\r' || r == '\u0085' || r == '\u2028' || r == '\u2029':
			space = true
			continue
		case unicode.IsControl(r), turnsDirection(r), r == '\uFEFF', r&0xFFFE == 0xFFFE:
			continue
		}
		if space && out.Len() > 0 {
			out.WriteByte(' ')
		}
		space = false
		out.WriteRune(r)
	}
	return out.String()
}

// turnsDirection reports whether r is an embedding, override or isolate of the bidirectional
// algorithm. With one of these a name could show the rest of its line backwards.
func turnsDirection(r rune) bool {
	return r >= '\u202A' && r <= '\u202E' || r >= '\u2066' && r <= '\u2069'
}
