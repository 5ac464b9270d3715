package locale

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
)

// monthFirst are the regions that say the month of a day first in English, as Unicode CLDR has them.
// English of no region is that of the first of them.
var monthFirst = []string{"", "US", "CA", "PH", "PR", "GU", "UM", "VI", "AS", "MP", "MH", "BI", "JP", "KR", "TH"}

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
	there.begins = firstWeekday(cmp.Or(region, likely[language]))
	for _, tag := range tags {
		if language, region := parts(tag); language == c.Language {
			there.monthFirst = c.Language == "en" && slices.Contains(monthFirst, region)
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

// likely is the region of a language that is named without one.
var likely = map[string]string{"en": "US", "ko": "KR"}

// The regions whose weeks do not begin on a Monday, as Unicode CLDR has them.
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
