package app

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/levelica/levelica/internal/locale"
)

// speaking returns an app that speaks as the settings in a folder say.
func speaking(t *testing.T, dir string) *App {
	t.Helper()
	a := New(Config{DataDir: dir})
	t.Cleanup(func() { _ = a.close() })
	return a
}

// inSystemLanguage makes the system of a test speak a language. On macOS and Windows it is the
// computer's, which a test does not change.
func inSystemLanguage(t *testing.T, tag string) {
	t.Helper()
	for _, name := range []string{"LC_MESSAGES", "LANG", "LANGUAGE"} {
		t.Setenv(name, "")
	}
	t.Setenv("LC_ALL", tag)
}

func TestSettingsAreFoundAgainAfterANewStart(t *testing.T) {
	dir := t.TempDir()
	want := SettingsView{
		Language: "ko", Theme: "contrast", TextSize: 175, DetailedRatings: true, SidebarFolded: true, Reminders: 3,
		LastPlace: "#/guides/백엔드/levels/3", LastScroll: 240, Filters: []FilterView{{Of: "guides", Value: "started 🙂"}},
	}
	kept, err := speaking(t, dir).SaveSettings(want)
	if err != nil {
		t.Fatal(err)
	}
	found := speaking(t, dir).settings.get(dir)
	for name, got := range map[string]SettingsView{"kept": kept, "found": found} {
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
	if left, _ := filepath.Glob(filepath.Join(dir, "settings.json.*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestALanguageIsSpokenAsSoonAsItIsChosen(t *testing.T) {
	inSystemLanguage(t, "en_GB.UTF-8")
	a := speaking(t, t.TempDir())
	title := func() string {
		v, err := a.openGuide(backend)
		if err != nil {
			t.Fatal(err)
		}
		return v.Title
	}
	if got := title(); got != "Backend Engineering" {
		t.Errorf("at the first start the guide is called %q", got)
	}
	v := usualSettings()
	v.Language = "ko"
	if _, err := a.SaveSettings(v); err != nil {
		t.Fatal(err)
	}
	if got := title(); got != "백엔드 엔지니어링" {
		t.Errorf("in Korean the guide is called %q", got)
	}
	v.Language = ""
	if _, err := a.SaveSettings(v); err != nil {
		t.Fatal(err)
	}
	if got := title(); got != "Backend Engineering" {
		t.Errorf("in the system's language again it is called %q", got)
	}
}

func TestTheFirstStartSpeaksTheSystemsLanguage(t *testing.T) {
	for _, c := range []struct {
		tags []string
		want string
	}{
		{[]string{"ko-KR"}, "ko"},
		{[]string{"ko_KR.UTF-8"}, "ko"},
		{[]string{"KO"}, "ko"},
		{[]string{"fr-FR", "ko-KR", "en"}, "ko"},
		{[]string{"fr-FR", "de"}, "en"},
		{[]string{"kok-IN"}, "en"}, // Konkani is not Korean
		{[]string{"", "C", "_", "한국어"}, "en"},
		{nil, "en"},
	} {
		if got := chooseLanguage(c.tags); got != c.want {
			t.Errorf("%q: %s, want %s", c.tags, got, c.want)
		}
	}
}

func TestSettingsThatCannotBeReadArePutAsideAndSaidOnce(t *testing.T) {
	for name, spoilt := range map[string]string{
		"half": `{"theme": "dark", "text`, "empty": "", "binary": "\x00\xff\xfe", "a list": "[]", "another type": `{"textSize": "big"}`,
	} {
		dir := t.TempDir()
		file := filepath.Join(dir, "settings.json")
		if err := os.WriteFile(file, []byte(spoilt), 0o600); err != nil {
			t.Fatal(err)
		}
		first := speaking(t, dir).opening()
		if diff := cmp.Diff(usualSettings(), first.Settings); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
		kept, err := os.ReadFile(first.Aside)
		if err != nil || string(kept) != spoilt {
			t.Errorf("%s: put aside in %q: %q, %v", name, first.Aside, kept, err)
		}
		if second := speaking(t, dir).opening(); second.Aside != "" {
			t.Errorf("%s: said again: %s", name, second.Aside)
		}
	}
}

func TestSpoiltSettingsThatWereReadBeforeTheWindowAreStillSaidByIt(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "settings.json")
	if err := os.WriteFile(file, []byte(`{"language": "ko"`), 0o600); err != nil {
		t.Fatal(err)
	}
	// The command line reads the language before it knows that the window is wanted.
	speaking(t, dir).words()
	first := speaking(t, dir).opening()
	if kept, err := os.ReadFile(first.Aside); err != nil || string(kept) != `{"language": "ko"` {
		t.Errorf("put aside in %q: %q, %v", first.Aside, kept, err)
	}
}

func TestSettingsThatAreWrittenOverSpoiltOnesKeepThose(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "settings.json")
	if err := os.WriteFile(file, []byte("spoilt"), 0o600); err != nil {
		t.Fatal(err)
	}
	var s settingsFile
	if _, err := s.change(dir, func(v *SettingsView) { v.Theme = "dark" }); err != nil {
		t.Fatal(err)
	}
	if kept, err := os.ReadFile(s.putAside(dir)); err != nil || string(kept) != "spoilt" {
		t.Errorf("kept is %q, %v", kept, err)
	}
}

func TestWhatCannotBeASettingGivesWayToTheUsual(t *testing.T) {
	a := testApp(t)
	kept, err := a.SaveSettings(SettingsView{
		Language: "tlh", Theme: "pink", TextSize: 4000, Reminders: -6, LastPlace: "https://example.org", LastScroll: -1,
		Filters: []FilterView{{Of: "ok", Value: strings.Repeat("가", 300)}, {Of: "\xff"}, {Of: "guides", Value: "all"}},
	})
	if err != nil {
		t.Fatal(err)
	}
	want := usualSettings()
	want.Filters = []FilterView{{Of: "guides", Value: "all"}}
	if diff := cmp.Diff(want, kept); diff != "" {
		t.Error(diff)
	}
}

func TestWhateverTheWindowSendsTheSettingsCanBeUsed(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		filters := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) FilterView {
			return FilterView{Of: rapid.String().Draw(t, "of"), Value: rapid.String().Draw(t, "value")}
		}), 0, 3*maxFilters).Draw(t, "filters")
		v := SettingsView{
			Language: rapid.SampledFrom([]string{"", "en", "ko", "../x", "한"}).Draw(t, "language"),
			Theme:    rapid.OneOf(rapid.SampledFrom(themes), rapid.String()).Draw(t, "theme"),
			TextSize: rapid.Int().Draw(t, "size"), Reminders: rapid.IntRange(-30, 30).Draw(t, "months"), LastPlace: rapid.String().Draw(t, "place"), LastScroll: rapid.Int().Draw(t, "scroll"), Filters: filters,
		}.checked()
		if !slices.Contains(themes, v.Theme) || !slices.Contains(textSizes, v.TextSize) || !slices.Contains(reminders, v.Reminders) || len(v.Filters) > maxFilters || v.Filters == nil || v.LastScroll < 0 {
			t.Fatalf("%+v", v)
		}
		if v.Language != "" && !slices.Contains(locale.Languages(), v.Language) {
			t.Fatalf("language %q", v.Language)
		}
		if diff := cmp.Diff(v, v.checked()); diff != "" {
			t.Fatalf("what was checked changes when it is checked again: %s", diff)
		}
	})
}

