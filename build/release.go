package main

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"time"
)

// release names what is built. All of it comes from the commit and none from the clock, so that the
// same commit gives the same bytes on any day.
type release struct {
	version string    // semantic: "1.2.3", and between releases "1.2.4-dev.56"
	commit  string    // in full; "" outside a checkout of git
	moment  time.Time // of the commit, in UTC
}

// tagged is the form of a release's tag.
const tagged = "v[0-9]*.[0-9]*.[0-9]*"

// currentRelease asks git what is checked out.
func currentRelease(ctx context.Context) (release, error) {
	commit, err := git(ctx, "log", "-1", "--format=%H %ct")
	if err != nil {
		return release{}, err
	}
	hash, seconds, _ := strings.Cut(commit, " ")
	at, err := strconv.ParseInt(seconds, 10, 64)
	if err != nil {
		return release{}, fmt.Errorf("read the day of the commit: %w", err)
	}
	r := release{commit: hash, moment: time.Unix(at, 0).UTC()}
	described, err := git(ctx, "describe", "--tags", "--long", "--match", tagged)
	if err != nil { // there was no release yet
		count, err := git(ctx, "rev-list", "--count", "HEAD")
		if err != nil {
			return release{}, err
		}
		described = "v0.0.0-" + count + "-g" + hash
	}
	if r.version, err = versionOf(described); err != nil {
		return release{}, err
	}
	changed, err := git(ctx, "status", "--porcelain", "--untracked-files=no")
	if err != nil {
		return release{}, err
	}
	if changed != "" {
		r.version += suffix(r.version) + "changed"
	}
	return r, nil
}

// versionOf returns the version that `git describe --long` means: that of the tag, or one before the
// next patch release.
func versionOf(described string) (string, error) {
	parts := strings.Split(strings.TrimPrefix(described, "v"), "-")
	if len(parts) < 3 {
		return "", fmt.Errorf("%q is not what git describe prints", described)
	}
	tag, since := strings.Join(parts[:len(parts)-2], "-"), parts[len(parts)-2]
	if since == "0" {
		return tag, nil
	}
	core, pre, isPre := strings.Cut(tag, "-")
	if isPre {
		return core + "-" + pre + ".dev." + since, nil
	}
	numbers := strings.Split(core, ".")
	patch, err := strconv.Atoi(numbers[len(numbers)-1])
	if err != nil || len(numbers) != 3 {
		return "", fmt.Errorf("the tag v%s is no version", tag)
	}
	numbers[2] = strconv.Itoa(patch + 1)
	if core == "0.0.0" {
		numbers[2] = "0"
	}
	return strings.Join(numbers, ".") + "-dev." + since, nil
}

// suffix returns what joins one more word to a version: a dash before the first, a point before the
// others.
func suffix(version string) string {
	if strings.Contains(version, "-") {
		return "."
	}
	return "-"
}

// git asks the checkout something. Where it belongs to another account git refuses, unless told.
func git(ctx context.Context, args ...string) (string, error) {
	return output(ctx, "git", append([]string{"-c", "safe.directory=*"}, args...)...)
}

// stable reports whether this is a release rather than something on the way to one.
func (r release) stable() bool { return r.version != "" && !strings.Contains(r.version, "-") }

// date is the day of the commit: "2026-11-26".
func (r release) date() string { return r.moment.Format(time.DateOnly) }

// epoch is the moment of the commit as tools take it from SOURCE_DATE_EPOCH.
func (r release) epoch() string { return strconv.FormatInt(r.moment.Unix(), 10) }

// linkerFlags tells the program which build it is, and leaves out what only a debugger reads.
func (r release) linkerFlags() string {
	flags := "-s -w -buildid="
	if r.commit != "" {
		flags += " -X main.version=" + r.version + " -X main.commit=" + r.commit + " -X main.date=" + r.date()
	}
	return flags
}

// numbers returns the version as the four numbers that Windows compares.
func (r release) numbers() string {
	core, _, _ := strings.Cut(r.version, "-")
	return core + ".0"
}
