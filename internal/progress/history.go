package progress

import (
	"slices"
	"sort"
	"time"

	"github.com/levelica/levelica/internal/guide"
)

// History is the marks and the evidence of one guide in the order of their clocks, ready to be asked
// about any time. Its times are those of the logical clocks: they never run backwards, whatever the
// system clock did meanwhile. A logical clock that was once told a day to come counts on from there;
// until that day, what has such a clock is dated by what the computer showed (see dated).
type History struct {
	guide    *guide.Guide
	marks    []Mark
	ahead    []time.Time // of the last marks, whose clocks are ahead of now
	evidence []Evidence
	now      time.Time
	spans    []span // when the editions of the guide began, where it has had others
}

// NewHistory sorts the marks and the evidence that concern a guide. Their order is free.
func NewHistory(g *guide.Guide, marks []Mark, evidence []Evidence, now time.Time) *History {
	h := &History{guide: g, marks: inOrder(g.Slug, marks), now: now}
	h.ahead = dated(h.marks, now)
	for _, e := range evidence {
		if e.Guide == g.Slug {
			h.evidence = append(h.evidence, e)
		}
	}
	return h
}

// Began returns the time of the first mark, and whether there is one.
func (h *History) Began() (time.Time, bool) {
	if len(h.marks) == 0 {
		return time.Time{}, false
	}
	return h.Time(0), true
}

// Marks returns the claiming marks of the guide in their order. They are not to be changed.
func (h *History) Marks() []Mark { return h.marks }

// Time returns when a mark was made, by its place among Marks. It is never earlier than that of the one
// before, and never ahead of now.
func (h *History) Time(mark int) time.Time { return timeOf(h.marks, h.ahead, mark) }

func timeOf(marks []Mark, ahead []time.Time, mark int) time.Time {
	if first := len(marks) - len(ahead); mark >= first {
		return ahead[mark-first]
	}
	return marks[mark].Clock.Time()
}

// dated returns the times of those marks, the last ones of a sorted list, whose clocks are ahead of
// now. The computer once showed a day to come, and all that follows has been counted on from there;
// what the computer showed at each mark is right again since it was set. Where that lies between the
// mark before and the one after, it is the time; the mark that was made on the wrong day gets that of
// the one after it.
func dated(marks []Mark, now time.Time) []time.Time {
	first := len(marks)
	for first > 0 && marks[first-1].Clock.Time().After(now) {
		first--
	}
	earliest := time.Time{}
	if first > 0 {
		earliest = marks[first-1].Clock.Time()
	}
	times := make([]time.Time, len(marks)-first)
	latest := now
	for i := len(times) - 1; i >= 0; i-- {
		if at := time.UnixMilli(marks[first+i].At).UTC(); at.Before(latest) {
			latest = at
		}
		if latest.Before(earliest) {
			latest = earliest
		}
		times[i] = latest
	}
	return times
}

// moment returns when something else than a mark was made, from its clock and from what the computer
// showed.
func (h *History) moment(c Clock, at int64) time.Time {
	t := c.Time()
	if !t.After(h.now) {
		return t
	}
	if shown := time.UnixMilli(at).UTC(); shown.Before(h.now) {
		return shown
	}
	return h.now
}

// Step is a level that was reached or left.
type Step struct {
	At    time.Time
	Level int
}

// Trend returns the level over time: a step for the first mark, and one for every change of level
// after it. Between two steps the level stays.
func (h *History) Trend() []Step {
	// One look-up a mark: where the item is among all that ever were, and from that its level.
	spans := h.editions()
	place := make(map[string]int, h.guide.Items())
	outlines := make([]*guide.Guide, len(spans))
	for i, s := range spans {
		outlines[i] = h.outline(s.edition)
		for _, level := range outlines[i].Levels {
			for _, item := range level.Items {
				if _, known := place[item.ID]; !known {
					place[item.ID] = len(place)
				}
			}
		}
	}
	done := make([]bool, len(place))
	levelOf, levels := laidOut(outlines[0], place, done)
	var steps []Step
	step := func(at time.Time) {
		level := reachedBy(levels, Needed, NeededBelow)
		if len(steps) == 0 || steps[len(steps)-1].Level != level {
			steps = append(steps, Step{at, level})
		}
	}
	now := 0 // the span
	begin := func() {
		now++
		if levelOf, levels = laidOut(outlines[now], place, done); len(steps) > 0 {
			step(spans[now].from)
		}
	}
	for i := range h.marks {
		m := &h.marks[i]
		for now+1 < len(spans) && !spans[now+1].from.After(h.Time(i)) {
			begin()
		}
		at, known := place[m.Item]
		if !known {
			continue
		}
		counts := m.Verdict.Counts()
		if done[at] == counts && len(steps) > 0 {
			continue
		}
		if done[at] != counts {
			done[at] = counts
			switch level := levelOf[at]; {
			case level < 0: // not in this edition
			case counts:
				levels[level].Done++
			default:
				levels[level].Done--
			}
		}
		step(h.Time(i))
	}
	for now+1 < len(spans) {
		begin()
	}
	return steps
}

