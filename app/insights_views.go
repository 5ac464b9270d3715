package app

// InsightsView is what the place Insights shows of one guide, and of all guides together. Sentences
// come whole, in the language of the program.
type InsightsView struct {
	Guides  []InsightGuideView `json:"guides"` // those that were started, in the order of their titles
	Guide   string             `json:"guide"`  // the chosen one, or "" where none was started
	Period  string             `json:"period"` // "3m", "12m" or "all"
	First   string             `json:"first"`  // ISO day of the first mark, or ""
	Today   string             `json:"today"`  // ISO day
	Since   string             `json:"since"`  // a month before it, where a look at what changed begins
	Ahead   string             `json:"ahead"`  // a quarter after it: nobody reaches a level today
	Level   string             `json:"level"`  // where the person stands, in words
	Inside  string             `json:"inside"` // how far they are on the level that comes next, or ""
	Lines   []string           `json:"lines"`  // what there is to say of how sure that is
	Strands ChartView          `json:"strands"`
	Radar   ChartView          `json:"radar"` // of the guides, where there are three or more
	Trend   ChartView          `json:"trend"`
	Claimed ChartView          `json:"claimed"`
	Active  ChartView          `json:"active"`
	Strong  []StrengthView     `json:"strong"`
	Open    []StrengthView     `json:"open"`
	Goal    GoalView           `json:"goal"`
	Stale   int                `json:"stale"` // items of the guide that ask for a fresh look
}

// InsightGuideView is a guide to choose.
type InsightGuideView struct {
	Slug  string `json:"slug"`
	Emoji string `json:"emoji"`
	Title string `json:"title"`
	Level int    `json:"level"`
}

// StrengthView is what is strong or open in a strand.
type StrengthView struct {
	Strand string `json:"strand"`
	Line   string `json:"line"`
}

// GoalView is the level that the person wants to reach, and what their own pace says about it.
type GoalView struct {
	Level  int    `json:"level"`  // of the goal, or 0 where there is none
	By     string `json:"by"`     // ISO day of the goal, or ""
	Target int    `json:"target"` // the level that the forecast is about, or 0 at the top
	Line   string `json:"line"`   // the forecast in words
	Choice []int  `json:"choice"` // the levels above the one that is reached
}

// ChangesView is what changed between two days.
type ChangesView struct {
	From      string           `json:"from"` // ISO days
	To        string           `json:"to"`
	Line      string           `json:"line"` // in a sentence
	Gained    []ChangeItemView `json:"gained"`
	Lost      []ChangeItemView `json:"lost"`
	Evidenced []ChangeItemView `json:"evidenced"`
	Notes     []string         `json:"notes"` // on editions and strands, a sentence each
}

// ChangeItemView is an item that changed.
type ChangeItemView struct {
	Item  string `json:"item"`
	Level int    `json:"level"`
	Text  string `json:"text"`
}

// FreshView is one round of a fresh look.
type FreshView struct {
	Stale int             `json:"stale"` // items of all guides that ask for one
	Round []FreshItemView `json:"round"` // the least fresh of them, at most a dozen
	None  string          `json:"none"`  // what it means that there is none
}

// FreshItemView is an item that was confirmed long ago.
type FreshItemView struct {
	Guide   string `json:"guide"`
	Emoji   string `json:"emoji"`
	Title   string `json:"title"` // of the guide
	Item    string `json:"item"`
	Level   int    `json:"level"`
	Strand  string `json:"strand"` // its name
	Text    string `json:"text"`
	Verdict string `json:"verdict"` // "on-my-own" or "can-teach"
	Last    string `json:"last"`    // ISO day of the last use or confirmation
	Drill   bool   `json:"drill"`   // a drill, which fades sooner
}
