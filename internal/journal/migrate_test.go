package journal

import (
	"context"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"gorm.io/gorm"

	"github.com/levelica/levelica/internal/progress"
)

var update = flag.Bool("update", false, "write schema.sql anew")

// schemaOf returns the statements that would make the database's tables, in the order of names.
func schemaOf(t *testing.T, db *gorm.DB) string {
	t.Helper()
	var statements []string
	err := db.Raw("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY CASE type WHEN 'table' THEN 0 WHEN 'index' THEN 1 ELSE 2 END, name").Scan(&statements).Error
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(statements, ";\n\n") + ";\n"
}

const schemaHead = "-- The tables of the newest version, after all migrations. A test holds fresh and migrated\n" +
	"-- databases equal to it; write it anew with: go test ./internal/journal -run Schema -update\n\n"

func TestAFreshJournalHasTheSchemaThatIsWrittenDown(t *testing.T) {
	got := schemaHead + schemaOf(t, open(t, t.TempDir()).db)
	if *update {
		write(t, "schema.sql", []byte(got))
	}
	if diff := cmp.Diff(string(read(t, "schema.sql")), got); diff != "" {
		t.Errorf("schema.sql and a fresh journal differ (-written +fresh):\n%s", diff)
	}
}

// restored makes a journal from the dump of an old release.
func restored(t *testing.T, dump string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), FileName)
	db, err := connect(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(db.Exec(string(read(t, dump))).Error, closeDB(db)); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestAJournalOfEveryReleaseOpensWithAllItsMarks(t *testing.T) {
	dumps, err := filepath.Glob("testdata/v*.sql")
	if err != nil || len(dumps) != newestVersion() {
		t.Fatalf("%d dumps for %d versions (%v)", len(dumps), newestVersion(), err)
	}
	want := string(read(t, "schema.sql"))
	for _, dump := range dumps {
		t.Run(filepath.Base(dump), func(t *testing.T) {
			path := restored(t, dump)
			j := open(t, filepath.Dir(path))
			if got := schemaHead + schemaOf(t, j.db); got != want {
				t.Errorf("the schema differs:\n%s", cmp.Diff(want, got))
			}
			marks, err := j.Marks(t.Context(), "backend-engineering")
			if err != nil {
				t.Fatal(err)
			}
			inserts := len(regexp.MustCompile(`(?m)^INSERT INTO mark `).FindAll(read(t, dump), -1))
			if len(marks) != inserts || inserts == 0 {
				t.Errorf("%d marks, the dump has %d", len(marks), inserts)
			}
			if err := checkNewest(t.Context(), j.db, path); err != nil {
				t.Error(err)
			}
			record(t, j, markOf("be-010", progress.CanTeach))
		})
	}
}

var shipped = migrations

// withSteps runs a test with more migrations than the shipped ones.
func withSteps(t *testing.T, extra map[string]string) {
	t.Helper()
	files := fstest.MapFS{}
	for _, step := range shipped {
		files["migrations/"+step.name] = &fstest.MapFile{Data: []byte(step.sql)}
	}
	for name, sql := range extra {
		files["migrations/"+name] = &fstest.MapFile{Data: []byte(sql)}
	}
	steps, err := readMigrations(files)
	if err != nil {
		t.Fatal(err)
	}
	migrations = steps
	t.Cleanup(func() { migrations = shipped })
}

func TestAnOlderJournalIsCopiedBeforeItIsUpdated(t *testing.T) {
	path := journalFile(t)
	withSteps(t, map[string]string{"0004_note.sql": "ALTER TABLE profile ADD COLUMN note TEXT NOT NULL DEFAULT ''"})
	j := open(t, filepath.Dir(path))
	marks, err := j.Marks(t.Context(), "backend-engineering")
	if err != nil || len(marks) != 1 {
		t.Fatalf("%d marks, %v", len(marks), err)
	}
	copies, err := Backups(filepath.Dir(path), "")
	if err != nil || len(copies) != 1 || copies[0].Reason != ReasonUpdate || copies[0].Version != newestVersion()-1 {
		t.Fatalf("%+v, %v", copies, err)
	}
	withSteps(t, nil)
	if err := copies[0].Verify(t.Context()); err != nil || copies[0].Marks != 1 {
		t.Errorf("the copy has %d marks, %v", copies[0].Marks, err)
	}
}

func TestAMigrationThatFailsLeavesTheVersionBefore(t *testing.T) {
	for name, sql := range map[string]string{
		"wrong SQL":            "ALTER TABLE profile ADD COLUMN note TEXT; NONSENSE",
		"rows without parents": "INSERT INTO mark VALUES ('" + strings.Repeat("a", 36) + "','nobody','g','i',0,'self','',1,'0123456789abcdef','" + strings.Repeat("b", 36) + "',1,1)",
	} {
		t.Run(name, func(t *testing.T) {
			path := journalFile(t)
			withSteps(t, map[string]string{"0004_bad.sql": sql})
			if _, err := Open(t.Context(), filepath.Dir(path), Options{}); err == nil {
				t.Fatal("the migration succeeded")
			}
			withSteps(t, nil)
			j := open(t, filepath.Dir(path))
			var columns, marks int
			if err := j.db.Raw("SELECT count(*) FROM pragma_table_info('profile')").Scan(&columns).Error; err != nil || columns != 4 {
				t.Errorf("profile has %d columns, %v", columns, err)
			}
			if err := j.db.Raw("SELECT count(*) FROM mark").Scan(&marks).Error; err != nil || marks != 1 {
				t.Errorf("there are %d marks, %v", marks, err)
			}
		})
	}
}

func TestAMigrationMayRebuildATableThatOthersReferTo(t *testing.T) {
	// With foreign keys on, dropping the old table would erase every row that refers to it.
	path := journalFile(t)
	withSteps(t, map[string]string{"0004_rebuild.sql": `
		CREATE TABLE profile_new (id TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL, created_at INTEGER NOT NULL, clock INTEGER NOT NULL) STRICT;
		INSERT INTO profile_new SELECT * FROM profile;
		DROP TABLE profile;
		ALTER TABLE profile_new RENAME TO profile;`})
	marks, err := open(t, filepath.Dir(path)).Marks(t.Context(), "backend-engineering")
	if err != nil || len(marks) != 1 {
		t.Errorf("%d marks, %v", len(marks), err)
	}
}

func TestTheJournalWaitsForTheWindowThatUpdatesIt(t *testing.T) {
	dir := t.TempDir()
	lock, err := LockWindow(dir)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	opened := make(chan error, 1)
	go func() {
		j, err := Open(ctx, dir, Options{})
		if err == nil {
			err = j.Close()
		}
		opened <- err
	}()
	j, err := Open(t.Context(), dir, Options{Lock: lock})
	if err != nil {
		t.Fatal(err)
	}
	defer j.Close()
	if err := <-opened; err != nil {
		t.Errorf("the second opening failed: %v", err)
	}
	cancel()
	_ = lock.Release()
}

func TestMigrationsCountFromOneWithoutAHole(t *testing.T) {
	for _, name := range []string{"0002_second.sql", "1_short.sql", "0001-init.sql", "readme.txt"} {
		if _, err := readMigrations(fstest.MapFS{"migrations/" + name: {}}); err == nil {
			t.Errorf("%s was taken", name)
		}
	}
	if _, err := os.Stat("migrations"); err != nil {
		t.Fatal(err)
	}
}
