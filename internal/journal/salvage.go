package journal

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"sort"
	"unicode/utf8"

	"github.com/google/uuid"
	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"github.com/levelica/levelica/internal/progress"
)

// A hurt journal is read in two ways. SQLite reads what it still can, table by table. What it
// cannot, because the way to a page is broken, is looked for in the pages themselves: every leaf of
// a table, in the file and in its log, is taken apart, and what is a mark is one.
// The format: https://www.sqlite.org/fileformat2.html.

// salvaged is what could be read of a hurt journal.
type salvaged struct {
	profiles []profileRow
	marks    []markRow
	others   []any // pointers to slices of rows of the other tables
}

const pageSize = 4096 // of every journal: SQLite's own choice since 2016

// salvage reads a hurt journal. Nothing else may have it open.
func salvage(ctx context.Context, path string) (salvaged, error) {
	var left salvaged
	marks := map[string]markRow{}
	for _, name := range []string{path, path + "-wal"} {
		if err := carve(name, marks); err != nil {
			return salvaged{}, err
		}
	}
	if err := left.read(ctx, path, marks); err != nil {
		return salvaged{}, err
	}
	for _, m := range marks {
		left.marks = append(left.marks, m)
	}
	sort.Slice(left.marks, func(i, j int) bool { return left.marks[j].mark().Later(left.marks[i].mark()) })
	return left, nil
}

// read lets SQLite read a copy of the hurt journal, as far as it can. That it cannot is no error.
func (s *salvaged) read(ctx context.Context, path string, marks map[string]markRow) (err error) {
	id, err := uuid.NewRandom()
	if err != nil {
		return err
	}
	draft := filepath.Join(filepath.Dir(path), id.String()+draftSuffix)
	defer func() { err = errors.Join(err, discard(draft)) }()
	for _, suffix := range []string{"", "-wal"} {
		if err := copyFile(path+suffix, draft+suffix); err != nil && !errors.Is(err, os.ErrNotExist) {
			return err
		}
	}
	db, err := connect(draft)
	if err != nil {
		return nil // not even its header can be read
	}
	defer closeDB(db)
	db = db.WithContext(ctx)
	s.profiles = readable[profileRow](db)
	for _, m := range readable[markRow](db) {
		if sound(m) {
			marks[m.ID] = m
		}
	}
	s.others = []any{
		pointer(readable[evidenceRow](db)), pointer(readable[placeRow](db)), pointer(readable[assessmentRow](db)),
		pointer(readable[snapshotRow](db)), pointer(readable[goalRow](db)), pointer(readable[predictionRow](db)),
		pointer(readable[receiptRow](db)),
	}
	return nil
}

func pointer[R any](rows []R) *[]R { return &rows }

// readable returns the rows of a table that come before the first broken page, and those after the
// last.
func readable[R any](db *gorm.DB) (found []R) {
	readReadable(db, blank[R], func(row any) { found = append(found, *row.(*R)) })
	return found
}

func readReadable(db *gorm.DB, blank func() any, found func(row any)) {
	for _, order := range []string{"rowid", "rowid DESC"} {
		rows, err := db.Model(blank()).Order(order).Rows()
		if err != nil {
			continue
		}
		for rows.Next() {
			if row := blank(); db.ScanRows(rows, row) == nil {
				found(row)
			}
		}
		whole := rows.Err() == nil
		_ = rows.Close()
		if whole {
			break
		}
	}
}

// addTo adds what was read to a new journal that nobody has open yet. Where the journal is empty,
// its own profile gives way to those that were read.
func (s *salvaged) addTo(ctx context.Context, path string, empty bool) (r Rescue, err error) {
	db, err := connect(path)
	if err != nil {
		return r, err
	}
	defer func() { err = errors.Join(err, closeDB(db)) }()
	// Foreign keys stay off: a row whose parent cannot be read is worth keeping where it can be.
	err = withoutForeignKeys(ctx, db, func(conn *gorm.DB) error {
		return conn.Transaction(func(tx *gorm.DB) error {
			var had, has int
			count := func(n *int) error { return tx.Raw("SELECT count(*) FROM mark").Scan(n).Error }
			if err := count(&had); err != nil {
				return err
			}
			if err := s.insert(tx, empty); err != nil {
				return err
			}
			if err := count(&has); err != nil {
				return err
			}
			r.Journal, r.Read = has, has-had
			return checkForeignKeys(tx)
		})
	})
	return r, err
}

func (s *salvaged) insert(tx *gorm.DB, empty bool) error {
	if len(s.marks) == 0 && len(s.profiles) == 0 {
		return nil
	}
	profiles := map[string]profileRow{}
	for _, m := range s.marks {
		profiles[m.ProfileID] = profileRow{ID: m.ProfileID, Name: profileName(""), CreatedAt: m.At}
	}
	for _, p := range s.profiles {
		if uuid.Validate(p.ID) == nil && p.Name != "" {
			profiles[p.ID] = p
		}
	}
	quietly := tx.Clauses(clause.OnConflict{DoNothing: true}).Session(&gorm.Session{})
	chosen := ""
	for _, p := range profiles {
		if err := quietly.Create(&p).Error; err != nil {
			return err
		}
		if chosen == "" || p.ID < chosen { // the oldest, as UUIDv7 sort by time
			chosen = p.ID
		}
	}
	for _, m := range s.marks {
		if err := quietly.Create(&m).Error; err != nil {
			return err
		}
	}
	for _, rows := range s.others {
		if err := quietly.CreateInBatches(rows, 100).Error; err != nil && !errors.Is(err, gorm.ErrEmptySlice) {
			return err
		}
	}
	if err := dropOrphans(tx); err != nil {
		return err
	}
	if !empty || chosen == "" {
		return nil
	}
	if err := tx.Exec("DELETE FROM profile WHERE id = (SELECT profile_id FROM journal) AND id <> ?", chosen).Error; err != nil {
		return err
	}
	return tx.Exec("UPDATE journal SET profile_id = ?", chosen).Error
}

// dropOrphans removes rows of which nobody can say whose they are.
func dropOrphans(tx *gorm.DB) error {
	for _, table := range []string{"evidence", "assessment", "snapshot", "goal", "prediction", "receipt"} {
		if err := tx.Exec("DELETE FROM " + table + " WHERE profile_id NOT IN (SELECT id FROM profile)").Error; err != nil {
			return err
		}
	}
	return tx.Exec("DELETE FROM evidence_place WHERE evidence_id NOT IN (SELECT id FROM evidence)").Error
}

// sound reports whether what was read is a mark, and not by chance something that looks like one.
func sound(m markRow) bool {
	return checkMarks([]progress.Mark{m.mark()}) == nil && len(m.Digest) == 16 && m.Clock > 0 &&
		uuid.Validate(m.ProfileID) == nil && uuid.Validate(m.DeviceID) == nil && m.mark().Origin.Valid() &&
		utf8.ValidString(m.Guide+m.Item+m.Rater)
}

// CopyHurt copies the files of a journal that nothing has open to another folder, as they are.
func CopyHurt(from, to string) error {
	for _, suffix := range []string{"", "-wal"} {
		err := copyFile(filepath.Join(from, FileName+suffix), filepath.Join(to, FileName+suffix))
		if err != nil && !errors.Is(err, os.ErrNotExist) {
			return translate("copy the journal", from, err)
		}
	}
	return nil
}
