package app

// What crosses to the frontend: strings, whole numbers, booleans, structs and slices. Times are
// UTC milliseconds, dates are ISO text, lists are never null (contract_test.go holds all of it).
// Texts named HTML are rendered and sanitised; every other text is plain.

// SessionView is what the window needs to know once, when it starts.
type SessionView struct {
	Version  string `json:"version"`
	Platform string `json:"platform"` // "linux", "windows" or "darwin"
	Language string `json:"language"` // of the texts, "en"
	Profile  string `json:"profile"`  // name of the person whose record this is
	// Profiles are all persons of the journal, the oldest profile first.
	Profiles []PersonView `json:"profiles"`
	DataDir  string       `json:"dataDir"`
	ReadOnly bool         `json:"readOnly"` // nothing can be saved: the folder may not be written
	Keeper   string       `json:"keeper"`   // "network" or "cloud", where the folder is not this computer's alone, or ""
	Commit   string       `json:"commit"`   // of the build; "" where it is not known
	Built    string       `json:"built"`    // the day of that commit, as 2026-11-26
}

// PersonView is a profile by its name.
type PersonView struct {
	ID      string `json:"id"`
	Name    string `json:"name"`
	Current bool   `json:"current"`
}

// StartView is what the first screen shows.
type StartView struct {
	Session   SessionView   `json:"session"`
	Catalogue CatalogueView `json:"catalogue"`
	Home      HomeView      `json:"home"`
}

// CatalogueView lists the guides, those of a category together.
type CatalogueView struct {
	Guides []CardView `json:"guides"`
}

// CardView is a guide in the catalogue, with the standing of the person.
type CardView struct {
	Slug     string       `json:"slug"`
	Emoji    string       `json:"emoji"`
	Category string       `json:"category"`
	Title    string       `json:"title"`
	Tagline  string       `json:"tagline"`
	Edition  int          `json:"edition"`
	Items    int          `json:"items"`
	Started  bool         `json:"started"`  // at least one item is rated
	LastMark int64        `json:"lastMark"` // UTC milliseconds of the newest mark, 0 without one
	Standing StandingView `json:"standing"`
	// Titles are those of the levels, level 1 first.
	Titles     []string `json:"titles"`
	CompleteAt int      `json:"completeAt"` // level that is a complete outcome, or 0
}

// GuideView is everything that the guide page shows: one call a screen.
type GuideView struct {
	Slug         string          `json:"slug"`
	Emoji        string          `json:"emoji"`
	Category     string          `json:"category"`
	Title        string          `json:"title"`
	Tagline      string          `json:"tagline"`
	OverviewHTML string          `json:"overviewHTML"`
	Edition      int             `json:"edition"`
	Published    string          `json:"published"`
	Updated      string          `json:"updated"`
	License      string          `json:"license"`
	CompleteAt   int             `json:"completeAt"` // level that is a complete outcome, or 0
	Language     string          `json:"language"`
	Strands      []StrandView    `json:"strands"`
	Levels       []LevelView     `json:"levels"` // level 1 first
	References   []ReferenceView `json:"references"`
	Glossary     []TermView      `json:"glossary"`
	Related      []RelatedView   `json:"related"` // only guides that the library has
	Standing     StandingView    `json:"standing"`
	Predicted    int             `json:"predicted"` // level that the person expected, -1 where none was said
	// News says what a new edition did to the answers, or is "" where there is nothing to hear; Receipts
	// is how many receipts of that kind there are.
	News     string `json:"news"`
	Receipts int    `json:"receipts"`
}

// StrandView is a theme of the guide.
type StrandView struct {
	ID   string `json:"id"`
	Name string `json:"name"`
	Line string `json:"line"`
}

// LevelView is a level with its items.
type LevelView struct {
	Number          int        `json:"number"`
	Title           string     `json:"title"`
	Dreyfus         string     `json:"dreyfus"`
	SFIA            string     `json:"sfia"`
	DescriptionHTML string     `json:"descriptionHTML"`
	NextHTML        string     `json:"nextHTML"`
	Items           []ItemView `json:"items"` // in the order of the strands
}

// ItemView is an item. Its verdict is in the standing, which changes while the item stays.
type ItemView struct {
	ID         string         `json:"id"`
	Strand     string         `json:"strand"`
	Text       string         `json:"text"`
	Evidence   string         `json:"evidence"`
	References []string       `json:"references"`
	Resources  []ResourceView `json:"resources"`
}

