package journal

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/google/uuid"
	"gorm.io/gorm"
)

// BackupEvery is how often a journal that changes is backed up by itself.
const BackupEvery = 30 * time.Minute

// Reason says what a backup was made for.
type Reason string

// The reasons for a backup.
const (
	ReasonChanges Reason = "changes" // something was recorded since the last one
	ReasonAsked   Reason = "asked"   // the person wanted one
	ReasonUpdate  Reason = "update"  // before a migration
	ReasonRestore Reason = "restore" // before a backup took the journal's place
	ReasonImport  Reason = "import"  // before another journal was joined
	ReasonEdition Reason = "edition" // before answers were carried to a new edition of a guide
	ReasonProfile Reason = "profile" // before a profile was erased
	ReasonPurged  Reason = "purged"  // an older one, without a profile that was erased since
)

// What can be wrong with a backup.
var (
	// ErrBackup: the backup is not what was written once, or no journal at all.
	ErrBackup = errors.New("the backup cannot be used")
	// ErrSecondFolder: the backup was made, but could not be copied to the second folder.
	ErrSecondFolder = errors.New("the second backup folder cannot be written")
)

// Backup is a copy of the journal, and what is in it.
type Backup struct {
	Path     string   `json:"-"`
	Sequence int      `json:"sequence"` // tells newer from older; clocks may be wrong
	At       int64    `json:"at"`       // UTC milliseconds
	Reason   Reason   `json:"reason"`
	Device   string   `json:"device"`
	Version  int      `json:"version"` // of the schema
	Profiles []string `json:"profiles"`
	Marks    int      `json:"marks"`
	First    int64    `json:"first"` // UTC milliseconds of the oldest mark, 0 without one
	Last     int64    `json:"last"`  // of the newest
	Bytes    int64    `json:"bytes"`
	SHA256   string   `json:"sha256"`
	// State tells whether the journal has changed since.
	State string `json:"state"`
}

// backupFolder is where the backups of the journal in a data folder are kept.
func backupFolder(dir string) string { return filepath.Join(dir, "backups") }

// Backup copies the journal to the folder backups, and to the second folder where that is not
// empty. The copy is complete, checked and durable before it gets its name. Of the backups before
// it some are removed; see thin.
//
// Where only the second folder fails, the error is an ErrSecondFolder and the backup is there.
// Otherwise it fails with ErrFull, ErrUnwritable, ErrBusy or ErrDamaged, and no file is left.
func (j *Journal) Backup(ctx context.Context, reason Reason, second string) (Backup, error) {
	// On a connection of its own, so that nobody waits for it who wants to record something.
	db, err := connect(j.path)
	if err != nil {
		return Backup{}, translate("back up the journal", j.path, err)
	}
	b, err := keepBackup(ctx, db, j.path, reason, j.now())
	if err := errors.Join(err, closeDB(db)); err != nil {
		return Backup{}, translate("back up the journal", j.path, err)
	}
	if second == "" {
		return b, nil
	}
	if err := copyBackup(b, secondFolder(second, b.Device)); err != nil {
		return b, fmt.Errorf("copy the backup to %s: %w: %w", second, ErrSecondFolder, err)
	}
	return b, nil
}

// BackupWhenDue makes a backup where the journal has changed since the newest one, and that one is
// older than BackupEvery. It reports whether it made one.
func (j *Journal) BackupWhenDue(ctx context.Context, second string) (bool, error) {
	all, err := listFolder(backupFolder(filepath.Dir(j.path)))
	if err != nil {
		return false, translate("list the backups", j.path, err)
	}
	if len(all) > 0 {
		// A backup from the future tells nothing about how long ago it was made.
		if age := j.now().UnixMilli() - all[0].At; age >= 0 && age < BackupEvery.Milliseconds() {
			return false, nil
		}
		state, err := stateOf(ctx, j.db)
		if err != nil || state == all[0].State {
			return false, translate("look for changes", j.path, err)
		}
	}
	_, err = j.Backup(ctx, ReasonChanges, second)
	return err == nil || errors.Is(err, ErrSecondFolder), err
}

// keepBackup writes a copy of an open database of any version. VACUUM INTO is the only safe way to
// copy one.
func keepBackup(ctx context.Context, db *gorm.DB, path string, reason Reason, now time.Time) (b Backup, err error) {
	dir := backupFolder(filepath.Dir(path))
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return Backup{}, err
	}
	sweep(dir, now)
	id, err := uuid.NewRandom()
	if err != nil {
		return Backup{}, err
	}
	draft := filepath.Join(dir, id.String()+draftSuffix)
	defer func() {
		if err != nil {
			err = errors.Join(err, removeIfThere(draft))
		}
	}()
	if err := db.WithContext(ctx).Exec("VACUUM INTO ?", draft).Error; err != nil {
		return Backup{}, err
	}
	if err := os.Chmod(draft, 0o600); err != nil {
		return Backup{}, err
	}
	if b, err = describe(ctx, draft); err != nil {
		return Backup{}, err
	}
	b.At, b.Reason = now.UnixMilli(), reason
	older, err := listFolder(dir)
	if err != nil {
		return Backup{}, err
	}
	b.Sequence = 1
	if len(older) > 0 {
		b.Sequence = older[0].Sequence + 1
	}
	if err := b.publish(draft, dir); err != nil {
		return Backup{}, err
	}
	return b, thin(dir)
}

