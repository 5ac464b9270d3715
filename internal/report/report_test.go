package report

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"pgregory.net/rapid"

	"github.com/levelica/levelica/internal/guide"
	"github.com/levelica/levelica/internal/progress"
)

func TestAReportStatesLevelGapsAndNextItems(t *testing.T) {
	g := sampleDocument().Guides[0]
	got := []any{g.Level, g.LevelTitle, g.Gaps, g.Target, g.Missing, g.Next, g.Done, g.Rated, g.Items}
	want := []any{2, "Data Builder", []string{"ba-207"}, 3, 2, []string{"ba-308", "ba-302", "ba-309", "ba-310"}, 27, 31, 70}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestWhoHasNoLevelYetIsStartingOut(t *testing.T) {
	d := freshDocument()
	if g := d.Guides[0]; g.Level != 0 || g.LevelTitle != "Starting out" || g.Advice != "" {
		t.Errorf("level %d, %q, advice %q", g.Level, g.LevelTitle, g.Advice)
	}
	if text := string(render(t, d, Markdown)); strings.Contains(text, "Level 0") || strings.Contains(text, "level 0") {
		t.Errorf("the report speaks of a level 0:\n%s", text)
	}
}

func TestTheHighestLevelHasNothingAboveIt(t *testing.T) {
	g := sample("backend-engineering", "Backend Engineering")
	d := New([]Subject{{Guide: g, Marks: rate(g, all(7, "dddddddddd")...)}}, Options{At: sampleTime, Items: true, Open: true, Strands: true}, english)
	if got := d.Guides[0]; got.Level != 7 || got.Target != 0 || len(got.Next) != 0 || got.Advice == "" {
		t.Errorf("level %d, target %d, next %v, advice %q", got.Level, got.Target, got.Next, got.Advice)
	}
	for _, f := range writable(d) {
		render(t, d, f)
	}
}

func TestDaysAreThoseOfThePersonsClock(t *testing.T) {
	g := sample("backend-engineering", "Backend Engineering")
	late := time.Date(2026, time.March, 1, 23, 30, 0, 0, time.UTC) // the next morning in Seoul
	marks := map[string]progress.Mark{"ba-101": {Item: "ba-101", Verdict: progress.OnMyOwn, At: late.UnixMilli()}}
	d := New([]Subject{{Guide: g, Marks: marks}}, Options{At: sampleTime, Strands: true}, english)
	if day := d.Guides[0].Levels[0].Items[0].Date; day != "2026-03-02" {
		t.Errorf("the mark is dated %s, want 2026-03-02", day)
	}
}

func TestAWrongClockLeavesTheDayOutAndTheRestIn(t *testing.T) {
	g := sample("backend-engineering", "Backend Engineering")
	for _, at := range []time.Time{time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC), time.Date(-5, 1, 1, 0, 0, 0, 0, time.UTC)} {
		marks := map[string]progress.Mark{"ba-101": {Item: "ba-101", Verdict: progress.OnMyOwn, At: at.UnixMilli()}}
		d := New([]Subject{{Guide: g, Marks: marks}}, Options{At: at, Items: true, Strands: true}, english)
		item := d.Guides[0].Levels[0].Items[0]
		if item.Verdict != "on-my-own" || item.Date != "" || d.Date != "" {
			t.Errorf("year %d: verdict %q, date %q, report of %q", at.Year(), item.Verdict, item.Date, d.Date)
		}
		for _, f := range writable(d) {
			render(t, d, f)
		}
		validate(t, render(t, d, JSON))
	}
}

func TestAVerdictOfALaterLevelicaIsNoVerdict(t *testing.T) {
	g := sample("backend-engineering", "Backend Engineering")
	marks := map[string]progress.Mark{
		"ba-101": {Item: "ba-101", Verdict: 9}, "ba-102": {Item: "ba-102", Verdict: progress.Cleared},
		"gone-1": {Item: "gone-1", Verdict: progress.CanTeach},
	}
	if got := New([]Subject{{Guide: g, Marks: marks}}, Options{At: sampleTime, Strands: true}, english).Guides[0]; got.Done != 0 || got.Rated != 0 {
		t.Errorf("done %d, rated %d, want none", got.Done, got.Rated)
	}
}

