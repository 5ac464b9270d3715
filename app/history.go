package app

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/levelica/levelica/internal/chart"
	"github.com/levelica/levelica/internal/guide"
	"github.com/levelica/levelica/internal/locale"
	"github.com/levelica/levelica/internal/progress"
)

// HistoryView is one mark of an item's past.
type HistoryView struct {
	Verdict string `json:"verdict"`
	At      int64  `json:"at"`
	Edition int    `json:"edition"`
}

// GuideHistoryView is the past of one guide.
type GuideHistoryView struct {
	Trend ChartView        `json:"trend"` // the level over time
	Days  []HistoryDayView `json:"days"`  // on which something changed, the newest first
	// Earlier says that there are more days before these.
	Earlier bool `json:"earlier"`
}

// HistoryDayView is what a day changed.
type HistoryDayView struct {
	Date    string       `json:"date"` // ISO, in the time zone of the computer
	From    int          `json:"from"` // level before the day
	To      int          `json:"to"`   // level after it
	Changes []ChangeView `json:"changes"`
}

// ChangeView is an item whose verdict became another.
type ChangeView struct {
	Item string `json:"item"`
	From string `json:"from"` // one of MarkView's, or "cleared"
	To   string `json:"to"`
}

// The newest days of a history come alone, until a pageful of changes or of days is there.
const (
	pageOfChanges = 40
	pageOfDays    = 14
)

// guideHistory returns the past of one guide: its level over time, and what changed on the newest
// days. The name of the answer is the guide, or "<guide>.all" for all days.
// Faults: guide_not_found, guide_invalid, and those of openJournal.
func (a *App) guideHistory(name string) (v GuideHistoryView, err error) {
	slug, all := strings.CutSuffix(name, ".all")
	g, err := a.guides.Outline(slug, a.words().Language)
	if err != nil {
		return GuideHistoryView{}, aboutGuide(slug, err)
	}
	j, err := a.openJournal(a.context())
	if err != nil {
		return GuideHistoryView{}, err
	}
	marks, err := j.Claims(a.context(), slug)
	if err != nil {
		return GuideHistoryView{}, err
	}
	now := a.now()
	h, err := historyOf(a.context(), j, g, marks, nil, now)
	if err != nil {
		return GuideHistoryView{}, err
	}
	steps := h.Trend()
	v = GuideHistoryView{
		Trend: inTwoWidths(func(width int) *chart.Figure { return trend(a.words(), g, steps, now, width) }, "trend", trendWide, trendNarrow),
		Days:  days(g, h, now.Location()),
	}
	if newest := newestDays(v.Days); !all && newest < len(v.Days) {
		v.Days, v.Earlier = v.Days[:newest], true
	}
	return v, nil
}

// newestDays returns how many days make the first pageful.
func newestDays(days []HistoryDayView) int {
	changes := 0
	for n, day := range days {
		if n == pageOfDays || changes >= pageOfChanges {
			return n
		}
		changes += len(day.Changes)
	}
	return len(days)
}

// trend draws the level over time. Before a day has passed there is nothing to draw.
func trend(words *locale.Catalogue, g *guide.Guide, steps []progress.Step, now time.Time, width int) *chart.Figure {
	if len(steps) == 0 || now.Sub(steps[0].At) < 24*time.Hour {
		return nil
	}
	steps = lastOfDays(steps, now.Location())
	from, last := steps[0].At, steps[len(steps)-1].Level
	table := chart.Table{Head: []string{words.Text("chart.day"), words.Text("chart.level")}}
	series := chart.Series{Name: strconv.Itoa(last), Main: true}
	for _, step := range steps {
		series.Steps = append(series.Steps, chart.Change{At: step.At, Value: step.Level})
		table.Rows = append(table.Rows, []string{words.Date(step.At), levelWords(words, step.Level)})
	}
	args := locale.Args{"guide": g.Title, "from": words.Date(from), "first": levelWords(words, steps[0].Level), "last": levelWords(words, last)}
	ticks := []chart.Tick{{At: from, Name: words.Date(from)}, {At: now, Name: words.Date(now)}}
	return chart.Steps(words.Text("chart.trend"), words.Text("chart.trend.desc", args),
		[]chart.Series{series}, ticks, from, now, len(g.Levels), float64(width), table)
}

