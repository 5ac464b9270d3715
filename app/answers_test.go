package app

import (
	"encoding/json"
	"errors"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// ask asks the program for a file, as the window does. Where the program leaves it to the files of
// the frontend, the status is 418.
func ask(t *testing.T, a *App, address string) *httptest.ResponseRecorder {
	t.Helper()
	frontend := http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusTeapot) })
	w := httptest.NewRecorder()
	Assets(a, os.DirFS(t.TempDir())).Middleware(frontend).ServeHTTP(w, httptest.NewRequest(http.MethodGet, address, nil))
	return w
}

// faultAt asks for a file that cannot be made, and returns the code of the fault that comes instead.
func faultAt(t *testing.T, a *App, address string) string {
	t.Helper()
	w := ask(t, a, address)
	var f fault
	if err := json.Unmarshal(w.Body.Bytes(), &f); err != nil || w.Code != http.StatusServiceUnavailable {
		t.Errorf("%s: status %d, %v: %s", address, w.Code, err, w.Body)
	}
	return f.Code
}

// withAnswer adds an answer for the time of a test.
func withAnswer(t *testing.T, path string, answer func(a *App, name string) (any, error)) {
	t.Helper()
	before := answers
	answers = append(slices.Clone(answers), fileAnswer{path, answer})
	t.Cleanup(func() { answers = before })
}

func TestTheFirstScreenComesAsAFile(t *testing.T) {
	w := ask(t, testApp(t), "/start.json")
	var v StartView
	if err := json.Unmarshal(w.Body.Bytes(), &v); err != nil || w.Code != http.StatusOK {
		t.Fatalf("status %d, %v: %s", w.Code, err, w.Body)
	}
	if v.Session.Version != "1.2.3" || len(v.Catalogue.Guides) != 7 {
		t.Errorf("the session is %+v, with %d guides", v.Session, len(v.Catalogue.Guides))
	}
}

func TestAGuideComesAsAFile(t *testing.T) {
	w := ask(t, testApp(t), "/guide/"+backend+".json")
	var v GuideView
	if err := json.Unmarshal(w.Body.Bytes(), &v); err != nil || w.Code != http.StatusOK {
		t.Fatalf("status %d, %v", w.Code, err)
	}
	if v.Slug != backend || len(v.Levels) != 7 {
		t.Errorf("%q has %d levels", v.Slug, len(v.Levels))
	}
}

func TestEveryAnswerIsFreshAndUnderTheWindowsPolicy(t *testing.T) {
	a := testApp(t)
	withAnswer(t, "/fails.json", func(*App, string) (any, error) { return nil, errors.New("a defect") })
	for _, address := range []string{"/start.json", "/catalogue.json", "/guide/" + backend + ".json", "/fails.json"} {
		header := ask(t, a, address).Header()
		if got := header.Get("Cache-Control"); got != "no-store" {
			t.Errorf("%s may be kept: %q", address, got)
		}
		if got := header.Get("Content-Security-Policy"); got != contentSecurityPolicy {
			t.Errorf("%s has the policy %q", address, got)
		}
		if got := header.Get("Content-Type"); got != "application/json" {
			t.Errorf("%s is %q", address, got)
		}
	}
}

func TestAnAnswerThatFailsIsAFaultAndNoSuccess(t *testing.T) {
	a := testApp(t)
	withAnswer(t, "/panics.json", func(*App, string) (any, error) { panic("a defect: 🧨") })
	withAnswer(t, "/unspeakable.json", func(*App, string) (any, error) { return func() {}, nil })
	blocked := appOn(t, filepath.Join(t.TempDir(), "file"))
	if err := os.WriteFile(blocked.dataDir, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		app           *App
		address, code string
	}{
		{a, "/guide/no-such-guide.json", "guide_not_found"},
		{a, "/guide/..json", "guide_not_found"},
		{a, "/guide/%2e%2e%5cbackend.json", "guide_not_found"},
		{a, "/guide/백엔드.json", "guide_not_found"},
		{a, "/panics.json", "internal"},
		{a, "/unspeakable.json", "internal"},
		{blocked, "/start.json", "data_unwritable"},
	} {
		if code := faultAt(t, c.app, c.address); code != c.code {
			t.Errorf("%s: fault %q, want %q", c.address, code, c.code)
		}
	}
}

func TestAPageIsSentAsItIs(t *testing.T) {
	withAnswer(t, "/words/*.svg", func(_ *App, name string) (any, error) {
		return page{"image/svg+xml", []byte("<svg>" + name + "</svg>")}, nil
	})
	w := ask(t, testApp(t), "/words/한국어.svg")
	if w.Body.String() != "<svg>한국어</svg>" || w.Header().Get("Content-Type") != "image/svg+xml" {
		t.Errorf("%q is %q", w.Header().Get("Content-Type"), w.Body)
	}
}

func TestOtherAddressesAreLeftToTheFilesOfTheWindow(t *testing.T) {
	a := testApp(t)
	for _, address := range []string{"/start.jsonp", "/guide/", "/guide/a/b.json", "/guide/a%2fb.json", "/assets/guide/x.json"} {
		if w := ask(t, a, address); w.Code != http.StatusTeapot {
			t.Errorf("%s was answered with %d", address, w.Code)
		}
	}
}

func TestNoTwoAnswersShareAnAddress(t *testing.T) {
	for i, a := range answers {
		example := strings.Replace(a.path, "*", "x", 1)
		if found, name, _ := findAnswer(example); found.path != a.path {
			t.Errorf("%s (%d) is answered by %s, with the name %q", example, i, found.path, name)
		}
	}
}
