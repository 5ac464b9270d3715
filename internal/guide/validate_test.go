package guide

import (
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

const specimen = "backend-engineering"

// copyOf returns the files of a shipped guide, free to be spoilt.
func copyOf(t testing.TB, slug string) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	entries, err := os.ReadDir(path.Join("library", slug))
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		if entry.IsDir() {
			continue
		}
		data, err := os.ReadFile(path.Join("library", slug, entry.Name()))
		if err != nil {
			t.Fatal(err)
		}
		files[path.Join(slug, entry.Name())] = &fstest.MapFile{Data: data}
	}
	return files
}

// spoil replaces the first occurrence of a text in a file, and returns the line it stands in.
func spoil(t testing.TB, files fstest.MapFS, name, sound, spoilt string) int {
	t.Helper()
	file := files[path.Join(specimen, name)]
	before, after, found := strings.Cut(string(file.Data), sound)
	if !found {
		t.Fatalf("%s does not hold %q", name, sound)
	}
	file.Data = []byte(before + spoilt + after)
	return 1 + strings.Count(before, "\n")
}

// TestEveryRuleCanFail spoils a sound guide in one place for each rule, and asks for a fault of
// that rule in that file.
func TestEveryRuleCanFail(t *testing.T) {
	type sabotage struct{ rule, file, old, new string }
	item := func(rule, text string) sabotage {
		return sabotage{rule, "en.yaml", "Reduce the measured time of a slow query by a change that its execution plan pointed to.", text}
	}
	cases := []sabotage{
		{"F01", "en.yaml", "title: Backend", "title: \xff Backend"},
		{"F02", "en.yaml", "tagline: Build", "tagline: [Build"},
		{"F03", "guide.yaml", "category: technology-digital", "category: Technology"},
		{"F04", "guide.yaml", "slug: backend-engineering", "slug: another-guide"},
		{"F04", "en.yaml", "language: en", "language: fr"},
		{"L01", "guide.yaml", "number: 2", "number: 3"},
		{"L02", "en.yaml", "title: Data Builder", "title: Builder"},
		{"L02", "en.yaml", "title: Data Builder", "title: Senior Builder"},
		{"L02", "en.yaml", "title: Data Builder", "title: Endpoint Explorer"},
		{"L03", "en.yaml", "You take your first steps", "One takes first steps"},
		{"L03", "en.yaml", "You take your first steps behind the screen.", "You go." + strings.Repeat(" Very far.", 60)},
		{"L03", "en.yaml", "Backend engineering is the craft", strings.Repeat("Very far. ", 60) + "It is the craft"},
		{"L04", "en.yaml", "Dreyfus Proficient stage", "Dreyfus Master stage"},
		{"L04", "guide.yaml", "dreyfus: Proficient", "dreyfus: Expert"},
		{"L05", "guide.yaml", "sfia: Assist", "sfia: Help"},
		{"L06", "guide.yaml", "strand: data", "strand: security"},
		item("L07", "Understand the time of a slow query after reading its execution plan."),
		item("L08", "Halve the time of a complex query after reading its execution plan."),
		item("L09", "Halve a slow query."),
		item("L09", "Halve the time of a slow query after reading its execution plan. Show the result."),
		item("L09", "Halve the time of a slow query, document the execution plan for all your readers."),
		item("L09", "Halve the time of a slow query after reading its execution plan and "+strings.Repeat("its other plan and ", 5)+"this."),
		item("L10", "Halve the time of a slow query that was not read by its execution plan."),
		item("L11", "Halve the time of a slow PostgreSQL query after reading its execution plan."),
		{"L12", "en.yaml", "evidence: Show the plan and the measured time", "evidence: Think of the plan and the measured time"},
		{"L12", "en.yaml", "evidence: Show the plan and the measured time", "evidence: Show" + strings.Repeat(" the plan", 16)},
		{"L13", "guide.yaml", "id: be-002", "id: be-001"},
		{"L14", "en.yaml", "the [Data Builder](#level-2) stage", "the next stage"},
		{"L14", "en.yaml", "[Bandura (1977)](#ref-bandura-1977)", "somebody"},
		{"L14", "en.yaml", "[Bandura (1977)](#ref-bandura-1977)", "Kolb (1984) and [Bandura (1977)](#ref-bandura-1977)"},
		{"L16", "guide.yaml", "references: [rfc-9110]", "references: [no-such-thing]"},
		{"L16", "guide.yaml", "references: [rfc-9110]", "references: [bandura-1977]"},
		{"L16", "guide.yaml", "references: [rfc-9110]", "references: []"},
		{"L17", "en.yaml", "(#term-service)", "(#term-nonesuch)"},
		{"L18", "guide.yaml", "https://developer.mozilla.org/en-US/docs/Web/HTTP/Guides/Messages", "https://developer.mozilla.org/?utm_source=us"},
		{"F03", "guide.yaml", "https://developer.mozilla.org/en-US/docs/Web/HTTP/Guides/Messages", "http://developer.mozilla.org/"},
		{"L18", "guide.yaml", "https://developer.mozilla.org/en-US/docs/Web/HTTP/Guides/Messages", "https:///no-host"},
		{"L18", "guide.yaml", "https://developer.mozilla.org/en-US/docs/Web/HTTP/Guides/Messages", "https://me:secret@developer.mozilla.org/"},
		{"L18", "guide.yaml", "https://developer.mozilla.org/en-US/docs/Web/HTTP/Guides/Messages", "https://developer.mozilla.org/%zz"},
		{"L19", "guide.yaml", "        resources:\n          - title: \"MDN Web Docs: HTTP messages\"\n            url: https://developer.mozilla.org/en-US/docs/Web/HTTP/Guides/Messages\n            free: true\n            licence: CC BY-SA 2.5\n", "        resources: []\n"},
		{"L20", "en.yaml", "Safe to repeat: doing it twice leaves the same result as doing it once.", "Safe to repeat."},
		item("L21", "Migrate the schema of a live database in a step that can be undone."),
		{"L22", "guide.yaml", `updated: "2026-11-26"`, `updated: "2026-11-21"`},
		{"L22", "guide.yaml", `published: "2026-11-22"`, `published: "2026-22-11"`},
		{"L23", "en.yaml", "  be-001:\n", "  be-099:\n"},
	}
	covered := map[string]bool{}
	for i, c := range cases {
		covered[c.rule] = true
		t.Run(fmt.Sprintf("%02d %s", i, c.rule), func(t *testing.T) {
			files := copyOf(t, specimen)
			spoil(t, files, c.file, c.old, c.new)
			found := Validate(files, specimen)
			if !slices.ContainsFunc(found, func(f Fault) bool {
				return f.Rule == c.rule && path.Base(f.File) == c.file && f.Line >= 1
			}) {
				t.Errorf("no fault of %s in %s; found:\n%v", c.rule, c.file, found)
			}
		})
	}
	covered["L15"] = true                       // see TestAGuideCitesFiveSourcesOfLearningScience
	covered["L24"], covered["L25"] = true, true // see TestKoreanHasItsOwnRules
	covered["L26"] = true                       // see TestWhatIsToldOfEarlierEditionsIsChecked
	for _, rule := range slices.Sorted(maps.Keys(Rules)) {
		if !covered[rule] {
			t.Errorf("nothing shows that %s can fail", rule)
		}
	}
}

