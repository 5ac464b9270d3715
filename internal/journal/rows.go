package journal

import "github.com/levelica/levelica/internal/progress"

// The rows of the database. They stay in this package: everywhere else there are progress.Mark and
// Profile. The tables themselves are made by migrations, never from these structs.

type profileRow struct {
	ID        string
	Name      string
	CreatedAt int64
}

func (profileRow) TableName() string { return "profile" }

type journalRow struct {
	One       int `gorm:"primaryKey;autoIncrement:false"`
	DeviceID  string
	ProfileID string
	CreatedAt int64
}

func (journalRow) TableName() string { return "journal" }

type markRow struct {
	ID        string
	ProfileID string
	Guide     string
	Item      string
	Verdict   int
	Origin    string
	Rater     string
	Edition   int
	Digest    string
	DeviceID  string
	Clock     int64
	At        int64
}

func (markRow) TableName() string { return "mark" }

func (r markRow) mark() progress.Mark {
	return progress.Mark{
		ID: r.ID, Guide: r.Guide, Item: r.Item, Verdict: progress.Verdict(r.Verdict),
		Origin: progress.Origin(r.Origin), Rater: r.Rater, Edition: r.Edition, Digest: r.Digest,
		Device: r.DeviceID, Clock: progress.Clock(r.Clock), At: r.At,
	}
}
