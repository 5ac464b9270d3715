package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math"
	"os"
	"strings"
	"time"
)

// record is all that a run of the benchmark found. Its JSON form is what -json prints.
type record struct {
	At       time.Time `json:"at"`
	Machine  machine   `json:"machine"`
	Sections []section `json:"sections"`
}

// section is one thing that was measured, by one method.
type section struct {
	Name    string   `json:"name"` // by which it is asked for
	Title   string   `json:"title"`
	Method  string   `json:"method"`
	Figures []figure `json:"figures,omitempty"`
	Notes   []string `json:"notes,omitempty"`
	NotRun  string   `json:"notRun,omitempty"` // why nothing was measured
}

// figure is a cost of ours, held against a floor or against a limit. Of a floor only the ratio means
// anything: the same machine, at the same time, paid both. A limit is what people notice, or what
// was decided; where it is one of time, it is told as missed or met, and the machine beside it.
type figure struct {
	Name   string   `json:"name"`
	Unit   string   `json:"unit"`
	Floor  float64  `json:"floor,omitempty"` // 0 where there is none
	Ours   float64  `json:"ours"`
	Ratio  float64  `json:"ratio,omitempty"`
	Target float64  `json:"target,omitempty"` // what the ratio should not exceed, 0 where none is set
	Limit  float64  `json:"limit,omitempty"`  // what ours should not exceed, 0 where none is set
	Met    bool     `json:"met"`
	Holds  []string `json:"holds,omitempty"` // what the difference consists of

	FloorSample *summary `json:"floorSample,omitempty"`
	OursSample  *summary `json:"oursSample,omitempty"`
}

// compare makes a figure of two numbers that were not sampled.
func compare(name, unit string, floor, ours, target float64) figure {
	f := figure{Name: name, Unit: unit, Floor: floor, Ours: ours, Target: target}
	if floor > 0 {
		// Judged as it is printed, so that nobody reads "1.50 of 1.50, missed".
		f.Ratio = math.Round(100*ours/floor) / 100
	}
	f.Met = target == 0 || f.Ratio <= target
	return f
}

// compareAt makes a figure of two samples, at the part q of each.
func compareAt(q float64, name, unit string, floor, ours sample, target float64) figure {
	f := compare(name, unit, floor.at(q), ours.at(q), target)
	a, b := floor.summary(), ours.summary()
	f.FloorSample, f.OursSample = &a, &b
	return f
}

// within makes a figure that is held against a limit, from a value of a sample, which may be nil.
func within(name, unit string, ours float64, of sample, limit float64) figure {
	f := figure{Name: name, Unit: unit, Ours: math.Round(10*ours) / 10, Limit: limit}
	f.Met = f.Ours <= limit
	if of != nil {
		b := of.summary()
		f.OursSample = &b
	}
	return f
}

// because adds a line on what the difference of a figure consists of.
func (f *figure) because(format string, args ...any) {
	f.Holds = append(f.Holds, fmt.Sprintf(format, args...))
}

// part adds such a line that stands in the columns of the table: a part of the floor, the same part
// of ours, and how much larger that is.
func (f *figure) part(name string, floor, ours float64) {
	f.because("%-42s %12s %12s %+7.1f", name, quantity(floor, f.Unit), quantity(ours, f.Unit), ours-floor)
}

// verdict says in a word or two how a figure stands to its target or limit.
func (f figure) verdict() string {
	var asked string
	switch {
	case f.Target != 0:
		asked = fmt.Sprintf("≤ %.2f", f.Target)
	case f.Limit != 0:
		asked = "≤ " + quantity(f.Limit, f.Unit)
	default:
		return ""
	}
	if f.Met {
		return asked + "  met"
	}
	return asked + "  MISSED"
}

// held is what two records of a figure are compared by: the ratio, or the cost where there is no floor.
func (f figure) held() string {
	if f.Floor == 0 {
		return quantity(f.Ours, f.Unit)
	}
	return fmt.Sprintf("%.2f", f.Ratio)
}

func (r *record) writeJSON(w io.Writer) error {
	encoder := json.NewEncoder(w)
	encoder.SetIndent("", "  ")
	encoder.SetEscapeHTML(false)
	return encoder.Encode(r)
}

