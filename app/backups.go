package app

import (
	"context"
	"errors"
	"os"
	"path/filepath"

	"github.com/wailsapp/wails/v2/pkg/runtime"

	"github.com/levelica/levelica/internal/journal"
)

// eventWarning tells the window of something that went wrong beside what the person does.
const eventWarning = "warning"

// MakeBackup makes a backup now, and lists all.
// Faults: disk_full, and those of openJournal.
func (a *App) MakeBackup() (v BackupsView, err error) {
	defer a.recovered(&err)
	if _, err := a.backUp(a.context(), journal.ReasonAsked); err != nil {
		return BackupsView{}, err
	}
	return a.backups()
}

// PreviewRestore says what restoring a backup would change. The backup is named by its SHA-256.
// Faults: backup_not_found, backup_damaged, journal_newer, and those of openJournal.
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
// Faults: backup_not_found, backup_damaged, disk_full, and those of openJournal.
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
// Faults: backup_second, settings_unwritable, and those of openJournal.
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
	a.waiting.tell(eventWarning, FormatFault(f).(string))
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
		return errors.Join(j.DeleteProfile(ctx, id), a.forgetDrawn())
	}
	if err := errors.Join(j.DeleteProfile(ctx, id), a.forgetDrawn()); err != nil {
		return err
	}
	return journal.PurgeProfile(ctx, a.dataDir, a.secondFolder(), id)
}

// OpenDataFolder shows the data folder in the system's file manager.
// Faults: link_failed.
func (a *App) OpenDataFolder() (err error) {
	defer a.recovered(&err)
	if _, err := os.Stat(a.dataDir); err != nil {
		return fileFault(a.words(), a.dataDir, err)
	}
	if err := a.browse(a.dataDir); err != nil {
		a.log.Error("show the data folder", "error", err)
		return newFault("link_failed", "url", a.dataDir)
	}
	return nil
}
