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
// bind: an item may get other words of the same meaning (Reworded) or give way to another item
// (ReplacedBy), but it may not vanish, and its identifier is never given to something else.
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
	ReplacedBy string      `yaml:"replaced_by,omitempty"` // item that took its place
}

// Rewording declares other words of the same meaning.
type Rewording struct {
	Edition int    `yaml:"edition"`
	Digest  string `yaml:"digest"`
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
		case !present && e.ReplacedBy == "" && binding:
			complain("%s vanished; declare which item took its place with replaced_by", e.ID)
		case !present && !binding:
			complain("%s is no longer in the draft; write the ledger anew", e.ID)
		case !present:
			if _, ok := entries[e.ReplacedBy]; !ok {
				complain("%s gave way to %s, which the ledger does not have", e.ID, e.ReplacedBy)
			}
		case e.ReplacedBy != "":
			complain("%s gave way to %s, but its identifier is in use again", e.ID, e.ReplacedBy)
		case item.Digest != e.current() && binding:
			complain("%s has other words than edition %d; declare them as reworded, or give the item a new identifier", e.ID, e.Edition)
		case item.Digest != e.current(), item.Level != e.Level && !binding:
			complain("%s changed since the draft was listed; write the ledger anew", e.ID)
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
