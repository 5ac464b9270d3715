package app

import (
	"bytes"
	"context"
	"crypto/rand"
	"net/http"
	"os"
	"strings"
	"sync"
	"time"

	"github.com/adrg/xdg"
	"github.com/google/uuid"
	"github.com/wailsapp/wails/v2/pkg/runtime"

	"github.com/levelica/levelica/internal/progress"
	"github.com/levelica/levelica/internal/report"
)

// ReportRequest says what a report shall hold.
type ReportRequest struct {
	Guides []string `json:"guides"` // slugs, in the order in which they are shown
	Items  bool     `json:"items"`  // the items of each level
	Open   bool     `json:"open"`   // also those without a counting verdict
	// Strands draws the strands, Evidence says what the evidence of the items is, Goal where the person
	// wants to be, Stale what asks for a fresh look, Others what was expected and how others see it.
	Strands  bool `json:"strands"`
	Evidence bool `json:"evidence"`
	Goal     bool `json:"goal"`
	Stale    bool `json:"stale"`
	Others   bool `json:"others"`
	// Editions says item by item what new editions changed; what they did to the level is said with Period.
	Editions bool   `json:"editions"`
	Period   string `json:"period"` // "3m", "12m" or "all": the level over that time; "" leaves it out
	// Snapshot is the ID of a report that was kept: it is made again, and nothing else here counts
	// but the format.
	Snapshot string `json:"snapshot"`
	Name     bool   `json:"name"`   // the profile's name
	Format   string `json:"format"` // as report.Formats
}

// PreviewView is where the window finds the preview of a report.
type PreviewView struct {
	URL   string `json:"url"` // of a page that the window shows in a frame
	Title string `json:"title"`
	// Pages is how many pages the PDF has, where the preview is of a PDF: they stand one under the other.
	// Other formats have none.
	Pages int `json:"pages"`
}

// SavedView says what became of a report.
type SavedView struct {
	Saved bool   `json:"saved"` // false when the person closed the dialog
	Path  string `json:"path"`
}

// PreviewReport makes a report and returns where the window can show it: the pages of a PDF, and for the
// other formats what they say as one page. Only the newest preview is kept. What is printed has the
// pages that the printer has.
// Faults: report_empty, guide_not_found, and those of openJournal.
func (a *App) PreviewReport(request ReportRequest) (v PreviewView, err error) {
	defer a.recovered(&err)
	doc, err := a.makeReport(a.context(), request)
	if err != nil {
		return PreviewView{}, err
	}
	var printed, shown bytes.Buffer
	if err := doc.Write(&printed, report.HTML); err != nil {
		return PreviewView{}, err
	}
	v.Title = doc.Title
	if report.Format(request.Format) != report.PDF {
		v.URL = a.preview.show(printed.Bytes(), printed.Bytes())
		return v, nil
	}
	if v.Pages, err = doc.WritePages(&shown); err != nil {
		return PreviewView{}, err
	}
	v.URL = a.preview.show(shown.Bytes(), printed.Bytes())
	return v, nil
}

// SaveReport asks where to, in the system's own dialog, and saves a report there. Where the person
// closes the dialog nothing is saved, and that is no fault.
// Faults: report_empty, report_unwritable, format_unknown, badge_guides, badge_level, badge_day,
// guide_not_found, and those of openJournal.
func (a *App) SaveReport(request ReportRequest) (v SavedView, err error) {
	defer a.recovered(&err)
	format, err := report.ParseFormat(request.Format)
	if err != nil {
		return SavedView{}, newFault("format_unknown", "format", request.Format)
	}
	doc, err := a.makeReport(a.context(), request)
	if err != nil {
		return SavedView{}, err
	}
	if err := doc.Check(format); err != nil {
		return SavedView{}, err // before the person has chosen a place
	}
	v, err = a.saveAs(a.words().Text("dialog.save.title"), format, doc)
	if err == nil && v.Saved && request.Snapshot == "" {
		a.keepSaved(request)
	}
	return v, err
}

// keepSaved keeps a report that was saved, so that it can be made again. The file is there already:
// where keeping fails, the person has what they asked for, and the log knows.
func (a *App) keepSaved(request ReportRequest) {
	id, err := uuid.NewV7()
	if err == nil {
		err = a.keepReport(a.context(), id.String(), request)
	}
	if err != nil {
		a.log.Error("keep the report that was saved", "error", err)
	}
}

// saveable is what can be saved as a file: a report, or a card.
type saveable interface {
	FileName(f report.Format) string
	Save(path string, f report.Format, replace bool) error
}

// saveAs asks where to, and saves. Where the person closes the dialog nothing is saved.
func (a *App) saveAs(title string, format report.Format, what saveable) (SavedView, error) {
	path, err := runtime.SaveFileDialog(a.context(), runtime.SaveDialogOptions{
		Title:                title,
		DefaultDirectory:     documents(),
		DefaultFilename:      what.FileName(format),
		CanCreateDirectories: true,
		Filters:              []runtime.FileFilter{{DisplayName: format.Name(), Pattern: "*" + format.Ext()}},
	})
	if err != nil || path == "" {
		return SavedView{}, err
	}
	// The dialog has asked whether to replace a file of that name; but it asked about the name
	// without the ending, and the one with it may be taken.
	replace := strings.HasSuffix(strings.ToLower(path), format.Ext())
	if !replace {
		path += format.Ext()
	}
	if err := what.Save(path, format, replace); err != nil {
		return SavedView{}, savingFault(a.words(), path, err)
	}
	return SavedView{Saved: true, Path: path}, nil
}