// lastOfDays keeps the first step, and of each day's the last one: what a sitting passes through on
// its way is no history.
func lastOfDays(steps []progress.Step, zone *time.Location) []progress.Step {
	kept := steps[:1:1]
	for i, step := range steps[1:] {
		day := step.At.In(zone).Format(time.DateOnly)
		if i+2 < len(steps) && steps[i+2].At.In(zone).Format(time.DateOnly) == day {
			continue
		}
		if step.Level != kept[len(kept)-1].Level {
			kept = append(kept, step)
		}
	}
	return kept
}

// levelWords names a level: 0 is no level, but where one starts.
func levelWords(words *locale.Catalogue, level int) string {
	if level == 0 {
		return words.Text("level.zero")
	}
	return words.Text("level.name", locale.Args{"level": level})
}

// chartView writes a figure for the window; nil is a view without a drawing.
func chartView(f *chart.Figure, id string) ChartView {
	if f == nil {
		return ChartView{Head: []string{}, Rows: [][]string{}}
	}
	return ChartView{SVG: f.SVG(id), Title: f.Title, Desc: f.Words(), Head: list(f.Table.Head), Rows: list(f.Table.Rows)}
}

// days returns what changed on each day of a time zone, the newest day first. An item stands once a
// day, with the last that was said of it, unless that is what was said the day before.
func days(g *guide.Guide, h *progress.History, zone *time.Location) []HistoryDayView {
	views := []HistoryDayView{}
	present := map[string]progress.Mark{}
	level := 0
	for _, day := range byDay(h, zone) {
		view := HistoryDayView{Date: day.date, From: level, Changes: []ChangeView{}}
		before := map[string]progress.Verdict{}
		var touched []string
		for _, m := range day.marks {
			if _, known := g.Item(m.Item); !known || !m.Origin.Claims() {
				continue
			}
			if _, seen := before[m.Item]; !seen {
				before[m.Item] = verdictIn(present, m.Item)
				touched = append(touched, m.Item)
			}
			if m.Verdict == progress.Cleared {
				delete(present, m.Item)
			} else {
				present[m.Item] = m
			}
		}
		for _, item := range touched {
			if now := verdictIn(present, item); now != before[item] {
				view.Changes = append(view.Changes, ChangeView{Item: item, From: before[item].String(), To: now.String()})
			}
		}
		level = progress.Stand(g, present).Level
		view.To = level
		if len(view.Changes) > 0 {
			views = append(views, view)
		}
	}
	slices.Reverse(views)
	return views
}

func verdictIn(present map[string]progress.Mark, item string) progress.Verdict {
	if m, rated := present[item]; rated {
		return m.Verdict
	}
	return progress.Cleared
}

// markedDay is the marks of one day.
type markedDay struct {
	date  string
	marks []progress.Mark
}

// byDay parts the marks of a history into the days of a time zone.
func byDay(h *progress.History, zone *time.Location) []markedDay {
	marks := h.Marks()
	var parted []markedDay
	var next time.Time // when another day begins
	for i := range marks {
		at := h.Time(i).In(zone)
		if len(parted) > 0 {
			// Where the clocks skip midnight, next may be in the evening before.
			if last := &parted[len(parted)-1]; at.Before(next) || at.Format(time.DateOnly) == last.date {
				last.marks = marks[i-len(last.marks) : i+1]
				continue
			}
		}
		parted = append(parted, markedDay{date: at.Format(time.DateOnly), marks: marks[i : i+1]})
		next = time.Date(at.Year(), at.Month(), at.Day()+1, 0, 0, 0, 0, zone)
	}
	return parted
}
