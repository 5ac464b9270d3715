package report

import (
	"encoding/json"
	"errors"
	"io"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/google/uuid"

	"github.com/levelica/levelica/internal/locale"
)

// What a badge names of the standards that it follows. Nothing is ever fetched from these addresses.
const (
	badgeCredentials = "https://www.w3.org/ns/credentials/v2"
	badgeContext     = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
	badgeSchema      = "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json"
	badgeSchemaType  = "1EdTechJsonSchemaValidator2019"
)

// badgeSpace is where the identifiers of badges are made, so that equal facts elsewhere make others.
var badgeSpace = uuid.MustParse("6d6f7b52-3c0e-4c1c-9a43-5b7a1d0f2c86")

// Why a report cannot be written as a badge.
var (
	ErrBadgeGuides = errors.New("a badge stands for one guide")
	ErrBadgeLevel  = errors.New("a badge stands for a level, and none is reached")
	ErrBadgeDay    = errors.New("a badge holds from a day on, and nothing says which")
)

// badge is the level of one guide as a credential of Open Badges 3.0. The standard wants one credential
// a file, and that is what wallets read, so a report of several guides is no badge; and of one guide it
// is the level reached, which holds those below.
//
// Whoever takes the badge issues it: there is no other name in it, and no proof, because a signature
// would make a self-assessment look like more. Names and shapes are those of the standard's tables;
// schema/badge.json says which of them a badge has.
type badge struct {
	Context     []string        `json:"@context"`
	ID          string          `json:"id"`
	Type        []string        `json:"type"`
	Name        string          `json:"name"`
	Description string          `json:"description"`
	Issuer      badgePerson     `json:"issuer"`
	ValidFrom   string          `json:"validFrom"`
	Subject     badgeSubject    `json:"credentialSubject"`
	Evidence    []badgeEvidence `json:"evidence,omitempty"`
	Schemas     []badgeLink     `json:"credentialSchema"`
}

type badgePerson struct {
	ID   string   `json:"id"`
	Type []string `json:"type"`
	Name string   `json:"name"`
}

type badgeSubject struct {
	ID          string           `json:"id"`
	Type        []string         `json:"type"`
	Identifier  []badgeIdentity  `json:"identifier,omitempty"`
	Achievement badgeAchievement `json:"achievement"`
	Narrative   string           `json:"narrative"`
}

type badgeIdentity struct {
	Type   string `json:"type"`
	Hashed bool   `json:"hashed"`
	Hash   string `json:"identityHash"`
	Kind   string `json:"identityType"`
}

type badgeAchievement struct {
	ID          string        `json:"id"`
	Type        []string      `json:"type"`
	Kind        string        `json:"achievementType"`
	Name        string        `json:"name"`
	Description string        `json:"description"`
	Criteria    badgeCriteria `json:"criteria"`
	Code        string        `json:"humanCode"`
	Language    string        `json:"inLanguage,omitempty"`
	Version     string        `json:"version"`
}

type badgeCriteria struct {
	Narrative string `json:"narrative"`
}

type badgeEvidence struct {
	ID          string   `json:"id,omitempty"` // an address where it can be seen
	Type        []string `json:"type"`
	Name        string   `json:"name"`
	Narrative   string   `json:"narrative"`
	Description string   `json:"description,omitempty"`
}

type badgeLink struct {
	ID   string `json:"id"`
	Type string `json:"type"`
}

// Check returns why the document cannot be written as a format: ErrBadgeGuides, ErrBadgeLevel or
// ErrBadgeDay, or nil where it can.
func (d *Document) Check(f Format) error {
	if f != Badge {
		return nil
	}
	_, err := d.badge()
	return err
}

