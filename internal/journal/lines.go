package journal

import (
	"archive/zip"
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"unicode/utf8"

	"gorm.io/gorm"
)

// readEntry reads the rows of a table, and holds that they are those that were written.
func readEntry(tx *gorm.DB, table string, want manifestFile, f *zip.File) error {
	r, err := f.Open()
	if err != nil {
		return archiveFault("%w", err)
	}
	defer r.Close()
	sum := sha256.New()
	limited := &io.LimitedReader{R: r, N: maxEntryBytes}
	lines := &lineReader{scanner: bufio.NewScanner(io.TeeReader(limited, sum)), name: f.Name}
	lines.scanner.Buffer(nil, maxLine)
	rows, err := tables[table].read(tx, lines)
	if err != nil {
		return err
	}
	if limited.N == 0 || rows != want.Rows || hex.EncodeToString(sum.Sum(nil)) != want.SHA256 {
		return archiveFault("%s is not what was written", f.Name)
	}
	return nil
}

// lineReader reads JSON lines and knows where it is.
type lineReader struct {
	scanner *bufio.Scanner
	name    string
	line    int
}

// next reads a line into row. It returns io.EOF after the last.
func (l *lineReader) next(row any) error {
	if !l.scanner.Scan() {
		if err := l.scanner.Err(); err != nil {
			return archiveFault("%s, line %d: %w", l.name, l.line+1, err)
		}
		return io.EOF
	}
	l.line++
	text := l.scanner.Bytes()
	if !utf8.Valid(text) || hasNUL(text) {
		return archiveFault("%s, line %d: it is no text", l.name, l.line)
	}
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(row); err != nil {
		return archiveFault("%s, line %d: %w", l.name, l.line, err)
	}
	if decoder.More() {
		return archiveFault("%s, line %d: it holds more than one row", l.name, l.line)
	}
	return nil
}

// hasNUL reports whether a text in JSON holds the character 0, which no other program expects.
func hasNUL(text []byte) bool {
	for i := 0; i+1 < len(text); i++ {
		if text[i] != '\\' {
			continue
		}
		if bytes.HasPrefix(text[i:], []byte(`\u0000`)) {
			return true
		}
		i++ // what comes next is not the beginning of another escape
	}
	return false
}

// readLines reads rows, checks each, and adds them to a table.
func readLines[R any](tx *gorm.DB, from *lineReader, check func(R) error) (int, error) {
	var batch []R
	take := func() error {
		var row R
		if err := from.next(&row); err != nil {
			return err
		}
		batch = append(batch, row)
		return check(row)
	}
	add := func() error {
		err := tx.Create(&batch).Error
		batch = batch[:0]
		return err
	}
	return from.each(take, add)
}

// each takes line after line, and has what was taken added, some hundred lines at a time.
func (l *lineReader) each(take, add func() error) (count int, err error) {
	waiting := 0
	flush := func() error {
		if waiting == 0 {
			return nil
		}
		waiting = 0
		err := translate("add the rows", l.name, add())
		if err == nil || errors.Is(err, ErrFull) || errors.Is(err, ErrUnwritable) {
			return err
		}
		return archiveFault("%s, before line %d: %w", l.name, l.line+1, err)
	}
	for ; ; count++ {
		switch err := take(); {
		case errors.Is(err, io.EOF):
			return count, flush()
		case errors.Is(err, ErrArchive):
			return count, err
		case err != nil:
			return count, archiveFault("%s, line %d: %w", l.name, l.line, err)
		}
		if waiting++; waiting == 200 {
			if err := flush(); err != nil {
				return count, err
			}
		}
	}
}
