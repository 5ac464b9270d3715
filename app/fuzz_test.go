package app

import (
	"encoding/json"
	"errors"
	"net/url"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"github.com/levelica/levelica/internal/guide"
	"github.com/levelica/levelica/internal/progress"
)

// What the program reads and did not write in the same moment: the settings, which a person may edit,
// the addresses in guides, the line of a later start, and the answers that the journal kept.

func FuzzAnySettingsFileGivesSettingsThatCanBeUsed(f *testing.F) {
	for _, seed := range []string{
		`{"language":"ko","theme":"dark","textSize":150,"lastPlace":"#/guides/backend-engineering"}`,
		`{"language":"xx","theme":"<script>","textSize":-1,"lastScroll":-9e9,"filters":null,"backupFolder":"\u202E/etc"}`,
		`{"filters":[{"of":"a","value":"b"},{"of":"\u0000","value":"가나다"}]}`, `null`, `[]`, "", "\ufeff{}", "{\"lastPlace\":\"#/\xff\"}",
	} {
		f.Add([]byte(seed))
	}
	dir := f.TempDir()
	name := filepath.Join(dir, settingsName)
	f.Fuzz(func(t *testing.T, data []byte) {
		if err := os.WriteFile(name, data, 0o600); err != nil {
			t.Fatal(err)
		}
		var file settingsFile
		got := file.get(dir)
		if again := got.checked(); !reflect.DeepEqual(got, again) {
			t.Errorf("%+v is not what checking it gives: %+v", got, again)
		}
		kept, aside := name, file.putAside(dir)
		if aside != "" {
			kept = aside
		} else if !json.Valid(data) {
			t.Error("a spoilt file stands where the next settings go")
		}
		if text, err := os.ReadFile(kept); err != nil || string(text) != string(data) {
			t.Errorf("the file is not kept as it was: %v", err)
		}
		if err := os.Remove(kept); err != nil {
			t.Error(err)
		}
	})
}

var writtenOut = regexp.MustCompile(`^(https://|mailto:)[-._~:/?#\[\]@!$&'()*+,;=%A-Za-z0-9]+$`)

func FuzzOnlyAnAddressOfAPageOrOfMailLeaves(f *testing.F) {
	for _, seed := range []string{
		"https://example.org/a b?q=가#x", "mailto:a@example.org?subject=\r\nBcc: b@example.org", "javascript:alert(1)", "JaVaScRiPt:alert(1)",
		"https://u:p@example.org", " https://example.org\x00", "http://example.org", "file:///etc/passwd", "https:example.org", "https:///x",
		"data:text/html,x", "levelica://guide/x", "https://[::1]:9/", "https://example.org/%", "-https://x", "mailto:--attach=/etc/passwd@x",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, address string) {
		safe, ok := safeLink(address)
		if !ok {
			if safe != "" {
				t.Errorf("%q is refused and gives %q", address, safe)
			}
			return
		}
		u, err := url.Parse(safe)
		if err != nil || !writtenOut.MatchString(safe) || u.User != nil || u.Scheme == "https" && u.Host == "" {
			t.Errorf("%q leaves as %q (%v)", address, safe, err)
		}
		if again, ok := safeLink(safe); !ok || again != safe {
			t.Errorf("%q is safe, and then it is %q, %v", safe, again, ok)
		}
	})
}

func FuzzTheLineOfALaterStartIsReadOrIgnored(f *testing.F) {
	for _, to := range []Arrival{{}, {File: "/home/me/나.levelica"}, {Link: "levelica://guide/backend-engineering"}, {Place: "settings"}, {Link: "가\n\x00\u202e\""}} {
		f.Add(wish(to) + "\n")
	}
	f.Fuzz(func(t *testing.T, line string) {
		to, ok := readWish(line)
		if !ok {
			return
		}
		text := to.Link + to.Place + to.File
		if text != to.Link && text != to.Place && text != to.File {
			t.Errorf("%q is read as %+v, %v", line, to, ok)
		}
		if again, ok := readWish(wish(to)); len(text) <= maxWishBytes && (!ok || again != to) {
			t.Errorf("%+v is heard as %+v, %v", to, again, ok)
		}
	})
}

func FuzzKeptAnswersAreASittingOrRefused(f *testing.F) {
	g, err := guide.Shipped().Guide("backend-engineering", "en")
	if err != nil {
		f.Fatal(err)
	}
	for _, seed := range []string{
		`[]`, `null`, `[{"item":"be-001","reply":"yes"},{"item":"be-002","reply":"not-yet"}]`, `[{"item":"be-001","reply":"yes"},{"item":"be-001","reply":"no"}]`,
		`[{"item":"gone","reply":"?"}]`, `[{"item":"be-070","reply":"maybe"}]`, `{"item":1}`, `[{"item":"be-001"}]`, "[" + strings.Repeat(`{"item":"be-001","reply":"s"},`, 20) + "{}]",
	} {
		f.Add(seed)
	}
	const id = "01a20313-1599-780a-8743-34adf24ccd4f"
	f.Fuzz(func(t *testing.T, kept string) {
		answers, err := answersOf(g, progress.Assessment{ID: id, Answers: kept})
		if err != nil {
			return
		}
		s, err := sit(g, id, answers)
		var refused *progress.AnswerError
		switch {
		case errors.As(err, &refused):
			if refused.Number < 1 || refused.Number > len(answers) {
				t.Errorf("answer %d of %d is refused", refused.Number, len(answers))
			}
		case err != nil:
			t.Error(err)
		case s.Lowest < 0 || s.Lowest > s.Level || s.Level > guide.Levels || s.Certainty < 0 || s.Certainty > 1.000001:
			t.Errorf("the sitting is on level %d (at least %d), certainty %v", s.Level, s.Lowest, s.Certainty)
		}
	})
}
