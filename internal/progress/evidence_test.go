package progress

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func note(id, item, text string, clock Clock) Evidence {
	return Evidence{ID: id, Guide: "sample", Item: item, Kind: EvidenceNote, Text: text, Clock: clock}
}

func TestEvidenceIsKeptOrItsUnusableFieldIsNamed(t *testing.T) {
	digest := strings.Repeat("0f", 32)
	file := Evidence{Kind: EvidenceFile, Path: "/home/미나/증거.pdf", Name: "증거.pdf", SHA256: digest, Size: 12}
	with := func(e Evidence, change func(*Evidence)) Evidence { change(&e); return e }
	for name, c := range map[string]struct {
		evidence Evidence
		field    string
	}{
		"a note":                    {note("", "x", "Restored the 장애 copy 🙂 عربي", 1), ""},
		"a note without words":      {note("", "x", " \n ", 1), "text"},
		"a note of 4001 characters": {note("", "x", strings.Repeat("길", 4001), 1), "text"},
		"a note of 4000 characters": {note("", "x", strings.Repeat("길", 4000), 1), ""},
		"a note that is no text":    {note("", "x", "\xff", 1), "text"},
		"a note with a NUL":         {note("", "x", "a\x00b", 1), "text"},
		"a link":                    {Evidence{Kind: EvidenceLink, URL: "https://example.org/pull/7?q=한글#x"}, ""},
		"a mail address":            {Evidence{Kind: EvidenceLink, URL: "mailto:mina@example.org"}, ""},
		"a link to a script":        {Evidence{Kind: EvidenceLink, URL: "javascript:alert(1)"}, "url"},
		"a link to a local file":    {Evidence{Kind: EvidenceLink, URL: "file:///etc/passwd"}, "url"},
		"a link without TLS":        {Evidence{Kind: EvidenceLink, URL: "http://example.org"}, "url"},
		"a link with a password":    {Evidence{Kind: EvidenceLink, URL: "https://me:secret@example.org"}, "url"},
		"a link without a host":     {Evidence{Kind: EvidenceLink, URL: "https:///x"}, "url"},
		"a link of 2000 bytes":      {Evidence{Kind: EvidenceLink, URL: "https://example.org/" + strings.Repeat("x", 1980)}, ""},
		"a link of 2001 bytes":      {Evidence{Kind: EvidenceLink, URL: "https://example.org/" + strings.Repeat("x", 1981)}, "url"},
		"a link with a blank":       {Evidence{Kind: EvidenceLink, URL: "https://example.org/a b"}, "url"},
		"a link in two lines":       {Evidence{Kind: EvidenceLink, URL: "https://example.org/\nx"}, "url"},
		"mail to nobody":            {Evidence{Kind: EvidenceLink, URL: "mailto:"}, "url"},
		"a file":                    {file, ""},
		"a file without a name":     {with(file, func(e *Evidence) { e.Name = "" }), "file"},
		"a file of negative size":   {with(file, func(e *Evidence) { e.Size = -1 }), "file"},
		"a file with half a digest": {with(file, func(e *Evidence) { e.SHA256 = digest[:32] }), "file"},
		"another kind":              {Evidence{Kind: "video", Text: "x"}, "kind"},
		"a day":                     {with(file, func(e *Evidence) { e.On = "2026-11-22" }), ""},
		"a day that never was":      {with(file, func(e *Evidence) { e.On = "2026-02-30" }), "on"},
		"a day in the year 0":       {with(file, func(e *Evidence) { e.On = "0000-01-01" }), "on"},
		"a day in the year 10000":   {with(file, func(e *Evidence) { e.On = "10000-01-01" }), "on"},
		"a witness without end":     {with(file, func(e *Evidence) { e.Witness = strings.Repeat("긴", 1001) }), "witness"},
		"a removal":                 {Evidence{Removes: "x"}, ""},
	} {
		err := c.evidence.Check()
		var field *EvidenceError
		switch {
		case c.field == "" && err != nil:
			t.Errorf("%s: %v", name, err)
		case c.field != "" && (!errors.As(err, &field) || field.Field != c.field || !errors.Is(err, ErrEvidence)):
			t.Errorf("%s: %v, want the field %s", name, err, c.field)
		}
	}
}

func TestEvidenceThatWasTakenAwayIsGone(t *testing.T) {
	rows := []Evidence{
		note("c", "1", "third", 3), note("a", "1", "first", 1), note("b", "1", "second", 2), note("d", "2", "other", 1),
		{ID: "e", Guide: "sample", Removes: "b", Clock: 4},
		{ID: "f", Guide: "elsewhere", Item: "1", Kind: EvidenceNote, Text: "x"},
	}
	want := map[string][]Evidence{"1": {rows[1], rows[0]}, "2": {rows[3]}}
	if diff := cmp.Diff(want, Pieces("sample", rows)); diff != "" {
		t.Errorf("pieces (-want +got):\n%s", diff)
	}
}

func TestAnyOrderOfEvidenceGivesTheSamePieces(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var rows []Evidence
		for i := range rapid.IntRange(0, 12).Draw(t, "rows") {
			e := note(string(rune('a'+i)), rapid.SampledFrom([]string{"1", "2"}).Draw(t, "item"), "x", Clock(rapid.IntRange(1, 4).Draw(t, "clock")))
			if i > 0 && rapid.IntRange(0, 3).Draw(t, "removes") == 0 {
				e = Evidence{ID: e.ID, Guide: "sample", Removes: rows[rapid.IntRange(0, i-1).Draw(t, "which")].ID, Clock: e.Clock}
			}
			rows = append(rows, e)
		}
		if diff := cmp.Diff(Pieces("sample", rows), Pieces("sample", rapid.Permutation(rows).Draw(t, "shuffled"))); diff != "" {
			t.Fatal(diff)
		}
	})
}

func TestEvidenceOnWhatDoesNotCountEvidencesNothing(t *testing.T) {
	present := map[string]Mark{id(1, 0): {Verdict: WithHelp}, id(1, 1): {Verdict: NotYet}, id(1, 2): {Verdict: OnMyOwn}, id(1, 3): {Verdict: CanTeach}}
	pieces := map[string][]Evidence{}
	for i := range 3 {
		pieces[id(1, i)] = []Evidence{note("z", id(1, i), "x", 1)}
	}
	want := map[string]Mark{id(1, 2): present[id(1, 2)]}
	if diff := cmp.Diff(want, Evidenced(present, pieces)); diff != "" {
		t.Errorf("evidenced (-want +got):\n%s", diff)
	}
}

func TestTheEvidencedLevelIsNeverAboveTheClaimedOne(t *testing.T) {
	g := sample()
	rapid.Check(t, func(t *rapid.T) {
		present := drawMarks(t, g)
		pieces := map[string][]Evidence{"gone-001": {note("z", "gone-001", "x", 1)}}
		for _, level := range g.Levels {
			for _, item := range level.Items {
				if rapid.Bool().Draw(t, "evidence") {
					pieces[item.ID] = []Evidence{note("z", item.ID, "x", 1)}
				}
			}
		}
		claimed, evidenced := Stand(g, present), Stand(g, Evidenced(present, pieces))
		if evidenced.Level > claimed.Level || evidenced.Done > claimed.Done {
			t.Fatalf("claimed level %d with %d done, evidenced level %d with %d", claimed.Level, claimed.Done, evidenced.Level, evidenced.Done)
		}
	})
}
