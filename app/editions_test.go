package app

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/levelica/levelica/internal/guide"
	"github.com/levelica/levelica/internal/journal"
)

// The pair of editions: the one that is shipped, and a second one of the same guide, made with care.
const (
	analysis      = "data-analysis"
	secondEdition = "../internal/guide/testdata/second-edition"
)

// editionApp is the program as it comes with the first or the second edition.
func editionApp(t *testing.T, dir, language string, edition int) *App {
	t.Helper()
	c := Config{Build: BuildInfo{Version: "1.2.3"}, DataDir: dir, Language: language, Now: func() time.Time { return noon }}
	if edition == 2 {
		c.Library = guide.NewLibrary(os.DirFS(secondEdition))
	}
	a := New(c)
	t.Cleanup(func() { _ = a.close() })
	return a
}

// atLevelFour rates everything on levels 1 to 3 and eight items of level 4, da-034 and da-040 among
// them, as the first edition has them.
func atLevelFour(t *testing.T, a *App) {
	t.Helper()
	g, err := a.guides.Guide(analysis, "en")
	if err != nil {
		t.Fatal(err)
	}
	var requests []MarkRequest
	for _, l := range g.Levels[:4] {
		for i, it := range l.Items {
			if l.Number < 4 || i >= 2 {
				requests = append(requests, request(it.ID, "on-my-own"))
			}
		}
	}
	v, err := a.SetMarks(analysis, requests)
	if err != nil || v.Level != 4 {
		t.Fatal(v.Level, err)
	}
}

// updated is the program with the second edition, whose person stands on level 4 by answers of the first.
func updated(t *testing.T, dir, language string) *App {
	t.Helper()
	before := editionApp(t, dir, language, 1)
	atLevelFour(t, before)
	if err := before.close(); err != nil {
		t.Fatal(err)
	}
	return editionApp(t, dir, language, 2)
}

func receiptsOf(t *testing.T, a *App) ReceiptsView {
	t.Helper()
	v, err := a.receipts(t.Context(), analysis)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func inGroup(r ReceiptView, title string) []string {
	var items []string
	for _, g := range r.Groups {
		if strings.Contains(g.Title, title) {
			for _, it := range g.Items {
				items = append(items, it.ID)
			}
		}
	}
	return items
}

func TestANewEditionCarriesEveryAnswerWithABackupAndAReceipt(t *testing.T) {
	dir := t.TempDir()
	before := editionApp(t, dir, "en", 1)
	atLevelFour(t, before)
	if _, err := before.SetMarks(analysis, []MarkRequest{request("da-055", "with-help")}); err != nil {
		t.Fatal(err)
	}
	if err := before.close(); err != nil {
		t.Fatal(err)
	}

	a := editionApp(t, dir, "en", 2)
	v := receiptsOf(t, a)
	if len(v.Receipts) != 1 {
		t.Fatalf("%d receipts", len(v.Receipts))
	}
	r := v.Receipts[0]
	for title, want := range map[string][]string{
		"Reworded": {"da-008", "da-040", "da-055"}, "Moved": {"da-024"}, "Archived": {"da-072", "da-034"},
	} {
		got := inGroup(r, title)
		slices.Sort(got)
		slices.Sort(want)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s:\n%s", title, diff)
		}
	}
	if !slices.Equal(r.Pending, []string{"da-008", "da-040", "da-055"}) {
		t.Errorf("%v wait", r.Pending)
	}
	text := strings.Join(r.Lines, "\n")
	for _, want := range []string{"Your level stays as it was: Level 4.", "39 answers were looked at, and none is lost.", "3 items were reworded"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not said in:\n%s", want, text)
		}
	}
	all, err := journal.Backups(dir, "")
	if err != nil || len(all) == 0 || all[0].Reason != journal.ReasonEdition || all[0].Marks != 39 {
		t.Errorf("the backup before: %+v, %v", all, err)
	}
	g, err := a.openGuide(analysis)
	if err != nil || g.Receipts != 1 || !strings.Contains(g.News, "3 items were reworded: please confirm.") {
		t.Errorf("the guide says %q (%d receipts, %v)", g.News, g.Receipts, err)
	}
	if !slices.Equal(g.Standing.Suggested, []string{"da-072"}) {
		t.Errorf("%v are suggested", g.Standing.Suggested)
	}
	home, err := a.home()
	if err != nil || len(home.News) != 1 || home.News[0].Guide != analysis {
		t.Errorf("Home says %+v, %v", home.News, err)
	}
}

