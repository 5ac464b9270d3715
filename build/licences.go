package main

import (
	"bytes"
	"cmp"
	"compress/gzip"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// licencesFile is what the Help place shows: everything of others in the program, with its licence.
const licencesFile = "internal/help/licences.json.gz"

// component is something of others that the program brings along. internal/help reads it.
type component struct {
	Name    string `json:"name"`
	Version string `json:"version"`
	Kind    string `json:"kind"`    // "go", "npm", "font"
	Licence string `json:"licence"` // SPDX identifier
	Texts   []int  `json:"texts"`   // numbers of its licence texts

	folder string
}

type licenceList struct {
	Components []component `json:"components"`
	Texts      []string    `json:"texts"`
}

func licences(ctx context.Context, _ string, args []string) error {
	if len(args) > 0 {
		return misused(fmt.Sprintf("licences takes no argument, and got %q", args))
	}
	c := newConsole(os.Stdout)
	if err := setUp(ctx, c, toDownload); err != nil {
		return err
	}
	return c.step(ctx, "Writing "+licencesFile, func(ctx context.Context) error {
		list, err := collectLicences(ctx, c)
		if err != nil {
			return err
		}
		return list.write()
	})
}

// checkLicences writes the licences anew and fails when that changes them. The new ones stay.
func checkLicences(ctx context.Context, c *console) error {
	before, err := readLicences()
	if err != nil {
		return err
	}
	after, err := collectLicences(ctx, c)
	if err != nil || after.says(before) {
		return err
	}
	if err := after.write(); err != nil {
		return err
	}
	return errors.New(licencesFile + " was not that of what is bundled; now it is: look at it and commit")
}

// says tells whether a list says what another does. Where a part was found is not said.
func (l *licenceList) says(other licenceList) bool {
	one, err1 := json.Marshal(l)
	another, err2 := json.Marshal(other)
	return errors.Join(err1, err2) == nil && bytes.Equal(one, another)
}

// readLicences reads the list as it was last written.
func readLicences() (list licenceList, err error) {
	text, err := os.ReadFile(licencesFile)
	if err != nil {
		return list, err
	}
	unpacked, err := gzip.NewReader(bytes.NewReader(text))
	if err == nil {
		err = json.NewDecoder(unpacked).Decode(&list)
	}
	if err != nil {
		return list, fmt.Errorf("%s: %w", licencesFile, err)
	}
	return list, nil
}

// write writes the list as JSON, packed by gzip to a seventh of its size.
func (l *licenceList) write() error {
	var out bytes.Buffer
	writer, err := gzip.NewWriterLevel(&out, gzip.BestCompression)
	if err != nil {
		return err
	}
	if err := errors.Join(json.NewEncoder(writer).Encode(l), writer.Close()); err != nil {
		return err
	}
	return os.WriteFile(licencesFile, out.Bytes(), 0o644)
}

// collectLicences finds what the program is made of, by what is linked and bundled and not by what
// is asked for, and the licence of each part.
func collectLicences(ctx context.Context, c *console) (licenceList, error) {
	modules, err := linkedModules(ctx)
	if err != nil {
		return licenceList{}, fmt.Errorf("list the linked modules: %w", err)
	}
	packages, err := bundledPackages(ctx, c)
	if err != nil {
		return licenceList{}, fmt.Errorf("list the bundled packages: %w", err)
	}
	list := licenceList{Components: slices.Concat(modules, packages)}
	numbers := map[string]int{}
	for i := range list.Components {
		part := &list.Components[i]
		texts, err := licenceTexts(part.folder)
		if err != nil {
			return licenceList{}, fmt.Errorf("%s: %w", part.Name, err)
		}
		if part.Licence == "" {
			part.Licence = identify(texts[0])
		}
		if part.Licence == "" {
			return licenceList{}, fmt.Errorf("%s: its licence is none that this program knows; teach it in build/licences.go", part.Name)
		}
		list.add(part, numbers, texts)
	}
	fonts, err := fontLicences(&list, numbers)
	if err != nil {
		return licenceList{}, err
	}
	list.Components = append(list.Components, fonts...)
	return list, nil
}

// add notes the texts of a component, each that is there already by its number.
func (l *licenceList) add(part *component, numbers map[string]int, texts []string) {
	for _, text := range texts {
		number, known := numbers[text]
		if !known {
			number = len(l.Texts)
			numbers[text] = number
			l.Texts = append(l.Texts, text)
		}
		part.Texts = append(part.Texts, number)
	}
}

// linkedModules returns the modules whose packages are in the program on any system, and Go itself.
func linkedModules(ctx context.Context) ([]component, error) {
	const each = `{{with .Module}}{{if not .Main}}{{.Path}}	{{.Version}}	{{.Dir}}{{end}}{{end}}`
	found := map[string]component{}
	for _, system := range []string{"linux", "windows", "darwin"} {
		listed, err := outputWith(ctx, []string{"GOOS=" + system, "GOARCH=amd64", "CGO_ENABLED=1"},
			"go", "list", "-deps", "-tags", production, "-f", each, ".")
		if err != nil {
			return nil, err
		}
		for line := range strings.Lines(listed) {
			fields := strings.Split(strings.TrimSpace(line), "\t")
			if len(fields) == 3 {
				found[fields[0]] = component{Name: fields[0], Version: fields[1], Kind: "go", folder: fields[2]}
			}
		}
	}
	root, err := output(ctx, "go", "env", "GOROOT")
	if err != nil {
		return nil, err
	}
	// The version that go.mod asks for: the one at hand may be newer, and differs between machines.
	asked, err := output(ctx, "go", "list", "-m", "-f", "{{.GoVersion}}")
	if err != nil {
		return nil, err
	}
	modules := []component{{Name: "Go", Version: asked, Kind: "go", Licence: "BSD-3-Clause", folder: root}}
	for _, module := range found {
		modules = append(modules, module)
	}
	slices.SortFunc(modules[1:], func(a, b component) int { return cmp.Compare(a.Name, b.Name) })
	return modules, nil
}

// bundledPackages returns the packages whose code is in the scripts of the window. The source maps
// of a build know.
func bundledPackages(ctx context.Context, c *console) ([]component, error) {
	folder, err := os.MkdirTemp("", "levelica-licences-")
	if err != nil {
		return nil, err
	}
	defer func() { _ = os.RemoveAll(folder) }()
	if err := c.runIn(ctx, frontend, "npm", "exec", "--", "vite", "build", "--sourcemap", "--logLevel", "warn", "--outDir", folder, "--emptyOutDir"); err != nil {
		return nil, err
	}
	maps, err := filepath.Glob(filepath.Join(folder, "assets", "*.map"))
	if err != nil {
		return nil, err
	}
	found := map[string]bool{}
	inPackage := regexp.MustCompile(`node_modules/((?:@[^/]+/)?[^/]+)/`)
	for _, name := range maps {
		var m struct{ Sources []string }
		text, err := os.ReadFile(name)
		if err == nil {
			err = json.Unmarshal(text, &m)
		}
		if err != nil {
			return nil, err
		}
		for _, source := range m.Sources {
			if match := inPackage.FindStringSubmatch(filepath.ToSlash(source)); match != nil {
				found[match[1]] = true
			}
		}
	}
	var packages []component
	for name := range found {
		folder := filepath.Join(frontend, "node_modules", filepath.FromSlash(name))
		var about struct{ Version, License string }
		text, err := os.ReadFile(filepath.Join(folder, "package.json"))
		if err == nil {
			err = json.Unmarshal(text, &about)
		}
		if err != nil {
			return nil, err
		}
		packages = append(packages, component{Name: name, Version: about.Version, Kind: "npm", Licence: about.License, folder: folder})
	}
	if len(packages) == 0 {
		return nil, errors.New("the source maps name none")
	}
	slices.SortFunc(packages, func(a, b component) int { return cmp.Compare(a.Name, b.Name) })
	return packages, nil
}

// fontLicences returns the fonts that reports are set in. Their versions stand in the README beside
// them, and their licences too.
func fontLicences(list *licenceList, numbers map[string]int) ([]component, error) {
	const folder = "internal/report/fonts"
	fonts := []component{
		{Name: "Noto Sans, Noto Sans Math, Noto Sans Symbols 2", Version: "2.004", Kind: "font", Licence: "OFL-1.1", folder: "OFL-Noto.txt"},
		{Name: "NanumGothic, as Levelica Hangul", Version: "3.021", Kind: "font", Licence: "OFL-1.1", folder: "OFL-LevelicaHangul.txt"},
	}
	for i := range fonts {
		text, err := os.ReadFile(filepath.Join(folder, fonts[i].folder))
		if err != nil {
			return nil, err
		}
		list.add(&fonts[i], numbers, []string{tidy(string(text))})
	}
	return fonts, nil
}
