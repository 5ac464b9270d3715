package main

import (
	"cmp"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

var licenceName = regexp.MustCompile(`(?i)^(licen[cs]e|copying|notice|patents)([-.].*)?$`)

// licenceTexts returns the licence of what is in a folder, and the notices that go with it.
func licenceTexts(folder string) ([]string, error) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil, err
	}
	var names []string
	for _, entry := range entries {
		name := strings.ToLower(entry.Name())
		// A logo is no part of a program.
		if entry.Type().IsRegular() && licenceName.MatchString(name) && filepath.Ext(name) != ".go" && !strings.Contains(name, "logo") {
			names = append(names, entry.Name())
		}
	}
	// The licence before the notices.
	slices.SortStableFunc(names, func(a, b string) int { return cmp.Compare(order(a), order(b)) })
	var texts []string
	for _, name := range names {
		text, err := fs.ReadFile(os.DirFS(folder), name)
		if err != nil {
			return nil, err
		}
		texts = append(texts, tidy(string(text)))
	}
	if len(texts) == 0 {
		return nil, fmt.Errorf("there is no licence in %s", filepath.Base(folder))
	}
	return texts, nil
}

func order(name string) int {
	if strings.HasPrefix(strings.ToLower(name), "licen") {
		return 0
	}
	return 1
}

// tidy makes texts that differ in nothing but line ends and surrounding space the same.
func tidy(text string) string {
	return strings.TrimSpace(strings.ReplaceAll(text, "\r\n", "\n"))
}

// identify names a licence by words that only it has.
func identify(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	for _, known := range []struct{ words, id string }{
		{"covered by the MIT and Apache", "MIT AND Apache-2.0"},
		{"ported to Go from C files of libyaml", "MIT AND Apache-2.0"},
		{"Apache License Version 2.0", "Apache-2.0"},
		{"Mozilla Public License", "MPL-2.0"},
		{"Neither the name", "BSD-3-Clause"},
		{"names of its contributors may be used", "BSD-3-Clause"},
		{"Redistribution and use in source and binary forms", "BSD-2-Clause"},
		{"Permission to use, copy, modify, and/or distribute", "ISC"},
		{"Permission to use, copy, modify, and distribute", "ISC"},
		{"Permission is hereby granted, free of charge", "MIT"},
	} {
		if strings.Contains(text, known.words) {
			return known.id
		}
	}
	return ""
}