func TestOptionsChooseTheItemsOnPaper(t *testing.T) {
	const (
		done = "from one versioned endpoint of stage 1."
		open = "compares with the running service of stage 4."
	)
	for _, o := range []Options{{}, {Items: true}, {Open: true}, {Items: true, Open: true}} {
		o.At = sampleTime
		text := string(render(t, New([]Subject{backend()}, o, english), Markdown))
		if got := strings.Contains(text, done); got != o.Items {
			t.Errorf("%+v: the done item is shown: %t", o, got)
		}
		if got := strings.Contains(text, open); got != o.Open {
			t.Errorf("%+v: the open item is shown: %t", o, got)
		}
	}
}

func TestJSONAndCSVHoldEveryItemWhateverIsShown(t *testing.T) {
	d := New([]Subject{backend()}, Options{At: sampleTime, Strands: true}, english)
	var got struct {
		Guides []struct {
			Levels []struct {
				Items []struct {
					ID      string
					Verdict *string
				}
			}
		}
	}
	if err := json.Unmarshal(render(t, d, JSON), &got); err != nil {
		t.Fatal(err)
	}
	count, rated := 0, 0
	for _, level := range got.Guides[0].Levels {
		for _, item := range level.Items {
			count++
			if item.Verdict != nil {
				rated++
			}
		}
	}
	if count != 70 || rated != 31 {
		t.Errorf("JSON has %d items, %d of them rated; want 70 and 31", count, rated)
	}
	if rows := readCSV(t, render(t, d, CSV)); len(rows) != 71 {
		t.Errorf("CSV has %d rows, want a header and 70", len(rows))
	}
}

func TestTheNameIsLeftOutEverywhere(t *testing.T) {
	d := New([]Subject{backend()}, Options{At: sampleTime, Items: true, Open: true, Strands: true}, english)
	for _, f := range Formats {
		if bytes.Contains(render(t, d, f), []byte("Mina")) {
			t.Errorf("%s names the person", f.Name())
		}
	}
}

func TestJSONFollowsItsSchema(t *testing.T) {
	empty := New(nil, Options{At: sampleTime, Strands: true}, english)
	for _, d := range []*Document{sampleDocument(), threeGuides(), freshDocument(), keptDocument(), empty, hostileDocument()} {
		validate(t, render(t, d, JSON))
	}
}

func validate(t *testing.T, report []byte) {
	t.Helper()
	validateAs(t, filepath.Join("schema", strconv.Itoa(jsonVersion)+".json"), report)
}

// validateAs holds a JSON text against a schema.
func validateAs(t *testing.T, name string, text []byte) {
	t.Helper()
	follow(t, compile(t, name), name, text)
}

// compile reads a schema.
func compile(t *testing.T, name string) *jsonschema.Schema {
	t.Helper()
	file, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	schema, err := jsonschema.UnmarshalJSON(file)
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat()
	if err := compiler.AddResource("schema.json", schema); err != nil {
		t.Fatal(err)
	}
	compiled, err := compiler.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return compiled
}

// follow fails for a JSON text that breaks a schema.
func follow(t rapid.TB, schema *jsonschema.Schema, name string, text []byte) {
	t.Helper()
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	if err := schema.Validate(value); err != nil {
		t.Errorf("it breaks the schema %s: %v\n%s", name, err, text)
	}
}

