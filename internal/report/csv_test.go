package report

import (
	"bytes"
	"encoding/csv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func readCSV(t testing.TB, data []byte) [][]string {
	t.Helper()
	rows, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	if err != nil {
		t.Fatalf("the CSV cannot be read back: %v", err)
	}
	return rows
}

func TestNoTextOfTheCSVIsAFormula(t *testing.T) {
	for _, payload := range payloads {
		for _, row := range readCSV(t, render(t, hostileWith(payload), CSV)) {
			for _, cell := range row {
				if cell != "" && strings.ContainsAny(cell[:1], "=+-@\t\r\n") {
					t.Fatalf("a spreadsheet would run %.80q", cell)
				}
			}
		}
	}
}

func TestACellIsMadeInertOnlyWhereItMust(t *testing.T) {
	for text, want := range map[string]string{
		"=1+1": "'=1+1", "+1": "'+1", "-1": "'-1", "@A1": "'@A1", "\t=1": "'\t=1", "\r=1": "'\r=1", "\n=1": "'\n=1",
		"＝1": "'＝1", "＋1": "'＋1", "－1": "'－1", "＠A": "'＠A",
		"": "", "a=1": "a=1", "2026-11-22": "2026-11-22", "가=1": "가=1", "'quoted'": "'quoted'", " =1": " =1",
	} {
		if got := inertCell(text); got != want {
			t.Errorf("inertCell(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestAnyTextComesBackFromTheCSV(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		payload := rapid.String().Draw(t, "text")
		var out bytes.Buffer
		if err := hostileWith(payload).Write(&out, CSV); err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(&out).ReadAll()
		if err != nil || len(rows) != 141 {
			t.Fatalf("%d rows, %v; want a header and 140", len(rows), err)
		}
		want := plain(payload)
		if got := rows[1][5]; got != want && got != "'"+want {
			t.Fatalf("the text came back as %q", got)
		}
	})
}

func TestTheCSVFollowsRFC4180(t *testing.T) {
	data := render(t, sampleDocument(), CSV)
	if !utf8.Valid(data) {
		t.Error("the CSV is not UTF-8")
	}
	if n := bytes.Count(data, []byte("\n")); n != bytes.Count(data, []byte("\r\n")) || n != 71 {
		t.Errorf("%d lines, not all of them end with CR LF", n)
	}
	rows := readCSV(t, data)
	want := []string{"guide", "edition", "level", "item", "strand", "text", "verdict", "date"}
	if diff := cmp.Diff(want, rows[0][:8]); diff != "" {
		t.Errorf("columns, -want +got:\n%s", diff)
	}
	want = []string{"backend-engineering", "1", "2", "ba-207", "delivery"}
	if diff := cmp.Diff(want, rows[17][:5]); diff != "" || rows[17][6] != "with-help" || rows[17][7] != "2026-10-28" {
		t.Errorf("row of ba-207: %q", rows[17])
	}
}