func TestAGuideCitesFiveSourcesOfLearningScience(t *testing.T) {
	files := copyOf(t, specimen)
	file := files[path.Join(specimen, "en.yaml")]
	text := string(file.Data)
	for _, source := range []string{"roediger-karpicke-2006", "zimmerman-2002", "locke-latham-2002"} {
		text = strings.ReplaceAll(text, "(#ref-"+source+")", "(#ref-bandura-1977)")
	}
	file.Data = []byte(text)
	if !hasRule(Validate(files, specimen), "L15") {
		t.Error("four sources are enough")
	}
}

func TestAnItemHasEightToTwentyFourWords(t *testing.T) {
	const sound = "Reduce the measured time of a slow query by a change that its execution plan pointed to."
	for words, kept := range map[int]bool{7: false, 8: true, 24: true, 25: false} {
		files := copyOf(t, specimen)
		spoil(t, files, "en.yaml", sound, "Reduce the measured time of queries"+strings.Repeat(" very", words-7)+" visibly.")
		if found := Validate(files, specimen); hasRule(found, "L09") == kept {
			t.Errorf("%d words: %v", words, found)
		}
	}
}

func hasRule(faults Faults, rule string) bool {
	return slices.ContainsFunc(faults, func(f Fault) bool { return f.Rule == rule })
}

