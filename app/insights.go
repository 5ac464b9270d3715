package app

import (
	"cmp"
	"context"
	"strings"
	"time"

	"github.com/levelica/levelica/internal/guide"
	"github.com/levelica/levelica/internal/journal"
	"github.com/levelica/levelica/internal/locale"
	"github.com/levelica/levelica/internal/progress"
)

// The periods of the place Insights, by the name that the window gives them.
const (
	quarter  = "3m"
	year     = "12m"
	allTimes = "all"
)

// insight is what Insights is made from: everything that the journal holds of the started guides.
type insight struct {
	words    *locale.Catalogue
	now      time.Time
	patience progress.Patience
	from     time.Time       // where the period begins
	newest   []progress.Mark // of every guide: what is present
	evidence []progress.Evidence
	started  []*guide.Guide               // outlines, in the order of their titles
	past     map[string]*progress.History // of each started guide
	claims   []progress.Mark              // of all started guides, a guide after the other
	chosen   *guide.Guide                 // with its words
}

// of returns the present marks and the evidence of a guide.
func (in *insight) of(g *guide.Guide) (map[string]progress.Mark, map[string][]progress.Evidence) {
	return progress.Present(g.Slug, in.newest), progress.Pieces(g.Slug, in.evidence)
}

// insights returns what Insights shows. The name of the answer is "<guide>.<period>"; without a guide
// it is the one that was rated last.
// Faults: guide_not_found, guide_invalid, and those of openJournal.
func (a *App) insights(name string) (InsightsView, error) {
	slug, period, _ := strings.Cut(name, ".")
	ctx := a.context()
	in, err := a.readInsight(ctx, slug)
	if err != nil {
		return InsightsView{}, err
	}
	first := in.begin(&period)
	v := InsightsView{
		Guides: []InsightGuideView{}, Period: period, Today: in.now.Format(time.DateOnly),
		Since: monthBefore(in.now).Format(time.DateOnly), Ahead: in.now.AddDate(0, 0, 91).Format(time.DateOnly),
		Lines: []string{}, Strong: []StrengthView{}, Open: []StrengthView{}, Goal: GoalView{Choice: []int{}},
	}
	for _, f := range []*ChartView{&v.Strands, &v.Radar, &v.Trend, &v.Claimed, &v.Active} {
		*f = chartView(nil, "")
	}
	for _, g := range in.started {
		present, _ := in.of(g)
		v.Guides = append(v.Guides, InsightGuideView{
			Slug: g.Slug, Emoji: g.Emoji, Title: g.Title, Level: progress.Stand(g, present).Level,
		})
	}
	if in.chosen == nil {
		return v, nil
	}
	v.Guide = in.chosen.Slug
	if !first.IsZero() {
		v.First = first.In(in.now.Location()).Format(time.DateOnly)
	}
	v.Strands = chartView(in.strands(), "strands")
	v.Radar = chartView(in.radar(), "radar")
	v.Trend = inTwoWidths(in.trend, "levels", trendWide, trendNarrow)
	v.Claimed = chartView(in.claimed(), "claimed")
	v.Active = inTwoWidths(in.activity, "activity", yearInARow, termInARow)
	in.describe(&v)
	c, err := a.calibration(ctx, v.Guide)
	if err != nil {
		return v, err
	}
	if line := expected(in.words, c, in.now.Location()); line != "" && c.Rated > 0 {
		v.Lines = append(v.Lines, line)
	}
	v.Goal, err = a.goalView(ctx, in)
	return v, err
}

// readInsight reads the journal once, and the guides that it tells of.
func (a *App) readInsight(ctx context.Context, slug string) (*insight, error) {
	in := &insight{words: a.words(), now: a.now(), patience: a.patience(), past: map[string]*progress.History{}}
	j, err := a.openJournal(ctx)
	if err != nil {
		return nil, err
	}
	if in.newest, err = j.Newest(ctx, ""); err != nil {
		return nil, err
	}
	if in.evidence, err = j.Evidence(ctx, ""); err != nil {
		return nil, err
	}
	slugs, err := a.guides.ByTitle(in.words.Language)
	if err != nil {
		return nil, err
	}
	last := map[string]progress.Clock{}
	for _, m := range in.newest {
		if m.Origin.Claims() {
			last[m.Guide] = max(last[m.Guide], m.Clock)
		}
	}
	newest := ""
	for _, s := range slugs {
		if last[s] == 0 {
			continue
		}
		g, err := a.outline(s, in.words.Language)
		if err != nil {
			return nil, aboutGuide(s, err)
		}
		in.started = append(in.started, g)
		claims, err := j.Claims(ctx, s)
		if err != nil {
			return nil, err
		}
		if in.past[s], err = historyOf(ctx, j, g, claims, in.evidence, in.now); err != nil {
			return nil, err
		}
		in.claims = append(in.claims, claims...)
		if last[s] > last[newest] {
			newest = s
		}
	}
	if slug = cmp.Or(slug, newest); slug == "" {
		return in, nil
	}
	if in.chosen, err = a.guides.Guide(slug, in.words.Language); err != nil {
		return nil, aboutGuide(slug, err)
	}
	if in.past[slug] == nil {
		in.past[slug] = progress.NewHistory(in.chosen, nil, in.evidence, in.now) // nothing is rated in it yet
	}
	return in, nil
}

