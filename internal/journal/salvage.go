package journal

import (
	"context"
	"encoding/binary"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
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
	slices.SortFunc(left.marks, func(a, b markRow) int {
		if a.mark().Later(b.mark()) {
			return 1
		}
		return -1
	})
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
	for _, order := range []string{"rowid", "rowid DESC"} {
		rows, err := db.Model(new(R)).Order(order).Rows()
		if err != nil {
			continue
		}
		for rows.Next() {
			var row R
			if db.ScanRows(rows, &row) == nil {
				found = append(found, row)
			}
		}
		whole := rows.Err() == nil
		_ = rows.Close()
		if whole {
			break
		}
	}
	return found
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

// carve looks for marks in the pages of a database or of its log.
func carve(name string, found map[string]markRow) error {
	f, err := os.Open(name)
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	defer f.Close()
	head, between := int64(0), int64(0)
	if filepath.Ext(name) != filepath.Ext(FileName) {
		head, between = 32, 24 // of the log, and of each of its frames
	}
	page := make([]byte, pageSize)
	for at := head + between; ; at += pageSize + between {
		if _, err := f.ReadAt(page, at); err != nil {
			if errors.Is(err, io.EOF) {
				return nil // half a page holds nothing whole
			}
			return err
		}
		carvePage(page, found)
	}
}

// carvePage takes apart a page that is a leaf of a table.
func carvePage(page []byte, found map[string]markRow) {
	const leaf = 13
	if page[0] != leaf {
		return
	}
	cells := int(binary.BigEndian.Uint16(page[3:]))
	for i := range cells {
		if 8+2*i+2 > len(page) {
			return
		}
		at := int(binary.BigEndian.Uint16(page[8+2*i:]))
		if at >= len(page) {
			continue
		}
		if m, ok := carveMark(page[at:]); ok && sound(m) {
			found[m.ID] = m
		}
	}
}

// carveMark reads a cell as a row of the table mark.
func carveMark(cell []byte) (m markRow, ok bool) {
	length, n := varint(cell)
	if n == 0 {
		return m, false
	}
	cell = cell[n:]
	_, n = varint(cell) // the row's number
	if n == 0 || length > uint64(len(cell)-n) {
		return m, false // it goes on in another page: no mark is that long
	}
	values, ok := decodeRecord(cell[n : n+int(length)])
	if !ok || len(values) != 12 {
		return m, false
	}
	text := func(i int) string { s, _ := values[i].(string); return s }
	whole := func(i int) int64 { v, _ := values[i].(int64); return v }
	return markRow{
		ID: text(0), ProfileID: text(1), Guide: text(2), Item: text(3), Verdict: int(whole(4)), Origin: text(5), Rater: text(6),
		Edition: int(whole(7)), Digest: text(8), DeviceID: text(9), Clock: whole(10), At: whole(11),
	}, true
}

// decodeRecord reads a record: a header with the type of each value, then the values. It knows
// whole numbers and texts, of which the table consists.
func decodeRecord(record []byte) (values []any, ok bool) {
	length, n := varint(record)
	if n == 0 || length > uint64(len(record)) || length < uint64(n) {
		return nil, false
	}
	header, body := record[n:length], record[length:]
	for len(header) > 0 {
		kind, n := varint(header)
		if n == 0 {
			return nil, false
		}
		header = header[n:]
		size := 0
		switch {
		case kind >= 1 && kind <= 6:
			size = []int{1, 2, 3, 4, 6, 8}[kind-1]
		case kind == 8, kind == 9:
		case kind >= 13 && kind%2 == 1 && kind < 2*pageSize:
			size = int(kind-13) / 2
		default:
			return nil, false
		}
		if size > len(body) {
			return nil, false
		}
		if kind >= 13 {
			values = append(values, string(body[:size]))
		} else {
			values = append(values, wholeNumber(kind, body[:size]))
		}
		body = body[size:]
	}
	return values, true
}

func wholeNumber(kind uint64, bytes []byte) int64 {
	if kind == 8 || kind == 9 { // zero and one, without a byte
		return int64(kind - 8)
	}
	v := int64(int8(bytes[0])) // the first byte has the sign
	for _, b := range bytes[1:] {
		v = v<<8 | int64(b)
	}
	return v
}

// varint reads a number of one to nine bytes, as SQLite writes it, and says how many bytes it had;
// 0 where they end too early.
func varint(from []byte) (value uint64, length int) {
	for i := range min(9, len(from)) {
		if i == 8 {
			return value<<8 | uint64(from[i]), 9
		}
		value = value<<7 | uint64(from[i]&0x7f)
		if from[i] < 0x80 {
			return value, i + 1
		}
	}
	return 0, 0
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
