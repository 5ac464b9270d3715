package app

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/levelica/levelica/internal/locale"
)

// drawnState is a journal whose Home the window has drawn, in testdata/drawn: what is answered after the
// one before. build/window holds that the window draws them so.
type drawnState struct {
	Name    string `json:"name"`
	Answers []struct {
		Guide   string   `json:"guide"`
		Verdict string   `json:"verdict"`
		Items   []string `json:"items"`
	} `json:"answers"`
}

func drawnStates(t *testing.T) (states []drawnState) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "drawn", "states.json"))
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, &states); err != nil {
		t.Fatal(err)
	}
	return states
}

// startsOf returns what each state starts with.
func startsOf(t *testing.T, a *App, states []drawnState) (starts []StartView) {
	t.Helper()
	// Each answer is later than the one before: at the last one the person left off.
	var seconds atomic.Int64
	a.now = func() time.Time { return noon.Add(time.Duration(seconds.Add(1)) * time.Second) }
	for _, state := range states {
		for _, answers := range state.Answers {
			for _, item := range answers.Items {
				if _, err := a.SetMarks(answers.Guide, []MarkRequest{{ID: newID(), Item: item, Verdict: answers.Verdict}}); err != nil {
					t.Fatal(err)
				}
			}
		}
		start, err := a.start()
		if err != nil {
			t.Fatal(err)
		}
		starts = append(starts, start)
	}
	return starts
}

var (
	drawnDay = regexp.MustCompile(`(<h1[^>]*><span[^>]*>)[^<]*`)
	drawnID  = regexp.MustCompile(`"c(\d+)`)
)

// drawnAs returns what the window drew, on another day. The numbers that it gives to its parts go on
// through its life, and say nothing: here they begin with 1.
func drawnAs(t *testing.T, name, today string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "drawn", name+".html"))
	if err != nil {
		t.Fatal(err)
	}
	first := 0
	markup := drawnID.ReplaceAllStringFunc(string(data), func(id string) string {
		number, err := strconv.Atoi(drawnID.FindStringSubmatch(id)[1])
		if err != nil {
			t.Fatal(err)
		}
		if first == 0 {
			first = number
		}
		return `"c` + strconv.Itoa(number-first+1)
	})
	return drawnDay.ReplaceAllString(markup, "${1}"+today)
}

func TestWhatGoFillsInIsToTheLetterWhatTheWindowDraws(t *testing.T) {
	a := testApp(t)
	states := drawnStates(t)
	starts := startsOf(t, a, states)
	for _, from := range states {
		for i, to := range states {
			filled, err := filledIn(a.words(), []byte(drawnAs(t, from.Name, "another day")), starts[i])
			if want := drawnAs(t, to.Name, starts[i].Home.Day.Today); err != nil || string(filled) != want {
				t.Errorf("the drawing of %s for %s: %v\n%s", from.Name, to.Name, err, difference(string(filled), want))
			}
		}
	}
}

func TestWhatGoFillsInIsInTheLanguageOfTheWindow(t *testing.T) {
	a := testApp(t)
	a.spoken.Store(locale.For("ko"))
	starts := startsOf(t, a, drawnStates(t))
	start := starts[len(starts)-1]
	drawn := drawnAs(t, "four-ko", start.Home.Day.Today)
	if filled, err := filledIn(a.words(), []byte(drawn), start); err != nil || string(filled) != drawn {
		t.Errorf("%v\n%s", err, difference(string(filled), drawn))
	}
}

func TestWhereSomethingWasAnsweredElsewhereTheNextStartBeginsWithHomeAsItIsNow(t *testing.T) {
	a := testApp(t)
	openPage(t, a, func(*http.Request) {})
	states := drawnStates(t)
	start := startsOf(t, a, states[:1])[0]
	keepDrawing(t, a, drawnAs(t, "one", start.Home.Day.Today))
	startsOf(t, a, states[1:2])
	a.now = func() time.Time { return noon.Add(24 * time.Hour) }
	now := a.now
	if err := a.close(); err != nil {
		t.Fatal(err)
	}
	next := appOn(t, a.dataDir)
	next.now = now
	page := openAhead(t, next)
	want := strings.ReplaceAll(drawnAs(t, "two", "Monday, 23 November"), ` data-then=""`, "")
	want = strings.Replace(want, "You left off today", "You left off yesterday", 1)
	if !strings.Contains(page, `<div id="app">`+want+`</div>`) {
		_, begins, _ := strings.Cut(page, `<div id="app">`)
		t.Errorf("the page begins otherwise: %s", difference(begins, want))
	}
	if _, err := os.Stat(next.drawnFile()); err != nil {
		t.Error("the drawing is not kept for the start after that")
	}
}

