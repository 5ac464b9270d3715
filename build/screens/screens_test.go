package main

import (
	"context"
	"errors"
	"image"
	"image/color"
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"github.com/levelica/levelica/internal/guide"
	"github.com/levelica/levelica/internal/journal"
	"github.com/levelica/levelica/internal/progress"
)

// plain is a picture of one colour.
func plain(c color.RGBA) *image.RGBA {
	picture := image.NewRGBA(image.Rect(0, 0, 100, 50))
	for i := 0; i < len(picture.Pix); i += 4 {
		copy(picture.Pix[i:], []byte{c.R, c.G, c.B, 0xff})
	}
	return picture
}

func TestAPictureDiffersByThePartThatIsOfAnotherColour(t *testing.T) {
	paper := color.RGBA{251, 253, 252, 255}
	approved, seen := plain(paper), plain(paper)
	if part := differing(approved, seen); part != 0 {
		t.Errorf("equal pictures differ by %v", part)
	}
	for x := range 100 {
		seen.SetRGBA(x, 7, color.RGBA{0, 100, 80, 255})
		seen.SetRGBA(x, 9, color.RGBA{240, 250, 245, 255}) // a shade, which is no difference
	}
	if part := differing(approved, seen); part != 0.02 {
		t.Errorf("one line of fifty differs by %v", part)
	}
	if part := differing(approved, image.NewRGBA(image.Rect(0, 0, 50, 100))); part != 1 {
		t.Errorf("a picture of another size differs by %v", part)
	}
}

func TestAReducedPictureIsTakenForTheSame(t *testing.T) {
	picture := plain(color.RGBA{19, 25, 25, 255})
	for x := range 100 {
		for y := range 20 {
			// As the edges of letters: every shade between the paper and the ink.
			shade := uint8(19 + 2*x)
			picture.SetRGBA(x, y, color.RGBA{shade, shade, shade, 255})
		}
	}
	small := reduced(picture)
	if len(small.Palette) > colours {
		t.Errorf("it has %d colours", len(small.Palette))
	}
	if part := differing(small, picture); part > mayDiffer {
		t.Errorf("it differs in %v of its pixels", part)
	}
}

// sidebar answers as a window does that has these links.
type sidebar string

func (s sidebar) Evaluate(context.Context, string) (string, error) { return string(s), nil }

// What is shown to who has not installed it yet are approved pictures themselves: a copy of one would
// still show how the window looked once.
func TestThePicturesThatOthersAreShownAreApprovedOnes(t *testing.T) {
	root := filepath.Join("..", "..")
	picture := regexp.MustCompile(`build/screens/[^)<\s]*\.png`)
	for file, want := range map[string]int{"README.md": 4, "build/linux/org.levelica.Levelica.metainfo.xml": 3} {
		text, err := os.ReadFile(filepath.Join(root, file))
		if err != nil {
			t.Fatal(err)
		}
		named := picture.FindAllString(string(text), -1)
		if len(named) != want {
			t.Errorf("%s shows %d pictures, want %d", file, len(named), want)
		}
		for _, name := range named {
			if _, err := os.Stat(filepath.Join(root, name)); err != nil || filepath.Base(filepath.Dir(name)) != "approved" {
				t.Errorf("%s shows %s, which is no approved picture", file, name)
			}
		}
	}
}

func TestEveryPlaceOfTheSidebarHasItsPictureAndStartedGuidesHaveNoneOfTheirOwn(t *testing.T) {
	found, err := findScenes(t.Context(), sidebar(`["#/home","#/guides","#/a-new-place","#/guides/data-engineering","#/help","#/home"]`))
	if err != nil {
		t.Fatal(err)
	}
	names := map[string]int{}
	for _, s := range found {
		names[s.name]++
		if s.finds != journalOfThePictures {
			t.Errorf("%s wants another journal", s.name)
		}
	}
	for _, name := range []string{"home", "guides", "a-new-place", "help", "guide-levels", "search"} {
		if names[name] != 1 {
			t.Errorf("%s has %d pictures", name, names[name])
		}
	}
	if names["guides-data-engineering"] > 0 {
		t.Error("a started guide has a picture as a place")
	}
	if _, err := findScenes(t.Context(), sidebar(`[]`)); err == nil {
		t.Error("a window without a sidebar passes")
	}
}

func TestThePersonOfThePicturesStandsWhereTheirPathSays(t *testing.T) {
	for _, language := range []string{"en", "ko"} {
		folder := t.TempDir()
		if err := writeJournal(t.Context(), folder, language); err != nil {
			t.Fatal(err)
		}
		j, err := journal.Open(t.Context(), folder, journal.Options{})
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range paths {
			g, err := guide.Shipped().Outline(p.guide, language)
			if err != nil {
				t.Fatal(err)
			}
			marks, err := j.Marks(t.Context(), p.guide)
			if err != nil {
				t.Fatal(err)
			}
			if s := progress.Stand(g, progress.Present(p.guide, marks)); s.Level != p.level {
				t.Errorf("%s: level %d, want %d", p.guide, s.Level, p.level)
			}
			for _, m := range marks {
				if m.At > now.UnixMilli() {
					t.Errorf("%s %s is rated in the future", p.guide, m.Item)
				}
			}
		}
		if pieces, err := j.Evidence(t.Context(), ""); err != nil || len(pieces) != len(evidence[language]) {
			t.Errorf("%d pieces of evidence, %v", len(pieces), err)
		}
		if err := j.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

func TestEachConditionKeepsTheJournalClosedForItsOwnReason(t *testing.T) {
	for finds, want := range map[condition]func(error) bool{
		journalOfThePictures: func(err error) bool { return err == nil },
		nothing:              func(err error) bool { return err == nil },
		damaged: func(err error) bool {
			hurt, is := errors.AsType[*journal.DamagedError](err)
			return is && hurt.Damage != journal.DamageGone
		},
		gone: func(err error) bool {
			hurt, is := errors.AsType[*journal.DamagedError](err)
			return is && hurt.Damage == journal.DamageGone
		},
		newer: func(err error) bool {
			_, is := errors.AsType[*journal.NewerError](err)
			return is
		},
	} {
		folder := t.TempDir()
		if err := conditions[finds](t.Context(), folder, "ko"); err != nil {
			t.Fatal(err)
		}
		j, err := journal.Open(t.Context(), folder, journal.Options{})
		if !want(err) {
			t.Errorf("condition %d: opening says %v", finds, err)
		}
		if err == nil {
			if err := j.Close(); err != nil {
				t.Error(err)
			}
		}
	}
}
