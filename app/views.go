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
	Commit   string       `json:"commit"`   // of the build; "" where it is not known
	Built    string       `json:"built"`    // the day of that commit, as 2026-11-26
}

// PersonView is a profile by its name.
type PersonView struct {
	ID      string `json:"id"`
	Name    string `json:"name"`
	Current bool   `json:"current"`
}

// StartView is what the first screen shows. It is not a bound method's: see answers.go.
type StartView struct {
	Session   SessionView   `json:"session"`
	Catalogue CatalogueView `json:"catalogue"`
	Home      HomeView      `json:"home"`
}

// HomeView is what Home shows beside the catalogue.
type HomeView struct {
	Last HomeItemView   `json:"last"` // where the person left off; its guide is "" before the first mark
	Next []HomeItemView `json:"next"` // up to three open items, over the guides that were started
}

// HomeItemView is an item outside its guide. The guide's own words are in the catalogue.
type HomeItemView struct {
	Guide  string `json:"guide"` // slug
	Level  int    `json:"level"`
	Item   string `json:"item"` // ID
	Text   string `json:"text"`
	Strand string `json:"strand"` // name
	At     int64  `json:"at"`     // UTC milliseconds of the mark, 0 where there is none
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

// HistoryView is one mark of an item's past.
type HistoryView struct {
	Verdict string `json:"verdict"`
	At      int64  `json:"at"`
	Edition int    `json:"edition"`
}

// GuideHistoryView is the past of one guide.
type GuideHistoryView struct {
	Trend ChartView        `json:"trend"` // the level over time
	Days  []HistoryDayView `json:"days"`  // on which something changed, the newest first
}

// HistoryDayView is what a day changed.
type HistoryDayView struct {
	Date    string       `json:"date"` // ISO, in the time zone of the computer
	From    int          `json:"from"` // level before the day
	To      int          `json:"to"`   // level after it
	Changes []ChangeView `json:"changes"`
}

// ChangeView is an item whose verdict became another.
type ChangeView struct {
	Item string `json:"item"`
	From string `json:"from"` // one of MarkView's, or "cleared"
	To   string `json:"to"`
}

// ChartView is a drawing, and the same numbers as a table.
type ChartView struct {
	SVG string `json:"svg"` // "" where there is too little to draw
	// Narrow is the same for a narrow window, where it has to be drawn anew for one.
	Narrow string     `json:"narrow"`
	Title  string     `json:"title"`
	Desc   string     `json:"desc"`
	Head   []string   `json:"head"`
	Rows   [][]string `json:"rows"` // the first cell heads a row
}

// ReportRequest says what a report shall hold.
type ReportRequest struct {
	Guides []string `json:"guides"` // slugs, in the order in which they are shown
	Items  bool     `json:"items"`  // the items of each level
	Open   bool     `json:"open"`   // also those without a counting verdict
	// Strands draws the strands, Evidence says what the evidence of the items is, Goal where the person
	// wants to be, Stale what asks for a fresh look, Others what was expected and how others see it.
	Strands  bool   `json:"strands"`
	Evidence bool   `json:"evidence"`
	Goal     bool   `json:"goal"`
	Stale    bool   `json:"stale"`
	Others   bool   `json:"others"`
	Period   string `json:"period"` // "3m", "12m" or "all": the level over that time; "" leaves it out
	// Snapshot is the ID of a report that was kept: it is made again, and nothing else here counts
	// but the format.
	Snapshot string `json:"snapshot"`
	Name     bool   `json:"name"`   // the profile's name
	Format   string `json:"format"` // as report.Formats, for SaveReport
}

// PreviewView is where the window finds the preview of a report.
type PreviewView struct {
	URL   string `json:"url"` // of a page that the window shows in a frame
	Title string `json:"title"`
}

// SavedView says what became of a report.
type SavedView struct {
	Saved bool   `json:"saved"` // false when the person closed the dialog
	Path  string `json:"path"`
}

// EvidenceRequest asks for one piece of evidence. The window makes the ID (UUIDv7), as in
// MarkRequest.
type EvidenceRequest struct {
	ID      string `json:"id"`
	Item    string `json:"item"`
	Kind    string `json:"kind"` // "note", "link" or "file"
	Text    string `json:"text"` // the note, or what the link or the file shows
	URL     string `json:"url"`
	File    string `json:"file"`    // a FileView's handle
	On      string `json:"on"`      // ISO day, or ""
	Witness string `json:"witness"` // who saw it, or ""
}

// EvidenceView is one piece of evidence.
type EvidenceView struct {
	ID      string `json:"id"`
	Kind    string `json:"kind"`
	Text    string `json:"text"`
	URL     string `json:"url"`
	Name    string `json:"name"`
	Size    int64  `json:"size"`
	SHA256  string `json:"sha256"`
	Path    string `json:"path"` // where the file was, or "" where that is on another computer
	On      string `json:"on"`
	Witness string `json:"witness"`
	At      int64  `json:"at"`
}

// FileView is a file that the person chose in the system's dialog.
type FileView struct {
	Handle string `json:"handle"` // "" where the dialog was closed
	Name   string `json:"name"`
	Size   int64  `json:"size"`
}

// CheckView says what became of a file.
type CheckView struct {
	State string `json:"state"` // "there", "changed", "gone", "unreadable" or "elsewhere"
	Path  string `json:"path"`
}

// SettingsView is how the person likes the program. It is also what settings.json holds.
type SettingsView struct {
	Language        string       `json:"language"` // of the words, "" for that of the system
	Theme           string       `json:"theme"`    // "system", "light", "dark" or "contrast"
	TextSize        int          `json:"textSize"` // percent; everything in the window follows it
	DetailedRatings bool         `json:"detailedRatings"`
	SidebarFolded   bool         `json:"sidebarFolded"`
	BackupFolder    string       `json:"backupFolder"` // chosen in a dialog of the system, "" where there is none
	LastPlace       string       `json:"lastPlace"`    // address in the window, "" at the first start
	LastScroll      int          `json:"lastScroll"`   // pixels from the top of it
	Filters         []FilterView `json:"filters"`
}

// FilterView is a filter as it was left.
type FilterView struct {
	Of    string `json:"of"`
	Value string `json:"value"`
}

// ProfilesView lists the persons of the journal, the oldest profile first.
type ProfilesView struct {
	Profiles []ProfileView `json:"profiles"`
}

// ProfileView is a person whose record the journal keeps.
type ProfileView struct {
	ID       string `json:"id"`
	Name     string `json:"name"`
	Current  bool   `json:"current"`  // whose record is shown
	Marks    int    `json:"marks"`    // answers ever given
	LastMark int64  `json:"lastMark"` // UTC milliseconds of the newest, 0 without one
}

// OpeningView is what the page brings with it. It is not a bound method's: see serveOpening.
type OpeningView struct {
	Words    WordsView    `json:"words"`
	Settings SettingsView `json:"settings"`
	Aside    string       `json:"aside"` // where settings that could not be read were put, or ""
	// Languages are those that there are words in, English first.
	Languages []string `json:"languages"`
	// SystemLanguage is the one of them that is spoken where none was chosen.
	SystemLanguage string `json:"systemLanguage"`
	// Address is where the window opens, "" where it was left; Refused is the fault of a link that does
	// not lead anywhere, as JSON, or "".
	Address string `json:"address"`
	Refused string `json:"refused"`
}

// SnapshotView is a report that was kept as it was.
type SnapshotView struct {
	ID     string   `json:"id"`
	Title  string   `json:"title"`
	Guides []string `json:"guides"` // the titles that the guides have now
	At     int64    `json:"at"`     // UTC milliseconds
}
