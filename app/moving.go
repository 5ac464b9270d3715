package app

import (
	"context"
	"errors"
	"os"
	"path/filepath"

	"github.com/wailsapp/wails/v2/pkg/runtime"

	"github.com/levelica/levelica/internal/journal"
)

// ExportJournal asks where to, and saves the whole journal as one file, sealed where a passphrase
// is given. Where the person closes the dialog nothing is saved, and that is no fault.
// Faults: export_unwritable, and those of openJournal.
func (a *App) ExportJournal(passphrase string) (v SavedView, err error) {
	defer a.recovered(&err)
	path, err := runtime.SaveFileDialog(a.context(), runtime.SaveDialogOptions{
		Title:                a.words().Text("dialog.export.title"),
		DefaultDirectory:     documents(),
		DefaultFilename:      "levelica-" + a.now().Format("2006-01-02") + journal.ArchiveExtension,
		CanCreateDirectories: true,
		Filters:              a.archiveFilter(),
	})
	if err != nil || path == "" {
		return SavedView{}, err
	}
	if !journal.IsArchive(path) {
		path += journal.ArchiveExtension
		// The dialog asked about the name without the ending; the one with it may be taken.
		if _, err := os.Lstat(path); err == nil {
			return SavedView{}, newFault("report_exists", "path", path)
		}
	}
	if err := a.export(a.context(), path, passphrase); err != nil {
		return SavedView{}, err
	}
	return SavedView{Saved: true, Path: path}, nil
}

func (a *App) archiveFilter() []runtime.FileFilter {
	return []runtime.FileFilter{{DisplayName: "Levelica", Pattern: "*" + journal.ArchiveExtension}}
}

func (a *App) export(ctx context.Context, path, passphrase string) error {
	j, err := a.openJournal(ctx)
	if err != nil {
		return err
	}
	return a.exported(path, j.Export(ctx, path, passphrase))
}

// exported says why a journal could not be saved where the person wanted it: unlike what is wrong in
// the data folder, another place helps.
func (a *App) exported(path string, err error) error {
	if err == nil || !errors.Is(err, journal.ErrUnwritable) && !errors.Is(err, journal.ErrFull) && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	return newFault("export_unwritable", "path", path, "detail", reason(a.words(), err))
}

// ChooseImport asks for an exported journal, or takes the one that somebody opened the program with.
// Its path stays here: the window learns its name, and whether a passphrase is needed. Where there is
// none, the view is empty.
func (a *App) ChooseImport(offered bool) (v ImportChoiceView, err error) {
	defer a.recovered(&err)
	if offered {
		return a.takeOffered()
	}
	path, err := runtime.OpenFileDialog(a.context(), runtime.OpenDialogOptions{
		Title: a.words().Text("dialog.import.title"), DefaultDirectory: documents(), Filters: a.archiveFilter(),
	})
	if err != nil || path == "" {
		return ImportChoiceView{}, err
	}
	return a.chooseImport(path)
}

// offerImport keeps the path of an exported journal until the window takes it. What the window has
// before it stays what it acts on: a person agrees to the file whose contents they saw.
func (a *App) offerImport(path string) error {
	info, err := os.Stat(path)
	if err != nil {
		return fileFault(a.words(), shown(path), err)
	}
	if !info.Mode().IsRegular() || !journal.IsArchive(path) {
		return newFault("import_invalid")
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	a.offered = path
	return nil
}

func (a *App) takeOffered() (ImportChoiceView, error) {
	a.mu.Lock()
	path := a.offered
	a.offered = ""
	a.mu.Unlock()
	if path == "" {
		return ImportChoiceView{}, nil
	}
	return a.chooseImport(path)
}

func (a *App) chooseImport(path string) (ImportChoiceView, error) {
	sealed, err := journal.Sealed(path)
	if err != nil {
		return ImportChoiceView{}, fileFault(a.words(), path, err)
	}
	a.mu.Lock()
	a.importing = path
	a.mu.Unlock()
	return ImportChoiceView{Chosen: true, Name: filepath.Base(path), Sealed: sealed}, nil
}

// PreviewImport says what importing the chosen journal would change.
// Faults: import_invalid, import_passphrase, journal_newer, and those of openJournal.
func (a *App) PreviewImport(passphrase string) (v []ProfileChangeView, err error) {
	defer a.recovered(&err)
	return a.previewImport(a.context(), a.chosenImport(), passphrase)
}

// ImportJournal joins the chosen journal to the one that is open, and lists the backups: the newest
// is the undo.
// Faults: those of PreviewImport, and disk_full.
func (a *App) ImportJournal(passphrase string) (v BackupsView, err error) {
	defer a.recovered(&err)
	if _, err := a.importFrom(a.context(), a.chosenImport(), passphrase); err != nil {
		return BackupsView{}, err
	}
	return a.backups()
}

func (a *App) chosenImport() string {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.importing
}

func (a *App) previewImport(ctx context.Context, path, passphrase string) ([]ProfileChangeView, error) {
	j, err := a.openJournal(ctx)
	if err != nil {
		return nil, err
	}
	archive, err := journal.OpenArchive(ctx, a.dataDir, path, passphrase)
	if err != nil {
		return nil, err
	}
	defer archive.Close()
	now, err := j.Records(ctx)
	if err != nil {
		return nil, err
	}
	then, err := j.After(ctx, archive)
	if err != nil {
		return nil, err
	}
	return a.compare(now, then), nil
}

func (a *App) importFrom(ctx context.Context, path, passphrase string) (undo journal.Backup, err error) {
	j, err := a.openJournal(ctx)
	if err != nil {
		return journal.Backup{}, err
	}
	archive, err := journal.OpenArchive(ctx, a.dataDir, path, passphrase)
	if err != nil {
		return journal.Backup{}, err
	}
	defer archive.Close()
	if undo, err = j.Import(ctx, archive, a.secondFolder()); err == nil {
		a.carryAll(ctx, j) // the other computer may have an older edition
	}
	return undo, err
}
