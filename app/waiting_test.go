package app

import (
	"maps"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// hearing is a page: what it brought, and what it heard.
type hearing struct{ words []word }

func (h *hearing) hear(event, value string) {
	h.words = append(h.words, word{event: event, value: value})
}

func TestWhatHappensBeforeThePageListensIsToldOnceItDoes(t *testing.T) {
	a := testApp(t)
	var page hearing
	a.waiting.begin(page.hear)
	a.arrive(Arrival{Link: "levelica://guide/backend-engineering/level/3"})
	a.waiting.tell(eventChanged, "")
	a.warn(newFault("disk_full", "path", "/home/미나"))
	a.arrive(Arrival{Link: "levelica://guide/nonesuch 🙂"})
	a.waiting.tell(eventChanged, "")
	if len(page.words) > 0 {
		t.Fatalf("a page that does not listen is told %+v", page.words)
	}
	if err := a.PageListens(); err != nil {
		t.Fatal(err)
	}
	var events []string
	for _, heard := range page.words {
		events = append(events, heard.event)
	}
	if want := []string{eventGo, eventWarning, eventRefused, eventChanged}; !slices.Equal(events, want) {
		t.Errorf("the page heard %q, want %q", events, want)
	}
}

func TestAPageThatIsLoadedAgainIsToldNothingUntilItListens(t *testing.T) {
	a := testApp(t)
	var page hearing
	a.waiting.begin(page.hear)
	a.waiting.listen()
	a.opening()
	a.arrive(Arrival{Link: "levelica://guide/backend-engineering"})
	if len(page.words) > 0 {
		t.Fatalf("a page that does not listen is told %+v", page.words)
	}
	a.waiting.listen()
	if len(page.words) != 1 || page.words[0].value != "#/guides/backend-engineering" {
		t.Errorf("the page heard %+v", page.words)
	}
}

func TestAFileThatIsOpenedWhileThePageIsLoadedAgainIsOfferedOnce(t *testing.T) {
	path := exported(t, "기록 🙂.levelica")
	a := testApp(t)
	var page hearing
	a.waiting.begin(page.hear)
	a.waiting.listen()
	a.opening()
	a.arrive(Arrival{File: path})
	a.waiting.listen()
	a.waiting.listen()
	if len(page.words) != 1 || page.words[0].value != "#/settings/import" {
		t.Errorf("the page heard %+v", page.words)
	}
	if v, err := a.ChooseImport(true); err != nil || v.Name != "기록 🙂.levelica" {
		t.Errorf("it is offered as %+v, %v", v, err)
	}
}

func TestAPageThatNeverListenedHasShownNothing(t *testing.T) {
	a := testApp(t)
	a.arrive(Arrival{Link: "levelica://guide/backend-engineering"})
	for page := range 2 {
		if got := a.opening().Address; got != "#/guides/backend-engineering" {
			t.Errorf("page %d opens at %q", page+1, got)
		}
	}
}

// TestNothingIsLostAndNothingToldTwice has pages come, listen and go in any order while things happen.
func TestNothingIsLostAndNothingToldTwice(t *testing.T) {
	kinds := []string{eventGo, eventRefused, eventChanged, eventWarning, eventStep, eventResize}
	rapid.Check(t, func(t *rapid.T) {
		var w waiting
		var page hearing
		wanted := map[string]string{} // what happened and was not overtaken, by its kind or, of steps, by itself
		brought := map[string]string{}
		shown := map[string]int{}
		listens := false
		w.begin(func(event, value string) {
			if !listens {
				t.Fatalf("%s is told to nobody", value)
			}
			page.hear(event, value)
		})
		listen := func() {
			for _, value := range brought {
				shown[value]++
			}
			clear(brought)
			listens = true
			w.listen()
		}
		for n := range rapid.IntRange(1, 60).Draw(t, "steps") {
			switch rapid.SampledFrom([]string{"happens", "happens", "opened", "listens", "ended"}).Draw(t, "step") {
			case "happens":
				kind := rapid.SampledFrom(kinds).Draw(t, "kind")
				value := kind + " " + string(rune('가'+n))
				w.tell(kind, value)
				if slices.Contains(steps, kind) {
					kind = value
				}
				wanted[kind] = value
			case "opened":
				listens = false
				w.silence()
				clear(brought)
				for _, kind := range kinds[:2] {
					if value := w.bring(kind); value != "" {
						brought[kind] = value
					}
				}
			case "listens":
				listen()
			case "ended":
				listens = false
				clear(brought)
				w.silence()
			}
		}
		listen()
		for _, heard := range page.words {
			shown[heard.value]++
		}
		for value, times := range shown {
			if times > 1 {
				t.Errorf("%q is shown %d times", value, times)
			}
		}
		for _, value := range slices.Sorted(maps.Values(wanted)) {
			if shown[value] != 1 {
				t.Errorf("%q is lost: %+v", value, page.words)
			}
		}
	})
}
