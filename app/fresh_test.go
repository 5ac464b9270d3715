package app

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/levelica/levelica/internal/locale"
)

func TestAFreshLookAsksTheLeastFreshItemsOfAllGuides(t *testing.T) {
	a, c := appWithClock(t, noon)
	rateOn(t, a, c, noon.AddDate(-3, 0, 0), "data-analysis", "on-my-own", itemsOf(t, "data-analysis", 1)...)
	rateOn(t, a, c, noon.AddDate(-2, 0, 0), backend, "can-teach", itemsOf(t, backend, 1)...)
	rateOn(t, a, c, noon.AddDate(0, -1, 0), backend, "on-my-own", itemsOf(t, backend, 2)...)
	c.now = noon
	v, err := a.fresh()
	if err != nil {
		t.Fatal(err)
	}
	if v.Stale != 20 || len(v.Round) != 12 {
		t.Fatalf("%d stale, %d in the round", v.Stale, len(v.Round))
	}
	first, last := v.Round[0], v.Round[11]
	if first.Guide != "data-analysis" || first.Verdict != "on-my-own" || first.Text == "" || first.Last != "2023-11-22" {
		t.Errorf("the first is %+v", first)
	}
	if last.Guide != backend || last.Verdict != "can-teach" || last.Level != 1 {
		t.Errorf("the last is %+v", last)
	}
}

func TestATerminalSaysWhatIsStaleAndHowItIsConfirmed(t *testing.T) {
	a, c := appWithClock(t, noon)
	rateOn(t, a, c, noon.AddDate(-3, 0, 0), "data-analysis", "can-teach", itemsOf(t, "data-analysis", 1)...)
	rateOn(t, a, c, noon.AddDate(-2, 0, 0), backend, "on-my-own", itemsOf(t, backend, 1)[:5]...)
	c.now = noon
	for language, wants := range map[string][]string{
		"en": {"Last confirmed 22 November 2023", "5 items ask for a fresh look: levelica fresh"},
		"ko": {"2023년 11월 22일", "다시 볼 항목이 5개 있습니다: levelica fresh"},
	} {
		var out bytes.Buffer
		on := &terminal{app: a, ctx: t.Context(), out: &out, words: locale.For(language)}
		if err := (freshCommand{}).Run(on); err != nil {
			t.Fatal(err)
		}
		if err := (statusCommand{Guide: backend}).Run(on); err != nil {
			t.Fatal(err)
		}
		for _, want := range append(wants, "\n  levelica mark data-analysis da-001 can-teach\n") {
			if !strings.Contains(out.String(), want) {
				t.Errorf("%s: %q is not said in\n%s", language, want, out.String())
			}
		}
	}
}

func TestConfirmingAnItemMakesItFreshAndLeavesTheLevel(t *testing.T) {
	a, c := appWithClock(t, noon)
	items := itemsOf(t, backend, 1)
	rateOn(t, a, c, noon.AddDate(-2, 0, 0), backend, "on-my-own", items...)
	c.now = noon
	before, err := a.standing(a.context(), backend)
	if err != nil || before.Level != 1 || before.Stale != 10 {
		t.Fatalf("level %d, %d stale, %v", before.Level, before.Stale, err)
	}
	after, err := a.SetMarks(backend, []MarkRequest{request(items[0], "on-my-own")})
	if err != nil || after.Level != 1 || after.Stale != 9 {
		t.Errorf("level %d, %d stale, %v", after.Level, after.Stale, err)
	}
	if v, err := a.fresh(); err != nil || v.Stale != 9 || v.Round[0].Item == items[0] {
		t.Errorf("%+v, %v", v, err)
	}
}

func TestADrillAsksForAFreshLookSooner(t *testing.T) {
	a, c := appWithClock(t, noon)
	drill := ""
	g, err := a.guides.Guide(backend, "en")
	if err != nil {
		t.Fatal(err)
	}
	for _, level := range g.Levels {
		for _, item := range level.Items {
			if item.Drill {
				drill = item.ID
			}
		}
	}
	rateOn(t, a, c, noon.AddDate(0, -7, 0), backend, "on-my-own", "be-001", drill)
	c.now = noon
	if v, err := a.fresh(); err != nil || len(v.Round) != 1 || v.Round[0].Item != drill || !v.Round[0].Drill {
		t.Errorf("%+v, %v", v, err)
	}
}

func TestWithoutMarksNothingIsStale(t *testing.T) {
	if v, err := testApp(t).fresh(); err != nil || v.Stale != 0 || v.Round == nil || len(v.Round) != 0 {
		t.Errorf("%+v, %v", v, err)
	}
}

