package guide

import (
	"os"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

// testdata/second-edition is a second edition of a guide of the library, as carefully made as the
// first: three items reworded, one put right, one moved, one retired, one that gave way to another,
// and two new ones. The guides of the library stay drafts of their first edition until a release.
const (
	secondEdition = "testdata/second-edition"
	revised       = "data-analysis"
)

// pair returns both editions of the revised guide.
func pair(t testing.TB, language string) (first, second *Guide) {
	t.Helper()
	first, err := NewLibrary(os.DirFS("library")).Guide(revised, language)
	if err != nil {
		t.Fatal(err)
	}
	second, err = NewLibrary(os.DirFS(secondEdition)).Guide(revised, language)
	if err != nil {
		t.Fatal(err)
	}
	return first, second
}

func TestTheSecondEditionKeepsTheRulesAndTheLedger(t *testing.T) {
	files := os.DirFS(secondEdition)
	for _, fault := range Validate(files, revised) {
		t.Error(fault)
	}
	_, second := pair(t, DefaultLanguage)
	ledger, err := ReadLedger(files, revised)
	if err != nil {
		t.Fatal(err)
	}
	for _, complaint := range ledger.Check(second) {
		t.Error(complaint)
	}
}

// TestAnEarlierEditionIsToldAsItWas compares what the second edition says of the first with the first.
func TestAnEarlierEditionIsToldAsItWas(t *testing.T) {
	type place struct {
		level  int
		strand string
		digest string
		drill  bool
	}
	outline := func(g *Guide) map[string]place {
		items := map[string]place{}
		for _, l := range g.Levels {
			for _, it := range l.Items {
				items[it.ID] = place{l.Number, it.Strand, it.Digest, it.Drill}
			}
		}
		return items
	}
	first, second := pair(t, DefaultLanguage)
	if diff := cmp.Diff(outline(first), outline(second.AsOf(1)), cmp.AllowUnexported(place{})); diff != "" {
		t.Errorf("the first edition (-was +told):\n%s", diff)
	}
	if diff := cmp.Diff(outline(second), outline(second.AsOf(2)), cmp.AllowUnexported(place{})); diff != "" {
		t.Errorf("the second edition (-is +told):\n%s", diff)
	}
	for _, language := range []string{"en", "ko"} {
		first, second := pair(t, language)
		for _, p := range second.Past {
			item, ok := first.Item(p.ID)
			if !ok || p.Texts[language] != item.Text {
				t.Errorf("%s said %q in %s, and %q is told", p.ID, item.Text, language, p.Texts[language])
			}
		}
	}
}

func TestASuccessorIsFoundByWayOfOthers(t *testing.T) {
	g := &Guide{
		Levels: []Level{{Number: 1, Items: []Item{{ID: "sm-004", Level: 1}}}},
		Past: []Past{
			{ID: "sm-001", Until: 1, ReplacedBy: "sm-002"}, {ID: "sm-002", Until: 2, ReplacedBy: "sm-004"},
			{ID: "sm-003", Until: 1}, {ID: "sm-005", Until: 1, ReplacedBy: "sm-006"}, {ID: "sm-006", Until: 1, ReplacedBy: "sm-005"},
		},
	}
	for id, want := range map[string]string{"sm-001": "sm-004", "sm-002": "sm-004", "sm-003": "", "sm-005": "", "sm-009": ""} {
		if got, found := g.Successor(id); got.ID != want || found != (want != "") {
			t.Errorf("%s gave way to %q, not to %q", id, want, got.ID)
		}
	}
}

func TestWhatIsToldOfEarlierEditionsIsChecked(t *testing.T) {
	sound := fstest.MapFS{}
	entries, err := os.ReadDir(path.Join(secondEdition, revised))
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		data, err := os.ReadFile(path.Join(secondEdition, revised, entry.Name()))
		if err != nil {
			t.Fatal(err)
		}
		sound[path.Join(revised, entry.Name())] = &fstest.MapFile{Data: data}
	}
	name := path.Join(revised, pastName)
	for _, c := range []struct{ rule, old, new string }{
		{"F01", "slug:", "\xff slug:"},
		{"F02", "slug:", "slug: ["},
		{"F03", "until: 1", "until: 0"},
		{"F03", "da-007", "DA-7"},
		{"F04", "slug: data-analysis", "slug: another-guide"},
		{"L26", "until: 1", "until: 2"},
		{"L26", "id: da-008", "id: da-007"},
		{"L26", "strand: message", "strand: charm"},
		{"L26", "      ko: ", "      fr: "},
		{"L26", "replaced_by: da-072", "replaced_by: da-099"},
		{"L26", "replaced_by: da-072", "replaced_by: da-007"},
		{"L26", "editorial: true", "replaced_by: da-072"},
		{"L26", "da-071: 2", "da-071: 3"},
		{"L26", "da-071: 2", "da-099: 2"},
	} {
		files := fstest.MapFS{}
		for n, f := range sound {
			files[n] = f
		}
		text := string(sound[name].Data)
		if !strings.Contains(text, c.old) {
			t.Fatalf("the file does not hold %q", c.old)
		}
		files[name] = &fstest.MapFile{Data: []byte(strings.Replace(text, c.old, c.new, 1))}
		for check, found := range map[string]Faults{"guide": Validate(files, revised), "file": ValidateFile(files, name)} {
			if !slices.ContainsFunc(found, func(f Fault) bool { return f.Rule == c.rule && f.File == name && f.Line >= 1 }) {
				t.Errorf("%s instead of %s: no fault of %s by the check of the %s; found:\n%v", c.new, c.old, c.rule, check, found)
			}
		}
	}
}
