package report

import (
	"bytes"
	"encoding/xml"
	"errors"
	"image/png"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/levelica/levelica/internal/guide"
	"github.com/levelica/levelica/internal/locale"
	"github.com/levelica/levelica/internal/progress"
)

// cardAt makes the card of somebody who does so many items alone on each level, level 1 first.
func cardAt(g *guide.Guide, words *locale.Catalogue, person string, done ...int) *Card {
	marks := map[string]progress.Mark{}
	for i, n := range done {
		for _, item := range g.Levels[i].Items[:n] {
			marks[item.ID] = progress.Mark{Item: item.ID, Verdict: progress.OnMyOwn, At: sampleTime.UnixMilli()}
		}
	}
	return NewCard(Subject{Guide: g, Marks: marks}, 12, Options{At: sampleTime, Person: person, Strands: true}, words)
}

func TestACardSaysWhoseAssessmentItIsWhenAndHowMuchCarriesEvidence(t *testing.T) {
	g := sample("backend-engineering", "Backend Engineering")
	for _, c := range []struct {
		name string
		card *Card
		want []string
	}{
		{"in English", cardAt(g, english, "", 10, 9, 6, 2), []string{
			"Backend Engineering: Data Builder", "Level 2 of 7, 6 of 10 towards level 3", "My own assessment",
			"12 of 27 items with evidence", "22 November 2026"}},
		{"in Korean", cardAt(g, locale.For("ko"), "", 10, 9, 6, 2), []string{
			"7단계 중 레벨 2", "스스로 내린 평가", "항목 27개 중 12개에 근거 있음", "2026년 11월 22일"}},
		{"with a name", cardAt(g, english, "김민아 🙂", 10), []string{"김민아 🙂, own assessment", "Level 1 of 7"}},
		{"with nothing of the next level", cardAt(g, english, "", 10, 10), []string{"Level 2 of 7. My own"}},
		{"with one item", cardAt(g, english, "", 1), []string{"12 of 1 item with evidence"}},
		{"before the first level", cardAt(g, english, "", 3), []string{"Starting out", "3 of 10 towards level 1 of 7"}},
		{"at the top", cardAt(g, english, "", 10, 10, 10, 10, 10, 10, 10), []string{"Level 7 of 7, the highest"}},
	} {
		for _, words := range c.want {
			if !strings.Contains(c.card.Title(), words) {
				t.Errorf("%s: %q does not say %q", c.name, c.card.Title(), words)
			}
		}
	}
}

func TestACardAsSVGIsWellFormedSaysItsWordsAndNeedsNothingElse(t *testing.T) {
	card := cardAt(sample("backend-engineering", `<b> & "Backend" </svg>`), english, `<script>alert(1)</script>`, 10, 9)
	var out bytes.Buffer
	if err := card.Write(&out, SVG); err != nil {
		t.Fatal(err)
	}
	title := ""
	decoder := xml.NewDecoder(&out)
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			if name := token.Name.Local; name != "svg" && name != "title" && name != "path" {
				t.Errorf("the picture holds a %s", name)
			}
			for _, a := range token.Attr {
				if a.Name.Local == "href" || strings.HasPrefix(a.Name.Local, "on") || strings.Contains(a.Value, "url(") {
					t.Errorf("%s has %s=%q", token.Name.Local, a.Name.Local, a.Value)
				}
			}
		case xml.CharData:
			title += string(token)
		}
	}
	if !strings.Contains(title, card.Title()) {
		t.Errorf("the picture says %q", title)
	}
}

func TestACardAsPNGShowsThePaperAndTheReachedLevel(t *testing.T) {
	card := cardAt(sample("backend-engineering", "Backend Engineering"), english, "", 10, 9)
	var out, again bytes.Buffer
	if err := errors.Join(card.Write(&out, PNG), card.Write(&again, PNG)); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(out.Bytes(), again.Bytes()) {
		t.Error("the same card gave other bytes")
	}
	picture, err := png.Decode(&out)
	if err != nil {
		t.Fatal(err)
	}
	if size := picture.Bounds().Size(); size.X != 2400 || size.Y != 1260 {
		t.Errorf("the size is %v", size)
	}
	for _, c := range []struct {
		what string
		x, y int // in the units of the card
		want colour
	}{
		{"the paper", 400, 30, page},
		{"the side", 1180, 30, side},
		{"the lowest rung, which is reached", 980, 520, accent},
		{"the top of a rail, which is not", 893, 64, rail},
	} {
		r, g, b, _ := picture.At(2*c.x, 2*c.y).RGBA()
		if got := (colour{uint8(r >> 8), uint8(g >> 8), uint8(b >> 8)}); got != c.want {
			t.Errorf("%s is %v, want %v", c.what, got, c.want)
		}
	}
}

