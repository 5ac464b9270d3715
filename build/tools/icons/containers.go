package main

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
)

// ico returns an ICO file. Sizes below 256 are bitmaps, which every part of Windows reads; 256 is a
// PNG, as Windows itself has it.
func (d drawings) ico(sizes ...int) ([]byte, error) {
	const headerBytes, entryBytes = 6, 16
	var entries, pictures bytes.Buffer
	put(&entries, uint16(0), uint16(1), uint16(len(sizes)))
	for _, size := range sizes {
		picture, err := d.draw(size)
		if err != nil {
			return nil, err
		}
		data := bitmap(picture)
		if size == 256 {
			if data, err = encode(picture); err != nil {
				return nil, err
			}
		}
		at := headerBytes + len(sizes)*entryBytes + pictures.Len()
		side := uint8(size) // 256 is written as 0
		put(&entries, side, side, uint8(0), uint8(0), uint16(1), uint16(32), uint32(len(data)), uint32(at))
		pictures.Write(data)
	}
	return append(entries.Bytes(), pictures.Bytes()...), nil
}

// bitmap returns a picture as a bitmap in an ICO file: rows from below, then a mask with a bit for
// each pixel, which is empty because the colours say themselves how dense they are.
func bitmap(picture *image.RGBA) []byte {
	const infoBytes = 40
	size := picture.Bounds().Dx()
	maskRow := (size + 31) / 32 * 4
	var out bytes.Buffer
	put(&out, uint32(infoBytes), int32(size), int32(2*size), uint16(1), uint16(32), uint32(0),
		uint32(size*size*4+size*maskRow), int32(0), int32(0), uint32(0), uint32(0))
	for y := size - 1; y >= 0; y-- {
		for x := range size {
			c := color.NRGBAModel.Convert(picture.RGBAAt(x, y)).(color.NRGBA)
			out.Write([]byte{c.B, c.G, c.R, c.A})
		}
	}
	out.Write(make([]byte, size*maskRow))
	return out.Bytes()
}

// icns returns an ICNS file. Each part is named by four letters that stand for a size; a part for a
// dense screen has the same pixels as one of twice the size.
func (d drawings) icns() ([]byte, error) {
	parts := []struct {
		name string
		size int
	}{
		{"icp4", 16}, {"icp5", 32}, {"ic07", 128}, {"ic08", 256}, {"ic09", 512}, {"ic10", 1024},
		{"ic11", 32}, {"ic12", 64}, {"ic13", 256}, {"ic14", 512},
	}
	const headerBytes = 8
	var body bytes.Buffer
	for _, part := range parts {
		picture, err := d.drawForMac(part.size)
		if err != nil {
			return nil, err
		}
		data, err := encode(picture)
		if err != nil {
			return nil, err
		}
		body.WriteString(part.name)
		_ = binary.Write(&body, binary.BigEndian, uint32(headerBytes+len(data)))
		body.Write(data)
	}
	var out bytes.Buffer
	out.WriteString("icns")
	_ = binary.Write(&out, binary.BigEndian, uint32(headerBytes+body.Len()))
	out.Write(body.Bytes())
	return out.Bytes(), nil
}

// put writes numbers as Windows has them. Writing to a buffer does not fail.
func put(out *bytes.Buffer, numbers ...any) {
	for _, n := range numbers {
		_ = binary.Write(out, binary.LittleEndian, n)
	}
}
