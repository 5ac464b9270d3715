package locale

import (
	"bufio"
	"os"
	"slices"
	"strings"
	"testing"
	"time"
)

func TestADayIsWrittenAsTheRegionOfTheSystemWritesIt(t *testing.T) {
	day := time.Date(2026, 11, 2, 0, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		language string
		tags     []string
		want     string
	}{
		{"en", []string{"en-US"}, "November 2, 2026"},
		{"en", []string{"en_US.UTF-8"}, "November 2, 2026"},
		{"en", []string{"ko_KR.UTF-8", "en_ph"}, "November 2, 2026"},
		{"en", []string{"en"}, "November 2, 2026"},
		{"en", []string{"en-GB", "en-US"}, "2 November 2026"},
		{"en", []string{"de-DE"}, "2 November 2026"},
		{"en", []string{"en-KR"}, "November 2, 2026"},
		{"en", []string{"en-TH"}, "2 November 2026"},
		{"en", []string{"C.UTF-8", "", "-US"}, "2 November 2026"},
		{"en", nil, "2 November 2026"},
		{"ko", []string{"en-US"}, "2026년 11월 2일"},
		{"ko", []string{"ko-US"}, "2026년 11월 2일"},
	} {
		if got := For(c.language).In(c.tags).Date(day); got != c.want {
			t.Errorf("%s in %q: %s, want %s", c.language, c.tags, got, c.want)
		}
	}
	if got := For("en").Date(day); got != "2 November 2026" {
		t.Errorf("the catalogue that all share writes %s", got)
	}
}

func TestAWeekBeginsAsInTheRegionOfTheSystemWhateverTheLanguage(t *testing.T) {
	for _, c := range []struct {
		tags []string
		want time.Weekday
	}{
		{[]string{"en-US"}, time.Sunday},
		{[]string{"ko_KR.UTF-8"}, time.Sunday},
		{[]string{"ko"}, time.Sunday},
		{[]string{"ja"}, time.Sunday},
		{[]string{"fa.UTF-8"}, time.Saturday},
		{[]string{"en-GB", "en-US"}, time.Monday},
		{[]string{"zh-Hant-TW"}, time.Sunday},
		{[]string{"ar-eg"}, time.Saturday},
		{[]string{"dv-MV"}, time.Friday},
		{[]string{"de"}, time.Monday},
		{[]string{"C.UTF-8"}, time.Monday},
		{[]string{"", "-"}, time.Monday},
		{nil, time.Monday},
	} {
		for _, language := range Languages() {
			if got := For(language).In(c.tags).FirstWeekday(); got != c.want {
				t.Errorf("%s in %q: weeks begin on %v, want %v", language, c.tags, got, c.want)
			}
		}
	}
}

// ofCLDR returns the lines of what Unicode CLDR says, each in its three words.
func ofCLDR(t *testing.T) (lines [][3]string) {
	t.Helper()
	file, err := os.Open("testdata/cldr.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	for text := bufio.NewScanner(file); text.Scan(); {
		if words := strings.Fields(text.Text()); words[0] != "#" {
			lines = append(lines, [3]string(words))
		}
	}
	return lines
}

func TestWeeksAndDaysAreThoseOfUnicodeCLDR(t *testing.T) {
	day := time.Date(2026, 11, 2, 0, 0, 0, 0, time.UTC)
	written := map[string]string{"month": "November 2, 2026", "day": "2 November 2026"}
	regions, englishes := 0, 0
	var mondays []string // languages of none of the lines
	for _, code := range likely {
		mondays = append(mondays, code[:2])
	}
	for _, line := range ofCLDR(t) {
		name, tag, begins := line[0], "und-"+line[0], line[1]
		if name != strings.ToUpper(name) { // a language, its region, and what its weeks begin with
			tag, begins = name, line[2]
			mondays = slices.DeleteFunc(mondays, func(language string) bool { return language == name })
		} else {
			regions++
			if want, ok := written[line[2]]; ok {
				englishes++
				if got := For("en").In([]string{"en-" + name}).Date(day); got != want {
					t.Errorf("English of %s writes %s, and CLDR %s", name, got, want)
				}
			}
		}
		if got := For("en").In([]string{tag}).FirstWeekday().String(); got != begins {
			t.Errorf("%s: weeks begin on a %s, and those of CLDR on a %s", name, got, begins)
		}
	}
	if regions < 250 || englishes < 100 {
		t.Errorf("CLDR tells of %d regions and of the English of %d", regions, englishes)
	}
	for _, language := range mondays {
		t.Errorf("%s: weeks do not begin on a Monday, and those of CLDR do", language)
	}
}
