package guide

import (
	"errors"
	"path"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/net/html"
)

func TestAnUnknownGuideIsNotFound(t *testing.T) {
	for _, slug := range []string{"", "nonesuch", "../library", "backend-engineering/..", "백엔드"} {
		if _, err := Shipped().Guide(slug, DefaultLanguage); !errors.Is(err, ErrNotFound) {
			t.Errorf("%q: got %v, want ErrNotFound", slug, err)
		}
	}
}

func TestEnglishStandsInForAMissingTranslationAndIsNamed(t *testing.T) {
	files := copyOf(t, specimen)
	files[path.Join(specimen, "ko.yaml")] = &fstest.MapFile{Data: []byte("language: ko\ntitle: 백엔드 엔지니어링\nitems:\n  be-001: {text: 기록된 요청 하나를 설명합니다., evidence: 기록을 보여 주세요.}\n")}
	g, err := NewLibrary(files).Guide(specimen, "ko")
	if err != nil {
		t.Fatal(err)
	}
	first, _ := g.Item("be-001")
	second, _ := g.Item("be-002")
	english, _ := Shipped().Guide(specimen, DefaultLanguage)
	wanted, _ := english.Item("be-002")
	if g.Title != "백엔드 엔지니어링" || first.Text != "기록된 요청 하나를 설명합니다." || second.Text != wanted.Text {
		t.Errorf("got %q, %q, %q", g.Title, first.Text, second.Text)
	}
	named := strings.Join(g.Fallback, " ")
	if !strings.Contains(named, "items.be-002.text") || strings.Contains(named, "items.be-001.text") {
		t.Errorf("fallback names %v", g.Fallback)
	}
	if original, _ := english.Item("be-001"); first.Digest != original.Digest {
		t.Error("the digest is not that of the English text")
	}
}

func TestTextsBecomeHTMLThatCanDoNothing(t *testing.T) {
	for _, text := range []string{
		`<script>alert(1)</script>`, `<img src=x onerror=alert(1)>`, `[x](javascript:alert(1))`,
		`[x](https://example.org)`, `![x](https://example.org/x.png)`, `<svg onload=alert(1)>`,
		`<a href="#term-x" onclick="alert(1)">x</a>`, `<style>*{display:none}</style>`, `<iframe src="//x"></iframe>`,
		"[x](#term-a\"onmouseover=alert(1))", `<https://example.org>`, "```\n<b onclick=x>\n```", "[x](data:text/html,x)",
	} {
		got := HTML(text)
		for _, bad := range []string{"<script", "<img", "<svg", "<style", "<iframe", "javascript:", "onerror", "onclick=\"", "https://", "data:", "onmouseover"} {
			if strings.Contains(tagsOf(got), bad) {
				t.Errorf("HTML(%q) = %q holds %s", text, got, bad)
			}
		}
	}
}

// allowedTags are the elements that a text of a guide may become, as they are written out.
var allowedTags = regexp.MustCompile(`^(</?(p|em|strong|ul|ol|li)>|</a>|<br/?>|<a href="#(term|ref|level)-[a-z0-9-]+">)$`)

func FuzzAnyTextBecomesHTMLThatCanDoNothing(f *testing.F) {
	for _, seed := range []string{
		"See [API](#term-api), [Kolb (1984)](#ref-kolb-1984) and [Data Builder](#level-2) *now*.\n\n1. **one**\n2. two", `<script>alert(1)</script>`,
		`<svg/onload=alert(1)><math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=alert(1)&gt;">`,
		`<noscript><p title="</noscript><img src=x onerror=alert(1)>">`, `[x](java&#115;cript:alert(1))`, `[x](<#term-a" onclick=alert(1)>)`, "[x]: javascript:alert(1)\n[x]",
		`<a href="#term-x" onclick="alert(1)">x</a>`, "```html\n<b onclick=x>\n```", "&lt;script&gt;\u2028\u202e\x00\xff", "가나다 🙂 עברית\n> > > - - - a", strings.Repeat("[", 200), strings.Repeat("*a ", 100),
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		got := HTML(text)
		tokens := html.NewTokenizer(strings.NewReader(got))
		for {
			switch tokens.Next() {
			case html.ErrorToken:
				return
			case html.TextToken:
			case html.StartTagToken, html.EndTagToken, html.SelfClosingTagToken:
				if tag := string(tokens.Raw()); !allowedTags.MatchString(tag) {
					t.Errorf("HTML(%q) = %q holds %s", text, got, tag)
				}
			default:
				t.Errorf("HTML(%q) = %q holds %q", text, got, tokens.Raw())
			}
		}
	})
}

// tagsOf returns only what stands between angle brackets.
func tagsOf(text string) string {
	var tags strings.Builder
	for _, part := range strings.Split(text, "<")[1:] {
		tag, _, _ := strings.Cut(part, ">")
		tags.WriteString("<" + tag + ">")
	}
	return tags.String()
}

func TestLinksInsideTheGuideStayInHTMLAndGoFromPlainText(t *testing.T) {
	text := "See [API](#term-api), [Kolb (1984)](#ref-kolb-1984) and [Data Builder](#level-2) *now*."
	want := `<p>See <a href="#term-api">API</a>, <a href="#ref-kolb-1984">Kolb (1984)</a> and <a href="#level-2">Data Builder</a> <em>now</em>.</p>`
	if got := HTML(text); got != want {
		t.Errorf("HTML:\n got %s\nwant %s", got, want)
	}
	if got := Plain("See [API](#term-api) and [Data Builder](#level-2)."); got != "See API and Data Builder." {
		t.Errorf("Plain: %q", got)
	}
}

func TestTheCheckDigitOfAnISBNIsHeldAgainstItsOthers(t *testing.T) {
	for isbn, want := range map[string]bool{
		"978-1-449-37332-0": true, "9781942788331": true, "978-1-449-37332-1": false, "0-306-40615-2": true, "0-8044-2957-X": true, "123": false,
	} {
		if validISBN(isbn) != want {
			t.Errorf("validISBN(%s) = %v", isbn, !want)
		}
	}
}
