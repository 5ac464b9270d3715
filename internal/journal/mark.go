package journal

import (
	"context"
	"database/sql"
	"fmt"
	"strings"

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

// Newest returns, for each item of a guide, or of all guides where it is empty, the newest mark of
// each origin and rater: all that says where the person stands. It costs nearly the same after twenty
// years as after a day.
func (j *Journal) Newest(ctx context.Context, guide string) ([]progress.Mark, error) {
	first, last := any(guide), any(guide)
	if guide == "" {
		last = []byte{0} // greater than every text
	}
	rows, err := gorm.G[markRow](j.db).Raw(newestMarks,
		sql.Named("profile", j.Profile().ID), sql.Named("first", first), sql.Named("last", last)).Find(ctx)
	return each(rows, translate("read the marks", j.path, err), markRow.mark)
}

// newestMarks walks backwards through the index mark_by_item, from the newest mark of one item,
// origin and rater to that of the one before. Each step asks in turn for another rater, another
// origin, another item and another guide, because SQLite finds a row by one of them where all that
// stand before it in the index are given, and would read every mark between two steps if it were
// asked for all four at once. A step also brings the mark that the last one found, so that each is
// looked up once.
var newestMarks = strings.ReplaceAll(`
	WITH RECURSIVE newest AS (
		SELECT (SELECT rowid FROM mark WHERE profile_id = @profile AND guide >= @first AND guide <= @last {backwards}) AS before,
			'' AS id, '' AS profile_id, '' AS guide, '' AS item, 0 AS verdict, '' AS origin, '' AS rater,
			0 AS edition, '' AS digest, '' AS device_id, 0 AS clock, 0 AS at
		UNION ALL
		SELECT coalesce(
			CASE WHEN here.rater <> '' THEN
				(SELECT rowid FROM mark WHERE profile_id = @profile AND guide = here.guide AND item = here.item
				AND origin = here.origin AND rater < here.rater {backwards}) END,
			(SELECT rowid FROM mark WHERE profile_id = @profile AND guide = here.guide AND item = here.item
				AND origin < here.origin {backwards}),
			(SELECT rowid FROM mark WHERE profile_id = @profile AND guide = here.guide AND item < here.item {backwards}),
			(SELECT rowid FROM mark WHERE profile_id = @profile AND guide >= @first AND guide < here.guide {backwards})),
			here.id, here.profile_id, here.guide, here.item, here.verdict, here.origin, here.rater,
			here.edition, here.digest, here.device_id, here.clock, here.at
		FROM newest JOIN mark AS here ON here.rowid = newest.before
	)
	SELECT id, profile_id, guide, item, verdict, origin, rater, edition, digest, device_id, clock, at FROM newest WHERE id <> ''`,
	"{backwards}", "ORDER BY guide DESC, item DESC, origin DESC, rater DESC, clock DESC, device_id DESC, id DESC LIMIT 1")

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
