package guide

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"sync"
)

// The rules of writing in English. What they are for: an item that a person can answer by pointing
// at something they did, in words that hold with any tool and in any year.

var (
	titleForm = lazily(`^[A-Z][A-Za-z]+(?:[ -][A-Z][a-z]+){1,2}$`)
	titleRank = lazily(`\b(Expert|Beginner|Novice|Senior|Junior|Master|Ninja|Guru|Rockstar|Principal|Chief)\b`)

	unobservable = lazily(`(?i)\b(understand\w*|know\w*|learn\w*|aware\w*|familiar\w*|comprehend\w*|appreciat\w*|proper(?:ly)?|various|several kinds|best practices?|basics?|basic|complex|robust|efficient(?:ly)?|effective(?:ly)?|appropriate(?:ly)?|good|simple|simply|etc|and so on|as needed|state[- ]of[- ]the[- ]art|modern)\b`)
	undone       = lazily(`(?i)\b(not|never|avoid\w*|without fail)\b`)
	brands       = lazily(`(?i)\b(aws|amazon|azure|google|gcp|microsoft|apple|oracle|postgres(?:ql)?|mysql|sqlite|mongodb|redis|kafka|rabbitmq|kubernetes|docker|terraform|ansible|jenkins|github|gitlab|bitbucket|jira|slack|spring|django|rails|laravel|express|node\.?js|react|angular|java|python|golang|rust|graphql|grpc|openapi|swagger|prometheus|grafana|datadog|sentry|chatgpt|openai|copilot|claude|gemini|llama|excel|tableau|power ?bi|snowflake|databricks|spark|airflow|dbt|hadoop|ethereum|bitcoin|solidity|metamask|linux|windows|macos|android|ios|chrome|firefox)\b`)
	evidence     = lazily(`^(Show|Link|Attach|Point to|Name|Walk through|Record)\b`)

	// One citation is a name or two, then a year in parentheses.
	citation  = lazily(`\p{Lu}[\p{L}'’-]+(?: (?:&|and) \p{Lu}[\p{L}'’-]+| et al\.)? \(\d{4}\)`)
	wordForm  = lazily(`[\p{L}\p{N}]+(?:[.'’/-][\p{L}\p{N}]+)*%?`)
	sentences = lazily(`[.!?](?:\s|$)`)
)

// lazily compiles a pattern when it is first used: the window starts without checking any guide.
func lazily(pattern string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(pattern) })
}

// countWords counts the words of a text without its markup.
func countWords(text string) int { return len(wordForm().FindAllString(Plain(text), -1)) }

// checkEnglish checks the rules that are particular to English.
func (t *textValidation) checkEnglish() {
	t.checkCount("L03", t.text.Overview, 90, 150, at("overview"), "the overview")
	titles := map[string]int{}
	cited := map[string]bool{}
	for i, level := range t.text.Levels {
		t.checkTitle(i, level, titles)
		t.checkDescription(i, level)
		t.checkNext(i, level, cited)
	}
	if len(cited) < 5 {
		t.fault(t.src, "L15", at("levels"), "the guide cites %d sources of learning science; five are needed", len(cited))
	}
	for _, id := range slices.Sorted(maps.Keys(t.text.Items)) {
		t.checkItem(id)
	}
	t.checkOverlap()
	if n := len(t.text.Glossary); n < 25 {
		t.fault(t.src, "L20", at("glossary"), "the glossary has %d terms; 25 are needed", n)
	}
	for id, term := range t.text.Glossary {
		t.checkCount("L20", term.Definition, 8, 35, at("glossary", id, "definition"), "the definition of "+term.Term)
	}
	for id, r := range t.text.References {
		t.checkCount("L16", r.Why, 15, 60, at("references", id, "why"), "the reason for "+id)
	}
}

func (t *textValidation) checkCount(rule, text string, low, high int, where []any, what string) {
	if n := countWords(text); n < low || n > high {
		t.fault(t.src, rule, where, "%s has %d words; it should have %d to %d", what, n, low, high)
	}
}

