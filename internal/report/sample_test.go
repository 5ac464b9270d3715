package report

import (
	"fmt"
	"strings"
	"time"

	"github.com/levelica/levelica/internal/guide"
	"github.com/levelica/levelica/internal/locale"
	"github.com/levelica/levelica/internal/progress"
)

// The sample is a small guide of this test's own, so that the golden files change only when the
// report does.

var (
	seoul      = time.FixedZone("KST", 9*60*60)
	sampleTime = time.Date(2026, time.November, 22, 9, 30, 0, 0, seoul)
	english    = locale.For("en")
)

var sampleStrands = []guide.Strand{
	{ID: "interfaces", Name: "Interfaces"}, {ID: "data", Name: "Data"}, {ID: "security", Name: "Security"},
	{ID: "delivery", Name: "Delivery"}, {ID: "operations", Name: "Operations"},
}

var sampleLevels = []string{
	"Endpoint Explorer", "Data Builder", "Service Crafter", "System Integrator", "Reliability Lead",
	"Distributed Architect", "Platform Strategist",
}

var sampleItems = [guide.ItemsPerLevel]string{
	"Serve two client releases at once from one versioned endpoint of stage %d.",
	"Publish a contract file that an automated test compares with the running service of stage %d.",
	"Migrate a live [schema](#term-schema) of stage %d with a step that can be rolled back.",
	"Halve the time of a slow query of stage %d after reading its execution plan.",
	"Restrict every endpoint of stage %d to the roles written in a permission table.",
	"Rotate a leaked secret of stage %d within one working day of its discovery.",
	"Deploy a service of stage %d to an empty machine from steps that a colleague who has never seen it can repeat without asking.",
	"Cover the main flow of a service of stage %d with tests that run on every change.",
	"Trace one failed request of stage %d through the logs of a service by its identifier.",
	"Limit every outgoing call of stage %d by a timeout and a fixed number of retries.",
}

// sample returns the guide with that slug and title.
func sample(slug, title string) *guide.Guide {
	g := &guide.Guide{
		Slug: slug, Title: title, Emoji: "⚙️", Edition: 1, Language: "en", Category: "technology-digital",
		Published: "2026-03-02", Updated: "2026-11-09", License: "CC-BY-4.0", Strands: sampleStrands,
	}
	for number := 1; number <= guide.Levels; number++ {
		level := guide.Level{Number: number, Title: sampleLevels[number-1], Description: "You build."}
		level.Next = "When eight of these ten are ticked, the next stage is near. Take one of your small applications, " +
			"add automated tests and a migration that can be undone, then let someone else deploy it from your notes. " +
			"Write each flow from memory before you look it up: [Roediger & Karpicke (2006)](#ref-roediger-2006) found " +
			"that self-testing holds better after days than rereading."
		for i, text := range sampleItems {
			level.Items = append(level.Items, guide.Item{
				ID: fmt.Sprintf("%s-%d%02d", slug[:2], number, i+1), Level: number,
				Strand: sampleStrands[i/2].ID, Text: fmt.Sprintf(text, number),
			})
		}
		g.Levels = append(g.Levels, level)
	}
	return g
}

// rate marks the first items of each level with the verdicts given, one letter an item: d for on
// my own, t for can teach, h for with help, n for not yet, and a dot for none.
func rate(g *guide.Guide, verdicts ...string) map[string]progress.Mark {
	marks := map[string]progress.Mark{}
	names := map[rune]progress.Verdict{'d': progress.OnMyOwn, 't': progress.CanTeach, 'h': progress.WithHelp, 'n': progress.NotYet}
	for l, letters := range verdicts {
		for i, letter := range letters {
			if letter == '.' {
				continue
			}
			item := g.Levels[l].Items[i]
			at := sampleTime.AddDate(0, 0, -7*l-3*i)
			marks[item.ID] = progress.Mark{Guide: g.Slug, Item: item.ID, Verdict: names[letter], Origin: progress.OriginSelf, At: at.UnixMilli()}
		}
	}
	return marks
}

// backend is the standing of the drawn report: level 2 with a gap, levels 3 and 4 begun.
func backend() Subject {
	g := sample("backend-engineering", "Backend Engineering")
	return Subject{Guide: g, Marks: rate(g, "dddtdddddd", "ddddddhtdd", "d.dddddhnn", "d..d......")}
}

