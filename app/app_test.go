package app

import (
	"bytes"
	"encoding/json"
	"errors"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"github.com/levelica/levelica/internal/guide"
)

const backend = "backend-engineering"

var noon = time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)

// testApp is the program on a data folder of the test's own, with a clock that stands at noon.
func testApp(t *testing.T) *App {
	t.Helper()
	return appOn(t, t.TempDir())
}

func appOn(t *testing.T, dir string) *App {
	t.Helper()
	a := New(Config{Build: BuildInfo{Version: "1.2.3"}, DataDir: dir, Language: "en", Now: func() time.Time { return noon }})
	t.Cleanup(func() { _ = a.close() })
	return a
}

func request(item, verdict string) MarkRequest {
	return MarkRequest{ID: uuid.Must(uuid.NewV7()).String(), Item: item, Verdict: verdict}
}

// levelItems returns the IDs of the items of a level.
func levelItems(t *testing.T, level int) []string {
	t.Helper()
	g, err := guide.Shipped().Guide(backend, "en")
	if err != nil {
		t.Fatal(err)
	}
	l, _ := g.Level(level)
	var ids []string
	for _, it := range l.Items {
		ids = append(ids, it.ID)
	}
	return ids
}

// faultOf returns the code of the fault that an error is, as the window would see it.
func faultOf(t *testing.T, err error) string {
	t.Helper()
	if err == nil {
		return ""
	}
	var f fault
	if jsonErr := json.Unmarshal([]byte(FormatFault(err).(string)), &f); jsonErr != nil {
		t.Fatalf("the fault is no JSON: %v", jsonErr)
	}
	return f.Code
}

func TestAPersonRatesEightOfTenAndReachesTheLevel(t *testing.T) {
	a := testApp(t)
	for i, id := range levelItems(t, 1)[:8] {
		s, err := a.SetMarks(backend, []MarkRequest{request(id, "on-my-own")})
		if err != nil {
			t.Fatal(err)
		}
		if want := i / 7; s.Level != want {
			t.Errorf("after %d items the level is %d, want %d", i+1, s.Level, want)
		}
	}
	v, err := a.openGuide(backend)
	if err != nil {
		t.Fatal(err)
	}
	if v.Standing.Level != 1 || len(v.Standing.Marks) != 8 || len(v.Standing.Gaps) != 2 {
		t.Errorf("the guide shows %+v", v.Standing)
	}
}

func TestUndoTakesTheVerdictBackAndHistoryKeepsBoth(t *testing.T) {
	a := testApp(t)
	item := levelItems(t, 1)[0]
	for _, verdict := range []string{"on-my-own", "cleared"} {
		if _, err := a.SetMarks(backend, []MarkRequest{request(item, verdict)}); err != nil {
			t.Fatal(err)
		}
	}
	v, err := a.openGuide(backend)
	if err != nil {
		t.Fatal(err)
	}
	history, err := a.ItemHistory(backend, item)
	if err != nil {
		t.Fatal(err)
	}
	if len(v.Standing.Marks) != 0 || len(history) != 2 || history[0].Verdict != "cleared" {
		t.Errorf("marks %v, history %v", v.Standing.Marks, history)
	}
}

func TestAWholeLevelIsOneCall(t *testing.T) {
	a := testApp(t)
	var marks []MarkRequest
	for _, id := range levelItems(t, 3) {
		marks = append(marks, request(id, "on-my-own"))
	}
	s, err := a.SetMarks(backend, marks)
	if err != nil {
		t.Fatal(err)
	}
	if s.Level != 0 || s.LooksDone != 3 || len(s.OpenBelow) != 2 {
		t.Errorf("level %d, looks done %d, open below %v", s.Level, s.LooksDone, s.OpenBelow)
	}
}

