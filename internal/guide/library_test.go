package guide

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"go.yaml.in/yaml/v3"
)

var update = flag.Bool("update", false, "write the compiled guides and the ledgers of drafts anew")

// eachShipped calls check for every guide of the library.
func eachShipped(t *testing.T, check func(t *testing.T, files fs.FS, slug string)) {
	t.Helper()
	files := os.DirFS("library")
	slugs, err := NewLibrary(files).Slugs()
	if err != nil {
		t.Fatal(err)
	}
	if len(slugs) == 0 {
		t.Fatal("the library is empty")
	}
	for _, slug := range slugs {
		t.Run(slug, func(t *testing.T) { check(t, files, slug) })
	}
}

func TestEveryShippedGuideKeepsTheRules(t *testing.T) {
	eachShipped(t, func(t *testing.T, files fs.FS, slug string) {
		for _, fault := range Validate(files, slug) {
			t.Error(fault)
		}
	})
}

func TestEveryShippedGuideHasSeventyItemsInEnglishAndKorean(t *testing.T) {
	eachShipped(t, func(t *testing.T, files fs.FS, slug string) {
		for _, language := range []string{DefaultLanguage, "ko"} {
			g, err := NewLibrary(files).Guide(slug, language)
			if err != nil {
				t.Fatal(err)
			}
			if g.Language != language || g.Items() != Levels*ItemsPerLevel || len(g.Fallback) > 0 {
				t.Errorf("%s: the words are %q, %d items, English stands in for %v", language, g.Language, g.Items(), g.Fallback)
			}
		}
	})
}

func TestEveryRelatedGuideIsOneThatIsPlanned(t *testing.T) {
	// A guide may name one that is not in the library yet; the window leaves it out. A slip of the
	// pen in a slug would stay unseen, so the names are held here.
	planned := map[string]bool{
		"backend-engineering": true, "ai-utilization": true, "blockchain-technology": true, "cloud-computing": true,
		"cybersecurity-awareness": true, "data-analysis": true, "data-engineering": true,
	}
	eachShipped(t, func(t *testing.T, files fs.FS, slug string) {
		g, err := NewLibrary(files).Guide(slug, DefaultLanguage)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range g.Related {
			if !planned[r.Slug] || r.Slug == slug {
				t.Errorf("%q is no other guide", r.Slug)
			}
		}
	})
}

func TestNoPublishedIdentifierVanishesIsReusedOrChangesItsMeaning(t *testing.T) {
	eachShipped(t, func(t *testing.T, files fs.FS, slug string) {
		g, err := NewLibrary(files).Guide(slug, DefaultLanguage)
		if err != nil {
			t.Fatal(err)
		}
		ledger, err := ReadLedger(files, slug)
		if errors.Is(err, fs.ErrNotExist) && *update {
			ledger, err = &Ledger{Slug: slug}, nil
		}
		if err != nil {
			t.Fatal(err)
		}
		if *update {
			ledger = ledger.Renew(g)
			writeLedger(t, filepath.Join("library", slug, ledgerName), ledger)
		}
		for _, complaint := range ledger.Check(g) {
			t.Errorf("%s (drafts are listed anew by: go test ./internal/guide -run Published -update)", complaint)
		}
	})
}

