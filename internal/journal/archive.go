package journal

import (
	"archive/zip"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"hash"
	"io"
	"os"
	"path/filepath"
	"strings"

	"filippo.io/age"
	"gorm.io/gorm"
)

// A journal travels as one file: a zip archive with a manifest and, for each table, a file of JSON
// lines, a row each. With a passphrase all of it is one age file. Where the files of evidence lie
// on this computer stays here.

// ArchiveExtension is how the names of such files end.
const ArchiveExtension = ".levelica"

// IsArchive reports whether a file is an exported journal, as far as its name says.
func IsArchive(path string) bool { return strings.EqualFold(filepath.Ext(path), ArchiveExtension) }

const (
	archiveFormat  = "levelica"
	archiveVersion = 1
	manifestName   = "manifest.json"
	linesSuffix    = ".jsonl"
)

// archived are the tables that travel, each after those that it refers to.
var archived = []string{"profile", "mark", "evidence", "assessment", "snapshot", "goal", "prediction", "receipt"}

type manifest struct {
	Format  string         `json:"format"`
	Version int            `json:"version"`
	Made    int64          `json:"made"` // UTC milliseconds
	Device  string         `json:"device"`
	Profile string         `json:"profile"` // that was shown
	Files   []manifestFile `json:"files"`
}

type manifestFile struct {
	Name   string `json:"name"`
	Rows   int    `json:"rows"`
	Bytes  int64  `json:"bytes"`
	SHA256 string `json:"sha256"`
}

// Export writes the whole journal to a file, sealed with a passphrase where that is not empty. The
// file is complete and durable before it gets its name; one of that name is replaced.
func (j *Journal) Export(ctx context.Context, path, passphrase string) error {
	draft := path + draftSuffix
	err := j.writeDraft(ctx, draft, passphrase)
	if err == nil {
		err = os.Rename(draft, path)
	}
	if err != nil {
		return translate("export the journal", path, errors.Join(err, removeIfThere(draft)))
	}
	return syncFolder(filepath.Dir(path))
}

func (j *Journal) writeDraft(ctx context.Context, draft, passphrase string) (err error) {
	file, err := os.OpenFile(draft, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	if passphrase == "" {
		err = j.writeArchive(ctx, file)
	} else {
		err = seal(file, passphrase, func(w io.Writer) error { return j.writeArchive(ctx, w) })
	}
	if err != nil {
		return err
	}
	return file.Sync()
}

// seal encrypts what write writes.
func seal(to io.Writer, passphrase string, write func(io.Writer) error) error {
	recipient, err := age.NewScryptRecipient(passphrase)
	if err != nil {
		return err
	}
	sealed, err := age.Encrypt(to, recipient)
	if err != nil {
		return err
	}
	if err := write(sealed); err != nil {
		return err
	}
	return sealed.Close()
}

// writeArchive writes the state of one moment.
func (j *Journal) writeArchive(ctx context.Context, to io.Writer) error {
	return j.db.WithContext(ctx).Transaction(func(tx *gorm.DB) error {
		m := manifest{
			Format: archiveFormat, Version: archiveVersion, Made: j.now().UnixMilli(), Device: j.device, Profile: j.Profile().ID,
		}
		archive := zip.NewWriter(to)
		for _, table := range archived {
			entry, err := archive.Create(table + linesSuffix)
			if err != nil {
				return err
			}
			lines := &counted{to: entry, sum: sha256.New()}
			rows, err := tables[table].write(tx, lines)
			if err != nil {
				return err
			}
			m.Files = append(m.Files, manifestFile{
				Name: table + linesSuffix, Rows: rows, Bytes: lines.bytes, SHA256: hex.EncodeToString(lines.sum.Sum(nil)),
			})
		}
		entry, err := archive.Create(manifestName)
		if err != nil {
			return err
		}
		encoder := json.NewEncoder(entry)
		encoder.SetIndent("", "  ")
		if err := encoder.Encode(m); err != nil {
			return err
		}
		return archive.Close()
	})
}

// counted is a writer that knows how much was written, and its SHA-256.
type counted struct {
	to    io.Writer
	sum   hash.Hash
	bytes int64
}

// Write writes a part.
func (c *counted) Write(part []byte) (int, error) {
	n, err := c.to.Write(part)
	c.sum.Write(part[:n])
	c.bytes += int64(n)
	return n, err
}

// writeLines writes the rows of a table in the order of their IDs. blank makes an empty row.
func writeLines(tx *gorm.DB, blank func() any, to io.Writer) (count int, err error) {
	rows, err := tx.Model(blank()).Order("id").Rows()
	if err != nil {
		return 0, err
	}
	encoder := json.NewEncoder(to)
	encoder.SetEscapeHTML(false)
	for ; rows.Next(); count++ {
		row := blank()
		if err = tx.ScanRows(rows, row); err == nil {
			err = encoder.Encode(row)
		}
		if err != nil {
			return count, errors.Join(err, rows.Close())
		}
	}
	return count, errors.Join(rows.Err(), rows.Close())
}

// table knows how the rows of one table are written to an archive and read from one.
type table struct {
	write func(tx *gorm.DB, to io.Writer) (int, error)
	read  func(tx *gorm.DB, from *lineReader) (int, error)
}

func blank[R any]() any { return new(R) }

func tableOf[R any](check func(R) error) table {
	return table{
		write: func(tx *gorm.DB, to io.Writer) (int, error) { return writeLines(tx, blank[R], to) },
		read:  func(tx *gorm.DB, from *lineReader) (int, error) { return readLines(tx, from, check) },
	}
}

var tables = map[string]table{
	"profile":    tableOf(checkProfileRow),
	"mark":       tableOf(checkMarkRow),
	"evidence":   tableOf(checkEvidenceRow),
	"assessment": tableOf(checkAssessmentRow),
	"snapshot":   tableOf(checkSnapshotRow),
	"goal":       tableOf(checkGoalRow),
	"prediction": tableOf(checkPredictionRow),
	"receipt":    tableOf(checkReceiptRow),
}

// archiveFault says what is wrong with an archive.
func archiveFault(format string, args ...any) error {
	return fmt.Errorf("%w: "+format, append([]any{ErrArchive}, args...)...)
}
