package app

import (
	"fmt"
	"slices"
	"time"

	"github.com/levelica/levelica/internal/chart"
	"github.com/levelica/levelica/internal/guide"
	"github.com/levelica/levelica/internal/locale"
	"github.com/levelica/levelica/internal/progress"
)

// SecondLookView is how a person's own view of a guide compares, in words and drawings.
type SecondLookView struct {
	Said   string      `json:"said"`   // what was expected beside what came out, or ""
	Charts []ChartView `json:"charts"` // one for each rater
	Read   string      `json:"read"`   // what was read just now, the title of the first chart, or ""
}

// withFirst returns the view with what a rater said just now in front, wherever their name stands.
func (v SecondLookView) withFirst(title string) SecondLookView {
	at := slices.IndexFunc(v.Charts, func(c ChartView) bool { return c.Title == title })
	if at < 0 {
		return v
	}
	read := v.Charts[at]
	v.Read, v.Charts = title, slices.Insert(slices.Delete(slices.Clone(v.Charts), at, at+1), 0, read)
	return v
}

// ofRater is the title of the chart of what a rater says.
func ofRater(words *locale.Catalogue, name string) string {
	return words.Text("form.rater", locale.Args{"name": name})
}

// secondLook returns how a person's own view of a guide compares.
func (a *App) secondLook(slug string) (SecondLookView, error) {
	ctx, words := a.context(), a.words()
	v := SecondLookView{Charts: []ChartView{}}
	c, err := a.calibration(ctx, slug)
	if err != nil {
		return v, err
	}
	g, err := a.guides.Guide(slug, words.Language)
	if err != nil {
		return v, aboutGuide(slug, err)
	}
	v.Said = expected(words, c, a.now().Location())
	for i, r := range c.Raters {
		v.Charts = append(v.Charts, agreementView(words, g, r, fmt.Sprintf("rater-%d", i)))
	}
	return v, nil
}

// expected says how the level that a person expected compares with what their answers say, or "".
func expected(words *locale.Catalogue, c CalibrationView, zone *time.Location) string {
	if c.Predicted < 0 {
		return ""
	}
	key := "form.predicted.same"
	switch {
	case c.Rated == 0:
		key = "form.predicted.open"
	case c.Level < c.Predicted && c.Rated < progress.LeastFor(c.Predicted):
		// So few answers cannot say the level that was expected, whatever they are.
		key = "form.predicted.early"
	case c.Level > c.Predicted:
		key = "form.predicted.more"
	case c.Level < c.Predicted:
		key = "form.predicted.less"
	}
	said := words.Text(key, locale.Args{
		"day": words.Date(time.UnixMilli(c.At).In(zone)), "expected": levelIn(words, c.Predicted),
		"now": levelIn(words, c.Level), "n": max(c.Level-c.Predicted, c.Predicted-c.Level),
	})
	if c.Rated > 0 && c.Rated < c.Items {
		said += " " + words.Text("form.predicted.far", locale.Args{"n": c.Rated, "items": c.Items})
	}
	return said
}

// agreementView draws how often two people say the same, with every item in its table.
func agreementView(words *locale.Catalogue, g *guide.Guide, r RaterView, id string) ChartView {
	bar := func(key string, n int) chart.Bar {
		return chart.Bar{Name: words.Text(key), Claimed: n, Evidenced: n, Count: fmt.Sprint(n)}
	}
	table := chart.Table{Head: []string{words.Text("form.item"), words.Text("form.own"), r.Name}}
	for _, c := range r.Items {
		if item, ok := g.Item(c.Item); ok {
			table.Rows = append(table.Rows, []string{item.Text, saidIn(words, c.Own), saidIn(words, c.Other)})
		}
	}
	title := ofRater(words, r.Name)
	desc := words.Text("form.rater.desc", locale.Args{
		"n": len(r.Items), "both": r.Both, "day": words.Date(time.UnixMilli(r.At)), "level": levelIn(words, r.Level),
	})
	bars := []chart.Bar{
		bar("form.same", r.Same), bar("form.higher", r.Higher), bar("form.lower", r.Both-r.Same-r.Higher),
	}
	figure := chart.Bars(title, desc, bars, r.Both, table)
	if figure == nil { // nothing that both rated: the table alone
		return ChartView{Title: title, Desc: desc, Head: table.Head, Rows: list(table.Rows)}
	}
	return chartView(figure, id)
}

// saidIn names a verdict as reports do.
func saidIn(words *locale.Catalogue, verdict string) string {
	if verdict == progress.Cleared.String() {
		verdict = "none"
	}
	return words.Text("paper.verdict." + verdict)
}