// extent returns the box around all that is written: every outline in a colour of words.
func extent(c *Card) (left, top, right, bottom float64) {
	left, top = 1e9, 1e9
	for _, o := range c.draw() {
		if o.fill != ink && o.fill != ink2 && o.fill != ink3 {
			continue
		}
		for _, s := range o.segments {
			for _, p := range s.args[:s.count()] {
				left, right = min(left, p.X), max(right, p.X)
				top, bottom = min(top, p.Y), max(bottom, p.Y)
			}
		}
	}
	return left, top, right, bottom
}

func TestNothingWrittenLeavesItsSide(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SampledFrom([]string{
			"Data", "데이터", "Donaudampfschifffahrtsgesellschaftskapitän", "שלום", "مرحبا", "🙂", "of", "엔지니어링을", "W" + strings.Repeat("w", 80), "İ",
		})
		text := func(label string) string { return strings.Join(rapid.SliceOfN(words, 0, 9).Draw(t, label), " ") }
		g := sample("backend-engineering", text("guide"))
		for i := range g.Levels {
			g.Levels[i].Title = text("level")
		}
		language := rapid.SampledFrom([]string{"en", "ko"}).Draw(t, "language")
		card := cardAt(g, locale.For(language), text("person"), rapid.SampledFrom([]int{0, 8, 10}).Draw(t, "done"))
		left, top, right, bottom := extent(card)
		if left < cardLeft-8 || right > cardSide-8 || top < 60 || bottom > cardHeight-40 {
			t.Fatalf("the words reach from %.0f, %.0f to %.0f, %.0f", left, top, right, bottom)
		}
	})
}

func TestLinesOfACardDoNotLieOnEachOther(t *testing.T) {
	g := sample("backend-engineering", "Backend Engineering")
	for _, title := range []string{"Data Builder", "분산 시스템 아키텍트와 플랫폼 전략가", "Distributed Architecture and Platform Strategist"} {
		g.Levels[0].Title = title
		card := cardAt(g, english, "", 10)
		type band struct{ top, bottom float64 }
		var bands []band
		for _, o := range card.draw() {
			if o.fill != ink && o.fill != ink2 && o.fill != ink3 {
				continue
			}
			b := band{1e9, 0}
			for _, s := range o.segments {
				for _, p := range s.args[:s.count()] {
					b = band{min(b.top, p.Y), max(b.bottom, p.Y)}
				}
			}
			bands = append(bands, b)
		}
		for i := 1; i < len(bands); i++ {
			sameLine := bands[i].top < bands[i-1].bottom-2 && bands[i].bottom-bands[i].top < 90 && abs(bands[i].bottom-bands[i-1].bottom) < 30
			if bands[i].top < bands[i-1].bottom-1 && !sameLine {
				t.Errorf("%s: a line from %.0f to %.0f lies on one to %.0f", title, bands[i].top, bands[i].bottom, bands[i-1].bottom)
			}
		}
	}
}

func abs(x float64) float64 { return max(x, -x) }

func TestACardSuggestsASafeFileName(t *testing.T) {
	g := sample("backend-engineering", "../Backend: 백엔드 ⚙️")
	if got, want := cardAt(g, english, "", 10, 9).FileName(PNG), "Levelica Backend 백엔드 level 2 2026-11-22.png"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestAFormatThatIsNoPictureIsRefused(t *testing.T) {
	for _, name := range []string{"pdf", "gif", "", "svg "} {
		if _, err := ParseCardFormat(name); !errors.Is(err, ErrFormat) {
			t.Errorf("%q: %v", name, err)
		}
	}
	if err := cardAt(sample("backend-engineering", "x"), english, "").Write(io.Discard, PDF); !errors.Is(err, ErrFormat) {
		t.Error(err)
	}
	if f, err := ParseCardFormat("PNG"); f != PNG || err != nil {
		t.Error(f, err)
	}
}

func TestEveryNumberOfThePictureIsShort(t *testing.T) {
	var out bytes.Buffer
	if err := cardAt(sample("backend-engineering", "Backend"), english, "", 10).Write(&out, SVG); err != nil {
		t.Fatal(err)
	}
	for _, number := range regexp.MustCompile(`-?\d+\.\d+`).FindAllString(out.String(), -1) {
		if _, after, _ := strings.Cut(number, "."); len(after) > 2 {
			t.Fatalf("%s has more than two places", number)
		}
		if _, err := strconv.ParseFloat(number, 64); err != nil {
			t.Fatal(err)
		}
	}
}
