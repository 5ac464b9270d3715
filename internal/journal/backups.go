package journal

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"
	"time"
)

// A backup is two files: the copy, and a description beside it with its SHA-256. What is half
// written has another ending.
const (
	copySuffix      = ".db"
	describedSuffix = ".json"
	draftSuffix     = ".draft"
)

// How many backups are kept: the newest ones, and the newest of each of so many weeks and months.
const (
	keepRecent  = 12
	keepWeekly  = 10
	keepMonthly = 12
)

func (b Backup) name() string {
	return fmt.Sprintf("journal-%06d-%s-%s%s", b.Sequence, time.UnixMilli(b.At).UTC().Format("20060102T150405Z"), b.Reason, copySuffix)
}

// secondFolder is where a computer's backups lie in the second folder, which several may share.
func secondFolder(second, device string) string {
	return filepath.Join(second, "levelica-"+device[:min(8, len(device))])
}

// Backups lists the backups of the journal in folder dir and in the second folder, the newest
// first. It reads their descriptions; Verify reads them whole. The journal itself may be hurt or
// gone. A second folder that is gone is said by ErrSecondFolder, beside the list of the others.
func Backups(dir, second string) ([]Backup, error) {
	all, err := listFolder(backupFolder(dir))
	if err != nil {
		return nil, translate("list the backups", dir, err)
	}
	if second == "" {
		return all, nil
	}
	if _, err := os.Stat(second); err != nil {
		return all, fmt.Errorf("%w: %w", ErrSecondFolder, err)
	}
	folders, err := filepath.Glob(filepath.Join(second, "levelica-????????"))
	if err != nil {
		return all, fmt.Errorf("%w: %w", ErrSecondFolder, err)
	}
	for _, folder := range folders {
		more, err := listFolder(folder)
		if err != nil {
			return all, fmt.Errorf("%w: %w", ErrSecondFolder, err)
		}
		for _, b := range more {
			if !slices.ContainsFunc(all, func(have Backup) bool { return have.SHA256 == b.SHA256 }) {
				all = append(all, b)
			}
		}
	}
	sortNewestFirst(all)
	return all, nil
}

// sortNewestFirst orders by sequence: a clock may have been wrong when one was made. Sequences of
// two computers say nothing about each other, and then the time has to do.
func sortNewestFirst(all []Backup) {
	sort.SliceStable(all, func(i, j int) bool {
		a, b := all[i], all[j]
		if a.Device == b.Device && a.Sequence != b.Sequence {
			return a.Sequence > b.Sequence
		}
		return a.At > b.At
	})
}

// listFolder lists the backups in one folder, the newest first. Where there is no folder there are
// none. A copy without a description that can be read is left out: nothing vouches for it.
func listFolder(dir string) ([]Backup, error) {
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var all []Backup
	for _, entry := range entries {
		if !strings.HasPrefix(entry.Name(), "journal-") || filepath.Ext(entry.Name()) != copySuffix || !entry.Type().IsRegular() {
			continue
		}
		path := filepath.Join(dir, entry.Name())
		text, err := os.ReadFile(path + describedSuffix)
		if err != nil {
			continue
		}
		b := Backup{}
		if json.Unmarshal(text, &b) != nil || len(b.SHA256) != 64 || b.Sequence < 1 {
			continue
		}
		b.Path = path
		all = append(all, b)
	}
	sortNewestFirst(all)
	return all, nil
}

// thin removes the backups that are neither among the newest nor the newest of a week or a month.
func thin(dir string) error {
	all, err := listFolder(dir)
	if err != nil {
		return err
	}
	for _, b := range superfluous(all) {
		if err := errors.Join(removeIfThere(b.Path), removeIfThere(b.Path+describedSuffix)); err != nil {
			return err
		}
	}
	return nil
}

// superfluous returns the backups that thin removes. They come newest first.
func superfluous(all []Backup) []Backup {
	kept := map[string]bool{}
	keepEach := func(most int, label func(time.Time) string) {
		seen := map[string]bool{}
		for _, b := range all {
			l := label(time.UnixMilli(b.At).UTC())
			if len(seen) < most && !seen[l] {
				seen[l], kept[b.Path] = true, true
			}
		}
	}
	for _, b := range all[:min(keepRecent, len(all))] {
		kept[b.Path] = true
	}
	keepEach(keepWeekly, func(t time.Time) string { year, week := t.ISOWeek(); return fmt.Sprint(year, week) })
	keepEach(keepMonthly, func(t time.Time) string { return t.Format("2006-01") })
	return slices.DeleteFunc(slices.Clone(all), func(b Backup) bool { return kept[b.Path] })
}

// sweep removes what a process that ended in the middle of a backup left behind an hour ago or
// more. It is only tidying: what cannot be removed stays.
func sweep(dir string, now time.Time) {
	drafts, _ := filepath.Glob(filepath.Join(dir, "*"+draftSuffix+"*"))
	for _, name := range drafts {
		if info, err := os.Stat(name); err == nil && now.Sub(info.ModTime()) > time.Hour {
			_ = os.Remove(name)
		}
	}
}
