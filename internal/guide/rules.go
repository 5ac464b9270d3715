package guide

import (
	"net/url"
	"regexp"
	"slices"
	"strings"
	"time"
)

// The stage of the Dreyfus model and the level of responsibility of SFIA 9 that each level of a
// guide corresponds to. Doubling Competent and Expert is our decision: SFIA splits there by
// responsibility, Dreyfus by perception.
var (
	dreyfusOf = [Levels]string{"Novice", "Advanced Beginner", "Competent", "Competent", "Proficient", "Expert", "Expert"}
	sfiaOf    = [Levels]string{"Follow", "Assist", "Apply", "Enable", "Ensure, advise", "Initiate, influence", "Set strategy, inspire, mobilise"}
)

var (
	itemID   = regexp.MustCompile(`^[a-z]{2,4}-\d{3}$`)
	tracking = regexp.MustCompile(`(?i)[?&](ref|tag|aff|affiliate|utm_[a-z]+|fbclid|gclid)=`)
)

// checkStructure checks guide.yaml on its own: everything that needs no words.
func (v *validation) checkStructure(folder string) {
	g := v.structure
	if g.Slug != folder && folder != "." {
		v.fault(v.src, ruleFile, at("slug"), "the slug is %q, but the folder is named %q", g.Slug, folder)
	}
	v.checkDates()
	v.checkLevels()
	v.checkItems()
	v.checkReferences()
}

func (v *validation) checkDates() {
	g := v.structure
	check := func(date string, where ...any) bool {
		if _, err := time.Parse(time.DateOnly, date); err != nil {
			v.fault(v.src, "L22", where, "%q is no date; write it as 2026-11-22", date)
			return false
		}
		return true
	}
	if check(g.Published, "published") && check(g.Updated, "updated") && g.Updated < g.Published {
		v.fault(v.src, "L22", at("updated"), "the guide is updated (%s) before it is published (%s)", g.Updated, g.Published)
	}
	for i, r := range g.References {
		check(r.Verified, "references", i, "verified")
	}
}

func (v *validation) checkLevels() {
	g := v.structure
	if len(g.Levels) != Levels {
		v.fault(v.src, "L01", at("levels"), "the guide has %d levels, not %d", len(g.Levels), Levels)
	}
	for i, level := range g.Levels {
		if level.Number != i+1 {
			v.fault(v.src, "L01", at("levels", i, "number"), "level %d stands in place %d", level.Number, i+1)
		}
		if i >= Levels {
			continue
		}
		if level.Dreyfus != dreyfusOf[i] {
			v.fault(v.src, "L04", at("levels", i, "dreyfus"), "level %d corresponds to the Dreyfus stage %q, not %q", i+1, dreyfusOf[i], level.Dreyfus)
		}
		if level.SFIA != sfiaOf[i] {
			v.fault(v.src, "L05", at("levels", i, "sfia"), "level %d is %q in SFIA 9, not %q", i+1, sfiaOf[i], level.SFIA)
		}
		v.checkStrands(i, level)
	}
}

// checkStrands checks that a level has two items of each strand, in the order of the strands.
func (v *validation) checkStrands(i int, level levelFile) {
	if len(level.Items) != ItemsPerLevel {
		v.fault(v.src, "L06", at("levels", i, "items"), "level %d has %d items, not %d", level.Number, len(level.Items), ItemsPerLevel)
		return
	}
	for j, item := range level.Items {
		if want := v.structure.Strands[j/(ItemsPerLevel/Strands)]; item.Strand != want {
			v.fault(v.src, "L06", at("levels", i, "items", j, "strand"),
				"%s belongs to %q, but in this place stands an item of %q", item.ID, item.Strand, want)
		}
	}
}

func (v *validation) checkItems() {
	known := map[string]string{} // type of each reference
	for _, r := range v.structure.References {
		known[r.ID] = r.Type
	}
	seen := map[string]bool{}
	items, free := 0, 0
	for i, level := range v.structure.Levels {
		for j, item := range level.Items {
			place := at("levels", i, "items", j)
			if !itemID.MatchString(item.ID) {
				v.fault(v.src, "L13", place, "%q is no item identifier; it looks like be-001", item.ID)
			}
			if seen[item.ID] {
				v.fault(v.src, "L13", place, "the identifier %s stands a second time", item.ID)
			}
			seen[item.ID] = true
			if len(item.References) == 0 {
				v.fault(v.src, "L16", place, "%s rests on no reference", item.ID)
			}
			for _, id := range item.References {
				switch kind, ok := known[id]; {
				case !ok:
					v.fault(v.src, "L16", place, "%s rests on %q, which is not among the references", item.ID, id)
				case kind == learningScience:
					v.fault(v.src, "L16", place, "%s rests on %q, which is about learning, not about the field", item.ID, id)
				}
			}
			if len(item.Resources) == 0 {
				v.fault(v.src, "L19", place, "%s has no resource", item.ID)
			}
			items++
			if slices.ContainsFunc(item.Resources, func(r Resource) bool { return r.Free }) {
				free++
			}
			for k, r := range item.Resources {
				v.checkAddress(r.URL, append(slices.Clone(place), "resources", k, "url")...)
			}
		}
	}
	if free*10 < items*6 {
		v.fault(v.src, "L19", at("levels"), "%d of %d items have a free resource; six in ten are needed", free, items)
	}
}

func (v *validation) checkReferences() {
	seen := map[string]bool{}
	resting := [Levels + 1]int{} // references on the field, by level
	for i, r := range v.structure.References {
		place := at("references", i)
		if seen[r.ID] {
			v.fault(v.src, "L13", place, "the reference %s stands a second time", r.ID)
		}
		seen[r.ID] = true
		if r.ISBN != "" && !validISBN(r.ISBN) {
			v.fault(v.src, "L16", append(place, "isbn"), "the check digit of ISBN %s is wrong", r.ISBN)
		}
		if r.URL != "" {
			v.checkAddress(r.URL, append(slices.Clone(place), "url")...)
		}
		if r.Type != learningScience {
			for _, n := range r.Levels {
				resting[n]++
			}
		}
	}
	for n := 1; n <= len(v.structure.Levels) && n <= Levels; n++ {
		if resting[n] < 2 {
			v.fault(v.src, "L16", at("levels", n-1), "level %d rests on %d references; two are needed", n, resting[n])
		}
	}
}

func (v *validation) checkAddress(address string, where ...any) {
	u, err := url.Parse(address)
	switch {
	case err != nil || u.Scheme != "https" || u.Host == "" || u.User != nil:
		v.fault(v.src, "L18", where, "%q is no https address", address)
	case tracking.MatchString(address):
		v.fault(v.src, "L18", where, "%q carries a tracking or affiliate parameter", address)
	}
}

// validISBN checks the check digit of an ISBN with 10 or 13 digits (ISO 2108).
func validISBN(isbn string) bool {
	digits := strings.ReplaceAll(isbn, "-", "")
	sum := 0
	for i, c := range digits {
		d := int(c - '0')
		if c == 'X' {
			d = 10
		}
		switch len(digits) {
		case 10:
			sum += d * (10 - i)
		case 13:
			sum += d * (1 + 2*(i%2))
		default:
			return false
		}
	}
	if len(digits) == 10 {
		return sum%11 == 0
	}
	return sum%10 == 0
}
