package report

import (
	"bytes"
	"math"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

func htmlNodes(t *testing.T, page []byte) []*html.Node {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var nodes []*html.Node
	for n := range root.Descendants() {
		if n.Type == html.ElementNode {
			nodes = append(nodes, n)
		}
	}
	return nodes
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func TestThePageForbidsScriptsAndAddresses(t *testing.T) {
	for _, n := range htmlNodes(t, render(t, sampleDocument(), HTML)) {
		if n.Data == "meta" && attribute(n, "http-equiv") == "Content-Security-Policy" {
			policy := attribute(n, "content")
			if !strings.Contains(policy, "default-src 'none'") || !strings.Contains(policy, "style-src 'unsafe-inline'") ||
				strings.Contains(policy, "script-src") || strings.Contains(policy, "http") {
				t.Errorf("the policy is %q", policy)
			}
			return
		}
	}
	t.Error("the page has no Content-Security-Policy")
}

func TestThePageCanBeReadWithoutSeeingIt(t *testing.T) {
	nodes := htmlNodes(t, render(t, threeGuides(), HTML))
	count, ids := map[string]int{}, map[string]bool{}
	for _, n := range nodes {
		count[n.Data]++
		if id := attribute(n, "id"); id != "" {
			if ids[id] {
				t.Errorf("the id %s stands twice", id)
			}
			ids[id] = true
		}
	}
	for element, want := range map[string]int{"h1": 1, "main": 1, "title": 8, "table": 7, "caption": 7} {
		if count[element] != want {
			t.Errorf("%d %s, want %d", count[element], element, want)
		}
	}
	level := 1
	for _, n := range nodes {
		for label := range strings.FieldsSeq(attribute(n, "aria-labelledby")) {
			if !ids[label] {
				t.Errorf("%s is named by %s, which there is not", n.Data, label)
			}
		}
		switch n.Data {
		case "html":
			if attribute(n, "lang") != "en" {
				t.Error("the page does not name its language")
			}
		case "svg":
			if attribute(n, "aria-hidden") != "true" && attribute(n, "role") != "img" {
				t.Error("a drawing is neither named nor hidden")
			}
		case "th":
			if attribute(n, "scope") == "" {
				t.Error("a heading of a table has no scope")
			}
		case "h1", "h2", "h3":
			if next := int(n.Data[1] - '0'); next > level+1 {
				t.Errorf("%s comes after h%d", n.Data, level)
			} else {
				level = next
			}
		}
	}
}

func TestEveryVerdictIsInWords(t *testing.T) {
	page := string(render(t, sampleDocument(), HTML))
	text := words(t, page)
	for _, word := range []string{"on my own", "can teach, 13 November 2026", "with help, 28 October 2026", "not yet, 15 October 2026", "not rated"} {
		if !strings.Contains(text, word) {
			t.Errorf("the page never says %q", word)
		}
	}
	if !strings.Contains(text, "Level 2, Data Builder: 9 of 10") {
		t.Error("the ladder is not told in words")
	}
}

func words(t *testing.T, page string) string {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for n := range root.Descendants() {
		if n.Type == html.TextNode && n.Parent.Data != "style" {
			out.WriteString(n.Data + " ")
		}
	}
	return out.String()
}

// TestColoursAreThoseOfTheWindow compares with what browsers compute from tokens.css.
func TestColoursAreThoseOfTheWindow(t *testing.T) {
	for want, c := range map[string]colour{
		"#ffffff": white, "#182322": ink, "#475251": ink2, "#606a68": ink3, "#046852": accent, "#dfe4e2": line,
	} {
		if c.String() != want {
			t.Errorf("%s, want %s", c, want)
		}
	}
}

func TestContrastsAreHighEnough(t *testing.T) {
	for name, pair := range map[string]struct {
		a, b colour
		want float64
	}{
		"text": {ink, white, 4.5}, "quiet text": {ink2, white, 4.5}, "quietest text": {ink3, white, 4.5},
		"rung": {accent, white, 3}, "cell": {accentMid, white, 3}, "box": {edge, white, 3}, "gap": {signalMark, white, 3},
	} {
		light := []float64{luminance(pair.a), luminance(pair.b)}
		slices.Sort(light)
		if ratio := (light[1] + 0.05) / (light[0] + 0.05); ratio < pair.want {
			t.Errorf("%s has a contrast of %.2f, want %.1f", name, ratio, pair.want)
		}
	}
}

func luminance(c colour) float64 {
	linear := func(v uint8) float64 {
		x := float64(v) / 255
		if x <= 0.04045 {
			return x / 12.92
		}
		return math.Pow((x+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}
