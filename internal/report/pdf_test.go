package report

import (
	"bytes"
	"fmt"
	"io/fs"
	"os/exec"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// pdfNamed returns the text of a PDF whose person and guide are named so.
func pdfNamed(t *testing.T, person, title string) string {
	g := sample("backend-engineering", title)
	d := New([]Subject{{Guide: g, Marks: backend().Marks}}, Options{Person: person, At: sampleTime, Items: true, Strands: true}, english)
	return string(pdfText(t, render(t, d, PDF), "-raw"))
}

func TestNamesOfManyScriptsStandInThePDF(t *testing.T) {
	for _, name := range []string{"박민아", "뷁 쓩 햏", "Łukasz Żółć", "Nguyễn Thị Ấn", "Ελένη", "Жанна", "O’Neil–Smith “Jo”", "Ａｎｎ"} {
		text := pdfNamed(t, name, "Backend Engineering")
		if !strings.Contains(text, name) {
			t.Errorf("%s is missing in:\n%.300s", name, text)
		}
		if strings.Contains(text, "□") {
			t.Errorf("%s is said to lack characters", name)
		}
	}
}

func TestADecomposedNameIsDrawnComposed(t *testing.T) {
	if text := pdfNamed(t, "\u1107\u1161\u11A8\u1106\u1175\u11AB\u110B\u1161 Jose\u0301", "Backend Engineering"); !strings.Contains(text, "박민아 José") {
		t.Errorf("the name is missing in:\n%.300s", text)
	}
}

func TestWhatNoFaceHasIsABoxAndIsSaid(t *testing.T) {
	for name, want := range map[string]string{
		"שרה כהן": "□□□ □□□", "فاطمة": "□□□□□", "山田": "□□", "👩🏽‍💻 Ada": "□ Ada", "⚙️": "□", "\U0010FFFDx": "□x", "a\u200Db": "ab",
	} {
		text := pdfNamed(t, name, "Backend Engineering")
		if !strings.Contains(text, "\n"+want+" · One guide") {
			t.Errorf("%s: want %q in:\n%.200s", name, want, text)
		}
		if said := strings.Contains(text, "□ stands for a character"); said != strings.Contains(want, "□") {
			t.Errorf("%s: the note on boxes is there: %t", name, said)
		}
	}
}

func TestAPDFSaysWhoseAndWhenItIs(t *testing.T) {
	tool, err := exec.LookPath("pdfinfo")
	if err != nil {
		t.Skip("NOT RUN: pdfinfo is missing (package poppler-utils)")
	}
	cmd := exec.Command(tool, "-")
	cmd.Stdin = bytes.NewReader(render(t, sampleDocument(), PDF))
	info, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"Where I stand, 22 November 2026", "Mina Park", "A4", "Nov 22 09:30:00 2026", "JavaScript:      no"} {
		if !bytes.Contains(info, []byte(want)) {
			t.Errorf("the properties lack %q:\n%s", want, info)
		}
	}
	if !bytes.Contains(render(t, sampleDocument(), PDF), []byte("/Lang (en)")) {
		t.Error("the PDF does not name its language")
	}
}

func TestEveryPageIsNumbered(t *testing.T) {
	pages := strings.Split(strings.TrimSuffix(string(pdfText(t, render(t, threeGuides(), PDF), "-raw")), "\f"), "\f")
	for i, page := range pages {
		if want := fmt.Sprintf("My own assessment, not a certificate. %d / %d", i+1, len(pages)); !strings.Contains(page, want) {
			t.Errorf("page %d lacks %q:\n%s", i+1, want, page)
		}
	}
}

func TestNoLineIsWiderThanItsPlace(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(rapid.String(), rapid.StringMatching(`[a-zA-Z ]{0,200}`), rapid.StringMatching(`[가-힣 ]{0,80}`)).Draw(t, "text")
		text = clean(text) // as every text of a document is
		width := rapid.Float64Range(60, 505).Draw(t, "width")
		rest := text
		for _, l := range wrap(text, textStyle, width) {
			if w := widthOf(l, regular) * textStyle.size; w > width+1e-6 {
				t.Fatalf("%q is %.1f wide, the place is %.1f", l, w, width)
			}
			rest = strings.TrimPrefix(strings.TrimPrefix(rest, l), " ")
		}
		if rest != "" {
			t.Fatalf("%q of %q was lost", rest, text)
		}
	})
}

func TestAnyTextMakesAPDF(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := sample("backend-engineering", rapid.String().Draw(t, "title"))
		d := New([]Subject{{Guide: g}}, Options{Person: rapid.String().Draw(t, "person"), At: sampleTime, Strands: true}, english)
		if err := d.Write(&bytes.Buffer{}, PDF); err != nil {
			t.Fatal(err)
		}
	})
}

func TestTheFacesAreSmallAndWhole(t *testing.T) {
	var size int64
	err := fs.WalkDir(fonts, "fonts", func(_ string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		info, err := entry.Info()
		if err == nil {
			size += info.Size()
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if size > 1<<20 {
		t.Errorf("the faces are %d bytes, more than 1 MB", size)
	}
	for f, letters := range map[*face]string{
		regularFace: "Aßéłőžάωбя“”–…€№Ấ", boldFace: "Aßéłőžάωбя“”–…€№Ấ",
		otherFaces[0]: "→≤−", otherFaces[1]: "□■✓", otherFaces[2]: "가힣뷁ㄱ",
	} {
		for _, r := range letters {
			if f.read().advances[r] <= 0 {
				t.Errorf("%s lacks %c", f.name, r)
			}
		}
	}
	for r := '가'; r <= '힣'; r++ {
		if !otherFaces[2].has(r) {
			t.Fatalf("the Korean face lacks %c", r)
		}
	}
}
