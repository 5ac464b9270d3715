package app

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"

	"github.com/wailsapp/wails/v2/pkg/runtime"

	"github.com/levelica/levelica/internal/journal"
	"github.com/levelica/levelica/internal/progress"
)

// eventWarning tells the window of something that went wrong beside what the person does.
const eventWarning = "warning"

// MakeBackup makes a backup now, and lists all.
// Faults: disk_full, and those of Session.
func (a *App) MakeBackup() (v BackupsView, err error) {
	defer a.recovered(&err)
	if _, err := a.backUp(a.context(), journal.ReasonAsked); err != nil {
		return BackupsView{}, err
	}
	return a.backups()
}

// PreviewRestore says what restoring a backup would change. The backup is named by its SHA-256.
// Faults: backup_not_found, backup_damaged, journal_newer, and those of Session.
func (a *App) PreviewRestore(sha256 string) (v RestoreView, err error) {
	defer a.recovered(&err)
	b, err := a.findBackup(sha256)
	if err != nil {
		return RestoreView{}, err
	}
	return a.previewRestore(a.context(), b)
}

// RestoreBackup puts a backup in the place of everything that the journal holds, and returns the
// list, in which the newest backup is the undo.
// Faults: backup_not_found, backup_damaged, disk_full, and those of Session.
func (a *App) RestoreBackup(sha256 string) (v BackupsView, err error) {
	defer a.recovered(&err)
	b, err := a.findBackup(sha256)
	if err != nil {
		return BackupsView{}, err
	}
	if _, err := a.restore(a.context(), b); err != nil {
		return BackupsView{}, err
	}
	return a.backups()
}

// ChooseBackupFolder asks for the folder that gets a second copy of each backup, and copies one
// there at once, so that the person knows that it works. Where they close the dialog nothing changes.
// Faults: backup_second, settings_unwritable, and those of Session.
func (a *App) ChooseBackupFolder() (v BackupsView, err error) {
	defer a.recovered(&err)
	folder, err := runtime.OpenDirectoryDialog(a.context(), runtime.OpenDialogOptions{
		Title: a.words().Text("dialog.backup.title"), CanCreateDirectories: true,
	})
	if err != nil {
		return BackupsView{}, err
	}
	if folder != "" {
		if err := a.useBackupFolder(a.context(), folder); err != nil {
			return BackupsView{}, err
		}
	}
	return a.backups()
}

// ForgetBackupFolder makes no second copies any longer. Those that were made stay.
// Faults: settings_unwritable.
func (a *App) ForgetBackupFolder() (v BackupsView, err error) {
	defer a.recovered(&err)
	if _, err := a.changeSettings(func(s *SettingsView) { s.BackupFolder = "" }); err != nil {
		return BackupsView{}, err
	}
	return a.backups()
}

// useBackupFolder makes a backup with a copy in a folder, and remembers the folder where that works.
func (a *App) useBackupFolder(ctx context.Context, folder string) error {
	j, err := a.openJournal(ctx)
	if err != nil {
		return err
	}
	_, err = j.Backup(ctx, journal.ReasonAsked, folder)
	if errors.Is(err, journal.ErrSecondFolder) {
		a.log.Warn("copy a backup to the second folder", "error", err)
		return newFault("backup_second", "path", folder)
	}
	if err == nil {
		_, err = a.changeSettings(func(s *SettingsView) { s.BackupFolder = folder })
	}
	return err
}

// backups lists the backups, the newest first: a file for the window (see answers).
func (a *App) backups() (BackupsView, error) {
	all, err := journal.Backups(a.dataDir, a.secondFolder())
	gone := errors.Is(err, journal.ErrSecondFolder)
	if err != nil && !gone {
		return BackupsView{}, err
	}
	v := BackupsView{Backups: []BackupView{}, Second: a.secondFolder(), SecondGone: gone}
	for _, b := range all {
		v.Backups = append(v.Backups, backupView(b))
	}
	return v, nil
}

func backupView(b journal.Backup) BackupView {
	return BackupView{
		SHA256: b.SHA256, Name: filepath.Base(b.Path), At: b.At, Reason: string(b.Reason), Profiles: list(b.Profiles),
		Marks: b.Marks, First: b.First, Last: b.Last, Bytes: b.Bytes,
	}
}

// findBackup returns a backup by its SHA-256, its name, or the word newest.
func (a *App) findBackup(wanted string) (journal.Backup, error) {
	all, err := journal.Backups(a.dataDir, a.secondFolder())
	if err != nil && !errors.Is(err, journal.ErrSecondFolder) {
		return journal.Backup{}, err
	}
	for _, b := range all {
		if wanted == b.SHA256 || wanted == filepath.Base(b.Path) || wanted == "newest" {
			return b, nil
		}
	}
	return journal.Backup{}, newFault("backup_not_found", "backup", wanted)
}

// secondFolder is where the person wants a second copy of each backup, or "".
func (a *App) secondFolder() string { return a.settings.get(a.places.config).BackupFolder }

// backUp makes a backup. Where only the second folder fails, the window is told, and that is all:
// the journal's own folder has it.
func (a *App) backUp(ctx context.Context, reason journal.Reason) (journal.Backup, error) {
	j, err := a.openJournal(ctx)
	if err != nil {
		return journal.Backup{}, err
	}
	b, err := j.Backup(ctx, reason, a.secondFolder())
	if errors.Is(err, journal.ErrSecondFolder) {
		a.warn(err)
		return b, nil
	}
	return b, err
}

