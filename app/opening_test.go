package app

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/levelica/levelica/internal/locale"
)

// openPage asks for the page, where the frontend's file is the real one.
func openPage(t *testing.T, a *App, change func(*http.Request)) *httptest.ResponseRecorder {
	t.Helper()
	source, err := os.ReadFile("../frontend/index.html")
	if err != nil {
		t.Fatal(err)
	}
	files := fstest.MapFS{"index.html": {Data: source, ModTime: a.now()}}
	r := httptest.NewRequest(http.MethodGet, "/", nil)
	change(r)
	w := httptest.NewRecorder()
	Assets(a, files).Middleware(http.FileServerFS(files)).ServeHTTP(w, r)
	return w
}

var openingElement = regexp.MustCompile(`(?s)<script type="application/json" id="opening">(.*?)</script></head>`)

func TestThePageBringsItsLanguageAndItsWords(t *testing.T) {
	a := testApp(t)
	for _, language := range locale.Languages() {
		a.spoken.Store(locale.For(language))
		w := openPage(t, a, func(*http.Request) {})
		body := w.Body.String()
		if w.Code != http.StatusOK || !strings.Contains(body, `<html lang="`+language+`"`) {
			t.Errorf("%s: status %d, page %.80q", language, w.Code, body)
		}
		found := openingElement.FindStringSubmatch(body)
		if found == nil {
			t.Fatalf("%s: the page has no words: %.300q", language, body)
		}
		var brought struct {
			Words struct {
				Language string         `json:"language"`
				Texts    map[string]any `json:"texts"`
			} `json:"words"`
		}
		if err := json.Unmarshal([]byte(found[1]), &brought); err != nil {
			t.Fatal(err)
		}
		words := brought.Words
		if got, want := words.Texts["guides"], locale.For(language).Text("guides"); words.Language != language || got != want {
			t.Errorf("%s: the words are in %q, and the guides are called %q", language, words.Language, got)
		}
		if _, ok := words.Texts["paper.title"]; ok {
			t.Errorf("%s: the words of reports are in the page", language)
		}
	}
}

func TestNothingKeepsThePageWaitingForTheScriptsThatItSpeaksToGoWith(t *testing.T) {
	w := openPage(t, testApp(t), func(*http.Request) {})
	// Wails puts its scripts in front of what it knows as a page by these letters, and the page waits for each.
	if kind := w.Header().Get("Content-Type"); strings.Contains(kind, "text/html") || !strings.EqualFold(kind, "text/html; charset=utf-8") {
		t.Errorf("the page is of the kind %q", kind)
	}
	var order []string
	for _, script := range regexp.MustCompile(`<script ([^>]*)src="([^"]*)"`).FindAllStringSubmatch(w.Body.String(), -1) {
		if !strings.Contains(script[1], "defer") && !strings.Contains(script[1], `type="module"`) {
			t.Errorf("the page waits for %s", script[2])
		}
		order = append(order, script[2])
	}
	if want := []string{"/wails/ipc.js", "/wails/runtime.js", "/src/main.ts"}; !slices.Equal(order, want) {
		t.Errorf("the scripts run in the order %q", order)
	}
}

func TestThePageIsInTheChosenThemeAndSizeBeforeAnyScriptRuns(t *testing.T) {
	a := testApp(t)
	if body := openPage(t, a, func(*http.Request) {}).Body.String(); !strings.Contains(body, `<html lang="en" data-platform="`+platform+`">`) {
		t.Errorf("with the usual settings the page begins %.80q", body)
	}
	v := usualSettings()
	v.Theme = contrastTheme
	if _, err := a.SaveSettings(v); err != nil {
		t.Fatal(err)
	}
	if body := openPage(t, a, func(*http.Request) {}).Body.String(); !strings.Contains(body, ` data-theme="contrast" data-contrast="more">`) {
		t.Errorf("with more contrast the page begins %.120q", body)
	}
	v.Theme, v.TextSize, v.Language = "dark", 150, "ko"
	if _, err := a.SaveSettings(v); err != nil {
		t.Fatal(err)
	}
	body := openPage(t, a, func(*http.Request) {}).Body.String()
	if !strings.Contains(body, `<html lang="ko" data-platform="`+platform+`" data-theme="dark" data-text-size="150">`) {
		t.Errorf("the page begins %.120q", body)
	}
}

func TestThePageIsWholeAlsoWhereTheWindowAsksWhetherItChanged(t *testing.T) {
	w := openPage(t, testApp(t), func(r *http.Request) { r.Header.Set("If-Modified-Since", "Fri, 01 Jan 2100 00:00:00 GMT") })
	if w.Code != http.StatusOK || !strings.Contains(w.Body.String(), `id="opening"`) {
		t.Errorf("status %d", w.Code)
	}
	if got := w.Header().Get("Cache-Control"); got != "no-store" {
		t.Errorf("the page may be kept: %q", got)
	}
}

