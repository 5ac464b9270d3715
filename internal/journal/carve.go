package journal

import (
	"encoding/binary"
	"errors"
	"io"
	"os"
	"path/filepath"
)

// carve looks for marks in the pages of a database or of its log.
func carve(name string, found map[string]markRow) error {
	f, err := os.Open(name)
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	defer f.Close()
	head, between := int64(0), int64(0)
	if filepath.Ext(name) != filepath.Ext(FileName) {
		head, between = 32, 24 // of the log, and of each of its frames
	}
	page := make([]byte, pageSize)
	for at := head + between; ; at += pageSize + between {
		if _, err := f.ReadAt(page, at); err != nil {
			if errors.Is(err, io.EOF) {
				return nil // half a page holds nothing whole
			}
			return err
		}
		carvePage(page, found)
	}
}

// carvePage takes apart a page that is a leaf of a table.
func carvePage(page []byte, found map[string]markRow) {
	const leaf = 13
	if page[0] != leaf {
		return
	}
	cells := int(binary.BigEndian.Uint16(page[3:]))
	for i := range cells {
		if 8+2*i+2 > len(page) {
			return
		}
		at := int(binary.BigEndian.Uint16(page[8+2*i:]))
		if at >= len(page) {
			continue
		}
		if m, ok := carveMark(page[at:]); ok && sound(m) {
			found[m.ID] = m
		}
	}
}

// carveMark reads a cell as a row of the table mark.
func carveMark(cell []byte) (m markRow, ok bool) {
	length, n := varint(cell)
	if n == 0 {
		return m, false
	}
	cell = cell[n:]
	_, n = varint(cell) // the row's number
	if n == 0 || length > uint64(len(cell)-n) {
		return m, false // it goes on in another page: no mark is that long
	}
	values, ok := decodeRecord(cell[n : n+int(length)])
	if !ok || len(values) != 12 {
		return m, false
	}
	text := func(i int) string { s, _ := values[i].(string); return s }
	whole := func(i int) int64 { v, _ := values[i].(int64); return v }
	return markRow{
		ID: text(0), ProfileID: text(1), Guide: text(2), Item: text(3), Verdict: int(whole(4)), Origin: text(5), Rater: text(6),
		Edition: int(whole(7)), Digest: text(8), DeviceID: text(9), Clock: whole(10), At: whole(11),
	}, true
}

// decodeRecord reads a record: a header with the type of each value, then the values. It knows
// whole numbers and texts, of which the table consists.
func decodeRecord(record []byte) (values []any, ok bool) {
	length, n := varint(record)
	if n == 0 || length > uint64(len(record)) || length < uint64(n) {
		return nil, false
	}
	header, body := record[n:length], record[length:]
	for len(header) > 0 {
		kind, n := varint(header)
		if n == 0 {
			return nil, false
		}
		header = header[n:]
		size := 0
		switch {
		case kind >= 1 && kind <= 6:
			size = []int{1, 2, 3, 4, 6, 8}[kind-1]
		case kind == 8, kind == 9:
		case kind >= 13 && kind%2 == 1 && kind < 2*pageSize:
			size = int(kind-13) / 2
		default:
			return nil, false
		}
		if size > len(body) {
			return nil, false
		}
		if kind >= 13 {
			values = append(values, string(body[:size]))
		} else {
			values = append(values, wholeNumber(kind, body[:size]))
		}
		body = body[size:]
	}
	return values, true
}

func wholeNumber(kind uint64, bytes []byte) int64 {
	if kind == 8 || kind == 9 { // zero and one, without a byte
		return int64(kind - 8)
	}
	v := int64(int8(bytes[0])) // the first byte has the sign
	for _, b := range bytes[1:] {
		v = v<<8 | int64(b)
	}
	return v
}

// varint reads a number of one to nine bytes, as SQLite writes it, and says how many bytes it had;
// 0 where they end too early.
func varint(from []byte) (value uint64, length int) {
	for i := range min(9, len(from)) {
		if i == 8 {
			return value<<8 | uint64(from[i]), 9
		}
		value = value<<7 | uint64(from[i]&0x7f)
		if from[i] < 0x80 {
			return value, i + 1
		}
	}
	return 0, 0
}