func sampleDocument() *Document {
	return New([]Subject{backend()}, Options{Person: "Mina Park", At: sampleTime, Items: true, Open: true, Strands: true}, english)
}

// threeGuides is a document with several guides and the items done only.
func threeGuides() *Document {
	cyber, data := sample("cybersecurity-awareness", "Cybersecurity Awareness"), sample("data-analysis", "Data Analysis")
	return New([]Subject{
		backend(),
		{Guide: cyber, Marks: rate(cyber, "dddddddddd", "dddddd..dd", "ddddddd.nh", "dddddddd..", "dd........")},
		{Guide: data, Marks: rate(data, "dd..dd....", "dddddddddd", "ddd.......")},
	}, Options{Person: "Mina Park", At: sampleTime, Items: true, Strands: true}, english)
}

// freshDocument is the report of somebody who has not rated anything and gives no name.
func freshDocument() *Document {
	g := sample("backend-engineering", "Backend Engineering")
	return New([]Subject{{Guide: g}}, Options{At: sampleTime, Items: true, Strands: true}, english)
}

// keptDocument is the report of somebody who keeps evidence of what they did, over a year.
func keptDocument() *Document {
	s := backend()
	item := func(level, place int) string { return s.Guide.Levels[level-1].Items[place].ID }
	piece := func(id, item string, e progress.Evidence) {
		e.ID, e.Item = id, item
		s.Evidence[item] = append(s.Evidence[item], e)
	}
	s.Evidence = map[string][]progress.Evidence{}
	piece("1", item(1, 0), progress.Evidence{Kind: progress.EvidenceNote, Text: "복구를 해 봤습니다 🙂, in front of the team.", On: "2026-10-12", Witness: "Ines"})
	piece("2", item(1, 0), progress.Evidence{Kind: progress.EvidenceLink, URL: "https://example.org/pull/7", Text: "the failing test it fixed"})
	piece("3", item(2, 1), progress.Evidence{
		Kind: progress.EvidenceFile, Name: "기록.pdf", Path: "/home/mina/private/기록.pdf", Size: 48200, SHA256: strings.Repeat("0f", 32),
	})
	piece("4", item(3, 6), progress.Evidence{Kind: progress.EvidenceNote, Text: "Not on my own yet, so it counts nowhere."})
	s.Trend = []progress.Step{
		{At: sampleTime.AddDate(-2, 0, 0), Level: 0}, {At: sampleTime.AddDate(0, -8, 0), Level: 1}, {At: sampleTime.AddDate(0, -2, 0), Level: 2},
	}
	s.Goal = progress.Goal{Guide: s.Guide.Slug, Level: 3, By: "2027-06-30"}
	s.Forecast = progress.Forecast{
		Outlook: progress.Foreseeable, Missing: 2, Gained: 9, Days: 120, From: sampleTime.AddDate(0, 0, 20), To: sampleTime.AddDate(0, 0, 41),
	}
	s.Predicted = &progress.Prediction{Level: 3, At: sampleTime.AddDate(0, -2, 0).UnixMilli()}
	old := s.Marks[item(1, 1)]
	old.At = sampleTime.AddDate(-1, -2, 0).UnixMilli()
	s.Marks[item(1, 1)] = old
	s.Raters = map[string]map[string]progress.Mark{"Ines 🦉": {}}
	for place, v := range []progress.Verdict{progress.OnMyOwn, progress.CanTeach, progress.NotYet} {
		s.Raters["Ines 🦉"][item(2, place)] = progress.Mark{
			Item: item(2, place), Verdict: v, Origin: progress.OriginRater, At: sampleTime.AddDate(0, 0, -9).UnixMilli(),
		}
	}
	s.Carryings = carryings(s.Guide)
	return New([]Subject{s}, Options{
		Person: "Mina Park", At: sampleTime, Since: sampleTime.AddDate(-1, 0, 0), Items: true, Strands: true, Evidence: true,
		Goal: true, Stale: true, Patience: progress.Usual, Others: true, Editions: true,
		Activity: []progress.Day{{Date: sampleTime.AddDate(0, 0, -40), Marks: 3}, {Date: sampleTime.AddDate(0, 0, -39)}, {Date: sampleTime, Marks: 12}},
	}, english)
}
