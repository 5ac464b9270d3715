//go:build window

package window

import (
	"bytes"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"

	_ "github.com/glebarez/go-sqlite" // the SQLite driver of the journal

	"github.com/levelica/levelica/build/window/atspi"
	"github.com/levelica/levelica/build/window/x11"
	"github.com/levelica/levelica/internal/locale"
)

// refused waits for the page that says that the journal cannot be opened, with a reason and a hint.
func (w *window) refused(reason, hint string) {
	w.s.t.Helper()
	t := w.s.t
	tree := w.see("why the journal cannot be opened", func(tree *atspi.Element) bool {
		return tree.Find("heading", say(t, "start.title")) != nil && tree.Showing(reason) != nil
	})
	alert := tree.Showing(reason)
	for alert != nil && alert.Role != "notification" {
		alert = alert.Parent
	}
	if alert == nil {
		t.Error("a screen reader is not told why the journal cannot be opened")
	}
	for _, words := range []string{hint, say(t, "start.safe")} {
		if tree.Showing(words) == nil {
			t.Errorf("the page does not say %q", words)
		}
	}
	if tree.Find("link", say(t, "guides")) != nil {
		t.Error("the page offers what does not work")
	}
}

// edit changes the journal as another program does.
func edit(t *testing.T, path, statement string) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	_, err = db.ExecContext(t.Context(), statement)
	if err := errors.Join(err, db.Close()); err != nil {
		t.Fatal(err)
	}
}

func TestAJournalOfANewerVersionIsLeftUntouchedAndSaidSo(t *testing.T) {
	s := begin(t, 1280, 800)
	s.mark("on-my-own", theGuide(t).Levels[0].Items[0])
	path := filepath.Join(s.data, "journal.db")
	edit(t, path, "PRAGMA user_version = 9999")
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	untouched := func() {
		t.Helper()
		if after, err := os.ReadFile(path); err != nil || !bytes.Equal(after, before) {
			t.Errorf("the journal was changed (%v)", err)
		}
		for _, name := range []string{"journal.db-wal", "journal.db-shm", "journal.db-journal"} {
			if _, err := os.Stat(filepath.Join(s.data, name)); !errors.Is(err, fs.ErrNotExist) {
				t.Errorf("%s appeared beside the journal (%v)", name, err)
			}
		}
	}

	w := s.start()
	w.refused("9999", say(t, "fault.journal_newer.hint"))
	w.do("button", say(t, "again"))
	w.refused("9999", say(t, "fault.journal_newer.hint"))
	untouched()
	w.quit()
	untouched()
}

func TestTryAgainOpensAJournalThatCanBeReadAgain(t *testing.T) {
	s := begin(t, 1280, 800)
	item := theGuide(t).Levels[0].Items[0]
	s.mark("on-my-own", item)
	path := filepath.Join(s.data, "journal.db")
	away := filepath.Join(t.TempDir(), "journal.db")
	if err := os.Rename(path, away); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, bytes.Repeat([]byte("no journal "), 1000), 0o600); err != nil {
		t.Fatal(err)
	}

	w := s.start()
	w.see("that the journal is damaged", func(tree *atspi.Element) bool {
		return tree.Find("heading", say(t, "hurt.title")) != nil && tree.Showing(path) != nil
	})
	if err := os.Rename(away, path); err != nil {
		t.Fatal(err)
	}
	w.focus()
	w.tabTo("button", say(t, "again"))
	w.press(x11.Space)
	w.openGuide(1)
	w.see("the rating", func(tree *atspi.Element) bool { return ticked(tree, item) })
}

func TestAJournalThatIsHurtComesBackWithOnePress(t *testing.T) {
	s := begin(t, 1280, 800)
	item := theGuide(t).Levels[0].Items[0]
	s.mark("on-my-own", item)
	path := filepath.Join(s.data, "journal.db")
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	copy(data, "garbage garbage ")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	w := s.start()
	w.do("button", say(t, "hurt.best.do"))
	w.openGuide(1)
	w.see("the rating", func(tree *atspi.Element) bool { return ticked(tree, item) })
	kept, err := filepath.Glob(path + ".corrupt-*")
	if err != nil || len(kept) != 1 {
		t.Fatalf("kept is %v, %v", kept, err)
	}
	if hurt, err := os.ReadFile(kept[0]); err != nil || !bytes.Equal(hurt, data) {
		t.Errorf("the hurt file is not what it was (%v)", err)
	}
}

