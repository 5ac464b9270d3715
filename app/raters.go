package app

import (
	"context"
	"errors"
	"io"
	"os"
	"sort"
	"strings"

	"github.com/google/uuid"
	"github.com/wailsapp/wails/v2/pkg/runtime"

	"github.com/levelica/levelica/internal/form"
	"github.com/levelica/levelica/internal/guide"
	"github.com/levelica/levelica/internal/locale"
	"github.com/levelica/levelica/internal/progress"
	"github.com/levelica/levelica/internal/report"
)

// How well a person knows where they stand: the level that they expected before rating, and what
// somebody else says of the same items. Neither ever counts.

// CalibrationView is a person's own view of a guide beside others.
type CalibrationView struct {
	Level     int         `json:"level"`     // as the marks say
	Rated     int         `json:"rated"`     // items with a mark
	Items     int         `json:"items"`     // of the guide
	Predicted int         `json:"predicted"` // level that was expected, -1 where none was said
	At        int64       `json:"at"`        // UTC milliseconds of that
	Raters    []RaterView `json:"raters"`    // by name
}

// RaterView is what one other person says.
type RaterView struct {
	Name   string         `json:"name"`
	At     int64          `json:"at"`    // UTC milliseconds of when it was read
	Level  int            `json:"level"` // by their verdicts alone
	Items  []ComparedView `json:"items"` // what they rated, in the order of the guide
	Both   int            `json:"both"`  // items that both rated
	Same   int            `json:"same"`
	Higher int            `json:"higher"` // items that they rate higher
}

// ComparedView is an item as two people see it.
type ComparedView struct {
	Item  string `json:"item"`
	Own   string `json:"own"` // a verdict, or "cleared"
	Other string `json:"other"`
}

// Predict keeps the level that the person expects to have. The caller makes the ID, so that a call
// whose outcome is unknown can be repeated safely.
// Faults: guide_not_found, record_invalid, disk_full, and those of openJournal.
func (a *App) Predict(id, slug string, level int) (err error) {
	defer a.recovered(&err)
	return a.predict(a.context(), id, slug, level)
}

func (a *App) predict(ctx context.Context, id, slug string, level int) error {
	g, err := a.guides.Outline(slug, a.words().Language)
	if err != nil {
		return aboutGuide(slug, err)
	}
	j, err := a.openJournal(ctx)
	if err != nil {
		return err
	}
	return j.AddPrediction(ctx, progress.Prediction{ID: id, Guide: slug, Edition: g.Edition, Level: level})
}

// calibration returns a person's own view of a guide beside others.
func (a *App) calibration(ctx context.Context, slug string) (CalibrationView, error) {
	v := CalibrationView{Predicted: -1, Raters: []RaterView{}}
	g, err := a.guides.Outline(slug, a.words().Language)
	if err != nil {
		return v, aboutGuide(slug, err)
	}
	marks, err := a.marks(ctx, slug)
	if err != nil {
		return v, err
	}
	present := progress.Present(slug, marks)
	standing := progress.Stand(g, present)
	v.Level, v.Rated, v.Items = standing.Level, standing.Rated, standing.Items
	if v.Predicted, v.At, err = a.predicted(ctx, slug); err != nil {
		return v, err
	}
	for name, theirs := range progress.Raters(slug, marks) {
		agreement := progress.Agree(g, present, theirs)
		r := RaterView{
			Name: name, Level: agreement.Level, Items: []ComparedView{},
			Both: agreement.Both, Same: agreement.Same, Higher: agreement.Higher,
		}
		for _, c := range agreement.Items {
			r.Items = append(r.Items, ComparedView{c.Item, c.Own.String(), c.Other.String()})
		}
		for _, m := range theirs {
			r.At = max(r.At, m.At)
		}
		v.Raters = append(v.Raters, r)
	}
	sort.Slice(v.Raters, func(i, j int) bool { return v.Raters[i].Name < v.Raters[j].Name })
	return v, nil
}

// predicted returns the newest prediction on a guide, or -1.
func (a *App) predicted(ctx context.Context, slug string) (level int, at int64, err error) {
	j, err := a.openJournal(ctx)
	if err != nil {
		return -1, 0, err
	}
	all, err := j.Predictions(ctx, slug)
	if err != nil || len(all) == 0 {
		return -1, 0, err
	}
	newest := all[len(all)-1]
	return newest.Level, newest.At, nil
}

// blindForm is a form that is saved as a file.
type blindForm struct {
	form.Form
	guide *guide.Guide
	words *locale.Catalogue
}

