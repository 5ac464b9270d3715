package journal

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"
	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"github.com/levelica/levelica/internal/progress"
)

// Record adds marks, all or none, and returns when they are durable. The caller fills in what was
// answered (ID, Guide, Item, Verdict, Origin, Edition, Digest); device, clock and time are set
// here, in the order of the marks. A mark whose ID the journal already has is left as it is, so
// that a call whose outcome is unknown can be repeated.
//
// It fails with ErrBusy, ErrFull or ErrUnwritable, and then nothing was added.
func (j *Journal) Record(ctx context.Context, marks ...progress.Mark) error {
	if err := checkMarks(marks); err != nil {
		return err
	}
	if len(marks) == 0 {
		return nil
	}
	now := j.now()
	err := j.db.WithContext(ctx).Transaction(func(tx *gorm.DB) error {
		clock, err := tick(ctx, tx, now)
		if err != nil {
			return err
		}
		rows := make([]markRow, len(marks))
		for i, m := range marks {
			m.Device, m.Clock, m.At = j.device, clock+progress.Clock(i), now.UnixMilli()
			rows[i] = newMarkRow(j.Profile.ID, m)
		}
		return gorm.G[markRow](tx, clause.OnConflict{Columns: []clause.Column{{Name: "id"}}, DoNothing: true}).
			CreateInBatches(ctx, &rows, 100)
	})
	return translate("record the marks", j.path, err)
}

// checkMarks refuses marks that no caller should ask for.
func checkMarks(marks []progress.Mark) error {
	for _, m := range marks {
		id, err := uuid.Parse(m.ID)
		switch {
		case err != nil || id.Version() != 7 || m.ID != id.String():
			return fmt.Errorf("%w: %q is no UUIDv7", ErrMark, m.ID)
		case !m.Verdict.Valid():
			return fmt.Errorf("%w: %s", ErrMark, m.Verdict)
		case m.Guide == "" || m.Item == "" || m.Edition < 1 || m.Digest == "":
			return fmt.Errorf("%w: it does not say what was answered", ErrMark)
		}
	}
	return nil
}

// Marks returns the marks of the profile on one guide, in the order in which they were made.
func (j *Journal) Marks(ctx context.Context, guide string) ([]progress.Mark, error) {
	return j.marks(ctx, "profile_id = ? AND guide = ?", j.Profile.ID, guide)
}

// History returns the marks of the profile on one item, in the order in which they were made.
func (j *Journal) History(ctx context.Context, guide, item string) ([]progress.Mark, error) {
	return j.marks(ctx, "profile_id = ? AND guide = ? AND item = ?", j.Profile.ID, guide, item)
}

func (j *Journal) marks(ctx context.Context, where string, args ...any) ([]progress.Mark, error) {
	rows, err := gorm.G[markRow](j.db).Where(where, args...).Order("clock, device_id, id").Find(ctx)
	if err != nil {
		return nil, translate("read the marks", j.path, err)
	}
	marks := make([]progress.Mark, len(rows))
	for i, row := range rows {
		marks[i] = row.mark()
	}
	return marks, nil
}

// Guides lists the guides that the profile has marks on, by slug.
func (j *Journal) Guides(ctx context.Context) ([]string, error) {
	var slugs []string
	err := j.db.WithContext(ctx).Raw("SELECT DISTINCT guide FROM mark WHERE profile_id = ? ORDER BY guide", j.Profile.ID).Scan(&slugs).Error
	if err != nil {
		return nil, translate("list the guides of the journal", j.path, err)
	}
	return slugs, nil
}

// tick returns the clock of the next mark: later than every mark in the journal.
func tick(ctx context.Context, tx *gorm.DB, now time.Time) (progress.Clock, error) {
	var last int64
	if err := tx.WithContext(ctx).Raw("SELECT coalesce(max(clock), 0) FROM mark").Scan(&last).Error; err != nil {
		return 0, err
	}
	return progress.Tick(progress.Clock(last), now), nil
}
