package journal

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/levelica/levelica/internal/progress"
)

func addProfile(t *testing.T, j *Journal, name string) Profile {
	t.Helper()
	p, err := j.AddProfile(t.Context(), name)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestEachProfileHasARecordOfItsOwn(t *testing.T) {
	dir := t.TempDir()
	j := open(t, dir)
	first := j.Profile()
	everything(t, j)
	second := addProfile(t, j, "  מיכל 👩‍💻\n")
	if j.Profile() != first || second.Name != "מיכל 👩‍💻" {
		t.Errorf("shown %+v, added %+v", j.Profile(), second)
	}
	if err := j.SwitchProfile(t.Context(), second.ID); err != nil {
		t.Fatal(err)
	}
	marks, err := j.Marks(t.Context(), "")
	if err != nil || len(marks) != 0 {
		t.Errorf("the new profile has %d marks, %v", len(marks), err)
	}
	evidence, err := j.Evidence(t.Context(), "")
	if err != nil || len(evidence) != 0 {
		t.Errorf("the new profile has %d evidence, %v", len(evidence), err)
	}
	record(t, j, markOf("be-009", progress.CanTeach))
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	again := open(t, dir)
	if again.Profile() != second {
		t.Errorf("the next start shows %+v", again.Profile())
	}
	if marks, err = again.Marks(t.Context(), "backend-engineering"); err != nil || len(marks) != 1 {
		t.Errorf("%d marks, %v", len(marks), err)
	}
}

func TestAProfileIsRenamed(t *testing.T) {
	j := open(t, t.TempDir())
	if err := j.RenameProfile(t.Context(), j.Profile().ID, "박민아"); err != nil {
		t.Fatal(err)
	}
	profiles, err := j.Profiles(t.Context())
	if err != nil || len(profiles) != 1 || profiles[0].Name != "박민아" || j.Profile().Name != "박민아" {
		t.Errorf("%+v, shown %+v, %v", profiles, j.Profile(), err)
	}
}

func TestAProfileThatIsNotThereIsSaid(t *testing.T) {
	j := open(t, t.TempDir())
	before := j.Profile()
	for name, err := range map[string]error{
		"switch": j.SwitchProfile(t.Context(), newID()),
		"rename": j.RenameProfile(t.Context(), newID(), "x"),
	} {
		if !errors.Is(err, ErrNoProfile) {
			t.Errorf("%s: got %v, want ErrNoProfile", name, err)
		}
	}
	if j.Profile() != before {
		t.Errorf("shown is %+v", j.Profile())
	}
}

func TestTheLastProfileStays(t *testing.T) {
	j := open(t, t.TempDir())
	everything(t, j)
	if err := j.DeleteProfile(t.Context(), j.Profile().ID); !errors.Is(err, ErrLastProfile) {
		t.Errorf("got %v, want ErrLastProfile", err)
	}
	if n := count(t, j, "mark"); n != 2 {
		t.Errorf("%d marks are left", n)
	}
}

func TestAnErasedProfileLeavesNoByteInTheJournalsFiles(t *testing.T) {
	dir := t.TempDir()
	j := open(t, dir)
	kept := j.Profile()
	record(t, j, markOf("be-001", progress.OnMyOwn))

	erased := addProfile(t, j, "Wilhelmina-Erased")
	if err := j.SwitchProfile(t.Context(), erased.ID); err != nil {
		t.Fatal(err)
	}
	secret := "비밀-secret-marker-47 "
	if err := j.AddEvidence(t.Context(), noteOf("be-001", secret+strings.Repeat("아주 긴 글 ", 500))); err != nil {
		t.Fatal(err)
	}
	everything(t, j)
	// Reading the open files drops SQLite's locks on them, which nobody else needs here.
	traces := func() (found []string) {
		t.Helper()
		names, err := filepath.Glob(filepath.Join(dir, "*"))
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			for _, trace := range []string{"Wilhelmina-Erased", strings.TrimSpace(secret), erased.ID, "/home/mina/"} {
				if bytes.Contains(data, []byte(trace)) {
					found = append(found, filepath.Base(name)+": "+trace)
				}
			}
		}
		return found
	}
	if len(traces()) == 0 {
		t.Fatal("the traces are not found while they are there")
	}
	if err := j.DeleteProfile(t.Context(), erased.ID); err != nil {
		t.Fatal(err)
	}
	if found := traces(); len(found) > 0 {
		t.Errorf("traces are left: %v", found)
	}
	if j.Profile() != kept {
		t.Errorf("shown is %+v", j.Profile())
	}
	if n := count(t, j, "mark"); n != 1 {
		t.Errorf("the other profile has %d marks", n)
	}
	if err := j.DeleteProfile(t.Context(), erased.ID); err != nil {
		t.Errorf("asking again fails: %v", err)
	}
}

func TestAWindowNoticesThatAnotherProcessSwitchedTheProfile(t *testing.T) {
	dir := t.TempDir()
	window, command := open(t, dir), open(t, dir)
	other := addProfile(t, command, "다른 사람")
	if err := command.SwitchProfile(t.Context(), other.ID); err != nil {
		t.Fatal(err)
	}
	if changed, err := window.Changed(t.Context()); err != nil || !changed || window.Profile() != other {
		t.Errorf("changed %v, shown %+v, %v", changed, window.Profile(), err)
	}
}

func TestNamesAreMadeFitToBeKept(t *testing.T) {
	for in, want := range map[string]string{
		"":                        "Me",
		"  \t\n ":                 "Me",
		"Mina\x00 Park\n":         "Mina Park",
		"מיכל 👩‍💻":                "מיכל 👩‍💻",
		"\xff\xfe":                "Me",
		strings.Repeat("가", 5000): strings.Repeat("가", 200),
	} {
		if got := profileName(in); got != want {
			t.Errorf("profileName(%q) = %q, want %q", in, got, want)
		}
	}
}
