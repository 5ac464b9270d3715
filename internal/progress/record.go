package progress

// What a journal keeps besides marks. All of it is made of rows that are only added: the caller
// makes the ID (UUIDv7), and the journal fills in Device, Clock and At when it takes the row.

// AssessmentKind says what a sitting is for.
type AssessmentKind string

// The kinds of assessment.
const (
	KindPlacement AssessmentKind = "placement" // finds the level in a few questions
	KindReview    AssessmentKind = "review"    // looks again at old marks
)

// AssessmentState says how far a sitting is.
type AssessmentState string

// The states of an assessment. One that is accepted or discarded never changes again.
const (
	Paused    AssessmentState = "paused"
	Accepted  AssessmentState = "accepted"
	Discarded AssessmentState = "discarded"
)

// Assessment is one sitting that yields marks.
type Assessment struct {
	ID      string
	Guide   string
	Kind    AssessmentKind
	Edition int
	Answers string // JSON, as whoever holds the sitting writes it
	State   AssessmentState
	Result  string // JSON; "{}" while there is none
	Device  string
	Clock   Clock
	At      int64 // UTC milliseconds of the last change
}

// Snapshot is a document frozen with the editions, the language and the wording that it shows. One
// snapshot may take back another.
type Snapshot struct {
	ID       string
	Title    string   // as the person sees it in a list, or empty
	Guides   []string // slugs of what it shows
	Language string
	Document string // JSON
	Options  string // JSON: how the document was asked for; "{}" where that is all the same
	Removes  string // ID of the snapshot that this row takes back; such a row is no snapshot itself
	Device   string
	Clock    Clock
	At       int64 // UTC milliseconds
}

// Prediction is the level that the person expected before rating.
type Prediction struct {
	ID      string
	Guide   string
	Edition int
	Level   int // 0 to 7; 0 is Starting out
	Device  string
	Clock   Clock
	At      int64 // UTC milliseconds
}

// Receipt says what became of the marks when a guide got a new edition.
type Receipt struct {
	ID       string
	Guide    string
	From, To int    // editions
	Undoes   string // ID of the receipt that this one takes back, or empty
	Document string // JSON
	Device   string
	Clock    Clock
	At       int64 // UTC milliseconds
}
