package app

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/levelica/levelica/internal/locale"
)

const drawing = `<!----><div class="window"><main><h1 tabindex="-1">안녕 🙂 שלום</h1><a href="#/guides">G&amp;A</a><input type="checkbox"></main></div>`

// drawFirst opens the page as a first start does, and keeps what the window has drawn of it.
func drawFirst(t *testing.T, a *App) {
	t.Helper()
	openPage(t, a, func(*http.Request) {})
	keepDrawing(t, a, drawing)
}

func keepDrawing(t *testing.T, a *App, markup string) {
	t.Helper()
	start, err := a.start()
	if err != nil {
		t.Fatal(err)
	}
	// As the window has it: by way of JSON, in which no list is missing.
	data, err := json.Marshal(start)
	if err != nil {
		t.Fatal(err)
	}
	var crossed StartView
	if err := json.Unmarshal([]byte(strings.ReplaceAll(string(data), ":null", ":[]")), &crossed); err != nil {
		t.Fatal(err)
	}
	if err := a.KeepDrawn(crossed, markup); err != nil {
		t.Fatal(err)
	}
}

// startAgain is the program's next start on the same folder, up to its page.
func startAgain(t *testing.T, before *App) (a *App, page string) {
	t.Helper()
	if err := before.close(); err != nil {
		t.Fatal(err)
	}
	a = appOn(t, before.dataDir)
	if chosen := a.settings.get(a.places.config).Language; chosen != "" {
		a.spoken.Store(locale.For(chosen))
	}
	return a, openAhead(t, a)
}

func openAhead(t *testing.T, a *App) string {
	t.Helper()
	return openAheadWith(t, a).Body.String()
}

func openAheadWith(t *testing.T, a *App) *httptest.ResponseRecorder {
	t.Helper()
	a.readAhead()
	read := make(chan StartView, 1)
	read <- <-a.ahead
	a.ahead = read
	return openPage(t, a, func(*http.Request) {})
}

func TestTheNextStartBeginsWithTheFirstScreenAsItWasDrawn(t *testing.T) {
	a := testApp(t)
	drawFirst(t, a)
	_, page := startAgain(t, a)
	if !strings.Contains(page, `<div id="app">`+drawing+`</div>`) {
		t.Errorf("the page ends %q", page[max(0, len(page)-300):])
	}
	if !strings.Contains(page, `id="start"`) {
		t.Error("the page does not bring what the screen is drawn from")
	}
}

func TestAFirstScreenThatWouldBeDifferentNowIsNotShownAndNotKept(t *testing.T) {
	for what, change := range map[string]func(t *testing.T, a *App){
		"another answer": func(t *testing.T, a *App) {
			if _, err := a.SetMarks(backend, []MarkRequest{{ID: newID(), Item: "be-001", Verdict: "on-my-own"}}); err != nil {
				t.Fatal(err)
			}
		},
		"another name": func(t *testing.T, a *App) {
			session, err := a.session()
			if err != nil {
				t.Fatal(err)
			}
			if _, err := a.RenameProfile(session.Profiles[0].ID, "Ada 에이다"); err != nil {
				t.Fatal(err)
			}
		},
		"another language": func(t *testing.T, a *App) { saveWith(t, a, func(v *SettingsView) { v.Language = "ko" }) },
		"a folded sidebar": func(t *testing.T, a *App) { saveWith(t, a, func(v *SettingsView) { v.SidebarFolded = true }) },
		"another width": func(t *testing.T, a *App) {
			a.rest(place{Width: 700, Height: 800})
			t.Cleanup(func() { _ = os.Remove(a.placeFile()) })
		},
	} {
		t.Run(what, func(t *testing.T) {
			a := testApp(t)
			drawFirst(t, a)
			change(t, a)
			next, page := startAgain(t, a)
			if strings.Contains(page, "안녕") {
				t.Error("the page begins with the old drawing")
			}
			if _, err := os.Stat(next.drawnFile()); err == nil {
				t.Error("the old drawing is kept")
			}
		})
	}
}

func TestWhatHomeDoesNotShowCostsNoStartItsDrawing(t *testing.T) {
	for what, change := range map[string]func(t *testing.T, a *App){
		"another theme": func(t *testing.T, a *App) { saveWith(t, a, func(v *SettingsView) { v.Theme = "dark" }) },
		"other settings": func(t *testing.T, a *App) {
			saveWith(t, a, func(v *SettingsView) {
				v.DetailedRatings, v.Filters = true, []FilterView{{Of: "guides", Value: "시작한 것 🙂"}}
			})
		},
		"the next day": func(_ *testing.T, a *App) { a.now = func() time.Time { return noon.Add(24 * time.Hour) } },
		"a width in which nothing is arranged in another way": func(t *testing.T, a *App) {
			a.rest(place{Width: 1000, Height: 700})
			t.Cleanup(func() { _ = os.Remove(a.placeFile()) })
		},
	} {
		t.Run(what, func(t *testing.T) {
			a := testApp(t)
			if _, err := a.SetMarks(backend, []MarkRequest{{ID: newID(), Item: "be-001", Verdict: "on-my-own"}}); err != nil {
				t.Fatal(err)
			}
			drawFirst(t, a)
			change(t, a)
			now := a.now
			if err := a.close(); err != nil {
				t.Fatal(err)
			}
			next := appOn(t, a.dataDir)
			next.now = now
			if page := openAhead(t, next); !strings.Contains(page, drawing) {
				t.Error("the page begins without the drawing")
			}
		})
	}
}