func TestACallWhoseOutcomeWasUnknownCanBeRepeated(t *testing.T) {
	a := testApp(t)
	marks := []MarkRequest{request(levelItems(t, 1)[0], "can-teach")}
	for range 3 {
		if _, err := a.SetMarks(backend, marks); err != nil {
			t.Fatal(err)
		}
	}
	if history, err := a.ItemHistory(backend, marks[0].Item); err != nil || len(history) != 1 {
		t.Errorf("history %v, %v", history, err)
	}
}

func TestEverythingIsStillThereAfterARestart(t *testing.T) {
	dir := t.TempDir()
	a := appOn(t, dir)
	if _, err := a.SetMarks(backend, []MarkRequest{request(levelItems(t, 1)[0], "with-help")}); err != nil {
		t.Fatal(err)
	}
	if err := a.close(); err != nil {
		t.Fatal(err)
	}
	v, err := appOn(t, dir).catalogue()
	if err != nil {
		t.Fatal(err)
	}
	at := slices.IndexFunc(v.Guides, func(c CardView) bool { return c.Slug == backend })
	if card := v.Guides[at]; !card.Started || card.LastMark != noon.UnixMilli() || card.Standing.Rated != 1 {
		t.Errorf("the catalogue shows %+v", card)
	}
}

func TestBadInputIsRefusedWithItsFaultAndChangesNothing(t *testing.T) {
	a := testApp(t)
	item := levelItems(t, 1)[0]
	for code, marks := range map[string][]MarkRequest{
		"item_not_found":  {request(item, "on-my-own"), request("be-999", "on-my-own")},
		"verdict_invalid": {request(item, "on-my-own"), request(item, "superb 🙂")},
		"mark_invalid":    {request(item, "on-my-own"), {ID: "1", Item: item, Verdict: "on-my-own"}},
	} {
		_, err := a.SetMarks(backend, marks)
		if got := faultOf(t, err); got != code {
			t.Errorf("got %q, want %q", got, code)
		}
	}
	if code := faultAt(t, a, "/guide/..%5c..%5cetc%5cpasswd.json"); code != "guide_not_found" {
		t.Errorf("got %q", code)
	}
	if _, err := a.PreviewReport(ReportRequest{}); faultOf(t, err) != "report_empty" {
		t.Errorf("got %v", err)
	}
	if _, err := a.SaveReport(ReportRequest{Guides: []string{backend}, Format: "docx"}); faultOf(t, err) != "format_unknown" {
		t.Errorf("got %v", err)
	}
	if _, err := a.SaveReport(ReportRequest{Guides: []string{backend}, Format: "badge.json"}); faultOf(t, err) != "badge_level" {
		t.Errorf("got %v", err)
	}
	if v, err := a.openGuide(backend); err != nil || len(v.Standing.Marks) != 0 {
		t.Errorf("marks were written: %v, %v", v.Standing.Marks, err)
	}
}

func TestAJournalThatCannotBeOpenedIsAFaultAndTryingAgainHelps(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "journal.db")
	if err := os.WriteFile(path, []byte("not a database, 다른 파일"), 0o600); err != nil {
		t.Fatal(err)
	}
	a := appOn(t, dir)
	if code := faultAt(t, a, "/start.json"); code != "journal_damaged" {
		t.Fatalf("got %q", code)
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	s, err := a.session()
	if err != nil {
		t.Fatal(err)
	}
	if s.Version != "1.2.3" || s.DataDir != dir || s.Profile == "" {
		t.Errorf("session %+v", s)
	}
}

func TestAPanicBecomesAFaultAndTheProgramGoesOn(t *testing.T) {
	a := testApp(t)
	var log bytes.Buffer
	a.log = slog.New(slog.NewTextHandler(&log, nil))
	broken := func() (err error) {
		defer a.recovered(&err)
		var none *guide.Guide
		_ = none.Title
		return nil
	}
	err := broken()
	var f *fault
	if !errors.As(err, &f) || f.Code != "internal" || f.Ref == "" || !strings.Contains(log.String(), f.Ref) {
		t.Errorf("fault %v, log %s", err, log.String())
	}
	if _, err := a.session(); err != nil {
		t.Errorf("the program does not go on: %v", err)
	}
}

