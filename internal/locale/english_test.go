package locale

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// neverOne are the placeholders that count, beside the one that chooses the form, what there is never one of.
var neverOne = map[string]string{
	"card.new levels": "a guide has seven", "card.new items": "a guide has seventy",
	"command.guide.line levels": "a guide has seven", "command.guide.line items": "a guide has seventy",
	"command.own items":          "a guide has seventy",
	"command.place.think months": "twelve or thirty-six",
	"day.ago days":               "one day ago has its own words",
	"form.predicted.far items":   "a guide has seventy",
	"insight.believed items":     "a guide has seventy", "insight.believed.one items": "a guide has seventy",
	"insight.forecast.between days": "four weeks", "insight.forecast.far days": "four weeks",
	"insight.forecast.between gained": "a pace is told from three days with new items on",
	"paper.goal.between days":         "four weeks", "paper.goal.far days": "four weeks",
	"paper.goal.between gained":  "a pace is told from three days with new items on",
	"settings.reminders.after n": "three months at the least",
	"due.none months":            "three months at the least", "due.none drill": "three months at the least",
	"due.none.alike months":      "three months at the least",
	"paper.badge.standing items": "a guide has seventy",
	"paper.looksDone below":      "six items a level",
	"insight.remark.more high":   "three more than of another level", "paper.remark.more high": "three more than of another level",
	"paper.rule of":       "ten items a level",
	"paper.summary items": "a guide has seventy",
	"search.count.some n": "more than are shown",
	"search.guides n":     "one guide is named",
}

// notPlural are words that end as a plural does and are none.
var notPlural = strings.Fields("as belongs comes exists goes has holds is looks makes needs reaches sees stands towards waits was")

var counted = regexp.MustCompile(`(?:^|[^\d.])(\d+) (?:more |new )?([a-z]+)`)

// miscounted returns the first words of a text that do not go with their number: "1 items", or "2 item"
// where item is a word that has a plural.
func miscounted(text string, singulars []string) string {
	for _, found := range counted.FindAllStringSubmatch(text, -1) {
		number, word := found[1], found[2]
		plural := strings.HasSuffix(word, "s") && !slices.Contains(notPlural, word)
		if number == "1" && plural || number != "1" && slices.Contains(singulars, word) {
			return number + " " + word
		}
	}
	return ""
}

// singularsOf returns the words that stand after a number in the plural somewhere, each without its ending.
func singularsOf(texts map[string]message) []string {
	found := map[string]bool{}
	for _, m := range texts {
		for _, match := range counted.FindAllStringSubmatch(placeholder.ReplaceAllString(m["other"], "2"), -1) {
			if word, ok := strings.CutSuffix(match[2], "s"); ok && !slices.Contains(notPlural, match[2]) {
				found[word] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(found))
}

func TestEveryEnglishMessageGoesWithNoneOneTwoAndFive(t *testing.T) {
	texts := map[string]message{}
	for _, file := range fileKeys(t, "en") {
		maps.Copy(texts, file)
	}
	singulars := singularsOf(texts)
	for _, word := range []string{"item", "mark", "level", "day", "guide", "answer"} {
		if !slices.Contains(singulars, word) {
			t.Fatalf("%s is not known as a word that is counted: %q", word, singulars)
		}
	}
	used := map[string]bool{}
	for key, m := range texts {
		for _, n := range []int{0, 1, 2, 5} {
			// Each number in turn, and the one that chooses the form with it, for "count" is it as it is written.
			for _, name := range placeholders(m["other"]) {
				name = strings.Trim(name, "{}")
				args := Args{name: n}
				if name == "n" || name == "count" {
					args = Args{"n": n, "count": n}
				}
				text := m["other"]
				if n == 1 && args["n"] != nil && m["one"] != "" {
					text = m["one"]
				}
				wrong := miscounted(fill(text, args), singulars)
				if _, never := neverOne[key+" "+name]; wrong != "" && never && n == 1 {
					used[key+" "+name] = true
				} else if wrong != "" {
					t.Errorf("%s with %s = %d says %q: %q", key, name, n, wrong, fill(text, args))
				}
			}
		}
	}
	for key := range neverOne {
		if !used[key] {
			t.Errorf("%s counts nothing in the plural: take it off the list", key)
		}
	}
}

func TestTheRuleForNumbersFindsWhatItIsFor(t *testing.T) {
	singulars := []string{"item", "mark"}
	for text, want := range map[string]string{
		"1 items left":                  "1 items",
		"There are 2 item.":             "2 item",
		"Level 3: 1 more items":         "1 items",
		"0 mark":                        "0 mark",
		"1 item, 5 marks":               "",
		"21 items":                      "",
		"1 is open, and 1 has evidence": "",
		"Version 2.1 items":             "",
		"🙂 1 김민아":                       "",
	} {
		if got := miscounted(text, singulars); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
