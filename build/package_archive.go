package main

import (
	"archive/tar"
	"archive/zip"
	"compress/gzip"
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"time"
)

// archived is a file in an archive.
type archived struct {
	name, from string
	program    bool
}

// mode is that of the file in an archive.
func (a archived) mode() fs.FileMode {
	if a.program {
		return 0o755
	}
	return 0o644
}

// sorted returns the files in an order that does not depend on where they came from.
func sorted(files []archived) []archived {
	return slices.SortedFunc(slices.Values(files), func(a, b archived) int { return strings.Compare(a.name, b.name) })
}

// writeTar writes a .tar.gz whose bytes depend on its files and the moment alone.
func writeTar(to string, moment time.Time, files []archived) (err error) {
	out, err := os.Create(to)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, out.Close()) }()
	zipper, err := gzip.NewWriterLevel(out, gzip.BestCompression)
	if err != nil {
		return err
	}
	archive := tar.NewWriter(zipper)
	made := map[string]bool{}
	for _, file := range sorted(files) {
		for _, folder := range foldersAbove(file.name) {
			if made[folder] {
				continue
			}
			made[folder] = true
			if err := archive.WriteHeader(&tar.Header{Typeflag: tar.TypeDir, Name: folder + "/", Mode: 0o755, ModTime: moment}); err != nil {
				return err
			}
		}
		info, err := os.Stat(file.from)
		if err != nil {
			return err
		}
		header := &tar.Header{Typeflag: tar.TypeReg, Name: file.name, Size: info.Size(), Mode: int64(file.mode()), ModTime: moment}
		if err := archive.WriteHeader(header); err != nil {
			return err
		}
		if err := pour(archive, file.from); err != nil {
			return err
		}
	}
	return errors.Join(archive.Close(), zipper.Close())
}

// writeZip writes a .zip whose bytes depend on its files and the moment alone.
func writeZip(to string, moment time.Time, files []archived) (err error) {
	out, err := os.Create(to)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, out.Close()) }()
	archive := zip.NewWriter(out)
	for _, file := range sorted(files) {
		header := &zip.FileHeader{Name: file.name, Method: zip.Deflate, Modified: moment}
		header.SetMode(file.mode())
		entry, err := archive.CreateHeader(header)
		if err != nil {
			return err
		}
		if err := pour(entry, file.from); err != nil {
			return err
		}
	}
	return archive.Close()
}

// foldersAbove returns the folders that a name lies in, the outermost first.
func foldersAbove(name string) []string {
	var folders []string
	for folder := path.Dir(name); folder != "."; folder = path.Dir(folder) {
		folders = append([]string{folder}, folders...)
	}
	return folders
}

func pour(to io.Writer, from string) error {
	file, err := os.Open(from)
	if err != nil {
		return err
	}
	defer file.Close()
	_, err = io.Copy(to, file)
	return err
}
