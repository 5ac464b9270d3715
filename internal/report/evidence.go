package report

import (
	"strings"

	"github.com/levelica/levelica/internal/locale"
)

// evidence returns a piece of evidence as a line: what it is, when it was and who saw it.
func (d *Document) evidence(e Evidence) string {
	var parts []string
	for _, part := range []Optional{e.Name, e.URL, e.Text} {
		if part != "" {
			parts = append(parts, string(part))
		}
	}
	if on := d.date(e.On); on != "" {
		parts = append(parts, on)
	}
	if e.Witness != "" {
		parts = append(parts, d.words.Text("paper.witness", locale.Args{"name": e.Witness}))
	}
	return strings.Join(parts, " · ")
}