// ResourceView is a place to learn an item from.
type ResourceView struct {
	Title   string `json:"title"`
	URL     string `json:"url"`
	Free    bool   `json:"free"`
	Licence string `json:"licence"`
}

// ReferenceView is a source of the guide.
type ReferenceView struct {
	ID       string `json:"id"`
	Type     string `json:"type"` // a key of the message catalogue's reference.type
	Authors  string `json:"authors"`
	Title    string `json:"title"`
	Source   string `json:"source"`
	Year     int    `json:"year"`
	DOI      string `json:"doi"`
	ISBN     string `json:"isbn"`
	Link     string `json:"link"` // https address, or ""
	Levels   []int  `json:"levels"`
	Verified string `json:"verified"`
	WhyHTML  string `json:"whyHTML"`
}

// TermView is an entry of the glossary.
type TermView struct {
	ID             string `json:"id"`
	Term           string `json:"term"`
	DefinitionHTML string `json:"definitionHTML"`
}

// RelatedView is another guide of the library.
type RelatedView struct {
	Slug    string `json:"slug"`
	Emoji   string `json:"emoji"`
	Title   string `json:"title"`
	WhyHTML string `json:"whyHTML"`
}

// StandingView is where the person stands in one guide.
type StandingView struct {
	Guide  string              `json:"guide"`
	Level  int                 `json:"level"` // 1 to 7, or 0 for Starting out
	Levels []LevelStandingView `json:"levels"`
	Marks  []MarkView          `json:"marks"` // one for each rated item
	// Suggested are the items that a placement takes to be done, until the person says so. They
	// count nowhere.
	Suggested []string          `json:"suggested"`
	Gaps      []string          `json:"gaps"` // open items on reached levels
	Next      []string          `json:"next"` // open items that lead to target
	Target    int               `json:"target"`
	Missing   int               `json:"missing"`   // items missing to target
	LooksDone int               `json:"looksDone"` // a level that would count, or 0
	OpenBelow []int             `json:"openBelow"` // the levels that keep it from counting
	Strands   []StrandCountView `json:"strands"`
	Done      int               `json:"done"`
	Rated     int               `json:"rated"`
	Items     int               `json:"items"`
	// Three are the first items, at most three, of the smallest set that raises the level.
	Three     []string       `json:"three"`
	Evidence  []EvidenceMark `json:"evidence"`  // one for each item that has some
	Evidenced int            `json:"evidenced"` // the level that the items with evidence alone reach
	Stale     int            `json:"stale"`     // items that ask for a fresh look
}

// EvidenceMark says how many pieces of evidence an item has.
type EvidenceMark struct {
	Item  string `json:"item"`
	Count int    `json:"count"`
}

// LevelStandingView is the part of a standing that concerns one level.
type LevelStandingView struct {
	Number  int  `json:"number"`
	Done    int  `json:"done"`
	Rated   int  `json:"rated"`
	Items   int  `json:"items"`
	Reached bool `json:"reached"`
	Missing int  `json:"missing"` // items missing to eight
	Percent int  `json:"percent"` // of the level, with half credit for what is done with help
}

// StrandCountView counts the items of a strand that the person does alone.
type StrandCountView struct {
	ID    string `json:"id"`
	Level int    `json:"level"` // by the level rule in small, 0 to 7
	Done  int    `json:"done"`
	Items int    `json:"items"`
}

// MarkView is the present verdict on an item.
type MarkView struct {
	Item    string `json:"item"`
	Verdict string `json:"verdict"` // "not-yet", "with-help", "on-my-own" or "can-teach"
	At      int64  `json:"at"`      // UTC milliseconds
	Stale   bool   `json:"stale"`   // it asks for a fresh look
}

// MarkRequest asks for one mark. The window makes the ID (UUIDv7), so that a call whose outcome is
// unknown can be repeated without writing twice.
type MarkRequest struct {
	ID      string `json:"id"`
	Item    string `json:"item"`
	Verdict string `json:"verdict"` // one of MarkView's, or "cleared"
	// Suggested says that the mark is a suggestion, which never counts: "cleared" drops it, and
	// "on-my-own" brings it back.
	Suggested bool `json:"suggested"`
}
