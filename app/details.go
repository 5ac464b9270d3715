package app

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/levelica/levelica/internal/journal"
)

// lastLines is how much of the log goes into the details.
const lastLines = 20

// details returns what helps to understand a fault: the program, the system, the size of the
// journal, and the end of the log. It holds no answer, no note and no name, and of paths only what
// is inside the person's own folder. What is returned is what is shown, and what is copied.
func (a *App) details(ctx context.Context) string {
	var out strings.Builder
	line := func(name string, value any) { fmt.Fprintf(&out, "%s: %v\n", name, value) }
	line("Levelica", strings.TrimSpace(a.build.Version+" "+a.build.Commit+" "+a.build.Date))
	line("System", runtime.GOOS+"/"+runtime.GOARCH+", "+runtime.Version())
	line("Language", a.words().Language)
	j, err := a.openJournal(ctx)
	if err != nil {
		line("Journal", a.explain(err).Code)
	} else {
		line("Journal", a.journalDetails(ctx, j))
	}
	all, err := journal.Backups(a.dataDir, a.secondFolder())
	line("Backups", fmt.Sprintf("%d, second folder %v, reachable %v", len(all), a.secondFolder() != "", !errors.Is(err, journal.ErrSecondFolder)))
	out.WriteString("Log:\n")
	text, err := os.ReadFile(a.logFile())
	if err != nil {
		text = nil // there may be none yet
	}
	lines := strings.Split(strings.TrimSpace(string(text)), "\n")
	for _, l := range lines[max(0, len(lines)-lastLines):] {
		out.WriteString("  " + l + "\n")
	}
	return a.withoutFolders(out.String())
}

func (a *App) journalDetails(ctx context.Context, j *journal.Journal) string {
	tallies, err := j.Tallies(ctx)
	if err != nil {
		return a.explain(err).Code
	}
	marks := 0
	for _, t := range tallies {
		marks += t.Marks
	}
	size := int64(0)
	if info, err := os.Stat(j.Path()); err == nil {
		size = info.Size()
	}
	return fmt.Sprintf("%s, %s, %d bytes, read-only %v", counted(len(tallies), "profile"), counted(marks, "mark"), size, j.ReadOnly())
}

// counted says how many there are, in English as all details are.
func counted(n int, one string) string {
	if n != 1 {
		one += "s"
	}
	return fmt.Sprintf("%d %s", n, one)
}

// withoutFolders takes out of a text where the person's files lie, which often names them.
func (a *App) withoutFolders(text string) string {
	folders := []string{a.dataDir, a.places.config, a.places.state, a.secondFolder()}
	if home, err := os.UserHomeDir(); err == nil {
		folders = append(folders, home)
	}
	for _, folder := range folders {
		if len(folder) > 1 {
			text = strings.ReplaceAll(text, folder, "…")
			text = strings.ReplaceAll(text, filepath.ToSlash(folder), "…")
		}
	}
	return text
}

type detailsCommand struct{}

// Run prints what helps to understand a fault.
func (detailsCommand) Run(t *terminal) error {
	t.print("%s", strings.TrimSpace(t.app.details(t.ctx)))
	return nil
}
