package journal

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/google/uuid"
	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"github.com/levelica/levelica/internal/progress"
)

// ErrRecord says that something which cannot be recorded was asked for.
var ErrRecord = errors.New("what was to be recorded is not valid")

func invalid(format string, args ...any) error {
	return fmt.Errorf("%w: "+format, append([]any{ErrRecord}, args...)...)
}

// checkID refuses what is no UUIDv7 in its usual form.
func checkID(id string) error {
	parsed, err := uuid.Parse(id)
	if err != nil || parsed.Version() != 7 || id != parsed.String() {
		return invalid("%q is no UUIDv7", id)
	}
	return nil
}

// stamped is the pointer of a row that says whose it is, and where and when it was made.
type stamped[R any] interface {
	*R
	TableName() string
	stamp(Stamp)
}

// add writes rows, all or none, and returns when they are durable. One whose ID the journal already
// has is left as it is, so that a call whose outcome is unknown can be repeated.
func add[R any, P stamped[R]](ctx context.Context, j *Journal, attempt string, rows ...R) error {
	return j.translate(attempt, j.db.WithContext(ctx).Transaction(func(tx *gorm.DB) error {
		return insert[R, P](tx, j, rows...)
	}))
}

func insert[R any, P stamped[R]](tx *gorm.DB, j *Journal, rows ...R) error {
	for _, row := range rows {
		p := P(&row)
		stamp, err := j.next(tx, p.TableName())
		if err != nil {
			return err
		}
		p.stamp(stamp)
		if err := tx.Clauses(clause.OnConflict{DoNothing: true}).Create(p).Error; err != nil {
			return err
		}
	}
	return nil
}

// next returns the stamp of the next row of a table: later than all that are there.
func (j *Journal) next(tx *gorm.DB, table string) (Stamp, error) {
	var last int64
	if err := tx.Raw("SELECT coalesce(max(clock), 0) FROM " + table).Scan(&last).Error; err != nil {
		return Stamp{}, err
	}
	now := j.now()
	return Stamp{
		ProfileID: j.Profile().ID, DeviceID: j.device,
		Clock: int64(progress.Tick(progress.Clock(last), now)), At: now.UnixMilli(),
	}, nil
}

// rowsOf returns the rows of the profile on one guide, or on all where guide is empty, in the order
// in which they were made.
func rowsOf[R any](ctx context.Context, j *Journal, attempt, guide string) ([]R, error) {
	query := j.db.WithContext(ctx).Where("profile_id = ?", j.Profile().ID)
	if guide != "" {
		query = query.Where("guide = ?", guide)
	}
	rows, err := find[R](query.Order("clock, device_id, id"))
	return rows, j.translate(attempt, err)
}

// each turns rows into what the rest of the program works with.
func each[R, T any](rows []R, err error, turn func(R) T) ([]T, error) {
	if err != nil {
		return nil, err
	}
	all := make([]T, len(rows))
	for i, row := range rows {
		all[i] = turn(row)
	}
	return all, nil
}

// AddSnapshot keeps a frozen document. It fails with ErrRecord, and with those of Record.
func (j *Journal) AddSnapshot(ctx context.Context, s progress.Snapshot) error {
	row, err := snapshotOf(s)
	if err != nil {
		return err
	}
	return add(ctx, j, "keep the snapshot", row)
}

func snapshotOf(s progress.Snapshot) (snapshotRow, error) {
	switch err := checkID(s.ID); {
	case err != nil:
		return snapshotRow{}, err
	case s.Removes != "":
		return snapshotRow{ID: s.ID, Guides: []string{}, Document: "{}", Options: "{}", Removes: s.Removes}, checkID(s.Removes)
	case len(s.Guides) == 0 || slices.Contains(s.Guides, "") || s.Language == "":
		return snapshotRow{}, invalid("the snapshot does not say what it shows")
	case !json.Valid([]byte(s.Document)) || !json.Valid([]byte(s.Options)):
		return snapshotRow{}, invalid("the snapshot's document or options are no JSON")
	}
	return snapshotRow{
		ID: s.ID, Title: s.Title, Guides: s.Guides, Language: s.Language, Document: s.Document, Options: s.Options,
	}, nil
}

// Snapshots returns the snapshots that were not taken back, oldest first, without their documents.
func (j *Journal) Snapshots(ctx context.Context) ([]progress.Snapshot, error) {
	rows, err := find[snapshotRow](j.standingSnapshots(ctx).Omit("document").Order("clock, device_id, id"))
	return each(rows, j.translate("read the snapshots", err), snapshotRow.snapshot)
}

