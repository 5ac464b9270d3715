package app

import (
	"regexp"
	"slices"
	"testing"
)

func TestTheManualHasTheSamePartsInEveryLanguage(t *testing.T) {
	requests := regexp.MustCompile(`(?m)^(\.(?:SH|SS|TP|PP|br)|\{\{.*\}\}.*)`)
	parts := func(language string) []string {
		text, err := manualPages.ReadFile("levelica." + language + ".1.tmpl")
		if err != nil {
			t.Fatal(err)
		}
		return requests.FindAllString(string(text), -1)
	}
	english := parts("en")
	if len(english) < 20 {
		t.Fatalf("the English manual has %d parts", len(english))
	}
	if korean := parts("ko"); !slices.Equal(english, korean) {
		t.Errorf("the English manual has\n%q\nthe Korean one\n%q", english, korean)
	}
}
