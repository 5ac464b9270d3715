// Package progress holds the rules that turn marks into a standing. It is pure: no files, no
// clock, no database. The rules and their sources are explained at each of them.
package progress

import (
	"fmt"
	"strings"
)

// Verdict is what a person says of one item. The zero value is NotYet; an item that nobody rated
// has no mark at all.
type Verdict int

// The verdicts, from low to high. Only OnMyOwn and CanTeach count towards a level.
const (
	Cleared  Verdict = iota - 1 // the verdict was taken back: unanswered again
	NotYet                      // 0
	WithHelp                    // 1
	OnMyOwn                     // 2: what ticking the box says
	CanTeach                    // 3
)

var verdictNames = map[Verdict]string{
	Cleared: "cleared", NotYet: "not-yet", WithHelp: "with-help", OnMyOwn: "on-my-own", CanTeach: "can-teach",
}

// String returns the verdict's name, the same on the command line, in files and in the window.
func (v Verdict) String() string {
	if name, ok := verdictNames[v]; ok {
		return name
	}
	return fmt.Sprintf("Verdict(%d)", int(v))
}

// Valid reports whether v is one of the five verdicts.
func (v Verdict) Valid() bool { return v >= Cleared && v <= CanTeach }

// Counts reports whether the verdict counts towards a level.
func (v Verdict) Counts() bool { return v >= OnMyOwn }

// ParseVerdict reads a verdict's name or its number, 0 to 3; "clear" is "cleared" too.
// It fails with a list of what it takes.
func ParseVerdict(s string) (Verdict, error) {
	switch word := strings.ToLower(strings.TrimSpace(s)); word {
	case "clear", "cleared":
		return Cleared, nil
	case "0", "not-yet":
		return NotYet, nil
	case "1", "with-help":
		return WithHelp, nil
	case "2", "on-my-own":
		return OnMyOwn, nil
	case "3", "can-teach":
		return CanTeach, nil
	default:
		return Cleared, fmt.Errorf("%q is no verdict; use not-yet (0), with-help (1), on-my-own (2), can-teach (3) or clear", s)
	}
}

// Origin says how a mark came to be. Only a person's own verdicts count in their claimed standing.
type Origin string

// The origins of a mark.
const (
	OriginSelf      Origin = "self"      // rated by the person
	OriginPlacement Origin = "placement" // answered during a placement
	OriginSuggested Origin = "suggested" // predicted by a placement, not yet confirmed
	OriginRater     Origin = "rater"     // somebody else's verdict
	OriginImport    Origin = "import"    // brought in from another journal
)

// Claims reports whether marks of this origin count in the claimed standing.
func (o Origin) Claims() bool {
	return o == OriginSelf || o == OriginPlacement || o == OriginImport
}

// Valid reports whether o is one of the origins.
func (o Origin) Valid() bool {
	return o.Claims() || o == OriginSuggested || o == OriginRater
}

// Mark is a dated verdict on one item. Marks are events: none is ever changed, a later one takes
// the place of an earlier one.
type Mark struct {
	ID      string // UUIDv7, made by the caller, so that a repeated call writes once
	Guide   string // slug
	Item    string // item ID
	Verdict Verdict
	Origin  Origin
	Rater   string // who rated, for OriginRater; else empty
	Edition int    // of the guide that was answered
	Digest  string // of the English text that was answered
	Device  string // where the mark was made
	Clock   Clock  // order among all devices
	At      int64  // UTC milliseconds since 1970, by the clock of the device
}

// Later reports whether m takes the place of other: by logical clock, then by device and
// identifier, so that every device that holds the same marks agrees.
func (m Mark) Later(other Mark) bool {
	switch {
	case m.Clock != other.Clock:
		return m.Clock > other.Clock
	case m.Device != other.Device:
		return m.Device > other.Device
	default:
		return m.ID > other.ID
	}
}

// Suggests reports whether marks of this origin are suggestions, which wait for the person.
func (o Origin) Suggests() bool { return o == OriginSuggested }

// Newest returns the newest mark of each item of one guide among those of some origins, keyed by
// item ID. The order of marks is free.
func Newest(slug string, marks []Mark, among func(Origin) bool) map[string]Mark {
	newest := map[string]Mark{}
	for _, m := range marks {
		if m.Guide != slug || !among(m.Origin) {
			continue
		}
		// Of two that nothing tells apart the last one, as a journal returns them in order.
		if old, ok := newest[m.Item]; !ok || !old.Later(m) {
			newest[m.Item] = m
		}
	}
	return newest
}

// Present returns the newest mark of each item of one guide that counts in the claimed standing,
// keyed by item ID. Items whose newest mark is Cleared are left out. The order of marks is free.
func Present(slug string, marks []Mark) map[string]Mark {
	newest := Newest(slug, marks, Origin.Claims)
	for item, m := range newest {
		if m.Verdict == Cleared {
			delete(newest, item)
		}
	}
	return newest
}
