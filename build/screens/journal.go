package main

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"time"

	"github.com/google/uuid"

	"github.com/levelica/levelica/internal/guide"
	"github.com/levelica/levelica/internal/journal"
	"github.com/levelica/levelica/internal/progress"
)

// now is when all pictures are taken: a Friday morning. Whatever the pictures say of days and ages
// follows from it, so that they are the same tomorrow.
var now = time.Date(2026, time.November, 20, 9, 30, 0, 0, time.UTC)

// path is how a person goes through a guide.
type path struct {
	guide  string
	level  int // that they stand on now
	months int // ago, when they began
	pace   float64
}

// The person of the pictures: a backend engineer of two years who looks around.
var paths = []path{
	{"backend-engineering", 4, 24, 1},
	{"cybersecurity-awareness", 3, 15, 1.4},
	{"data-engineering", 2, 9, 1.2},
	{"ai-utilization", 1, 2, 1},
}

// evidence is what they keep, in the language of the pictures.
var evidence = map[string][]progress.Evidence{
	"en": {
		{Item: "be-021", Kind: progress.EvidenceLink, URL: "https://git.example.org/orders/merge/412", Text: "Both client releases against one endpoint"},
		{Item: "be-024", Kind: progress.EvidenceNote, Text: "From 840 ms to 95 ms for the monthly list, plan before and after in the ticket.", Witness: "Tomás"},
		{Item: "be-028", Kind: progress.EvidenceLink, URL: "https://wiki.example.org/deploy", Text: "Steps that Aiko followed alone"},
		{Item: "be-031", Kind: progress.EvidenceNote, Text: "Repeated payments are recognised by their key; tested with a client that sends twice."},
		{Item: "cs-021", Kind: progress.EvidenceNote, Text: "Every account of the household with its second step.", Witness: "Jun"},
	},
	"ko": {
		{Item: "be-021", Kind: progress.EvidenceLink, URL: "https://git.example.org/orders/merge/412", Text: "한 엔드포인트로 두 클라이언트 버전을 지원한 기록"},
		{Item: "be-024", Kind: progress.EvidenceNote, Text: "월간 목록 조회를 840ms에서 95ms로 줄였고, 전후 실행 계획은 티켓에 있습니다.", Witness: "김도윤"},
		{Item: "be-028", Kind: progress.EvidenceLink, URL: "https://wiki.example.org/deploy", Text: "동료가 혼자 따라 한 배포 절차"},
		{Item: "be-031", Kind: progress.EvidenceNote, Text: "중복 결제는 키로 알아봅니다. 두 번 보내는 클라이언트로 시험했습니다."},
		{Item: "cs-021", Kind: progress.EvidenceNote, Text: "가족 모두의 계정과 2단계 인증을 정리했습니다.", Witness: "박준"},
	},
}

var people = map[string]string{"en": "Mina Park", "ko": "박민아"}

// writeJournal writes the record of that person to a folder. It is the same at every call, but for
// identifiers that nothing shows.
func writeJournal(ctx context.Context, folder, language string) (err error) {
	clock := now.AddDate(-2, 0, 0)
	j, err := journal.Open(ctx, folder, journal.Options{Person: people[language], Now: func() time.Time { return clock }})
	if err != nil {
		return fmt.Errorf("write the journal of the pictures: %w", err)
	}
	defer func() { err = errors.Join(err, j.Close()) }()
	library := guide.Shipped()
	var marks []progress.Mark
	for i, p := range paths {
		g, err := library.Guide(p.guide, guide.DefaultLanguage)
		if err != nil {
			return err
		}
		walked, err := p.walk(g, rand.New(rand.NewPCG(7, uint64(i))))
		if err != nil {
			return err
		}
		marks = append(marks, walked...)
	}
	slices.SortStableFunc(marks, func(a, b progress.Mark) int { return int(a.At - b.At) })
	for _, m := range marks {
		clock = time.UnixMilli(m.At)
		if err := j.Record(ctx, m); err != nil {
			return err
		}
	}
	for i, e := range evidence[language] {
		clock = now.AddDate(0, 0, -40+7*i)
		e.Guide = guideOf(e.Item)
		e.On = clock.Format(time.DateOnly)
		if e.ID, err = newID(); err != nil {
			return err
		}
		if err := j.AddEvidence(ctx, e); err != nil {
			return err
		}
	}
	id, err := newID()
	if err != nil {
		return err
	}
	clock = now.AddDate(0, 0, -30)
	return j.SetGoal(ctx, progress.Goal{ID: id, Guide: "backend-engineering", Level: 5, By: "2027-03-01"})
}

// walk returns the marks of a person who goes through a guide: what lies below their level mostly
// done, some of it with help at first, what lies above hardly touched.
func (p path) walk(g *guide.Guide, dice *rand.Rand) ([]progress.Mark, error) {
	var marks []progress.Mark
	began := now.AddDate(0, -p.months, 0)
	span := now.Sub(began).Hours()
	reach := 10 * (p.level + 1)
	for i := range reach {
		level := i/10 + 1
		item := g.Levels[level-1].Items[i%10]
		// Faster at first, and never later than yesterday.
		part := float64(i) / float64(reach)
		at := began.Add(time.Duration(part*part/p.pace*span*0.97)*time.Hour + time.Duration(dice.IntN(600))*time.Minute)
		if at.After(now.AddDate(0, 0, -1)) {
			at = now.AddDate(0, 0, -1).Add(-time.Duration(dice.IntN(6)) * time.Hour)
		}
		verdict, luck := progress.OnMyOwn, dice.IntN(100)
		switch {
		case level <= p.level && luck < 8:
			verdict = progress.CanTeach
		case level <= p.level && luck < 20:
			verdict = progress.WithHelp
		case level > p.level && luck < 50:
			continue
		case level > p.level && luck < 75:
			verdict = progress.WithHelp
		}
		if verdict == progress.OnMyOwn && luck > 80 {
			first, err := mark(g, item, progress.WithHelp, at)
			if err != nil {
				return nil, err
			}
			marks = append(marks, first)
			at = at.Add(now.Sub(at) / 2)
		}
		m, err := mark(g, item, verdict, at)
		if err != nil {
			return nil, err
		}
		marks = append(marks, m)
	}
	return marks, nil
}

func mark(g *guide.Guide, item guide.Item, verdict progress.Verdict, at time.Time) (progress.Mark, error) {
	id, err := newID()
	return progress.Mark{
		ID: id, Guide: g.Slug, Item: item.ID, Verdict: verdict, Origin: progress.OriginSelf,
		Edition: g.Edition, Digest: item.Digest, At: at.UnixMilli(),
	}, err
}

func newID() (string, error) {
	id, err := uuid.NewV7()
	return id.String(), err
}

// guideOf returns the guide that an item of the pictures belongs to.
func guideOf(item string) string {
	if item[:2] == "cs" {
		return "cybersecurity-awareness"
	}
	return "backend-engineering"
}
