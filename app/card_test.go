package app

import (
	"net/http"
	"strings"
	"testing"
)

func TestACardComesAsAPictureWithANameOnlyWhereItIsAskedFor(t *testing.T) {
	a := testApp(t)
	j, err := a.openJournal(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if err := j.RenameProfile(t.Context(), j.Profile().ID, "김민아 🙂"); err != nil {
		t.Fatal(err)
	}
	for address, kind := range map[string]string{
		"/card/" + backend + ".svg":      "image/svg+xml",
		"/card/" + backend + "@name.svg": "image/svg+xml",
		"/card/" + backend + ".png":      "image/png",
	} {
		w := ask(t, a, address)
		if w.Code != http.StatusOK || w.Header().Get("Content-Type") != kind {
			t.Errorf("%s: status %d, %s", address, w.Code, w.Header().Get("Content-Type"))
		}
		if got, want := strings.Contains(w.Body.String(), "김민아"), strings.Contains(address, "@name"); got != want {
			t.Errorf("%s: the name is on it %v, want %v", address, got, want)
		}
	}
	if w := ask(t, a, "/card/nonesuch.svg"); w.Code == http.StatusOK || !strings.Contains(w.Body.String(), "guide_not_found") {
		t.Errorf("status %d, %s", w.Code, w.Body)
	}
}
