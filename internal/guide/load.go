package guide

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"sync"
)

// DefaultLanguage is the language that every guide is complete in.
const DefaultLanguage = "en"

// ErrNotFound is returned for a guide that the library does not have.
var ErrNotFound = errors.New("no such guide")

// Library is a set of guides, each named by its slug. It reads a guide when it is first asked for
// and keeps it: start-up pays only for what is shown. A Library may be used by several goroutines.
type Library struct {
	shelf shelf

	mu       sync.Mutex
	loaded   map[string]*Guide // by slug and language
	outlines map[string]*Guide // by the same
}

// shelf is where a library takes its guides from: a folder of YAML, or what is compiled into the
// program.
type shelf interface {
	slugs() ([]string, error)
	// languages lists the languages that a guide has words in, English first.
	languages(slug string) ([]string, error)
	// load returns a guide with its words in a language, all of them English where the guide has
	// none in that language.
	load(slug, language string) (*Guide, error)
	// outline returns what Library.Outline does, of the same guide.
	outline(slug, language string) (*Guide, error)
}

// folder is where guides are read from instead of those that come with the program. It is set, as
// -X github.com/levelica/levelica/internal/guide.folder=/a/folder, for the proof that hostile guides
// do nothing alone.
var folder string

// Shipped returns the library that comes with the program.
func Shipped() *Library {
	if folder != "" {
		return NewLibrary(os.DirFS(folder))
	}
	return newLibrary(compiledShelf{})
}

// NewLibrary returns the library whose guides are the folders of files.
func NewLibrary(files fs.FS) *Library { return newLibrary(folderShelf{files}) }

func newLibrary(from shelf) *Library {
	return &Library{shelf: from, loaded: map[string]*Guide{}, outlines: map[string]*Guide{}}
}

// Slugs lists the guides of the library in the order of their slugs.
// It fails when the folder cannot be read.
func (l *Library) Slugs() ([]string, error) { return l.shelf.slugs() }

// Languages lists the languages that a guide has words in, English first.
// It fails when the folder cannot be read.
func (l *Library) Languages(slug string) ([]string, error) { return l.shelf.languages(slug) }

// Guide returns the guide with that slug and its words in that language ("en", "ko"), English
// standing in for what is missing. It fails with ErrNotFound, or with the Faults of a guide that
// cannot be read.
func (l *Library) Guide(slug, language string) (*Guide, error) {
	return l.read(l.loaded, slug, language, l.shelf.load)
}

// read returns a guide from those that were read before, or reads it.
func (l *Library) read(kept map[string]*Guide, slug, language string, from func(slug, language string) (*Guide, error)) (*Guide, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	key := slug + " " + language
	if g, ok := kept[key]; ok {
		return g, nil
	}
	if slugs, err := l.Slugs(); err != nil {
		return nil, err
	} else if !slices.Contains(slugs, slug) {
		return nil, fmt.Errorf("%w: %s", ErrNotFound, slug)
	}
	g, err := from(slug, language)
	if err != nil {
		return nil, fmt.Errorf("load the guide %s: %w", slug, err)
	}
	kept[key] = g
	return g, nil
}

// folderShelf takes guides from folders of YAML.
type folderShelf struct{ files fs.FS }

func (f folderShelf) slugs() ([]string, error) {
	entries, err := fs.ReadDir(f.files, ".")
	if err != nil {
		return nil, fmt.Errorf("list the guides: %w", err)
	}
	var slugs []string
	for _, entry := range entries {
		if !entry.IsDir() {
			continue
		}
		if _, err := fs.Stat(f.files, path.Join(entry.Name(), structureName)); err == nil {
			slugs = append(slugs, entry.Name())
		}
	}
	slices.Sort(slugs)
	return slugs, nil
}

func (f folderShelf) languages(slug string) ([]string, error) {
	names, err := fs.Glob(f.files, path.Join(slug, "*.yaml"))
	if err != nil {
		return nil, err
	}
	var languages []string
	for _, name := range names {
		if base := path.Base(name); isWords(base) {
			languages = append(languages, strings.TrimSuffix(base, ".yaml"))
		}
	}
	return englishFirst(languages), nil
}

// englishFirst puts the language that every guide begins with first, and the others in order.
func englishFirst(languages []string) []string {
	slices.SortFunc(languages, func(a, b string) int {
		switch DefaultLanguage {
		case a:
			return -1
		case b:
			return 1
		}
		return strings.Compare(a, b)
	})
	return languages
}

func (f folderShelf) load(slug, language string) (*Guide, error) {
	return load(language, func(base string, into any) error { return f.read(path.Join(slug, base), into) })
}

// load joins the files of a guide, which read reads by their names in its folder.
func load(language string, read func(base string, into any) error) (*Guide, error) {
	var structure structureFile
	if err := read(structureName, &structure); err != nil {
		return nil, err
	}
	var english, words textFile
	if err := read(DefaultLanguage+".yaml", &english); err != nil {
		return nil, err
	}
	chosen := &english
	if language != DefaultLanguage {
		switch err := read(language+".yaml", &words); {
		case errors.Is(err, fs.ErrNotExist):
		case err != nil:
			return nil, err
		default:
			chosen = &words
		}
	}
	g, err := assemble(&structure, &english, chosen)
	if err != nil {
		return nil, err
	}
	var past pastFile
	switch err := read(pastName, &past); {
	case errors.Is(err, fs.ErrNotExist): // the first edition has none
	case err != nil:
		return nil, err
	default:
		past.remember(g)
	}
	return g, nil
}

func (f folderShelf) read(name string, into any) error {
	data, err := fs.ReadFile(f.files, name)
	if err != nil {
		return err
	}
	src, faults := parseSource(name, data)
	if len(faults) > 0 {
		return Faults(faults)
	}
	if faults := src.decode(into); len(faults) > 0 {
		return Faults(faults)
	}
	return nil
}

func readFile[T any](files fs.FS, name string) (*T, error) {
	var content T
	if err := (folderShelf{files}).read(name, &content); err != nil {
		return nil, err
	}
	return &content, nil
}