// readRecord reads a record that was kept. Without one it returns an empty record.
func readRecord(path string) (*record, error) {
	data, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return &record{}, nil
	}
	if err != nil {
		return nil, err
	}
	var r record
	if err := json.Unmarshal(data, &r); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return &r, nil
}

// keep writes the record over the last one. What was not measured this time stays as it was.
func (r *record) keep(path string, last *record) error {
	kept := *r
	kept.Sections = nil
	for _, m := range measurements {
		for _, from := range []*record{r, last} {
			if s, found := from.section(m.name); found {
				kept.Sections = append(kept.Sections, s)
				break
			}
		}
	}
	var text bytes.Buffer
	if err := kept.writeJSON(&text); err != nil {
		return err
	}
	return os.WriteFile(path, text.Bytes(), 0o644)
}

func (r *record) section(name string) (section, bool) {
	for _, s := range r.Sections {
		if s.Name == name && s.NotRun == "" {
			return s, true
		}
	}
	return section{}, false
}

// before returns what a figure was in this record, or nothing.
func (r *record) before(section, figure string) string {
	s, _ := r.section(section)
	for _, f := range s.Figures {
		if f.Name == figure {
			return f.held()
		}
	}
	return ""
}

// The columns of the table: name, floor, ours, ratio, what it was in the last record, target.
const columns = "  %-44s %10s %10s %6s %9s   %s"

// writeText prints the record for people, beside the last one.
func (r *record) writeText(w io.Writer, last *record) error {
	var text strings.Builder
	line := func(format string, args ...any) {
		text.WriteString(strings.TrimRight(fmt.Sprintf(format, args...), " ") + "\n")
	}
	line("Levelica, measured %s", r.At.Format("2006-01-02 15:04 MST"))
	for _, fact := range r.Machine.lines() {
		line("  %-12s %s", fact[0], fact[1])
	}
	for _, warning := range r.Machine.Warnings {
		for _, l := range wrap("WARNING: "+warning, 94) {
			line("  %s", l)
		}
	}
	for _, s := range r.Sections {
		line("")
		line("%s", s.Title)
		for _, l := range wrap(s.Method, 94) {
			line("  %s", l)
		}
		if s.NotRun != "" {
			line("  NOT RUN: %s", s.NotRun)
			continue
		}
		line("")
		line(columns, "", "floor", "ours", "ratio", "last", "target")
		for _, f := range s.Figures {
			floor, ratio := "", ""
			if f.Floor != 0 {
				floor, ratio = quantity(f.Floor, f.Unit), f.held()
			}
			line(columns, f.Name, floor, quantity(f.Ours, f.Unit), ratio, last.before(s.Name, f.Name), f.verdict())
			if !f.Met {
				for _, held := range f.Holds {
					line("    %s", held)
				}
			}
		}
		if len(s.Notes) > 0 {
			line("")
		}
		for _, note := range s.Notes {
			line("  %s", note)
		}
	}
	missed := 0
	for _, s := range r.Sections {
		for _, f := range s.Figures {
			if !f.Met {
				missed++
			}
		}
	}
	line("")
	if !last.At.IsZero() {
		line("The last record is of %s, on %s with %d cores.", last.At.Format("2006-01-02"), last.Machine.Processor, last.Machine.Cores)
	}
	switch missed {
	case 0:
		line("All targets that were measured are met.")
	case 1:
		line("1 target is missed.")
	default:
		line("%d targets are missed.", missed)
	}
	_, err := io.WriteString(w, text.String())
	return err
}

// quantity writes a number with its unit, with as many digits as are worth reading.
func quantity(value float64, unit string) string {
	digits := 0
	if value < 100 {
		digits = 1
	}
	return fmt.Sprintf("%.*f %s", digits, value, unit)
}

// wrap breaks a text into lines of at most so many characters.
func wrap(text string, width int) []string {
	var lines []string
	line := ""
	for _, word := range strings.Fields(text) {
		if line != "" && len(line)+1+len(word) > width {
			lines = append(lines, line)
			line = ""
		}
		if line != "" {
			line += " "
		}
		line += word
	}
	if line == "" {
		return lines
	}
	return append(lines, line)
}