// publish makes a finished draft durable and gives it its name, after a description beside it: a
// backup that has its name has its description too.
func (b *Backup) publish(draft, dir string) error {
	b.Path = filepath.Join(dir, b.name())
	text, err := json.MarshalIndent(b, "", "  ")
	if err != nil {
		return err
	}
	described := b.Path + describedSuffix
	if err := errors.Join(syncFile(draft), writeDurably(described, append(text, '\n'))); err != nil {
		return err
	}
	if err := os.Rename(draft, b.Path); err != nil {
		return errors.Join(err, removeIfThere(described))
	}
	return syncFolder(dir)
}

// writeDurably writes a file under another name first, so that it is whole or not there.
func writeDurably(path string, data []byte) error {
	draft := path + draftSuffix
	if err := os.WriteFile(draft, data, 0o600); err != nil {
		return errors.Join(err, removeIfThere(draft))
	}
	err := syncFile(draft)
	if err == nil {
		err = os.Rename(draft, path)
	}
	if err != nil {
		return errors.Join(err, removeIfThere(draft))
	}
	return nil
}

func removeIfThere(name string) error {
	if err := os.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

// describe checks a copy that nothing else has open, and says what is in it.
func describe(ctx context.Context, path string) (Backup, error) {
	var b Backup
	db, err := connectReadOnly(path)
	if err != nil {
		return b, err
	}
	b, err = contents(ctx, db, path)
	if err := errors.Join(err, closeDB(db)); err != nil {
		return Backup{}, err
	}
	info, err := os.Stat(path)
	if err != nil {
		return Backup{}, err
	}
	b.Bytes = info.Size()
	b.SHA256, err = hashFile(path)
	return b, err
}

// contents reads all pages of a database, and says what is in it.
func contents(ctx context.Context, db *gorm.DB, path string) (b Backup, err error) {
	if b.Version, err = checkVersion(ctx, db, path); err != nil {
		return b, err
	}
	if err := quickCheck(ctx, db, path); err != nil {
		return b, err
	}
	db = db.WithContext(ctx)
	if err := db.Raw("SELECT device_id FROM journal").Scan(&b.Device).Error; err != nil {
		return b, err
	}
	if err := db.Raw("SELECT name FROM profile ORDER BY created_at, id").Scan(&b.Profiles).Error; err != nil {
		return b, err
	}
	if err := db.Raw("SELECT count(*), coalesce(min(at), 0), coalesce(max(at), 0) FROM mark").Row().Scan(&b.Marks, &b.First, &b.Last); err != nil {
		return b, err
	}
	b.State, err = stateOf(ctx, db)
	return b, err
}

// stateOf returns a text that is another one after every change.
func stateOf(ctx context.Context, db *gorm.DB) (string, error) {
	var names []string
	db = db.WithContext(ctx)
	// Every table but the one with the computer's identity has a clock, which grows with its rows.
	err := db.Raw(`SELECT name FROM sqlite_schema AS s WHERE type = 'table'
		AND EXISTS (SELECT 1 FROM pragma_table_info(s.name) WHERE name = 'clock') ORDER BY name`).Scan(&names).Error
	if err != nil {
		return "", err
	}
	state := ""
	for _, name := range names {
		var rows, clock int64
		if err := db.Raw("SELECT count(*), coalesce(max(clock), 0) FROM "+name).Row().Scan(&rows, &clock); err != nil {
			return "", err
		}
		state += fmt.Sprintf("%s:%d:%d ", name, rows, clock)
	}
	return state, nil
}

// connectReadOnly opens a copy that nobody writes to. It leaves no files beside it.
func connectReadOnly(path string) (*gorm.DB, error) {
	return connectTo(fileAddress(path, url.Values{"mode": {"ro"}, "immutable": {"1"}}))
}

func hashFile(path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	sum := sha256.New()
	_, err = io.Copy(sum, f)
	return hex.EncodeToString(sum.Sum(nil)), errors.Join(err, f.Close())
}

// copyBackup copies a backup to another folder, where it is thinned as well.
func copyBackup(b Backup, dir string) error {
	// Not MkdirAll: where a drive was unplugged, its folder would be made on this one.
	if err := os.Mkdir(dir, 0o700); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	draft := filepath.Join(dir, b.name()+draftSuffix)
	if err := copyFile(b.Path, draft); err != nil {
		return errors.Join(err, removeIfThere(draft))
	}
	if sum, err := hashFile(draft); err != nil || sum != b.SHA256 {
		return errors.Join(err, fmt.Errorf("the copy differs: %w", ErrBackup), removeIfThere(draft))
	}
	if err := b.publish(draft, dir); err != nil {
		return errors.Join(err, removeIfThere(draft))
	}
	return thin(dir)
}

func copyFile(from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return errors.Join(err, out.Sync(), out.Close())
}

// Check reads the whole journal, and returns how many marks it holds, of all profiles. It fails
// with ErrDamaged where a page, an index or a reference is broken.
func (j *Journal) Check(ctx context.Context) (marks int, err error) {
	b, err := contents(ctx, j.db, j.path)
	var problems []string
	if err == nil {
		err = j.db.WithContext(ctx).Raw("PRAGMA integrity_check(10)").Scan(&problems).Error
	}
	if err == nil && (len(problems) != 1 || problems[0] != "ok") {
		err = damaged(j.path, strings.Join(problems, "; "))
	}
	if err == nil {
		err = checkForeignKeys(j.db.WithContext(ctx))
	}
	if err == nil {
		err = checkNewest(ctx, j.db, j.path)
	}
	return b.Marks, translate("check the journal", j.path, err)
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
		return damaged(path, fmt.Sprintf("%d of the newest marks are not those that the marks say", differ))
	}
	return err
}