// Snapshot returns one snapshot with its document. It fails with ErrRecord where there is none.
func (j *Journal) Snapshot(ctx context.Context, id string) (progress.Snapshot, error) {
	row, err := first[snapshotRow](j.standingSnapshots(ctx).Where("id = ?", id))
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return progress.Snapshot{}, invalid("there is no snapshot %q", id)
	}
	return row.snapshot(), j.translate("read the snapshot", err)
}

func (j *Journal) standingSnapshots(ctx context.Context) *gorm.DB {
	return j.db.WithContext(ctx).Where(`profile_id = ? AND removes = ''
		AND NOT EXISTS (SELECT 1 FROM snapshot AS later WHERE later.removes = snapshot.id)`, j.Profile().ID)
}

// SetGoal adds a goal, which takes the place of the guide's earlier one; level 0 drops it. It fails
// with ErrRecord, and with those of Record.
func (j *Journal) SetGoal(ctx context.Context, g progress.Goal) error {
	row, err := goalOf(g)
	if err != nil {
		return err
	}
	return add(ctx, j, "set the goal", row)
}

func goalOf(g progress.Goal) (goalRow, error) {
	switch err := checkID(g.ID); {
	case err != nil:
		return goalRow{}, err
	case g.Guide == "" || g.Level < 0 || g.Level > 7:
		return goalRow{}, invalid("the goal names no level of a guide")
	}
	if g.By != "" {
		if day, err := time.Parse(time.DateOnly, g.By); err != nil || day.Year() < 1900 {
			return goalRow{}, invalid("%q is no date", g.By)
		}
	}
	return goalRow{ID: g.ID, Guide: g.Guide, Level: g.Level, ByDate: g.By}, nil
}

// Goals returns all goals ever set, oldest first; see progress.PresentGoal.
func (j *Journal) Goals(ctx context.Context) ([]progress.Goal, error) {
	rows, err := rowsOf[goalRow](ctx, j, "read the goals", "")
	return each(rows, err, goalRow.goal)
}

// AddPrediction keeps which level the person expects. It fails with ErrRecord, and with those of
// Record.
func (j *Journal) AddPrediction(ctx context.Context, p progress.Prediction) error {
	row, err := predictionOf(p)
	if err != nil {
		return err
	}
	return add(ctx, j, "keep the prediction", row)
}

func predictionOf(p progress.Prediction) (predictionRow, error) {
	switch err := checkID(p.ID); {
	case err != nil:
		return predictionRow{}, err
	case p.Guide == "" || p.Edition < 1 || p.Level < 0 || p.Level > 7:
		return predictionRow{}, invalid("the prediction names no level of a guide")
	}
	return predictionRow{ID: p.ID, Guide: p.Guide, Edition: p.Edition, Level: p.Level}, nil
}

// Predictions returns the predictions on a guide, or on all guides where it is empty, oldest first.
func (j *Journal) Predictions(ctx context.Context, guide string) ([]progress.Prediction, error) {
	rows, err := rowsOf[predictionRow](ctx, j, "read the predictions", guide)
	return each(rows, err, predictionRow.prediction)
}

// Carry records the marks that a new edition asks for together with the receipt, all or nothing.
// It fails with ErrRecord, ErrMark, and with those of Record.
func (j *Journal) Carry(ctx context.Context, r progress.Receipt, marks []progress.Mark) error {
	row, err := receiptOf(r)
	if err == nil {
		err = checkMarks(marks)
	}
	if err != nil {
		return err
	}
	err = j.db.WithContext(ctx).Transaction(func(tx *gorm.DB) error {
		if err := j.insertAll(tx, marks); err != nil {
			return err
		}
		return insert(tx, j, row)
	})
	return j.translate("carry the marks to the new edition", j.noted(err, marks))
}

func receiptOf(r progress.Receipt) (receiptRow, error) {
	switch err := checkID(r.ID); {
	case err != nil:
		return receiptRow{}, err
	case r.Guide == "" || r.From < 1 || r.To < 1:
		return receiptRow{}, invalid("the receipt names no editions of a guide")
	case !json.Valid([]byte(r.Document)):
		return receiptRow{}, invalid("the receipt's document is no JSON")
	}
	return receiptRow{ID: r.ID, Guide: r.Guide, FromEdition: r.From, ToEdition: r.To, Undoes: r.Undoes, Document: r.Document}, nil
}

// Receipts returns the receipts of a guide, or of all guides where it is empty, oldest first.
func (j *Journal) Receipts(ctx context.Context, guide string) ([]progress.Receipt, error) {
	rows, err := rowsOf[receiptRow](ctx, j, "read the receipts", guide)
	return each(rows, err, receiptRow.receipt)
}