func TestCompiledGuidesAreThoseOfTheLibrary(t *testing.T) {
	files := os.DirFS("library")
	expected := map[string]bool{}
	eachShipped(t, func(t *testing.T, files fs.FS, slug string) {
		shelf := folderShelf{files}
		for base, content := range map[string]any{structureName: &structureFile{}, pastName: &pastFile{}, "en.yaml": &textFile{}, "ko.yaml": &textFile{}} {
			switch err := shelf.read(path.Join(slug, base), content); {
			case base == pastName && errors.Is(err, fs.ErrNotExist):
				continue
			case err != nil:
				t.Fatal(err)
			}
			name := compiledName(slug, base)
			expected[filepath.Base(name)] = true
			if *update {
				writeCompiled(t, name, content)
			}
		}
		languages, err := NewLibrary(files).Languages(slug)
		if err != nil {
			t.Fatal(err)
		}
		for _, language := range languages {
			want, err := NewLibrary(files).Guide(slug, language)
			if err != nil {
				t.Fatal(err)
			}
			got, err := load(language, func(base string, into any) error { return readCompiled(os.DirFS("."), compiledName(slug, base), into) })
			if err != nil {
				t.Fatalf("%v (write it anew: see compiled.go)", err)
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%s in %s is not of today's library; write it anew, see compiled.go:\n%s", slug, language, diff)
			}
			name := compiledOutlineName(slug, language)
			expected[filepath.Base(name)] = true
			if *update {
				writeOutline(t, name, want)
			}
			outline, err := readOutline(os.DirFS("."), name)
			if err != nil {
				t.Fatalf("%v (write it anew: see compiled.go)", err)
			}
			want, err = NewLibrary(files).Outline(slug, language)
			if diff := cmp.Diff(want, outline); err != nil || diff != "" {
				t.Errorf("%s is not of today's library (%v); write it anew, see compiled.go:\n%s", name, err, diff)
			}
		}
	})
	entries, err := os.ReadDir("compiled")
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		if !expected[entry.Name()] {
			t.Errorf("compiled/%s belongs to no guide of the library", entry.Name())
		}
	}
	slugs, err := NewLibrary(files).Slugs()
	if err != nil {
		t.Fatal(err)
	}
	shipped, err := Shipped().Slugs()
	if diff := cmp.Diff(slugs, shipped); diff != "" && !*update {
		t.Errorf("the program has other guides than the library (-library +program, %v):\n%s", err, diff)
	}
}

func writeCompiled(t *testing.T, name string, content any) {
	t.Helper()
	var out bytes.Buffer
	packed, err := gzip.NewWriterLevel(&out, gzip.BestCompression)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.NewEncoder(packed).Encode(content); err != nil {
		t.Fatal(err)
	}
	if err := packed.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, out.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}

func writeOutline(t *testing.T, name string, g *Guide) {
	t.Helper()
	file, err := outlineOf(g)
	if err != nil {
		t.Fatal(err)
	}
	text, err := json.Marshal(file)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, append(text, '\n'), 0o644); err != nil {
		t.Fatal(err)
	}
}

func writeLedger(t *testing.T, name string, ledger *Ledger) {
	t.Helper()
	var out bytes.Buffer
	fmt.Fprintln(&out, "# Every item identifier that this guide ever published. See Ledger in internal/guide/ledger.go.")
	encoder := yaml.NewEncoder(&out)
	encoder.SetIndent(2)
	if err := encoder.Encode(ledger); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, out.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}

// TestOneRoleHasOneNameInKorean holds the last word of every level's title to one word in Korean,
// whichever guide it stands in.
func TestOneRoleHasOneNameInKorean(t *testing.T) {
	// In Korean an 아키텍트 builds systems; who shapes a culture is called a 설계자.
	exceptions := map[string]bool{"Culture Architect": true}
	type role struct{ korean, where string }
	roles := map[string]role{}
	eachShipped(t, func(t *testing.T, files fs.FS, slug string) {
		library := NewLibrary(files)
		english, err := library.Outline(slug, DefaultLanguage)
		if err != nil {
			t.Fatal(err)
		}
		korean, err := library.Outline(slug, "ko")
		if err != nil {
			t.Fatal(err)
		}
		for i, level := range english.Levels {
			if exceptions[level.Title] {
				continue
			}
			word := lastWord(level.Title)
			found := role{lastWord(korean.Levels[i].Title), fmt.Sprintf("%s, level %d", slug, level.Number)}
			if before, met := roles[word]; met && before.korean != found.korean {
				t.Errorf("%s is %s (%s) and %s (%s)", word, before.korean, before.where, found.korean, found.where)
			} else if !met {
				roles[word] = found
			}
		}
	})
	if len(roles) < 10 {
		t.Errorf("only %d roles were compared", len(roles))
	}
}

func lastWord(title string) string { return title[strings.LastIndex(title, " ")+1:] }
