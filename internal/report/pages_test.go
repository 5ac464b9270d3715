package report

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"pgregory.net/rapid"
)

// pagesOf returns the words of each page of the preview, and its page.
func pagesOf(t interface {
	Helper()
	Fatal(args ...any)
}, d *Document) (pages []string, source string) {
	t.Helper()
	var out bytes.Buffer
	n, err := d.WritePages(&out)
	if err != nil {
		t.Fatal(err)
	}
	source = out.String()
	root, err := html.Parse(strings.NewReader(source))
	if err != nil {
		t.Fatal(err)
	}
	var text func(node *html.Node) string
	text = func(node *html.Node) string {
		if node.Type == html.TextNode {
			return node.Data
		}
		said := ""
		for child := range node.ChildNodes() {
			said += text(child)
			if child.Data == "text" {
				said += " "
			}
		}
		return said
	}
	for node := range root.Descendants() {
		if node.Data == "svg" {
			pages = append(pages, text(node))
		}
	}
	if len(pages) != n {
		t.Fatal(fmt.Sprintf("%d pages are shown, and %d are said", len(pages), n))
	}
	return pages, source
}

func TestThePreviewHasThePagesOfThePDFWithTheSameWords(t *testing.T) {
	for name, d := range map[string]*Document{
		"one": sampleDocument(), "three": threeGuides(), "fresh": freshDocument(), "kept": keptDocument(), "hostile": hostileDocument(),
	} {
		shown, _ := pagesOf(t, d)
		printed := strings.Split(strings.TrimSuffix(string(pdfText(t, render(t, d, PDF), "-raw")), "\f"), "\f")
		if len(shown) != len(printed) {
			t.Errorf("%s: the preview has %d pages, the PDF %d", name, len(shown), len(printed))
			continue
		}
		if name == "hostile" {
			continue // what reads a PDF composes letters and spaces of its own there
		}
		for i := range shown {
			if got, want := letters(shown[i]), letters(printed[i]); got != want {
				t.Errorf("%s, page %d: the preview says\n%s\nand the PDF\n%s", name, i+1, got, want)
			}
		}
	}
}

// letters returns how often each letter stands in a text: what reads a PDF puts them in another order.
func letters(text string) string {
	counted := map[rune]int{}
	for _, r := range text {
		if r > ' ' {
			counted[r]++
		}
	}
	return fmt.Sprint(counted)
}

func TestAnyTextStandsInThePreviewAsText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := sample("backend-engineering", rapid.OneOf(rapid.String(), rapid.Just(`</text><script>alert(1)</script>&"'`)).Draw(t, "title"))
		d := New([]Subject{{Guide: g}}, Options{Person: rapid.String().Draw(t, "person"), At: sampleTime, Strands: true, Open: true}, english)
		_, source := pagesOf(t, d)
		ofAPage := strings.Fields("html head meta title style body section h2 svg text path")
		open := 0
		for tokens := html.NewTokenizer(strings.NewReader(source)); ; {
			switch tokens.Next() {
			case html.ErrorToken:
				if !errors.Is(tokens.Err(), io.EOF) || open != 0 {
					t.Fatalf("%v, %d pages are open", tokens.Err(), open)
				}
				return
			case html.StartTagToken, html.SelfClosingTagToken:
				token := tokens.Token()
				if !slices.Contains(ofAPage, token.Data) {
					t.Fatalf("it has an element %q", token.Data)
				}
				if token.Data == "svg" {
					open++
				}
			case html.EndTagToken:
				if tokens.Token().Data == "svg" {
					open--
				}
			}
		}
	})
}

func TestNothingOnAPageOfThePreviewReachesBeyondIt(t *testing.T) {
	for name, d := range map[string]*Document{"three": threeGuides(), "fresh": freshDocument(), "kept": keptDocument()} {
		c := &pageCanvas{}
		var reached []point
		lay(d.paper(), canvas{c.begin, c.turn, func(from point, _ run, _ style, width float64, _ setting) {
			reached = append(reached, from, point{from.X + width, from.Y})
		}, func(s shape) { reached = append(reached, s.Points...) }})
		for _, p := range reached {
			if p.X < 0 || p.X > sheetWidth || p.Y < 0 || p.Y > sheetHeight {
				t.Errorf("%s: something is drawn at %v", name, p)
			}
		}
	}
}

func TestHeadingsOfThePreviewAreHeadingsToAScreenReader(t *testing.T) {
	_, source := pagesOf(t, threeGuides())
	for _, heading := range []string{"Where I stand", "Backend Engineering", "What I do next"} {
		if !strings.Contains(source, ` role="heading" aria-level="3">`+heading+"<") {
			t.Errorf("%q is no heading", heading)
		}
	}
}