func TestNoWordCanEndTheElementThatItIsIn(t *testing.T) {
	texts, err := json.Marshal(map[string]string{"hostile": "</script><script>alert(1)</script> 안녕 🙂"})
	if err != nil {
		t.Fatal(err)
	}
	view := OpeningView{Words: WordsView{Language: `"><b>`, Texts: texts}, Settings: SettingsView{Theme: `"><b>`, LastPlace: "</script>"}}
	page, err := open([]byte(`<html lang="en"><head></head></html>`), view, &StartView{Session: SessionView{Profile: "</script>"}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(string(page), "</script>"); n != 4 || strings.Contains(string(page), "<b>") {
		t.Errorf("the page is %s", page)
	}
}

func TestTheWordsOfTheChosenLanguageComeAsAFile(t *testing.T) {
	a := testApp(t)
	for _, language := range locale.Languages() {
		chosen := usualSettings()
		chosen.Language = language
		if _, err := a.SaveSettings(chosen); err != nil {
			t.Fatal(err)
		}
		var v WordsView
		w := ask(t, a, "/words.json")
		if err := json.Unmarshal(w.Body.Bytes(), &v); err != nil || v.Language != language || len(v.Texts) < 1000 {
			t.Errorf("%s: %v, %q with %d bytes", language, err, v.Language, len(v.Texts))
		}
	}
}

var startElement = regexp.MustCompile(`(?s)<script type="application/json" id="start">(.*?)</script></head>`)

func TestThePageBringsWhatTheFirstScreenShowsAndOnlyOnce(t *testing.T) {
	a := testApp(t)
	a.readAhead()
	// How fast this machine reads is not the promise: by the time the page is asked for, it is read.
	read := make(chan StartView, 1)
	read <- <-a.ahead
	a.ahead = read
	found := startElement.FindStringSubmatch(openPage(t, a, func(*http.Request) {}).Body.String())
	if found == nil {
		t.Fatal("the page brings nothing of the first screen")
	}
	var v StartView
	if err := json.Unmarshal([]byte(found[1]), &v); err != nil || len(v.Catalogue.Guides) != 7 {
		t.Errorf("%v, %d guides", err, len(v.Catalogue.Guides))
	}
	if again := openPage(t, a, func(*http.Request) {}).Body.String(); strings.Contains(again, `id="start"`) {
		t.Error("a page that is loaded again brings what was true before")
	}
}

func TestThePageComesWithoutTheFirstScreenWhereTheJournalCannotBeOpened(t *testing.T) {
	a := appOn(t, filepath.Join(t.TempDir(), "file"))
	if err := os.WriteFile(a.dataDir, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	a.readAhead()
	w := openPage(t, a, func(*http.Request) {})
	if w.Code != http.StatusOK || strings.Contains(w.Body.String(), `id="start"`) || !strings.Contains(w.Body.String(), `id="opening"`) {
		t.Errorf("status %d: %.300q", w.Code, w.Body)
	}
}

func TestThePageBringsItsStyleSheetAndThePolicyLetsInNoOther(t *testing.T) {
	const sheet = `a{color:red}/* 안녕 🙂 */`
	const link = `<link rel="stylesheet" crossorigin href="/assets/index-1.css">`
	open := func(files fstest.MapFS) (page, policy string) {
		a := testApp(t)
		w := httptest.NewRecorder()
		Assets(a, files).Middleware(http.FileServerFS(files)).ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/", nil))
		return w.Body.String(), w.Header().Get(policyHeader)
	}
	files := func(style string) fstest.MapFS {
		return fstest.MapFS{
			"index.html":         {Data: []byte(`<html lang="en"><head>` + link + `</head></html>`)},
			"assets/index-1.css": {Data: []byte(style)},
		}
	}
	page, policy := open(files(sheet))
	sum := sha256.Sum256([]byte(sheet))
	if !strings.Contains(page, "<style>"+sheet+"</style>") || strings.Contains(page, link) {
		t.Errorf("the page is %.200q", page)
	}
	if want := "; style-src 'self' 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "';"; !strings.Contains(policy, want) {
		t.Errorf("the policy %q does not hold %q", policy, want)
	}
	missing := files(sheet)
	delete(missing, "assets/index-1.css")
	for what, others := range map[string]fstest.MapFS{
		"a sheet that could end its element": files(`</style><script>`), "a sheet that is missing": missing,
	} {
		if page, policy := open(others); !strings.Contains(page, link) || policy != contentSecurityPolicy {
			t.Errorf("%s: the page is %.200q, the policy %q", what, page, policy)
		}
	}
}