// writeBadge writes the level of the one guide as a badge.
func (d *Document) writeBadge(w io.Writer) error {
	b, err := d.badge()
	if err != nil {
		return err
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(b)
}

func (d *Document) badge() (badge, error) {
	if len(d.Guides) != 1 {
		return badge{}, ErrBadgeGuides
	}
	g := &d.Guides[0]
	if g.Level < 1 || g.Level > len(g.Levels) {
		return badge{}, ErrBadgeLevel
	}
	from, ok := d.holdsFrom(g)
	if !ok {
		return badge{}, ErrBadgeDay
	}
	name := d.words.Text("paper.badge.name", locale.Args{"guide": g.Title, "standing": d.standing(g)})
	facts := d.badgeFacts(g)
	person := badgePerson{ID: badgeID("person", facts...), Type: []string{"Profile"}, Name: string(d.Person)}
	subject := badgeSubject{
		ID: person.ID, Type: []string{"AchievementSubject"}, Achievement: d.badgeAchievement(g, name), Narrative: d.badgeNarrative(g),
	}
	if person.Name == "" {
		person.Name = d.words.Text("paper.badge.unnamed")
	} else {
		subject.Identifier = []badgeIdentity{{Type: "IdentityObject", Hash: person.Name, Kind: "name"}}
	}
	return badge{
		Context: []string{badgeCredentials, badgeContext}, ID: badgeID("badge", facts...),
		Type: []string{"VerifiableCredential", "OpenBadgeCredential"},
		Name: name, Description: d.Notice + " " + d.words.Text("paper.badge.unsigned"),
		Issuer: person, ValidFrom: from, Subject: subject, Evidence: d.badgeEvidence(g),
		Schemas: []badgeLink{{badgeSchema, badgeSchemaType}},
	}, nil
}

// badgeID makes an identifier of facts: the same facts always make the same one, so that a wallet takes
// a badge that is made again for the one that it has.
func badgeID(kind string, facts ...string) string {
	return uuid.NewSHA1(badgeSpace, []byte(kind+"\x00"+strings.Join(facts, "\x00"))).URN()
}

// badgeFacts tell a badge from every other one: the guide, the level, who it is, and what was rated
// when. A report knows nothing of a person that outlives it but a name, which many may have, so the
// person too is known by these facts: two badges never seem to be of one person because of a name.
func (d *Document) badgeFacts(g *Guide) []string {
	facts := []string{g.Slug, strconv.Itoa(g.Edition), strconv.Itoa(g.Level), string(d.Person)}
	for _, item := range g.restsOn() {
		facts = append(facts, item.ID, string(item.Verdict), string(item.Date))
	}
	return facts
}

// holdsFrom is when the report was made. Where the clock was beyond all years, it is the day of the
// newest rating that the level rests on.
func (d *Document) holdsFrom(g *Guide) (string, bool) {
	if d.Date != "" && !d.made.IsZero() {
		return d.made.Format(time.RFC3339), true
	}
	newest := time.Time{}
	for _, item := range g.restsOn() {
		if on, err := time.Parse(time.DateOnly, string(item.Date)); err == nil && on.After(newest) {
			newest = on
		}
	}
	return newest.Format(time.RFC3339), !newest.IsZero()
}

// restsOn returns the items that the level rests on: those done alone up to it.
func (g *Guide) restsOn() []Item {
	var items []Item
	for _, level := range g.Levels[:g.Level] {
		for _, item := range level.Items {
			if item.done() {
				items = append(items, item)
			}
		}
	}
	return items
}

// languageTag is what the standard takes as a language.
var languageTag = regexp.MustCompile(`^[a-z]{2,4}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$`)

// badgeAchievement says what the level is, whoever reaches it. Its identifier is the same for all of
// them, in every language. It is called a competency, which the standard has for skills that many
// assess, and never one of its certificates.
func (d *Document) badgeAchievement(g *Guide, name string) badgeAchievement {
	level := g.Levels[g.Level-1]
	a := badgeAchievement{
		ID: badgeID("level", g.Slug, strconv.Itoa(g.Edition), strconv.Itoa(g.Level)), Type: []string{"Achievement"},
		Kind: "Competency", Name: name, Code: g.Slug + "-" + strconv.Itoa(g.Level), Version: strconv.Itoa(g.Edition),
		Description: d.words.Text("paper.badge.level", locale.Args{
			"level": g.Level, "levels": len(g.Levels), "guide": g.Title, "edition": g.Edition, "title": level.Title,
		}),
	}
	if languageTag.MatchString(g.Language) {
		a.Language = g.Language
	}
	var text strings.Builder
	text.WriteString(escape(d.words.Text("paper.badge.criteria")) + "\n\n" + escape(d.Rule.Text) + "\n\n" + escape(d.level(level)) + "\n\n")
	for _, item := range level.Items {
		text.WriteString("- " + escape(item.Text) + "\n")
	}
	a.Criteria.Narrative = text.String()
	return a
}

// badgeNarrative says how the person stands: when they said so, on how much, and what is still open.
func (d *Document) badgeNarrative(g *Guide) string {
	var out strings.Builder
	if date := d.date(d.Date); date != "" {
		out.WriteString(escape(d.words.Text("paper.badge.day", locale.Args{"date": date})) + " ")
	}
	out.WriteString(escape(d.words.Text("paper.badge.standing", locale.Args{"done": g.Done, "items": g.Items, "n": g.WithEvidence})) + "\n")
	if len(g.Gaps) > 0 {
		out.WriteString("\n" + escape(d.words.Text("paper.gaps.note", locale.Args{"n": len(g.Gaps)})) + "\n\n")
	}
	for _, id := range g.Gaps {
		item, level := g.item(id)
		short := d.words.Text("paper.level.short", locale.Args{"level": level.Number})
		out.WriteString("- " + escape(item.Text+" ("+short+")") + "\n")
	}
	return out.String()
}

// badgeEvidence is what the evidence of the items says that the level rests on, where the report tells it.
func (d *Document) badgeEvidence(g *Guide) []badgeEvidence {
	var all []badgeEvidence
	for _, item := range g.restsOn() {
		for _, e := range item.Evidence {
			piece := badgeEvidence{Type: []string{"Evidence"}, Name: item.Text, Narrative: escape(d.evidence(e))}
			if u, err := url.Parse(string(e.URL)); err == nil && (u.Scheme == "https" || u.Scheme == "http") && u.Host != "" {
				piece.ID = u.String()
			}
			if e.SHA256 != "" {
				piece.Description = "SHA-256: " + string(e.SHA256)
			}
			all = append(all, piece)
		}
	}
	return all
}
