package app

import (
	"encoding/json"
	"os"
	"strings"
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

func TestWhatIsTypedWronglyIsRefusedInTheLanguageOfThePerson(t *testing.T) {
	for _, c := range []struct{ typed, english, korean, help string }{
		{"--bogus", "There is no option --bogus.", "없는 옵션입니다: --bogus", "levelica --help"},
		{"frobnicate", "frobnicate is not expected here.", "여기에 쓸 수 없는 말입니다: frobnicate", "levelica --help"},
		{"status a b", "b is not expected here.", "여기에 쓸 수 없는 말입니다: b", "levelica status --help"},
		{"rater frm", `frm is not expected here. Did you mean form?`, "여기에 쓸 수 없는 말입니다: frm (혹시 form?)", "levelica rater --help"},
		{"goal backend-engineering 3 --byy 2", "There is no option --byy. Did you mean --by?", "없는 옵션입니다: --byy (혹시 --by?)", "levelica goal --help"},
		{"evidence", `One of these has to follow: "list", "add", "remove", "check".`, `다음 중 하나가 이어져야 합니다: "list", "add", "remove", "check"`, "levelica evidence --help"},
		{"evidence add backend-engineering", "One of these has to follow: --note=TEXT, --link=URL, --file=PATH.", "다음 중 하나가 이어져야 합니다: --note=TEXT, --link=URL, --file=PATH", "levelica evidence add --help"},
		{"mark", "This is missing: <guide> <item> <verdict>.", "빠진 것이 있습니다: <guide> <item> <verdict>", "levelica mark --help"},
		{"report 백엔드", "This is missing: --format=FORMAT, --output=FILE.", "빠진 것이 있습니다: --format=FORMAT, --output=FILE", "levelica report --help"},
		{"report x --format", "--format needs a value after it.", "--format 뒤에 값이 필요합니다.", "levelica report --help"},
		{"predict x 셋", "<level> is a whole number, and this is none: 셋.", "<level> 자리에는 정수를 씁니다. 정수가 아닙니다: 셋", "levelica predict --help"},
		{"show x --level", "--level needs a value after it.", "--level 뒤에 값이 필요합니다.", "levelica show --help"},
		{"backup --list=maybe", "--list stands alone, without a value.", "--list 옵션에는 값을 붙이지 않습니다.", "levelica backup --help"},
		{"suggested x --drop --confirm all", "--confirm and --drop cannot be used together.", "함께 쓸 수 없습니다: --confirm, --drop", "levelica suggested --help"},
	} {
		for language, want := range map[string]string{
			"en": "levelica: " + c.english + "\nTry: " + c.help + "\n",
			"ko": "levelica: " + c.korean + "\n도움말: " + c.help + "\n",
		} {
			var out, said strings.Builder
			args := append([]string{"--lang", language, "--data", t.TempDir()}, strings.Fields(c.typed)...)
			if _, code := Command(args, BuildInfo{}, &out, &said); code != exitUsage || said.String() != want || out.Len() > 0 {
				t.Errorf("%s, %s: code %d\n%swant\n%s%s", c.typed, language, code, said.String(), want, out.String())
			}
		}
	}
}