func TestTheWindowCannotChooseTheBackupFolder(t *testing.T) {
	a := testApp(t)
	if _, err := a.changeSettings(func(v *SettingsView) { v.BackupFolder = "/media/백업" }); err != nil {
		t.Fatal(err)
	}
	v := usualSettings()
	v.BackupFolder = "/etc"
	kept, err := a.SaveSettings(v)
	if err != nil || kept.BackupFolder != "/media/백업" {
		t.Errorf("the backup folder is %q, %v", kept.BackupFolder, err)
	}
}

func TestSettingsThatCannotBeWrittenHoldUntilTheEnd(t *testing.T) {
	file := filepath.Join(t.TempDir(), "a file, no folder")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	a := appOn(t, file)
	v := usualSettings()
	v.Theme = "dark"
	_, err := a.SaveSettings(v)
	var f fault
	if text, ok := FormatFault(err).(string); !ok || json.Unmarshal([]byte(text), &f) != nil || f.Code != "settings_unwritable" {
		t.Errorf("the fault is %v", FormatFault(err))
	}
	if now := a.settings.get(a.places.config); now.Theme != "dark" {
		t.Errorf("the theme is %q", now.Theme)
	}
}

func TestDaysAreWrittenAsTheSystemsRegionWritesThemInWhicheverLanguageIsChosen(t *testing.T) {
	a := New(Config{DataDir: t.TempDir(), Language: "en", Regions: []string{"en_US.UTF-8"}})
	day := time.Date(2026, time.November, 2, 0, 0, 0, 0, time.UTC)
	for _, c := range []struct{ language, want string }{
		{"ko", "2026년 11월 2일"}, {"en", "November 2, 2026"},
	} {
		if _, err := a.changeSettings(func(v *SettingsView) { v.Language = c.language }); err != nil {
			t.Fatal(err)
		}
		if got := a.words().Date(day); got != c.want {
			t.Errorf("%s: %s, want %s", c.language, got, c.want)
		}
	}
}

func TestTheSizesOfTextAreThoseThatTheWindowOffers(t *testing.T) {
	source, err := os.ReadFile("../frontend/src/settings/scale.svelte.ts")
	if err != nil {
		t.Fatal(err)
	}
	_, list, _ := strings.Cut(string(source), "sizes = ")
	list, _, _ = strings.Cut(list, "\n")
	var offered []int
	if err := json.Unmarshal([]byte(list), &offered); err != nil || !slices.Equal(offered, textSizes) {
		t.Errorf("the window offers %v, %v; there are %v", offered, err, textSizes)
	}
}
