package journal

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"
)

func TestACopyThatNothingVouchesForIsNotOffered(t *testing.T) {
	dir := t.TempDir()
	b := backUp(t, open(t, dir), "")
	for name, spoil := range map[string]func(){
		"cut description":  func() { write(t, b.Path+describedSuffix, []byte(`{"sequence": 1`)) },
		"other JSON":       func() { write(t, b.Path+describedSuffix, []byte(`[1, 2]`)) },
		"gone description": func() { _ = os.Remove(b.Path + describedSuffix) },
	} {
		spoil()
		if all := backups(t, dir, ""); len(all) != 0 {
			t.Errorf("%s: %+v is listed", name, all)
		}
	}
}

func TestTheNewestBackupIsTheOneMadeLastWhateverTheClockSays(t *testing.T) {
	dir, now := t.TempDir(), noon
	j := openAt(t, dir, &now)
	first := backUp(t, j, "")
	now = noon.AddDate(-1, 0, 0)
	second := backUp(t, j, "")
	if all := backups(t, dir, ""); all[0].Path != second.Path || all[1].Path != first.Path {
		t.Errorf("the order is %+v", all)
	}
}

func TestTwelveRecentTenWeeklyAndTwelveMonthlyBackupsAreKept(t *testing.T) {
	var all []Backup
	start := time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC)
	for i := range 4 * 800 { // four a day
		at := start.Add(time.Duration(i) * 6 * time.Hour)
		all = append(all, Backup{Path: fmt.Sprint(i), Sequence: i + 1, At: at.UnixMilli()})
	}
	sortNewestFirst(all)
	gone := map[string]bool{}
	for _, b := range superfluous(all) {
		gone[b.Path] = true
	}
	var kept []Backup
	for _, b := range all {
		if !gone[b.Path] {
			kept = append(kept, b)
		}
	}
	weeks, months := map[string]bool{}, map[string]bool{}
	for i, b := range kept {
		if i < 12 && b.Path != all[i].Path {
			t.Errorf("the recent backup %s is gone", all[i].Path)
		}
		at := time.UnixMilli(b.At).UTC()
		year, week := at.ISOWeek()
		weeks[fmt.Sprint(year, week)] = true
		months[at.Format("2006-01")] = true
	}
	if len(kept) > 12+10+12 || len(weeks) < 10 || len(months) != 12 {
		t.Errorf("%d are kept, of %d weeks and %d months", len(kept), len(weeks), len(months))
	}
}

func TestWhatIsSuperfluousLeavesTheDiskInBothFoldersWithItsDescription(t *testing.T) {
	dir, second := t.TempDir(), t.TempDir()
	j := open(t, dir)
	var made []Backup // in one week
	for range keepRecent + 2 {
		made = append(made, backUp(t, j, second))
	}
	for _, folder := range []string{backupFolder(dir), secondFolder(second, made[0].Device)} {
		entries, err := os.ReadDir(folder)
		if err != nil {
			t.Fatal(err)
		}
		if len(entries) != 2*keepRecent {
			t.Errorf("%d files are in %s, of %d backups", len(entries), folder, keepRecent)
		}
		if newest := made[len(made)-1]; !fileExists(filepath.Join(folder, newest.name())) {
			t.Errorf("the newest backup is gone from %s", folder)
		}
	}
}

func fileExists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}
