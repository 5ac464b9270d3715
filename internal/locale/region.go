package locale

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
)

// What stands here of regions and languages is that of Unicode CLDR; testdata/cldr.txt has it with its
// version, and a test compares the two.

// monthFirst are the regions that say the month of a day first in English. English of no region is that
// of the first of them. CLDR has no English of Korea, whose own language says the month first, too; in
// every other region that it has none of, the day comes first, as in most of the world.
var monthFirst = strings.Fields("US AS BI CA GU JP KR MH MP PH PR UM VI")

// In returns the catalogue with days as a region writes them, and weeks as it begins them. The region is
// one of the tags that a system has for what its person speaks, "en-US" or "en_PH.UTF-8": for how a day is
// written the first of the language, for how a week begins the first of all. Who reads English in Seoul
// looks at a Korean calendar.
func (c *Catalogue) In(tags []string) *Catalogue {
	if len(tags) == 0 {
		return c
	}
	there := *c
	there.tags = slices.Clone(tags)
	language, region := parts(tags[0])
	there.begins = firstWeekday(cmp.Or(region, likelyRegion(language)))
	for _, tag := range tags {
		if language, region := parts(tag); language == c.Language {
			there.monthFirst = c.Language == "en" && (region == "" || slices.Contains(monthFirst, region))
			break
		}
	}
	return &there
}

// parts returns the language and the region of a tag: "en" and "PH" of "en_PH.UTF-8". A script
// between them is neither.
func parts(tag string) (language, region string) {
	tag, _, _ = strings.Cut(strings.ReplaceAll(tag, "_", "-"), ".")
	language, rest, _ := strings.Cut(tag, "-")
	for part := range strings.SplitSeq(rest, "-") {
		if len(part) == 2 {
			region = strings.ToUpper(part)
		}
	}
	return strings.ToLower(language), region
}

// likely are the languages whose weeks do not begin on a Monday, each with the region that it is likely to
// be of where it is named without one.
var likely = strings.Fields("aa-ET ae-IR af-ZA am-ET ar-EG as-IN bn-BD ch-GU cr-CA dv-MV dz-BT en-US fa-IR gn-PY gu-IN " +
	"he-IL hi-IN id-ID ik-US is-IS iu-CA ja-JP jv-ID ki-KE km-KH kn-IN ko-KR ks-IN lo-LA mh-MH ml-IN mr-IN mt-MT my-MM nd-ZW " +
	"ne-NP nr-ZA nv-US oj-CA om-ET or-IN pa-IN ps-AF pt-BR qu-PE sa-IN sd-PK sm-WS sn-ZW ss-ZA st-ZA su-ID ta-IN te-IN th-TH " +
	"ti-ET tn-ZA ts-ZA ur-PK ve-ZA xh-ZA zu-ZA")

// likelyRegion returns the region that a language is likely to be of, or "" where its weeks begin on a Monday.
func likelyRegion(language string) string {
	for _, tag := range likely {
		if region, ok := strings.CutPrefix(tag, language+"-"); ok {
			return region
		}
	}
	return ""
}

// The regions whose weeks do not begin on a Monday.
var (
	sundays = strings.Fields("AG AS BD BR BS BT BW BZ CA CO DM DO ET GT GU HK HN ID IL IN IS JM JP KE KH KR LA MH MM MO MT MX " +
		"MZ NI NP PA PE PH PK PR PT PY SA SG SV TH TT TW UM US VE VI WS YE ZA ZW")
	saturdays = strings.Fields("AF BH DJ DZ EG IQ IR JO KW LY OM QA SD SY")
	fridays   = []string{"MV"}
)

func firstWeekday(region string) time.Weekday {
	switch {
	case slices.Contains(sundays, region):
		return time.Sunday
	case slices.Contains(saturdays, region):
		return time.Saturday
	case slices.Contains(fridays, region):
		return time.Friday
	}
	return time.Monday
}

// Tags returns what In was given, for In to be given again; there are none of a catalogue of no region.
func (c *Catalogue) Tags() []string { return append([]string{}, c.tags...) }

// FirstWeekday returns the day with which a week begins.
func (c *Catalogue) FirstWeekday() time.Weekday { return c.begins }

// MonthFirst reports whether a day is written with its month first: November 22.
func (c *Catalogue) MonthFirst() bool { return c.monthFirst }

// Date returns a day as people of the language write it: "22 November 2026".
func (c *Catalogue) Date(t time.Time) string {
	if c.Language == "ko" {
		return fmt.Sprintf("%d년 %d월 %d일", t.Year(), int(t.Month()), t.Day())
	}
	if c.monthFirst {
		return t.Format("January 2, 2006")
	}
	return strconv.Itoa(t.Day()) + " " + t.Month().String() + " " + strconv.Itoa(t.Year())
}

// Month returns the short name of a month: "Nov".
func (c *Catalogue) Month(t time.Time) string {
	if c.Language == "ko" {
		return fmt.Sprintf("%d월", int(t.Month()))
	}
	return t.Month().String()[:3]
}

// Weekday returns the short name of a weekday: "Mon".
func (c *Catalogue) Weekday(day time.Weekday) string {
	if c.Language == "ko" {
		return []string{"일", "월", "화", "수", "목", "금", "토"}[day]
	}
	return day.String()[:3]
}
