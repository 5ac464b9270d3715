package app

import (
	"context"
	"errors"
	"slices"
	"strings"

	"github.com/google/uuid"

	"github.com/levelica/levelica/internal/guide"
	"github.com/levelica/levelica/internal/progress"
)

// EvidenceRequest asks for one piece of evidence. The window makes the ID (UUIDv7), as in
// MarkRequest.
type EvidenceRequest struct {
	ID      string `json:"id"`
	Item    string `json:"item"`
	Kind    string `json:"kind"` // "note", "link" or "file"
	Text    string `json:"text"` // the note, or what the link or the file shows
	URL     string `json:"url"`
	File    string `json:"file"`    // a FileView's handle
	On      string `json:"on"`      // ISO day, or ""
	Witness string `json:"witness"` // who saw it, or ""
}

// EvidenceView is one piece of evidence.
type EvidenceView struct {
	ID      string `json:"id"`
	Kind    string `json:"kind"`
	Text    string `json:"text"`
	URL     string `json:"url"`
	Name    string `json:"name"`
	Size    int64  `json:"size"`
	SHA256  string `json:"sha256"`
	Path    string `json:"path"` // where the file was, or "" where that is on another computer
	On      string `json:"on"`
	Witness string `json:"witness"`
	At      int64  `json:"at"`
}

// AddEvidence adds a note, a link or a chosen file to an item, and returns the standing that
// follows when it is durable. The caller makes the ID, so that a call whose outcome is unknown can
// be repeated safely.
// Faults: guide_not_found, item_not_found, evidence_text, evidence_url, evidence_file,
// evidence_day, evidence_witness, disk_full, and those of openJournal.
func (a *App) AddEvidence(slug string, r EvidenceRequest) (v StandingView, err error) {
	defer a.recovered(&err)
	e := progress.Evidence{
		ID: r.ID, Kind: progress.EvidenceKind(r.Kind), Text: strings.TrimSpace(r.Text),
		URL: strings.TrimSpace(r.URL), On: r.On, Witness: strings.TrimSpace(r.Witness),
	}
	if e.Kind == progress.EvidenceFile {
		file, ok := a.chosen.take(r.File)
		if !ok {
			return StandingView{}, newFault("evidence_file")
		}
		e.Path, e.Name, e.SHA256, e.Size = file.path, file.name, file.sha256, file.size
	}
	if err := a.addEvidence(a.context(), slug, r.Item, e); err != nil {
		return StandingView{}, err
	}
	return a.standing(a.context(), slug)
}

// RemoveEvidence takes one piece of evidence away by a row of its own, and returns the standing
// that follows.
// Faults: guide_not_found, item_not_found, evidence_not_found, and those of openJournal.
func (a *App) RemoveEvidence(slug, item, id, removes string) (v StandingView, err error) {
	defer a.recovered(&err)
	ctx := a.context()
	rows, err := a.evidenceRows(ctx, slug, item)
	if err != nil {
		return StandingView{}, err
	}
	// What is gone already is gone as asked: the call may be a repeated one.
	if !slices.ContainsFunc(rows, func(e progress.Evidence) bool { return e.ID == removes && e.Item == item }) {
		return StandingView{}, newFault("evidence_not_found", "id", removes)
	}
	if err := a.addEvidence(ctx, slug, item, progress.Evidence{ID: id, Removes: removes}); err != nil {
		return StandingView{}, err
	}
	return a.standing(ctx, slug)
}

// RenewEvidence takes a file that was evidence as it is now: a piece of its own with the digest of today
// takes the place of the old one, and keeps what was said of it. It returns the standing that follows.
// What is gone already has been renewed, or taken away: the call may be a repeated one.
// Faults: guide_not_found, item_not_found, evidence_not_found, file_unreadable, evidence_own, and those
// of openJournal.
func (a *App) RenewEvidence(slug, item, id, renews string) (v StandingView, err error) {
	defer a.recovered(&err)
	ctx := a.context()
	rows, err := a.evidenceRows(ctx, slug, item)
	if err != nil {
		return StandingView{}, err
	}
	named := func(e progress.Evidence) bool { return e.ID == renews && e.Item == item && e.Path != "" }
	old := slices.IndexFunc(rows, named)
	if old < 0 {
		return StandingView{}, newFault("evidence_not_found", "id", renews)
	}
	if !slices.ContainsFunc(progress.Pieces(slug, rows)[item], named) {
		return a.standing(ctx, slug)
	}
	e := rows[old]
	file, err := a.describe(ctx, e.Path)
	if err != nil {
		return StandingView{}, err
	}
	e.ID, e.Name, e.SHA256, e.Size = id, file.name, file.sha256, file.size
	removal, err := uuid.NewV7()
	if err != nil {
		return StandingView{}, err
	}
	if err := a.addEvidence(ctx, slug, item, e, progress.Evidence{ID: removal.String(), Removes: renews}); err != nil {
		return StandingView{}, err
	}
	return a.standing(ctx, slug)
}

