package app

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"github.com/levelica/levelica/internal/journal"
	"github.com/levelica/levelica/internal/locale"
)

type backupCommand struct {
	List bool `help:"List the backups instead of making one."`
	JSON bool `help:"Write JSON."`
}

// Run makes a backup, or lists those that there are.
func (c backupCommand) Run(t *terminal) error {
	if c.List {
		v, err := t.app.backups()
		if err != nil {
			return err
		}
		if c.JSON {
			return t.json(v.Backups)
		}
		if len(v.Backups) == 0 {
			t.print("%s", t.words.Text("command.backup.none"))
		}
		for _, b := range v.Backups {
			t.print("%s", t.words.Text("command.backup.line", locale.Args{
				"name": b.Name, "made": time.UnixMilli(b.At).Format("2006-01-02 15:04"), "n": b.Marks,
				"people": strings.Join(b.Profiles, ", "), "reason": t.words.Text("command.backup.reason." + b.Reason),
			}))
		}
		return nil
	}
	b, err := t.app.backUp(t.ctx, journal.ReasonAsked)
	if err != nil {
		return err
	}
	if c.JSON {
		return t.json(backupView(b))
	}
	t.print("%s", t.words.Text("command.backup.made", locale.Args{"name": filepath.Base(b.Path)}))
	return nil
}

type restoreCommand struct {
	Backup string `arg:"" help:"Name of a backup as shown by: levelica backup --list; or newest."`
	Yes    bool   `help:"Restore it. Without this you only see what would change."`
	JSON   bool   `help:"Write JSON."`
}

// Run shows what restoring a backup would change, or does it.
func (c restoreCommand) Run(t *terminal) error {
	b, err := t.app.findBackup(c.Backup)
	if err != nil {
		return err
	}
	name := filepath.Base(b.Path)
	preview, err := t.app.previewRestore(t.ctx, b)
	if err != nil {
		return err
	}
	if !c.Yes {
		if c.JSON {
			return t.json(preview)
		}
		t.print("%s", t.words.Text("command.restore.preview", locale.Args{"name": name}))
		t.changes(preview.Profiles)
		return nil
	}
	undo, err := t.app.restore(t.ctx, b)
	if err != nil {
		return err
	}
	if c.JSON {
		return t.json(preview)
	}
	t.print("%s", t.words.Text("command.restore.done", locale.Args{"name": name, "undo": filepath.Base(undo.Path)}))
	t.changes(preview.Profiles)
	return nil
}

// changes prints what a restore or an import changes.
func (t *terminal) changes(profiles []ProfileChangeView) {
	for _, p := range profiles {
		t.print("%s", p.Title)
		for _, r := range p.Rows {
			t.print("%s", t.words.Text("command.change.row", locale.Args{"what": r.What, "now": r.Now, "then": r.Then}))
		}
	}
}

type checkCommand struct {
	JSON bool `help:"Write JSON."`
}

type checked struct {
	Path   string `json:"path"`
	Sound  bool   `json:"sound"`
	Marks  int    `json:"marks"`
	Detail string `json:"detail"` // what is wrong, where it is not sound

	said string // the same in the person's language
}

// Run reads the journal and every backup whole.
func (c checkCommand) Run(t *terminal) error {
	path := filepath.Join(t.app.dataDir, journal.FileName)
	results := []checked{{Path: path}}
	j, err := t.app.openJournal(t.ctx)
	if err == nil {
		results[0].Marks, err = j.Check(t.ctx)
	}
	results[0].note(t, err)
	all, err := journal.Backups(t.app.dataDir, t.app.secondFolder())
	if err != nil && !errors.Is(err, journal.ErrSecondFolder) {
		return err
	}
	for _, b := range all {
		result := checked{Path: b.Path, Marks: b.Marks}
		result.note(t, b.Verify(t.ctx))
		results = append(results, result)
	}
	if keeper := journal.FolderKeeper(t.app.dataDir); keeper != journal.OwnDisk {
		fmt.Fprintln(t.err, t.words.Text("settings.data."+string(keeper)))
	}
	failed := err != nil
	for _, r := range results {
		failed = failed || !r.Sound
		if !c.JSON && r.Sound {
			t.print("%s", t.words.Text("command.check.sound", locale.Args{"path": r.Path, "n": r.Marks}))
		} else if !c.JSON {
			t.print("%s", t.words.Text("command.check.hurt", locale.Args{"path": r.Path, "detail": r.said}))
		}
	}
	if c.JSON {
		if err := t.json(results); err != nil {
			return err
		}
	}
	if failed {
		return newFault("check_failed")
	}
	return nil
}

// note keeps whether a file is sound, or what is wrong with it.
func (c *checked) note(t *terminal, err error) {
	c.Sound = err == nil
	if err != nil {
		f := t.app.explain(err)
		c.Detail, c.said = err.Error(), t.words.Text("fault."+f.Code, locale.Args(f.Args))
	}
}
