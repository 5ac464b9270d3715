package guide

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"
)

// The rules of writing in Korean: 합니다체 throughout, items that end in a verb that can be
// observed, field terms as Korean practitioners use them, and no particle that depends on a
// variable. Lengths are counted in syllables, because spacing is freer than in English.

// dreyfusKorean names the stages of the Dreyfus model, with the English name at hand.
var dreyfusKorean = map[string]string{
	"Novice": "초보자(Novice)", "Advanced Beginner": "상급 초보자(Advanced Beginner)", "Competent": "유능자(Competent)",
	"Proficient": "숙련자(Proficient)", "Expert": "전문가(Expert)",
}

var (
	koreanRank         = lazily(`시니어|주니어|마스터|전문가|초보자|고수|달인`)
	koreanUnobservable = lazily(`이해합니다|이해하고|알고 있|압니다|숙지|배웁니다|학습합니다|익숙|인지합니다|다양한|적절[한히]|올바[른르]|효과적|효율적|기본적|복잡한|최신|모범 사례`)
	koreanUndone       = lazily(`않습니다|안 합니다|못합니다|피합니다|삼갑니다|하지 마`)
	koreanParticle     = lazily(`[을를이가은는와과]\((?:을|를|이|가|은|는|와|과)\)|\(으\)로|\(이\)|을/를|이/가|은/는|와/과`)
	koreanEvidence     = lazily(`(?:세요|십시오)\.$`)
	koreanSentence     = lazily(`니다\.$`)
	// 단계 is a stage of the Dreyfus model, or a step. 2단계 인증 is the name of a thing.
	koreanStage = lazily(`\d단계|\(#level-\d\) 단계`)
	// A Latin word is a field term where it stands in parentheses, or is an acronym.
	parenthesised  = lazily(`\([^()]*\)`)
	latinWord      = lazily(`[A-Za-z]*[a-z]{2,}[A-Za-z]*`)
	koreanCitation = lazily(`\p{L}[^()]{0,60}\((?:19|20)\d{2}\)`)
)

// countSyllables counts the letters and digits of a text without its markup: in Korean, a letter
// is a syllable.
func countSyllables(text string) int {
	n := 0
	for _, r := range Plain(text) {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			n++
		}
	}
	return n
}

// checkKorean checks the rules that are particular to Korean.
func (t *textValidation) checkKorean() {
	t.checkSyllables("L03", t.text.Overview, 200, 480, at("overview"), "the overview")
	titles := map[string]int{}
	for i, level := range t.text.Levels {
		t.checkKoreanLevel(i, level, titles)
	}
	for _, id := range slices.Sorted(maps.Keys(t.text.Items)) {
		t.checkKoreanItem(id)
	}
	for id, term := range t.text.Glossary {
		t.checkSyllables("L20", term.Definition, 12, 110, at("glossary", id, "definition"), "the definition of "+term.Term)
	}
	t.eachText(func(text string, where []any) { t.checkScript(text, where) })
}

func (t *textValidation) checkSyllables(rule, text string, low, high int, where []any, what string) {
	if n := countSyllables(text); n < low || n > high {
		t.fault(t.src, rule, where, "%s has %d syllables; it should have %d to %d", what, n, low, high)
	}
}

// checkScript checks that a text is Korean: sentences in Hangul, particles resolved, Latin words
// only as field terms.
func (t *textValidation) checkScript(text string, where []any) {
	words := Plain(text)
	if !strings.ContainsFunc(words, func(r rune) bool { return unicode.Is(unicode.Hangul, r) }) {
		t.fault(t.src, "L24", where, "%q is not in Korean", words)
	}
	if p := koreanParticle().FindString(words); p != "" {
		t.fault(t.src, "L24", where, "the particle %q is not resolved; word it so that it depends on nothing", p)
	}
	if stage := koreanStage().FindString(strings.ReplaceAll(text, "2단계 인증", "")); stage != "" {
		t.fault(t.src, "L25", where, "%q means a level; write 레벨 and its number", stage)
	}
}

