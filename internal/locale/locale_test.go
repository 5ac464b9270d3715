package locale

import (
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

var placeholder = regexp.MustCompile(`\{[^{}]*\}`)

// fileKeys returns the messages of each file of a language.
func fileKeys(t *testing.T, language string) map[string]map[string]message {
	t.Helper()
	files := map[string]map[string]message{}
	names, err := filepath.Glob(filepath.Join("messages", language, "*.json"))
	if err != nil || len(names) == 0 {
		t.Fatalf("%s: no messages (%v)", language, err)
	}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		texts := map[string]message{}
		if err := json.Unmarshal(data, &texts); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if filepath.Base(name) == usageRoom+".json" {
			continue // its keys are English; the command line's own test holds them
		}
		files[filepath.Base(name)] = texts
	}
	return files
}

func TestEveryLanguageHasTheSameKeysAndPlaceholders(t *testing.T) {
	english := fileKeys(t, "en")
	for _, language := range Languages() {
		for file, texts := range fileKeys(t, language) {
			for key, m := range texts {
				original, ok := english[file][key]
				if !ok {
					t.Errorf("%s/%s: %s is not in English", language, file, key)
					continue
				}
				if got, want := placeholders(m["other"]), placeholders(original["other"]); !slices.Equal(got, want) {
					t.Errorf("%s/%s: %s has %v, English has %v", language, file, key, got, want)
				}
			}
			for key := range english[file] {
				if _, ok := texts[key]; !ok {
					t.Errorf("%s/%s: %s is missing", language, file, key)
				}
			}
		}
	}
}

func placeholders(text string) []string {
	found := placeholder.FindAllString(text, -1)
	slices.Sort(found)
	return slices.Compact(found)
}

func TestTheWindowGetsTheWordsOfItsRoomsAndNoOthers(t *testing.T) {
	for _, language := range Languages() {
		var sent map[string]message
		if err := json.Unmarshal(For(language).Window(), &sent); err != nil {
			t.Fatal(err)
		}
		for file, texts := range fileKeys(t, language) {
			mine := !slices.Contains(programRooms, strings.TrimSuffix(file, ".json"))
			for key, m := range texts {
				if got, ok := sent[key]; ok != mine || mine && !maps.Equal(got, m) {
					t.Errorf("%s/%s: %s is sent as %v (%v)", language, file, key, got, ok)
				}
			}
		}
	}
}

func TestEveryRoomOfTheWindowIsTyped(t *testing.T) {
	// The names of the messages are types in the window, which names its rooms one by one.
	source, err := os.ReadFile("../../frontend/src/locale/rooms.ts")
	if err != nil {
		t.Fatal(err)
	}
	for file := range fileKeys(t, "en") {
		mine := !slices.Contains(programRooms, strings.TrimSuffix(file, ".json"))
		if named := strings.Contains(string(source), "/en/"+file+"'"); named != mine {
			t.Errorf("%s: named in rooms.ts %v, want %v", file, named, mine)
		}
	}
}

func TestEveryMessageHasItsPluralFormsAndNoOthers(t *testing.T) {
	forms := map[string][]string{"en": {"one", "other"}, "ko": {"other"}}
	english := fileKeys(t, "en")
	for _, language := range Languages() {
		for file, texts := range fileKeys(t, language) {
			for key, m := range texts {
				got := slices.Sorted(maps.Keys(m))
				if len(m) == 1 && m["other"] != "" {
					continue // without plurals
				}
				if len(english[file][key]) == 1 {
					t.Errorf("%s/%s: %s has plurals, and the English one has none", language, file, key)
				}
				if !slices.Equal(got, forms[language]) {
					t.Errorf("%s/%s: %s has the forms %v, want %v", language, file, key, got, forms[language])
				}
			}
		}
	}
}

func TestEveryMessageOfTheProgramIsUsedByIt(t *testing.T) {
	// The window's own messages are held by its own test.
	source := strings.Builder{}
	for _, dir := range []string{"../../app", "../form", "../report"} {
		names, err := filepath.Glob(filepath.Join(dir, "*"))
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			if ext := filepath.Ext(name); (ext != ".go" && ext != ".tmpl") || strings.HasSuffix(name, "_test.go") {
				continue
			}
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			source.Write(data)
		}
	}
	for file, texts := range fileKeys(t, "en") {
		room := strings.TrimSuffix(file, ".json")
		if room != "fault" && !slices.Contains(programRooms, room) {
			continue
		}
		for key := range texts {
			name := key
			if file == "fault.json" {
				name = strings.TrimSuffix(strings.TrimPrefix(key, "fault."), ".hint")
			}
			// A key may also be put together, as in "paper.verdict." + name.
			group := name[:strings.LastIndexByte(name, '.')+1]
			if !strings.Contains(source.String(), `"`+name+`"`) && !strings.Contains(source.String(), `"`+group+`" +`) {
				t.Errorf("%s: %s is not used", file, key)
			}
		}
	}
}

func TestATextIsFilledInOnePass(t *testing.T) {
	c := &Catalogue{Language: "en",
		texts:   map[string]string{"hello": "Hello {name}, {missing} {n}", "items": "{n} items"},
		plurals: map[string]message{"items": {"one": "{n} item", "other": "{n} items"}},
	}
	for _, c2 := range []struct {
		key  string
		args Args
		want string
	}{
		{"hello", Args{"name": "{n} 김민아 🙂", "n": 3}, "Hello {n} 김민아 🙂, {missing} 3"},
		{"items", Args{"n": 1}, "1 item"},
		{"items", Args{"n": 0}, "0 items"},
		{"unknown.key", nil, "unknown.key"},
	} {
		if got := c.Text(c2.key, c2.args); got != c2.want {
			t.Errorf("%s %v: %q, want %q", c2.key, c2.args, got, c2.want)
		}
	}
}

func TestAKeyMayStandInOneFileOnly(t *testing.T) {
	files := fstest.MapFS{
		"messages/en/a.json": {Data: []byte(`{"x": "1"}`)},
		"messages/en/b.json": {Data: []byte(`{"x": "2"}`)},
	}
	if _, err := read(files, "en"); err == nil {
		t.Error("the same key was taken twice")
	}
}

func TestAnUnknownLanguageIsEnglish(t *testing.T) {
	if got := For("tlh").Language; got != "en" {
		t.Errorf("got %s", got)
	}
}

func TestADayIsWrittenAsPeopleOfTheLanguageWriteIt(t *testing.T) {
	day := time.Date(2026, 11, 2, 0, 0, 0, 0, time.UTC)
	for language, want := range map[string]string{"en": "2 November 2026", "ko": "2026년 11월 2일"} {
		if got := (&Catalogue{Language: language}).Date(day); got != want {
			t.Errorf("%s: %q, want %q", language, got, want)
		}
	}
}

func TestALongNumberHasTheMarksOfItsThousands(t *testing.T) {
	for n, want := range map[int]string{0: "0", 999: "999", 1000: "1,000", 7573: "7,573", 1000000: "1,000,000", 1020003: "1,020,003"} {
		for _, language := range []string{"en", "ko"} {
			if got := For(language).Number(n); got != want {
				t.Errorf("%s: %d is written %s", language, n, got)
			}
		}
	}
}
