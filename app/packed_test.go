package app

import (
	"bytes"
	"compress/gzip"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/fstest"
)

func gzipped(t *testing.T, text string) []byte {
	t.Helper()
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	if _, err := w.Write([]byte(text)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return packed.Bytes()
}

func TestWhatLiesPackedIsServedAsItWas(t *testing.T) {
	a := testApp(t)
	script, style := "export const 말 = '🧗 مرحبا'", "body { color: #000 }"
	serve := Assets(a, fstest.MapFS{
		"assets/page-1.js.gz":  {Data: gzipped(t, script)},
		"assets/page-2.css.gz": {Data: gzipped(t, style)},
		"assets/hurt.js.gz":    {Data: []byte("no gzip")},
	}).Middleware(http.NotFoundHandler())
	a.packed.unpack()
	for _, c := range []struct {
		address, kind, body string
		status              int
	}{
		{"/assets/page-1.js", "text/javascript; charset=utf-8", script, http.StatusOK},
		{"/assets/page-2.css", "text/css; charset=utf-8", style, http.StatusOK},
		{"/assets/hurt.js", "", "", http.StatusInternalServerError},
		{"/assets/other.js", "text/plain; charset=utf-8", "404 page not found\n", http.StatusNotFound},
	} {
		w := httptest.NewRecorder()
		serve.ServeHTTP(w, httptest.NewRequest(http.MethodGet, c.address, nil))
		if w.Code != c.status || w.Header().Get("Content-Type") != c.kind || w.Body.String() != c.body {
			t.Errorf("%s: %d %q %q", c.address, w.Code, w.Header().Get("Content-Type"), w.Body)
		}
		if w.Header().Get("Content-Security-Policy") == "" {
			t.Errorf("%s: without a policy", c.address)
		}
	}
}

func TestWhatWasUnpackedAheadIsNotKeptAndThereAgainForAPageThatIsLoadedAgain(t *testing.T) {
	a := testApp(t)
	const address, style = "/assets/page.css", "body { color: #000 }"
	serve := Assets(a, fstest.MapFS{"assets/page.css.gz": {Data: gzipped(t, style)}}).Middleware(http.NotFoundHandler())
	a.packed.unpack()
	for range 2 {
		w := httptest.NewRecorder()
		serve.ServeHTTP(w, httptest.NewRequest(http.MethodGet, address, nil))
		if w.Body.String() != style {
			t.Errorf("it is %q", w.Body)
		}
		a.packed.unpack() // comes late
		if kept := a.packed[address].ahead; kept != nil {
			t.Errorf("kept: %q", kept)
		}
	}
}

func TestThePageHasItsStyleSheetInItThoughThatLiesPacked(t *testing.T) {
	files := fstest.MapFS{
		"index.html":           {Data: []byte(`<html lang="en"><head><link rel="stylesheet" crossorigin href="/assets/page-2.css"></head><body></body></html>`)},
		"assets/page-2.css.gz": {Data: gzipped(t, "body{color:#123}")},
	}
	w := httptest.NewRecorder()
	Assets(testApp(t), files).Middleware(http.FileServerFS(files)).ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/", nil))
	if !strings.Contains(w.Body.String(), "<style>body{color:#123}</style>") {
		t.Errorf("the page asks for its style sheet:\n%s", w.Body)
	}
}