func TestAFaultNamesTheLineItStandsIn(t *testing.T) {
	files := copyOf(t, specimen)
	line := spoil(t, files, "guide.yaml", "sfia: Enable", "sfia: Help")
	found := Validate(files, specimen)
	if len(found) != 1 || found[0].Line != line {
		t.Errorf("want one fault in line %d, got:\n%v", line, found)
	}
}

func TestAllFaultsAreFoundAtOnce(t *testing.T) {
	files := copyOf(t, specimen)
	spoil(t, files, "guide.yaml", "sfia: Follow", "sfia: Lead")
	spoil(t, files, "guide.yaml", "sfia: Enable", "sfia: Help")
	spoil(t, files, "en.yaml", "title: Data Builder", "title: Builder")
	spoil(t, files, "en.yaml", "Safe to repeat: doing it twice leaves the same result as doing it once.", "Safe.")
	found := Validate(files, specimen)
	for _, rule := range []string{"L02", "L05", "L20"} {
		if !hasRule(found, rule) {
			t.Errorf("%s was not found among:\n%v", rule, found)
		}
	}
}

func TestATermMayNotBeDefinedByWayOfItself(t *testing.T) {
	files := copyOf(t, specimen)
	spoil(t, files, "en.yaml", "Safe to repeat: doing it twice", "Safe in a [race](#term-race): doing it twice")
	spoil(t, files, "en.yaml", "A nearby copy of data", "A copy of [idempotent](#term-idempotent) data")
	file := files[path.Join(specimen, "en.yaml")]
	at := strings.Index(string(file.Data), "  race:\n")
	file.Data = []byte(string(file.Data)[:at] + "  race:\n    term: race\n    definition: >-\n      What a [cache](#term-cache) may lose when two callers change the same copy at once.\n  old-race:\n" + string(file.Data)[at+len("  race:\n"):])
	if !hasRule(Validate(files, specimen), "L17") {
		t.Error("a circle of definitions was not found")
	}
}

// hostile are files that somebody may hand us to do harm, or by mistake.
func hostile() map[string][]byte {
	bomb := "a: &a [x,x,x,x,x,x,x,x,x]\n"
	for c := 'b'; c <= 'i'; c++ {
		bomb += fmt.Sprintf("%c: &%c [*%c,*%c,*%c,*%c,*%c,*%c,*%c,*%c,*%c]\n", c, c, c-1, c-1, c-1, c-1, c-1, c-1, c-1, c-1, c-1)
	}
	return map[string][]byte{
		"alias bomb":         []byte(bomb),
		"cycle":              []byte("a: &a\n  b: *a\n"),
		"200,000 brackets":   []byte(strings.Repeat("[", 200_000)),
		"200,000 levels":     []byte(strings.Repeat("[", 200_000) + strings.Repeat("]", 200_000)),
		"deep but short":     []byte("a: " + strings.Repeat("{a: ", 40) + "1" + strings.Repeat("}", 40)),
		"invalid UTF-8":      []byte("slug: a\ntitle: \xc3\x28\n"),
		"NUL":                []byte("slug: a\ntitle: a\x00b\n"),
		"byte order mark":    []byte("\xef\xbb\xbfslug: a\n"),
		"CR LF":              []byte("slug: a\r\ntitle: b\r\n"),
		"UTF-16":             []byte("\xff\xfes\x00l\x00u\x00g\x00"),
		"ten million bytes":  []byte("slug: " + strings.Repeat("a", 10_000_000)),
		"a long text":        []byte("slug: " + strings.Repeat("가", 30_000)),
		"two documents":      []byte("slug: a\n---\nslug: b\n"),
		"a key twice":        []byte("slug: a\nslug: b\n"),
		"one key, two forms": []byte("caf\u00e9: a\ncafe\u0301: b\n"),
		"empty":              {},
		"only a comment":     []byte("# nothing\n"),
		"a scalar":           []byte("hello\n"),
		"a tag":              []byte("slug: !!python/object/apply:os.system [id]\n"),
		"wrong types":        []byte("slug: [1]\nlevels: 7\n"),
	}
}

