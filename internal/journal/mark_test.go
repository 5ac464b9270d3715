package journal

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/uuid"
	"gorm.io/gorm"
	"pgregory.net/rapid"

	"github.com/levelica/levelica/internal/progress"
)

// TestInWhateverOrderMarksArriveTheNewestAreTheSame writes marks of two people and several computers
// in two orders, past Record, as joining journals does.
func TestInWhateverOrderMarksArriveTheNewestAreTheSame(t *testing.T) {
	a, b := open(t, t.TempDir()), open(t, t.TempDir())
	people := []string{newID(), newID()}
	for _, j := range []*Journal{a, b} {
		for _, id := range people {
			if err := j.db.Exec("INSERT INTO profile (id, name, created_at) VALUES (?, 'Ömer', 1)", id).Error; err != nil {
				t.Fatal(err)
			}
		}
	}
	devices := []string{newID(), newID()}
	rapid.Check(t, func(rt *rapid.T) {
		var marks []markRow
		for range rapid.IntRange(1, 12).Draw(rt, "marks") {
			marks = append(marks, markRow{
				ID: newID(), ProfileID: rapid.SampledFrom(people).Draw(rt, "person"), Guide: "backend-engineering",
				Item:    rapid.SampledFrom([]string{"be-001", "be-002"}).Draw(rt, "item"),
				Verdict: rapid.IntRange(-1, 3).Draw(rt, "verdict"),
				Origin:  rapid.SampledFrom([]string{"self", "rater", "import"}).Draw(rt, "origin"),
				Rater:   rapid.SampledFrom([]string{"", "민아 🙂"}).Draw(rt, "rater"),
				Edition: 1, Digest: "0123456789abcdef", DeviceID: rapid.SampledFrom(devices).Draw(rt, "device"),
				Clock: rapid.Int64Range(1, 5).Draw(rt, "clock"), At: 1, // often the same, so that device and ID decide
			})
		}
		other := rapid.Permutation(marks).Draw(rt, "order")
		// Each round begins with no mark at all: it is taken back, which is also quicker than keeping it.
		newest := map[*Journal][]markRow{}
		for j, rows := range map[*Journal][]markRow{a: marks, b: other} {
			err := j.db.Transaction(func(tx *gorm.DB) error {
				for _, m := range rows {
					if err := tx.Create(&m).Error; err != nil {
						return err
					}
				}
				if err := checkNewest(t.Context(), tx, j.path); err != nil {
					return err
				}
				newest[j] = newestIn(t, tx)
				return errTakenBack
			})
			if !errors.Is(err, errTakenBack) {
				rt.Fatal(err)
			}
		}
		if len(newest[a]) == 0 {
			rt.Error("no mark is among the newest")
		}
		if diff := cmp.Diff(newest[a], newest[b]); diff != "" {
			rt.Errorf("the newest marks differ:\n%s", diff)
		}
	})
}

// errTakenBack ends a transaction whose work was only to be looked at.
var errTakenBack = errors.New("taken back")

func newestIn(t *testing.T, db *gorm.DB) (all []markRow) {
	t.Helper()
	if err := db.Table("newest").Order("profile_id, guide, item, origin, rater").Find(&all).Error; err != nil {
		t.Fatal(err)
	}
	return all
}

func TestAMarkThatTookNoPlaceAmongTheNewestIsFound(t *testing.T) {
	for name, sql := range map[string]string{
		"one is missing":   "DELETE FROM newest WHERE item = 'be-001'",
		"one is wrong":     "UPDATE newest SET verdict = 0",
		"one is too many":  "INSERT INTO newest SELECT profile_id, guide, 'be-009', origin, rater, id, verdict, edition, digest, device_id, clock, at FROM newest LIMIT 1",
		"one is an older":  "UPDATE newest SET id = (SELECT min(id) FROM mark), clock = (SELECT min(clock) FROM mark) WHERE item = 'be-001'",
		"nobody is served": "DELETE FROM newest",
	} {
		t.Run(name, func(t *testing.T) {
			j := open(t, t.TempDir())
			record(t, j, markOf("be-001", progress.OnMyOwn), markOf("be-002", progress.CanTeach), markOf("be-001", progress.WithHelp))
			if _, err := j.Check(t.Context()); err != nil {
				t.Fatal(err)
			}
			if err := j.db.Exec(sql).Error; err != nil {
				t.Fatal(err)
			}
			if _, err := j.Check(t.Context()); !errors.Is(err, ErrDamaged) {
				t.Errorf("check says %v", err)
			}
		})
	}
}

func TestARestoreSetsTheNewestMarksRight(t *testing.T) {
	dir := t.TempDir()
	j := open(t, dir)
	record(t, j, markOf("be-001", progress.OnMyOwn))
	b, err := j.Backup(t.Context(), ReasonAsked, "")
	if err != nil {
		t.Fatal(err)
	}
	record(t, j, markOf("be-001", progress.NotYet), markOf("be-002", progress.CanTeach))
	if err := j.db.Exec("UPDATE newest SET verdict = 3").Error; err != nil { // and mends what was wrong
		t.Fatal(err)
	}
	if _, err := j.Restore(t.Context(), b, ""); err != nil {
		t.Fatal(err)
	}
	newest, err := j.Newest(t.Context(), "")
	if err != nil || len(newest) != 1 || newest[0].Verdict != progress.OnMyOwn {
		t.Errorf("the newest marks are %v, %v", newest, err)
	}
	if _, err := j.Check(t.Context()); err != nil {
		t.Error(err)
	}
}