func TestEveryFaultHasItsWords(t *testing.T) {
	a := testApp(t)
	source, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for _, name := range source {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, part := range strings.Split(string(data), "newFault(\"")[1:] {
			code, _, _ := strings.Cut(part, `"`)
			found++
			for _, key := range []string{"fault." + code, "fault." + code + ".hint"} {
				if !a.words().Has(key) {
					t.Errorf("%s: there are no words for %s", name, key)
				}
			}
		}
	}
	if found < 15 {
		t.Errorf("only %d faults were found in the source", found)
	}
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

func TestOnlyWebPagesAndMailAddressesLeaveTheWindow(t *testing.T) {
	for address, want := range map[string]string{
		"https://www.rfc-editor.org/rfc/rfc9110": "https://www.rfc-editor.org/rfc/rfc9110",
		"https://example.org/a(b)~[c]?q=한글 x#y":  "https://example.org/a(b)~[c]?q=%ED%95%9C%EA%B8%80%20x#y",
		"mailto:hello@example.org":               "mailto:hello@example.org",
		"http://example.org":                     "",
		"javascript:alert(1)":                    "",
		"file:///etc/passwd":                     "",
		"data:text/html,x":                       "",
		"ftp://example.org":                      "",
		"https://":                               "",
		"//example.org":                          "",
		"mailto:":                                "",
		"https://user:secret@example.org":        "",
		"levelica://guide":                       "",
		" \thttps://example.org/ ":               "https://example.org/",
		"":                                       "",
		"https://exa mple.org":                   "",
		"-https://example.org":                   "",
	} {
		got, ok := safeLink(address)
		if ok != (want != "") {
			t.Errorf("safeLink(%q) = %q, %v", address, got, ok)
			continue
		}
		if ok && got != want {
			t.Errorf("safeLink(%q) = %q, want %q", address, got, want)
		}
	}
	a := testApp(t)
	if err := a.OpenLink("javascript:alert(1)"); faultOf(t, err) != "link_refused" {
		t.Errorf("got %v", err)
	}
}

func TestTheWindowIsPutBackWhereAllOfItCanBeSeen(t *testing.T) {
	for _, c := range []struct{ was, want place }{
		{place{Width: 1000, Height: 700, X: 50, Y: 60}, place{Width: 1000, Height: 700, X: 50, Y: 60}},
		{place{Width: 3000, Height: 2000, X: -10, Y: -10}, place{Width: 1280, Height: 800}},
		{place{Width: 600, Height: 500, X: 5000, Y: 5000}, place{Width: 600, Height: 500, X: 680, Y: 300}},
	} {
		if got := c.was.clamped(1280, 800); got != c.want {
			t.Errorf("%+v became %+v, want %+v", c.was, got, c.want)
		}
	}
}

func TestADeletedProfileIsBackedUpOrTakenOutOfAllBackups(t *testing.T) {
	for _, purge := range []bool{false, true} {
		a := testApp(t)
		if _, err := a.SetMarks(backend, []MarkRequest{request(levelItems(t, 1)[0], "on-my-own")}); err != nil {
			t.Fatal(err)
		}
		j, err := a.openJournal(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		erased := j.Profile()
		if _, err := j.AddProfile(t.Context(), "남는 사람"); err != nil {
			t.Fatal(err)
		}
		if err := a.eraseProfile(t.Context(), erased.ID, purge); err != nil {
			t.Fatal(err)
		}
		v, err := a.backups()
		if err != nil {
			t.Fatal(err)
		}
		if purge && len(v.Backups) != 0 || !purge && (len(v.Backups) != 1 || v.Backups[0].Reason != "profile" || v.Backups[0].Marks != 1) {
			t.Errorf("purge %v: the backups are %+v", purge, v.Backups)
		}
	}
}
