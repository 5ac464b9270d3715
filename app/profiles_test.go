package app

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/uuid"
)

// rate ticks an item for the person who is shown.
func rate(t *testing.T, a *App, item string) {
	t.Helper()
	if _, err := a.SetMarks(backend, []MarkRequest{{ID: uuid.Must(uuid.NewV7()).String(), Item: item, Verdict: "on-my-own"}}); err != nil {
		t.Fatal(err)
	}
}

func person(t *testing.T, v ProfilesView, name string) ProfileView {
	t.Helper()
	for _, p := range v.Profiles {
		if p.Name == name {
			return p
		}
	}
	t.Fatalf("%s is not among %+v", name, v.Profiles)
	return ProfileView{}
}

func faultCode(err error) string {
	var f *fault
	if errors.As(err, &f) {
		return f.Code
	}
	return ""
}

func TestTwoPeopleAtOneComputerHaveTheirOwnRecords(t *testing.T) {
	a := testApp(t)
	rate(t, a, "be-001")
	v, err := a.AddProfile("김민아 🙂")
	if err != nil {
		t.Fatal(err)
	}
	if mina := person(t, v, "김민아 🙂"); !mina.Current || mina.Marks != 0 {
		t.Errorf("the new person is %+v", mina)
	}
	g, err := a.openGuide(backend)
	if err != nil || g.Standing.Rated != 0 {
		t.Errorf("the new person has rated %d items, %v", g.Standing.Rated, err)
	}
	first := v.Profiles[0]
	if v, err = a.SwitchProfile(first.ID); err != nil || !v.Profiles[0].Current {
		t.Fatalf("%+v, %v", v, err)
	}
	if g, err = a.openGuide(backend); err != nil || g.Standing.Rated != 1 {
		t.Errorf("the first person has rated %d items, %v", g.Standing.Rated, err)
	}
	s, err := a.session()
	if err != nil || len(s.Profiles) != 2 || !s.Profiles[0].Current || s.Profile != first.Name {
		t.Errorf("the session is %+v, %v", s, err)
	}
}

func TestARenamedPersonIsTheSameOne(t *testing.T) {
	a := testApp(t)
	rate(t, a, "be-001")
	v, err := a.profiles(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	long := strings.Repeat("아주 긴 이름 ", 100)
	if v, err = a.RenameProfile(v.Profiles[0].ID, long); err != nil {
		t.Fatal(err)
	}
	if p := v.Profiles[0]; p.Marks != 1 || !strings.HasPrefix(long, p.Name) || p.Name == "" {
		t.Errorf("%+v", p)
	}
	if _, err := a.RenameProfile("nobody", "x"); faultCode(err) != "profile_not_found" {
		t.Errorf("nobody was renamed: %v", err)
	}
}

func TestADeletedPersonIsGoneFromEveryFileWhereThatIsWanted(t *testing.T) {
	a := testApp(t)
	const name = "지워질사람ABCXYZ"
	v, err := a.AddProfile(name)
	if err != nil {
		t.Fatal(err)
	}
	rate(t, a, "be-001")
	if _, err := a.MakeBackup(); err != nil {
		t.Fatal(err)
	}
	if v, err = a.DeleteProfile(person(t, v, name).ID, true); err != nil || len(v.Profiles) != 1 || !v.Profiles[0].Current {
		t.Fatalf("%+v, %v", v, err)
	}
	if err := a.close(); err != nil {
		t.Fatal(err)
	}
	err = filepath.WalkDir(a.dataDir, func(path string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		if strings.Contains(string(data), name) {
			t.Errorf("%s still has the name", path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := a.DeleteProfile(v.Profiles[0].ID, false); faultCode(err) != "profile_last" {
		t.Errorf("the last person was deleted: %v", err)
	}
}

func TestADeletedProfileIsBackedUpOrTakenOutOfAllBackups(t *testing.T) {
	for _, purge := range []bool{false, true} {
		a := testApp(t)
		if _, err := a.SetMarks(backend, []MarkRequest{request(levelItems(t, 1)[0], "on-my-own")}); err != nil {
			t.Fatal(err)
		}
		j, err := a.openJournal(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		erased := j.Profile()
		if _, err := j.AddProfile(t.Context(), "남는 사람"); err != nil {
			t.Fatal(err)
		}
		if err := a.eraseProfile(t.Context(), erased.ID, purge); err != nil {
			t.Fatal(err)
		}
		v, err := a.backups()
		if err != nil {
			t.Fatal(err)
		}
		if purge && len(v.Backups) != 0 || !purge && (len(v.Backups) != 1 || v.Backups[0].Reason != "profile" || v.Backups[0].Marks != 1) {
			t.Errorf("purge %v: the backups are %+v", purge, v.Backups)
		}
	}
}
