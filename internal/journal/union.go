package journal

import (
	"errors"
	"fmt"
	"strings"

	"gorm.io/gorm"
)

// ErrConflict says that another journal has a row of the same ID that says something else. Programs never
// make one; a file that was edited may have it.
var ErrConflict = errors.New("what is to be joined contradicts what is there")

// Journals are joined by union. Rows are only ever added and carry their own identity and clock, so
// that the order of joining is free, and joining twice changes nothing. Two kinds of row change:
// the name of a profile, where the later one wins, and an assessment, where the one that is
// further on does.

// addedOnly are the tables whose rows never change, each after those that it refers to.
var addedOnly = []string{"mark", "evidence", "snapshot", "goal", "prediction", "receipt", "evidence_place"}

// union adds to the journal what the database attached as other has and it has not. Where a row
// differs from the one that is there it fails with ErrConflict.
func union(tx *gorm.DB) error {
	// WHERE true keeps SQLite from taking ON for a part of a join.
	statements := []string{
		`INSERT INTO main.profile SELECT * FROM other.profile WHERE true
			ON CONFLICT (id) DO UPDATE SET name = excluded.name, clock = excluded.clock
			WHERE (excluded.clock, excluded.name) > (profile.clock, profile.name)`,
	}
	for _, table := range addedOnly {
		if err := agree(tx, table); err != nil {
			return err
		}
		statements = append(statements, fmt.Sprintf("INSERT INTO main.%s SELECT * FROM other.%s WHERE true ON CONFLICT DO NOTHING", table, table))
	}
	rank := func(of string) string {
		return fmt.Sprintf("(CASE %[1]s.state WHEN 'accepted' THEN 2 WHEN 'discarded' THEN 1 ELSE 0 END, %[1]s.clock, %[1]s.device_id)", of)
	}
	statements = append(statements, `INSERT INTO main.assessment SELECT * FROM other.assessment WHERE true
		ON CONFLICT (id) DO UPDATE SET answers = excluded.answers, state = excluded.state, result = excluded.result,
			device_id = excluded.device_id, clock = excluded.clock, at = excluded.at
		WHERE `+rank("excluded")+" > "+rank("assessment"))
	for _, statement := range statements {
		if err := tx.Exec(statement).Error; err != nil {
			return err
		}
	}
	return nil
}

// agree fails where two rows of one ID differ.
func agree(tx *gorm.DB, table string) error {
	var columns []string
	if err := tx.Raw("SELECT name FROM pragma_table_info(?)", table).Scan(&columns).Error; err != nil {
		return err
	}
	same := make([]string, len(columns))
	for i, c := range columns {
		same[i] = fmt.Sprintf("a.%s IS b.%s", c, c)
	}
	var differ int
	err := tx.Raw(fmt.Sprintf("SELECT count(*) FROM main.%[1]s AS a JOIN other.%[1]s AS b ON a.%[2]s = b.%[2]s WHERE NOT (%[3]s)",
		table, columns[0], strings.Join(same, " AND "))).Scan(&differ).Error
	if err == nil && differ > 0 {
		return fmt.Errorf("%w: %d rows of %s", ErrConflict, differ, table)
	}
	return err
}
