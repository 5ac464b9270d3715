package journal

import (
	"context"
	"database/sql"
	"errors"
	"hash/fnv"
	"path/filepath"
	"strings"

	"gorm.io/gorm"

	"github.com/levelica/levelica/internal/progress"
)

// Record is what one profile has recorded, as far as a preview shows it. However much that is, it
// holds no more than there are guides and items.
type Record struct {
	Profile Profile
	Guides  []Recorded
	Newest  []progress.Mark // all that say where the person stands
	Kept    map[Kind]Kept   // what there is beside marks
}

// Kind is a kind of what is recorded beside marks.
type Kind string

// The kinds, in the order in which they are shown.
const (
	KindEvidence  Kind = "evidence"
	KindGoal      Kind = "goal"
	KindPlacement Kind = "placement"
	KindSnapshot  Kind = "snapshot"
)

// Kinds returns all kinds, in the order in which they are shown.
func Kinds() []Kind { return []Kind{KindEvidence, KindGoal, KindPlacement, KindSnapshot} }

// Kept says how much there is of a kind. Two of one number need not be the same: their sums tell.
type Kept struct {
	Number int
	Sum    uint64 // of which rows those are
}

// Recorded says how much was recorded of a guide.
type Recorded struct {
	Guide string
	Marks int
	Last  int64 // UTC milliseconds of the newest mark
}

// Records returns what all profiles of a backup have recorded, as it would be after restoring it.
// It fails as Verify does.
func (b Backup) Records(ctx context.Context) ([]Record, error) {
	draft, err := b.unpack(ctx, filepath.Dir(b.Path))
	if err != nil {
		return nil, err
	}
	db, err := connect(draft)
	if err != nil {
		return nil, errors.Join(err, discard(draft))
	}
	records, err := readRecords(ctx, db, "main")
	return records, errors.Join(err, closeDB(db), discard(draft))
}

// Records returns what all profiles of the journal have recorded.
func (j *Journal) Records(ctx context.Context) ([]Record, error) {
	records, err := readRecords(ctx, j.db, "main")
	return records, j.translate("read the marks", err)
}

// readRecords returns what all profiles have recorded in a database, or in several that are attached
// to each other, as it would be after joining them.
func readRecords(ctx context.Context, db *gorm.DB, databases ...string) ([]Record, error) {
	var records []Record
	var named []profileRow
	var marks []string
	places := map[string]int{}
	for _, name := range databases {
		profiles, err := find[profileRow](db.WithContext(ctx).Raw("SELECT * FROM " + name + ".profile ORDER BY created_at, id"))
		if err != nil {
			return nil, err
		}
		for _, p := range profiles {
			place, known := places[p.ID]
			if !known {
				place = len(records)
				places[p.ID], named = place, append(named, p)
				records = append(records, Record{Profile: p.profile(), Kept: map[Kind]Kept{}})
			}
			// The later name is the one, as where journals are joined.
			if before := named[place]; p.Clock > before.Clock || p.Clock == before.Clock && p.Name > before.Name {
				named[place], records[place].Profile = p, p.profile()
			}
		}
		marks = append(marks, "SELECT id, profile_id, guide, at FROM "+name+".mark")
		newest, err := find[markRow](db.WithContext(ctx).Raw("SELECT * FROM " + name + ".newest"))
		if err != nil {
			return nil, err
		}
		for _, m := range newest {
			r := &records[places[m.ProfileID]]
			r.Newest = append(r.Newest, m.mark())
		}
	}
	type counted struct {
		profile string
		Recorded
	}
	counts, err := scan(ctx, db, func(c *counted, row *sql.Rows) error {
		return row.Scan(&c.profile, &c.Guide, &c.Marks, &c.Last)
	}, "SELECT profile_id, guide, count(*), max(at) FROM ("+strings.Join(marks, " UNION ")+") GROUP BY profile_id, guide")
	for _, c := range counts {
		r := &records[places[c.profile]]
		r.Guides = append(r.Guides, c.Recorded)
	}
	if err != nil {
		return nil, err
	}
	for _, kind := range Kinds() {
		if err := countKept(ctx, db, databases, kind, func(profile string, k Kept) { records[places[profile]].Kept[kind] = k }); err != nil {
			return nil, err
		}
	}
	return records, nil
}

// present selects what there is of each kind: the profile, and a text that no other row has. The
// table's name stands for its rows in all databases together.
var present = map[Kind]struct{ table, query string }{
	KindEvidence: {"evidence", `SELECT profile_id, id FROM evidence
		WHERE removes = '' AND id NOT IN (SELECT removes FROM evidence)`},
	KindGoal: {"goal", `SELECT profile_id, id FROM
		(SELECT *, row_number() OVER (PARTITION BY profile_id, guide ORDER BY clock DESC, device_id DESC, id DESC) AS n FROM goal)
		WHERE n = 1 AND level > 0`},
	// Where two journals have one placement, the one that is further on is kept: accepted, discarded, paused.
	KindPlacement: {"assessment", `SELECT min(profile_id), id || min(state) FROM assessment
		WHERE kind = 'placement' GROUP BY id HAVING min(state) <> 'discarded'`},
	KindSnapshot: {"snapshot", `SELECT profile_id, id FROM snapshot
		WHERE removes = '' AND id NOT IN (SELECT removes FROM snapshot)`},
}

// countKept counts what there is of a kind in databases that are attached to each other.
func countKept(ctx context.Context, db *gorm.DB, databases []string, kind Kind, found func(profile string, k Kept)) error {
	of := present[kind]
	var parts []string
	for _, name := range databases {
		parts = append(parts, "SELECT * FROM "+name+"."+of.table)
	}
	type row struct{ profile, text string }
	rows, err := scan(ctx, db, func(r *row, from *sql.Rows) error { return from.Scan(&r.profile, &r.text) },
		"WITH "+of.table+" AS ("+strings.Join(parts, " UNION ")+") "+of.query+" ORDER BY 1, 2")
	if err != nil {
		return err
	}
	for first := 0; first < len(rows); {
		sum, next := fnv.New64a(), first
		for ; next < len(rows) && rows[next].profile == rows[first].profile; next++ {
			sum.Write([]byte(rows[next].text)) // never fails
		}
		found(rows[first].profile, Kept{Number: next - first, Sum: sum.Sum64()})
		first = next
	}
	return nil
}
