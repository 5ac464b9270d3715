package journal

import (
	"context"
	"database/sql"
	"fmt"

	"github.com/google/uuid"
	"gorm.io/gorm"

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
	db := j.db.WithContext(ctx)
	if len(marks) == 1 {
		// One statement is a transaction of its own. The driver prepares every statement anew, so
		// that BEGIN and COMMIT around it would cost half as much again as the fsync itself.
		return translate("record the mark", j.path, j.insert(db, marks[0]))
	}
	return translate("record the marks", j.path, db.Transaction(func(tx *gorm.DB) error {
		for _, m := range marks {
			if err := j.insert(tx, m); err != nil {
				return err
			}
		}
		return nil
	}))
}

// insert adds one mark. Its clock is progress.Tick of the newest clock in the journal: the time of
// this computer, or one more than the newest where that is not later.
func (j *Journal) insert(db *gorm.DB, m progress.Mark) error {
	now := j.now()
	return db.Exec(`INSERT INTO mark (id, profile_id, guide, item, verdict, origin, rater, edition, digest, device_id, clock, at)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, max(?, 1 + coalesce((SELECT max(clock) FROM mark), 0)), ?)
		ON CONFLICT (id) DO NOTHING`,
		m.ID, j.Profile().ID, m.Guide, m.Item, int(m.Verdict), string(m.Origin), m.Rater, m.Edition, m.Digest,
		j.device, int64(progress.Tick(0, now)), now.UnixMilli()).Error
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
	return j.marks(ctx, "profile_id = ? AND guide = ?", j.Profile().ID, guide)
}

// Newest returns, for each item of a guide, the newest mark of each origin and rater: all that says
// where the person stands. It costs the same after twenty years as after a day.
func (j *Journal) Newest(ctx context.Context, guide string) ([]progress.Mark, error) {
	// Each step looks up the first mark of the next item, origin or rater in the index, and then the
	// last mark of each.
	const query = `
		WITH RECURSIVE first (mark) AS (
			SELECT (SELECT rowid FROM mark WHERE profile_id = @profile AND guide = @guide ORDER BY item, origin, rater LIMIT 1)
			UNION ALL
			SELECT (SELECT next.rowid FROM mark AS next WHERE next.profile_id = @profile AND next.guide = @guide
				AND (next.item, next.origin, next.rater) > (here.item, here.origin, here.rater)
				ORDER BY next.item, next.origin, next.rater LIMIT 1)
			FROM first JOIN mark AS here ON here.rowid = first.mark
		)
		SELECT newest.* FROM first JOIN mark AS here ON here.rowid = first.mark JOIN mark AS newest ON newest.rowid = (
			SELECT rowid FROM mark AS last WHERE last.profile_id = @profile AND last.guide = @guide
			AND last.item = here.item AND last.origin = here.origin AND last.rater = here.rater
			ORDER BY last.clock DESC, last.device_id DESC, last.id DESC LIMIT 1)`
	rows, err := gorm.G[markRow](j.db).Raw(query, sql.Named("profile", j.Profile().ID), sql.Named("guide", guide)).Find(ctx)
	return each(rows, translate("read the marks", j.path, err), markRow.mark)
}

// AllMarks returns the marks of the profile on all guides, in the order in which they were made.
func (j *Journal) AllMarks(ctx context.Context) ([]progress.Mark, error) {
	return j.marks(ctx, "profile_id = ?", j.Profile().ID)
}

// History returns the marks of the profile on one item, in the order in which they were made.
func (j *Journal) History(ctx context.Context, guide, item string) ([]progress.Mark, error) {
	return j.marks(ctx, "profile_id = ? AND guide = ? AND item = ?", j.Profile().ID, guide, item)
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
