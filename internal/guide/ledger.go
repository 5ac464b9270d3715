package guide

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// Ledger lists every item identifier that a guide ever published, so that no mark of a person is
// ever orphaned by accident. An edition is a draft until it is released; from then on its entries
// bind: an item may get other words of the same meaning (Reworded), stand on another level (Moved),
// or be retired (Retired), with or without another item that takes its place (ReplacedBy); but it may
// not vanish, and its identifier is never given to something else. How it stood before is kept in
// past.yaml, for the people who answered it.
type Ledger struct {
	Slug     string  `yaml:"slug"`
	Released int     `yaml:"released"` // newest released edition, 0 before the first
	Entries  []Entry `yaml:"entries"`
}

// Entry is one identifier in a ledger.
type Entry struct {
	ID         string      `yaml:"id"`
	Edition    int         `yaml:"edition"` // that published it first
	Level      int         `yaml:"level"`   // in that edition
	Digest     string      `yaml:"digest"`  // of its English text in that edition
	Reworded   []Rewording `yaml:"reworded,omitempty"`
	Moved      []Move      `yaml:"moved,omitempty"`
	Retired    int         `yaml:"retired,omitempty"`     // edition from which on the guide has it no longer
	ReplacedBy string      `yaml:"replaced_by,omitempty"` // item that took its place
}

// Rewording declares other words of the same meaning.
type Rewording struct {
	Edition int    `yaml:"edition"`
	Digest  string `yaml:"digest"`
}

// Move declares that the item stands on another level.
type Move struct {
	Edition int `yaml:"edition"`
	Level   int `yaml:"level"`
}

// ReadLedger reads the ledger in a guide's folder.
// It fails with an error that wraps fs.ErrNotExist where there is none.
func ReadLedger(files fs.FS, dir string) (*Ledger, error) {
	return readFile[Ledger](files, path.Join(dir, ledgerName))
}

// Check compares a guide with its ledger and returns what breaks the ledger's promise, one
// sentence each.
func (l *Ledger) Check(g *Guide) []string {
	var broken []string
	complain := func(format string, args ...any) { broken = append(broken, fmt.Sprintf(format, args...)) }
	if l.Slug != g.Slug {
		complain("the ledger belongs to %q, the guide is %q", l.Slug, g.Slug)
	}
	entries := map[string]Entry{}
	for _, e := range l.Entries {
		if _, twice := entries[e.ID]; twice {
			complain("%s stands twice in the ledger", e.ID)
		}
		entries[e.ID] = e
	}
	for _, e := range l.Entries {
		item, present := g.Item(e.ID)
		binding := e.Edition <= l.Released
		switch {
		case !present && e.Retired == 0 && binding:
			complain("%s vanished; declare it retired, and with replaced_by which item took its place", e.ID)
		case !present && !binding:
			complain("%s is no longer in the draft; write the ledger anew", e.ID)
		case !present:
			if _, ok := entries[e.ReplacedBy]; !ok && e.ReplacedBy != "" {
				complain("%s gave way to %s, which the ledger does not have", e.ID, e.ReplacedBy)
			}
		case e.Retired > 0:
			complain("%s was retired, but its identifier is in use again", e.ID)
		case item.Digest != e.current() && binding:
			complain("%s has other words than edition %d; declare them as reworded, or give the item a new identifier", e.ID, e.Edition)
		case item.Level != e.level() && binding:
			complain("%s stands on another level than in edition %d; declare it as moved", e.ID, e.Edition)
		case item.Digest != e.current(), item.Level != e.Level && !binding:
			complain("%s changed since the draft was listed; write the ledger anew", e.ID)
		}
		if binding {
			for _, what := range e.forgotten(g) {
				complain("%s: past.yaml does not say %s", e.ID, what)
			}
		}
	}
	for _, level := range g.Levels {
		for _, item := range level.Items {
			if _, ok := entries[item.ID]; !ok {
				complain("%s is not in the ledger; write the ledger anew", item.ID)
			}
		}
	}
	return broken
}

// level returns the level that the item should stand on now.
func (e Entry) level() int {
	if n := len(e.Moved); n > 0 {
		return e.Moved[n-1].Level
	}
	return e.Level
}

// asOf returns digest and level of the item in an edition.
func (e Entry) asOf(edition int) (digest string, level int) {
	digest, level = e.Digest, e.Level
	for _, r := range e.Reworded {
		if r.Edition <= edition {
			digest = r.Digest
		}
	}
	for _, m := range e.Moved {
		if m.Edition <= edition {
			level = m.Level
		}
	}
	return digest, level
}

// forgotten lists what was published of an item and cannot be told from the guide any more.
func (e Entry) forgotten(g *Guide) []string {
	var lost []string
	last := g.Edition
	if e.Retired > 0 {
		last = e.Retired - 1
	}
	for edition := e.Edition; edition <= last; edition++ {
		digest, level := e.asOf(edition)
		if then, known := g.AsOf(edition).Item(e.ID); !known || then.Digest != digest || then.Level != level {
			lost = append(lost, fmt.Sprintf("how it stood in edition %d", edition))
		}
	}
	return lost
}

// current returns the digest of the words that the item should have now.
func (e Entry) current() string {
	if n := len(e.Reworded); n > 0 {
		return e.Reworded[n-1].Digest
	}
	return e.Digest
}

// Renew returns the ledger for the guide as it is now: released entries stay as they are, those of
// the draft are listed anew.
func (l *Ledger) Renew(g *Guide) *Ledger {
	renewed := &Ledger{Slug: g.Slug, Released: l.Released}
	listed := map[string]bool{}
	for _, e := range l.Entries {
		if e.Edition <= l.Released {
			renewed.Entries = append(renewed.Entries, e)
			listed[e.ID] = true
		}
	}
	for _, level := range g.Levels {
		for _, item := range level.Items {
			if !listed[item.ID] {
				renewed.Entries = append(renewed.Entries, Entry{ID: item.ID, Edition: g.Edition, Level: item.Level, Digest: item.Digest})
			}
		}
	}
	slices.SortFunc(renewed.Entries, func(a, b Entry) int { return strings.Compare(a.ID, b.ID) })
	return renewed
}
