package progress

import (
	"fmt"
	"slices"

	"pgregory.net/rapid"

	"github.com/levelica/levelica/internal/guide"
)

// device holds marks and receipts as a journal does: rows are only added, and each is later than all
// that the device has.
type device struct {
	name     string
	marks    []Mark
	receipts []Receipt
	made     int
}

func (d *device) newID() string { d.made++; return fmt.Sprintf("%s-%04d", d.name, d.made) }

func (d *device) now() Clock {
	var last Clock
	for _, m := range d.marks {
		last = max(last, m.Clock)
	}
	for _, r := range d.receipts {
		last = max(last, r.Clock)
	}
	return last + 1
}

func (d *device) add(marks ...Mark) {
	for _, m := range marks {
		if m.ID == "" {
			m.ID = d.newID()
		}
		m.Device, m.Clock = d.name, d.now()
		d.marks = append(d.marks, m)
	}
}

func (d *device) keep(r Receipt, marks []Mark) {
	for _, m := range marks {
		if m.ID == "" || m.Guide == "" || m.Item == "" || m.Edition < 1 || m.Digest == "" {
			panic(fmt.Sprintf("no journal takes %+v", m))
		}
	}
	d.add(marks...)
	r.Device, r.Clock = d.name, d.now()
	d.receipts = append(d.receipts, r)
}

// carry does what a program does that opens the journal, and returns what was carried.
func (d *device) carry(g *guide.Guide) *Carriage {
	return d.carried(g, Carry([]*guide.Guide{g}, d.marks, d.receipts))
}

// carryAgain does what a person asks for who has taken a carrying back.
func (d *device) carryAgain(g *guide.Guide) *Carriage {
	return d.carried(g, CarryAgain([]*guide.Guide{g}, d.marks, d.receipts))
}

func (d *device) carried(g *guide.Guide, c *Carriage) *Carriage {
	if c != nil {
		d.keep(c.Keep(g, d.marks, d.newID))
	}
	return c
}

func (d *device) join(other *device) {
	for _, m := range other.marks {
		if !slices.Contains(d.marks, m) {
			d.marks = append(d.marks, m)
		}
	}
	for _, r := range other.receipts {
		if !slices.Contains(d.receipts, r) {
			d.receipts = append(d.receipts, r)
		}
	}
}

func (d *device) newest(slug string) Carrying { return Carryings(slug, d.marks, d.receipts)[0] }

// where is all that says where a person stands: verdicts, suggestions, and the standing.
type where struct {
	Verdicts, Suggested map[string]Verdict
	Standing            Standing
}

func (d *device) where(g *guide.Guide) where {
	w := where{map[string]Verdict{}, map[string]Verdict{}, Stand(g, Present(g.Slug, d.marks))}
	for item, m := range Present(g.Slug, d.marks) {
		w.Verdicts[item] = m.Verdict
	}
	for item, m := range Suggested(g.Slug, d.marks) {
		w.Suggested[item] = m.Verdict
	}
	return w
}

// firstEdition is the sample guide with words.
func firstEdition() *guide.Guide {
	g := sample()
	g.Edition, g.Language = 1, "en"
	for l := range g.Levels {
		for i := range g.Levels[l].Items {
			item := &g.Levels[l].Items[i]
			item.Text = fmt.Sprintf("%s 첫 판 🌱 مرحبا", item.ID)
			item.Digest = guide.Digest(item.Text)
		}
	}
	return g
}

// revise makes the next edition of a guide, in which some items have another fate, and says which.
func revise(rt *rapid.T, g *guide.Guide, some int) (*guide.Guide, map[string]Fate) {
	next := &guide.Guide{
		Slug: g.Slug, Edition: g.Edition + 1, Language: g.Language, Strands: g.Strands,
		Past: slices.Clone(g.Past), Later: map[string]int{},
	}
	for id, edition := range g.Later {
		next.Later[id] = edition
	}
	for _, l := range g.Levels {
		next.Levels = append(next.Levels, guide.Level{Number: l.Number, Items: slices.Clone(l.Items)})
	}
	fates := map[string]Fate{}
	at := func(label string) *guide.Item {
		return &next.Levels[rapid.IntRange(0, 6).Draw(rt, label+" level")].Items[rapid.IntRange(0, 9).Draw(rt, label+" item")]
	}
	remember := func(item guide.Item, editorial bool, by string) {
		next.Past = append(next.Past, guide.Past{
			ID: item.ID, Until: g.Edition, Level: item.Level, Strand: item.Strand, Digest: item.Digest,
			Texts: map[string]string{"en": item.Text}, Editorial: editorial, ReplacedBy: by,
		})
	}
	words := func(item *guide.Item) {
		item.Text = fmt.Sprintf("%s in edition %d", item.ID, next.Edition)
		item.Digest = guide.Digest(item.Text)
	}
	for n := range rapid.IntRange(0, some).Draw(rt, "changes") {
		item := at("one")
		if _, changed := fates[item.ID]; changed || next.Later[item.ID] == next.Edition {
			continue
		}
		old := *item
		switch rapid.IntRange(0, 4).Draw(rt, "change") {
		case 0:
			words(item)
			remember(old, false, "")
			fates[old.ID] = FateReworded
		case 1:
			words(item)
			remember(old, true, "")
			fates[old.ID] = FateCarried
		case 2: // two items change places
			other := at("other")
			if _, changed := fates[other.ID]; changed || next.Later[other.ID] == next.Edition || other.Level == item.Level {
				continue
			}
			was := *other
			item.Level, item.Strand, other.Level, other.Strand = was.Level, was.Strand, old.Level, old.Strand
			*item, *other = *other, *item
			remember(old, false, "")
			remember(was, false, "")
			fates[old.ID], fates[was.ID] = FateMoved, FateMoved
		default:
			item.ID = fmt.Sprintf("sm-9%d%02d", next.Edition, n)
			words(item)
			next.Later[item.ID] = next.Edition
			by := ""
			if rapid.Bool().Draw(rt, "replaced") {
				by = item.ID
			}
			remember(old, false, by)
			fates[old.ID] = FateArchived
		}
	}
	return next, fates
}

// answer lets a person and others rate items of an edition.
func (d *device) answer(rt *rapid.T, g *guide.Guide, most int) {
	for range rapid.IntRange(0, most).Draw(rt, "marks") {
		item := g.Levels[rapid.IntRange(0, 6).Draw(rt, "level")].Items[rapid.IntRange(0, 9).Draw(rt, "item")]
		m := Mark{
			Guide: g.Slug, Item: item.ID, Edition: g.Edition, Digest: item.Digest,
			Verdict: Verdict(rapid.IntRange(-1, 3).Draw(rt, "verdict")),
			Origin:  rapid.SampledFrom([]Origin{OriginSelf, OriginSelf, OriginSelf, OriginPlacement, OriginSuggested, OriginRater}).Draw(rt, "origin"),
		}
		if m.Origin == OriginRater {
			m.Rater = "김 멘토"
		}
		d.add(m)
	}
}