func TestAFormatIsReadByItsName(t *testing.T) {
	for _, f := range Formats {
		if got, err := ParseFormat(strings.ToUpper(string(f))); err != nil || got != f {
			t.Errorf("ParseFormat(%q) = %q, %v", f, got, err)
		}
	}
	if _, err := ParseFormat("docx"); err == nil || !strings.Contains(err.Error(), "pdf, html, md, csv, json, resume.json or badge.json") {
		t.Errorf("docx: %v, want an error that lists the formats", err)
	}
}

func all(n int, verdicts string) []string {
	levels := make([]string, min(n, guide.Levels))
	for i := range levels {
		levels[i] = verdicts
	}
	return levels
}

func TestWhatEvidenceSaysIsInNoFormUnlessItIsAskedFor(t *testing.T) {
	s := backend()
	item := s.Guide.Levels[0].Items[0].ID
	s.Evidence = map[string][]progress.Evidence{item: {{
		Kind: progress.EvidenceFile, Text: "SECRET-TEXT", Name: "SECRET-NAME", Path: "/SECRET-PATH", Witness: "SECRET-WITNESS", SHA256: strings.Repeat("ab", 32),
	}}}
	quiet := New([]Subject{s}, Options{At: sampleTime, Items: true, Open: true, Strands: true}, english)
	for _, f := range []Format{HTML, Markdown, CSV, JSON} {
		if out := string(render(t, quiet, f)); strings.Contains(out, "SECRET") || strings.Contains(out, "abab") {
			t.Errorf("%s says what nobody asked for", f.Name())
		}
	}
	if !strings.Contains(string(render(t, quiet, JSON)), `"withEvidence": 1`) {
		t.Error("the evidence is not counted")
	}
	told := New([]Subject{s}, Options{At: sampleTime, Items: true, Evidence: true}, english)
	for _, f := range []Format{HTML, Markdown, JSON} {
		out := string(render(t, told, f))
		for _, want := range []string{"SECRET-TEXT", "SECRET-NAME", "SECRET-WITNESS"} {
			if !strings.Contains(out, want) {
				t.Errorf("%s does not say %s", f.Name(), want)
			}
		}
		if strings.Contains(out, "SECRET-PATH") {
			t.Errorf("%s says where the file lies", f.Name())
		}
	}
}

func TestTheLevelOverTimeBeginsWhereItWas(t *testing.T) {
	g := keptDocument().Guides[0]
	want := []Step{{"2025-11-22", 0}, {"2026-03-22", 1}, {"2026-09-22", 2}}
	if diff := cmp.Diff(want, g.Trend); diff != "" {
		t.Errorf("trend (-want +got):\n%s", diff)
	}
	if quiet := sampleDocument(); len(quiet.Guides[0].Trend) != 0 || quiet.Since != "" {
		t.Errorf("nobody asked for %v since %v", quiet.Guides[0].Trend, quiet.Since)
	}
}

func TestTheJSONResumeFollowsItsPublishedSchemaAndSaysWhoseAssessmentItIs(t *testing.T) {
	empty := New(nil, Options{At: sampleTime}, english)
	for _, d := range []*Document{sampleDocument(), threeGuides(), freshDocument(), keptDocument(), empty, hostileDocument()} {
		validateAs(t, filepath.Join("testdata", "jsonresume", "schema.json"), render(t, d, Resume))
	}
	var got resume
	if err := json.Unmarshal(render(t, keptDocument(), Resume), &got); err != nil {
		t.Fatal(err)
	}
	if version := "/v1.2.1/"; !strings.Contains(got.Schema, version) {
		t.Errorf("it names %s, and is held against %s", got.Schema, version)
	}
	want := []resumeSkill{{
		Name: "Backend Engineering", Level: "Level 2, Data Builder, of 7. My own assessment; items with evidence: 3 of 27.",
		Keywords: []string{"Interfaces", "Data", "Security", "Delivery", "Operations"},
	}}
	if diff := cmp.Diff(want, got.Skills); diff != "" || got.Basics.Name != "Mina Park" {
		t.Errorf("name %q, skills (-want +got):\n%s", got.Basics.Name, diff)
	}
}
