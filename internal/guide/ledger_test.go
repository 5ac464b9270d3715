package guide

import (
	"strings"
	"testing"
)

// published is a guide of two items, and its ledger after the first release.
func published() (*Guide, *Ledger) {
	g := &Guide{Slug: "sample", Edition: 1, Levels: []Level{{Number: 1, Items: []Item{
		{ID: "sm-001", Level: 1, Digest: Digest("one")}, {ID: "sm-002", Level: 1, Digest: Digest("two")},
	}}, {Number: 2}}}
	l := (&Ledger{Slug: "sample"}).Renew(g)
	l.Released = 1
	return g, l
}

func TestAReleasedLedgerBinds(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*Guide, *Ledger)
		want   string // in a complaint; none where it is empty
	}{
		"nothing changed": {func(*Guide, *Ledger) {}, ""},
		"an item vanished": {func(g *Guide, _ *Ledger) {
			g.Levels[0].Items = g.Levels[0].Items[:1]
		}, "sm-002 vanished"},
		"an item gave way to one that is listed": {func(g *Guide, l *Ledger) {
			g.Levels[0].Items[1] = Item{ID: "sm-003", Level: 1, Digest: Digest("three")}
			l.Entries[1].Retired, l.Entries[1].ReplacedBy = 2, "sm-003"
			g.Past = append(g.Past, Past{ID: "sm-002", Until: 1, Level: 1, Digest: Digest("two"), ReplacedBy: "sm-003"})
			l.Entries = append(l.Entries, Entry{ID: "sm-003", Edition: 2, Level: 1, Digest: Digest("three")})
		}, ""},
		"an item gave way to one that nobody knows": {func(g *Guide, l *Ledger) {
			g.Levels[0].Items = g.Levels[0].Items[:1]
			l.Entries[1].Retired, l.Entries[1].ReplacedBy = 2, "sm-009"
		}, "sm-009"},
		"an item was retired": {func(g *Guide, l *Ledger) {
			g.Levels[0].Items = g.Levels[0].Items[:1]
			l.Entries[1].Retired = 2
			g.Past = append(g.Past, Past{ID: "sm-002", Until: 1, Level: 1, Digest: Digest("two")})
		}, ""},
		"an item was retired, and nobody knows what it said": {func(g *Guide, l *Ledger) {
			g.Levels[0].Items = g.Levels[0].Items[:1]
			l.Entries[1].Retired = 2
		}, "sm-002: past.yaml does not say how it stood in edition 1"},
		"an identifier is used again": {func(_ *Guide, l *Ledger) { l.Entries[1].Retired = 2 }, "in use again"},
		"other words, undeclared": {func(g *Guide, _ *Ledger) {
			g.Levels[0].Items[0].Digest = Digest("ein")
		}, "declare them as reworded"},
		"other words, declared": {func(g *Guide, l *Ledger) {
			g.Levels[0].Items[0].Digest = Digest("ein")
			l.Entries[0].Reworded = []Rewording{{Edition: 2, Digest: Digest("ein")}}
			g.Past = append(g.Past, Past{ID: "sm-001", Until: 1, Level: 1, Digest: Digest("one")})
		}, ""},
		"other words, declared, and other old ones than were published": {func(g *Guide, l *Ledger) {
			g.Levels[0].Items[0].Digest = Digest("ein")
			l.Entries[0].Reworded = []Rewording{{Edition: 2, Digest: Digest("ein")}}
			g.Past = append(g.Past, Past{ID: "sm-001", Until: 1, Level: 1, Digest: Digest("een")})
		}, "sm-001: past.yaml does not say how it stood in edition 1"},
		"a new item, unlisted": {func(g *Guide, _ *Ledger) {
			g.Levels[0].Items = append(g.Levels[0].Items, Item{ID: "sm-003", Level: 1})
		}, "not in the ledger"},
		"an item that moved, undeclared": {func(g *Guide, _ *Ledger) { g.Levels[0].Items[0].Level = 2 }, "declare it as moved"},
		"an item that moved, declared": {func(g *Guide, l *Ledger) {
			g.Levels[0].Items[0].Level = 2
			l.Entries[0].Moved = []Move{{Edition: 2, Level: 2}}
			g.Past = append(g.Past, Past{ID: "sm-001", Until: 1, Level: 1, Digest: Digest("one")})
		}, ""},
		"an identifier listed twice": {func(_ *Guide, l *Ledger) {
			l.Entries = append(l.Entries, l.Entries[0])
		}, "twice"},
		"another guide's ledger": {func(_ *Guide, l *Ledger) { l.Slug = "other" }, "belongs to"},
	} {
		g, l := published()
		g.Edition = 2
		c.change(g, l)
		complaints := strings.Join(l.Check(g), "\n")
		if (c.want == "") != (complaints == "") || !strings.Contains(complaints, c.want) {
			t.Errorf("%s: want %q, got %q", name, c.want, complaints)
		}
	}
}

func TestADraftIsListedAnewAndAReleasedEntryIsKept(t *testing.T) {
	g, l := published()
	g.Edition = 2
	g.Levels[0].Items[0].Digest = Digest("changed")
	g.Levels[0].Items = append(g.Levels[0].Items, Item{ID: "sm-003", Level: 1, Digest: Digest("three")})
	renewed := l.Renew(g)
	if renewed.Entries[0].Digest != Digest("one") || len(renewed.Entries) != 3 || renewed.Entries[2].Edition != 2 {
		t.Errorf("got %+v", renewed.Entries)
	}
}
