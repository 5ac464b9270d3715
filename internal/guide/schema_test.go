package guide

import (
	"bytes"
	"errors"
	"maps"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v3"
	"pgregory.net/rapid"
)

// judge is a library for the whole of JSON Schema, which our checker is held to.
func judge(t testing.TB, kind string) *jsonschema.Schema {
	t.Helper()
	name := "schema/" + kind + ".schema.json"
	data, err := schemas.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	content, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	if err := compiler.AddResource(name, content); err != nil {
		t.Fatal(err)
	}
	return compiler.MustCompile(name)
}

// places returns where the judge finds a value at fault.
func places(err error) []string {
	var invalid *jsonschema.ValidationError
	if !errors.As(err, &invalid) {
		return nil
	}
	if len(invalid.Causes) == 0 {
		return []string{strings.Join(invalid.InstanceLocation, ".")}
	}
	var all []string
	for _, cause := range invalid.Causes {
		all = append(all, places(cause)...)
	}
	return all
}

// plain returns the tree as the maps, lists and scalars that the judge takes.
// Dates stay text.
func plain(node *yaml.Node) any {
	switch node.Kind {
	case yaml.MappingNode:
		m := make(map[string]any, len(node.Content)/2)
		for i := 0; i+1 < len(node.Content); i += 2 {
			m[node.Content[i].Value] = plain(node.Content[i+1])
		}
		return m
	case yaml.SequenceNode:
		list := make([]any, len(node.Content))
		for i, item := range node.Content {
			list[i] = plain(item)
		}
		return list
	}
	var value any
	if node.Tag == "!!timestamp" || node.Decode(&value) != nil {
		return node.Value
	}
	return value
}

// all returns the node and those below it.
func all(node *yaml.Node) []*yaml.Node {
	nodes := []*yaml.Node{node}
	for _, below := range node.Content {
		nodes = append(nodes, all(below)...)
	}
	return nodes
}

// specimens are a sound file of each kind.
var specimens = map[string]string{
	"guide": path.Join("library", specimen, "guide.yaml"),
	"text":  path.Join("library", specimen, "ko.yaml"),
	"past":  path.Join("testdata", "second-edition", "data-analysis", "past.yaml"),
}

// strange is what somebody might write in the place of any value, or of any key.
var strange = []string{
	"", " ", "x", "X y", "be-001", "be-0001", "2026-11-22", "2026-11-22T10:00:00Z", "https://a.example/ b", "https://a.example", "http://a.example",
	"1", "0", "-1", "7", "8", "1.0", "1.5", "1e3", "0x10", "1899", "2101", "99999999999999999999", "true", "yes", "null", "~", "[]", "{}", "[1, 1]", "[1, 1.0]", "[a, a]", "{a: b}",
	"{en: x}", "{en: ''}", "10.1000/x", "ko", "KO", "가나다", "👩🏽‍🚀👩🏽‍🚀👩🏽‍🚀", "مرحبا بكم", strings.Repeat("가", 25), strings.Repeat("가", 90), strings.Repeat("long ", 900), "<<", "'1'", "\"true\"", "2026-13-45",
}

// TestASchemaIsReadAsTheStandardHasIt spoils sound files in every way that the schemas know of, and
// more. A file is refused where the judge refuses it and nowhere else: our place is the judge's, or
// in it the key that is meant. What a key is called, the judge refuses at the whole file.
func TestASchemaIsReadAsTheStandardHasIt(t *testing.T) {
	for _, kind := range slices.Sorted(maps.Keys(specimens)) {
		t.Run(kind, func(t *testing.T) {
			sound, err := os.ReadFile(specimens[kind])
			if err != nil {
				t.Fatal(err)
			}
			standard, refused := judge(t, kind), 0
			rapid.Check(t, func(t *rapid.T) {
				src, faults := parseSource("a.yaml", sound)
				if len(faults) > 0 {
					t.Fatal(faults)
				}
				for range rapid.IntRange(1, 3).Draw(t, "times") {
					spoilNode(t, src.root)
				}
				text, err := yaml.Marshal(src.root)
				if err != nil {
					t.Fatal(err)
				}
				if src, faults = parseSource("a.yaml", text); len(faults) > 0 {
					return // it does not come to the schema
				}
				theirs := places(standard.Validate(plain(src.root)))
				var ours []string
				for _, fault := range src.check(schema[kind]()) {
					place, _, found := strings.Cut(fault.Message, ": ")
					if !found {
						place = ""
					}
					for _, their := range theirs { // the key that is meant may hold what ends a place
						if len(their) > len(place) && strings.HasPrefix(fault.Message, their+": ") {
							place = their
						}
					}
					ours = append(ours, place)
				}
				for _, place := range theirs {
					if !slices.ContainsFunc(ours, func(our string) bool { return our == place || strings.HasPrefix(our, place+".") || place == "" }) {
						t.Fatalf("not refused: %q; ours %q, theirs %q", place, ours, theirs)
					}
				}
				for _, place := range ours {
					if !slices.ContainsFunc(theirs, func(their string) bool { return their == place || their == "" || strings.HasPrefix(place, their+".") }) {
						t.Fatalf("refused by us alone: %q; ours %q, theirs %q", place, ours, theirs)
					}
				}
				refused += min(1, len(ours))
			})
			if refused == 0 {
				t.Error("nothing was refused: the test shows nothing")
			}
		})
	}
}

