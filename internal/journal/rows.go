package journal

import "github.com/levelica/levelica/internal/progress"

// The rows of the database. They stay in this package: everywhere else there are Profile and the
// types of progress. The tables themselves are made by migrations, never from these structs.

type profileRow struct {
	ID        string
	Name      string
	CreatedAt int64
	Clock     int64
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

// Stamp says whose a row is, and where and when it was made. It is exported because gorm does not
// look into embedded structs that are not.
type Stamp struct {
	ProfileID string
	DeviceID  string
	Clock     int64
	At        int64
}

func (s *Stamp) stamp(now Stamp) { *s = now }

type evidenceRow struct {
	ID         string
	Guide      string
	Item       string
	Kind       string
	Removes    string
	Text       string
	URL        string
	Name       string
	SHA256     string `gorm:"column:sha256"`
	Size       int64
	Witness    string
	HappenedOn string
	Stamp
}

func (evidenceRow) TableName() string { return "evidence" }

// removal is the kind of a row that takes evidence back.
const removal = "removal"

func (r evidenceRow) evidence(path string) progress.Evidence {
	e := progress.Evidence{
		ID: r.ID, Guide: r.Guide, Item: r.Item, Removes: r.Removes, Text: r.Text, URL: r.URL, Path: path,
		Name: r.Name, SHA256: r.SHA256, Size: r.Size, Witness: r.Witness, On: r.HappenedOn,
		Device: r.DeviceID, Clock: progress.Clock(r.Clock), At: r.At,
	}
	if r.Kind != removal {
		e.Kind = progress.EvidenceKind(r.Kind)
	}
	return e
}

type placeRow struct {
	EvidenceID string `gorm:"primaryKey"`
	Path       string
}

func (placeRow) TableName() string { return "evidence_place" }

type assessmentRow struct {
	ID      string
	Guide   string
	Kind    string
	Edition int
	Answers string
	State   string
	Result  string
	Stamp
}

func (assessmentRow) TableName() string { return "assessment" }

func (r assessmentRow) assessment() progress.Assessment {
	return progress.Assessment{
		ID: r.ID, Guide: r.Guide, Kind: progress.AssessmentKind(r.Kind), Edition: r.Edition, Answers: r.Answers,
		State: progress.AssessmentState(r.State), Result: r.Result,
		Device: r.DeviceID, Clock: progress.Clock(r.Clock), At: r.At,
	}
}

type snapshotRow struct {
	ID       string
	Title    string
	Guides   []string `gorm:"serializer:json"`
	Language string
	Document string
	Options  string
	Removes  string
	Stamp
}

func (snapshotRow) TableName() string { return "snapshot" }

func (r snapshotRow) snapshot() progress.Snapshot {
	return progress.Snapshot{
		ID: r.ID, Title: r.Title, Guides: r.Guides, Language: r.Language, Document: r.Document, Options: r.Options,
		Removes: r.Removes, Device: r.DeviceID, Clock: progress.Clock(r.Clock), At: r.At,
	}
}

type goalRow struct {
	ID     string
	Guide  string
	Level  int
	ByDate string
	Stamp
}

func (goalRow) TableName() string { return "goal" }

func (r goalRow) goal() progress.Goal {
	return progress.Goal{
		ID: r.ID, Guide: r.Guide, Level: r.Level, By: r.ByDate,
		Device: r.DeviceID, Clock: progress.Clock(r.Clock), At: r.At,
	}
}

type predictionRow struct {
	ID      string
	Guide   string
	Edition int
	Level   int
	Stamp
}

func (predictionRow) TableName() string { return "prediction" }

func (r predictionRow) prediction() progress.Prediction {
	return progress.Prediction{
		ID: r.ID, Guide: r.Guide, Edition: r.Edition, Level: r.Level,
		Device: r.DeviceID, Clock: progress.Clock(r.Clock), At: r.At,
	}
}

type receiptRow struct {
	ID          string
	Guide       string
	FromEdition int
	ToEdition   int
	Undoes      string
	Document    string
	Stamp
}

func (receiptRow) TableName() string { return "receipt" }

func (r receiptRow) receipt() progress.Receipt {
	return progress.Receipt{
		ID: r.ID, Guide: r.Guide, From: r.FromEdition, To: r.ToEdition, Undoes: r.Undoes, Document: r.Document,
		Device: r.DeviceID, Clock: progress.Clock(r.Clock), At: r.At,
	}
}
