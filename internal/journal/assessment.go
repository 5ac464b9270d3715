package journal

import (
	"context"
	"encoding/json"
	"errors"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"github.com/levelica/levelica/internal/progress"
)

// ErrOver says that an assessment which was accepted or discarded was to be changed.
var ErrOver = errors.New("the assessment is over")

// SaveAssessment keeps a sitting as it is now, paused or discarded, in the place of what was kept
// of it before. It fails with ErrOver, ErrRecord, and with those of Record.
func (j *Journal) SaveAssessment(ctx context.Context, a progress.Assessment) error {
	if a.State == progress.Accepted {
		return invalid("an assessment is accepted together with its marks")
	}
	if err := checkAssessment(a); err != nil {
		return err
	}
	return j.translate("keep the assessment", j.db.WithContext(ctx).Transaction(func(tx *gorm.DB) error {
		_, err := j.saveAssessment(tx, a)
		return err
	}))
}

// Accept ends a sitting: it keeps the assessment, the marks that it yields and, where there is one,
// the snapshot of the standing, all or nothing. Accepting again what was accepted changes nothing.
// It fails with ErrOver, ErrRecord, ErrMark, and with those of Record.
func (j *Journal) Accept(ctx context.Context, a progress.Assessment, marks []progress.Mark, s *progress.Snapshot) error {
	a.State = progress.Accepted
	err := errors.Join(checkAssessment(a), checkMarks(marks))
	var frozen []snapshotRow
	if s != nil {
		row, snapshotErr := snapshotOf(*s)
		frozen, err = append(frozen, row), errors.Join(err, snapshotErr)
	}
	if err != nil {
		return err
	}
	recorded := marks
	err = j.db.WithContext(ctx).Transaction(func(tx *gorm.DB) error {
		fresh, err := j.saveAssessment(tx, a)
		if err != nil || !fresh {
			recorded = nil
			return err
		}
		if err := j.insertAll(tx, marks); err != nil {
			return err
		}
		return insert(tx, j, frozen...)
	})
	return j.translate("accept the assessment", j.noted(err, recorded))
}

// saveAssessment writes a sitting over what was kept of it. It reports false where that is over
// already in the same state: then the call is a repeated one.
func (j *Journal) saveAssessment(tx *gorm.DB, a progress.Assessment) (fresh bool, err error) {
	old, err := first[assessmentRow](tx.Where("id = ?", a.ID))
	switch {
	case errors.Is(err, gorm.ErrRecordNotFound):
	case err != nil:
		return false, err
	case old.State == string(progress.Paused):
	case old.State == string(a.State):
		return false, nil
	default:
		return false, ErrOver
	}
	stamp, err := j.next(tx, assessmentRow{}.TableName())
	if err != nil {
		return false, err
	}
	return true, tx.Clauses(clause.OnConflict{UpdateAll: true}).Create(&assessmentRow{
		ID: a.ID, Guide: a.Guide, Kind: string(a.Kind), Edition: a.Edition, Answers: a.Answers,
		State: string(a.State), Result: a.Result, Stamp: stamp,
	}).Error
}

func checkAssessment(a progress.Assessment) error {
	switch err := checkID(a.ID); {
	case err != nil:
		return err
	case a.Guide == "" || a.Edition < 1:
		return invalid("the assessment does not say what it is about")
	case a.Kind != progress.KindPlacement && a.Kind != progress.KindReview:
		return invalid("there is no kind of assessment %q", a.Kind)
	case a.State != progress.Paused && a.State != progress.Accepted && a.State != progress.Discarded:
		return invalid("an assessment is never %q", a.State)
	case !json.Valid([]byte(a.Answers)) || !json.Valid([]byte(a.Result)):
		return invalid("the answers or the result of the assessment are no JSON")
	}
	return nil
}

// Assessments returns the sittings on a guide, or on all guides where it is empty, in the order in
// which they were last changed.
func (j *Journal) Assessments(ctx context.Context, guide string) ([]progress.Assessment, error) {
	rows, err := rowsOf[assessmentRow](ctx, j, "read the assessments", guide)
	return each(rows, err, assessmentRow.assessment)
}