func (a *App) makeForm(ctx context.Context, slug string) (blindForm, error) {
	words := a.words()
	g, err := a.guides.Guide(slug, words.Language)
	if err != nil {
		return blindForm{}, aboutGuide(slug, err)
	}
	j, err := a.openJournal(ctx)
	if err != nil {
		return blindForm{}, err
	}
	id, err := uuid.NewV7()
	if err != nil {
		return blindForm{}, err
	}
	return blindForm{form.New(g, id.String(), j.Profile().Name), g, words}, nil
}

// FileName returns the name that the file is offered under.
func (f blindForm) FileName(format report.Format) string { return f.Guide + "-form" + format.Ext() }

// Save writes the form as a page or as JSON, as report.SaveFile does.
func (f blindForm) Save(path string, format report.Format, replace bool) error {
	return report.SaveFile(path, replace, func(w io.Writer) error { return f.write(w, format) })
}

func (f blindForm) write(w io.Writer, format report.Format) error {
	if format == report.JSON {
		return f.WriteJSON(w)
	}
	return f.WriteHTML(w, f.guide, f.words)
}

// SaveForm asks where to, in the system's own dialog, and saves a blind form for a second rater as a
// page. Where the person closes the dialog nothing is saved, and that is no fault.
// Faults: guide_not_found, report_unwritable, and those of openJournal.
func (a *App) SaveForm(slug string) (v SavedView, err error) {
	defer a.recovered(&err)
	f, err := a.makeForm(a.context(), slug)
	if err != nil {
		return SavedView{}, err
	}
	return a.saveAs(a.words().Text("dialog.form.save"), report.HTML, f)
}

// ReadForm asks for a filled form, in the system's own dialog, and records what the rater says. It
// changes no mark of the person. Where the dialog is closed nothing is read, and that is no fault.
// Faults: guide_not_found, file_unreadable, the form_ ones, disk_full, and those of openJournal.
func (a *App) ReadForm(slug string) (v SecondLookView, err error) {
	defer a.recovered(&err)
	path, err := runtime.OpenFileDialog(a.context(), runtime.OpenDialogOptions{
		Title: a.words().Text("dialog.form.read"), DefaultDirectory: documents(),
		Filters: []runtime.FileFilter{{DisplayName: report.JSON.Name(), Pattern: "*" + report.JSON.Ext()}},
	})
	if err != nil {
		return SecondLookView{}, err
	}
	if path == "" {
		return a.secondLook(slug)
	}
	filled, err := a.readForm(a.context(), slug, path)
	if err != nil {
		return SecondLookView{}, err
	}
	v, err = a.secondLook(slug)
	return v.withFirst(ofRater(a.words(), strings.TrimSpace(filled.Rater))), err
}

// readForm records what a filled form says, and returns the form.
func (a *App) readForm(ctx context.Context, slug, path string) (form.Form, error) {
	file, err := os.Open(path)
	if err != nil {
		return form.Form{}, fileFault(a.words(), path, err)
	}
	defer func() { _ = file.Close() }()
	filled, marks, err := form.Read(file, a.guides, slug)
	var refusal *form.Refusal
	switch {
	case errors.As(err, &refusal):
		return filled, formFault(slug, path, refusal)
	case errors.Is(err, guide.ErrNotFound):
		return filled, aboutGuide(slug, err)
	case err != nil:
		return filled, fileFault(a.words(), path, err)
	}
	j, err := a.openJournal(ctx)
	if err != nil {
		return filled, err
	}
	return filled, j.Record(ctx, marks...)
}

// formFault says why a form is not taken, and where in it.
func formFault(slug, path string, r *form.Refusal) error {
	pairs := []any{"path", path, "guide", slug, "place", r.Place, "detail", r.Detail}
	switch r.Reason {
	case form.NoForm, form.TooLarge:
		return newFault("form_none", pairs...)
	case form.NotText:
		return newFault("form_text", pairs...)
	case form.Newer:
		return newFault("form_newer", pairs...)
	case form.OtherGuide:
		return newFault("form_guide", pairs...)
	case form.OtherEdition:
		return newFault("form_edition", pairs...)
	case form.NoRater:
		return newFault("form_rater", pairs...)
	case form.NotFilledIn:
		return newFault("form_empty", pairs...)
	case form.ItemUnknown, form.ItemTwice, form.VerdictUnknown, form.Edited:
		return newFault("form_edited", pairs...)
	default:
		return newFault("form_unreadable", pairs...)
	}
}
