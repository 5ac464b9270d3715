package journal

import (
	"archive/zip"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"filippo.io/age"
	"github.com/google/uuid"
	"gorm.io/gorm"
)

// What can be wrong with a file that is to be imported.
var (
	// ErrArchive: the file is no journal that was exported, or not the whole of one.
	ErrArchive = errors.New("the file is no exported journal")
	// ErrPassphrase: the file is sealed, and the passphrase is missing or wrong.
	ErrPassphrase = errors.New("the passphrase does not open the file")
)

// What an archive may hold. A million marks take about 350 MB; a journal that was written by hand to
// do harm stops at these.
const (
	maxArchiveBytes = 1 << 30
	maxEntryBytes   = 1 << 30
	maxManifest     = 1 << 20
	maxLine         = 16 << 20
	maxRatio        = 200
	maxWorkFactor   = 20 // of a sealed file: a second or two
)

const sealedMark = "age-encryption.org/v1"

// Archive is an exported journal that was read whole and found in order. It has to be closed.
type Archive struct {
	Made    int64 // UTC milliseconds
	Profile string
	draft   string // a database with its rows
}

// OpenArchive reads an exported journal. No name in it is ever used as a path: the rows go to a
// database beside the backups in folder dir, until Close. It fails with ErrArchive, ErrPassphrase
// and ErrNewer, and with ErrFull or ErrUnwritable.
func OpenArchive(ctx context.Context, dir, path, passphrase string) (*Archive, error) {
	a, err := openArchive(ctx, backupFolder(dir), path, passphrase)
	return a, translate("read the exported journal", path, err)
}

func openArchive(ctx context.Context, dir, path, passphrase string) (a *Archive, err error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, err
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, archiveFault("%w", err)
	}
	defer file.Close()
	head := make([]byte, len(sealedMark))
	if n, _ := io.ReadFull(file, head); string(head[:n]) == sealedMark {
		opened, sealErr := unseal(dir, file, passphrase)
		if sealErr != nil {
			return nil, sealErr
		}
		defer func() { err = errors.Join(err, opened.Close(), os.Remove(opened.Name())) }()
		file = opened
	}
	info, err := file.Stat()
	if err != nil {
		return nil, err
	}
	if info.Size() > maxArchiveBytes {
		return nil, archiveFault("it is larger than %d bytes", maxArchiveBytes)
	}
	entries, err := zip.NewReader(file, info.Size())
	if err != nil {
		return nil, archiveFault("%w", err)
	}
	return readArchive(ctx, dir, entries)
}

// unseal writes what is in a sealed file to a draft.
func unseal(dir string, sealed *os.File, passphrase string) (opened *os.File, err error) {
	if passphrase == "" {
		return nil, fmt.Errorf("%w: it is sealed", ErrPassphrase)
	}
	identity, err := age.NewScryptIdentity(passphrase)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrPassphrase, err)
	}
	identity.SetMaxWorkFactor(maxWorkFactor)
	if _, err := sealed.Seek(0, io.SeekStart); err != nil {
		return nil, err
	}
	plain, err := age.Decrypt(sealed, identity)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrPassphrase, err)
	}
	opened, err = os.CreateTemp(dir, "*"+draftSuffix)
	if err != nil {
		return nil, err
	}
	n, err := io.Copy(opened, io.LimitReader(plain, maxArchiveBytes+1))
	switch {
	case err != nil:
		err = archiveFault("%w", err)
	case n > maxArchiveBytes:
		err = archiveFault("it is larger than %d bytes", maxArchiveBytes)
	default:
		return opened, nil
	}
	return nil, errors.Join(err, opened.Close(), os.Remove(opened.Name()))
}

// readArchive reads all entries into a database of their own.
func readArchive(ctx context.Context, dir string, entries *zip.Reader) (*Archive, error) {
	m, files, err := readManifest(entries)
	if err != nil {
		return nil, err
	}
	id, err := uuid.NewRandom()
	if err != nil {
		return nil, err
	}
	a := &Archive{Made: m.Made, Profile: m.Profile, draft: filepath.Join(dir, id.String()+draftSuffix)}
	db, err := connectScratch(a.draft)
	if err != nil {
		return nil, errors.Join(err, a.Close())
	}
	db = db.WithContext(ctx)
	err = migrate(ctx, db, migrations)
	if err == nil {
		err = db.Transaction(func(tx *gorm.DB) error {
			for i, table := range archived {
				if err := readEntry(tx, table, m.Files[i], files[i]); err != nil {
					return err
				}
			}
			return nil
		})
	}
	if err := errors.Join(err, closeDB(db)); err != nil {
		return nil, errors.Join(err, a.Close())
	}
	return a, nil
}

// readManifest checks the entries of an archive before any is read, and returns those of the
// tables, in the order of archived.
func readManifest(entries *zip.Reader) (m manifest, files []*zip.File, err error) {
	if len(entries.File) != len(archived)+1 {
		return m, nil, archiveFault("it has %d entries", len(entries.File))
	}
	byName := map[string]*zip.File{}
	for _, f := range entries.File {
		switch {
		case byName[f.Name] != nil:
			return m, nil, archiveFault("two entries are named %q", f.Name)
		case !f.Mode().IsRegular():
			return m, nil, archiveFault("the entry %q is no file", f.Name)
		case f.UncompressedSize64 > maxEntryBytes:
			return m, nil, archiveFault("the entry %q is larger than %d bytes", f.Name, maxEntryBytes)
		case f.UncompressedSize64 > 1<<20 && f.UncompressedSize64/max(1, f.CompressedSize64) > maxRatio:
			return m, nil, archiveFault("the entry %q is packed more than %d times", f.Name, maxRatio)
		}
		byName[f.Name] = f
	}
	described := byName[manifestName]
	if described == nil || described.UncompressedSize64 > maxManifest {
		return m, nil, archiveFault("it has no manifest")
	}
	text, err := readAll(described, maxManifest)
	if err != nil {
		return m, nil, err
	}
	if err := json.Unmarshal(text, &m); err != nil || m.Format != archiveFormat {
		return m, nil, archiveFault("its manifest is not that of a journal")
	}
	if m.Version > archiveVersion {
		return m, nil, &NewerError{Found: m.Version, Known: archiveVersion}
	}
	if len(m.Files) != len(archived) {
		return m, nil, archiveFault("its manifest lists %d files", len(m.Files))
	}
	for i, table := range archived {
		f := byName[table+linesSuffix]
		if f == nil || m.Files[i].Name != f.Name {
			return m, nil, archiveFault("it has no %s", table+linesSuffix)
		}
		files = append(files, f)
	}
	return m, files, nil
}

func readAll(f *zip.File, most int64) ([]byte, error) {
	r, err := f.Open()
	if err != nil {
		return nil, archiveFault("%w", err)
	}
	text, err := io.ReadAll(io.LimitReader(r, most))
	if err := errors.Join(err, r.Close()); err != nil {
		return nil, archiveFault("%w", err)
	}
	return text, nil
}

// Close removes what opening left.
func (a *Archive) Close() error { return discard(a.draft) }

// Sealed reports whether a file needs a passphrase. It fails where it cannot be read at all.
func Sealed(path string) (bool, error) {
	file, err := os.Open(path)
	if err != nil {
		return false, err
	}
	head := make([]byte, len(sealedMark))
	n, err := io.ReadFull(file, head)
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		err = nil // it is shorter, and something else
	}
	return string(head[:n]) == sealedMark, errors.Join(err, file.Close())
}
