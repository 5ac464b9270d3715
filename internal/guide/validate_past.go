package guide

import (
	"io/fs"
	"path"
	"slices"
	"strings"
)

// checkPast checks what the guide says of its earlier editions. Whether that agrees with what was
// published is the ledger's to say.
func (v *validation) checkPast(files fs.FS, name string) {
	src, faults := openSource(files, name, "past")
	v.faults = append(v.faults, faults...)
	if src == nil || len(faults) > 0 {
		return
	}
	var past pastFile
	if faults := src.decode(&past); len(faults) > 0 {
		v.faults = append(v.faults, faults...)
		return
	}
	p := pastValidation{validation: v, src: src, present: map[string]itemFile{}, known: map[string]bool{}, met: map[pastPlace]bool{}}
	if past.Slug != v.structure.Slug {
		v.fault(src, ruleFile, at("slug"), "the file belongs to %q, the guide is %q", past.Slug, v.structure.Slug)
	}
	for _, level := range v.structure.Levels {
		for _, it := range level.Items {
			p.present[it.ID], p.known[it.ID] = it, true
		}
	}
	for _, it := range past.Items {
		p.known[it.ID] = true
	}
	words, err := fs.Glob(files, path.Join(path.Dir(name), "*.yaml"))
	if err != nil {
		words = nil // the pattern is ours, and sound
	}
	for _, file := range words {
		if base := path.Base(file); isWords(base) {
			p.languages = append(p.languages, strings.TrimSuffix(base, ".yaml"))
		}
	}
	for i, it := range past.Items {
		p.check(i, it)
	}
	for id, edition := range past.New {
		if !p.known[id] {
			v.fault(src, "L26", at("new", id), "%s is an item of no edition", id)
		}
		if edition > v.structure.Edition {
			v.fault(src, "L26", at("new", id), "%s is new in edition %d, but this is edition %d", id, edition, v.structure.Edition)
		}
	}
}

type pastPlace struct {
	id    string
	until int
}

type pastValidation struct {
	*validation
	src       *source
	present   map[string]itemFile
	known     map[string]bool // items of any edition
	languages []string
	met       map[pastPlace]bool
}

func (p *pastValidation) check(i int, it pastItem) {
	complain := func(field, format string, args ...any) {
		p.fault(p.src, "L26", at("items", i, field), it.ID+": "+format, args...)
	}
	if it.Until >= p.structure.Edition {
		complain("until", "edition %d is not before this one, which is %d", it.Until, p.structure.Edition)
	}
	if place := (pastPlace{it.ID, it.Until}); p.met[place] {
		complain("until", "edition %d is told of twice", it.Until)
	} else {
		p.met[place] = true
	}
	if !slices.Contains(p.structure.Strands, it.Strand) {
		complain("strand", "the guide has no strand %q", it.Strand)
	}
	for _, language := range p.languages {
		if it.Text[language] == "" {
			complain("text", "no words in %q", language)
		}
	}
	_, present := p.present[it.ID]
	switch {
	case it.ReplacedBy == "":
	case present:
		complain("replaced_by", "the item is in the guide")
	case !p.known[it.ReplacedBy] || it.ReplacedBy == it.ID:
		complain("replaced_by", "%s is another item of no edition", it.ReplacedBy)
	}
}
