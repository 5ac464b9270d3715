package app

import (
	"bytes"
	"errors"
	"testing"

	"github.com/google/uuid"

	"github.com/levelica/levelica/internal/report"
)

// A battery that is empty, a flight over the date line, a hand that slips: the clock of a computer may
// have shown anything.
func TestWhateverTheClockHasShownInsightsAndReportsAreMade(t *testing.T) {
	newID := func() string { return uuid.Must(uuid.NewV7()).String() }
	// Years from now at which somebody was at it; the year 0 and the year 10026 among them.
	for _, years := range [][]int{{-2026, 0}, {8000, 0}, {8000, -2026, 0}, {0, -1}, {-1, 0}, {0, 8000}} {
		a, c := appWithClock(t, noon)
		for i, y := range years {
			rateOn(t, a, c, noon.AddDate(y, 0, 0), backend, "on-my-own", itemsOf(t, backend, 1+i)...)
			for what, err := range map[string]error{
				"goal": a.SetGoal(backend, newID(), 7, "2027-01-01"), "prediction": a.Predict(newID(), backend, 3),
			} {
				if err != nil {
					t.Fatalf("%v, %s: %v", years, what, err)
				}
			}
			for _, period := range []string{quarter, allTimes} {
				v, err := a.insights(backend + "." + period)
				if err != nil || v.Trend.SVG == "" || v.Active.SVG == "" || v.Goal.Line == "" {
					t.Errorf("%v, %s: insights of %q, %v", years, period, v.Level, err)
				}
				doc, err := a.makeReport(t.Context(), ReportRequest{
					Guides: []string{backend}, Items: true, Open: true, Strands: true, Evidence: true, Goal: true, Stale: true,
					Others: true, Period: period,
				})
				if err != nil {
					t.Fatalf("%v, %s: %v", years, period, err)
				}
				for _, format := range report.Formats {
					var file bytes.Buffer
					err := doc.Write(&file, format)
					if format == report.Badge && doc.Date == "" && errors.Is(err, report.ErrBadgeDay) {
						continue // no clock ever showed a day that a badge could hold from, and it says so
					}
					if err != nil {
						t.Errorf("%v, %s, %s: %v", years, period, format, err)
					}
				}
			}
			if _, err := a.fresh(); err != nil {
				t.Errorf("%v: a fresh look: %v", years, err)
			}
			if s := standingOf(t, a); s.Level != i+1 {
				t.Errorf("%v: level %d after %d levels", years, s.Level, i+1)
			}
		}
	}
}
