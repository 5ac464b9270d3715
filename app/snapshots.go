package app

import (
	"context"
	"errors"
	"slices"
	"time"

	"github.com/google/uuid"

	"github.com/levelica/levelica/internal/journal"
	"github.com/levelica/levelica/internal/progress"
	"github.com/levelica/levelica/internal/report"
)

// SnapshotView is a report that was kept as it was.
type SnapshotView struct {
	ID     string   `json:"id"`
	Title  string   `json:"title"`
	Guides []string `json:"guides"` // the titles that the guides have now
	At     int64    `json:"at"`     // UTC milliseconds
}

// snapshots returns the reports that were kept, the newest first.
// Faults: those of openJournal.
func (a *App) snapshots() ([]SnapshotView, error) {
	j, err := a.openJournal(a.context())
	if err != nil {
		return nil, err
	}
	kept, err := j.Snapshots(a.context())
	if err != nil {
		return nil, err
	}
	views := []SnapshotView{}
	for _, s := range slices.Backward(kept) {
		v := SnapshotView{ID: s.ID, Title: s.Title, Guides: []string{}, At: s.At}
		for _, slug := range s.Guides {
			title := slug // of a guide that this library does not have
			if g, err := a.guides.Outline(slug, a.words().Language); err == nil {
				title = g.Title
			}
			v.Guides = append(v.Guides, title)
		}
		views = append(views, v)
	}
	return views, nil
}

// keepReport freezes the report that a request asks for, with its wording, its standings and its
// editions, so that it can be made again whatever changes. The caller makes the ID, as in SetMarks.
// Faults: report_empty, guide_not_found, record_invalid, disk_full, and those of openJournal.
func (a *App) keepReport(ctx context.Context, id string, request ReportRequest) error {
	doc, err := a.makeReport(ctx, request)
	if err != nil {
		return err
	}
	document, options, err := doc.Freeze()
	if err != nil {
		return err
	}
	j, err := a.openJournal(ctx)
	if err != nil {
		return err
	}
	return j.AddSnapshot(ctx, progress.Snapshot{
		ID: id, Title: doc.Title, Guides: request.Guides, Language: doc.Language, Document: document, Options: options,
	})
}

// ForgetReport takes a report that was kept away, by a row of its own.
// Faults: snapshot_not_found, and those of openJournal.
func (a *App) ForgetReport(id, removes string) (err error) {
	defer a.recovered(&err)
	return a.forgetReport(a.context(), id, removes)
}

func (a *App) forgetReport(ctx context.Context, id, removes string) error {
	j, err := a.openJournal(ctx)
	if err != nil {
		return err
	}
	if _, err := j.Snapshot(ctx, removes); err != nil {
		return missingSnapshot(removes, err)
	}
	return j.AddSnapshot(ctx, progress.Snapshot{ID: id, Removes: removes})
}

// thaw makes a report again that was kept.
func (a *App) thaw(ctx context.Context, id string) (*report.Document, error) {
	j, err := a.openJournal(ctx)
	if err != nil {
		return nil, err
	}
	kept, err := j.Snapshot(ctx, id)
	if err != nil {
		return nil, missingSnapshot(id, err)
	}
	doc, err := report.Thaw(kept.Document, kept.Options, a.regions)
	if errors.Is(err, report.ErrFrozen) {
		a.log.Error("make a report again", "snapshot", id, "error", err)
		return nil, newFault("snapshot_unreadable")
	}
	return doc, err
}

// missingSnapshot says that there is no such report where that is what the journal says.
func missingSnapshot(id string, err error) error {
	if errors.Is(err, journal.ErrRecord) {
		return newFault("snapshot_not_found", "id", id)
	}
	return err
}

type snapshotsCommand struct {
	Keep   snapshotsKeepCommand   `cmd:"" help:"Keep a report as it is now."`
	List   snapshotsListCommand   `cmd:"" help:"List the reports that were kept."`
	Forget snapshotsForgetCommand `cmd:"" help:"Take a report that was kept away."`
}

type snapshotsKeepCommand struct {
	Guides []string `arg:"" help:"Slugs of the guides."`
	reportParts
}

// Run keeps a report, and prints its ID.
func (c snapshotsKeepCommand) Run(t *terminal) error {
	id, err := uuid.NewV7()
	if err != nil {
		return err
	}
	if err := t.app.keepReport(t.ctx, id.String(), c.request(c.Guides)); err != nil {
		return err
	}
	t.print("%s", id)
	return nil
}

type snapshotsListCommand struct {
	JSON bool `help:"Write JSON."`
}

// Run lists the reports that were kept.
func (c snapshotsListCommand) Run(t *terminal) error {
	kept, err := t.app.snapshots()
	if err != nil {
		return err
	}
	if c.JSON {
		return t.json(kept)
	}
	for _, s := range kept {
		t.print("%s  %s  %s", s.ID, t.words.Date(time.UnixMilli(s.At)), s.Title)
		for _, title := range s.Guides {
			t.print("    %s", title)
		}
	}
	return nil
}

type snapshotsForgetCommand struct {
	ID string `arg:"" help:"ID, as shown by: levelica snapshots list"`
}

// Run takes a report away.
func (c snapshotsForgetCommand) Run(t *terminal) error {
	id, err := uuid.NewV7()
	if err != nil {
		return err
	}
	return t.app.forgetReport(t.ctx, id.String(), c.ID)
}