// documents returns the person's folder for documents, or "" where there is none: the dialog then
// opens where it likes.
func documents() string {
	if info, err := os.Stat(xdg.UserDirs.Documents); err == nil && info.IsDir() {
		return xdg.UserDirs.Documents
	}
	return ""
}

// makeReport makes the document that a request asks for.
func (a *App) makeReport(ctx context.Context, request ReportRequest) (*report.Document, error) {
	if request.Snapshot != "" {
		return a.thaw(ctx, request.Snapshot)
	}
	if len(request.Guides) == 0 {
		return nil, newFault("report_empty")
	}
	now := a.now()
	options := report.Options{
		At: now, Items: request.Items, Open: request.Open, Strands: request.Strands, Evidence: request.Evidence,
		Goal: request.Goal, Stale: request.Stale, Patience: a.patience(), Others: request.Others, Editions: request.Editions,
	}
	var subjects []report.Subject
	var claims []progress.Mark // of all guides
	for _, slug := range request.Guides {
		s, of, began, err := a.subject(ctx, slug)
		if err != nil {
			return nil, err
		}
		subjects, claims = append(subjects, s), append(claims, of...)
		switch request.Period {
		case quarter:
			options.Since = now.AddDate(0, -3, 0)
		case year:
			options.Since = now.AddDate(-1, 0, 0)
		case allTimes:
			if !began.IsZero() && (options.Since.IsZero() || began.Before(options.Since)) {
				options.Since = began.In(now.Location())
			}
		}
	}
	if !options.Since.IsZero() {
		options.Activity = progress.ActivityIn(claims, options.Since, now).Days
	}
	if request.Name {
		j, err := a.openJournal(ctx)
		if err != nil {
			return nil, err
		}
		options.Person = j.Profile().Name
	}
	return report.New(subjects, options, a.words()), nil
}

// subject returns what a report says of one guide, its past, and when that began.
func (a *App) subject(ctx context.Context, slug string) (s report.Subject, claims []progress.Mark, began time.Time, err error) {
	g, err := a.guides.Guide(slug, a.words().Language)
	if err != nil {
		return s, nil, began, aboutGuide(slug, err)
	}
	newest, err := a.marks(ctx, slug)
	if err != nil {
		return s, nil, began, err
	}
	j, err := a.openJournal(ctx)
	if err != nil {
		return s, nil, began, err
	}
	if claims, err = j.Claims(ctx, slug); err != nil {
		return s, nil, began, err
	}
	pieces, err := a.pieces(ctx, slug)
	if err != nil {
		return s, nil, began, err
	}
	goals, err := j.Goals(ctx)
	if err != nil {
		return s, nil, began, err
	}
	predictions, err := j.Predictions(ctx, slug)
	if err != nil {
		return s, nil, began, err
	}
	history, err := historyOf(ctx, j, g, claims, nil, a.now())
	if err != nil {
		return s, nil, began, err
	}
	began, _ = history.Began()
	s = report.Subject{
		Guide: g, Marks: progress.Present(slug, newest), Evidence: pieces, Trend: history.Trend(), Raters: progress.Raters(slug, newest),
	}
	if s.Carryings, err = a.carryings(ctx, slug); err != nil {
		return s, nil, began, err
	}
	if goal, ok := progress.PresentGoal(slug, goals); ok {
		s.Goal, s.Forecast = goal, progress.Foresee(g, claims, goal.Level, a.now())
	}
	if len(predictions) > 0 {
		s.Predicted = &predictions[len(predictions)-1]
	}
	return s, claims, began, nil
}

// previewPage is the page of the newest preview, at an address that nobody can guess.
type previewPage struct {
	mu             sync.Mutex
	token          string
	shown, printed []byte
}

const previewPath = "/preview/"

// show keeps a page, and the one that is printed for it, and returns its address.
func (p *previewPage) show(shown, printed []byte) string {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.token, p.shown, p.printed = rand.Text(), shown, printed
	return previewPath + p.token + ".html"
}

// ServeHTTP serves the page. It may hold nothing but its own style: texts of guides are other
// people's.
func (p *previewPage) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	p.mu.Lock()
	token, page, printed := p.token, p.shown, p.printed
	p.mu.Unlock()
	policy := "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'"
	switch r.URL.Path {
	case previewPath + token + ".html":
		policy += "; sandbox"
	case previewPath + token + ".print.html":
		// The window may print a page only where it is not kept from it. There is no script in it
		// that could make anything of that, and the policy lets none in.
		page = printed
	default:
		token = ""
	}
	if token == "" {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Content-Security-Policy", policy)
	w.Header().Set("Cache-Control", "no-store")
	_, _ = w.Write(page)
}
