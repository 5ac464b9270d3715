package main

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing/fstest"
	"time"

	"github.com/google/uuid"

	"github.com/levelica/levelica/app"
	"github.com/levelica/levelica/internal/journal"
	"github.com/levelica/levelica/internal/progress"
)

// The large journal is one of ten people who have rated every guide for twenty years.
const (
	manyMarks    = 1_000_000
	manyProfiles = 10
	manyYears    = 20
	memoryLimit  = 200 // MB: less than the marks themselves would take
)

// measureScale does what a person does with a journal of a million marks, in turn with one of a
// few hundred.
func measureScale(ctx context.Context, s settings) (_ section, err error) {
	sec := section{
		Title: "A large journal",
		Method: fmt.Sprintf("What the window asks Go for, without the window, in turn with a journal of %d marks of one person: %d marks of "+
			"%d people over %d years, on all guides. Starting opens the journal and makes what the first screen shows.",
			aRecord, manyMarks, manyProfiles, manyYears),
	}
	folder, err := os.MkdirTemp(s.scratch, "scale-")
	if err != nil {
		return sec, err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(folder)) }()
	small, large := filepath.Join(folder, "small"), filepath.Join(folder, "large")
	if err := fillJournal(ctx, small, 1, aRecord, manyYears); err != nil {
		return sec, err
	}
	if err := fillJournal(ctx, large, manyProfiles, manyMarks, manyYears); err != nil {
		return sec, err
	}
	for _, task := range []struct {
		name   string
		target float64
		rounds int
		do     func(*app.App) error
	}{
		{"start", 1.5, 15, ask("/start.json")},
		{"open a guide", 1.2, 30, ask("/guide/" + slug + ".json")},
		{"rate an item", 1.2, 60, rateOne},
		{"the history of a guide", 0, 5, ask("/history/" + slug + ".json")},
		{"insights", 0, 5, ask("/insights/" + slug + ".json")},
		{"a report", 0, 10, func(a *app.App) error {
			_, err := a.PreviewReport(app.ReportRequest{Guides: []string{slug}, Items: true})
			return err
		}},
		{"a backup", 0, 2, func(a *app.App) error {
			_, err := a.MakeBackup()
			return err
		}},
	} {
		var floor, ours sample
		timed := func(dir string, into *sample) func() error {
			var opened *app.App
			return func() error {
				// A start is that of a program which has read nothing yet.
				a := opened
				if a == nil || task.name == "start" {
					a = app.New(app.Config{DataDir: dir})
				}
				if task.name != "start" && opened == nil {
					if err := ask("/start.json")(a); err != nil {
						return err
					}
					opened = a
				}
				begin := time.Now()
				err := task.do(a)
				*into = append(*into, milliseconds(time.Since(begin)))
				return err
			}
		}
		if err := inTurn(task.rounds, timed(small, &floor), timed(large, &ours)); err != nil {
			return sec, fmt.Errorf("%s: %w", task.name, err)
		}
		sec.Figures = append(sec.Figures, compareAt(0.5, task.name, "ms", floor, ours, task.target))
	}
	if held, err := mostHeld(); err == nil {
		sec.Figures = append(sec.Figures, within("memory that all of it held at most, with making the journals", "MB", held, nil, memoryLimit))
	}
	return sec, nil
}

// mostHeld returns the most memory that this process has had at a time, in MB. Only Linux tells.
func mostHeld() (float64, error) {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0, err
	}
	_, after, found := strings.Cut(string(status), "VmHWM:")
	fields := strings.Fields(after)
	if !found || len(fields) == 0 {
		return 0, errors.New("/proc/self/status has no VmHWM")
	}
	kilobytes, err := strconv.ParseFloat(fields[0], 64)
	return kilobytes / 1024, err
}

// ask returns a task that gets a file as the window does.
func ask(path string) func(*app.App) error {
	return func(a *app.App) error {
		answer := httptest.NewRecorder()
		app.Assets(a, fstest.MapFS{}).Middleware(http.NotFoundHandler()).ServeHTTP(answer, httptest.NewRequest(http.MethodGet, path, nil))
		if answer.Code != http.StatusOK {
			return fmt.Errorf("%s: %d %s", path, answer.Code, answer.Body)
		}
		return nil
	}
}

func rateOne(a *app.App) error {
	id, err := uuid.NewV7()
	if err != nil {
		return err
	}
	_, err = a.SetMarks(slug, []app.MarkRequest{{ID: id.String(), Item: "be-001", Verdict: "on-my-own"}})
	return err
}

// fillJournal makes a journal and writes marks into it, as many for each person, spread over all
// items and over the years.
func fillJournal(ctx context.Context, dir string, people, marks, years int) (err error) {
	j, err := journal.Open(ctx, dir, journal.Options{Person: "0"})
	if err != nil {
		return err
	}
	ids := []string{j.Profile().ID}
	for n := 1; n < people; n++ {
		p, err := j.AddProfile(ctx, fmt.Sprint(n))
		if err != nil {
			return errors.Join(err, j.Close())
		}
		ids = append(ids, p.ID)
	}
	if err := j.Close(); err != nil {
		return err
	}
	raw, err := openRawAt(ctx, filepath.Join(dir, journal.FileName), insert)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, raw.close()) }()
	items, err := allItems()
	if err != nil {
		return err
	}
	return raw.fill(ctx, ids, items, marks, years)
}

type item struct {
	guide, id, digest string
	edition           int
}

func allItems() ([]item, error) {
	slugs, err := library.Slugs()
	if err != nil {
		return nil, err
	}
	var all []item
	for _, slug := range slugs {
		g, err := library.Guide(slug, "en")
		if err != nil {
			return nil, err
		}
		for _, level := range g.Levels {
			for _, it := range level.Items {
				all = append(all, item{g.Slug, it.ID, it.Digest, g.Edition})
			}
		}
	}
	return all, nil
}

// fill writes marks in one transaction.
func (r *rawJournal) fill(ctx context.Context, people []string, items []item, marks, years int) error {
	tx, err := r.db.BeginTx(ctx, &sql.TxOptions{})
	if err != nil {
		return err
	}
	statement := tx.StmtContext(ctx, r.insert)
	begin := time.Now().AddDate(-years, 0, 0)
	step := time.Since(begin) / time.Duration(marks+1)
	for n := range marks {
		at := begin.Add(time.Duration(n) * step)
		it := items[n%len(items)]
		id, err := uuid.NewV7()
		if err == nil {
			_, err = statement.ExecContext(ctx, id.String(), people[n/len(items)%len(people)], it.guide, it.id, n%4, string(progress.OriginSelf), "",
				it.edition, it.digest, r.device, int64(progress.Tick(0, at)), at.UnixMilli())
		}
		if err != nil {
			return errors.Join(err, tx.Rollback())
		}
	}
	return tx.Commit()
}