func (t *textValidation) checkTitle(i int, level levelText, titles map[string]int) {
	where := at("levels", i, "title")
	if !titleForm().MatchString(level.Title) {
		t.fault(t.src, "L02", where, "the title %q is not two or three capitalised words", level.Title)
	}
	if rank := titleRank().FindString(level.Title); rank != "" {
		t.fault(t.src, "L02", where, "the title %q names a rank (%s)", level.Title, rank)
	}
	if first, twice := titles[level.Title]; twice {
		t.fault(t.src, "L02", where, "the title %q stands on level %d too", level.Title, first)
	}
	titles[level.Title] = i + 1
}

func (t *textValidation) checkDescription(i int, level levelText) {
	where := at("levels", i, "description")
	if !strings.HasPrefix(Plain(level.Description), "You ") {
		t.fault(t.src, "L03", where, "the description of level %d does not begin with “You”", i+1)
	}
	t.checkCount("L03", level.Description, 50, 95, where, fmt.Sprintf("the description of level %d", i+1))
	if i < Levels {
		if end := "Corresponds to the Dreyfus " + dreyfusOf[i] + " stage."; !strings.HasSuffix(strings.TrimSpace(Plain(level.Description)), end) {
			t.fault(t.src, "L04", where, "the description of level %d does not end with %q", i+1, end)
		}
	}
}

func (t *textValidation) checkNext(i int, level levelText, cited map[string]bool) {
	where := at("levels", i, "next")
	t.checkCount("L14", level.Next, 45, 85, where, fmt.Sprintf("what comes after level %d", i+1))
	if i+1 < len(t.text.Levels) {
		if title := t.text.Levels[i+1].Title; !strings.Contains(Plain(level.Next), title) {
			t.fault(t.src, "L14", where, "what comes after level %d does not name %q", i+1, title)
		}
	}
	found := citation().FindAllString(Plain(level.Next), -1)
	if len(found) != 1 {
		t.fault(t.src, "L14", where, "what comes after level %d cites %d sources; it should cite one, as in “Kolb (1984)”", i+1, len(found))
	}
	for _, link := range textLink.FindAllStringSubmatch(level.Next, -1) {
		if link[2] == "ref" && slices.ContainsFunc(t.structure.References, func(r referenceFile) bool {
			return r.ID == link[3] && r.Type == learningScience
		}) {
			cited[link[3]] = true
		}
	}
}

func (t *textValidation) checkItem(id string) {
	text := t.text.Items[id].Text
	where := at("items", id, "text")
	found := wordForm().FindAllString(text, -1)
	if len(found) == 0 {
		return // the schema has said so
	}
	if !verbs()[strings.ToLower(found[0])] {
		t.fault(t.src, "L07", where, "%s begins with %q, which is not among the observable verbs", id, found[0])
	}
	if word := unobservable().FindString(text); word != "" {
		t.fault(t.src, "L08", where, "%s says %q, which nobody can observe", id, word)
	}
	if n := len(found); n < 8 || n > 24 {
		t.fault(t.src, "L09", where, "%s has %d words; it should have 8 to 24", id, n)
	}
	if len(sentences().FindAllString(text, -1)) != 1 || !strings.HasSuffix(text, ".") {
		t.fault(t.src, "L09", where, "%s is not one sentence that ends with a full stop", id)
	}
	if second := secondVerb(text); second != "" {
		t.fault(t.src, "L09", where, "%s asks for a second thing (“%s”); one behaviour is enough", id, second)
	}
	if word := undone().FindString(text); word != "" {
		t.fault(t.src, "L10", where, "%s says %q; say what is done instead", id, word)
	}
	if brand := brands().FindString(text); brand != "" {
		t.fault(t.src, "L11", where, "%s names the product %q", id, brand)
	}
	prompt := t.text.Items[id].Evidence
	if where := at("items", id, "evidence"); !evidence().MatchString(prompt) {
		t.fault(t.src, "L12", where, "the evidence prompt of %s does not begin with Show, Link, Attach, Point to, Name, Walk through or Record", id)
	} else if n := countWords(prompt); n > 30 {
		t.fault(t.src, "L12", where, "the evidence prompt of %s has %d words; at most 30", id, n)
	}
}