// itemEvidence returns the evidence on one item, the newest first. The name of the answer is
// "<guide>.<item>".
func (a *App) itemEvidence(name string) ([]EvidenceView, error) {
	slug, item, _ := strings.Cut(name, ".")
	if err := a.checkItem(slug, item); err != nil {
		return nil, err
	}
	pieces, err := a.pieces(a.context(), slug)
	if err != nil {
		return nil, err
	}
	views := []EvidenceView{}
	for _, e := range slices.Backward(pieces[item]) {
		views = append(views, evidenceView(e))
	}
	return views, nil
}

func evidenceView(e progress.Evidence) EvidenceView {
	return EvidenceView{
		ID: e.ID, Kind: string(e.Kind), Text: e.Text, URL: e.URL, Name: e.Name, Size: e.Size,
		SHA256: e.SHA256, Path: e.Path, On: e.On, Witness: e.Witness, At: e.At,
	}
}

// addEvidence checks and keeps evidence on an item, and rows that take some away, all or none.
func (a *App) addEvidence(ctx context.Context, slug, item string, all ...progress.Evidence) error {
	if err := a.checkItem(slug, item); err != nil {
		return err
	}
	for i := range all {
		all[i].Guide, all[i].Item = slug, item
		if err := all[i].Check(); err != nil {
			return evidenceFault(err)
		}
	}
	j, err := a.openJournal(ctx)
	if err != nil {
		return err
	}
	return j.AddEvidence(ctx, all...)
}

// checkItem fails unless there is a guide with that item.
func (a *App) checkItem(slug, item string) error {
	g, err := a.guides.Outline(slug, guide.DefaultLanguage)
	if err != nil {
		return aboutGuide(slug, err)
	}
	if _, ok := g.Item(item); !ok {
		return newFault("item_not_found", "guide", slug, "item", item)
	}
	return nil
}

// evidenceRows returns all that was ever recorded of evidence on a guide that has an item.
func (a *App) evidenceRows(ctx context.Context, slug, item string) ([]progress.Evidence, error) {
	if err := a.checkItem(slug, item); err != nil {
		return nil, err
	}
	j, err := a.openJournal(ctx)
	if err != nil {
		return nil, err
	}
	return j.Evidence(ctx, slug)
}

// pieces returns the evidence on a guide that was not taken away, by item.
func (a *App) pieces(ctx context.Context, slug string) (map[string][]progress.Evidence, error) {
	j, err := a.openJournal(ctx)
	if err != nil {
		return nil, err
	}
	rows, err := j.Evidence(ctx, slug)
	if err != nil {
		return nil, err
	}
	return progress.Pieces(slug, rows), nil
}

func (a *App) findEvidence(ctx context.Context, slug, id string) (progress.Evidence, error) {
	pieces, err := a.pieces(ctx, slug)
	if err != nil {
		return progress.Evidence{}, err
	}
	for _, of := range pieces {
		for _, e := range of {
			if e.ID == id {
				return e, nil
			}
		}
	}
	return progress.Evidence{}, newFault("evidence_not_found", "id", id)
}

// evidenceFault names the field that has to be mended.
func evidenceFault(err error) error {
	var field *progress.EvidenceError
	if !errors.As(err, &field) {
		return err
	}
	code, ok := map[string]string{
		"text": "evidence_text", "url": "evidence_url", "file": "evidence_file",
		"on": "evidence_day", "witness": "evidence_witness",
	}[field.Field]
	if !ok {
		return err
	}
	return newFault(code)
}
