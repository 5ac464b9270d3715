package app

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestDetailsSayHowLargeTheJournalIsAndNothingOfWhatIsInIt(t *testing.T) {
	a := testApp(t)
	a.places.state = t.TempDir()
	a.log = a.openLog()
	if _, err := a.SetMarks(backend, []MarkRequest{request(levelItems(t, 1)[0], "on-my-own")}); err != nil {
		t.Fatal(err)
	}
	if _, err := a.RenameProfile(a.journal.Profile().ID, "김비밀"); err != nil {
		t.Fatal(err)
	}
	a.log.Error("something failed", "path", filepath.Join(a.dataDir, "journal.db"))
	text := a.details(t.Context())
	for _, want := range []string{"Levelica: 1.2.3", "Journal: 1 profile, 1 mark, ", "something failed", "…/journal.db"} {
		if !strings.Contains(text, want) {
			t.Errorf("the details do not say %q:\n%s", want, text)
		}
	}
	for _, secret := range []string{"김비밀", a.dataDir, levelItems(t, 1)[0], backend} {
		if strings.Contains(text, secret) {
			t.Errorf("the details tell %q:\n%s", secret, text)
		}
	}
}

func TestDetailsCountInWholeWords(t *testing.T) {
	for n, want := range map[int]string{0: "0 profiles", 1: "1 profile", 2: "2 profiles", 5: "5 profiles"} {
		if got := counted(n, "profile"); got != want {
			t.Errorf("%d: %q, want %q", n, got, want)
		}
	}
}

func TestTheLogIsBegunAnewWhenItIsLargeAndTheOneBeforeIsKept(t *testing.T) {
	name := filepath.Join(t.TempDir(), "log")
	w := &rotated{name: name, most: 100}
	if err := w.open(); err != nil {
		t.Fatal(err)
	}
	for range 4 {
		if _, err := w.Write([]byte(strings.Repeat("가", 15) + "\n")); err != nil { // 46 bytes
			t.Fatal(err)
		}
	}
	for _, file := range []string{name, name + ".1"} {
		if info, err := os.Stat(file); err != nil || info.Size() != 92 {
			t.Errorf("%s: %v, %v", file, info, err)
		}
	}
}
