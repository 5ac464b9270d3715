package app

import (
	"strings"
	"testing"

	"github.com/google/uuid"
)

func TestAKeptReportIsMadeAgainWhateverHappenedSince(t *testing.T) {
	a, c := appWithClock(t, noon)
	rateOn(t, a, c, noon.AddDate(0, -1, 0), backend, "on-my-own", itemsOf(t, backend, 1)...)
	id := newID()
	if err := a.keepReport(a.context(), id, ReportRequest{Guides: []string{backend}, Items: true, Strands: true, Name: true}); err != nil {
		t.Fatal(err)
	}
	before, err := a.makeReport(a.context(), ReportRequest{Guides: []string{backend}, Items: true, Strands: true, Name: true})
	if err != nil {
		t.Fatal(err)
	}
	rateOn(t, a, c, noon, backend, "not-yet", itemsOf(t, backend, 1)...)
	if _, err := a.AddEvidence(backend, noteRequest("be-001", "later")); err != nil {
		t.Fatal(err)
	}
	again, err := a.makeReport(a.context(), ReportRequest{Snapshot: id, Format: "json"})
	if err != nil {
		t.Fatal(err)
	}
	was, _, err := before.Freeze()
	if err != nil {
		t.Fatal(err)
	}
	is, _, err := again.Freeze()
	if err != nil || is != was || again.Guides[0].Level != 1 {
		t.Errorf("it says level %d, or another text; %v", again.Guides[0].Level, err)
	}
	page, err := a.PreviewReport(ReportRequest{Snapshot: id})
	if err != nil || page.URL == "" {
		t.Errorf("preview: %+v, %v", page, err)
	}
}

func TestKeptReportsAreListedNewestFirstAndCanBeForgotten(t *testing.T) {
	a, c := appWithClock(t, noon)
	first, second := newID(), newID()
	for i, id := range []string{first, second} {
		c.now = noon.AddDate(0, 0, i)
		if err := a.keepReport(a.context(), id, ReportRequest{Guides: []string{backend}}); err != nil {
			t.Fatal(err)
		}
	}
	list, err := a.snapshots()
	if err != nil || len(list) != 2 || list[0].ID != second || list[0].Guides[0] != "Backend Engineering" || list[0].At != c.now.UnixMilli() {
		t.Fatalf("%+v, %v", list, err)
	}
	if err := a.ForgetReport(newID(), second); err != nil {
		t.Fatal(err)
	}
	if list, err := a.snapshots(); err != nil || len(list) != 1 || list[0].ID != first {
		t.Errorf("after forgetting: %+v, %v", list, err)
	}
	for name, err := range map[string]error{
		"forgetting it again": a.ForgetReport(newID(), second),
		"one that never was":  a.ForgetReport(newID(), uuid.Must(uuid.NewV7()).String()),
	} {
		if faultOf(t, err) != "snapshot_not_found" {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := a.PreviewReport(ReportRequest{Snapshot: second}); faultOf(t, err) != "snapshot_not_found" {
		t.Errorf("previewing it: %v", err)
	}
}

func TestAReportShowsTheEvidenceAndTheTimeThatWereAskedFor(t *testing.T) {
	a, _ := aYear(t)
	for _, c := range []struct {
		request  ReportRequest
		says     []string
		saysNot  []string
		trending bool
	}{
		{ReportRequest{Guides: []string{backend}, Items: true}, nil, []string{"복구 🙂"}, false},
		{ReportRequest{Guides: []string{backend}, Items: true, Evidence: true}, []string{"복구 🙂"}, nil, false},
		{ReportRequest{Guides: []string{backend}, Period: "3m"}, []string{`"since": "2026-08-22"`}, nil, true},
		{ReportRequest{Guides: []string{backend}, Period: "12m"}, []string{`"since": "2025-11-22"`}, nil, true},
		{ReportRequest{Guides: []string{backend}, Period: "all"}, []string{`"since": "2025-10-22"`}, nil, true},
		{ReportRequest{Guides: []string{backend}, Period: "nonsense"}, []string{`"since": null`}, nil, false},
	} {
		doc, err := a.makeReport(a.context(), c.request)
		if err != nil {
			t.Fatal(err)
		}
		text, _, err := doc.Freeze()
		if err != nil {
			t.Fatal(err)
		}
		for _, want := range c.says {
			if !strings.Contains(text, want) {
				t.Errorf("%+v does not say %s", c.request, want)
			}
		}
		for _, not := range c.saysNot {
			if strings.Contains(text, not) {
				t.Errorf("%+v says %s", c.request, not)
			}
		}
		if got := len(doc.Guides[0].Trend) > 0; got != c.trending {
			t.Errorf("%+v: the level over time is there: %v", c.request, got)
		}
	}
}
