package progress

import (
	"cmp"
	"errors"
	"fmt"
	"net/url"
	"regexp"
	"sort"
	"strings"
	"time"
	"unicode/utf8"
)

// EvidenceKind says what a piece of evidence is.
type EvidenceKind string

// The kinds of evidence.
const (
	EvidenceNote EvidenceKind = "note" // words of the person
	EvidenceLink EvidenceKind = "link" // an https or mailto address
	EvidenceFile EvidenceKind = "file" // a file that stays where it is
)

// The longest texts that a piece of evidence may hold, in characters.
const (
	maxEvidenceText = 4000
	maxEvidenceName = 1000
)

// Evidence is something that supports a mark: a note, a link or a file. Like marks, pieces of
// evidence are events: none is ever changed, a later one takes an earlier one away.
type Evidence struct {
	ID      string // UUIDv7, made by the caller
	Guide   string // slug
	Item    string // item ID
	Kind    EvidenceKind
	Text    string // the note, or what the link or the file shows
	URL     string // of a link
	Path    string // where a file was when it was chosen; the file stays there
	Name    string // of a file
	SHA256  string // of a file's bytes, 64 hexadecimal digits
	Size    int64  // of a file, in bytes
	On      string // ISO day of what it shows, or empty
	Witness string // who saw it, or empty
	Removes string // ID of the piece that this one takes away; such a row is no evidence itself
	Device  string
	Clock   Clock
	At      int64 // UTC milliseconds since 1970, by the clock of the device
}

// ErrEvidence says that a piece of evidence cannot be kept as it is. The error around it names the
// field: text, url, file, on or witness.
var ErrEvidence = errors.New("this is no evidence")

// EvidenceError names the field that keeps a piece of evidence from being kept.
type EvidenceError struct{ Field string }

func (e *EvidenceError) Error() string { return fmt.Sprintf("the evidence has no usable %s", e.Field) }

// Is makes every EvidenceError an ErrEvidence.
func (e *EvidenceError) Is(target error) bool { return target == ErrEvidence }

var sha256Text = regexp.MustCompile(`^[0-9a-f]{64}$`)

// Check reports what keeps a piece of evidence from being kept, as an *EvidenceError. A row that
// takes another away needs nothing but that other's ID.
func (e Evidence) Check() error {
	if e.Removes != "" {
		return nil
	}
	fails := func(field string) error { return &EvidenceError{field} }
	if !fits(e.Text, maxEvidenceText) || e.Kind == EvidenceNote && strings.TrimSpace(e.Text) == "" {
		return fails("text")
	}
	if !fits(e.Witness, maxEvidenceName) {
		return fails("witness")
	}
	if e.On != "" {
		if day, err := time.Parse(time.DateOnly, e.On); err != nil || day.Year() < 1900 {
			return fails("on")
		}
	}
	switch e.Kind {
	case EvidenceNote:
	case EvidenceLink:
		if !SafeLink(e.URL) {
			return fails("url")
		}
	case EvidenceFile:
		if e.Name == "" || !fits(e.Name, maxEvidenceName) || e.Path == "" || e.Size < 0 || !sha256Text.MatchString(e.SHA256) {
			return fails("file")
		}
	default:
		return fails("kind")
	}
	return nil
}

func fits(text string, most int) bool {
	return utf8.ValidString(text) && !strings.ContainsRune(text, 0) && utf8.RuneCountInString(text) <= most
}

// mailbox is an address as it is written in practice; net/mail, which knows the rare forms too, is 30 kB
// of the program.
var mailbox = regexp.MustCompile(`^[^\s@<>()\[\],;:"\\]+@[^\s@<>()\[\],;:"\\]+$`)

// SafeLink reports whether an address may be kept and opened: https with a host, or mailto with an
// address. Everything else (a script, a local file, a name and password before the host) may not.
func SafeLink(address string) bool {
	if len(address) > 2000 || strings.ContainsFunc(address, func(r rune) bool { return r <= ' ' || r == 0x7f }) {
		return false
	}
	u, err := url.Parse(address)
	switch {
	case err != nil:
		return false
	case u.Scheme == "https":
		return u.Hostname() != "" && u.User == nil && u.Opaque == ""
	case u.Scheme == "mailto":
		return mailbox.MatchString(u.Opaque)
	}
	return false
}

// Pieces returns the evidence on the items of one guide that was not taken away, keyed by item ID,
// each item's pieces in the order in which they were added. The order of rows is free.
func Pieces(slug string, rows []Evidence) map[string][]Evidence {
	gone := map[string]bool{}
	for _, e := range rows {
		if e.Removes != "" {
			gone[e.Removes] = true
		}
	}
	pieces := map[string][]Evidence{}
	for _, e := range rows {
		if e.Guide == slug && e.Removes == "" && !gone[e.ID] {
			pieces[e.Item] = append(pieces[e.Item], e)
		}
	}
	for _, of := range pieces {
		sort.Slice(of, func(i, j int) bool {
			a, b := of[i], of[j]
			return cmp.Or(cmp.Compare(a.Clock, b.Clock), cmp.Compare(a.Device, b.Device), cmp.Compare(a.ID, b.ID)) < 0
		})
	}
	return pieces
}

// Evidenced returns the present marks that count and have evidence. The standing of these is the
// evidenced one, which is never above the claimed standing.
func Evidenced(present map[string]Mark, pieces map[string][]Evidence) map[string]Mark {
	evidenced := map[string]Mark{}
	for item, m := range present {
		if m.Verdict.Counts() && len(pieces[item]) > 0 {
			evidenced[item] = m
		}
	}
	return evidenced
}
