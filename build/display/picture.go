package display

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/maphash"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"time"
)

// Image returns what the screen shows now.
//
// The server keeps its screen in a file (-fbdir), in the format of xwd: 25 big-endian words, a
// colour map that is of no use here, then rows of pixels. Reading it needs no further program and
// does not disturb what is being watched.
func (d *Display) Image() (*image.RGBA, error) {
	data, err := os.ReadFile(filepath.Join(d.dir, "Xvfb_screen0"))
	if err != nil {
		return nil, fmt.Errorf("read the private screen: %w", err)
	}
	const words = 25
	var header [words]uint32
	if n, err := binary.Decode(data, binary.BigEndian, &header); err != nil {
		return nil, fmt.Errorf("read the private screen: header of %d bytes: %w", n, err)
	}
	var (
		start         = int(header[0]) + 12*int(header[19])
		width, height = int(header[4]), int(header[5])
		bigEndian     = header[7] != 0
		bits, stride  = header[11], int(header[12])
	)
	if bits != 32 || bigEndian || len(data) < start+stride*height || stride < 4*width {
		return nil, fmt.Errorf("read the private screen: %d bits a pixel, %d x %d in %d bytes is not what Xvfb was asked for",
			bits, width, height, len(data))
	}

	picture := image.NewRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		from := data[start+y*stride:][:4*width]
		to := picture.Pix[y*picture.Stride:][:4*width]
		for x := 0; x < len(from); x += 4 {
			to[x], to[x+1], to[x+2], to[x+3] = from[x+2], from[x+1], from[x], 0xff
		}
	}
	return picture, nil
}

// Screenshot writes what the screen shows now to path, as PNG.
func (d *Display) Screenshot(path string) (err error) {
	picture, err := d.Image()
	if err != nil {
		return err
	}
	file, err := os.Create(path)
	if err != nil {
		return fmt.Errorf("save a screenshot: %w", err)
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	if err := png.Encode(file, picture); err != nil {
		return fmt.Errorf("save a screenshot: %w", err)
	}
	return nil
}

// ErrBlank is returned by AwaitPicture for a screen that stayed empty.
var ErrBlank = errors.New("nothing was drawn on the screen")

// AwaitPicture waits until the screen shows a page with text on it that has stopped changing. The
// edges of letters have many shades, whereas an empty window and the pointer have a handful. A page
// that is drawn and goes on changing until ctx ends counts as well; one that never comes is
// ErrBlank.
func (d *Display) AwaitPicture(ctx context.Context) error {
	const (
		enoughColours = 48
		still         = time.Second
		interval      = 100 * time.Millisecond
	)
	var (
		seed  = maphash.MakeSeed()
		last  uint64
		since time.Time
		drawn bool
	)
	for {
		picture, err := d.Image()
		if err != nil {
			return err
		}
		if sum := maphash.Bytes(seed, picture.Pix); sum != last {
			last, since = sum, time.Now()
			drawn = colours(picture) >= enoughColours
		} else if drawn && time.Since(since) >= still {
			return nil
		}
		select {
		case <-ctx.Done():
			if drawn {
				return nil
			}
			return ErrBlank
		case <-time.After(interval):
		}
	}
}

// colours counts the different colours of a picture.
func colours(picture *image.RGBA) int {
	seen := map[[3]byte]bool{}
	for i := 0; i < len(picture.Pix); i += 4 {
		seen[[3]byte(picture.Pix[i:])] = true
	}
	return len(seen)
}
