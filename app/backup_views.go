package app

// What crosses to the frontend about backups, and about moving the journal. The rules are those of
// views.go.

// BackupsView lists the backups, the newest first.
type BackupsView struct {
	Backups    []BackupView `json:"backups"`
	Second     string       `json:"second"`     // folder of the second copies, or ""
	SecondGone bool         `json:"secondGone"` // it cannot be reached
}

// BackupView is a backup with what is in it.
type BackupView struct {
	SHA256   string   `json:"sha256"` // names it
	Name     string   `json:"name"`   // of the file
	At       int64    `json:"at"`
	Reason   string   `json:"reason"` // changes, asked, update, restore, import, profile or purged
	Profiles []string `json:"profiles"`
	Marks    int      `json:"marks"`
	First    int64    `json:"first"` // time of the oldest mark, 0 without one
	Last     int64    `json:"last"`
	Bytes    int64    `json:"bytes"`
}

// RestoreView says what restoring a backup would change.
type RestoreView struct {
	Backup   BackupView          `json:"backup"`
	Profiles []ProfileChangeView `json:"profiles"`
}

// ProfileChangeView says what a profile has recorded now, and what it would have then.
type ProfileChangeView struct {
	ID        string            `json:"id"`
	Name      string            `json:"name"`
	MarksNow  int               `json:"marksNow"`
	MarksThen int               `json:"marksThen"`
	LastNow   int64             `json:"lastNow"` // time of the newest mark, 0 without one
	LastThen  int64             `json:"lastThen"`
	Guides    []GuideChangeView `json:"guides"`
}

// GuideChangeView says where a profile stands in a guide now, and where it would stand then.
type GuideChangeView struct {
	Slug      string `json:"slug"`
	Title     string `json:"title"`
	MarksNow  int    `json:"marksNow"`
	MarksThen int    `json:"marksThen"`
	LevelNow  int    `json:"levelNow"` // 0 is Starting out
	LevelThen int    `json:"levelThen"`
}
