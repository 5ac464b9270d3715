package report

import (
	"time"

	"github.com/levelica/levelica/internal/locale"
	"github.com/levelica/levelica/internal/progress"
)

// The name and version of the JSON form. The version rises with every change of the form, and the
// schema of each version stays (schema/1.json and so on): a report that was kept is made again as it
// was, in the form of its day, and has to find the schema that it follows. Fields may join between
// two releases without a new version, but only a version that was never released.
const (
	jsonFormat  = "levelica-report"
	jsonVersion = 2
)

// Document is all that a report says, as plain data. Its JSON form is the JSON report.
type Document struct {
	Format   string   `json:"format"`
	Version  int      `json:"version"`
	Language string   `json:"language"` // of the report's own words
	Title    string   `json:"title"`
	Person   Optional `json:"person"`
	Date     Optional `json:"date"` // ISO day
	Notice   string   `json:"notice"`
	Rule     Rule     `json:"rule"`
	Since    Optional `json:"since"` // ISO day where the level over time begins
	Activity []Active `json:"activity"`
	Guides   []Guide  `json:"guides"`

	made   time.Time
	shown  Options
	words  *locale.Catalogue
	frozen []byte // the JSON form of a document that was made again, see Thaw
}

// Active is a day since Since on which items were rated.
type Active struct {
	Date  Optional `json:"date"`
	Marks int      `json:"marks"`
}

// Rule is how a level is computed.
type Rule struct {
	Needed      int    `json:"needed"`      // items done alone that reach a level
	NeededBelow int    `json:"neededBelow"` // and on every level below it
	Of          int    `json:"of"`          // items of a level
	Text        string `json:"text"`        // the same as a sentence
}

// Guide is where the person stands in one guide.
type Guide struct {
	Slug       string   `json:"guide"`
	Title      string   `json:"title"`
	Language   string   `json:"language"` // of the guide's words
	Edition    int      `json:"edition"`
	Level      int      `json:"level"`      // 1 to 7, or 0 for Starting out
	LevelTitle string   `json:"levelTitle"` // of Level
	Done       int      `json:"done"`       // items done alone
	Rated      int      `json:"rated"`      // items with a verdict
	Items      int      `json:"items"`
	Gaps       []string `json:"gaps"`      // items not done alone up to Level
	Target     int      `json:"target"`    // the level that is nearest, 0 at the top
	Missing    int      `json:"missing"`   // items missing to Target
	Next       []string `json:"next"`      // open items that lead to Target
	LooksDone  int      `json:"looksDone"` // a level that would count but for those below it, or 0
	Advice     string   `json:"advice"`    // what the guide says comes after Level
	// WithEvidence are the items done alone that have evidence, Evidenced the level that these alone
	// reach.
	WithEvidence int      `json:"withEvidence"`
	Evidenced    int      `json:"evidenced"`
	Trend        []Step   `json:"trend"` // the level at Since, and every change after it
	Strands      []Strand `json:"strands"`
	// What stands around the standing, where the report shows it.
	Remarks   []Remark   `json:"remarks"`
	Goal      *Goal      `json:"goal"`
	Stale     []Stale    `json:"stale"`
	Predicted *Predicted `json:"predicted"`
	Raters    []Rater    `json:"raters"`
	Editions  []Edition  `json:"editions,omitempty"` // the newest first; absent where there is none to tell of
	Levels    []Level    `json:"levels"`
}

// Step is a level that was reached or left on a day.
type Step struct {
	Date  Optional `json:"date"`
	Level int      `json:"level"`
}

// Strand is a theme of a guide with its count.
type Strand struct {
	ID           string `json:"id"`
	Name         string `json:"name"`
	Level        int    `json:"level"`     // by the level rule in small, see progress.ShapeOf
	Evidenced    int    `json:"evidenced"` // the same, of the items with evidence alone
	Done         int    `json:"done"`
	WithEvidence int    `json:"withEvidence"` // of Done
	Items        int    `json:"items"`
}

// Level is a level of a guide with all of its items.
type Level struct {
	Number  int    `json:"number"`
	Title   string `json:"title"`
	Done    int    `json:"done"`
	Reached bool   `json:"reached"`
	Items   []Item `json:"items"`
}

// Item is one statement with the person's verdict, if there is one.
type Item struct {
	ID      string   `json:"id"`
	Strand  string   `json:"strand"` // a Strand's ID
	Text    string   `json:"text"`
	Verdict Optional `json:"verdict"` // as progress.Verdict names it
	Date    Optional `json:"date"`    // ISO day of the verdict
	// Pieces is how many pieces of evidence there are, Evidence what they say where that is shown.
	Pieces   int        `json:"pieces"`
	Evidence []Evidence `json:"evidence"`
}

// Evidence is one piece of evidence. Where a file lies is nobody else's business.
type Evidence struct {
	Kind    string   `json:"kind"` // as progress.EvidenceKind names it
	Text    Optional `json:"text"`
	URL     Optional `json:"url"`
	Name    Optional `json:"name"`   // of a file
	SHA256  Optional `json:"sha256"` // of its bytes
	Size    int64    `json:"size"`   // in bytes
	On      Optional `json:"on"`     // ISO day
	Witness Optional `json:"witness"`
}

// done reports whether the verdict counts.
func (i Item) done() bool {
	v, err := progress.ParseVerdict(string(i.Verdict))
	return err == nil && v.Counts()
}

// item returns the item with that ID and its level.
func (g *Guide) item(id string) (Item, Level) {
	for _, level := range g.Levels {
		for _, item := range level.Items {
			if item.ID == id {
				return item, level
			}
		}
	}
	return Item{}, Level{}
}