func TestADrawingIsNotFilledInWhereHomeIsBuiltInAnotherWayNow(t *testing.T) {
	a := testApp(t)
	starts := startsOf(t, a, drawnStates(t)[:1])
	start := starts[0]
	drawn := []byte(drawnAs(t, "one", start.Home.Day.Today))
	from := func(start StartView) string {
		key, err := a.drawnFrom(unfilled(start), FirstWidth)
		if err != nil {
			t.Fatal(err)
		}
		return key
	}
	for what, change := range map[string]func(*StartView){
		"a paused sitting":    func(v *StartView) { v.Home.Paused = []PausedSittingView{{Guide: backend}} },
		"a new edition":       func(v *StartView) { v.Home.News = []HomeNewsView{{Guide: backend, Text: "다시 🙂"}} },
		"a second person":     func(v *StartView) { v.Session.Profiles = append(v.Session.Profiles, PersonView{Name: "שלום"}) },
		"nothing can be kept": func(v *StartView) { v.Session.ReadOnly = true },
		"a fresh look": func(v *StartView) {
			v.Catalogue.Guides = slices.Clone(v.Catalogue.Guides)
			v.Catalogue.Guides[1].Standing.Stale = 2
		},
	} {
		now := start
		change(&now)
		if from(now) == from(start) {
			t.Errorf("%s: the drawing is filled in", what)
		}
	}
	for what, change := range map[string]func(*StartView){
		"nothing to do next":        func(v *StartView) { v.Home.Next = nil },
		"nothing was answered last": func(v *StartView) { v.Home.Last = HomeItemView{} },
		"nothing was started": func(v *StartView) {
			v.Catalogue.Guides = slices.Clone(v.Catalogue.Guides)
			for i := range v.Catalogue.Guides {
				v.Catalogue.Guides[i].Started = false
			}
		},
	} {
		now := start
		change(&now)
		if _, err := filledIn(a.words(), drawn, now); !errors.Is(err, errUnfit) {
			t.Errorf("%s: %v", what, err)
		}
	}
}

func TestWhatStoodInADrawingLeavesNoTraceAndNoTextCanActInIt(t *testing.T) {
	a := testApp(t)
	states := drawnStates(t)
	starts := startsOf(t, a, states)
	var drawings []string
	for _, state := range states {
		drawings = append(drawings, drawnAs(t, state.Name, "today"))
	}
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.SampledFrom([]string{"안녕 🙂 שלום", `</p><script>alert(1)</script>`, `" onclick="alert(1)`, "a & b\u00a0&amp;", strings.Repeat("긴말", 200)})
		// A Home of anything that a guide and a journal can say.
		draw := func(of StartView) StartView {
			of.Catalogue.Guides = slices.Clone(of.Catalogue.Guides)
			for i := range of.Catalogue.Guides {
				card := &of.Catalogue.Guides[i]
				card.Started, card.Title, card.Emoji = i == 1 || rapid.Bool().Draw(t, "started"), text.Draw(t, "title"), text.Draw(t, "emoji")
				card.Standing.Level = rapid.IntRange(0, 7).Draw(t, "level")
				card.CompleteAt = rapid.IntRange(0, 7).Draw(t, "complete")
				card.Titles = []string{text.Draw(t, "level 1"), text.Draw(t, "level 2")}
			}
			of.Home.Next = nil
			for i := range rapid.IntRange(1, homeItems).Draw(t, "next") {
				item := HomeItemView{Guide: backend, Level: 1, Item: fmt.Sprintf("be-%03d", i+1), Text: text.Draw(t, "item"), Strand: text.Draw(t, "strand")}
				of.Home.Next = append(of.Home.Next, item)
			}
			of.Home.Last.Text, of.Home.Day.Left, of.Home.Day.Today = text.Draw(t, "last"), text.Draw(t, "left"), text.Draw(t, "today")
			return of
		}
		fill := func(markup []byte, start StartView) []byte {
			filled, err := filledIn(a.words(), markup, start)
			if err != nil {
				t.Fatal(err)
			}
			return filled
		}
		which := rapid.IntRange(0, len(states)-1)
		first, second := draw(starts[which.Draw(t, "first")]), draw(starts[which.Draw(t, "second")])
		markup := []byte(drawings[which.Draw(t, "drawing")])
		filled := fill(fill(markup, first), second)
		if direct := fill(markup, second); !bytes.Equal(filled, direct) {
			t.Fatal(difference(string(filled), string(direct)))
		}
		if err := checkMarkup(string(filled)); err != nil {
			t.Fatal(err)
		}
	})
}

// difference returns where two texts part.
func difference(got, want string) string {
	at := 0
	for at < len(got) && at < len(want) && got[at] == want[at] {
		at++
	}
	around := func(s string) string { return s[max(0, min(at, len(s))-150):min(len(s), at+150)] }
	return fmt.Sprintf(" got %s\nwant %s", around(got), around(want))
}