var joined = lazily(`(?i)(?:,| and| then| or) ([a-z]+)\b`)

// secondVerb returns a verb that is joined to the first by a comma, and, then or or; or "".
func secondVerb(text string) string {
	for _, m := range joined().FindAllStringSubmatch(text, -1) {
		if verbs()[strings.ToLower(m[1])] {
			return strings.TrimSpace(m[0])
		}
	}
	return ""
}

// checkOverlap compares every two items by their runs of three words.
func (t *textValidation) checkOverlap() {
	ids := slices.Sorted(maps.Keys(t.text.Items))
	runs := make([]map[string]bool, len(ids))
	for i, id := range ids {
		runs[i] = shingles(t.text.Items[id].Text)
	}
	for i := range ids {
		for j := range i {
			shared := 0
			for run := range runs[i] {
				if runs[j][run] {
					shared++
				}
			}
			if smaller := min(len(runs[i]), len(runs[j])); smaller > 0 && shared*2 >= smaller {
				t.fault(t.src, "L21", at("items", ids[i], "text"), "%s says almost what %s says", ids[i], ids[j])
			}
		}
	}
}

// shingles returns the runs of three words of a text.
func shingles(text string) map[string]bool {
	found := wordForm().FindAllString(strings.ToLower(text), -1)
	runs := map[string]bool{}
	for i := 0; i+2 < len(found); i++ {
		runs[strings.Join(found[i:i+3], " ")] = true
	}
	return runs
}

// verbs are the verbs that an item may begin with: each names something that leaves a trace.
var verbs = sync.OnceValue(func() map[string]bool {
	return wordSet(`
adapt add adjust adopt agree align allocate alter analyse annotate answer apply appoint approve
archive argue arrange assemble assess assign attach audit authenticate authorise automate back balance
benchmark block book bound brief bring budget build cache calculate calibrate call cap capture carry
catalogue change chart check choose cite classify clean close coach collect combine commission
commit compare compile complete compose compute configure confirm connect contain contribute
convert correct correlate count cover create cut date debug decide declare decline defend define delegate
delete deliver demonstrate deploy derive describe design detect determine diagnose diagram direct disclose
discover display distribute document draft draw drill drop edit eliminate embed encode encrypt enforce
enrol ensure escalate establish estimate evaluate examine exchange execute exercise expire explain
export expose express extend extract facilitate fail fetch file fill filter find fix flag follow
forecast format formulate fund gate gather generate give govern grant group guard guide halve hand handle
hash hold host identify implement import improve index inform initiate inject insert inspect install
instrument integrate interpret interview introduce invalidate inventory investigate invite isolate
issue join judge justify keep label launch lead limit link list load locate lock log lower maintain make
manage map mark match measure mentor merge migrate mirror model moderate monitor move name negotiate
normalise notify observe obtain offer open operate order organise outline own pack page parse partition
pass patch pay perform pick pilot pin place plan plot point post predict prepare present preserve
prevent price print prioritise probe process produce profile project promote propose protect prototype
prove provide provision publish pull purge push put query question queue quote raise rank rate reach
read rebuild recommend reconcile reconstruct record recover reduce refactor refresh refuse register
reject release remove rename render renew reorder repair repeat replace replay replicate reply report
represent reproduce request require research reserve reset resolve respond restore restrict retire
retrieve return reuse review revise revoke rewrite roll rotate route run sample save scale scan schedule
score script secure segment select send separate serve set settle shape share shard ship show sign
simulate size sketch solve sort specify split sponsor stage standardise start state steer stop store
stream structure submit summarise supervise support survey switch synthesise tag take teach tell test
throttle tighten time trace track trade train transfer transform translate trigger trim tune turn
type uncover undo unify update upgrade use validate vary verify version walk warn watch weigh withdraw
work wrap write`)
})

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for _, word := range strings.Fields(words) {
		set[word] = true
	}
	return set
}
