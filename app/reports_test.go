package app

import (
	"net/http"
	"strings"
	"testing"
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
