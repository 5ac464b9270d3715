package app

import (
	"crypto/sha256"
	"encoding/base64"
	"net/http"
	"net/http/httptest"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// released is the page as a release has it: its script is a file with a name of its own.
const released = `<html lang="en"><head><meta charset="utf-8">` +
	`<script type="module" crossorigin src="/assets/index-1.js"></script></head><body><div id="app"></div></body></html>`

func TestAPageThatBeginsWithADrawingRunsNoScriptBeforeThatHasBeenSeen(t *testing.T) {
	page := string(begunWith([]byte(strings.Replace(released, "<head>", "<head>"+wailsScripts, 1)), []byte(drawing)))
	if left := regexp.MustCompile(`<script[^>]+>`).FindAllString(page, -1); left != nil {
		t.Errorf("it has %q", left)
	}
	fetched := regexp.MustCompile(`<link rel="[^>]*>`).FindAllString(page, -1)
	if want := []string{
		`<link rel="preload" as="script" href="/wails/ipc.js">`, `<link rel="preload" as="script" href="/wails/runtime.js">`,
		`<link rel="modulepreload" crossorigin href="/assets/index-1.js">`,
	}; !slices.Equal(fetched, want) {
		t.Errorf("it fetches %q", fetched)
	}
	if !strings.Contains(page, `<div id="app">`+drawing+`</div><script>`+afterPaint+`</script></body>`) {
		_, body, _ := strings.Cut(page, "<body>")
		t.Errorf("it ends %q", body)
	}
	if strings.Contains(afterPaint, "</") || strings.Contains(afterPaint, "<!--") {
		t.Error("the script could end its own element")
	}
}

func TestThePolicyLetsInTheScriptThatWaitsForTheDrawingAndNoOther(t *testing.T) {
	files := fstest.MapFS{"index.html": {Data: []byte(released)}}
	open := func(a *App) (page, policy string) {
		w := httptest.NewRecorder()
		Assets(a, files).Middleware(http.FileServerFS(files)).ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/", nil))
		return w.Body.String(), w.Header().Get(policyHeader)
	}
	a := testApp(t)
	if _, policy := open(a); policy != contentSecurityPolicy {
		t.Errorf("without a drawing the policy is %q", policy)
	}
	keepDrawing(t, a, drawing)
	if err := a.close(); err != nil {
		t.Fatal(err)
	}
	next := appOn(t, a.dataDir)
	next.readAhead()
	page, policy := open(next)
	sum := sha256.Sum256([]byte(afterPaint))
	if want := "; script-src 'self' 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "';"; !strings.Contains(policy, want) {
		t.Errorf("the policy %q does not hold %q", policy, want)
	}
	if !strings.Contains(page, "<script>"+afterPaint+"</script>") {
		t.Errorf("the page is %.300q", page)
	}
}
