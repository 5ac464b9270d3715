package journal

import (
	"context"
	"database/sql"
	"errors"
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
// It fails with ErrBusy, ErrFull or ErrUnwritable, and then nothing was added; or with ErrDisk.
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
		return j.translate("record the mark", j.noted(j.insert(db, marks[0]), marks))
	}
	err := db.Transaction(func(tx *gorm.DB) error { return j.insertAll(tx, marks) })
	return j.translate("record the marks", j.noted(err, marks))
}

// noted notes the last of the marks that were recorded, unless that failed, and returns how it went.
func (j *Journal) noted(err error, marks []progress.Mark) error {
	if err == nil && len(marks) > 0 {
		j.last.remember(j.path, marks[len(marks)-1].ID)
	}
	return err
}

func (j *Journal) insertAll(tx *gorm.DB, marks []progress.Mark) error {
	for _, m := range marks {
		if err := j.insert(tx, m); err != nil {
			return err
		}
	}
	return nil
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

// Marks returns the marks of the profile on one guide, or on all where it is empty, in the order in
// which they were made.
func (j *Journal) Marks(ctx context.Context, guide string) ([]progress.Mark, error) {
	return j.marks(ctx, "mark", guide, "clock, device_id, id")
}

// Newest returns, for each item of a guide, or of all guides where it is empty, the newest mark of
// each origin and rater: all that says where the person stands. It costs the same after twenty years
// as after a day.
func (j *Journal) Newest(ctx context.Context, guide string) ([]progress.Mark, error) {
	return j.marks(ctx, "newest", guide, "guide, item, origin, rater")
}

// History returns the marks of the profile on one item, in the order in which they were made.
func (j *Journal) History(ctx context.Context, guide, item string) ([]progress.Mark, error) {
	rows, err := find[markRow](j.db.WithContext(ctx).
		Where("profile_id = ? AND guide = ? AND item = ?", j.Profile().ID, guide, item).Order("clock, device_id, id"))
	return each(rows, j.translate("read the marks", err), markRow.mark)
}

// Claims returns what the past of a guide is made from: the claiming marks of the profile, in the
// order in which they were made, without edition, digest and rater. All of it stands side by side in
// an index, and nearly all of it in numbers, which cost a tenth of texts.
func (j *Journal) Claims(ctx context.Context, guide string) ([]progress.Mark, error) {
	const query = `SELECT item, verdict, CASE origin WHEN 'self' THEN 0 WHEN 'placement' THEN 1 ELSE 2 END, clock, at
		FROM mark WHERE profile_id = ? AND guide = ? AND origin IN ('self', 'placement', 'import') ORDER BY clock, device_id, id`
	origins := []progress.Origin{progress.OriginSelf, progress.OriginPlacement, progress.OriginImport}
	marks, err := scan(ctx, j.db, func(m *progress.Mark, row *sql.Rows) error {
		var origin int
		err := row.Scan(&m.Item, &m.Verdict, &origin, &m.Clock, &m.At)
		m.Guide, m.Origin = guide, origins[origin]
		return err
	}, query, j.Profile().ID, guide)
	return marks, j.translate("read the past", err)
}

// marks reads rows of mark, or of newest.
func (j *Journal) marks(ctx context.Context, table, guide, order string) ([]progress.Mark, error) {
	query, args := "SELECT id, guide, item, verdict, origin, rater, edition, digest, device_id, clock, at FROM "+table+" WHERE profile_id = ?", []any{j.Profile().ID}
	if guide != "" {
		query, args = query+" AND guide = ?", append(args, guide)
	}
	marks, err := scan(ctx, j.db, func(m *progress.Mark, row *sql.Rows) error {
		return row.Scan(&m.ID, &m.Guide, &m.Item, &m.Verdict, &m.Origin, &m.Rater, &m.Edition, &m.Digest, &m.Device, &m.Clock, &m.At)
	}, query+" ORDER BY "+order, args...)
	return marks, j.translate("read the marks", err)
}

// first returns the first row that a query finds, and find all of them. They stand in for gorm.G, which
// the compiler writes out anew for each type of row: ten of them were a tenth of the whole program.
func first[R any](query *gorm.DB) (row R, err error) {
	err = query.First(&row).Error
	return row, err
}

func find[R any](query *gorm.DB) (rows []R, err error) {
	err = query.Find(&rows).Error
	return rows, err
}

// scan reads rows without reflection, which would cost several times what SQLite takes: there may be
// a hundred thousand.
func scan[T any](ctx context.Context, db *gorm.DB, read func(*T, *sql.Rows) error, query string, args ...any) (all []T, err error) {
	rows, err := db.WithContext(ctx).Raw(query, args...).Rows()
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	all = []T{}
	for rows.Next() {
		var one T
		if err := read(&one, rows); err != nil {
			return nil, err
		}
		all = append(all, one)
	}
	return all, rows.Err()
}
