package journal

import (
	"context"
	"fmt"
	"strings"

	"gorm.io/gorm"
)

// Check reads the whole journal, and returns how many marks it holds, of all profiles. It fails
// with ErrDamaged where a page, an index or a reference is broken.
func (j *Journal) Check(ctx context.Context) (marks int, err error) {
	b, err := contents(ctx, j.db, j.path)
	var problems []string
	if err == nil {
		err = j.db.WithContext(ctx).Raw("PRAGMA integrity_check(10)").Scan(&problems).Error
	}
	if err == nil && (len(problems) != 1 || problems[0] != "ok") {
		err = &DamagedError{Path: j.path, Damage: DamageContent, Detail: strings.Join(problems, "; ")}
	}
	if err == nil {
		err = checkForeignKeys(j.db.WithContext(ctx))
	}
	if err == nil {
		err = checkNewest(ctx, j.db, j.path)
	}
	return b.Marks, j.translate("check the journal", err)
}

// checkNewest fails where the table of the newest marks does not say what the marks say.
func checkNewest(ctx context.Context, db *gorm.DB, path string) error {
	const columns = "profile_id, guide, item, origin, rater, id, verdict, edition, digest, device_id, clock, at"
	const right = "SELECT " + columns + ` FROM (SELECT *, row_number() OVER (
		PARTITION BY profile_id, guide, item, origin, rater ORDER BY clock DESC, device_id DESC, id DESC) AS place FROM mark) WHERE place = 1`
	var differ int
	err := db.WithContext(ctx).Raw("SELECT (SELECT count(*) FROM (" + right + " EXCEPT SELECT " + columns + " FROM newest)) + " +
		"(SELECT count(*) FROM (SELECT " + columns + " FROM newest EXCEPT " + right + "))").Scan(&differ).Error
	if err == nil && differ > 0 {
		return &DamagedError{Path: path, Damage: DamageContent, Detail: fmt.Sprintf("%d of the newest marks are not those that the marks say", differ)}
	}
	return err
}

// looksWhole fails where a journal of moderate size has a broken page. A large one would take longer
// than a start may; Check and every backup read it whole.
func looksWhole(ctx context.Context, db *gorm.DB, path string, bytes int64) error {
	const most = 4 << 20
	if bytes > most {
		return nil
	}
	return quickCheck(ctx, db, path)
}

func quickCheck(ctx context.Context, db *gorm.DB, path string) error {
	var problems []string
	if err := db.WithContext(ctx).Raw("PRAGMA quick_check(5)").Scan(&problems).Error; err != nil {
		return translate("check the journal", path, err)
	}
	if len(problems) != 1 || problems[0] != "ok" {
		return &DamagedError{Path: path, Damage: DamageContent, Detail: strings.Join(problems, "; ")}
	}
	return nil
}
