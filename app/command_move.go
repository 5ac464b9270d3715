package app

import (
	"os"
	"path/filepath"
	"strings"

	"github.com/levelica/levelica/internal/locale"
)

// sealing is how a command learns a passphrase: not from its arguments, which every program on the
// computer can read.
type sealing struct {
	PassphraseFile string `help:"The first line of this file is the passphrase that seals the journal." placeholder:"FILE"`
}

func (s sealing) passphrase(words *locale.Catalogue) (string, error) {
	if s.PassphraseFile == "" {
		return "", nil
	}
	text, err := os.ReadFile(s.PassphraseFile)
	if err != nil {
		return "", fileFault(words, s.PassphraseFile, err)
	}
	line, _, _ := strings.Cut(string(text), "\n")
	if line = strings.TrimSuffix(line, "\r"); line == "" {
		return "", newFault("file_unreadable", "path", s.PassphraseFile, "detail", words.Text("reason.empty"))
	}
	return line, nil
}

type exportCommand struct {
	sealing
	Output string `short:"o" help:"File to save to." required:"" placeholder:"FILE"`
	Force  bool   `help:"Replace a file that exists."`
}

// Run saves the whole journal as one file.
func (c exportCommand) Run(t *terminal) error {
	passphrase, err := c.passphrase(t.words)
	if err != nil {
		return err
	}
	if _, err := os.Lstat(c.Output); err == nil && !c.Force {
		return newFault("report_exists", "path", c.Output)
	}
	if err := t.app.export(t.ctx, c.Output, passphrase); err != nil {
		return err
	}
	t.print("%s", t.words.Text("command.saved", locale.Args{"path": c.Output}))
	return nil
}

type importCommand struct {
	sealing
	File string `arg:"" help:"An exported journal."`
	Yes  bool   `help:"Import it. Without this you only see what would change."`
	JSON bool   `help:"Write JSON."`
}

// Run shows what importing a journal would change, or does it.
func (c importCommand) Run(t *terminal) error {
	passphrase, err := c.passphrase(t.words)
	if err != nil {
		return err
	}
	changes, err := t.app.previewImport(t.ctx, c.File, passphrase)
	if err != nil {
		return err
	}
	name, undo := filepath.Base(c.File), ""
	if c.Yes {
		b, err := t.app.importFrom(t.ctx, c.File, passphrase)
		if err != nil {
			return err
		}
		undo = filepath.Base(b.Path)
	}
	switch {
	case c.JSON:
		return t.json(changes)
	case c.Yes:
		t.print("%s", t.words.Text("command.import.done", locale.Args{"name": name, "undo": undo}))
	default:
		t.print("%s", t.words.Text("command.import.preview", locale.Args{"name": name}))
	}
	t.changes(changes)
	return nil
}
