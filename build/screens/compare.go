package main

import (
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// A picture is compared with an approved one pixel by pixel. The approved ones have few colours, so
// a difference of a shade says nothing; and a few pixels may differ, because nothing promises that
// letters are drawn alike to the last one.
const (
	sameShade = 32    // of 255, the largest difference in a channel that is none
	mayDiffer = 0.002 // part of the pixels
	colours   = 64    // of an approved picture
)

// differing returns the part of the pixels in which two pictures differ, 1 where their sizes do.
func differing(a, b image.Image) float64 {
	size := a.Bounds().Size()
	if size != b.Bounds().Size() || size.X*size.Y == 0 {
		return 1
	}
	count := 0
	for y := range size.Y {
		for x := range size.X {
			if !alike(a.At(a.Bounds().Min.X+x, a.Bounds().Min.Y+y), b.At(b.Bounds().Min.X+x, b.Bounds().Min.Y+y)) {
				count++
			}
		}
	}
	return float64(count) / float64(size.X*size.Y)
}

func alike(a, b color.Color) bool {
	ar, ag, ab, _ := a.RGBA()
	br, bg, bb, _ := b.RGBA()
	for _, pair := range [][2]uint32{{ar, br}, {ag, bg}, {ab, bb}} {
		if max(pair[0], pair[1])-min(pair[0], pair[1]) > sameShade*0x101 {
			return false
		}
	}
	return true
}

// reduced returns a picture in its most frequent colours, each pixel in the nearest of them, so that
// it takes little room.
func reduced(picture *image.RGBA) *image.Paletted {
	counts := map[color.RGBA]int{}
	for i := 0; i < len(picture.Pix); i += 4 {
		counts[color.RGBA{picture.Pix[i], picture.Pix[i+1], picture.Pix[i+2], 0xff}]++
	}
	var all []color.RGBA
	for c := range counts {
		all = append(all, c)
	}
	slices.SortFunc(all, func(a, b color.RGBA) int {
		if d := counts[b] - counts[a]; d != 0 {
			return d
		}
		return strings.Compare(fmt.Sprint(a), fmt.Sprint(b))
	})
	// A colour close to a more frequent one would say the same twice. Pale surfaces differ by
	// little more than this, and are told apart.
	const alike = 6
	var palette color.Palette
	for _, c := range all {
		if len(palette) == colours {
			break
		}
		if !slices.ContainsFunc(palette, func(p color.Color) bool { return near(p.(color.RGBA), c, alike) }) {
			palette = append(palette, c)
		}
	}
	small := image.NewPaletted(picture.Bounds(), palette)
	draw.Draw(small, small.Bounds(), picture, picture.Bounds().Min, draw.Src)
	return small
}

func near(a, b color.RGBA, within int) bool {
	distance := func(x, y uint8) int { return max(int(x), int(y)) - min(int(x), int(y)) }
	return distance(a.R, b.R) <= within && distance(a.G, b.G) <= within && distance(a.B, b.B) <= within
}

func writePicture(path string, picture image.Image) (err error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	encoder := png.Encoder{CompressionLevel: png.BestCompression}
	return encoder.Encode(file, picture)
}

func readPicture(path string) (_ image.Image, err error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	return png.Decode(file)
}
