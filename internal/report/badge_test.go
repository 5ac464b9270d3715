package report

import (
	"bytes"
	"encoding/json"
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/levelica/levelica/internal/guide"
	"github.com/levelica/levelica/internal/locale"
	"github.com/levelica/levelica/internal/progress"
)

// writable returns the formats that a document can be written as.
func writable(d *Document) []Format {
	return slices.DeleteFunc(slices.Clone(Formats), func(f Format) bool { return d.Check(f) != nil })
}

func badgeOf(t testing.TB, d *Document) badge {
	t.Helper()
	var b badge
	if err := json.Unmarshal(render(t, d, Badge), &b); err != nil {
		t.Fatal(err)
	}
	return b
}

func TestABadgeSaysThatItIsASelfAssessmentAndNoCertificate(t *testing.T) {
	b := badgeOf(t, sampleDocument())
	for place, text := range map[string]string{
		"name": b.Name, "achievement": b.Subject.Achievement.Name, "criteria": b.Subject.Achievement.Criteria.Narrative,
	} {
		if !strings.Contains(text, "self-assess") {
			t.Errorf("the %s does not say that it is a self-assessment: %s", place, text)
		}
	}
	for place, text := range map[string]string{"description": b.Description, "criteria": b.Subject.Achievement.Criteria.Narrative} {
		if !strings.Contains(text, "not a certificate") {
			t.Errorf("the %s does not say that it is no certificate: %s", place, text)
		}
	}
	if !strings.Contains(b.Description, "not signed") {
		t.Errorf("it does not say that nobody signed it: %s", b.Description)
	}
}

func TestWhoTakesABadgeIssuesIt(t *testing.T) {
	b := badgeOf(t, sampleDocument())
	if b.Issuer.ID != b.Subject.ID || b.Issuer.Name != "Mina Park" || b.Subject.Identifier[0].Hash != "Mina Park" {
		t.Errorf("issued by %+v to %s, %+v", b.Issuer, b.Subject.ID, b.Subject.Identifier)
	}
	if text := string(render(t, sampleDocument(), Badge)); strings.Contains(text, `"proof"`) || strings.Contains(text, "mailto:") {
		t.Errorf("it has a proof, or an address:\n%s", text)
	}
}

func TestABadgeStandsForTheLevelReachedAndTellsItsItems(t *testing.T) {
	b := badgeOf(t, sampleDocument())
	a := b.Subject.Achievement
	want := badgeAchievement{
		ID: a.ID, Type: []string{"Achievement"}, Kind: "Competency", Name: "Backend Engineering: Level 2, Data Builder (self-assessed)",
		Description: "Level 2 of 7 in the guide Backend Engineering, edition 1: Data Builder.", Criteria: a.Criteria,
		Code: "backend-engineering-2", Language: "en", Version: "1",
	}
	if diff := cmp.Diff(want, a); diff != "" {
		t.Errorf("achievement (-want +got):\n%s", diff)
	}
	if got := strings.Count(a.Criteria.Narrative, "\n- "); got != guide.ItemsPerLevel || !strings.Contains(a.Criteria.Narrative, "of stage 2") {
		t.Errorf("the criteria list %d items:\n%s", got, a.Criteria.Narrative)
	}
	if !strings.Contains(b.Subject.Narrative, "27 of 70 items") || !strings.Contains(b.Subject.Narrative, "of stage 2 to an empty machine") {
		t.Errorf("the narrative does not say how much is done, or what is open:\n%s", b.Subject.Narrative)
	}
}

func TestABadgeHoldsFromTheMomentTheReportWasMade(t *testing.T) {
	if b := badgeOf(t, sampleDocument()); b.ValidFrom != "2026-11-22T09:30:00+09:00" {
		t.Errorf("it holds from %s", b.ValidFrom)
	}
}

func TestABadgeOfAComputerWithoutAUsableClockHoldsFromTheNewestRating(t *testing.T) {
	g := sample("backend-engineering", "Backend Engineering")
	s := Subject{Guide: g, Marks: rate(g, "dddddddddd")}
	beyond := Options{At: time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC)}
	if b := badgeOf(t, New([]Subject{s}, beyond, english)); b.ValidFrom != "2026-11-22T00:00:00Z" {
		t.Errorf("it holds from %s", b.ValidFrom)
	}
	for id, m := range s.Marks {
		m.At = beyond.At.UnixMilli()
		s.Marks[id] = m
	}
	if err := New([]Subject{s}, beyond, english).Check(Badge); !errors.Is(err, ErrBadgeDay) {
		t.Errorf("without any day: %v", err)
	}
}

