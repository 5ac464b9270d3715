package app

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"unicode"

	"github.com/levelica/levelica/internal/journal"
	"github.com/levelica/levelica/internal/locale"
	"github.com/levelica/levelica/internal/report"
)

func TestWhyAFileCannotBeUsedIsSaidInThePersonsLanguage(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "보고서 🙂.pdf")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	_, missing := os.ReadFile(filepath.Join(dir, "없음", "report.pdf"))
	_, below := os.ReadFile(filepath.Join(file, "report.pdf"))
	for key, errs := range map[string][]error{
		"reason.missing":   {missing, below},
		"reason.protected": {&os.LinkError{Op: "rename", Old: "a", New: "b", Err: syscall.EPERM}, fmt.Errorf("write: %w", journal.ErrUnwritable)},
		"reason.full":      {&os.PathError{Op: "write", Path: file, Err: syscall.ENOSPC}, fmt.Errorf("export: %w", journal.ErrFull)},
		"reason.failed":    {&os.PathError{Op: "read", Path: file, Err: syscall.EIO}},
		"reason.folder":    {report.SaveFile(dir, true, nil)},
		"reason.readonly":  {&os.PathError{Op: "open", Path: file, Err: syscall.EROFS}},
	} {
		for _, err := range errs {
			for _, language := range []string{"en", "ko"} {
				words := locale.For(language)
				var f *fault
				if !errors.As(savingFault(words, file, fmt.Errorf("save the report: %w", err)), &f) || f.Args["detail"] != words.Text(key) {
					t.Errorf("%s: %v is said as %v, want %s", language, err, f, key)
				}
			}
			korean := reason(locale.For("ko"), err)
			if strings.ContainsFunc(korean, func(r rune) bool { return unicode.Is(unicode.Latin, r) }) {
				t.Errorf("a Korean reads %q", korean)
			}
		}
	}
}

func TestADiskThatFailsIsSaidAndNoRiddle(t *testing.T) {
	a := testApp(t)
	f := a.explain(fmt.Errorf("record the mark: %w", journal.ErrDisk))
	if f.Code != "disk_failed" || f.Args["path"] != a.dataDir {
		t.Errorf("it is said as %v", f)
	}
}

func TestAFileThatIsNoJournalAndOneThatContradictsItAreToldApart(t *testing.T) {
	a := testApp(t)
	for code, err := range map[string]error{"import_invalid": journal.ErrArchive, "import_conflict": journal.ErrConflict} {
		if f := a.explain(fmt.Errorf("import the journal: %w", err)); f.Code != code || len(f.Args) != 0 {
			t.Errorf("%v is said as %v", err, f)
		}
	}
}
