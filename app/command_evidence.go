package app

import (
	"context"
	"slices"
	"strings"

	"github.com/google/uuid"

	"github.com/levelica/levelica/internal/guide"
	"github.com/levelica/levelica/internal/locale"
	"github.com/levelica/levelica/internal/progress"
)

type evidenceCommand struct {
	List   evidenceListCommand   `cmd:"" help:"List the evidence on a guide, or on one item."`
	Add    evidenceAddCommand    `cmd:"" help:"Add a note, a link or a file to an item."`
	Remove evidenceRemoveCommand `cmd:"" help:"Take evidence away."`
	Check  evidenceCheckCommand  `cmd:"" help:"Look whether the files are still there and unchanged."`
}

type evidenceEntry struct {
	ID      string `json:"id"`
	Item    string `json:"item"`
	Kind    string `json:"kind"`
	Text    string `json:"text"`
	URL     string `json:"url"`
	Name    string `json:"name"`
	Path    string `json:"path"`
	SHA256  string `json:"sha256"`
	Size    int64  `json:"size"`
	On      string `json:"on"`
	Witness string `json:"witness"`
	State   string `json:"state,omitempty"` // of a file, for check
}

// evidenceEntries returns the evidence on a guide in the order of its items, of one item alone where
// that is named.
func (a *App) evidenceEntries(ctx context.Context, slug, only string) ([]evidenceEntry, error) {
	g, err := a.guides.Outline(slug, guide.DefaultLanguage)
	if err != nil {
		return nil, aboutGuide(slug, err)
	}
	if only != "" {
		if err := a.checkItem(slug, only); err != nil {
			return nil, err
		}
	}
	pieces, err := a.pieces(ctx, slug)
	if err != nil {
		return nil, err
	}
	entries := []evidenceEntry{}
	for _, level := range g.Levels {
		for _, item := range level.Items {
			if only != "" && item.ID != only {
				continue
			}
			for _, e := range pieces[item.ID] {
				entries = append(entries, evidenceEntry{
					ID: e.ID, Item: e.Item, Kind: string(e.Kind), Text: e.Text, URL: e.URL, Name: e.Name, Path: e.Path,
					SHA256: e.SHA256, Size: e.Size, On: e.On, Witness: e.Witness,
				})
			}
		}
	}
	return entries, nil
}

type evidenceListCommand struct {
	Guide string `arg:"" help:"Slug of the guide."`
	Item  string `arg:"" optional:"" help:"ID of an item; all items without it."`
	JSON  bool   `help:"Write JSON."`
}

// Run lists evidence.
func (c evidenceListCommand) Run(t *terminal) error {
	entries, err := t.app.evidenceEntries(t.ctx, c.Guide, c.Item)
	if err != nil {
		return err
	}
	return t.evidence(entries, c.JSON)
}

func (t *terminal) evidence(entries []evidenceEntry, asJSON bool) error {
	if asJSON {
		return t.json(entries)
	}
	if len(entries) == 0 {
		t.print("%s", t.words.Text("command.evidence.none"))
	}
	for _, e := range entries {
		var said []string
		for _, part := range []string{e.URL, e.Path, e.Text} {
			if part != "" {
				said = append(said, strings.ReplaceAll(part, "\n", " "))
			}
		}
		if e.On != "" {
			said = append(said, t.words.Text("command.evidence.on", locale.Args{"day": e.On}))
		}
		if e.Witness != "" {
			said = append(said, t.words.Text("command.evidence.witness", locale.Args{"name": e.Witness}))
		}
		if e.State != "" {
			state := "command.evidence.state." + e.State
			said = append(said, t.words.Text(state))
		}
		t.print("%s  %s  %s", e.Item, e.ID, strings.Join(said, " · "))
	}
	return nil
}

type evidenceAddCommand struct {
	Guide  string `arg:"" help:"Slug of the guide."`
	Item   string `arg:"" help:"ID of the item."`
	Note   string `help:"What you did, in your own words." xor:"kind" required:"" placeholder:"TEXT"`
	Link   string `help:"An https or mailto address." xor:"kind" required:"" placeholder:"URL"`
	File   string `help:"A file; it stays where it is." xor:"kind" required:"" placeholder:"PATH" type:"path"`
	Shows  string `help:"What the link or the file shows." placeholder:"TEXT"`
	On     string `help:"The day of it, as 2026-11-22." placeholder:"DAY"`
	SeenBy string `help:"Who saw it." placeholder:"NAME"`
	JSON   bool   `help:"Write JSON."`
}

// Run adds evidence.
func (c evidenceAddCommand) Run(t *terminal) error {
	id, err := uuid.NewV7()
	if err != nil {
		return err
	}
	e := progress.Evidence{
		ID: id.String(), Kind: progress.EvidenceNote, Text: strings.TrimSpace(c.Note), On: c.On, Witness: strings.TrimSpace(c.SeenBy),
	}
	switch {
	case c.Link != "":
		e.Kind, e.URL, e.Text = progress.EvidenceLink, strings.TrimSpace(c.Link), strings.TrimSpace(c.Shows)
	case c.File != "":
		file, err := t.app.describe(t.ctx, c.File)
		if err != nil {
			return err
		}
		e.Kind, e.Text = progress.EvidenceFile, strings.TrimSpace(c.Shows)
		e.Path, e.Name, e.SHA256, e.Size = file.path, file.name, file.sha256, file.size
	}
	if err := t.app.addEvidence(t.ctx, c.Guide, c.Item, e); err != nil {
		return err
	}
	if c.JSON {
		entries, err := t.app.evidenceEntries(t.ctx, c.Guide, c.Item)
		if err != nil {
			return err
		}
		return t.json(slices.DeleteFunc(entries, func(other evidenceEntry) bool { return other.ID != e.ID })[0])
	}
	t.print("%s", t.words.Text("command.evidence.added", locale.Args{"item": c.Item, "id": e.ID}))
	return nil
}

type evidenceRemoveCommand struct {
	Guide string `arg:"" help:"Slug of the guide."`
	ID    string `arg:"" help:"ID of the evidence, as shown by: levelica evidence list <guide>"`
}

// Run takes evidence away.
func (c evidenceRemoveCommand) Run(t *terminal) error {
	e, err := t.app.findEvidence(t.ctx, c.Guide, c.ID)
	if err != nil {
		return err
	}
	id, err := uuid.NewV7()
	if err != nil {
		return err
	}
	if err := t.app.addEvidence(t.ctx, c.Guide, e.Item, progress.Evidence{ID: id.String(), Removes: c.ID}); err != nil {
		return err
	}
	t.print("%s", t.words.Text("command.evidence.removed", locale.Args{"id": c.ID}))
	return nil
}

type evidenceCheckCommand struct {
	Guide string `arg:"" help:"Slug of the guide."`
	JSON  bool   `help:"Write JSON."`
}

// Run looks whether the files are still there.
func (c evidenceCheckCommand) Run(t *terminal) error {
	entries, err := t.app.evidenceEntries(t.ctx, c.Guide, "")
	if err != nil {
		return err
	}
	entries = slices.DeleteFunc(entries, func(e evidenceEntry) bool { return e.Kind != string(progress.EvidenceFile) })
	for i, e := range entries {
		entries[i].State = checkFile(t.ctx, progress.Evidence{Kind: progress.EvidenceFile, Path: e.Path, SHA256: e.SHA256, Size: e.Size})
	}
	return t.evidence(entries, c.JSON)
}
