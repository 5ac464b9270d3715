package report

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
)

// Format is a kind of file that a report can be written as. Its text is the file's extension.
type Format string

// The formats of a report.
const (
	PDF      Format = "pdf"
	HTML     Format = "html"
	Markdown Format = "md"
	CSV      Format = "csv"
	JSON     Format = "json"
	Resume   Format = "resume.json" // JSON Resume, see jsonresume.org
	Badge    Format = "badge.json"  // Open Badges 3.0, of one guide with a level: see Check
)

// Formats lists all formats in the order in which they are offered.
var Formats = []Format{PDF, HTML, Markdown, CSV, JSON, Resume, Badge}

// ErrFormat says that a format is not one of Formats.
var ErrFormat = errors.New("unknown report format")

// ParseFormat reads a format's name, in any case: pdf, html, md, csv, json, resume.json or badge.json. It returns ErrFormat
// for anything else.
func ParseFormat(s string) (Format, error) {
	for _, f := range Formats {
		if strings.EqualFold(s, string(f)) {
			return f, nil
		}
	}
	return "", fmt.Errorf("%w %q; use pdf, html, md, csv, json, resume.json or badge.json", ErrFormat, s)
}

// Ext returns the extension of the format's files, with its dot.
func (f Format) Ext() string { return "." + string(f) }

// Name returns what people call the format. The names are the same in all languages.
func (f Format) Name() string {
	switch f {
	case Markdown:
		return "Markdown"
	case Resume:
		return "JSON Resume"
	case Badge:
		return "Open Badges 3.0"
	}
	return strings.ToUpper(string(f))
}

// Write renders the document. The same document always gives the same bytes. It returns ErrFormat,
// what Check returns, or what the writer returned.
func (d *Document) Write(w io.Writer, f Format) error {
	var err error
	switch f {
	case PDF:
		err = writePDF(w, d.paper(), d.made)
	case HTML:
		err = writeHTML(w, d.paper())
	case Markdown:
		err = writeMarkdown(w, d.paper())
	case CSV:
		err = d.writeCSV(w)
	case Resume:
		err = d.writeResume(w)
	case Badge:
		err = d.writeBadge(w)
	case JSON:
		if d.frozen != nil {
			_, err = w.Write(d.frozen)
			break
		}
		encoder := json.NewEncoder(w)
		encoder.SetIndent("", "  ")
		err = encoder.Encode(d)
	default:
		return fmt.Errorf("%w %q", ErrFormat, f)
	}
	if err != nil {
		return fmt.Errorf("write the report as %s: %w", f.Name(), err)
	}
	return nil
}
