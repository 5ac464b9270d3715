package report

import (
	"bytes"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write the golden files anew; then read the difference as prose")

// TestReportsReadAsInTheGoldenFiles keeps what every format says, word by word.
func TestReportsReadAsInTheGoldenFiles(t *testing.T) {
	documents := map[string]*Document{
		"one": sampleDocument(), "three": threeGuides(), "fresh": freshDocument(), "korean": koreanDocument(),
		"kept": keptDocument(),
	}
	for name, d := range documents {
		for _, f := range Formats {
			if name != "one" && name != "kept" && (f == HTML || f == CSV || f == JSON || f == Resume || f == Badge) {
				continue // what differs between the documents is said in the others too
			}
			t.Run(name+f.Ext(), func(t *testing.T) {
				got, file := render(t, d, f), filepath.Join("testdata", name+f.Ext())
				if f == PDF {
					got, file = pdfText(t, got, "-layout"), filepath.Join("testdata", name+".pdf.txt")
				}
				if *update {
					if err := os.WriteFile(file, got, 0o644); err != nil {
						t.Fatal(err)
					}
				}
				want, err := os.ReadFile(file)
				if err != nil {
					t.Fatalf("%v (make it with: go test ./internal/report -update)", err)
				}
				if diff := cmp.Diff(lines(want), lines(got)); diff != "" {
					t.Errorf("%s differs (if it should: go test ./internal/report -update), -want +got:\n%s", file, diff)
				}
			})
		}
	}
}

// TestTheSameDocumentGivesTheSameBytes holds for every format, so that reports can be compared.
func TestTheSameDocumentGivesTheSameBytes(t *testing.T) {
	g := sample("backend-engineering", "백엔드 → ■") // all faces of the PDF
	d := New([]Subject{{Guide: g, Marks: backend().Marks}}, Options{Person: "박민아", At: sampleTime, Strands: true}, english)
	for _, f := range writable(d) {
		first := render(t, d, f)
		for range 8 { // an order that is left to chance may be right once
			if !bytes.Equal(first, render(t, d, f)) {
				t.Fatalf("%s differs from one run to the next", f.Name())
			}
		}
	}
}

func render(t testing.TB, d *Document, f Format) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := d.Write(&out, f); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// lines splits a text where a checkout may have changed line ends; the CSV's own are tested apart.
func lines(text []byte) []string {
	var all []string
	for l := range bytes.Lines(text) {
		all = append(all, string(bytes.TrimRight(l, "\r\n")))
	}
	return all
}

// pdfText reads a PDF as another program does.
func pdfText(t testing.TB, pdf []byte, mode string) []byte {
	t.Helper()
	tool, err := exec.LookPath("pdftotext")
	if err != nil {
		t.Skip("NOT RUN: pdftotext is missing (package poppler-utils)")
	}
	cmd := exec.Command(tool, mode, "-enc", "UTF-8", "-", "-")
	cmd.Stdin = bytes.NewReader(pdf)
	text, err := cmd.Output()
	if err != nil {
		t.Fatalf("pdftotext: %v", err)
	}
	return text
}
