package main

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"time"

	"github.com/google/uuid"

	"github.com/levelica/levelica/internal/guide"
	"github.com/levelica/levelica/internal/journal"
	"github.com/levelica/levelica/internal/progress"
)

const (
	// aRecord is as many marks as a person has who has rated a guide and come back to it.
	aRecord = 300
	// block is how many marks one way of writing writes before it is another one's turn.
	block = 50
)

// insert writes a mark, as raw as it gets and as internal/journal writes it.
const insert = `INSERT INTO mark (id, profile_id, guide, item, verdict, origin, rater, edition, digest, device_id, clock, at)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`

// measureMark times durable marks, one at a time: a prepared INSERT that is a transaction by
// itself; the transaction that the journal makes, in plain SQL; and the journal.
func measureMark(ctx context.Context, s settings) (_ section, err error) {
	sec := section{Title: "A durable mark"}
	folder, err := os.MkdirTemp(s.scratch, "marks-")
	if err != nil {
		return sec, err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(folder)) }()
	place, err := fileSystem(folder)
	if err != nil {
		return sec, err
	}
	if place == "tmpfs" || place == "ramfs" {
		return sec, fmt.Errorf("%s is in memory (%s), where nothing is durable: choose a folder on a disk with -scratch", folder, place)
	}
	sec.Method = fmt.Sprintf("One row written and synchronised, %d times each way in turns of %d, in journals of the same kind "+
		"(%d marks to begin with, same schema, WAL, synchronous FULL, immediate transactions) on %s. The floor is one prepared "+
		"INSERT through the same driver.", s.marks, block, aRecord, place)

	var times markTimes
	if err := times.take(ctx, folder, (s.marks+block-1)/block); err != nil {
		return sec, err
	}
	times.compare(&sec)
	return sec, nil
}

// markTimes are how long each way of writing a mark took, a mark at a time.
type markTimes struct{ raw, plain, ours sample }

// take writes marks in turns, each way in a journal of its own in a folder.
func (t *markTimes) take(ctx context.Context, folder string, turns int) (err error) {
	ours, err := openOurs(ctx, filepath.Join(folder, "ours"))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, ours.Close()) }()
	raw, err := openRaw(ctx, filepath.Join(folder, "raw"), insert)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, raw.close()) }()
	plain, err := openRaw(ctx, filepath.Join(folder, "plain"), insert+" ON CONFLICT (id) DO NOTHING")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, plain.close()) }()

	// The program's context can be cancelled, which costs the driver a goroutine a statement.
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	tasks := []func() error{
		writeBlocks(&t.raw, func(m progress.Mark) error { return raw.insertAlone(ctx, m) }),
		writeBlocks(&t.plain, func(m progress.Mark) error { return plain.insertInTurn(ctx, m) }),
		writeBlocks(&t.ours, func(m progress.Mark) error { return ours.Record(ctx, m) }),
	}
	// The first turn prepares statements and fills caches.
	if err := inTurn(1, tasks...); err != nil {
		return err
	}
	*t = markTimes{}
	return inTurn(turns, tasks...)
}

// writeBlocks returns how one way of writing takes its turn.
func writeBlocks(times *sample, write func(progress.Mark) error) func() error {
	next := aRecord
	return func() error {
		for range block {
			m, err := newMark(next)
			if err != nil {
				return err
			}
			next++
			began := time.Now()
			if err := write(m); err != nil {
				return err
			}
			*times = append(*times, microseconds(time.Since(began)))
		}
		return nil
	}
}

// compare adds what the journal takes above the floor, and where that goes.
func (t *markTimes) compare(sec *section) {
	const target = 1.5
	for _, at := range []struct {
		name string
		q    float64
	}{{"p50", 0.5}, {"p99", 0.99}} {
		f := compareAt(at.q, "journal.Record, "+at.name, "µs", t.raw, t.ours, target)
		share := f.Ours - t.plain.at(at.q)
		f.because("allowed above the floor: %.0f µs. What there is above it:", (target-1)*f.Floor)
		f.because("%6.0f µs  the transaction around it: BEGIN IMMEDIATE, newest clock, COMMIT", t.plain.at(at.q)-f.Floor)
		f.because("%6.0f µs  gorm, and the checks of journal.Record", share)
		sec.Figures = append(sec.Figures, f,
			compareAt(at.q, "the same transaction in plain SQL, "+at.name, "µs", t.raw, t.plain, 0))
		sec.Notes = append(sec.Notes, fmt.Sprintf("gorm's share of journal.Record, %s: %.0f µs, %.0f %%", at.name, share, 100*share/f.Ours))
	}
}

// openOurs makes a journal in a folder, with as many marks as a person has.
func openOurs(ctx context.Context, folder string) (*journal.Journal, error) {
	j, err := journal.Open(ctx, folder, journal.Options{Person: "Ada"})
	if err != nil {
		return nil, err
	}
	marks := make([]progress.Mark, aRecord)
	for i := range marks {
		if marks[i], err = newMark(i); err != nil {
			return nil, errors.Join(err, j.Close())
		}
	}
	if err := j.Record(ctx, marks...); err != nil {
		return nil, errors.Join(err, j.Close())
	}
	return j, nil
}

