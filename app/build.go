package app

import (
	"runtime/debug"
	"strings"
	"time"
)

// BuildInfo says which build of the program this is.
type BuildInfo struct {
	Version string // "1.2.3", "dev" where nobody gave it one
	Commit  string // the full name of the commit, "" where it is not known
	Date    string // the day of the commit, as 2026-11-26, "" where it is not known
}

// complete returns b with what is missing taken from what the Go command notes in a program that is
// built without a release's flags, by `wails build` for one.
func (b BuildInfo) complete() BuildInfo {
	if b.Version == "" {
		b.Version = "dev"
	}
	noted, ok := debug.ReadBuildInfo()
	if b.Commit != "" || !ok {
		return b
	}
	for _, setting := range noted.Settings {
		switch setting.Key {
		case "vcs.revision":
			b.Commit = setting.Value
		case "vcs.time":
			if at, err := time.Parse(time.RFC3339, setting.Value); err == nil {
				b.Date = at.UTC().Format(time.DateOnly)
			}
		}
	}
	return b
}

// String returns the version, and in brackets the commit and its day where they are known:
// "1.2.3 (0123456789ab, 2026-11-26)".
func (b BuildInfo) String() string {
	var known []string
	if b.Commit != "" {
		known = append(known, b.Commit[:min(12, len(b.Commit))])
	}
	if b.Date != "" {
		known = append(known, b.Date)
	}
	if len(known) == 0 {
		return b.Version
	}
	return b.Version + " (" + strings.Join(known, ", ") + ")"
}