func saveWith(t *testing.T, a *App, change func(*SettingsView)) {
	t.Helper()
	v := a.settings.get(a.places.config)
	change(&v)
	if _, err := a.SaveSettings(v); err != nil {
		t.Fatal(err)
	}
}

func TestAWindowThatOpensElsewhereDoesNotBeginWithHome(t *testing.T) {
	a := testApp(t)
	drawFirst(t, a)
	saveWith(t, a, func(v *SettingsView) { v.LastPlace = "#/guides" })
	next, page := startAgain(t, a)
	if strings.Contains(page, "안녕") {
		t.Error("the page begins with Home")
	}
	saveWith(t, next, func(v *SettingsView) { v.LastPlace = "#/home" })
	if _, page := startAgain(t, next); !strings.Contains(page, "안녕") {
		t.Error("back at Home the page begins without it")
	}
}

func TestADrawingOfWhatIsNoLongerTrueIsNotKept(t *testing.T) {
	a := testApp(t)
	openPage(t, a, func(*http.Request) {})
	old, err := a.start()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := a.SetMarks(backend, []MarkRequest{{ID: newID(), Item: "be-001", Verdict: "on-my-own"}}); err != nil {
		t.Fatal(err)
	}
	if err := a.KeepDrawn(old, drawing); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(a.drawnFile()); err == nil {
		t.Error("it is kept")
	}
}

func TestHalfADrawingIsNotShown(t *testing.T) {
	a := testApp(t)
	drawFirst(t, a)
	whole, err := os.ReadFile(a.drawnFile())
	if err != nil {
		t.Fatal(err)
	}
	const lost = len(`</main></div>`)
	if err := os.WriteFile(a.drawnFile(), whole[:len(whole)-lost], 0o600); err != nil {
		t.Fatal(err)
	}
	if _, page := startAgain(t, a); strings.Contains(page, "안녕") {
		t.Error("the page begins with half a drawing")
	}
}

func TestTheDrawingGoesWithAPersonWhoIsErased(t *testing.T) {
	a := testApp(t)
	if _, err := a.AddProfile("Grace 그레이스"); err != nil {
		t.Fatal(err)
	}
	session, err := a.session()
	if err != nil {
		t.Fatal(err)
	}
	drawFirst(t, a)
	if _, err := os.Stat(a.drawnFile()); err != nil {
		t.Fatal(err)
	}
	// As a program that is killed while it writes leaves it.
	if err := os.WriteFile(a.drawnUnfinished(), []byte("Grace 그레이스"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, person := range session.Profiles {
		if person.Name != session.Profile {
			continue
		}
		if _, err := a.DeleteProfile(person.ID, true); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{a.drawnFile(), a.drawnUnfinished()} {
		if _, err := os.Stat(name); err == nil {
			t.Errorf("%s is still there", filepath.Base(name))
		}
	}
}

func TestNothingThatCouldActIsKeptAsADrawing(t *testing.T) {
	for _, hostile := range []string{
		`<script src="/assets/x.js"></script>`, `<p onclick="alert(1)">a</p>`, `<a href="javascript:alert(1)">a</a>`,
		`<a href="https://example.org">a</a>`, `<iframe src="/preview"></iframe>`, `<style>*{display:none}</style>`,
		`<base href="https://example.org">`, `<meta http-equiv="refresh" content="0">`, `<form action="https://example.org"></form>`,
		`<div style="position:fixed">a</div>`, `<img src="x">`, `</div><div>`, `<div>`, `<textarea>`, `<!doctype html>`, `<p title="`,
		`<svg><use href="#a"></use></svg>`, `<svg><foreignObject></foreignObject></svg>`,
	} {
		if err := checkMarkup(hostile); err == nil {
			t.Errorf("%q is taken", hostile)
		}
	}
	if err := checkMarkup(drawing); err != nil {
		t.Error(err)
	}
	a := testApp(t)
	openPage(t, a, func(*http.Request) {})
	keepDrawing(t, a, `<p onclick="alert(1)">a</p>`)
	if _, err := os.Stat(filepath.Join(a.dataDir, drawnName)); err == nil {
		t.Error("it is kept")
	}
}