func TestADataFolderThatCannotBeMadeIsSaid(t *testing.T) {
	s := begin(t, 1280, 800)
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, []byte("a file, not a folder"), 0o600); err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(file, "levelica")

	w := s.start("--data", dir)
	w.refused(say(t, "fault.data_unwritable"), say(t, "fault.data_unwritable.hint", locale.Args{"path": dir}))
	w.quit()
	if now, err := os.ReadFile(file); err != nil || string(now) != "a file, not a folder" {
		t.Errorf("the file holds %q, %v", now, err)
	}
}

func TestADataFolderThatMayNotBeWrittenIsSaid(t *testing.T) {
	s := begin(t, 1280, 800)
	dir := filepath.Join(t.TempDir(), "levelica")
	if err := os.Mkdir(dir, 0o500); err != nil {
		t.Fatal(err)
	}

	w := s.startAs(append(withoutPower(t), s.program, "--data", dir)...)
	w.refused(say(t, "fault.data_unwritable"), say(t, "fault.data_unwritable.hint", locale.Args{"path": dir}))
	if err := os.Chmod(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	w.do("button", say(t, "again"))
	w.openGuide(1)
}

func TestASecondStartInAHomeThatMayOnlyBeReadBringsTheFirstForward(t *testing.T) {
	s := begin(t, 1280, 800)
	s.mark("on-my-own", theGuide(t).Levels[0].Items[0])
	s.forbidWriting()

	command := append(withoutPower(t), s.program)
	first := s.startAs(command...)
	first.words(say(t, "backup.readonly"))
	second := s.startAs(append(command, "--place", "insights")...)
	if code := second.awaitEnd(); code != 0 {
		t.Errorf("the second start ended with code %d; it said:\n%s", code, second.output())
	}
	first.see("the place that the second start asked for", func(tree *atspi.Element) bool {
		return tree.Find("heading", say(t, "insights")) != nil
	})
}

func TestWhatCouldOnlyBeReadIsWrittenWhenThePersonHasAllowedItAndTriesAgain(t *testing.T) {
	s := begin(t, 1280, 800)
	items := theGuide(t).Levels[0].Items
	s.mark("on-my-own", items[0])
	allow := s.forbidWriting()

	w := s.startAs(append(withoutPower(t), s.program)...)
	w.words(say(t, "backup.readonly"))
	w.openGuide(1)
	w.do("check box", items[1].Text)
	w.see("why it is not saved, and the answer as it was", func(tree *atspi.Element) bool {
		return tree.Showing(say(t, "fault.data_unwritable")) != nil && ticked(tree, items[0]) && open(tree, items[1:]...)
	})

	allow()
	w.see("that it can be saved again", func(tree *atspi.Element) bool { return tree.Showing(say(t, "backup.readonly")) == nil })
	w.do("button", say(t, "again"))
	w.see("both answers", func(tree *atspi.Element) bool { return ticked(tree, items[:2]...) })
	if got := s.journal(s.data); got.Done != 2 {
		t.Errorf("the journal holds %+v, want two items", got)
	}
	s.await("a second start finds the window", func() bool {
		return slices.Equal(lockHolders(t, filepath.Join(s.data, "window.lock")), []int{w.cmd.Process.Pid})
	})
}

// forbidWriting has the journal and its folder be read and not written, until the test ends or allows it again.
func (s *session) forbidWriting() (allow func()) {
	s.t.Helper()
	permit := func(folder, file os.FileMode) {
		s.t.Helper()
		if err := errors.Join(os.Chmod(s.data, folder), os.Chmod(filepath.Join(s.data, "journal.db"), file)); err != nil {
			s.t.Fatal(err)
		}
	}
	permit(0o500, 0o400)
	allow = func() { permit(0o700, 0o600) }
	s.t.Cleanup(allow)
	return allow
}

// withoutPower returns the start of a command that runs another without the right of root to write
// everywhere. For anybody else it is empty.
func withoutPower(t *testing.T) []string {
	t.Helper()
	if os.Geteuid() != 0 {
		return nil
	}
	command := []string{"setpriv", "--bounding-set", "-dac_override,-dac_read_search"}
	if out, err := exec.CommandContext(t.Context(), command[0], append(command[1:], "true")...).CombinedOutput(); err != nil {
		// Printed, because the output of a test that is skipped is not seen.
		fmt.Printf("NOT RUN: %s: root may write everywhere, and setpriv cannot take that away: %v %s\n", t.Name(), err, out)
		t.SkipNow()
	}
	return command
}
