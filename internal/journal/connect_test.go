package journal

import (
	"context"
	"database/sql"
	"errors"
	"path/filepath"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/levelica/levelica/internal/progress"
)

func TestSQLiteIsNewEnoughToBeTrusted(t *testing.T) {
	// 3.41.2, which glebarez/sqlite alone brings, can corrupt a database in WAL mode.
	var version string
	if err := open(t, t.TempDir()).db.Raw("SELECT sqlite_version()").Scan(&version).Error; err != nil {
		t.Fatal(err)
	}
	if version != "3.53.3" {
		t.Errorf("SQLite is %s; go.mod raises it to 3.53.3", version)
	}
}

func TestEveryConnectionHasTheSettingsThatThePromisesRestOn(t *testing.T) {
	j := open(t, t.TempDir())
	for pragma, want := range map[string]string{
		"journal_mode": "wal", "synchronous": "2", "foreign_keys": "1", "busy_timeout": "5000",
	} {
		var got string
		if err := j.db.Raw("PRAGMA " + pragma).Scan(&got).Error; err != nil {
			t.Fatal(err)
		}
		if got != want {
			t.Errorf("PRAGMA %s is %s, want %s", pragma, got, want)
		}
	}
}

func TestManyWritersAtOnceLoseNothing(t *testing.T) {
	dir := t.TempDir()
	const writers, each = 4, 25
	var wg sync.WaitGroup
	var acknowledged atomic.Int64
	for range writers {
		j := open(t, dir)
		wg.Go(func() {
			for range each {
				// SQLite lets nobody queue up: on a slow disk one may wait in vain, and is told so.
				switch err := j.Record(context.Background(), markOf("be-001", progress.OnMyOwn)); {
				case err == nil:
					acknowledged.Add(1)
				case !errors.Is(err, ErrBusy):
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
	marks, err := open(t, dir).Marks(t.Context(), "backend-engineering")
	if err != nil {
		t.Fatal(err)
	}
	if n := acknowledged.Load(); n == 0 || int64(len(marks)) != n {
		t.Errorf("%d marks are there, %d were acknowledged", len(marks), n)
	}
	for i := 1; i < len(marks); i++ {
		if marks[i].Clock <= marks[i-1].Clock {
			t.Fatalf("two marks have the same place in the order")
		}
	}
}

func TestALockThatAnotherToolHoldsIsSaid(t *testing.T) {
	dir := t.TempDir()
	j := open(t, dir)
	if err := j.db.Exec("PRAGMA busy_timeout = 50").Error; err != nil { // the wait itself is not the promise
		t.Fatal(err)
	}
	other, err := sql.Open("sqlite", filepath.Join(dir, FileName))
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	other.SetMaxOpenConns(1)
	if _, err := other.Exec("BEGIN EXCLUSIVE"); err != nil {
		t.Fatal(err)
	}
	if err := j.Record(t.Context(), markOf("be-001", progress.OnMyOwn)); !errors.Is(err, ErrBusy) {
		t.Errorf("got %v, want ErrBusy", err)
	}
	if _, err := other.Exec("ROLLBACK"); err != nil {
		t.Fatal(err)
	}
	record(t, j, markOf("be-001", progress.OnMyOwn))
}
