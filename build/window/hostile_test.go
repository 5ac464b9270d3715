//go:build window

package window

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"html"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/levelica/levelica/build/window/atspi"
	"github.com/levelica/levelica/build/window/x11"
	"github.com/levelica/levelica/internal/form"
	"github.com/levelica/levelica/internal/progress"
)

// build builds a program as people get it, but for what the linker is told.
func build(t *testing.T, pkg string, flags ...string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "program")
	cmd := exec.CommandContext(t.Context(), "go", append(append([]string{"build", "-buildvcs=false", "-trimpath", "-tags", "desktop,production,webkit2_41"}, flags...), "-o", path, pkg)...)
	cmd.Dir = filepath.Join("..", "..")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("build %s: %v\n%s", pkg, err, out)
	}
	return path
}

// filledForm fills in a form as somebody with a hostile name does.
func (s *session) filledForm(rater string) string {
	s.t.Helper()
	var f form.Form
	if err := json.Unmarshal([]byte(s.command("rater", "form", backend, "-o", "-")), &f); err != nil {
		s.t.Fatal(err)
	}
	f.Rater = rater
	for _, item := range f.Items[:3] {
		verdict := progress.OnMyOwn.String()
		f.Answers = append(f.Answers, form.Answer{Item: item.ID, Verdict: verdict, Seal: form.Seal(f.ID, f.Rater, item.ID, verdict)})
	}
	path := filepath.Join(s.t.TempDir(), "form.json")
	data, err := json.Marshal(f)
	if err == nil {
		err = os.WriteFile(path, data, 0o600)
	}
	if err != nil {
		s.t.Fatal(err)
	}
	return path
}

