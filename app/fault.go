package app

import (
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"runtime/debug"

	"github.com/levelica/levelica/internal/guide"
	"github.com/levelica/levelica/internal/journal"
	"github.com/levelica/levelica/internal/progress"
	"github.com/levelica/levelica/internal/report"
)

// fault is an error as the person sees it. Its code names two messages of the catalogue,
// fault.<code> and fault.<code>.hint: what happened, and what is safe and can be done.
type fault struct {
	Code string         `json:"code"`
	Args map[string]any `json:"args"` // of the messages' placeholders
	Ref  string         `json:"ref"`  // under which the log has the details, for "internal"
}

// Error returns the code and its arguments, for the log.
func (f *fault) Error() string { return fmt.Sprintf("%s %v", f.Code, f.Args) }

// newFault makes a fault from a code and pairs of a placeholder's name and its value.
func newFault(code string, pairs ...any) *fault {
	f := &fault{Code: code, Args: map[string]any{}}
	for i := 0; i+1 < len(pairs); i += 2 {
		f.Args[pairs[i].(string)] = pairs[i+1]
	}
	return f
}

// explain turns any error into a fault. It is the only place that knows which error is which.
func (a *App) explain(err error) *fault {
	var (
		known   *fault
		inGuide *guideError
		newer   *journal.NewerError
		damaged *journal.DamagedError
		faults  guide.Faults
		answer  *progress.AnswerError
		slug    string
	)
	if errors.As(err, &inGuide) {
		slug = inGuide.slug
	}
	switch {
	case errors.As(err, &known):
		return known
	case errors.Is(err, guide.ErrNotFound):
		return newFault("guide_not_found", "guide", slug)
	case errors.As(err, &faults) && slug != "":
		return newFault("guide_invalid", "guide", slug, "detail", faults[0].String())
	case errors.Is(err, report.ErrBadgeGuides):
		return newFault("badge_guides")
	case errors.Is(err, report.ErrBadgeLevel):
		return newFault("badge_level")
	case errors.Is(err, report.ErrBadgeDay):
		return newFault("badge_day")
	case errors.Is(err, journal.ErrBackup):
		return newFault("backup_damaged")
	case errors.Is(err, journal.ErrSecondFolder):
		return newFault("backup_second", "path", a.secondFolder())
	case errors.As(err, &answer):
		return answerFault(answer)
	case errors.Is(err, journal.ErrPassphrase):
		return newFault("import_passphrase")
	case errors.Is(err, journal.ErrConflict):
		return newFault("import_conflict")
	case errors.Is(err, journal.ErrArchive):
		a.log.Info("refuse a journal file", "error", err)
		return newFault("import_invalid")
	case errors.As(err, &damaged) && damaged.Damage == journal.DamageGone:
		return newFault("journal_gone", "path", damaged.Path)
	case errors.As(err, &damaged) && damaged.Damage == journal.DamageBehind:
		return newFault("journal_behind", "path", damaged.Path)
	case errors.As(err, &newer):
		return newFault("journal_newer", "found", newer.Found, "known", newer.Known)
	case errors.As(err, &damaged):
		kind := "damage." + string(damaged.Damage)
		return newFault("journal_damaged", "detail", a.words().Text(kind), "path", damaged.Path)
	case errors.Is(err, journal.ErrBusy):
		return newFault("journal_busy")
	case errors.Is(err, journal.ErrMigrationBlocked):
		return newFault("journal_migration")
	case errors.Is(err, journal.ErrUnwritable):
		return newFault("data_unwritable", "path", a.dataDir)
	case errors.Is(err, journal.ErrFull):
		return newFault("disk_full", "path", a.dataDir)
	case errors.Is(err, journal.ErrDisk):
		a.log.Error("the disk failed", "error", err)
		return newFault("disk_failed", "path", a.dataDir)
	case errors.Is(err, journal.ErrMark):
		return newFault("mark_invalid", "detail", err.Error())
	case errors.Is(err, journal.ErrRecord):
		return newFault("record_invalid", "detail", err.Error())
	case errors.Is(err, journal.ErrOver):
		return newFault("assessment_over")
	case errors.Is(err, journal.ErrNoProfile):
		return newFault("profile_not_found")
	case errors.Is(err, journal.ErrLastProfile):
		return newFault("profile_last")
	}
	ref := rand.Text()[:8]
	a.log.Error("unexpected error", "ref", ref, "error", err)
	f := newFault("internal", "ref", ref)
	f.Ref = ref
	return f
}

// recovered ends every bound method: it turns a panic into an error, and every error into a fault.
func (a *App) recovered(err *error) {
	if p := recover(); p != nil {
		a.log.Error("panic", "value", fmt.Sprint(p), "stack", string(debug.Stack()))
		*err = fmt.Errorf("panic: %v", p)
	}
	if *err != nil {
		*err = a.explain(*err)
	}
}

// FormatFault makes of an error what the window's promise is rejected with: a fault as JSON text.
// An object would arrive as "[object Object]".
func FormatFault(err error) any {
	var f *fault
	if !errors.As(err, &f) {
		f = newFault("internal", "ref", "")
	}
	text, jsonErr := json.Marshal(f)
	if jsonErr != nil {
		return `{"code":"internal","args":{},"ref":""}`
	}
	return string(text)
}

// answerFault says which answer of a placement cannot be taken.
func answerFault(err *progress.AnswerError) *fault {
	pairs := []any{"number", err.Number, "item", err.Item}
	switch err.Reason {
	case progress.ItemRepeated:
		return newFault("answer_twice", pairs...)
	case progress.ReplyUnknown:
		return newFault("answer_reply", pairs...)
	default:
		return newFault("answer_unknown", pairs...)
	}
}
