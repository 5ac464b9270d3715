package report

import (
	"compress/gzip"
	"embed"
	"encoding/binary"
	"fmt"
	"io"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/text/unicode/norm"
)

// The typefaces are described in fonts/README.md. They are compressed, to a third of their size,
// because only a PDF needs them.
//
//go:embed fonts/*.ttf.gz
var fonts embed.FS

// face is a typeface of the PDF. It knows which characters it has and how wide they are, so that
// lines can be broken before anything is drawn.
type face struct {
	name  string // file in the fonts folder, without extension
	read  func() *metrics
	parse func() *sfnt.Font // its outlines, which only a picture needs
}

type metrics struct {
	data     []byte
	advances map[rune]float64 // width of each character at size 1
}

// The faces in the order in which they are asked for a character. There is no bold Korean face, nor
// a bold one of signs; the PDF thickens the regular ones.
var (
	regularFace = newFace("NotoSans-Regular")
	boldFace    = newFace("NotoSans-Bold")
	otherFaces  = []*face{
		newFace("NotoSansMath-Regular"), newFace("NotoSansSymbols2-Regular"), newFace("LevelicaHangul-Regular"),
	}
)

func newFace(name string) *face {
	f := &face{name: name}
	f.read = sync.OnceValue(func() *metrics {
		data, err := unpack("fonts/" + name + ".ttf.gz")
		if err != nil {
			panic(err) // the file is embedded, and a test reads all of them
		}
		advances, err := readAdvances(data)
		if err != nil {
			panic(fmt.Sprintf("%s: %v", name, err)) // a test reads all of them
		}
		return &metrics{data, advances}
	})
	f.parse = sync.OnceValue(func() *sfnt.Font {
		parsed, err := sfnt.Parse(f.read().data)
		if err != nil {
			panic(fmt.Sprintf("%s: %v", name, err)) // a test reads all of them
		}
		return parsed
	})
	return f
}

func unpack(name string) ([]byte, error) {
	file, err := fonts.Open(name)
	if err != nil {
		return nil, err
	}
	defer func() { _ = file.Close() }()
	packed, err := gzip.NewReader(file)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return io.ReadAll(packed)
}

func (f *face) has(r rune) bool {
	_, ok := f.read().advances[r]
	return ok
}

// weight is how strong letters are.
type weight int

const (
	regular weight = iota
	bold
)

// face returns the face that is asked first for a character of a weight.
func (w weight) face() *face {
	if w == bold {
		return boldFace
	}
	return regularFace
}

// run is a piece of text in one face.
type run struct {
	face *face
	text string
}

// lacking stands for a character that no face has.
const lacking = '□'

// runs splits a text into pieces of one face each. A character that no face has becomes "□"; whole
// says whether there was none. A sequence that is one sign to the eye, as an emoji with its tone of
// skin, becomes one "□".
func runs(text string, w weight) (pieces []run, whole bool) {
	first := w.face()
	var out strings.Builder
	var current *face
	whole = true
	lost := false   // the last character became "□"
	joined := false // the next one belongs to the same sign
	add := func(f *face, r rune) {
		if f != current && out.Len() > 0 {
			pieces = append(pieces, run{current, out.String()})
			out.Reset()
		}
		current = f
		out.WriteRune(r)
	}
	for _, r := range norm.NFC.String(text) {
		if r == '\u200D' { // joins emoji
			joined = lost
			continue
		}
		if unicode.Is(unicode.Cf, r) || r >= '\uFE00' && r <= '\uFE0F' || r == '\u034F' || r == '\u3164' {
			continue // no reader sees these
		}
		f := faceOf(r, first)
		switch {
		case f != nil:
			add(f, r)
			lost = false
		case unicode.IsMark(r) || joined || r >= 0x1F3FB && r <= 0x1F3FF: // tones of skin
			whole = false
		default:
			whole, lost = false, true
			add(faceOf(lacking, first), lacking)
		}
		joined = false
	}
	if out.Len() > 0 {
		pieces = append(pieces, run{current, out.String()})
	}
	return pieces, whole
}

// faceOf returns the first face that has a character, or nil. The library that writes the PDF
// knows the first 65,536 characters only, and so do the faces.
func faceOf(r rune, first *face) *face {
	if first.has(r) {
		return first
	}
	if r < 0x2000 {
		return nil // none of the others has letters this low
	}
	for _, f := range otherFaces {
		if f.has(r) {
			return f
		}
	}
	return nil
}

// advance measures one character at size 1, for breaking and cutting a text at it.
func advance(r rune, w weight) float64 {
	first := w.face()
	if f := faceOf(r, first); f != nil {
		return f.read().advances[r]
	}
	return faceOf(lacking, first).read().advances[lacking]
}

// widthOf measures a text at size 1.
func widthOf(text string, w weight) float64 {
	width := 0.0
	pieces, _ := runs(text, w)
	for _, p := range pieces {
		advances := p.face.read().advances
		for _, r := range p.text {
			width += advances[r]
		}
	}
	return width
}

// readAdvances reads the characters of a TrueType font and their widths: the tables cmap (format
// 4, platform 3) for the glyph of each character, hmtx for the width of each glyph.
func readAdvances(data []byte) (map[rune]float64, error) {
	u16 := func(at int) int { return int(binary.BigEndian.Uint16(data[at:])) }
	u32 := func(at int) int { return int(binary.BigEndian.Uint32(data[at:])) }
	tables := map[string]int{}
	for i := range u16(4) {
		at := 12 + 16*i
		tables[string(data[at:at+4])] = u32(at + 8)
	}
	cmap, hmtx := tables["cmap"], tables["hmtx"]
	perEm, long := float64(u16(tables["head"]+18)), u16(tables["hhea"]+34)
	sub := 0
	for i := range u16(cmap + 2) {
		at := cmap + 4 + 8*i
		if u16(at) == 3 && u16(at+2) == 1 && u16(cmap+u32(at+4)) == 4 {
			sub = cmap + u32(at+4)
		}
	}
	if sub == 0 || perEm == 0 || long == 0 {
		return nil, fmt.Errorf("no usable character table")
	}
	advances := map[rune]float64{}
	segments := u16(sub+6) / 2
	for i := range segments {
		last, first := u16(sub+14+2*i), u16(sub+16+2*segments+2*i)
		delta, offsetAt := u16(sub+16+4*segments+2*i), sub+16+6*segments+2*i
		for c := first; c <= last && c < 0xFFFF; c++ {
			glyph := c + delta
			if offset := u16(offsetAt); offset != 0 {
				if glyph = u16(offsetAt + offset + 2*(c-first)); glyph != 0 {
					glyph += delta
				}
			}
			if glyph &= 0xFFFF; glyph != 0 {
				advances[rune(c)] = float64(u16(hmtx+4*min(glyph, long-1))) / perEm
			}
		}
	}
	return advances, nil
}
