package app

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestALinkLeadsToAGuideAndToALevel(t *testing.T) {
	a := testApp(t)
	for link, want := range map[string]string{
		"levelica://guide/backend-engineering":          "#/guides/backend-engineering",
		"levelica://guide/backend-engineering/":         "#/guides/backend-engineering", // some browsers add it
		"LEVELICA://guide/backend-engineering/level/7":  "#/guides/backend-engineering/levels/7",
		"levelica://guide/backend-engineering/level/1/": "#/guides/backend-engineering/levels/1",
	} {
		if got, err := a.address(Arrival{Link: link}); err != nil || got != want {
			t.Errorf("%s leads to %q, %v; want %q", link, got, err, want)
		}
	}
}

func TestEveryOtherLinkIsRefusedInWords(t *testing.T) {
	a := testApp(t)
	for link, code := range map[string]string{
		"levelica://guide/nonesuch":                     "guide_not_found",
		"levelica://guide/backend-engineering/level/8":  "level_not_found",
		"levelica://guide/backend-engineering/level/10": "level_not_found",
		"levelica:":                                    "levelica_link_refused",
		"levelica://":                                  "levelica_link_refused",
		"levelica:guide/backend-engineering":           "levelica_link_refused",
		"levelica://guide":                             "levelica_link_refused",
		"levelica://guide/../settings":                 "levelica_link_refused",
		"levelica://guide/backend-engineering/level/0": "levelica_link_refused",
		"levelica://guide/backend-engineering/level/3/be-021/mark":    "levelica_link_refused",
		"levelica://guide/backend-engineering?import=https://x.test/": "levelica_link_refused",
		"levelica://guide/backend-engineering#x":                      "levelica_link_refused",
		"levelica://someone@guide/backend-engineering":                "levelica_link_refused",
		"levelica://guide/%62ackend-engineering":                      "levelica_link_refused",
		"levelica://guide/Backend-Engineering":                        "levelica_link_refused",
		"levelica://guide/backend-engineering\nraise":                 "levelica_link_refused",
		"levelica://import/journal.db":                                "levelica_link_refused",
		"levelica://guide/백엔드-엔지니어링":                                  "levelica_link_refused",
		"levelica://guide/" + strings.Repeat("a", 5000):               "levelica_link_refused",
		"levelica://guide/\u202efdp.exe 🙂":                            "levelica_link_refused",
	} {
		address, err := a.address(Arrival{Link: link})
		var f *fault
		if !errors.As(err, &f) || f.Code != code || address != "" {
			t.Errorf("%.60q leads to %q, %v; want %s", link, address, err, code)
			continue
		}
		for name, value := range f.Args {
			if text, ok := value.(string); ok && (len(text) > 400 || strings.ContainsAny(text, "\n\u202e")) {
				t.Errorf("%.60q: %s is shown as %q", link, name, text)
			}
		}
	}
}

var anAddress = regexp.MustCompile(`^#/guides/([a-z0-9-]+)(/levels/[1-7])?$`)

func FuzzALinkLeadsToAGuideOrNowhere(f *testing.F) {
	for _, seed := range []string{
		"levelica://guide/backend-engineering", "levelica://guide/backend-engineering/level/3", "levelica://guide/a/level/99999999999999999999",
		"levelica:\x00", "LeVeLiCa://guide//level/1", "levelica://guide/é/level/٣", "levelica://guide/a-/", "https://example.org", "",
	} {
		f.Add(seed)
	}
	a := New(Config{DataDir: filepath.Join(f.TempDir(), "nowhere")})
	slugs, err := a.guides.Slugs()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, link string) {
		address, err := a.address(Arrival{Link: link})
		if err != nil || link == "" {
			if address != "" {
				t.Errorf("%q is refused and leads to %q", link, address)
			}
			return
		}
		found := anAddress.FindStringSubmatch(address)
		if found == nil || !slices.Contains(slugs, found[1]) || !isLink(link) {
			t.Errorf("%q leads to %q", link, address)
		}
		if _, err := os.Stat(a.dataDir); err == nil {
			t.Fatalf("%q wrote into the data folder", link)
		}
	})
}

func TestWhatOneStartAsksForIsWhatTheOtherHears(t *testing.T) {
	root := t.TempDir()
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringN(1, 300, 2000).Draw(t, "text")
		for _, to := range []Arrival{{}, {Link: text}, {Place: text}, {File: root + text}} {
			line := wish(to)
			if strings.ContainsAny(line, "\r\n") || !utf8.ValidString(line) {
				t.Fatalf("%q is no line", line)
			}
			if got, ok := readWish(line + "\n"); !ok || got != to {
				t.Fatalf("%+v is heard as %+v, %v", to, got, ok)
			}
		}
	})
}

func TestWhatNoStartSaysIsNotHeard(t *testing.T) {
	for _, line := range []string{"", "\n", "raised", "raise mark be-001", "raise link", `raise link "`, `raise file "x"`, `raise profile "/x"`, "GET / HTTP/1.1", `raise link levelica://guide/x`} {
		if to, ok := readWish(line); ok {
			t.Errorf("%q is heard as %+v", line, to)
		}
	}
}

