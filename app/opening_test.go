package app

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"os"
	"regexp"
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

var wordsElement = regexp.MustCompile(`(?s)<script type="application/json" id="words">(.*?)</script></head>`)

func TestThePageBringsItsLanguageAndItsWords(t *testing.T) {
	a := testApp(t)
	for _, language := range locale.Languages() {
		a.spoken.Store(locale.For(language))
		w := openPage(t, a, func(*http.Request) {})
		body := w.Body.String()
		if w.Code != http.StatusOK || !strings.Contains(body, `<html lang="`+language+`"`) {
			t.Errorf("%s: status %d, page %.80q", language, w.Code, body)
		}
		found := wordsElement.FindStringSubmatch(body)
		if found == nil {
			t.Fatalf("%s: the page has no words: %.300q", language, body)
		}
		var words struct {
			Language string         `json:"language"`
			Texts    map[string]any `json:"texts"`
		}
		if err := json.Unmarshal([]byte(found[1]), &words); err != nil {
			t.Fatal(err)
		}
		if got, want := words.Texts["guides"], locale.For(language).Text("guides"); words.Language != language || got != want {
			t.Errorf("%s: the words are in %q, and the guides are called %q", language, words.Language, got)
		}
		if _, ok := words.Texts["paper.title"]; ok {
			t.Errorf("%s: the words of reports are in the page", language)
		}
	}
}

func TestThePageIsWholeAlsoWhereTheWindowAsksWhetherItChanged(t *testing.T) {
	w := openPage(t, testApp(t), func(r *http.Request) { r.Header.Set("If-Modified-Since", "Fri, 01 Jan 2100 00:00:00 GMT") })
	if w.Code != http.StatusOK || !strings.Contains(w.Body.String(), `id="words"`) {
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
	page, err := opening([]byte(`<html lang="en"><head></head></html>`), WordsView{Language: `"><b>`, Texts: texts})
	if err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(string(page), "</script>"); n != 1 || strings.Contains(string(page), "<b>") {
		t.Errorf("the page is %s", page)
	}
}

func TestWordsOfALanguageComeAsAFile(t *testing.T) {
	a := testApp(t)
	for _, language := range locale.Languages() {
		var v WordsView
		w := ask(t, a, "/words/"+language+".json")
		if err := json.Unmarshal(w.Body.Bytes(), &v); err != nil || v.Language != language || len(v.Texts) < 1000 {
			t.Errorf("%s: %v, %q with %d bytes", language, err, v.Language, len(v.Texts))
		}
	}
	if w := ask(t, a, "/words/tlh.json"); w.Code != http.StatusServiceUnavailable || !strings.Contains(w.Body.String(), "language_unknown") {
		t.Errorf("an unknown language: %d %s", w.Code, w.Body)
	}
}
