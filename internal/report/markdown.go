package report

import (
	"bufio"
	"io"
	"regexp"
	"slices"
	"strings"

	"github.com/levelica/levelica/internal/chart"
)

// writeMarkdown writes the paper as GitHub's Markdown that reads well as plain text too. The ladder
// stands in a code block, where characters keep their columns and no markup is read.
func writeMarkdown(w io.Writer, p paper) error {
	out := markdown{bufio.NewWriter(w)}
	out.say("# "+escape(p.Title), "")
	about := []string{}
	for _, part := range []string{p.Person, p.Scope, p.Date} {
		if part != "" {
			about = append(about, escape(part))
		}
	}
	out.say(strings.Join(about, " · "))
	for _, s := range p.Sections {
		out.standing(s)
	}
	for _, f := range slices.Concat(p.Radars, p.Figures) {
		out.figure("## ", f)
	}
	out.say("", "## "+escape(p.Next))
	for _, s := range p.Sections {
		if len(p.Sections) > 1 {
			out.say("", "### "+escape(s.Title))
		}
		out.steps(s)
	}
	for _, s := range p.Sections {
		out.levels(s)
	}
	out.say("", "## "+escape(p.Rule), "", escape(p.RuleText), "", escape(p.Notice))
	return out.Flush()
}

// markdown is what is being written. Flush tells whether all of it was.
type markdown struct{ *bufio.Writer }

func (m markdown) say(lines ...string) {
	for _, l := range lines {
		m.WriteString(l)
		m.WriteByte('\n')
	}
}

func (m markdown) standing(s section) {
	m.say("", "## "+escape(s.Title), "", escape(s.Summary)+" "+escape(s.Edition)+".", "", "```text")
	for i := len(s.Rungs) - 1; i >= 0; i-- {
		m.say(cellText(s.Rungs[i]) + "  " + s.RungNames[i])
	}
	m.say("```", "")
	if s.Evidenced != "" {
		m.say(escape(s.Evidenced), "")
	}
	for _, strand := range s.Strands {
		line := "- " + escape(strand.Name) + ": " + escape(strand.Count)
		if strand.With != "" {
			line += ", " + escape(strand.With)
		}
		m.say(line)
	}
	for _, f := range s.Figures {
		m.figure("### ", f)
	}
	if s.LooksDone != "" {
		m.say("", escape(s.LooksDone))
	}
	if len(s.Gaps) > 0 {
		m.say("", "### "+escape(s.GapsTitle), "", escape(s.GapsNote), "")
		m.rows(s.Gaps)
	}
	for _, b := range s.Around {
		m.say("", "### "+escape(b.Title), "")
		for _, l := range b.Lines {
			m.say(escape(l))
		}
		if len(b.Rows) > 0 {
			m.say("")
			m.rows(b.Rows)
		}
	}
}

// figure writes a chart as the numbers that it draws; the first column names the row.
func (m markdown) figure(heading string, f *chart.Figure) {
	m.say("", heading+escape(f.Title), "")
	if f.Desc != "" {
		m.say(escape(f.Desc), "")
	}
	for _, r := range f.Table.Rows {
		line := r[0] + ": " + r[1]
		for i := 2; i < len(r); i++ {
			line += ", " + f.Table.Head[i] + " " + r[i]
		}
		m.say("- " + escape(line))
	}
}

func (m markdown) steps(s section) {
	for _, step := range s.Steps {
		m.say("", escape(step.Lead))
		if len(step.Rows) > 0 {
			m.say("")
			m.rows(step.Rows)
		}
	}
	if s.Advice != "" {
		m.say("", escape(s.Advice))
	}
}

func (m markdown) levels(s section) {
	if len(s.Levels) > 0 {
		m.say("", "## "+escape(s.ItemsTitle))
	}
	for _, level := range s.Levels {
		m.say("", "### "+escape(level.Heading), "", escape(level.Line), "")
		m.rows(level.Rows)
	}
}

func (m markdown) rows(rows []row) {
	for _, r := range rows {
		sign := "- [ ] "
		if r.Done {
			sign = "- [x] "
		}
		meta := ""
		if r.Meta != "" {
			meta = " (" + escape(r.Meta) + ")"
		}
		m.say(sign + escape(r.Text) + meta)
		for _, note := range r.Notes {
			m.say("  - " + escape(note))
		}
	}
}

// cellText draws a rung in characters that every typeface has.
func cellText(r rung) string {
	var out strings.Builder
	for _, done := range r.Cells {
		if done {
			out.WriteByte('#')
		} else {
			out.WriteByte('.')
		}
	}
	return out.String()
}

var (
	// What can begin markup anywhere in a line. GitHub also makes links of bare addresses; a
	// backslash inside the address stops that, and a reader sees the address as it was.
	markupAnywhere = regexp.MustCompile("[\\\\`*_\\[\\]<>|~@$]|&[#\\w]|:/|(?i)\\bwww\\.|(?:mailto|xmpp):")
	// What is markup only at the beginning of a line.
	markupFirst = regexp.MustCompile(`^(?:[#+=>:-]|\d+[.)])`)
)

// escape makes a text of one line mean itself in Markdown.
func escape(text string) string {
	last := func(s string) string { return s[:len(s)-1] + `\` + s[len(s)-1:] }
	text = markupAnywhere.ReplaceAllStringFunc(text, func(found string) string {
		if found[0] == ':' || found[0] == '&' {
			return `\` + found
		}
		return last(found)
	})
	return markupFirst.ReplaceAllStringFunc(text, last)
}