func (t *textValidation) checkKoreanLevel(i int, level levelText, titles map[string]int) {
	where := at("levels", i, "title")
	if n := countSyllables(level.Title); n < 3 || n > 14 || !strings.Contains(level.Title, " ") {
		t.fault(t.src, "L02", where, "the title %q is not two or three short words", level.Title)
	}
	if rank := koreanRank().FindString(level.Title); rank != "" {
		t.fault(t.src, "L02", where, "the title %q names a rank (%s)", level.Title, rank)
	}
	if first, twice := titles[level.Title]; twice {
		t.fault(t.src, "L02", where, "the title %q stands on level %d too", level.Title, first)
	}
	titles[level.Title] = i + 1

	where = at("levels", i, "description")
	description := strings.TrimSpace(Plain(level.Description))
	t.checkSyllables("L03", description, 110, 330, where, fmt.Sprintf("the description of level %d", i+1))
	if i < Levels {
		if end := "드레이퍼스 모형의 " + dreyfusKorean[dreyfusOf[i]] + " 단계에 해당합니다."; !strings.HasSuffix(description, end) {
			t.fault(t.src, "L04", where, "the description of level %d does not end with %q", i+1, end)
		}
	}
	for _, sentence := range koreanSentences(description) {
		if !koreanSentence().MatchString(sentence) {
			t.fault(t.src, "L03", where, "the sentence “%s” does not end in 합니다체", sentence)
		}
	}

	where = at("levels", i, "next")
	t.checkSyllables("L14", level.Next, 90, 320, where, fmt.Sprintf("what comes after level %d", i+1))
	if i+1 < len(t.text.Levels) && !strings.Contains(Plain(level.Next), t.text.Levels[i+1].Title) {
		t.fault(t.src, "L14", where, "what comes after level %d does not name %q", i+1, t.text.Levels[i+1].Title)
	}
	if found := koreanCitation().FindAllString(Plain(level.Next), -1); len(found) != 1 {
		t.fault(t.src, "L14", where, "what comes after level %d cites %d sources; it should cite one, as in “Kolb(1984)”", i+1, len(found))
	}
}

// koreanSentences splits a text at its full stops.
func koreanSentences(text string) []string {
	var sentences []string
	for _, part := range strings.SplitAfter(text, ". ") {
		if part = strings.TrimSpace(part); part != "" {
			sentences = append(sentences, part)
		}
	}
	return sentences
}

func (t *textValidation) checkKoreanItem(id string) {
	text, where := t.text.Items[id].Text, at("items", id, "text")
	t.checkSyllables("L09", text, 12, 75, where, id)
	if !koreanSentence().MatchString(text) || len(koreanSentences(text)) != 1 {
		t.fault(t.src, "L07", where, "%s is not one sentence that ends in a verb (…합니다.)", id)
	}
	if word := koreanUnobservable().FindString(text); word != "" {
		t.fault(t.src, "L08", where, "%s says %q, which nobody can observe", id, word)
	}
	if word := koreanUndone().FindString(text); word != "" {
		t.fault(t.src, "L10", where, "%s says %q; say what is done instead", id, word)
	}
	if brand := brands().FindString(text); brand != "" {
		t.fault(t.src, "L11", where, "%s names the product %q", id, brand)
	}
	if word := latinWord().FindString(parenthesised().ReplaceAllString(text, "")); word != "" {
		t.fault(t.src, "L24", where, "%s holds %q in Latin script; write the term in Korean, with the original in parentheses", id, word)
	}
	t.checkScript(text, where)
	prompt := t.text.Items[id].Evidence
	if !koreanEvidence().MatchString(strings.TrimSpace(prompt)) {
		t.fault(t.src, "L12", at("items", id, "evidence"), "the evidence prompt of %s does not ask for something (…세요.)", id)
	}
	t.checkScript(prompt, at("items", id, "evidence"))
}