// spoilNode changes a value, or a key, somewhere below a node: makes it another, removes it, or has
// it twice.
func spoilNode(t *rapid.T, root *yaml.Node) {
	nodes := all(root)
	node := nodes[rapid.IntRange(0, len(nodes)-1).Draw(t, "node")]
	other := rapid.SampledFrom(strange).Draw(t, "other")
	switch what := rapid.IntRange(0, 3).Draw(t, "what"); {
	case what == 0 && node.Kind == yaml.MappingNode && len(node.Content) > 0:
		i := 2 * rapid.IntRange(0, len(node.Content)/2-1).Draw(t, "key")
		node.Content = slices.Delete(node.Content, i, i+2)
	case what == 0 && node.Kind == yaml.SequenceNode && len(node.Content) > 0:
		i := rapid.IntRange(0, len(node.Content)-1).Draw(t, "entry")
		node.Content = slices.Delete(node.Content, i, i+1)
	case what == 1 && node.Kind == yaml.SequenceNode && len(node.Content) > 0:
		node.Content = append(node.Content, node.Content[rapid.IntRange(0, len(node.Content)-1).Draw(t, "entry")])
	case what == 1 && node.Kind == yaml.MappingNode:
		node.Content = append(node.Content, &yaml.Node{Kind: yaml.ScalarNode, Value: other}, &yaml.Node{Kind: yaml.ScalarNode, Value: other})
	default:
		var document yaml.Node
		if err := yaml.Unmarshal([]byte(other), &document); err != nil || len(document.Content) == 0 {
			document.Content = []*yaml.Node{{Kind: yaml.ScalarNode, Tag: "!!str", Value: other}}
		}
		*node = *document.Content[0]
	}
}

// TestWhatIsRefusedIsSaidInWords holds one message of each keyword, with its line.
func TestWhatIsRefusedIsSaidInWords(t *testing.T) {
	for _, c := range []struct{ kind, text, want string }{
		{"past", "[]", "a.yaml:1: F03: this is a list, where a group of keys belongs"},
		{"past", "slug: [a]\n", "a.yaml:1: F03: slug: this is a list, where a text belongs"},
		{"past", "slug: My Guide\n", `a.yaml:1: F03: slug: "My Guide" does not have the form ^[a-z][a-z0-9]*(-[a-z0-9]+)*$`},
		{"past", "new: {}\n", "a.yaml:1: F03: slug is missing"},
		{"past", "slug: a\n\nnews:\n  a: 1\n", "a.yaml:3: F03: news: there is no such key"},
		{"past", "slug: a\nnew:\n  be-001: 1\n", "a.yaml:3: F03: new.be-001: 1 is less than 2"},
		{"past", "slug: a\nnew:\n  be-001: 2.5\n", "a.yaml:3: F03: new.be-001: this is a number, where a whole number belongs"},
		{"past", "slug: a\nnew:\n  데이터: 2\n", `a.yaml:3: F03: new.데이터: "데이터" does not have the form ^[a-z]{2,4}-\d{3}$`},
	} {
		src, faults := parseSource("a.yaml", []byte(c.text))
		if len(faults) > 0 {
			t.Fatal(faults)
		}
		if got := src.check(schema[c.kind]()).Error(); got != c.want {
			t.Errorf("%q:\n got %s\nwant %s", c.text, got, c.want)
		}
	}
	g := spoiltGuide(t, map[string]string{
		"dreyfus: Proficient": "dreyfus: Master", "emoji: ": "emoji: ''  # ", "category: ": "category: " + strings.Repeat("a", 61) + " # ",
		"year: 1977": "year: 2977", "strands: [": "strands: [a, a, ", "number: 2": "number: two",
	})
	for _, want := range []string{
		"dreyfus: this is none of: Novice, Advanced Beginner", "emoji: the text has 0 characters; it needs 1 or more", "category: the text has 61 characters; it may have 60",
		"2977 is more than 2100", "strands: the list has 7 entries; it may have 5", "strands.1: a stands in the list a second time; the first is in line", "levels.1.number: this is a text, where a whole number belongs",
	} {
		if !strings.Contains(g.Error(), want) {
			t.Errorf("nothing says %q in\n%v", want, g)
		}
	}
}

func spoiltGuide(t *testing.T, spoilt map[string]string) Faults {
	t.Helper()
	files := copyOf(t, specimen)
	for sound, other := range spoilt {
		spoil(t, files, "guide.yaml", sound, other)
	}
	src, faults := parseSource("guide.yaml", files[path.Join(specimen, "guide.yaml")].Data)
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	return src.check(schema["guide"]())
}

// TestAKeywordThatNothingChecksIsRefused keeps a schema from promising what is not checked.
func TestAKeywordThatNothingChecksIsRefused(t *testing.T) {
	for i, text := range []string{`{"multipleOf": 2}`, `{"items": {"const": 1}}`, `{"additionalProperties": {"format": "uri"}}`, `{"anyOf": [{"type": "string"}]}`} {
		t.Run(strconv.Itoa(i), func(t *testing.T) {
			if err := decodeShape([]byte(text), &shape{}); err == nil {
				t.Errorf("%s was taken", text)
			}
		})
	}
}