// hostileSession starts a session with a hostile guide and a journal full of payloads.
func hostileSession(t *testing.T, b *beacon, texts []string, variables ...string) *session {
	t.Helper()
	s := begin(t, 1280, 800, variables...)
	s.program = build(t, ".", "-ldflags", "-s -w -X github.com/levelica/levelica/internal/guide.folder="+hostileLibrary(t, texts))
	for n := 1; n <= 8; n++ {
		s.command("mark", backend, fmt.Sprintf("be-%03d", n), "on-my-own")
	}
	for note := range slices.Chunk(texts, 10) { // a note has an end
		s.command("evidence", "add", backend, "be-001", "--note", strings.Join(note, " "), "--seen-by", note[0])
	}
	s.command("evidence", "add", backend, "be-001", "--link", `https://localhost/?"><svg/onload=fetch('`+b.URL+`/0')>`, "--shows", texts[0])
	// A slash cannot be in a name, but what it says can.
	hidden := base64.RawStdEncoding.EncodeToString([]byte("fetch('" + b.URL + "/0')"))
	file := filepath.Join(t.TempDir(), `"><img src=x onerror=eval(atob('`+strings.ReplaceAll(hidden, "/", "_")+`'))>`)
	if err := os.WriteFile(file, []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	s.command("evidence", "add", backend, "be-001", "--file", file, "--shows", texts[3])
	s.command("rater", "read", backend, s.filledForm(texts[3]))
	edit(t, filepath.Join(s.data, "journal.db"), "UPDATE profile SET name = '"+strings.ReplaceAll(texts[3]+texts[0], "'", "''")+"'")
	return s
}

func TestHostileTextsDoNothingInTheWindow(t *testing.T) {
	b := lightBeacon(t)
	texts := payloads(t, b)
	path, opened := browser(t)
	s := hostileSession(t, b, texts, path)
	w := s.start()
	w.element("link", say(t, "guides"))
	w.focus()
	show := func(args ...string) {
		t.Helper()
		if code := s.start(args...).awaitEnd(); code != 0 {
			t.Fatalf("%v ended with code %d", args, code)
		}
	}
	for _, place := range []string{"guides", "find", "insights", "fresh", "report", "settings", "help"} {
		show("--place", place)
		if place == "help" { // its first topic is its title
			w.see("help", func(tree *atspi.Element) bool { return tree.Find("heading", say(t, "settings")) == nil })
			continue
		}
		w.element("heading", say(t, place))
	}
	for level := 1; level <= 7; level++ {
		show(fmt.Sprintf("levelica://guide/%s/level/%d", backend, level))
		w.see("the level", func(tree *atspi.Element) bool {
			return slices.ContainsFunc(tree.Every("page tab"), func(tab *atspi.Element) bool {
				n, ok := rung(tab.Name)
				return ok && n == level && tab.States.Has(atspi.Selected)
			}) && len(tree.Every("check box")) >= 10
		})
	}
	for _, part := range []struct{ tab, heading string }{
		{"about", "about.glossary"}, {"progress", "progress.changes"}, {"related", "about.related"},
	} {
		w.do("link", say(t, "guide.tab."+part.tab))
		w.element("heading", say(t, part.heading))
	}
	w.do("button", say(t, "search"))
	w.element("combo box", say(t, "search.field"))
	w.write("fetch")
	w.see("what was found", func(tree *atspi.Element) bool {
		return len(tree.Every("list item")) > 0 || len(tree.Every("option")) > 0 || len(tree.Every("menu item")) > 0
	})
	w.press(x11.Escape)

	// What looks like a link and is none is never handed to the browser.
	w.do("link", say(t, "guide.tab.about"))
	w.element("heading", say(t, "about.glossary"))
	for n := range 5 {
		w.see("links that can be followed", func(tree *atspi.Element) bool {
			sidebar := tree.Find("landmark", say(t, "places")).Every("link")
			links := slices.DeleteFunc(tree.Every("link"), func(e *atspi.Element) bool {
				return !strings.Contains(e.Name, b.URL) || slices.Contains(sidebar, e)
			})
			return len(links) > n && links[n].Do(t.Context()) == nil // else the page was drawn anew meanwhile
		})
	}
	w.see("the guide still", func(tree *atspi.Element) bool { return tree.Find("link", say(t, "guide.tab.about")) != nil })
	for _, address := range addresses(opened) {
		if !strings.HasPrefix(address, "https://doi.org/") { // which a reference may have
			t.Errorf("the browser was asked to open %q", address)
		}
	}
	if pages := w.read().Every("document"); len(pages) != 1 {
		t.Errorf("the window shows %d pages, want 1", len(pages))
	}
	w.quit()
	b.dark(t, texts)
}

// bareTexts writes a page that holds the payloads as they are, and returns its folder.
func bareTexts(t *testing.T, texts []string) string {
	t.Helper()
	dir := t.TempDir()
	var page strings.Builder
	page.WriteString("<!doctype html><meta charset=utf-8><title>Bare</title>")
	for i, text := range texts {
		// Some would end or leave the page before the others are read.
		name := fmt.Sprintf("%d.html", i)
		if err := os.WriteFile(filepath.Join(dir, name), []byte("<!doctype html><meta charset=utf-8><body>"+text), 0o600); err != nil {
			t.Fatal(err)
		}
		page.WriteString("<iframe src=" + name + "></iframe>")
	}
	if err := os.WriteFile(filepath.Join(dir, "index.html"), []byte(page.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	return dir
}

// mostRun is how many of the payloads ask for the beacon by themselves where nothing keeps them from
// it, in WebKit and in Chromium. The others wait for a click, or for the mistake of a renderer.
const mostRun = 30

func TestTheSameTextsWouldBeNoticedInAWindowThatDoesNotProtectItself(t *testing.T) {
	b := lightBeacon(t)
	texts := payloads(t, b)
	s := begin(t, 1280, 800)
	s.program = build(t, "./build/window/bare")
	s.start(bareTexts(t, texts))
	s.await(fmt.Sprintf("%d payloads have run", mostRun), func() bool {
		payloads, _ := b.count()
		return payloads >= mostRun
	})
}

// inChromium lets Chromium open a page, run what is in it for a while of its own clock, and write down
// what has become of it.
func inChromium(t *testing.T, page string) string {
	t.Helper()
	for _, name := range []string{os.Getenv("LEVELICA_CHROMIUM"), "chromium", "chromium-browser", "google-chrome"} {
		program, err := exec.LookPath(name)
		if err != nil {
			continue
		}
		ctx, cancel := context.WithTimeout(t.Context(), 2*limit)
		defer cancel()
		cmd := exec.CommandContext(ctx, program, "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
			"--user-data-dir="+t.TempDir(), "--virtual-time-budget=5000", "--dump-dom", page)
		cmd.Env = append(os.Environ(), "HOME="+t.TempDir())
		out, err := cmd.Output()
		if err != nil {
			t.Fatalf("%s: %v", program, err)
		}
		return string(out)
	}
	t.Fatal("there is no Chromium; install it, or name it in LEVELICA_CHROMIUM")
	return ""
}

func TestHostileTextsDoNothingInTheFilesThatAreExported(t *testing.T) {
	b := lightBeacon(t)
	texts := payloads(t, b)
	s := hostileSession(t, b, texts)
	dir := t.TempDir()
	report, blind := filepath.Join(dir, "report.html"), filepath.Join(dir, "form.html")
	s.command("report", backend, "--format", "html", "--evidence", "--period", "12m", "-o", report)
	s.command("rater", "form", backend, "-o", blind)
	for _, page := range []string{report, blind} {
		if shown := inChromium(t, "file://"+page); !strings.Contains(shown, html.EscapeString("<img src=x onerror=")) && !strings.Contains(shown, "&lt;img src=x onerror=") {
			t.Errorf("%s does not show the texts that it was made of", filepath.Base(page))
		}
	}
	b.dark(t, texts)

	control := lightBeacon(t)
	inChromium(t, "file://"+filepath.Join(bareTexts(t, payloads(t, control)), "index.html"))
	if payloads, _ := control.count(); payloads < mostRun {
		t.Errorf("only %d of the same texts are noticed where nothing keeps them from it", payloads)
	}
}
