package main

import "regexp"

// causes are what programs say where the machine is the matter and not the checkout, and what a person does then.
// npm, Vite, Go and the package managers each say it in their own words, among much else.
var causes = []struct {
	said   *regexp.Regexp
	advice string
}{
	{regexp.MustCompile(`ENOSPC|[Nn]o space left on device|not enough space on the disk`),
		"The disk is full, it says. Make room, then try again: what was done already is not done twice."},
	{regexp.MustCompile(`EAI_AGAIN|ENOTFOUND|ENETUNREACH|ETIMEDOUT|dial tcp|network is unreachable|Temporary failure (in name resolution|resolving)`),
		"The network did not answer, it says. The first time, packages are fetched from it: connect, then try again."},
}

// heardEnd is how much of what a program said last may name the cause.
const heardEnd = 16 << 10

// cause reads what the programs of a step print.
type cause struct{ end []byte }

// Write reads more of it. It never fails.
func (c *cause) Write(text []byte) (int, error) {
	c.end = append(c.end, text...)
	c.end = c.end[max(0, len(c.end)-heardEnd):]
	return len(text), nil
}

// advice returns what a person can do about it, or nothing where the machine is not to blame.
func (c *cause) advice() string {
	for _, known := range causes {
		if known.said.Match(c.end) {
			return known.advice
		}
	}
	return ""
}