// outline returns what is needed of a guide to reckon with it, its earlier editions included.
func (a *App) outline(slug, language string) (*guide.Guide, error) {
	g, err := a.guides.Outline(slug, language)
	if err == nil && g.Edition > 1 {
		return a.guides.Guide(slug, language)
	}
	return g, err
}

// historyOf returns the history of a guide through all its editions.
func historyOf(ctx context.Context, j *journal.Journal, g *guide.Guide, claims []progress.Mark, evidence []progress.Evidence, now time.Time) (*progress.History, error) {
	h := progress.NewHistory(g, claims, evidence, now)
	if g.Edition == 1 {
		return h, nil
	}
	receipts, err := j.Receipts(ctx, g.Slug)
	return h.Through(receipts), err
}

// insightIn reads what the journal holds of one guide, whose words are there already.
func (a *App) insightIn(ctx context.Context, g *guide.Guide) (*insight, error) {
	in := &insight{words: a.words(), now: a.now(), patience: a.patience(), chosen: g}
	j, err := a.openJournal(ctx)
	if err != nil {
		return nil, err
	}
	if in.newest, err = j.Newest(ctx, g.Slug); err != nil {
		return nil, err
	}
	if in.evidence, err = j.Evidence(ctx, g.Slug); err != nil {
		return nil, err
	}
	in.claims, err = j.Claims(ctx, g.Slug)
	return in, err
}

// begin sets where the period begins, and returns the time of the first mark. A period that is not
// known becomes a year.
func (in *insight) begin(period *string) (first time.Time) {
	for _, g := range in.started {
		if began, ok := in.past[g.Slug].Began(); ok && (first.IsZero() || began.Before(first)) {
			first = began
		}
	}
	switch *period {
	case quarter:
		in.from = in.now.AddDate(0, -3, 0)
	case allTimes:
		// Less than a month is too short to see anything in.
		in.from = in.now.AddDate(0, -1, 0)
		if !first.IsZero() && first.Before(in.from) {
			in.from = first.In(in.now.Location())
		}
	default:
		*period = year
		in.from = in.now.AddDate(-1, 0, 0)
	}
	return first
}

// changes returns what changed in a guide between two days, both included. The name of the answer is
// "<guide>.<from>.<to>" with ISO days.
// Faults: guide_not_found, day_invalid, and those of openJournal.
func (a *App) changes(name string) (ChangesView, error) {
	slug, span, _ := strings.Cut(name, ".")
	first, second, _ := strings.Cut(span, ".")
	in, err := a.readInsight(a.context(), slug)
	if err != nil {
		return ChangesView{}, err
	}
	zone := in.now.Location()
	from, err := dayIn(first, zone)
	if err != nil {
		return ChangesView{}, err
	}
	to, err := dayIn(second, zone)
	if err != nil {
		return ChangesView{}, err
	}
	if to.Before(from) {
		from, to = to, from
	}
	// From the morning of the first day to the night of the last.
	c := in.past[in.chosen.Slug].Between(from, to.AddDate(0, 0, 1).Add(-time.Millisecond))
	return in.changesView(c, from, to), nil
}

// dayIn reads an ISO day of a time zone.
func dayIn(iso string, zone *time.Location) (time.Time, error) {
	day, err := time.ParseInLocation(time.DateOnly, iso, zone)
	if err != nil || day.Year() < 1900 {
		return time.Time{}, newFault("day_invalid", "day", iso)
	}
	return day, nil
}

// monthBefore returns the same day of the month before, or the last one of a shorter month.
func monthBefore(day time.Time) time.Time {
	before := day.AddDate(0, -1, 0)
	if before.Day() != day.Day() {
		return before.AddDate(0, 0, -before.Day())
	}
	return before
}
