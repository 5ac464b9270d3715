package app

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"github.com/levelica/levelica/internal/journal"
	"github.com/levelica/levelica/internal/locale"
)

// hurtApp is the program on a journal with a backup of one mark and a later one, whose file lost its
// header.
func hurtApp(t *testing.T) *App {
	t.Helper()
	dir := t.TempDir()
	a := appOn(t, dir)
	for i, id := range levelItems(t, 1)[:2] {
		if _, err := a.SetMarks(backend, []MarkRequest{request(id, "on-my-own")}); err != nil {
			t.Fatal(err)
		}
		if i == 0 {
			if _, err := a.MakeBackup(); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := a.close(); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, journal.FileName)
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	copy(data, "garbage garbage ")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return a
}

func TestAPersonWhoseJournalIsHurtIsOfferedWhatThereIsAndGetsItBack(t *testing.T) {
	a := hurtApp(t)
	if code := faultAt(t, a, "/start.json"); code != "journal_damaged" {
		t.Fatalf("got %q", code)
	}
	v, err := a.hurt(t.Context())
	if err != nil || v.Readable != 2 || len(v.Backups) != 1 || v.Backups[0].Marks != 1 {
		t.Fatalf("offered is %+v, %v", v, err)
	}
	mended, err := a.MendJournal(v.Backups[0].SHA256, true)
	if err != nil || mended.Marks != 2 || mended.Read != 1 {
		t.Fatalf("%+v, %v", mended, err)
	}
	if _, err := os.Stat(mended.Kept); err != nil {
		t.Errorf("the hurt file is not kept: %v", err)
	}
	g, err := a.openGuide(backend)
	if err != nil || len(g.Standing.Marks) != 2 {
		t.Errorf("the guide shows %d marks, %v", len(g.Standing.Marks), err)
	}
}

func TestABackupThatIsSpoiltIsNotOffered(t *testing.T) {
	a := hurtApp(t)
	v, err := a.hurt(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(a.dataDir, "backups", v.Backups[0].Name)
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	data[len(data)-100] ^= 1
	if err := os.WriteFile(name, data, 0o600); err != nil {
		t.Fatal(err)
	}
	if v, err = a.hurt(t.Context()); err != nil || len(v.Backups) != 0 {
		t.Errorf("offered is %+v, %v", v, err)
	}
}

func TestWhatCanBeReadOfAHurtJournalCanBeSavedElsewhere(t *testing.T) {
	a := hurtApp(t)
	path := filepath.Join(t.TempDir(), "rescued.levelica")
	if err := a.exportReadable(t.Context(), path); err != nil {
		t.Fatal(err)
	}
	other := testApp(t)
	if _, err := other.importFrom(t.Context(), path, ""); err != nil {
		t.Fatal(err)
	}
	if g, err := other.openGuide(backend); err != nil || len(g.Standing.Marks) != 2 {
		t.Errorf("the guide shows %d marks, %v", len(g.Standing.Marks), err)
	}
	if left, _ := filepath.Glob(filepath.Join(a.dataDir, "rescue-*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestTheSecondFolderIsRememberedOnlyWhereItCanBeWritten(t *testing.T) {
	a := testApp(t)
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := a.useBackupFolder(t.Context(), file); faultOf(t, a.explain(err)) != "backup_second" {
		t.Errorf("got %v", err)
	}
	if a.secondFolder() != "" {
		t.Errorf("remembered is %q", a.secondFolder())
	}
	folder := filepath.Join(t.TempDir(), "백업 🙂")
	if err := os.Mkdir(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := a.useBackupFolder(t.Context(), folder); err != nil {
		t.Fatal(err)
	}
	if err := os.RemoveAll(folder); err != nil {
		t.Fatal(err)
	}
	v, err := a.MakeBackup()
	if err != nil || !v.SecondGone || v.Second != folder || len(v.Backups) == 0 {
		t.Errorf("%+v, %v", v, err)
	}
}

func TestWhatIsWrongWithAJournalIsSaidInTheLanguageOfThePerson(t *testing.T) {
	for damage, words := range map[string][2]string{
		"empty":  {"The file is empty.", "파일이 비어 있습니다."},
		"short":  {"The file is cut off.", "파일이 중간에서 잘렸습니다."},
		"folder": {"There is a folder in its place.", "그 자리에 폴더가 있습니다."},
		"other":  {"Parts of the file are not as they were written.", "파일의 일부가 저장할 때와 다릅니다."},
	} {
		for i, language := range []string{"en", "ko"} {
			dir := t.TempDir()
			path := filepath.Join(dir, journal.FileName)
			var err error
			switch damage {
			case "empty":
				err = os.WriteFile(path, nil, 0o600)
			case "short":
				err = os.WriteFile(path, []byte("SQLite format 3\x00"), 0o600)
			case "folder":
				err = os.Mkdir(path, 0o700)
			default:
				err = os.WriteFile(path, bytes.Repeat([]byte("사진 🙂 "), 2000), 0o600)
			}
			if err != nil {
				t.Fatal(err)
			}
			a := New(Config{DataDir: dir, Language: language})
			_, err = a.start()
			var f *fault
			if !errors.As(err, &f) || f.Code != "journal_damaged" || f.Args["detail"] != words[i] {
				t.Errorf("%s in %s: %v", damage, language, err)
			}
		}
	}
}

func TestEveryKindOfDamageHasItsWords(t *testing.T) {
	source, err := os.ReadFile("../internal/journal/fault.go")
	if err != nil {
		t.Fatal(err)
	}
	kinds := regexp.MustCompile(`Damage = "(\w+)"`).FindAllSubmatch(source, -1)
	if len(kinds) < 5 {
		t.Fatalf("only %d kinds were found", len(kinds))
	}
	for _, kind := range kinds {
		key := "damage." + string(kind[1])
		if kind := string(kind[1]); kind == string(journal.DamageGone) || kind == string(journal.DamageBehind) {
			key = "fault.journal_" + kind
		}
		for _, language := range locale.Languages() {
			if !locale.For(language).Has(key) {
				t.Errorf("there are no words in %s for %s", language, key)
			}
		}
	}
}

func TestWhoWaitedWhileTheJournalWasOpenedHearsWhatCameOfThat(t *testing.T) {
	a := hurtApp(t)
	asked := a.tries.Load()
	if _, err := a.openJournal(t.Context()); faultOf(t, a.explain(err)) != "journal_damaged" {
		t.Fatalf("got %v", err)
	}
	// It could be opened by now, which shows that it is not tried again for who asked before.
	if _, err := a.MendJournal("", true); err != nil {
		t.Fatal(err)
	}
	if _, err := a.openJournalSince(t.Context(), asked); faultOf(t, a.explain(err)) != "journal_damaged" {
		t.Errorf("got %v", err)
	}
	if _, err := a.openJournal(t.Context()); err != nil {
		t.Errorf("who asks now is told that %v", err)
	}
	if _, err := a.openJournalSince(t.Context(), asked); err != nil {
		t.Errorf("a journal that is open is not given to who asked before: %v", err)
	}
}
