package guide

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// ByTitle lists the slugs of all guides in the order of their titles in a language: the one order of
// every list of guides that has no other. A guide that cannot be read stands where its slug would;
// whoever reads it next is told why. It fails when the folder cannot be read.
func (l *Library) ByTitle(language string) ([]string, error) {
	slugs, err := l.Slugs()
	if err != nil {
		return nil, err
	}
	keys := map[string]string{}
	for _, slug := range slugs {
		title := slug
		if g, err := l.Outline(slug, language); err == nil {
			title = g.Title
		}
		keys[slug] = titleKey(title, language)
	}
	slugs = slices.Clone(slugs)
	slices.SortStableFunc(slugs, func(a, b string) int { return cmp.Compare(keys[a], keys[b]) })
	return slugs, nil
}

// titleKey turns a title into a text whose order, letter by letter, is that of an index in the
// language: without regard to case and accents, signs before digits before letters, and in Korean
// Hangul before the letters of others. golang.org/x/text/collate would put Latin first there, and
// its tables weigh 1.25 MB.
func titleKey(title, language string) string {
	var key strings.Builder
	for _, r := range norm.NFKD.String(strings.ToLower(title)) {
		switch {
		case unicode.Is(unicode.Mn, r):
			continue
		case unicode.IsDigit(r):
			key.WriteByte('1')
		case !unicode.IsLetter(r):
			key.WriteByte('0')
		case language == "ko" && !unicode.Is(unicode.Hangul, r):
			key.WriteByte('3')
		default:
			key.WriteByte('2')
		}
		key.WriteRune(r)
	}
	return key.String()
}
