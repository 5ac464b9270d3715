package journal

import (
	"strings"
	"unicode"
)

const maxNameRunes = 200

// profileName makes a name fit to be kept: no control characters, trimmed, at most 200 characters,
// and never empty.
func profileName(name string) string {
	name = strings.TrimSpace(strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return -1
		}
		return r
	}, strings.ToValidUTF8(name, "")))
	if runes := []rune(name); len(runes) > maxNameRunes {
		name = string(runes[:maxNameRunes])
	}
	if name == "" {
		return "Me"
	}
	return name
}
