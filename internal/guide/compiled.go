package guide

import (
	"compress/gzip"
	"embed"
	"encoding/json"
	"fmt"
	"io/fs"
	"strings"
)

// The files of the shipped guides are compiled into the program as JSON, packed by gzip: reading them
// takes a fifth of the time of the YAML, and a quarter of the room. Beside them lie the outlines. A test
// holds them equal to the library; they are written anew with
//
//	go test ./internal/guide -run Compiled -update
//
//go:embed compiled/*.json.gz compiled/*.outline.json
var compiled embed.FS

// compiledName names what a file of a guide, "guide.yaml" for one, is compiled into.
func compiledName(slug, base string) string {
	return "compiled/" + slug + "." + strings.TrimSuffix(base, ".yaml") + ".json.gz"
}

// compiledShelf takes guides from what is compiled into the program.
type compiledShelf struct{}

func (compiledShelf) slugs() ([]string, error) {
	names, err := fs.Glob(compiled, compiledName("*", structureName))
	if err != nil {
		return nil, err
	}
	for i, name := range names {
		slug, _, _ := strings.Cut(strings.TrimPrefix(name, "compiled/"), ".")
		names[i] = slug
	}
	return names, nil // in the order of the slugs, as Glob promises
}

func (compiledShelf) languages(slug string) ([]string, error) {
	names, err := fs.Glob(compiled, compiledName(slug, "*"))
	if err != nil {
		return nil, err
	}
	var languages []string
	for _, name := range names {
		part := strings.TrimSuffix(strings.TrimPrefix(name, "compiled/"+slug+"."), ".json.gz")
		if isWords(part + ".yaml") {
			languages = append(languages, part)
		}
	}
	return englishFirst(languages), nil
}

func (compiledShelf) load(slug, language string) (*Guide, error) {
	return load(language, func(base string, into any) error { return readCompiled(compiled, compiledName(slug, base), into) })
}

func readCompiled(files fs.FS, name string, into any) error {
	file, err := files.Open(name)
	if err != nil {
		return err
	}
	defer file.Close()
	unpacked, err := gzip.NewReader(file)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	if err := json.NewDecoder(unpacked).Decode(into); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}
