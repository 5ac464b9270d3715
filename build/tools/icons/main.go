// Command icons draws every picture of the program's icon from the drawings in build/icon: the PNG
// files of the Linux icon theme, the ICO file of Windows, the ICNS file of macOS, and the one PNG
// that the Wails command line asks for; and those of the files that it exports, for Linux and
// Windows (macOS makes them of the program's). A size has a drawing of its own where scaling would
// blur it.
//
//	go run . <folder "build" of the checkout> <folder to write to>
package main

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"os"
	"path/filepath"

	"github.com/fyne-io/oksvg"
	"github.com/srwiley/rasterx"
)

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: icons <folder build> <folder to write to>")
		os.Exit(2)
	}
	if err := write(os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, "icons:", err)
		os.Exit(1)
	}
}

// drawings are the drawings of one icon. The name of each begins with the prefix and ends with its
// size; other sizes are scaled from the largest, which is last.
type drawings struct {
	folder, prefix string
	sizes          []int
}

func write(from, to string) error {
	folder := filepath.Join(from, "icon")
	program := drawings{folder: folder, sizes: []int{16, 24, 32, 48, 64, 256}}
	document := drawings{folder: folder, prefix: "document-", sizes: []int{16, 256}}
	if err := program.writeAll(to); err != nil {
		return err
	}
	for _, size := range []int{16, 32, 48, 64, 128, 256} {
		if err := document.writePNG(filepath.Join(to, "linux", "document", fmt.Sprintf("%d.png", size)), size); err != nil {
			return err
		}
	}
	ico, err := document.ico(16, 32, 48, 256)
	if err != nil {
		return err
	}
	return save(filepath.Join(to, "windows", "document.ico"), ico)
}

func (d drawings) writeAll(to string) error {
	for _, size := range []int{16, 24, 32, 48, 64, 128, 256, 512} {
		if err := d.writePNG(filepath.Join(to, "linux", "icons", fmt.Sprintf("%d.png", size)), size); err != nil {
			return err
		}
	}
	if err := d.writePNG(filepath.Join(to, "appicon.png"), 1024); err != nil {
		return err
	}
	ico, err := d.ico(16, 24, 32, 48, 64, 256)
	if err != nil {
		return err
	}
	if err := save(filepath.Join(to, "windows", "icon.ico"), ico); err != nil {
		return err
	}
	icns, err := d.icns()
	if err != nil {
		return err
	}
	return save(filepath.Join(to, "darwin", "icon.icns"), icns)
}

// draw returns the icon at a size, filling all of it.
func (d drawings) draw(size int) (*image.RGBA, error) {
	drawing := d.sizes[len(d.sizes)-1]
	for _, drawn := range d.sizes {
		if drawn == size {
			drawing = drawn
		}
	}
	path := filepath.Join(d.folder, fmt.Sprintf("%s%d.svg", d.prefix, drawing))
	icon, err := oksvg.ReadIcon(path, oksvg.StrictErrorMode)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	icon.SetTarget(0, 0, float64(size), float64(size))
	picture := image.NewRGBA(image.Rect(0, 0, size, size))
	scanner := rasterx.NewScannerGV(size, size, picture, picture.Bounds())
	icon.Draw(rasterx.NewDasher(size, size, scanner), 1)
	return picture, nil
}

// drawForMac returns the icon as macOS lays icons out: with a margin, so that it is as large as its
// neighbours in the Dock. The smallest ones have no room for one.
func (d drawings) drawForMac(size int) (*image.RGBA, error) {
	if size <= 32 {
		return d.draw(size)
	}
	// Of the 1024 pixels of Apple's grid, 824 are the icon's body.
	body := (size*824/1024 + 1) / 2 * 2
	inner, err := d.draw(body)
	if err != nil {
		return nil, err
	}
	picture := image.NewRGBA(image.Rect(0, 0, size, size))
	margin := (size - body) / 2
	draw.Draw(picture, image.Rect(margin, margin, margin+body, margin+body), inner, image.Point{}, draw.Src)
	return picture, nil
}

func (d drawings) writePNG(path string, size int) error {
	picture, err := d.draw(size)
	if err != nil {
		return err
	}
	data, err := encode(picture)
	if err != nil {
		return err
	}
	return save(path, data)
}

// encode returns a picture as PNG. Colours are not premultiplied, because the halves at the round
// corners would get dark edges from programs that do not expect it.
func encode(picture *image.RGBA) ([]byte, error) {
	plain := image.NewNRGBA(picture.Bounds())
	for y := range picture.Bounds().Dy() {
		for x := range picture.Bounds().Dx() {
			plain.SetNRGBA(x, y, color.NRGBAModel.Convert(picture.RGBAAt(x, y)).(color.NRGBA))
		}
	}
	var out bytes.Buffer
	err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&out, plain)
	return out.Bytes(), err
}

func save(path string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	return os.WriteFile(path, data, 0o644)
}
