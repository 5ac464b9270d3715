package report

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/levelica/levelica/internal/locale"
)

func thawed(t testing.TB, d *Document) *Document {
	t.Helper()
	document, options, err := d.Freeze()
	if err != nil {
		t.Fatal(err)
	}
	again, err := Thaw(document, options, nil)
	if err != nil {
		t.Fatal(err)
	}
	return again
}

func TestAReportThatWasFrozenIsMadeAgainInEveryForm(t *testing.T) {
	for name, d := range map[string]*Document{
		"one": sampleDocument(), "three": threeGuides(), "fresh": freshDocument(), "kept": keptDocument(), "hostile": hostileDocument(),
	} {
		again := thawed(t, d)
		for _, f := range []Format{HTML, Markdown, CSV, JSON} {
			if !bytes.Equal(render(t, d, f), render(t, again, f)) {
				t.Errorf("%s as %s is not what it was", name, f.Name())
			}
		}
	}
}

func TestAFrozenReportSpeaksItsOwnLanguage(t *testing.T) {
	korean := New([]Subject{backend()}, Options{At: sampleTime, Items: true, Strands: true}, locale.For("ko"))
	if !bytes.Equal(render(t, korean, HTML), render(t, thawed(t, korean), HTML)) {
		t.Error("a Korean report is another one when it is made again")
	}
}

func TestAFrozenReportWritesItsDaysAsItDidWhereverItIsRead(t *testing.T) {
	for region, want := range map[string]string{"en-US": "November 22, 2026", "en-GB": "22 November 2026", "": "22 November 2026"} {
		var tags []string
		if region != "" {
			tags = []string{region}
		}
		d := New([]Subject{backend()}, Options{At: sampleTime, Items: true, Since: sampleTime.AddDate(-1, 0, 0)}, english.In(tags))
		document, options, err := d.Freeze()
		if err != nil {
			t.Fatal(err)
		}
		for _, elsewhere := range []string{"en-US", "en-GB", "ko-KR"} {
			again, err := Thaw(document, options, []string{elsewhere})
			if err != nil {
				t.Fatal(err)
			}
			page := render(t, again, HTML)
			if !bytes.Equal(render(t, d, HTML), page) || !bytes.Contains(page, []byte(want)) {
				t.Errorf("kept in %q and read in %s, it does not say %q as it did", region, elsewhere, want)
			}
		}
	}
}

func TestAReportThatWasKeptWithoutItsRegionWritesDaysAsThePersonsIs(t *testing.T) {
	document, _, err := sampleDocument().Freeze()
	if err != nil {
		t.Fatal(err)
	}
	for _, options := range []string{"{}", `{"items":true,"tags":null}`} {
		again, err := Thaw(document, options, []string{"en-US"})
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Contains(render(t, again, Markdown), []byte("November 22, 2026")) {
			t.Errorf("%s: the day is not written with its month first", options)
		}
	}
}

func TestWhateverChangesAfterwardsAFrozenReportStaysTheSame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := backend()
		d := New([]Subject{s}, Options{At: sampleTime, Items: true, Open: true, Strands: true}, english)
		document, options, err := d.Freeze()
		if err != nil {
			t.Fatal(err)
		}
		// The guide gets other words and other items, and the person other marks.
		for l := range s.Guide.Levels {
			s.Guide.Levels[l].Title = rapid.String().Draw(t, "title")
			s.Guide.Levels[l].Items = s.Guide.Levels[l].Items[:rapid.IntRange(0, 10).Draw(t, "items")]
		}
		clear(s.Marks)
		again, err := Thaw(document, options, nil)
		if err != nil {
			t.Fatal(err)
		}
		var now bytes.Buffer
		if err := again.Write(&now, JSON); err != nil || now.String() != document {
			t.Fatalf("it became another text, %v", err)
		}
		if again.Guides[0].Level != 2 || again.Guides[0].Levels[1].Title != "Data Builder" {
			t.Fatalf("it says level %d, %q", again.Guides[0].Level, again.Guides[0].Levels[1].Title)
		}
	})
}

// TestAReportOfEveryVersionFollowsItsSchemaAndIsMadeAgain holds for what programs before this one kept:
// testdata/versions has documents of each version as they were written then.
func TestAReportOfEveryVersionFollowsItsSchemaAndIsMadeAgain(t *testing.T) {
	for version := 1; version <= jsonVersion; version++ {
		kept, err := filepath.Glob(filepath.Join("testdata", "versions", strconv.Itoa(version)+"-*.json"))
		if err != nil || len(kept) == 0 {
			t.Fatalf("there is no document of version %d, %v", version, err)
		}
		for _, name := range kept {
			document, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			validateAs(t, filepath.Join("schema", strconv.Itoa(version)+".json"), document)
			d, err := Thaw(string(document), "{}", nil)
			if err != nil {
				t.Errorf("%s: %v", name, err)
				continue
			}
			if !bytes.Equal(render(t, d, JSON), document) {
				t.Errorf("%s: its JSON is another text now", name)
			}
			for _, f := range Formats {
				if out := render(t, d, f); f == Markdown && !strings.Contains(string(out), "Level 2, Data Builder") {
					t.Errorf("%s does not say what it said:\n%s", name, out)
				}
			}
		}
	}
}

func TestWhatIsNoFrozenReportIsRefused(t *testing.T) {
	document, options, err := sampleDocument().Freeze()
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string][2]string{
		"nothing":                       {"", "{}"},
		"another document":              {`{"format":"else"}`, "{}"},
		"a newer version":               {strings.Replace(document, `"version": 2`, `"version": 3`, 1), "{}"},
		"options of no kind":            {document, "[]"},
		"a level too high":              {strings.Replace(document, `"level": 2`, `"level": 9`, 1), options},
		"a negative target":             {strings.Replace(document, `"target": 3`, `"target": -3`, 1), options},
		"an unknown stale item":         {strings.Replace(document, `"stale": []`, `"stale": [{"item": "ba-999", "last": null}]`, 1), options},
		"an unknown verdict of another": {strings.Replace(document, `"raters": []`, `"raters": [{"items": [{"item": "ba-101", "verdict": "8"}]}]`, 1), options},
		"an unknown item":               {strings.Replace(document, `"ba-308"`, `"ba-999"`, 1), options},
		"levels upside down":            {strings.Replace(document, `"number": 1`, `"number": 7`, 1), options},
	} {
		if _, err := Thaw(c[0], c[1], nil); !errors.Is(err, ErrFrozen) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func FuzzAnyTextThawsOrIsRefused(f *testing.F) {
	for _, d := range []*Document{sampleDocument(), keptDocument(), freshDocument()} {
		document, options, err := d.Freeze()
		if err != nil {
			f.Fatal(err)
		}
		f.Add(document, options)
	}
	f.Add(`{"format":"levelica-report","version":1,"guides":[{"slug":"a","level":1}]}`, `{}`)
	f.Add(`[]`, `null`)
	f.Fuzz(func(t *testing.T, document, options string) {
		d, err := Thaw(document, options, nil)
		if err != nil {
			if !errors.Is(err, ErrFrozen) {
				t.Errorf("got %v, want ErrFrozen", err)
			}
			return
		}
		for _, form := range writable(d) {
			if form == PDF {
				continue // it takes too long for a fuzzer
			}
			if err := d.Write(io.Discard, form); err != nil {
				t.Errorf("as %s: %v", form.Name(), err)
			}
		}
	})
}