// remind chooses after how many months an item asks for a fresh look.
func remind(t *testing.T, a *App, months int) {
	t.Helper()
	v := a.settings.get(a.places.config)
	v.Reminders = months
	if _, err := a.SaveSettings(v); err != nil {
		t.Fatal(err)
	}
}

func TestWhatThePersonChoseHoldsWhereverAFreshLookIsAskedFor(t *testing.T) {
	a, c := appWithClock(t, noon)
	items := itemsOf(t, backend, 1)
	for i, months := range []int{1, 4, 8, 14} { // no drill among them
		rateOn(t, a, c, noon.AddDate(0, -months, 0), backend, "on-my-own", items[i])
	}
	c.now = noon
	for months, due := range map[int]int{3: 3, 6: 2, 12: 1, 0: 0} {
		remind(t, a, months)
		v, err := a.fresh()
		if err != nil {
			t.Fatal(err)
		}
		home, err := a.home()
		if err != nil {
			t.Fatal(err)
		}
		insights, err := a.insights(backend + "." + year)
		if err != nil {
			t.Fatal(err)
		}
		g, present, err := a.progressIn(t.Context(), backend)
		if err != nil {
			t.Fatal(err)
		}
		terminal, err := a.statusOf(t.Context(), g, present)
		if err != nil {
			t.Fatal(err)
		}
		doc, err := a.makeReport(t.Context(), ReportRequest{Guides: []string{backend}, Stale: true})
		if err != nil {
			t.Fatal(err)
		}
		for place, got := range map[string]int{
			"the round": v.Stale, "Home": len(home.Due), "the guide": standingOf(t, a).Stale, "Insights": insights.Stale,
			"the terminal": len(terminal.Stale), "the report": len(doc.Guides[0].Stale),
		} {
			if got != due {
				t.Errorf("after %d months: %s has %d items, want %d", months, place, got, due)
			}
		}
	}
}

func TestAWindowReadsAnewWhatIsDueOnceThePersonChoseWhen(t *testing.T) {
	a := testApp(t)
	var told []string
	a.waiting.begin(func(event, _ string) { told = append(told, event) })
	a.waiting.listen()
	for _, months := range []int{3, 3, 0} {
		remind(t, a, months)
	}
	if diff := cmp.Diff([]string{eventChanged, eventChanged}, told); diff != "" {
		t.Error(diff)
	}
}

func TestWhereNothingIsDueItIsSaidByWhichRule(t *testing.T) {
	a := testApp(t)
	for months, want := range map[int]string{
		3:  "No item was confirmed longer than 3 months ago.",
		6:  "No item was confirmed longer than 6 months ago.",
		12: "No item was confirmed longer than 12 months ago, and no drill longer than 6 months.",
		0:  "You chose in Settings that no item asks for a fresh look.",
	} {
		remind(t, a, months)
		if v, err := a.fresh(); err != nil || v.None != want {
			t.Errorf("after %d months: %q, %v", months, v.None, err)
		}
	}
}

func TestHomeNamesTheThreeLeastFreshItemsOfAllGuides(t *testing.T) {
	a, c := appWithClock(t, noon)
	rateOn(t, a, c, noon.AddDate(-3, 0, 0), "data-analysis", "can-teach", itemsOf(t, "data-analysis", 1)[0])
	rateOn(t, a, c, noon.AddDate(0, -20, 0), backend, "on-my-own", itemsOf(t, backend, 1)[:5]...)
	c.now = noon
	v, err := a.home()
	if err != nil || len(v.Due) != 3 {
		t.Fatalf("%+v, %v", v.Due, err)
	}
	for i, want := range []HomeDueView{
		{Guide: "data-analysis", Level: 1, Item: "da-001", Since: "Data Analysis, confirmed in November 2023"},
		{Guide: backend, Level: 1, Item: "be-001", Since: "Backend Engineering, confirmed in March 2025"},
	} {
		got := v.Due[i]
		if got.Text == "" {
			t.Errorf("item %d has no words", i)
		}
		got.Text = ""
		if diff := cmp.Diff(want, got); diff != "" {
			t.Error(diff)
		}
	}
}

func TestAMonthOfThisYearIsNamedWithoutIt(t *testing.T) {
	for language, want := range map[string]string{"en": "가이드, confirmed in May", "ko": "가이드, 5월에 확인"} {
		if got := since(locale.For(language), "가이드", noon.AddDate(0, -6, 0), noon); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