func TestAReportThatIsNoBadgeSaysWhyAndWritesNothing(t *testing.T) {
	none := New(nil, Options{At: sampleTime}, english)
	for name, c := range map[string]struct {
		d    *Document
		want error
	}{
		"no level": {freshDocument(), ErrBadgeLevel}, "three guides": {threeGuides(), ErrBadgeGuides}, "no guide": {none, ErrBadgeGuides},
	} {
		var out bytes.Buffer
		if err := c.d.Write(&out, Badge); !errors.Is(err, c.want) || !errors.Is(c.d.Check(Badge), c.want) || out.Len() > 0 {
			t.Errorf("%s: %v, %d bytes written; want %v", name, err, out.Len(), c.want)
		}
	}
}

func TestABadgeThatIsMadeAgainIsTheSame(t *testing.T) {
	for name, d := range map[string]*Document{"one": sampleDocument(), "kept": keptDocument(), "korean": New([]Subject{backend()}, Options{At: sampleTime}, locale.For("ko"))} {
		if !bytes.Equal(render(t, d, Badge), render(t, thawed(t, d), Badge)) {
			t.Errorf("%s: of the frozen report it is another one", name)
		}
	}
}

// What differs between two badges must differ in their identifiers, and nothing else may.
func TestTheIdentifierOfABadgeFollowsTheFactsAlone(t *testing.T) {
	issue := func(at time.Time, person string, words *locale.Catalogue, change func(*Subject)) badge {
		s := backend()
		change(&s)
		return badgeOf(t, New([]Subject{s}, Options{Person: person, At: at}, words))
	}
	same := func(*Subject) {}
	first := issue(sampleTime, "Mina Park", english, same)
	for name, b := range map[string]badge{
		"a day later": issue(sampleTime.AddDate(0, 0, 1), "Mina Park", english, same),
		"in Korean":   issue(sampleTime, "Mina Park", locale.For("ko"), same),
		"more above":  issue(sampleTime, "Mina Park", english, func(s *Subject) { s.Marks = rate(s.Guide, "dddtdddddd", "ddddddhtdd", "d.dddddhnn", "dd.d......") }),
	} {
		if b.ID != first.ID || b.Issuer.ID != first.Issuer.ID || b.Subject.Achievement.ID != first.Subject.Achievement.ID {
			t.Errorf("%s it is another badge", name)
		}
	}
	for name, b := range map[string]badge{
		"another person": issue(sampleTime, "박민아", english, same),
		"another rating": issue(sampleTime, "Mina Park", english, func(s *Subject) { s.Marks = rate(s.Guide, "dddddddddd", "ddddddhtdd") }),
		"another day of rating": issue(sampleTime, "Mina Park", english, func(s *Subject) {
			m := s.Marks["ba-101"]
			m.At -= (48 * time.Hour).Milliseconds()
			s.Marks["ba-101"] = m
		}),
	} {
		if b.ID == first.ID || b.Issuer.ID == first.Issuer.ID {
			t.Errorf("%s has the same badge", name)
		}
		if b.Subject.Achievement.ID != first.Subject.Achievement.ID {
			t.Errorf("%s has another achievement", name)
		}
	}
	if b := issue(sampleTime, "Mina Park", english, func(s *Subject) { s.Guide.Edition = 2 }); b.Subject.Achievement.ID == first.Subject.Achievement.ID {
		t.Error("another edition has the same achievement")
	}
}

