package app

import (
	"encoding/json"
	"os"
	"testing"

	"github.com/alecthomas/kong"
)

func TestEveryTextOfTheCommandLineIsKorean(t *testing.T) {
	data, err := os.ReadFile("../internal/locale/messages/ko/usage.json")
	if err != nil {
		t.Fatal(err)
	}
	var korean map[string]string
	if err := json.Unmarshal(data, &korean); err != nil {
		t.Fatal(err)
	}
	var line commandLine
	parser, err := kong.New(&line, kong.Name("levelica"), kong.Description(tagline))
	if err != nil {
		t.Fatal(err)
	}
	used := map[string]bool{}
	for text := range usageTexts(parser.Model) {
		used[*text] = true
		if korean[*text] == "" {
			t.Errorf("usage.json has no Korean for %q", *text)
		}
	}
	for _, text := range append(headings, moreHelp) {
		used[text] = true
		if korean[text] == "" {
			t.Errorf("usage.json has no Korean for kong's own %q", text)
		}
	}
	for text := range korean {
		if !used[text] {
			t.Errorf("usage.json: nothing says %q any more", text)
		}
	}
}
