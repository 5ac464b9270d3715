package journal

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"unicode"

	"github.com/google/uuid"
	"gorm.io/gorm"

	"github.com/levelica/levelica/internal/progress"
)

// What can be wrong with a wish about profiles.
var (
	// ErrNoProfile: the journal has no profile of that ID.
	ErrNoProfile = errors.New("there is no such profile")
	// ErrLastProfile: a journal keeps at least one profile.
	ErrLastProfile = errors.New("the last profile stays")
)

// Profile is a person whose record the journal keeps.
type Profile struct {
	ID        string // UUIDv7
	Name      string
	CreatedAt int64 // UTC milliseconds
}

func (r profileRow) profile() Profile { return Profile{ID: r.ID, Name: r.Name, CreatedAt: r.CreatedAt} }

const maxNameRunes = 200

// profileName makes a name fit to be kept: no control characters, trimmed, at most 200 characters,
// and never empty.
func profileName(name string) string {
	name = strings.TrimSpace(strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return -1
		}
		return r
	}, strings.ToValidUTF8(name, "")))
	if runes := []rune(name); len(runes) > maxNameRunes {
		name = string(runes[:maxNameRunes])
	}
	if name == "" {
		return "Me"
	}
	return name
}

// Profile returns the person whose record is shown.
func (j *Journal) Profile() Profile { return *j.profile.Load() }

// Profiles returns all persons whose record the journal keeps, the oldest profile first.
func (j *Journal) Profiles(ctx context.Context) ([]Profile, error) {
	rows, err := find[profileRow](j.db.WithContext(ctx).Order("created_at, id"))
	if err != nil {
		return nil, j.translate("read the profiles", err)
	}
	profiles := make([]Profile, len(rows))
	for i, row := range rows {
		profiles[i] = row.profile()
	}
	return profiles, nil
}

// Tally says how much a profile has recorded.
type Tally struct {
	Profile Profile
	Marks   int
	Last    int64 // UTC milliseconds of the newest mark, 0 without one
}

// Tallies counts the marks of all profiles, the oldest profile first.
func (j *Journal) Tallies(ctx context.Context) ([]Tally, error) {
	profiles, err := j.Profiles(ctx)
	if err != nil {
		return nil, err
	}
	tallies := make([]Tally, len(profiles))
	for i, p := range profiles {
		tallies[i].Profile = p
		err := j.db.WithContext(ctx).Raw("SELECT count(*), coalesce(max(at), 0) FROM mark WHERE profile_id = ?", p.ID).
			Row().Scan(&tallies[i].Marks, &tallies[i].Last)
		if err != nil {
			return nil, j.translate("count the marks", err)
		}
	}
	return tallies, nil
}

// AddProfile adds a profile, and goes on showing the one that is shown. The name is made fit to
// be kept; two profiles may share one.
func (j *Journal) AddProfile(ctx context.Context, name string) (Profile, error) {
	id, err := uuid.NewV7()
	if err != nil {
		return Profile{}, err
	}
	now := j.now()
	row := profileRow{ID: id.String(), Name: profileName(name), CreatedAt: now.UnixMilli(), Clock: int64(progress.Tick(0, now))}
	if err := j.db.WithContext(ctx).Create(&row).Error; err != nil {
		return Profile{}, j.translate("add the profile", err)
	}
	return row.profile(), nil
}

// RenameProfile gives a profile another name. It fails with ErrNoProfile, and with those of Record.
func (j *Journal) RenameProfile(ctx context.Context, id, name string) error {
	err := j.db.WithContext(ctx).Transaction(func(tx *gorm.DB) error {
		row, err := findProfile(tx, id)
		if err != nil {
			return err
		}
		clock := progress.Tick(progress.Clock(row.Clock), j.now())
		return tx.Exec("UPDATE profile SET name = ?, clock = ? WHERE id = ?", profileName(name), int64(clock), id).Error
	})
	if err == nil {
		err = j.identify(ctx)
	}
	return j.translate("rename the profile", err)
}

// SwitchProfile shows another profile from here on, at the next start too. It fails with
// ErrNoProfile, and with those of Record.
func (j *Journal) SwitchProfile(ctx context.Context, id string) error {
	err := j.db.WithContext(ctx).Transaction(func(tx *gorm.DB) error {
		if _, err := findProfile(tx, id); err != nil {
			return err
		}
		return tx.Exec("UPDATE journal SET profile_id = ?", id).Error
	})
	if err == nil {
		err = j.identify(ctx)
	}
	return j.translate("show the profile", err)
}

// DeleteProfile erases a profile and everything that it recorded, so that no byte of it is left in
// the journal's files; backups are another matter. Where it is the one that is shown, the oldest
// other is shown from here on. Where another program reads the journal at this moment it fails with
// ErrBusy: the profile is gone then, its traces may not be, and asking again removes them.
// It fails with ErrLastProfile, and with those of Record.
func (j *Journal) DeleteProfile(ctx context.Context, id string) error {
	err := j.takingMarks(func() error {
		_, err := eraseFrom(ctx, j.db, id)
		return err
	})
	if err == nil {
		err = j.identify(ctx)
	}
	if err == nil {
		err = scrub(ctx, j.db)
	}
	return j.translate("erase the profile", err)
}

// eraseFrom deletes the rows of a profile, and reports whether there was one.
func eraseFrom(ctx context.Context, db *gorm.DB, id string) (erased bool, err error) {
	err = db.WithContext(ctx).Transaction(func(tx *gorm.DB) error {
		others, err := find[profileRow](tx.Where("id <> ?", id).Order("created_at, id"))
		switch {
		case err != nil:
			return err
		case len(others) == 0:
			return ErrLastProfile
		}
		if err := tx.Exec("UPDATE journal SET profile_id = ? WHERE profile_id = ?", others[0].ID, id).Error; err != nil {
			return err
		}
		deleted := tx.Exec("DELETE FROM profile WHERE id = ?", id) // what it recorded goes with it
		erased = deleted.RowsAffected > 0
		return deleted.Error
	})
	return erased, err
}

// scrub removes what deleted rows left behind. secure_delete has overwritten them in the file;
// VACUUM drops what pages still hold between rows, and emptying the log what was written before.
func scrub(ctx context.Context, db *gorm.DB) error {
	if err := db.WithContext(ctx).Exec("VACUUM").Error; err != nil {
		return err
	}
	var busy, frames, written int
	if err := db.WithContext(ctx).Raw("PRAGMA wal_checkpoint(TRUNCATE)").Row().Scan(&busy, &frames, &written); err != nil {
		return err
	}
	if busy != 0 {
		return fmt.Errorf("empty the log: %w", ErrBusy)
	}
	return nil
}

func findProfile(tx *gorm.DB, id string) (profileRow, error) {
	row, err := first[profileRow](tx.Where("id = ?", id))
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return profileRow{}, ErrNoProfile
	}
	return row, err
}
