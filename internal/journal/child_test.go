package journal

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"

	"github.com/levelica/levelica/internal/guide"
	"github.com/levelica/levelica/internal/locale"
	"github.com/levelica/levelica/internal/progress"
	"github.com/levelica/levelica/internal/report"
)

// A test that ends a process needs one to end: this test program again, with a role to play and a
// data folder in its environment.
const (
	roleVariable   = "LEVELICA_TEST_ROLE"
	folderVariable = "LEVELICA_TEST_FOLDER"
	// synchronousVariable lets the role write be careless; see the power cuts.
	synchronousVariable = "LEVELICA_TEST_SYNCHRONOUS"
)

// roles are what a child can do. Each works on the data folder and returns when it is done.
var roles = map[string]func(ctx context.Context, dir string) error{
	"write": writeForEver,
	"retry": writeAndRetry,
	"open":  onJournal(func(context.Context, *Journal, string) error { return nil }),
	"backup": onJournal(func(ctx context.Context, j *Journal, _ string) error {
		_, err := j.Backup(ctx, ReasonAsked, "")
		return err
	}),
	"restore": onJournal(func(ctx context.Context, j *Journal, dir string) error {
		all, err := Backups(dir, "")
		if err != nil {
			return err
		}
		_, err = j.Restore(ctx, all[len(all)-1], "")
		return err
	}),
	"import": onJournal(func(ctx context.Context, j *Journal, dir string) error {
		a, err := OpenArchive(ctx, dir, filepath.Join(dir, "import"+ArchiveExtension), "")
		if err != nil {
			return err
		}
		_, err = j.Import(ctx, a, "")
		return errors.Join(err, a.Close())
	}),
	"export": onJournal(func(ctx context.Context, j *Journal, dir string) error {
		return j.Export(ctx, filepath.Join(dir, "export"+ArchiveExtension), "")
	}),
	"mend": func(ctx context.Context, dir string) error {
		all, err := Backups(dir, "")
		if err != nil {
			return err
		}
		_, err = Mend(ctx, dir, &all[0], true, Options{})
		return err
	},
	"report": func(_ context.Context, dir string) error {
		g, err := guide.Shipped().Guide("backend-engineering", "ko")
		if err != nil {
			return err
		}
		doc := report.New([]report.Subject{{Guide: g}}, report.Options{At: noon, Open: true}, locale.For("ko"))
		return doc.Save(filepath.Join(dir, "report.html"), report.HTML, true)
	},
}

// onJournal is a role that works on the open journal.
func onJournal(do func(ctx context.Context, j *Journal, dir string) error) func(context.Context, string) error {
	return func(ctx context.Context, dir string) error {
		j, err := Open(ctx, dir, Options{})
		if err != nil {
			return err
		}
		return errors.Join(do(ctx, j, dir), j.Close())
	}
}

func TestMain(m *testing.M) {
	role := os.Getenv(roleVariable)
	if role == "" {
		os.Exit(m.Run())
	}
	// One thread makes all calls of the system, so that they can be counted.
	runtime.LockOSThread()
	if err := roles[role](context.Background(), os.Getenv(folderVariable)); err != nil {
		fmt.Fprintln(os.Stderr, role+":", err)
		os.Exit(1)
	}
}

// child returns a command that plays a role on a data folder.
func child(role, dir string) *exec.Cmd {
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), roleVariable+"="+role, folderVariable+"="+dir)
	cmd.Stderr = os.Stderr
	return cmd
}

// writeForEver records marks until the process is ended, one to five at a time. It says which ones
// before it asks for them, and again when they are acknowledged.
func writeForEver(ctx context.Context, dir string) error {
	j, err := Open(ctx, dir, Options{})
	if err != nil {
		return err
	}
	if careless := os.Getenv(synchronousVariable); careless != "" {
		if err := j.db.Exec("PRAGMA synchronous = " + careless).Error; err != nil {
			return err
		}
	}
	for n := 0; ; n++ {
		marks := make([]progress.Mark, n%5+1)
		ids := make([]string, len(marks))
		for i := range marks {
			marks[i] = markOf(fmt.Sprintf("be-%03d", n%70+1), progress.OnMyOwn)
			ids[i] = marks[i].ID
		}
		fmt.Println("ask", strings.Join(ids, " ")) // one call of the system, which a kill cannot halve
		if err := j.Record(ctx, marks...); err != nil {
			return err
		}
		fmt.Println("kept", strings.Join(ids, " "))
	}
}

// retries is how many calls writeAndRetry makes.
const retries = 60

// writeAndRetry records marks one by one. Where that fails it says so, and asks for the same again.
func writeAndRetry(ctx context.Context, dir string) error {
	j, err := Open(ctx, dir, Options{})
	if err != nil {
		return err
	}
	for n := range retries {
		m := markOf(fmt.Sprintf("be-%03d", n+1), progress.OnMyOwn)
		fmt.Println("ask", m.ID)
		for try := 0; ; try++ {
			err := j.Record(ctx, m)
			if err == nil {
				break
			}
			if try == 3 {
				return err
			}
			fmt.Println("failed", m.ID)
		}
		fmt.Println("kept", m.ID)
	}
	return nil // not closed: what was acknowledged has to be there anyway
}

// ledger is what a child was heard saying: the marks that it asked for, call by call, and how many
// of the calls were acknowledged.
type ledger struct {
	asked  [][]string
	kept   int // the first so many of asked
	failed int // calls that had to be repeated

	lock *sync.Mutex // where somebody looks while it is written
}

// hear reads what a child says until it ends. It calls first at the first acknowledgement.
func (l *ledger) hear(from io.Reader, first func()) {
	lines := bufio.NewScanner(from)
	lock := l.lock
	if lock == nil {
		lock = &sync.Mutex{}
	}
	for heard := false; lines.Scan(); {
		word, ids, _ := strings.Cut(lines.Text(), " ")
		lock.Lock()
		switch word {
		case "ask":
			l.asked = append(l.asked, strings.Fields(ids))
		case "failed":
			l.failed++
		case "kept":
			l.kept = len(l.asked)
		}
		lock.Unlock()
		if word == "kept" && !heard {
			heard = true
			first()
		}
	}
}

// missing opens the journal after a child's end, and returns how many acknowledged marks are not in
// it. The call that was under way may be there or not, but not in part.
func (l *ledger) missing(t *testing.T, dir string, kept map[string]bool) (lost int) {
	t.Helper()
	j, err := Open(t.Context(), dir, Options{})
	if err != nil {
		t.Fatalf("the journal does not open: %v", err)
	}
	defer j.Close()
	var report string
	if err := j.db.Raw("PRAGMA integrity_check").Scan(&report).Error; err != nil || report != "ok" {
		t.Fatalf("the journal is hurt: %s %v", report, err)
	}
	marks, err := j.Marks(t.Context(), "")
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]bool{}
	for _, m := range marks {
		found[m.ID] = true
	}
	for _, ids := range l.asked[:l.kept] {
		for _, id := range ids {
			kept[id] = true
		}
	}
	for id := range kept {
		if !found[id] {
			lost++
		}
	}
	for _, ids := range l.asked[l.kept:] {
		there := 0
		for _, id := range ids {
			if found[id] {
				there++
				kept[id] = true // from now on it has to stay
			}
		}
		if there != 0 && there != len(ids) {
			t.Errorf("of a call with %d marks %d were written", len(ids), there)
		}
	}
	if len(found) != len(kept) {
		t.Errorf("the journal has %d marks, %d were asked for", len(found), len(kept))
	}
	return lost
}