func TestABadgeTellsTheEvidenceOfItsLevelsAlone(t *testing.T) {
	b := badgeOf(t, keptDocument())
	var ids, notes []string
	for _, e := range b.Evidence {
		ids, notes = append(ids, e.ID), append(notes, e.Description)
	}
	// The fourth piece is on level 3, which is not reached.
	if diff := cmp.Diff([]string{"", "https://example.org/pull/7", ""}, ids); diff != "" {
		t.Errorf("addresses (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"", "", "SHA-256: " + strings.Repeat("0f", 32)}, notes); diff != "" {
		t.Errorf("descriptions (-want +got):\n%s", diff)
	}
	if strings.Contains(string(render(t, keptDocument(), Badge)), "/home/mina") {
		t.Error("it says where a file lies")
	}
}

// Every badge follows schema/badge.json, whatever people, guides and evidence are called.
func TestEveryBadgeFollowsItsSchema(t *testing.T) {
	schema := filepath.Join("schema", "badge.json")
	for _, d := range []*Document{sampleDocument(), keptDocument()} {
		validateAs(t, schema, render(t, d, Badge))
	}
	compiled := compile(t, schema)
	rapid.Check(t, func(rt *rapid.T) {
		d := drawBadge(rt)
		if err := d.Check(Badge); err != nil {
			rt.Fatalf("a reached level is no badge: %v", err)
		}
		follow(rt, compiled, schema, render(t, d, Badge))
		follow(rt, compiled, schema, render(t, thawed(t, d), Badge))
	})
}

// names are texts of people all over the world, and such as have broken other programs.
func names() *rapid.Generator[string] {
	return rapid.OneOf(
		rapid.String(), rapid.SampledFrom(payloads),
		rapid.SampledFrom([]string{
			"박민아", "محمد بن سلمان", "שרה 😀 לוי", "👩🏽‍💻⚙️", "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
			strings.Repeat("끝없이긴이름", 400), "*a* [b](javascript:alert(1)) <img src=x>",
		}),
	)
}

// drawBadge draws a report of a guide in which a level is reached.
func drawBadge(t *rapid.T) *Document {
	text := names()
	g := hostileGuide(text.Draw(t, "guide"))
	g.Edition = rapid.IntRange(1, 400).Draw(t, "edition")
	g.Language = rapid.SampledFrom([]string{"en", "ko", "zh-Hant-TW", "x-klingon", ""}).Draw(t, "language")
	levels := all(rapid.IntRange(1, guide.Levels).Draw(t, "levels"), rapid.SampledFrom([]string{"dddddddddd", "tdtd.hdddd", "dddddddd.."}).Draw(t, "verdicts"))
	s := Subject{Guide: g, Marks: rate(g, levels...), Evidence: map[string][]progress.Evidence{}}
	for range rapid.IntRange(0, 6).Draw(t, "pieces") {
		item := rapid.SampledFrom(g.Levels[rapid.IntRange(0, 6).Draw(t, "on level")].Items).Draw(t, "item").ID
		s.Evidence[item] = append(s.Evidence[item], progress.Evidence{
			Kind: progress.EvidenceLink, Text: text.Draw(t, "text"), Name: text.Draw(t, "file"), Witness: text.Draw(t, "witness"),
			URL:    rapid.SampledFrom([]string{"", "https://example.org/길?q=값#끝", "HTTP://EXAMPLE.ORG", "javascript:alert(1)", "https://", "//x", "%zz"}).Draw(t, "address"),
			SHA256: rapid.SampledFrom([]string{"", strings.Repeat("a0", 32)}).Draw(t, "sum"),
		})
	}
	zone := time.FixedZone("there", 60*rapid.IntRange(-14*60, 14*60).Draw(t, "zone"))
	at := sampleTime.AddDate(rapid.IntRange(-2000, 7900).Draw(t, "year"), 0, 0).In(zone)
	words := locale.For(rapid.SampledFrom([]string{"en", "ko"}).Draw(t, "words"))
	return New([]Subject{s}, Options{Person: text.Draw(t, "person"), At: at, Evidence: true}, words)
}

// A schema that takes anything would prove nothing.
func TestTheSchemaOfABadgeRefusesWhatItDoesNotName(t *testing.T) {
	compiled := compile(t, filepath.Join("schema", "badge.json"))
	whole := render(t, keptDocument(), Badge)
	refused := func(what string, change func(b, subject, achievement map[string]any)) {
		var b map[string]any
		if err := json.Unmarshal(whole, &b); err != nil {
			t.Fatal(err)
		}
		subject := b["credentialSubject"].(map[string]any)
		change(b, subject, subject["achievement"].(map[string]any))
		if compiled.Validate(b) == nil {
			t.Errorf("it takes a badge with %s", what)
		}
	}
	for _, name := range []string{"@context", "id", "type", "issuer", "validFrom", "credentialSubject"} {
		refused("no "+name, func(b, _, _ map[string]any) { delete(b, name) })
	}
	for _, name := range []string{"id", "type", "name", "description", "criteria"} {
		refused("an achievement without "+name, func(_, _, a map[string]any) { delete(a, name) })
	}
	refused("a proof", func(b, _, _ map[string]any) { b["proof"] = []any{map[string]any{"type": "DataIntegrityProof"}} })
	refused("an empty list", func(b, _, _ map[string]any) { b["evidence"] = []any{} })
	refused("a certificate", func(_, _, a map[string]any) { a["achievementType"] = "Certificate" })
	refused("a day alone", func(b, _, _ map[string]any) { b["validFrom"] = "2026-11-22" })
	refused("an address of mail", func(_, s, _ map[string]any) { s["id"] = "mailto:mina@example.org" })
}