// backUpWhenDue makes a backup where the journal has changed and the newest one is old enough. It
// happens beside what the person does, so that a failure is told and stops nothing.
func (a *App) backUpWhenDue(ctx context.Context) {
	a.mu.Lock()
	j := a.journal
	a.mu.Unlock()
	if j == nil {
		return
	}
	if _, err := j.BackupWhenDue(ctx, a.secondFolder()); err != nil {
		a.warn(err)
	}
}

// warn tells what went wrong beside what the person does: in the log, and in the window.
func (a *App) warn(err error) {
	f := a.explain(err)
	a.log.Warn("backup", "code", f.Code)
	if a.window != nil {
		runtime.EventsEmit(a.window, eventWarning, FormatFault(f))
	}
}

func (a *App) previewRestore(ctx context.Context, b journal.Backup) (RestoreView, error) {
	then, err := b.Records(ctx)
	if err != nil {
		return RestoreView{}, err
	}
	now, err := a.recordsNow(ctx)
	if err != nil {
		return RestoreView{}, err
	}
	changes, err := a.compare(now, then)
	return RestoreView{Backup: backupView(b), Profiles: changes}, err
}

// recordsNow returns what the journal holds, which is nothing where it cannot be read.
func (a *App) recordsNow(ctx context.Context) ([]journal.Record, error) {
	j, err := a.openJournal(ctx)
	if errors.Is(err, journal.ErrDamaged) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return j.Records(ctx)
}

// restore puts a backup in the place of what the journal holds.
func (a *App) restore(ctx context.Context, b journal.Backup) (undo journal.Backup, err error) {
	j, err := a.openJournal(ctx)
	if err != nil {
		return journal.Backup{}, err
	}
	return j.Restore(ctx, b, a.secondFolder())
}

// eraseProfile erases a profile and what it recorded. Either a backup is made first, or the profile
// is removed from all backups too.
func (a *App) eraseProfile(ctx context.Context, id string, purge bool) error {
	j, err := a.openJournal(ctx)
	if err != nil {
		return err
	}
	if !purge {
		if _, err := a.backUp(ctx, journal.ReasonProfile); err != nil {
			return err
		}
		return j.DeleteProfile(ctx, id)
	}
	if err := j.DeleteProfile(ctx, id); err != nil {
		return err
	}
	return journal.PurgeProfile(ctx, a.dataDir, a.secondFolder(), id)
}

// compare says, for each profile and guide, what one state of the journal has and another.
func (a *App) compare(now, then []journal.Record) ([]ProfileChangeView, error) {
	changes := []ProfileChangeView{}
	for _, r := range slices.Concat(now, then) {
		if slices.ContainsFunc(changes, func(c ProfileChangeView) bool { return c.ID == r.Profile.ID }) {
			continue
		}
		before, after := recordOf(now, r.Profile.ID), recordOf(then, r.Profile.ID)
		change := ProfileChangeView{ID: r.Profile.ID, Name: r.Profile.Name, Guides: []GuideChangeView{}}
		change.MarksNow, change.LastNow = sumOf(before)
		change.MarksThen, change.LastThen = sumOf(after)
		var slugs []string
		for _, g := range slices.Concat(before.Guides, after.Guides) {
			slugs = append(slugs, g.Guide)
		}
		slices.Sort(slugs)
		for _, slug := range slices.Compact(slugs) {
			g, err := a.changeIn(slug, before, after)
			if err != nil {
				return nil, err
			}
			change.Guides = append(change.Guides, g)
		}
		changes = append(changes, change)
	}
	return changes, nil
}

func recordOf(records []journal.Record, profile string) journal.Record {
	for _, r := range records {
		if r.Profile.ID == profile {
			return r
		}
	}
	return journal.Record{}
}

// sumOf returns how many marks a record has, and when the newest was made.
func sumOf(r journal.Record) (marks int, last int64) {
	for _, g := range r.Guides {
		marks, last = marks+g.Marks, max(last, g.Last)
	}
	return marks, last
}

func marksOn(slug string, r journal.Record) int {
	for _, g := range r.Guides {
		if g.Guide == slug {
			return g.Marks
		}
	}
	return 0
}

func (a *App) changeIn(slug string, before, after journal.Record) (GuideChangeView, error) {
	change := GuideChangeView{Slug: slug, Title: slug, MarksNow: marksOn(slug, before), MarksThen: marksOn(slug, after)}
	g, err := a.guides.Outline(slug, a.words().Language)
	if err != nil {
		return change, nil // a guide that this program does not have: its marks are kept all the same
	}
	change.Title = g.Title
	change.LevelNow = progress.Stand(g, progress.Present(slug, before.Newest)).Level
	change.LevelThen = progress.Stand(g, progress.Present(slug, after.Newest)).Level
	return change, nil
}

// OpenDataFolder shows the data folder in the system's file manager.
// Faults: link_failed.
func (a *App) OpenDataFolder() (err error) {
	defer a.recovered(&err)
	if _, err := os.Stat(a.dataDir); err != nil {
		return newFault("file_unreadable", "path", a.dataDir, "detail", err.Error())
	}
	if err := a.browse(a.dataDir); err != nil {
		a.log.Error("show the data folder", "error", err)
		return newFault("link_failed", "url", a.dataDir)
	}
	return nil
}
