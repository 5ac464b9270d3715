package help

import (
	"bytes"
	"compress/gzip"
	_ "embed" // for the list of licences
	"encoding/json"
	"fmt"
	"html"
	"strings"
	"sync"
)

const licencesTopic = "licences"

// The licences of everything in the program, written by `go run ./build licences` from what is
// really linked and bundled.
//
//go:embed licences.json.gz
var licencesFile []byte

// Component is something of others that the program brings along.
type Component struct {
	Name    string `json:"name"`
	Version string `json:"version"`
	Kind    string `json:"kind"`    // "go", "npm", "font"
	Licence string `json:"licence"` // SPDX identifier
	Texts   []int  `json:"texts"`   // numbers of its licence texts
}

// Licences are components and the texts of their licences, each text once.
type Licences struct {
	Components []Component `json:"components"`
	Texts      []string    `json:"texts"`
}

// ReadLicences returns the licences of everything in the program.
var ReadLicences = sync.OnceValues(func() (Licences, error) {
	var l Licences
	unpacked, err := gzip.NewReader(bytes.NewReader(licencesFile))
	if err == nil {
		err = json.NewDecoder(unpacked).Decode(&l)
	}
	if err != nil {
		return l, fmt.Errorf("read the licences: %w", err)
	}
	return l, nil
})

// licenceList returns the components as HTML, each with its licence behind it.
func licenceList() (string, error) {
	all, err := ReadLicences()
	if err != nil {
		return "", err
	}
	var out strings.Builder
	for n, c := range all.Components {
		// Each opens by itself, without a script, and WebKitGTK tells a screen reader that it can: of a
		// <details> it says nothing.
		fmt.Fprintf(&out, `<div class="licence"><button type="button" popovertarget="licence-%d">%s <span>%s</span> <span>%s</span></button>`,
			n, html.EscapeString(c.Name), html.EscapeString(c.Version), html.EscapeString(c.Licence))
		fmt.Fprintf(&out, `<div popover id="licence-%d" role="group" aria-label="%s">`, n, html.EscapeString(c.Name))
		for _, number := range c.Texts {
			fmt.Fprintf(&out, "<pre lang=\"en\" tabindex=\"0\">%s</pre>", html.EscapeString(all.Texts[number]))
		}
		out.WriteString("</div></div>")
	}
	return out.String(), nil
}
