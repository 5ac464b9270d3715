package report

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/levelica/levelica/internal/locale"
)

// titleBytes is the room for a title in a file name. With the words around it the name stays
// below 143 bytes, the least that a file system in use allows (eCryptfs; most allow 255).
const titleBytes = 96

// FileName suggests a file name for a save dialog, as "Levelica Backend Engineering
// 2026-11-22.pdf". It is safe on Linux, macOS and Windows whatever a guide is called.
func (d *Document) FileName(f Format) string {
	title := d.words.Text("paper.guides", locale.Args{"n": len(d.Guides)})
	if len(d.Guides) == 1 {
		title = d.Guides[0].Title
	}
	name := d.words.Text("app.name")
	if title = safeName(title); title != "" {
		name += " " + title
	}
	if d.Date != "" {
		name += " " + string(d.Date)
	}
	return name + f.Ext()
}

// safeName keeps of a text what every file system takes: letters, digits, accents and harmless
// punctuation. Symbols such as emoji go too, because some archives and sticks do not keep them.
// Reserved names such as CON cannot arise, because FileName puts its own words around the title.
func safeName(text string) string {
	var out strings.Builder
	for _, r := range norm.NFC.String(clean(text)) {
		switch {
		case unicode.IsLetter(r), unicode.IsDigit(r), unicode.IsMark(r) && !isVariation(r):
			out.WriteRune(r)
		case strings.ContainsRune("-_.,()'&+!", r):
			out.WriteRune(r)
		default:
			out.WriteByte(' ')
		}
	}
	// A leading dot would hide the part, and "../" must not survive in pieces.
	name := strings.Trim(strings.Join(strings.Fields(strings.ReplaceAll(out.String(), "..", " ")), " "), " .-_")
	if len(name) > titleBytes {
		cut := titleBytes
		for !utf8.RuneStart(name[cut]) {
			cut--
		}
		name = strings.TrimRight(name[:cut], " .-_")
	}
	return name
}

// isVariation reports whether r only chooses the look of the character before it.
func isVariation(r rune) bool { return r >= '\uFE00' && r <= '\uFE0F' }