// laidOut returns the level of each place in an edition, -1 where it has none, and how many are done on
// each level.
func laidOut(g *guide.Guide, place map[string]int, done []bool) (levelOf []int, levels []LevelStanding) {
	levelOf = slices.Repeat([]int{-1}, len(place))
	levels = make([]LevelStanding, len(g.Levels))
	for i, level := range g.Levels {
		levels[i].Number = level.Number
		for _, item := range level.Items {
			at := place[item.ID]
			levelOf[at] = i
			if done[at] {
				levels[i].Done++
			}
		}
	}
	return levelOf, levels
}

// At returns the present marks and the evidence as they were at a time, that moment included.
func (h *History) At(t time.Time) (present map[string]Mark, pieces map[string][]Evidence) {
	// The marks up to that time, from the newest back: the first of an item is its present.
	until := sort.Search(len(h.marks), func(i int) bool { return h.Time(i).After(t) })
	present = map[string]Mark{}
	seen := map[string]bool{}
	for i := until - 1; i >= 0; i-- {
		m := &h.marks[i]
		if seen[m.Item] {
			continue
		}
		seen[m.Item] = true
		if m.Verdict != Cleared {
			present[m.Item] = *m
		}
	}
	var then []Evidence
	for _, e := range h.evidence {
		if !h.moment(e.Clock, e.At).After(t) {
			then = append(then, e)
		}
	}
	return present, Pieces(h.guide.Slug, then)
}

// Change is what became different between two times.
type Change struct {
	From, To           time.Time
	LevelFrom, LevelTo int
	DoneFrom, DoneTo   int
	Gained             []string // items that became done alone, in the order of the guide
	Lost               []string // items that no longer are
	Evidenced          []string // items that got their first evidence
	// The editions of the guide then and now, and, where they differ, the items that were done and are
	// gone since, and those whose words became others.
	EditionFrom, EditionTo int
	Retired, Reworded      []string
	Strands                []StrandChange
}

// StrandChange is a strand whose level became different.
type StrandChange struct {
	ID       string
	From, To int
}

// Nothing reports whether nothing changed.
func (c Change) Nothing() bool {
	return c.LevelFrom == c.LevelTo && c.EditionFrom == c.EditionTo && len(c.Gained)+len(c.Lost)+len(c.Evidenced)+len(c.Strands) == 0
}

// Between returns what changed from one time to another. It takes them in either order.
func (h *History) Between(from, to time.Time) Change {
	if to.Before(from) {
		from, to = to, from
	}
	before, piecesBefore := h.At(from)
	after, piecesAfter := h.At(to)
	was, is := h.outline(h.editionAt(from)), h.outline(h.editionAt(to))
	old, now := Stand(was, before), Stand(is, after)
	c := Change{
		From: from, To: to, LevelFrom: old.Level, LevelTo: now.Level, DoneFrom: old.Done, DoneTo: now.Done,
		EditionFrom: was.Edition, EditionTo: is.Edition,
	}
	h.retold(&c, was, is, before)
	for _, level := range is.Levels {
		for _, item := range level.Items {
			did, does := isDone(before, item.ID), isDone(after, item.ID)
			switch {
			case does && !did:
				c.Gained = append(c.Gained, item.ID)
			case did && !does:
				c.Lost = append(c.Lost, item.ID)
			}
			if len(piecesBefore[item.ID]) == 0 && len(piecesAfter[item.ID]) > 0 {
				c.Evidenced = append(c.Evidenced, item.ID)
			}
		}
	}
	shapeBefore, shapeAfter := ShapeOf(was, before, old), ShapeOf(is, after, now)
	for i, s := range shapeAfter.Strands {
		if was := shapeBefore.Strands[i].Level; was != s.Level {
			c.Strands = append(c.Strands, StrandChange{ID: s.ID, From: was, To: s.Level})
		}
	}
	return c
}

func isDone(present map[string]Mark, item string) bool {
	m, rated := present[item]
	return rated && m.Verdict.Counts()
}
