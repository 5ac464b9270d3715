package app

// SittingRequest is a sitting with all of its answers, in the order in which they were given.
type SittingRequest struct {
	ID      string      `json:"id"`
	Guide   string      `json:"guide"`
	Answers []ReplyView `json:"answers"`
}

// ReplyView is an answer of a sitting.
type ReplyView struct {
	Item  string `json:"item"`
	Reply string `json:"reply"` // "yes", "no", "left-out", or one of MarkView's verdicts
}

// SittingView is what is believed after the answers of a sitting. Chances are in thousandths.
type SittingView struct {
	ID        string       `json:"id"`
	Guide     string       `json:"guide"`
	Emoji     string       `json:"emoji"`
	Title     string       `json:"title"`
	Titles    []string     `json:"titles"` // of the levels, level 1 first
	Answers   []ReplyView  `json:"answers"`
	Question  QuestionView `json:"question"` // empty when it is done
	Belief    []int        `json:"belief"`   // in each outcome, Starting out first
	Level     int          `json:"level"`    // the likeliest, 0 for Starting out
	Certainty int          `json:"certainty"`
	Lowest    int          `json:"lowest"` // of the fewest levels that hold nine tenths of the belief
	Highest   int          `json:"highest"`
	Asked     int          `json:"asked"`
	Given     int          `json:"given"` // answers that were not left out
	Done      bool         `json:"done"`
	Suggested int          `json:"suggested"` // items that accepting it could suggest
	Predicted int          `json:"predicted"` // level that the person expected, -1 where none was said
}

// QuestionView is the next question of a sitting.
type QuestionView struct {
	Item   string `json:"item"`
	Text   string `json:"text"`
	Strand string `json:"strand"`
	Months int    `json:"months"` // how far back the person may look for an occasion
}

// PausedSittingView is a sitting that was paused.
type PausedSittingView struct {
	Guide string `json:"guide"`
	Asked int    `json:"asked"`
}