// TestClaimsTellTheSameHistoryAsAllMarks holds the short form of marks to the long one.
func TestClaimsTellTheSameHistoryAsAllMarks(t *testing.T) {
	now := noon
	j := openAt(t, t.TempDir(), &now)
	origins := []progress.Origin{
		progress.OriginSelf, progress.OriginPlacement, progress.OriginSuggested, progress.OriginRater, progress.OriginImport,
	}
	var marks []progress.Mark
	for n := range 60 {
		m := markOf([]string{"be-001", "be-002", "be-003"}[n%3], progress.Verdict(n%5-1))
		m.Origin = origins[n%7%len(origins)]
		marks = append(marks, m)
	}
	elsewhere := markOf("da-001", progress.OnMyOwn)
	elsewhere.Guide = "data-analysis"
	for chunk := range slices.Chunk(append(marks, elsewhere), 7) {
		now = now.Add(-time.Hour)
		record(t, j, chunk...)
	}
	all, err := j.Marks(t.Context(), "backend-engineering")
	if err != nil {
		t.Fatal(err)
	}
	var want []progress.Mark
	for _, m := range all {
		if m.Origin.Claims() {
			want = append(want, progress.Mark{Guide: m.Guide, Item: m.Item, Verdict: m.Verdict, Origin: m.Origin, Clock: m.Clock, At: m.At})
		}
	}
	got, err := j.Claims(t.Context(), "backend-engineering")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" || len(got) == 0 {
		t.Error(diff)
	}
}

// TestWhatGrowsWithAJournalIsReadFromAnIndex asks SQLite how it answers what the window asks most.
func TestWhatGrowsWithAJournalIsReadFromAnIndex(t *testing.T) {
	j := open(t, t.TempDir())
	for query, want := range map[string]string{
		"SELECT item, verdict, origin, clock, at FROM mark WHERE profile_id = '' AND guide = '' ORDER BY clock, device_id, id": "COVERING INDEX mark_by_guide",
		"SELECT max(clock) FROM mark": "COVERING INDEX mark_by_clock",
		"SELECT id FROM newest WHERE profile_id = '' AND guide = '' ORDER BY guide, item, origin, rater": "PRIMARY KEY",
	} {
		var plan []struct{ Detail string }
		if err := j.db.Raw("EXPLAIN QUERY PLAN " + query).Scan(&plan).Error; err != nil {
			t.Fatal(err)
		}
		if len(plan) != 1 || !strings.Contains(plan[0].Detail, want) {
			t.Errorf("%s is answered by %v, not by %s alone", query, plan, want)
		}
	}
}

func TestARepeatedCallWritesOnce(t *testing.T) {
	j := open(t, t.TempDir())
	m := markOf("be-001", progress.OnMyOwn)
	record(t, j, m)
	record(t, j, m)
	history, err := j.History(t.Context(), m.Guide, m.Item)
	if err != nil {
		t.Fatal(err)
	}
	if len(history) != 1 {
		t.Errorf("the journal has %d marks, want 1", len(history))
	}
}

func TestMarksOfOneCallAreAllWrittenOrNone(t *testing.T) {
	j := open(t, t.TempDir())
	bad := markOf("be-002", progress.OnMyOwn)
	bad.Digest = "short" // refused by the schema
	if err := j.Record(t.Context(), markOf("be-001", progress.OnMyOwn), bad); err == nil {
		t.Fatal("a mark that the schema refuses was taken")
	}
	if marks, _ := j.Marks(t.Context(), "backend-engineering"); len(marks) != 0 {
		t.Errorf("%d marks were written", len(marks))
	}
}

func TestMarksThatNoCallerShouldAskForAreRefused(t *testing.T) {
	j := open(t, t.TempDir())
	for name, spoil := range map[string]func(*progress.Mark){
		"no identifier":    func(m *progress.Mark) { m.ID = "" },
		"not a version 7":  func(m *progress.Mark) { m.ID = uuid.NewString() },
		"upper case":       func(m *progress.Mark) { m.ID = strings.ToUpper(m.ID) },
		"verdict too high": func(m *progress.Mark) { m.Verdict = 4 },
		"no edition":       func(m *progress.Mark) { m.Edition = 0 },
		"no guide":         func(m *progress.Mark) { m.Guide = "" },
	} {
		m := markOf("be-001", progress.OnMyOwn)
		spoil(&m)
		if err := j.Record(t.Context(), m); !errors.Is(err, ErrMark) {
			t.Errorf("%s: got %v, want ErrMark", name, err)
		}
	}
}

func TestMarksAreNeverChanged(t *testing.T) {
	j := open(t, t.TempDir())
	record(t, j, markOf("be-001", progress.OnMyOwn))
	if err := j.db.Exec("UPDATE mark SET verdict = 0").Error; err == nil {
		t.Error("a mark could be changed")
	}
}

func TestHistoryStaysInOrderWhenTheClockGoesBack(t *testing.T) {
	dir := t.TempDir()
	now := noon
	j, err := Open(t.Context(), dir, Options{Now: func() time.Time { return now }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = j.Close() })
	record(t, j, markOf("be-001", progress.OnMyOwn))
	now = noon.AddDate(-1, 0, 0)
	record(t, j, markOf("be-001", progress.NotYet))
	marks, err := j.Marks(t.Context(), "backend-engineering")
	if err != nil {
		t.Fatal(err)
	}
	if present := progress.Present("backend-engineering", marks); present["be-001"].Verdict != progress.NotYet {
		t.Error("the later verdict lost to the earlier one")
	}
}
