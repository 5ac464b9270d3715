package guide

import (
	"cmp"
	"fmt"
	"slices"
	"sort"
	"strings"
)

// Fault is one thing wrong with a file of a guide.
type Fault struct {
	File    string `json:"file"`
	Line    int    `json:"line"`
	Rule    string `json:"rule"` // identifier in Rules
	Message string `json:"message"`
}

// String returns the fault in the form that editors and terminals can follow: file:line: rule: message.
func (f Fault) String() string {
	return fmt.Sprintf("%s:%d: %s: %s", f.File, f.Line, f.Rule, f.Message)
}

// Faults is everything wrong with a guide, as an error.
type Faults []Fault

// Error returns the faults, one a line.
func (f Faults) Error() string {
	lines := make([]string, len(f))
	for i, fault := range f {
		lines[i] = fault.String()
	}
	return strings.Join(lines, "\n")
}

// sorted returns the faults by file and line, without repetitions.
func (f Faults) sorted() Faults {
	sort.Slice(f, func(i, j int) bool {
		a, b := f[i], f[j]
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line),
			cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Message, b.Message)) < 0
	})
	return slices.Compact(f)
}

// Rules that concern a file as such. The rules of writing are L01 to L26.
const (
	ruleEncoding = "F01"
	ruleYAML     = "F02"
	ruleSchema   = "F03"
	ruleFile     = "F04"
)

// Rules explains every rule that Validate checks, by its identifier.
var Rules = map[string]string{
	ruleEncoding: "a file is UTF-8 text of bounded size with LF line ends",
	ruleYAML:     "a file is one plain YAML document without anchors, deep nesting or a key twice",
	ruleSchema:   "a file has the fields of its JSON Schema",
	ruleFile:     "a guide is a folder with guide.yaml and en.yaml, named by its slug",
	"L01":        "seven levels, numbered 1 to 7",
	"L02":        "a level's title is two or three words that name a role, without rank, and no other level has it",
	"L03":        "a description speaks to the reader and has 50 to 95 words; an overview has 90 to 150",
	"L04":        "a description ends with the Dreyfus stage of its level",
	"L05":        "a level names its SFIA 9 level of responsibility",
	"L06":        "ten items on a level, two of each strand, in the order of the strands",
	"L07":        "an item begins with a verb that can be observed",
	"L08":        "an item has no word that cannot be observed",
	"L09":        "an item is one sentence of 8 to 24 words with one behaviour",
	"L10":        "an item says what is done, not what is left undone",
	"L11":        "an item names no product",
	"L12":        "an evidence prompt says what to show, in at most 30 words",
	"L13":        "an identifier has its form and stands once",
	"L14":        "what comes next has 45 to 85 words, names the next level and cites one source of learning science",
	"L15":        "a guide cites at least five different sources of learning science",
	"L16":        "a reference is complete and verified; each level rests on two, each item on one",
	"L17":        "links lead somewhere, and no term is defined by way of itself",
	"L18":        "an address is https and carries no tracking",
	"L19":        "six in ten items have a free resource, and each has one at all",
	"L20":        "the glossary has 25 terms or more, each defined in 8 to 35 words",
	"L21":        "two items share fewer than half of their three-word runs",
	"L22":        "dates are ISO dates, and a guide is not updated before it is published",
	"L23":        "a text file has the words for everything in the structure, and nothing else",
	"L24":        "a translation is made from the English words as they are now, and in the script of its language",
	"L25":        "a Korean text calls a level 레벨, and keeps 단계 for stages and steps",
	"L26":        "past.yaml tells of editions before this one, of strands and items that there are, and in every language of the guide",
}
