package report

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"
)

// The columns of the CSV report. Their names are the same in all languages, for programs.
var csvHeader = []string{
	"guide", "edition", "level", "item", "strand", "text", "verdict", "date",
	"guide_title", "level_title", "strand_name", "level_reached", "person", "report_date",
}

// writeCSV writes one row for each item of all guides, by RFC 4180 in UTF-8. An item without a
// verdict has an empty verdict and date.
func (d *Document) writeCSV(w io.Writer) error {
	out := csv.NewWriter(w)
	out.UseCRLF = true
	if err := out.Write(csvHeader); err != nil {
		return err
	}
	for _, g := range d.Guides {
		strands := map[string]string{}
		for _, s := range g.Strands {
			strands[s.ID] = s.Name
		}
		for _, level := range g.Levels {
			for _, item := range level.Items {
				row := []string{
					g.Slug, strconv.Itoa(g.Edition), strconv.Itoa(level.Number), item.ID, item.Strand,
					item.Text, string(item.Verdict), string(item.Date),
					g.Title, level.Title, strands[item.Strand], strconv.Itoa(g.Level),
					string(d.Person), string(d.Date),
				}
				for i := range row {
					row[i] = inertCell(row[i])
				}
				if err := out.Write(row); err != nil {
					return err
				}
			}
		}
	}
	out.Flush()
	return out.Error()
}

// inertCell keeps a text from being run as a formula: spreadsheets take a cell that begins with
// one of these for one, quoted or not. The apostrophe in front is what OWASP advises, and what
// spreadsheets themselves use to mean text. The full-width forms count too in East Asian editions.
func inertCell(text string) string {
	if text != "" && strings.ContainsRune("=+-@\t\r\n＝＋－＠", []rune(text)[0]) {
		return "'" + text
	}
	return text
}
