package journal

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/levelica/levelica/internal/progress"
)

// computer is one of several that exchange their journals. Its clock is wrong by as much as it is.
type computer struct {
	j    *Journal
	skew time.Duration
	sent []string // files that it has made
}

// TestComputersThatExchangeFilesInAnyOrderEndEqual lets two or three computers with wrong clocks
// record things and read each other's files, old ones and twice too. After all have read all, they
// hold the same rows and say the same of where the person stands.
func TestComputersThatExchangeFilesInAnyOrderEndEqual(t *testing.T) {
	// A round takes a second, with all the files that it writes: a few are made unless more are asked for.
	if checks := flag.Lookup("rapid.checks"); checks.Value.String() == checks.DefValue {
		if err := checks.Value.Set("6"); err != nil {
			t.Fatal(err)
		}
		defer func() { _ = checks.Value.Set(checks.DefValue) }()
	}
	rapid.Check(t, func(rt *rapid.T) {
		root, err := os.MkdirTemp(t.TempDir(), "")
		if err != nil {
			rt.Fatal(err)
		}
		defer func() { _ = os.RemoveAll(root) }()
		wall := noon
		computers := make([]*computer, rapid.IntRange(2, 3).Draw(rt, "computers"))
		for i := range computers {
			c := &computer{skew: time.Duration(rapid.IntRange(-400, 400).Draw(rt, "days")) * 24 * time.Hour}
			c.j, err = Open(t.Context(), filepath.Join(root, fmt.Sprint(i)), Options{Now: func() time.Time { return wall.Add(c.skew) }})
			if err != nil {
				rt.Fatal(err)
			}
			defer c.j.Close()
			// Losing power is another test's matter, and this one writes a lot.
			if err := c.j.db.Exec("PRAGMA synchronous = OFF").Error; err != nil {
				rt.Fatal(err)
			}
			computers[i] = c
		}
		one := func() *computer { return rapid.SampledFrom(computers).Draw(rt, "computer") }
		must := func(err error) {
			if err != nil {
				rt.Fatal(err)
			}
		}
		send := func(c *computer) string {
			path := filepath.Join(root, fmt.Sprintf("%p-%d", c, len(c.sent)))
			must(c.j.Export(t.Context(), path, ""))
			c.sent = append(c.sent, path)
			return path
		}
		receive := func(c *computer, path string) {
			a, err := OpenArchive(t.Context(), root, path, "")
			must(err)
			_, err = c.j.Import(t.Context(), a, "")
			must(err)
			must(a.Close())
		}
		// The first one's profile is everybody's: they begin by moving.
		everything := send(computers[0])
		for _, c := range computers[1:] {
			receive(c, everything)
		}
		var paused []progress.Assessment
		var evidence []progress.Evidence
		rt.Repeat(map[string]func(*rapid.T){
			"rate": func(rt *rapid.T) {
				item := rapid.SampledFrom([]string{"be-001", "be-002", "be-003"}).Draw(rt, "item")
				must(one().j.Record(t.Context(), markOf(item, progress.Verdict(rapid.IntRange(-1, 3).Draw(rt, "verdict")))))
			},
			"note": func(rt *rapid.T) {
				e := noteOf("be-001", rapid.SampledFrom([]string{"근거 🙂", "راجع", "x"}).Draw(rt, "text"))
				evidence = append(evidence, e)
				must(one().j.AddEvidence(t.Context(), e))
			},
			"take back a note": func(rt *rapid.T) {
				if len(evidence) == 0 {
					return
				}
				e := rapid.SampledFrom(evidence).Draw(rt, "evidence")
				must(one().j.AddEvidence(t.Context(), progress.Evidence{ID: newID(), Guide: e.Guide, Item: e.Item, Removes: e.ID}))
			},
			"rename": func(rt *rapid.T) {
				c := one()
				must(c.j.RenameProfile(t.Context(), c.j.Profile().ID, rapid.SampledFrom([]string{"미나", "Mina", "מינה"}).Draw(rt, "name")))
			},
			"pause": func(*rapid.T) {
				a := progress.Assessment{
					ID: newID(), Guide: "backend-engineering", Kind: progress.KindPlacement, Edition: 1,
					Answers: "[]", State: progress.Paused, Result: "{}",
				}
				paused = append(paused, a)
				must(one().j.SaveAssessment(t.Context(), a))
			},
			"go on": func(rt *rapid.T) {
				if len(paused) == 0 {
					return
				}
				a := rapid.SampledFrom(paused).Draw(rt, "assessment")
				a.Answers = fmt.Sprintf("[%d]", rapid.IntRange(0, 9).Draw(rt, "answer"))
				// It may be over on this computer already.
				if rapid.Bool().Draw(rt, "accept") {
					_ = one().j.Accept(t.Context(), a, nil, nil)
					return
				}
				a.State = rapid.SampledFrom([]progress.AssessmentState{progress.Paused, progress.Discarded}).Draw(rt, "state")
				_ = one().j.SaveAssessment(t.Context(), a)
			},
			"send": func(*rapid.T) { send(one()) },
			"time": func(rt *rapid.T) {
				wall = wall.Add(time.Duration(rapid.IntRange(-3, 72).Draw(rt, "hours")) * time.Hour)
			},
			"clock set": func(rt *rapid.T) {
				one().skew = time.Duration(rapid.IntRange(-400, 400).Draw(rt, "days")) * 24 * time.Hour
			},
			"read an old file": func(rt *rapid.T) {
				if from := one(); len(from.sent) > 0 {
					receive(one(), rapid.SampledFrom(from.sent).Draw(rt, "file"))
				}
			},
		})
		for range 2 { // the second time brings to all what the first brought to some
			for _, from := range computers {
				path := send(from)
				for _, to := range computers {
					receive(to, path)
				}
			}
		}
		for _, c := range computers {
			must(checkNewest(t.Context(), c.j.db, c.j.path))
		}
		first := computers[0]
		for _, c := range computers[1:] {
			if diff := cmp.Diff(rowsIn(t, first.j), rowsIn(t, c.j)); diff != "" {
				rt.Fatalf("the journals differ:\n%s", diff)
			}
			standing := func(j *Journal) map[string]progress.Mark {
				marks, err := j.Marks(t.Context(), "backend-engineering")
				must(err)
				return progress.Present("backend-engineering", marks)
			}
			if diff := cmp.Diff(standing(first.j), standing(c.j)); diff != "" {
				rt.Fatalf("the standings differ:\n%s", diff)
			}
		}
	})
}
