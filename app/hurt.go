package app

import (
	"context"
	"errors"
	"os"
	"path/filepath"

	"github.com/wailsapp/wails/v2/pkg/runtime"

	"github.com/levelica/levelica/internal/journal"
)

// What the window can do about a journal that cannot be read. Whatever is chosen, the hurt file is
// kept beside the new journal.

// hurt returns what there is to choose from: a file for the window (see answers).
func (a *App) hurt(ctx context.Context) (HurtView, error) {
	v := HurtView{DataDir: a.dataDir}
	readable, err := journal.Readable(ctx, a.dataDir)
	switch {
	case errors.Is(err, journal.ErrFull), errors.Is(err, journal.ErrUnwritable):
		// Looking takes a copy, and so does every way out: how much is left is not known yet.
		return HurtView{}, err
	case err != nil:
		// That nothing can be read is an answer, too.
		a.log.Warn("read what is left of the journal", "error", err)
	}
	v.Readable = readable
	all, err := journal.Backups(a.dataDir, a.secondFolder())
	if err != nil && !errors.Is(err, journal.ErrSecondFolder) {
		return HurtView{}, err
	}
	// The newest that is what was written: the others of the list are not offered here.
	v.Backups = []BackupView{}
	for _, b := range all {
		if err := b.Verify(ctx); err != nil {
			a.log.Warn("a backup cannot be used", "error", err)
			continue
		}
		if v.Backups = append(v.Backups, backupView(b)); len(v.Backups) == offered {
			break
		}
	}
	return v, nil
}

// offered is how many backups the start screen names.
const offered = 3

// MendJournal makes a new journal in the place of one that is hurt or gone: from a backup, named by
// its SHA-256, unless that is empty, and from what can still be read, where that is wanted.
// Faults: backup_not_found, backup_damaged, disk_full, journal_migration, data_unwritable.
func (a *App) MendJournal(sha256 string, readHurt bool) (v MendedView, err error) {
	defer a.recovered(&err)
	return a.mend(a.context(), sha256, readHurt)
}

func (a *App) mend(ctx context.Context, sha256 string, readHurt bool) (MendedView, error) {
	var from *journal.Backup
	if sha256 != "" {
		b, err := a.findBackup(sha256)
		if err != nil {
			return MendedView{}, err
		}
		from = &b
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.journal != nil {
		// It was opened, and something in it could not be read later.
		if err := a.journal.Close(); err != nil {
			a.log.Warn("close the hurt journal", "error", err)
		}
		a.journal = nil
	}
	r, err := journal.Mend(ctx, a.dataDir, from, readHurt, journal.Options{Person: personName(), Now: a.now, Lock: a.lock})
	if err != nil {
		return MendedView{}, err
	}
	a.log.Info("mended the journal", "marks", r.Journal, "read", r.Read, "kept", filepath.Base(r.Kept))
	return MendedView{Marks: r.Journal, Read: r.Read, Kept: r.Kept}, nil
}

// ExportReadable asks where to, and saves what can be read of a hurt journal as an exported one.
// Faults: export_unwritable, disk_full, data_unwritable.
func (a *App) ExportReadable() (v SavedView, err error) {
	defer a.recovered(&err)
	path, err := runtime.SaveFileDialog(a.context(), runtime.SaveDialogOptions{
		Title: a.words().Text("dialog.export.title"), DefaultDirectory: documents(), CanCreateDirectories: true,
		DefaultFilename: "levelica-rescued" + journal.ArchiveExtension, Filters: a.archiveFilter(),
	})
	if err != nil || path == "" {
		return SavedView{}, err
	}
	if err := a.exportReadable(a.context(), path); err != nil {
		return SavedView{}, err
	}
	return SavedView{Saved: true, Path: path}, nil
}

// exportReadable mends a copy of the hurt journal in a folder of its own, and exports that.
func (a *App) exportReadable(ctx context.Context, path string) (err error) {
	folder, err := os.MkdirTemp(a.dataDir, "rescue-")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(folder)) }()
	o := journal.Options{Person: personName(), Now: a.now}
	if err := journal.CopyHurt(a.dataDir, folder); err != nil {
		return err
	}
	if _, err := journal.Mend(ctx, folder, nil, true, o); err != nil {
		return err
	}
	j, err := journal.Open(ctx, folder, o)
	if err != nil {
		return err
	}
	return a.exported(path, errors.Join(j.Export(ctx, path, ""), j.Close()))
}