func TestALinkThatComesBeforeThePageIsTheFirstThingItShows(t *testing.T) {
	a := testApp(t)
	a.arrive(Arrival{Link: "levelica://guide/backend-engineering/level/3"})
	if got := a.opening(); got.Address != "#/guides/backend-engineering/levels/3" || got.Refused != "" {
		t.Errorf("the page opens at %q, refusing %q", got.Address, got.Refused)
	}
	if err := a.PageListens(); err != nil {
		t.Fatal(err)
	}
	if got := a.opening(); got.Address != "" {
		t.Errorf("loaded again, the page goes to %q once more", got.Address)
	}
	a.arrive(Arrival{Link: "levelica://mark/everything"})
	if got := a.opening(); got.Address != "" || !strings.Contains(got.Refused, `"levelica_link_refused"`) {
		t.Errorf("the page opens at %q, refusing %q", got.Address, got.Refused)
	}
}

func TestWhatIsTypedIsALinkAFileOrNothing(t *testing.T) {
	folder := t.TempDir()
	t.Chdir(folder)
	here, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for typed, want := range map[string]Arrival{
		"levelica://anything":                 {Link: "levelica://anything"},
		"기록 🙂.levelica":                       {File: filepath.Join(here, "기록 🙂.levelica")},
		"OLD.LEVELICA":                        {File: filepath.Join(here, "OLD.LEVELICA")},
		"file:///home/a%20b/x.levelica":       {File: filepath.FromSlash("/home/a b/x.levelica")},
		"file://localhost/%EA%B8%B0.levelica": {File: filepath.FromSlash("/기.levelica")},
	} {
		if got, ok := typedArrival(typed); !ok || got != want {
			t.Errorf("%q is taken for %+v, %v; want %+v", typed, got, ok, want)
		}
	}
	for _, typed := range []string{"statsu", "journal.db", "levelica", "https://x.test/x.levelica.html", "file://elsewhere/x.levelica", "file:///x.db", "file://%zz"} {
		if got, ok := typedArrival(typed); ok {
			t.Errorf("%q is taken for %+v", typed, got)
		}
	}
}

// exported returns the path of a journal with two marks that another program exported.
func exported(t *testing.T, name string) string {
	t.Helper()
	other := testApp(t)
	mark(t, other, backend, request("be-001", "on-my-own"), request("be-002", "with-help"))
	path := filepath.Join(t.TempDir(), name)
	if err := other.export(t.Context(), path, ""); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestAFileOpenedFromOutsideIsShownAndNotAdded(t *testing.T) {
	path := exported(t, "기록 🙂.levelica")
	a := testApp(t)
	a.arrive(Arrival{File: path})
	if got := a.opening(); got.Address != "#/settings/import" || got.Refused != "" {
		t.Errorf("the page opens at %q, refusing %q", got.Address, got.Refused)
	}
	if a.chosenImport() != "" {
		t.Error("the window acts on a file that it has not asked for")
	}
	v, err := a.ChooseImport(true)
	if err != nil || v.Name != "기록 🙂.levelica" || v.Sealed {
		t.Fatalf("it is offered as %+v, %v", v, err)
	}
	changes, err := a.previewImport(t.Context(), a.chosenImport(), "")
	if err != nil || len(changes) == 0 {
		t.Fatalf("it would add %+v, %v", changes, err)
	}
	present, err := a.present(t.Context(), backend)
	if err != nil || len(present) != 0 {
		t.Errorf("%d marks were added before anybody agreed: %v", len(present), err)
	}
	if again, err := a.ChooseImport(true); err != nil || again.Chosen {
		t.Errorf("it is offered twice: %+v, %v", again, err)
	}
}

func TestAFileThatArrivesLaterIsNotTheOneThatWasAgreedTo(t *testing.T) {
	seen, later := exported(t, "seen.levelica"), exported(t, "later.levelica")
	a := testApp(t)
	a.arrive(Arrival{File: seen})
	if _, err := a.ChooseImport(true); err != nil {
		t.Fatal(err)
	}
	a.arrive(Arrival{File: later})
	if got := a.chosenImport(); got != seen {
		t.Errorf("agreeing would now add %s", got)
	}
}

func TestAFileThatIsNoJournalIsRefusedInWords(t *testing.T) {
	folder := t.TempDir()
	if err := os.Mkdir(filepath.Join(folder, "folder.levelica"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, "journal.db"), []byte("SQLite format 3"), 0o600); err != nil {
		t.Fatal(err)
	}
	a := testApp(t)
	for name, code := range map[string]string{"nowhere.levelica": "file_unreadable", "folder.levelica": "import_invalid", "journal.db": "import_invalid"} {
		address, err := a.address(Arrival{File: filepath.Join(folder, name)})
		if faultOf(t, err) != code || address != "" {
			t.Errorf("%s leads to %q, %v; want %s", name, address, err, code)
		}
		if v, err := a.ChooseImport(true); err != nil || v.Chosen {
			t.Errorf("%s is offered: %+v, %v", name, v, err)
		}
	}
}

func TestTheSocketOfAWindowThatWasKilledIsCleanedUp(t *testing.T) {
	dir := t.TempDir()
	killed := filepath.Join(t.TempDir(), socketFolder+"killed")
	foreign := t.TempDir()
	for _, socket := range []string{filepath.Join(killed, "window.sock"), filepath.Join(foreign, "사진.jpg")} {
		if err := os.MkdirAll(filepath.Dir(socket), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(socket, nil, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(addressFile(dir), []byte(socket), 0o600); err != nil {
			t.Fatal(err)
		}
		a := New(Config{DataDir: dir})
		ctx, end := context.WithCancel(t.Context())
		defer end()
		if err := a.listen(ctx, a.dataDir); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := os.Stat(killed); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the folder of the killed window is still there: %v", err)
	}
	if _, err := os.Stat(filepath.Join(foreign, "사진.jpg")); err != nil {
		t.Errorf("somebody else's file: %v", err)
	}
}
