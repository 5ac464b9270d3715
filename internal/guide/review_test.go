package guide

import (
	"encoding/csv"
	"fmt"
	"io/fs"
	"math"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"go.yaml.in/yaml/v3"
)

// The blind sorting of a guide stands in its folder review: one sheet for each pass, with the level
// and the strand that a judge gave to each statement without seeing the guide, and agreement.yaml
// with what follows from them. review/README.md says how the passes were made.

// agreement is what one round of blind sorting says about a guide.
type agreement struct {
	Round     int     `yaml:"round"`
	Passes    int     `yaml:"passes"`
	Exact     float64 `yaml:"exact"`      // share of placements on the item's own level
	WithinOne float64 `yaml:"within_one"` // share at most one level away
	Kappa     float64 `yaml:"kappa"`      // quadratically weighted, mean over the passes
	Strand    float64 `yaml:"strand"`     // share of placements in the item's own strand
	// Unclear are the items that fewer than three in four passes put on their level.
	Unclear []string `yaml:"unclear,flow"`
}

// placement is where a judge put a statement.
type placement struct {
	level  int
	strand string
}

func TestAgreementFiguresFollowFromTheSheets(t *testing.T) {
	eachShipped(t, func(t *testing.T, files fs.FS, slug string) {
		rounds, err := fs.Glob(files, path.Join(slug, "review", "round-*"))
		if err != nil {
			t.Fatal(err)
		}
		if len(rounds) == 0 {
			t.Logf("NOT RUN: %s has not been sorted yet", slug)
			return
		}
		var computed []agreement
		for i := range rounds {
			computed = append(computed, agree(t, files, slug, i+1))
		}
		name := filepath.Join("library", slug, "review", "agreement.yaml")
		if *update {
			text, err := yaml.Marshal(computed)
			if err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(name, text, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		var written []agreement
		if err := yaml.Unmarshal(data, &written); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(computed, written); diff != "" {
			t.Errorf("agreement.yaml does not follow from the sheets (-computed +written):\n%s", diff)
		}
	})
}

// agree computes the figures of one round from its sheets. A statement is held against the level
// and strand that its item had in that round, which the sheet notes.
func agree(t *testing.T, files fs.FS, slug string, round int) agreement {
	t.Helper()
	sheets, err := fs.Glob(files, path.Join(slug, "review", fmt.Sprintf("round-%d", round), "pass-*.csv"))
	if err != nil || len(sheets) < 4 {
		t.Fatalf("round %d has %d sheets, four are needed (%v)", round, len(sheets), err)
	}
	a := agreement{Round: round, Passes: len(sheets), Unclear: []string{}}
	own := map[string]placement{}
	right := map[string]int{}
	var placements, kappas float64
	for _, sheet := range sheets {
		given, truth := readSheet(t, files, sheet)
		for id, p := range given {
			own[id] = truth[id]
			placements++
			if p.level == truth[id].level {
				a.Exact++
				right[id]++
			}
			if distance := p.level - truth[id].level; distance >= -1 && distance <= 1 {
				a.WithinOne++
			}
			if p.strand == truth[id].strand {
				a.Strand++
			}
		}
		kappas += weightedKappa(given, truth)
	}
	a.Exact = rounded(a.Exact / placements)
	a.WithinOne = rounded(a.WithinOne / placements)
	a.Strand = rounded(a.Strand / placements)
	a.Kappa = rounded(kappas / float64(len(sheets)))
	for id := range own {
		if right[id]*4 < len(sheets)*3 {
			a.Unclear = append(a.Unclear, id)
		}
	}
	slices.Sort(a.Unclear)
	return a
}

// readSheet reads a sheet with the columns item, level, strand, own level and own strand.
func readSheet(t *testing.T, files fs.FS, name string) (given, own map[string]placement) {
	t.Helper()
	file, err := files.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	rows, err := csv.NewReader(file).ReadAll()
	if err != nil || len(rows) != 1+Levels*ItemsPerLevel || strings.Join(rows[0], ",") != "item,level,strand,own_level,own_strand" {
		t.Fatalf("%s is no sheet of 70 statements (%v)", name, err)
	}
	given, own = map[string]placement{}, map[string]placement{}
	for i, row := range rows[1:] {
		level, err1 := strconv.Atoi(row[1])
		ownLevel, err2 := strconv.Atoi(row[3])
		if err1 != nil || err2 != nil || level < 1 || level > Levels || ownLevel < 1 || ownLevel > Levels {
			t.Fatalf("%s:%d: %v is no placement", name, i+2, row)
		}
		given[row[0]] = placement{level, row[2]}
		own[row[0]] = placement{ownLevel, row[4]}
	}
	if len(given) != Levels*ItemsPerLevel {
		t.Fatalf("%s places %d items", name, len(given))
	}
	return given, own
}

// weightedKappa returns Cohen's kappa with quadratic weights between a judge's levels and the
// guide's: 1 is full agreement, 0 what chance would give.
// After Cohen (1968), Psychological Bulletin 70(4), 213-220.
func weightedKappa(given, own map[string]placement) float64 {
	var judge, guide [Levels + 1]float64
	observed := 0.0
	for id, p := range given {
		judge[p.level]++
		guide[own[id].level]++
		observed += float64((p.level - own[id].level) * (p.level - own[id].level))
	}
	n := float64(len(given))
	expected := 0.0
	for i := range judge {
		for j := range guide {
			expected += judge[i] * guide[j] / n * float64((i-j)*(i-j))
		}
	}
	return 1 - observed/expected
}

func rounded(x float64) float64 { return math.Round(x*1000) / 1000 }

func TestKappaIsOneForAgreementAndZeroForChance(t *testing.T) {
	own, same, flat := map[string]placement{}, map[string]placement{}, map[string]placement{}
	for i := range Levels * Levels {
		id := strconv.Itoa(i)
		own[id] = placement{level: 1 + i/7}
		same[id] = own[id]
		flat[id] = placement{level: 1 + i%7}
	}
	if k := weightedKappa(same, own); k != 1 {
		t.Errorf("full agreement gives %v", k)
	}
	if k := weightedKappa(flat, own); math.Abs(k) > 1e-9 {
		t.Errorf("chance gives %v", k)
	}
}
