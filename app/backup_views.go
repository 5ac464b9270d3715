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
	Title     string            `json:"title"` // says in words what becomes of the profile
	Rows      []ChangeRowView   `json:"rows"`  // everything that it has, in words; none where nothing changes
	MarksNow  int               `json:"marksNow"`
	MarksThen int               `json:"marksThen"`
	Guides    []GuideChangeView `json:"guides"`
}

// ChangeRowView is something that a profile has now and would have then, in words.
type ChangeRowView struct {
	What  string `json:"what"`
	Now   string `json:"now"`
	Then  string `json:"then"`
	Other bool   `json:"other"` // it is not the same then
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

// ImportChoiceView is a file that the person chose to import, or none.
type ImportChoiceView struct {
	Chosen bool   `json:"chosen"`
	Name   string `json:"name"`
	Sealed bool   `json:"sealed"` // it needs a passphrase
}

// HurtView is what there is to choose from where the journal cannot be read.
type HurtView struct {
	DataDir  string       `json:"dataDir"`
	Readable int          `json:"readable"` // marks that can still be read
	Backups  []BackupView `json:"backups"`  // the newest that are sound
}

// MendedView says what became of a journal that could not be read.
type MendedView struct {
	Marks int    `json:"marks"` // in the journal now
	Read  int    `json:"read"`  // of them, read from the hurt file and not in the backup
	Kept  string `json:"kept"`  // where the hurt file is; "" where there was none
}
