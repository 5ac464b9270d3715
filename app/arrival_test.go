package app

import (
	"errors"
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
		if found == nil || !slices.Contains(slugs, found[1]) || !IsLink(link) {
			t.Errorf("%q leads to %q", link, address)
		}
		if _, err := os.Stat(a.dataDir); err == nil {
			t.Fatalf("%q wrote into the data folder", link)
		}
	})
}

func TestWhatOneStartAsksForIsWhatTheOtherHears(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringN(1, 300, maxWishBytes).Draw(t, "text")
		for _, to := range []Arrival{{}, {Link: text}, {Place: text}} {
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
	for _, line := range []string{"", "\n", "raised", "raise mark be-001", "raise link", `raise link "`, `raise file "x"`, "GET / HTTP/1.1", `raise link levelica://guide/x`} {
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
	if got := a.opening(); got.Address != "" {
		t.Errorf("loaded again, the page goes to %q once more", got.Address)
	}
	a.arrive(Arrival{Link: "levelica://mark/everything"})
	if got := a.opening(); got.Address != "" || !strings.Contains(got.Refused, `"levelica_link_refused"`) {
		t.Errorf("the page opens at %q, refusing %q", got.Address, got.Refused)
	}
}
