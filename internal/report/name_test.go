package report

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func named(title string, f Format) string {
	g := sample("backend-engineering", title)
	return New([]Subject{{Guide: g}}, Options{At: sampleTime, Strands: true}, english).FileName(f)
}

func TestAFileIsNamedAfterItsGuideAndDay(t *testing.T) {
	for title, want := range map[string]string{
		"Backend Engineering":     "Levelica Backend Engineering 2026-11-22.pdf",
		"백엔드 엔지니어링":               "Levelica 백엔드 엔지니어링 2026-11-22.pdf",
		"C++ & Rust, v2.0 (beta)": "Levelica C++ & Rust, v2.0 (beta) 2026-11-22.pdf",
		"../../etc/passwd":        "Levelica etc passwd 2026-11-22.pdf",
		`..\..\x`:                 "Levelica x 2026-11-22.pdf",
		"/absolute":               "Levelica absolute 2026-11-22.pdf",
		"C:\\Windows":             "Levelica C Windows 2026-11-22.pdf",
		"a:b":                     "Levelica a b 2026-11-22.pdf",
		"a<b>c|d?e*f\"g":          "Levelica a b c d e f g 2026-11-22.pdf",
		"CON":                     "Levelica CON 2026-11-22.pdf",
		"⚙️ Backend 👩🏽‍💻":         "Levelica Backend 2026-11-22.pdf",
		"👍":                       "Levelica 2026-11-22.pdf",
		"":                        "Levelica 2026-11-22.pdf",
		"trailing dots...":        "Levelica trailing dots 2026-11-22.pdf",
		" .hidden ":               "Levelica hidden 2026-11-22.pdf",
		"line\nbreak\ttab\x00nul": "Levelica line break tabnul 2026-11-22.pdf",
		"cafe\u0301":              "Levelica café 2026-11-22.pdf",
		"\u202Egnp":               "Levelica gnp 2026-11-22.pdf",
		"~user $HOME `x` %TEMP%":  "Levelica user HOME x TEMP 2026-11-22.pdf",
	} {
		if got := named(title, PDF); got != want {
			t.Errorf("%q is saved as %q, want %q", title, got, want)
		}
	}
	if got := threeGuides().FileName(Markdown); got != "Levelica 3 guides 2026-11-22.md" {
		t.Errorf("three guides are saved as %q", got)
	}
}

func TestAnyTitleGivesANameForEverySystem(t *testing.T) {
	check := func(t interface{ Errorf(string, ...any) }, title string) {
		name := named(title, HTML)
		switch {
		case !utf8.ValidString(name), len(name) > 143:
			t.Errorf("%d bytes: %q", len(name), name)
		case strings.ContainsAny(name, `/\:*?"<>|%$~`), strings.Contains(name, ".."), strings.HasPrefix(name, "."):
			t.Errorf("%q has what a system forbids", name)
		case !strings.HasSuffix(name, " 2026-11-22.html"), strings.Contains(name, "  "):
			t.Errorf("%q", name)
		case strings.ContainsFunc(name, func(r rune) bool { return unicode.IsControl(r) || unicode.Is(unicode.Cf, r) }):
			t.Errorf("%q has characters that nobody sees", name)
		}
	}
	for _, payload := range payloads {
		check(t, payload)
	}
	check(t, strings.Repeat("가", 100)) // 300 bytes
	rapid.Check(t, func(t *rapid.T) { check(t, rapid.String().Draw(t, "title")) })
}
