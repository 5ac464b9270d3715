package report

import "github.com/levelica/levelica/internal/chart"

// paper is a document in words, as people read it. PDF, HTML and Markdown lay out the same paper;
// none of them composes a sentence of its own.
type paper struct {
	Language string
	Brand    string
	Title    string
	Person   string // empty where the name is left out
	Scope    string // "3 guides"
	Date     string // "22 November 2026"
	Day      string // ISO, for machines
	With     string // legend: a solid cell; empty where nothing has evidence
	Own      string // legend: an outlined cell
	Open     string // legend: a line
	Sections []section
	Radars   []*chart.Figure // of the guides, and of the strands of each
	Figures  []*chart.Figure // of all guides together
	Strand   string          // heading of a column
	Done     string          // heading of a column
	Shown    string          // heading of a column: with evidence
	Next     string          // heading
	Rule     string          // heading
	RuleText string
	Notice   string
	Footer   string
	Page     func(page, pages int) string
	Lacking  string // what "□" stands for
}

// section is what a paper says of one guide.
type section struct {
	Title       string
	Edition     string
	Summary     string // "Level 2, Data Builder. 27 of 70 items on my own."
	LooksDone   string // a level that would count, or empty
	LadderTitle string
	Rungs       []rung
	RungTitle   string
	RungNames   []string // a line a level in words, lowest first
	StrandTitle string
	Strands     []strandRow
	Evidenced   string          // what the evidence alone shows, or empty
	Figures     []*chart.Figure // the level over time
	GapsTitle   string
	GapsNote    string
	Gaps        []row
	Around      []block
	Steps       []step // what to do next
	Advice      string
	ItemsTitle  string
	Levels      []levelPart // only those with rows to show
}

type strandRow struct {
	Name, Count       string
	With              string // how much of it has evidence, or empty
	Done, Seen, Items int    // Seen of Done have evidence
}

// step is a set of open items of one level.
type step struct {
	Lead string
	Rows []row
}

type levelPart struct {
	Heading string
	Line    string
	Rung    rung
	Rows    []row
}

// row is an item on paper.
type row struct {
	Done   bool
	Unsaid string // the verdict in words, where only the sign or nothing says it
	Text   string
	Meta   string   // what stands at the end of the line
	Notes  []string // the evidence, under the line
}
