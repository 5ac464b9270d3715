package guide

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// Validate checks the guide in folder dir of files against every rule in Rules, in every language
// that it has. It returns all faults at once, by file and line; none means that the guide may be
// published.
func Validate(files fs.FS, dir string) Faults {
	structure, faults := openSource(files, path.Join(dir, structureName), "guide")
	if structure == nil {
		return faults.sorted()
	}
	v := &validation{src: structure, faults: faults}
	// What does not decode is against the schema too, and that has been said.
	undecoded := structure.decode(&v.structure)
	switch {
	case len(faults) > 0:
	case len(undecoded) > 0:
		v.faults = append(v.faults, undecoded...)
	default:
		v.checkStructure(path.Base(dir))
	}
	names, err := fs.Glob(files, path.Join(dir, "*.yaml"))
	if err != nil || !slices.Contains(names, path.Join(dir, DefaultLanguage+".yaml")) {
		v.faults = append(v.faults, Fault{File: path.Join(dir, DefaultLanguage+".yaml"), Line: 1, Rule: ruleFile,
			Message: "the guide has no English words; every guide begins with en.yaml"})
	}
	for _, name := range names {
		switch base := path.Base(name); {
		case base == pastName:
			v.checkPast(files, name)
		case isWords(base):
			v.checkTextFile(files, name)
		}
	}
	return v.faults.sorted()
}

// ValidateLibrary checks every guide of a folder of guides.
func ValidateLibrary(files fs.FS) Faults {
	slugs, err := NewLibrary(files).Slugs()
	if err != nil || len(slugs) == 0 {
		return Faults{{File: ".", Line: 1, Rule: ruleFile, Message: "no guide here: a guide is a folder with guide.yaml and en.yaml"}}
	}
	var faults Faults
	for _, slug := range slugs {
		faults = append(faults, Validate(files, slug)...)
	}
	return faults
}

// ValidateFile checks one file of a guide, with what it says about the other files of its folder
// where they are there too.
func ValidateFile(files fs.FS, name string) Faults {
	if _, err := fs.Stat(files, path.Join(path.Dir(name), structureName)); err == nil {
		return slices.DeleteFunc(Validate(files, path.Dir(name)), func(f Fault) bool { return f.File != name })
	}
	kind := "text"
	if data, err := fs.ReadFile(files, name); err == nil {
		if src, _ := parseSource(name, data); src != nil && child(src.root, "slug") != nil {
			kind = "guide"
		}
	}
	if path.Base(name) == pastName {
		kind = "past"
	}
	_, faults := openSource(files, name, kind)
	return faults.sorted()
}

// openSource reads a file and checks it against its schema. Without a tree to go on with, the
// source is nil.
func openSource(files fs.FS, name, kind string) (*source, Faults) {
	data, err := fs.ReadFile(files, name)
	if err != nil {
		reason := "the file cannot be read: " + err.Error()
		if errors.Is(err, fs.ErrNotExist) {
			reason = "the file is missing"
		}
		return nil, Faults{{File: name, Line: 1, Rule: ruleFile, Message: reason}}
	}
	src, faults := parseSource(name, data)
	if src == nil {
		return nil, faults
	}
	return src, src.check(schema[kind]())
}

// validation collects the faults of one guide.
type validation struct {
	src       *source // of guide.yaml
	structure structureFile
	faults    Faults
}

// fault reports a fault at the place of a value in a source.
func (v *validation) fault(src *source, rule string, where []any, format string, args ...any) {
	v.faults = append(v.faults, Fault{File: src.file, Line: src.line(where...), Rule: rule, Message: fmt.Sprintf(format, args...)})
}

// at writes the path of a value: keys are strings, places in a list are ints.
func at(steps ...any) []any { return steps }

// checkTextFile checks the words of one language: what holds in every language, then what is
// particular to it.
func (v *validation) checkTextFile(files fs.FS, name string) {
	src, faults := openSource(files, name, "text")
	v.faults = append(v.faults, faults...)
	if src == nil || len(faults) > 0 {
		return
	}
	var text textFile
	if faults := src.decode(&text); len(faults) > 0 {
		v.faults = append(v.faults, faults...)
		return
	}
	if want := strings.TrimSuffix(path.Base(name), ".yaml"); text.Language != want {
		v.fault(src, ruleFile, at("language"), "the file is named %s.yaml, but its language is %q", want, text.Language)
		return
	}
	t := &textValidation{validation: v, src: src, text: &text}
	t.checkComplete()
	t.checkLinks()
	switch text.Language {
	case DefaultLanguage:
		t.checkEnglish()
	case "ko":
		t.checkKorean()
	}
	if text.Language != DefaultLanguage {
		t.checkSource(files, path.Join(path.Dir(name), DefaultLanguage+".yaml"))
	}
}