func TestHostileFilesAreRefusedWithTheirPlace(t *testing.T) {
	for name, data := range hostile() {
		for _, file := range []string{"guide.yaml", "en.yaml"} {
			t.Run(name+" as "+file, func(t *testing.T) {
				files := copyOf(t, specimen)
				files[path.Join(specimen, file)].Data = data
				done := make(chan Faults, 1)
				go func() { done <- Validate(files, specimen) }()
				select {
				case found := <-done:
					if !slices.ContainsFunc(found, func(f Fault) bool { return path.Base(f.File) == file && f.Line >= 1 && f.Message != "" }) {
						t.Errorf("taken, or refused without a place: %v", found)
					}
				case <-time.After(2 * time.Minute): // a hang, not a matter of speed
					t.Fatal("the file was still being read after two minutes")
				}
				if _, err := NewLibrary(files).Guide(specimen, DefaultLanguage); err == nil {
					t.Error("the guide could be loaded")
				}
			})
		}
	}
}

func TestAFaultNamesTheLineOfABadByte(t *testing.T) {
	_, faults := parseSource("x.yaml", []byte("a: 1\nb: 2\nc: \xff\n"))
	if len(faults) != 1 || faults[0].Line != 3 || faults[0].Rule != ruleEncoding {
		t.Errorf("got %v", faults)
	}
}

func TestAFileOnItsOwnIsChecked(t *testing.T) {
	files := fstest.MapFS{"mine.yaml": {Data: []byte("slug: My Guide\n")}}
	if found := ValidateFile(files, "mine.yaml"); !hasRule(found, ruleSchema) {
		t.Errorf("got %v", found)
	}
	if found := ValidateFile(files, "none.yaml"); !hasRule(found, ruleFile) {
		t.Errorf("got %v", found)
	}
}

func TestAFolderWithoutAGuideIsSaid(t *testing.T) {
	if found := ValidateLibrary(fstest.MapFS{"a.txt": {}}); !hasRule(found, ruleFile) {
		t.Errorf("got %v", found)
	}
}

func FuzzValidate(f *testing.F) {
	for _, data := range hostile() {
		if len(data) < 100_000 {
			f.Add(data)
		}
	}
	for _, name := range []string{"guide.yaml", "en.yaml"} {
		data, err := os.ReadFile(path.Join("library", specimen, name))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		files := fstest.MapFS{
			"fuzzed/guide.yaml": {Data: data, Mode: fs.ModePerm},
			"fuzzed/en.yaml":    {Data: data},
		}
		for _, fault := range Validate(files, "fuzzed") {
			if fault.Line < 1 || fault.File == "" || Rules[fault.Rule] == "" {
				t.Errorf("a fault without its place or rule: %+v", fault)
			}
		}
		if g, err := NewLibrary(files).Guide("fuzzed", "ko"); err == nil {
			for _, level := range g.Levels {
				HTML(level.Description)
			}
		}
	})
}