func TestALevelThatTheNewEditionChangesIsSaidAtOnce(t *testing.T) {
	dir := t.TempDir()
	before := editionApp(t, dir, "en", 1)
	atLevelFour(t, before)
	// Without da-024 on level 4, seven of the eight are left: da-034 is gone.
	if _, err := before.SetMarks(analysis, []MarkRequest{request("da-024", "not-yet")}); err != nil {
		t.Fatal(err)
	}
	_ = before.close()
	for language, want := range map[string]string{
		"en": "The new edition changes your level: Level 4 before, Level 3 now.", "ko": "전에는 레벨 4, 지금은 레벨 3입니다.",
	} {
		a := editionApp(t, dir, language, 2)
		g, err := a.openGuide(analysis)
		if err != nil || g.Standing.Level != 3 || !strings.Contains(g.News, want) || !strings.Contains(receiptsOf(t, a).Receipts[0].Lines[0], want) {
			t.Errorf("level %d, %q, %v", g.Standing.Level, g.News, err)
		}
		_ = a.close()
	}
}

func TestTwoComputersWithDifferentEditionsEndEqualAfterReadingEachOther(t *testing.T) {
	folder := t.TempDir()
	laptop := editionApp(t, filepath.Join(folder, "laptop"), "en", 1)
	atLevelFour(t, laptop)
	file := filepath.Join(folder, "laptop.levelica")
	if err := laptop.export(t.Context(), file, ""); err != nil {
		t.Fatal(err)
	}
	desk := editionApp(t, filepath.Join(folder, "desk"), "en", 2)
	if _, err := desk.importFrom(t.Context(), file, ""); err != nil {
		t.Fatal(err)
	}
	if _, err := desk.confirmReceipt(t.Context(), analysis, "", nil); err != nil {
		t.Fatal(err)
	}
	// The laptop, still on the first edition, answers on; then it is updated too, and both read all.
	if _, err := laptop.SetMarks(analysis, []MarkRequest{request("da-040", "can-teach"), request("da-031", "on-my-own")}); err != nil {
		t.Fatal(err)
	}
	_ = laptop.close()
	laptop = editionApp(t, filepath.Join(folder, "laptop"), "en", 2)
	read := func(to, from *App) {
		t.Helper()
		file := filepath.Join(t.TempDir(), "x.levelica")
		if err := from.export(t.Context(), file, ""); err != nil {
			t.Fatal(err)
		}
		if _, err := to.importFrom(t.Context(), file, ""); err != nil {
			t.Fatal(err)
		}
	}
	for range 2 {
		read(desk, laptop)
		read(laptop, desk)
	}
	standing := func(a *App) StandingView {
		v, err := a.standing(t.Context(), analysis)
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
	if diff := cmp.Diff(standing(laptop), standing(desk)); diff != "" {
		t.Errorf("they stand elsewhere:\n%s", diff)
	}
	if diff := cmp.Diff(receiptsOf(t, laptop), receiptsOf(t, desk)); diff != "" {
		t.Errorf("their receipts differ:\n%s", diff)
	}
	marks := func(a *App) int {
		j, err := a.openJournal(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		all, err := j.Marks(t.Context(), analysis)
		if err != nil {
			t.Fatal(err)
		}
		return len(all)
	}
	if marks(laptop) != marks(desk) || marks(desk) < 40 {
		t.Errorf("%d and %d marks", marks(laptop), marks(desk))
	}
}

func TestAJournalThatCannotBeWrittenIsReadAndCarriedLater(t *testing.T) {
	dir := t.TempDir()
	before := editionApp(t, dir, "en", 1)
	atLevelFour(t, before)
	_ = before.close()
	blocked := filepath.Join(dir, "backups")
	_ = os.RemoveAll(blocked)
	if err := os.WriteFile(blocked, nil, 0o600); err != nil { // no backup, no carrying
		t.Fatal(err)
	}
	a := editionApp(t, dir, "en", 2)
	if v := receiptsOf(t, a); len(v.Receipts) != 0 {
		t.Error("it was carried without a backup")
	}
	if v, err := a.standing(t.Context(), analysis); err != nil || v.Level != 4 {
		t.Errorf("level %d, %v", v.Level, err)
	}
	_ = a.close()
	if err := os.Remove(blocked); err != nil {
		t.Fatal(err)
	}
	if v := receiptsOf(t, editionApp(t, dir, "en", 2)); len(v.Receipts) != 1 {
		t.Error("it was not carried later")
	}
}
