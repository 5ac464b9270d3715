//go:build window

package window

import (
	"testing"
	"time"

	"github.com/google/uuid"

	"github.com/levelica/levelica/build/window/atspi"
	"github.com/levelica/levelica/internal/guide"
	"github.com/levelica/levelica/internal/journal"
	"github.com/levelica/levelica/internal/locale"
	"github.com/levelica/levelica/internal/progress"
)

// tickedYearsAgo writes a journal whose person ticked items two years ago, and not since.
func (s *session) tickedYearsAgo(items ...guide.Item) {
	s.t.Helper()
	then := time.Now().AddDate(-2, 0, 0)
	j, err := journal.Open(s.t.Context(), s.data, journal.Options{Person: "박민아", Now: func() time.Time { return then }})
	if err != nil {
		s.t.Fatal(err)
	}
	g := theGuide(s.t)
	for _, item := range items {
		err := j.Record(s.t.Context(), progress.Mark{
			ID: uuid.Must(uuid.NewV7()).String(), Guide: backend, Item: item.ID, Verdict: progress.OnMyOwn,
			Origin: progress.OriginSelf, Edition: g.Edition, Digest: item.Digest, At: then.UnixMilli(),
		})
		if err != nil {
			s.t.Fatal(err)
		}
	}
	if err := j.Close(); err != nil {
		s.t.Fatal(err)
	}
}

func TestAFreshLookIsTakenByKeysAlone(t *testing.T) {
	s := begin(t, 1280, 800)
	items := theGuide(t).Levels[0].Items[:2]
	s.tickedYearsAgo(items...)
	w := s.start()
	w.element("link", say(t, "fresh.all", locale.Args{"n": len(items)}))
	w.focus()
	w.goTo("link", say(t, "fresh.all", locale.Args{"n": len(items)}))
	asked := func(tree *atspi.Element) string {
		for _, item := range items {
			if tree.Find("heading", item.Text) != nil {
				return item.Text
			}
		}
		return ""
	}
	first := asked(w.see("an item to look at", func(tree *atspi.Element) bool { return asked(tree) != "" }))
	w.press('y')
	w.see("the other item", func(tree *atspi.Element) bool { other := asked(tree); return other != "" && other != first })
	w.press('n')
	w.element("heading", say(t, "fresh.done"))
	if got := s.journal(s.data); got.Done != 1 || got.Rated != 2 {
		t.Errorf("the journal holds %+v, want one of two items confirmed", got)
	}
}

func TestAGoalIsKeptInInsights(t *testing.T) {
	s := begin(t, 1280, 800)
	s.mark("on-my-own", theGuide(t).Levels[0].Items[:3]...)
	w := s.start()
	w.do("link", say(t, "insights"))
	w.element("heading", say(t, "insights.goal"))
	w.element("combo box", say(t, "insights.goal.level"))
	w.do("menu item", locale.For("en").Text("level.name", locale.Args{"level": 1}))
	w.do("button", say(t, "insights.goal.set"))
	w.words(say(t, "insights.goal.kept"))
}