// newMark returns the n-th mark of a person who rates the items of the guide in turn, most of them
// as done.
func newMark(n int) (progress.Mark, error) {
	g, err := library.Guide(slug, guide.DefaultLanguage)
	if err != nil {
		return progress.Mark{}, err
	}
	id, err := uuid.NewV7()
	if err != nil {
		return progress.Mark{}, err
	}
	at := n % g.Items()
	item := g.Levels[at/guide.ItemsPerLevel].Items[at%guide.ItemsPerLevel]
	verdicts := []progress.Verdict{progress.OnMyOwn, progress.OnMyOwn, progress.CanTeach, progress.WithHelp, progress.NotYet}
	return progress.Mark{
		ID: id.String(), Guide: g.Slug, Item: item.ID, Verdict: verdicts[n%len(verdicts)],
		Origin: progress.OriginSelf, Edition: g.Edition, Digest: item.Digest,
	}, nil
}

// rawJournal is a journal that is written to past internal/journal.
type rawJournal struct {
	db              *sql.DB
	insert, newest  *sql.Stmt
	profile, device string
	clock           progress.Clock
}

// openRaw makes a journal like openOurs, and opens it with the settings of internal/journal, which
// it checks, and nothing else of it.
func openRaw(ctx context.Context, folder, insert string) (_ *rawJournal, err error) {
	made, err := openOurs(ctx, folder)
	if err != nil {
		return nil, err
	}
	path := made.Path()
	if err := made.Close(); err != nil {
		return nil, err
	}
	return openRawAt(ctx, path, insert)
}

// openRawAt opens a journal that is there, with the settings of internal/journal.
func openRawAt(ctx context.Context, path, insert string) (_ *rawJournal, err error) {
	settings := url.Values{"_txlock": {"immediate"}, "_pragma": {
		"busy_timeout(5000)", "journal_mode(WAL)", "synchronous(FULL)", "foreign_keys(1)",
	}}
	address := url.URL{Scheme: "file", Opaque: (&url.URL{Path: filepath.ToSlash(path)}).EscapedPath(), RawQuery: settings.Encode()}
	r := &rawJournal{}
	if r.db, err = sql.Open("sqlite", address.String()); err != nil {
		return nil, err
	}
	r.db.SetMaxOpenConns(1)
	defer func() {
		if err != nil {
			err = errors.Join(err, r.db.Close())
		}
	}()
	if err := r.check(ctx); err != nil {
		return nil, err
	}
	row := r.db.QueryRowContext(ctx, "SELECT device_id, profile_id FROM journal")
	if err := row.Scan(&r.device, &r.profile); err != nil {
		return nil, err
	}
	if r.newest, err = r.db.PrepareContext(ctx, "SELECT coalesce(max(clock), 0) FROM mark"); err != nil {
		return nil, err
	}
	r.insert, err = r.db.PrepareContext(ctx, insert)
	return r, err
}

// check fails unless what is written is as durable as in the journal.
func (r *rawJournal) check(ctx context.Context) error {
	for pragma, want := range map[string]string{"journal_mode": "wal", "synchronous": "2", "foreign_keys": "1"} {
		var got string
		if err := r.db.QueryRowContext(ctx, "PRAGMA "+pragma).Scan(&got); err != nil {
			return err
		}
		if got != want {
			return fmt.Errorf("PRAGMA %s is %s in the floor, not %s", pragma, got, want)
		}
	}
	return nil
}

// insertAlone is the floor: the row is known, and the statement is its own transaction.
func (r *rawJournal) insertAlone(ctx context.Context, m progress.Mark) error {
	now := time.Now()
	r.clock = progress.Tick(r.clock, now)
	_, err := r.insert.ExecContext(ctx, r.values(m, r.clock, now)...)
	return err
}

// insertInTurn is the transaction of journal.Record: it reads the newest clock first.
func (r *rawJournal) insertInTurn(ctx context.Context, m progress.Mark) error {
	now := time.Now()
	tx, err := r.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	var last int64
	err = tx.StmtContext(ctx, r.newest).QueryRowContext(ctx).Scan(&last)
	if err == nil {
		_, err = tx.StmtContext(ctx, r.insert).ExecContext(ctx, r.values(m, progress.Tick(progress.Clock(last), now), now)...)
	}
	if err != nil {
		return errors.Join(err, tx.Rollback())
	}
	return tx.Commit()
}

func (r *rawJournal) values(m progress.Mark, clock progress.Clock, now time.Time) []any {
	return []any{
		m.ID, r.profile, m.Guide, m.Item, int(m.Verdict), string(m.Origin), m.Rater, m.Edition, m.Digest,
		r.device, int64(clock), now.UnixMilli(),
	}
}

func (r *rawJournal) close() error { return r.db.Close() }
