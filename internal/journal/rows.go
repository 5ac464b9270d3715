package journal

import "github.com/levelica/levelica/internal/progress"

// The rows of the database. They stay in this package: everywhere else there are Profile and the
// types of progress. The tables themselves are made by migrations, never from these structs.

type profileRow struct {
	ID        string `json:"id"`
	Name      string `json:"name"`
	CreatedAt int64  `json:"created_at"`
	Clock     int64  `json:"clock"`
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
	ID        string `json:"id"`
	ProfileID string `json:"profile_id"`
	Guide     string `json:"guide"`
	Item      string `json:"item"`
	Verdict   int    `json:"verdict"`
	Origin    string `json:"origin"`
	Rater     string `json:"rater"`
	Edition   int    `json:"edition"`
	Digest    string `json:"digest"`
	DeviceID  string `json:"device_id"`
	Clock     int64  `json:"clock"`
	At        int64  `json:"at"`
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
	ProfileID string `json:"profile_id"`
	DeviceID  string `json:"device_id"`
	Clock     int64  `json:"clock"`
	At        int64  `json:"at"`
}

func (s *Stamp) stamp(now Stamp) { *s = now }

type evidenceRow struct {
	ID         string `json:"id"`
	Guide      string `json:"guide"`
	Item       string `json:"item"`
	Kind       string `json:"kind"`
	Removes    string `json:"removes"`
	Text       string `json:"text"`
	URL        string `json:"url"`
	Name       string `json:"name"`
	SHA256     string `gorm:"column:sha256" json:"sha256"`
	Size       int64  `json:"size"`
	Witness    string `json:"witness"`
	HappenedOn string `json:"happened_on"`
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
	ID      string `json:"id"`
	Guide   string `json:"guide"`
	Kind    string `json:"kind"`
	Edition int    `json:"edition"`
	Answers string `json:"answers"`
	State   string `json:"state"`
	Result  string `json:"result"`
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
	ID       string   `json:"id"`
	Title    string   `json:"title"`
	Guides   []string `gorm:"serializer:json" json:"guides"`
	Language string   `json:"language"`
	Document string   `json:"document"`
	Options  string   `json:"options"`
	Removes  string   `json:"removes"`
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
	ID     string `json:"id"`
	Guide  string `json:"guide"`
	Level  int    `json:"level"`
	ByDate string `json:"by_date"`
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
	ID      string `json:"id"`
	Guide   string `json:"guide"`
	Edition int    `json:"edition"`
	Level   int    `json:"level"`
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
	ID          string `json:"id"`
	Guide       string `json:"guide"`
	FromEdition int    `json:"from_edition"`
	ToEdition   int    `json:"to_edition"`
	Undoes      string `json:"undoes"`
	Document    string `json:"document"`
	Stamp
}

func (receiptRow) TableName() string { return "receipt" }

func (r receiptRow) receipt() progress.Receipt {
	return progress.Receipt{
		ID: r.ID, Guide: r.Guide, From: r.FromEdition, To: r.ToEdition, Undoes: r.Undoes, Document: r.Document,
		Device: r.DeviceID, Clock: progress.Clock(r.Clock), At: r.At,
	}
}
