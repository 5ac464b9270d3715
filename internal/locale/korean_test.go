package locale

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

// What no Korean text of the program may hold, and why.
var koreanFaults = []struct {
	pattern *regexp.Regexp
	why     string
}{
	{regexp.MustCompile(`[을를은는이가와과로]\((?:을|를|은|는|이|가|와|과|으로)\)|\((?:으)?로\)|\(이\)|을/를|은/는|이/가|와/과`), "a particle that is left to the reader"},
	{regexp.MustCompile(`\}(?:은|는|이|가|을|를|와|과|로|으로|이나|나|이라|라|이라는|라는|이랑|랑)(?:[\s.,!?)]|$)`), "a particle that hangs on a value: the value may end in a vowel or not"},
	{regexp.MustCompile(`(?:요|죠|네|군|지|어|아|해|한다|된다|있다|없다|이다|했다)[.!?](?:\s|$)`), "an ending other than 합니다"},
	{regexp.MustCompile(`[할될낼볼쓸알갈올줄을를]수 (?:있|없)`), "a missing space before 수"},
	{regexp.MustCompile(`당신|귀하`), "an address that is not said in Korean software"},
	{regexp.MustCompile(`되어지|보여지|쓰여지|불리우`), "a passive of a passive"},
	{regexp.MustCompile(`[，．！？：；（）]`), "a sign of full width"},
	{regexp.MustCompile(`!`), "an exclamation"},
	{regexp.MustCompile(`\p{Hangul}\d+ (?:개|명|번|판|줄)`), "a space between a number and its counter"},
	{regexp.MustCompile(`\} (?:개|명|번|판|줄)(?:[\s.,]|$)`), "a space between a number and its counter"},
	{regexp.MustCompile(`[}\d] %`), "a space before %, which Korean has not"},
}

// politeEndings are what a sentence may end in: 합니다, a question of it, a request.
var politeEndings = []string{"니다", "세요", "까요", "니까", "시오"}

func TestKoreanIsWrittenAsAPractitionerWritesIt(t *testing.T) {
	// All that there is, the room of the command line too. Korean has one form of each message.
	for key, text := range For("ko").texts {
		for _, why := range faultsOfKorean(text) {
			t.Errorf("ko: %s: %s: %q", key, why, text)
		}
	}
}

func faultsOfKorean(text string) (faults []string) {
	polite := text
	for _, ending := range politeEndings {
		// What ends well is no other ending: 하세요 ends in 요.
		polite = strings.NewReplacer(ending+".", "", ending+"?", "").Replace(polite)
	}
	for _, f := range koreanFaults {
		subject := text
		if strings.HasPrefix(f.why, "an ending") {
			subject = polite
		}
		if f.pattern.MatchString(subject) {
			faults = append(faults, f.why)
		}
	}
	return faults
}

func TestTheRulesForKoreanFindWhatTheyAreFor(t *testing.T) {
	for text, want := range map[string]string{
		"파일을(를) 열지 못했습니다.":      "a particle that is left to the reader",
		"{name}을 지웠습니다.":        "a particle that hangs on a value: the value may end in a vowel or not",
		"{path}로 저장했습니다.":       "a particle that hangs on a value: the value may end in a vowel or not",
		"저장했어요.":                "an ending other than 합니다",
		"파일을 저장한다. 다음으로 넘어갑니다.": "an ending other than 합니다",
		"지금은 할수 없습니다.":          "a missing space before 수",
		"당신의 레벨입니다.":            "an address that is not said in Korean software",
		"항목 {n} 개":              "a space between a number and its counter",
		"확률 {percent} %":        "a space before %, which Korean has not",
		"다 되었습니다!":              "an exclamation",
		"값이 보여지는 곳입니다.":         "a passive of a passive",
		"열 수 있습니다（HTML）.":       "a sign of full width",
	} {
		if got := faultsOfKorean(text); !slices.Contains(got, want) {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
	for _, good := range []string{
		"{title}에 도달합니다.", "{name}의 기록", "다시 시도하세요.", "이 프로필을 삭제할까요? {name}", "항목 {n}개", "레벨 {level}입니다.", "{level}까지 항목 {n}개", "열 수 있습니다.",
	} {
		if got := faultsOfKorean(good); len(got) > 0 {
			t.Errorf("%q is refused: %q", good, got)
		}
	}
}

func TestWhatIsASentenceInEnglishIsOneInKorean(t *testing.T) {
	english := fileKeys(t, "en")
	ends := func(text string) bool { return strings.HasSuffix(text, ".") }
	for file, texts := range fileKeys(t, "ko") {
		for key, m := range texts {
			other, ok := english[file][key]
			if !ok || strings.HasSuffix(m["other"], "}") || strings.HasSuffix(m["other"], ")") {
				continue // a value that stands at the end, so that no particle hangs on it
			}
			if got, want := ends(m["other"]), ends(other["other"]); want && !got {
				t.Errorf("ko/%s: %s is no sentence: %q, English %q", file, key, m["other"], other["other"])
			}
		}
	}
}
