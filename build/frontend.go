package main

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// The frontend's folder, and where Vite puts what main.go embeds.
const (
	frontend = "frontend"
	page     = "frontend/packed/index.html"
)

// frontendParts make what the window shows, where that is not there yet.
var frontendParts = []part{
	{"Installing the packages of the frontend", installNodePackages},
	{"Building the frontend", buildFrontendIfOld},
}

// installNodePackages installs what package-lock.json names, unless that has been done since it
// last changed. npm writes its record when it is through, so half an installation does not count.
func installNodePackages(ctx context.Context, c *console) error {
	installed, err := modified("frontend/node_modules/.package-lock.json")
	if err != nil {
		return err
	}
	locked, err := modified("frontend/package-lock.json")
	if err != nil {
		return err
	}
	if installed.After(locked) {
		return nil
	}
	return c.runIn(ctx, frontend, "npm", "ci", "--no-audit", "--no-fund")
}

// buildFrontendIfOld builds the frontend unless nothing that goes into it is newer than what was
// built.
func buildFrontendIfOld(ctx context.Context, c *console) error {
	built, err := modified(page)
	if err != nil {
		return err
	}
	// The window takes its words from the message catalogue that Go reads.
	for _, folder := range []string{frontend, "internal/locale"} {
		changed, err := newest(folder)
		if err != nil {
			return err
		}
		if changed.After(built) {
			return buildFrontend(ctx, c)
		}
	}
	return nil
}

func buildFrontend(ctx context.Context, c *console) error {
	return c.runIn(ctx, frontend, "npm", "run", "build")
}

// modified returns when a file was last written: the zero time, older than everything, where there
// is none.
func modified(path string) (time.Time, error) {
	info, err := os.Stat(path)
	if errors.Is(err, os.ErrNotExist) {
		return time.Time{}, nil
	}
	if err != nil {
		return time.Time{}, err
	}
	return info.ModTime(), nil
}

// newest returns when anything below folder was last written. A folder counts too, because that is
// where the removal of a file shows. What tools write there themselves does not count.
func newest(folder string) (time.Time, error) {
	var last time.Time
	err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if path == folder {
			return nil
		}
		name := entry.Name()
		if entry.IsDir() && (name == "node_modules" || name == "dist" || name == "packed" || strings.HasPrefix(name, ".")) {
			return fs.SkipDir
		}
		info, err := entry.Info()
		if err != nil {
			return err
		}
		if info.ModTime().After(last) {
			last = info.ModTime()
		}
		return nil
	})
	return last, err
}
