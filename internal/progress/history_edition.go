package progress

import (
	"cmp"
	"slices"
	"sort"
	"time"

	"github.com/levelica/levelica/internal/guide"
)

// What counted in an earlier edition of a guide is reckoned by that edition: a level that was reached
// then was reached, whatever has been retired or moved since.

// span is the time from which on an edition counted.
type span struct {
	from    time.Time
	edition int
}

// Through tells a history when the editions of its guide began, and returns it: with the receipt that
// carried the answers, or with the first answer that was given to it. Without it, and for a guide in its
// first edition, all times are reckoned by the guide as it is.
func (h *History) Through(receipts []Receipt) *History {
	if h.guide.Edition <= 1 {
		return h
	}
	var all []span
	start := 0 // the edition before all receipts
	for i := range h.marks {
		all = append(all, span{h.Time(i), h.marks[i].Edition})
	}
	for _, r := range receipts {
		if r.Guide == h.guide.Slug && r.Undoes == "" {
			all = append(all, span{h.moment(r.Clock, r.At), r.To})
			if start == 0 || r.From < start {
				start = r.From
			}
		}
	}
	if start > 0 {
		all = append(all, span{edition: start})
	}
	sort.Slice(all, func(i, j int) bool {
		return cmp.Or(all[i].from.Compare(all[j].from), cmp.Compare(all[i].edition, all[j].edition)) < 0
	})
	h.spans = nil
	for _, s := range all {
		// An edition later than the guide's own is one of another computer.
		s.edition = min(max(s.edition, 1), h.guide.Edition)
		if len(h.spans) == 0 || s.edition > h.spans[len(h.spans)-1].edition {
			h.spans = append(h.spans, s)
		}
	}
	// What nobody has carried yet counts by the guide as it is from now on.
	if n := len(h.spans); n > 0 && h.spans[n-1].edition < h.guide.Edition {
		h.spans = append(h.spans, span{h.now, h.guide.Edition})
	}
	return h
}

// editions returns the spans; a single one where the guide never changed.
func (h *History) editions() []span {
	if len(h.spans) == 0 {
		return []span{{edition: h.guide.Edition}}
	}
	return h.spans
}

// editionAt returns the edition that counted at a time. Before the first answer it is that of the first.
func (h *History) editionAt(t time.Time) int {
	spans := h.editions()
	edition := spans[0].edition
	for _, s := range spans[1:] {
		if !s.from.After(t) {
			edition = s.edition
		}
	}
	return edition
}

// outline returns the guide as it was in an edition.
func (h *History) outline(edition int) *guide.Guide {
	if edition == h.guide.Edition {
		return h.guide
	}
	return h.guide.AsOf(edition)
}

// retold says which items that were done in one edition are gone in a later one, and which of those
// that stay have words of another detail.
func (h *History) retold(c *Change, was, is *guide.Guide, done map[string]Mark) {
	if was.Edition == is.Edition {
		return
	}
	for _, level := range was.Levels {
		for _, item := range level.Items {
			if !isDone(done, item.ID) {
				continue
			}
			now, stays := is.Item(item.ID)
			switch {
			case !stays:
				c.Retired = append(c.Retired, item.ID)
			case (answered{edition: was.Edition, deciding: Mark{Digest: item.Digest}}).reworded(now, h.until(item.ID, is.Edition)):
				c.Reworded = append(c.Reworded, item.ID)
			}
		}
	}
}

// until returns how an item stood before an edition, the oldest first.
func (h *History) until(item string, edition int) []guide.Past {
	return slices.DeleteFunc(h.guide.Steps(item, 0), func(p guide.Past) bool { return p.Until >= edition })
}
