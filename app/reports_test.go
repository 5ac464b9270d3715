package app

import (
	"bytes"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"

	"github.com/levelica/levelica/internal/report"
)

func TestThePageThatIsPrintedIsThatOfThePreviewAndRunsNothing(t *testing.T) {
	a := testApp(t)
	v, err := a.PreviewReport(ReportRequest{Guides: []string{backend}})
	if err != nil {
		t.Fatal(err)
	}
	shown, printed := ask(t, a, v.URL), ask(t, a, strings.Replace(v.URL, ".html", ".print.html", 1))
	if shown.Code != http.StatusOK || printed.Code != http.StatusOK || shown.Body.String() != printed.Body.String() {
		t.Fatalf("shown %d, printed %d", shown.Code, printed.Code)
	}
	for name, policy := range map[string]string{
		"shown": shown.Header().Get("Content-Security-Policy"), "printed": printed.Header().Get("Content-Security-Policy"),
	} {
		if !strings.HasPrefix(policy, "default-src 'none';") || strings.Contains(policy, "script") {
			t.Errorf("%s: %s", name, policy)
		}
		if got, want := strings.Contains(policy, "sandbox"), name == "shown"; got != want {
			t.Errorf("%s is kept from the window %v, want %v", name, got, want)
		}
	}
	for _, address := range []string{"/preview/.print.html", "/preview/.html", "/preview/x.print.html"} {
		if w := ask(t, a, address); w.Code != http.StatusNotFound {
			t.Errorf("%s: %d", address, w.Code)
		}
	}
}

func TestThePreviewOfAPDFIsItsPagesAndThatOfTheOthersIsOnePage(t *testing.T) {
	a := testApp(t)
	request := ReportRequest{Guides: []string{backend}, Items: true, Open: true}
	for _, format := range report.Formats {
		request.Format = string(format)
		v, err := a.PreviewReport(request)
		if err != nil {
			t.Fatal(err)
		}
		shown := ask(t, a, v.URL).Body.String()
		pages := strings.Count(shown, "<section")
		printed := ask(t, a, strings.Replace(v.URL, ".html", ".print.html", 1)).Body.String()
		if format != report.PDF {
			if v.Pages != 0 || shown != printed {
				t.Errorf("%s: %d pages are said", format, v.Pages)
			}
			continue
		}
		if v.Pages < 3 || pages != v.Pages || !strings.Contains(shown, fmt.Sprintf(">Page %d of %d<", pages, pages)) {
			t.Errorf("%d pages are said, %d are shown", v.Pages, pages)
		}
		// A printer has pages of its own.
		if strings.Contains(printed, "<section") && strings.Contains(printed, "textLength") {
			t.Error("the pages of the PDF are printed")
		}
	}
}

// TestEveryBoxOfAReportAddsItsPartAndNothingElse holds for the window's boxes and the flags of the
// command line, which ask for the same request.
func TestEveryBoxOfAReportAddsItsPartAndNothingElse(t *testing.T) {
	a, _ := aYear(t)
	if err := a.SetGoal(backend, newID(), 2, "2027-06-30"); err != nil {
		t.Fatal(err)
	}
	if err := a.Predict(newID(), backend, 3); err != nil {
		t.Fatal(err)
	}
	if _, err := a.readForm(t.Context(), backend, fillIn(t, a, "보라 🙂", map[string]string{"be-001": "can-teach"})); err != nil {
		t.Fatal(err)
	}
	parts := map[string]struct {
		request ReportRequest
		says    []string // Markdown
	}{
		"strands":  {ReportRequest{Strands: true}, []string{"Strands of Backend Engineering", "The strands: level 1 to level 2."}},
		"items":    {ReportRequest{Items: true}, []string{"(22 October 2026)"}},
		"open":     {ReportRequest{Open: true}, []string{"Level 7, Platform Strategist\n\n0 of 10"}},
		"evidence": {ReportRequest{Items: true, Evidence: true}, []string{"복구 🙂"}},
		"goal":     {ReportRequest{Goal: true}, []string{"My goal", "by 30 June 2027", "I have reached it."}},
		"stale":    {ReportRequest{Stale: true}, []string{"Due for a fresh look"}},
		"others":   {ReportRequest{Others: true}, []string{"What I expected", ": Level 3, Service Crafter. By my answers now", "As 보라 🙂 sees me", "Me: on my own. 보라 🙂: can teach."}},
		"period":   {ReportRequest{Period: year}, []string{"Level over time", "Rated on 9 days since 22 November 2025"}},
	}
	said := map[string]string{"": markdownOf(t, a, ReportRequest{})}
	for name, part := range parts {
		said[name] = markdownOf(t, a, part.request)
	}
	for name, part := range parts {
		for _, words := range part.says {
			if !strings.Contains(said[name], words) {
				t.Errorf("%s does not say %q:\n%s", name, words, said[name])
			}
			for other, text := range said {
				if other != name && (name != "items" || other != "evidence") && strings.Contains(text, words) {
					t.Errorf("%q, which is what %s says, stands in the report of %q", words, name, other)
				}
			}
		}
	}
}

func markdownOf(t *testing.T, a *App, request ReportRequest) string {
	t.Helper()
	request.Guides = []string{backend}
	doc, err := a.makeReport(t.Context(), request)
	if err != nil {
		t.Fatal(err)
	}
	var text bytes.Buffer
	if err := doc.Write(&text, report.Markdown); err != nil {
		t.Fatal(err)
	}
	return text.String()
}

func TestThePreviewIsServedOnceAskedForAndOnlyTheNewest(t *testing.T) {
	a := testApp(t)
	handler := Assets(a, os.DirFS(t.TempDir())).Middleware(nil)
	get := func(url string) *httptest.ResponseRecorder {
		w := httptest.NewRecorder()
		handler.ServeHTTP(w, httptest.NewRequest(http.MethodGet, url, nil))
		return w
	}
	if w := get("/preview/.html"); w.Code != 404 {
		t.Errorf("without a preview the answer is %d", w.Code)
	}
	first, err := a.PreviewReport(ReportRequest{Guides: []string{backend}, Items: true})
	if err != nil {
		t.Fatal(err)
	}
	second, err := a.PreviewReport(ReportRequest{Guides: []string{backend}})
	if err != nil {
		t.Fatal(err)
	}
	if w := get(first.URL); w.Code != 404 {
		t.Errorf("an old preview is still served: %d", w.Code)
	}
	w := get(second.URL)
	if w.Code != 200 || !strings.Contains(w.Body.String(), "Backend Engineering") {
		t.Errorf("the preview answers %d", w.Code)
	}
	if policy := w.Header().Get("Content-Security-Policy"); !strings.Contains(policy, "default-src 'none'") || strings.Contains(policy, "script-src") {
		t.Errorf("its policy is %q", policy)
	}
}
