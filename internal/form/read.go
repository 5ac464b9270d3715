package form

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/google/uuid"

	"github.com/levelica/levelica/internal/guide"
	"github.com/levelica/levelica/internal/progress"
)

// sizeLimit is far above what a filled form takes.
const sizeLimit = 1 << 20

// nameLimit is how long a rater's name may be, in characters.
const nameLimit = 200

// Refusal says why a form is not taken, and where in it.
type Refusal struct {
	Reason Reason
	Place  string // the number of a line, or the ID of an item; empty where it is about the whole form
	Detail string // what stands there
}

// Reason is why a form is not taken.
type Reason string

// The reasons.
const (
	TooLarge       Reason = "large"      // more than any form has
	NotText        Reason = "text"       // not UTF-8
	Unreadable     Reason = "unreadable" // no JSON, or not of this shape; Place is a line
	NoForm         Reason = "no_form"    // JSON of another kind
	Newer          Reason = "newer"      // of a newer Levelica
	OtherGuide     Reason = "guide"      // Detail is the guide it is about
	OtherEdition   Reason = "edition"    // Detail is the edition it is about
	NoRater        Reason = "rater"      // nobody's name, or a very long one
	NotFilledIn    Reason = "empty"      // no answers
	ItemUnknown    Reason = "item"       // Place is an item that the guide does not have
	ItemTwice      Reason = "twice"      // Place is an item that was answered before
	VerdictUnknown Reason = "verdict"    // Place is an item, Detail is no verdict
	Edited         Reason = "edited"     // Place is an item whose words or answer were changed by hand
)

// Error names the reason and the place.
func (r *Refusal) Error() string {
	return strings.TrimSpace(fmt.Sprintf("%s %s %s", r.Reason, r.Place, r.Detail))
}

// Read reads a filled form on a guide of the library and returns the marks that it asks for, in the
// order of its answers. It fails with a *Refusal, or with what reading the file or the guide fails
// with.
func Read(r io.Reader, library *guide.Library, slug string) (Form, []progress.Mark, error) {
	data, err := io.ReadAll(io.LimitReader(r, sizeLimit+1))
	if err != nil {
		return Form{}, nil, err
	}
	f, err := decode(data)
	if err != nil {
		return Form{}, nil, err
	}
	// In the language of the form, whose words were answered.
	g, err := library.Guide(slug, f.Language)
	if err != nil {
		return Form{}, nil, err
	}
	if err := f.check(g); err != nil {
		return Form{}, nil, err
	}
	marks, err := f.marks(g)
	return f, marks, err
}

// decode reads the JSON. What a form does not have is refused: it was written by hand.
func decode(data []byte) (Form, error) {
	var f Form
	switch {
	case len(data) > sizeLimit:
		return f, &Refusal{Reason: TooLarge}
	case !utf8.Valid(data):
		return f, &Refusal{Reason: NotText}
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.DisallowUnknownFields()
	err := decoder.Decode(&f)
	var syntax *json.SyntaxError
	var wrong *json.UnmarshalTypeError
	at := decoder.InputOffset()
	switch {
	case err == nil && decoder.More():
		return f, &Refusal{Reason: Unreadable, Place: line(data, decoder.InputOffset()), Detail: "text after the form"}
	case err == nil:
		return f, nil
	case errors.As(err, &syntax):
		at = syntax.Offset
	case errors.As(err, &wrong):
		at = wrong.Offset
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		at = int64(len(data))
	}
	return f, &Refusal{Reason: Unreadable, Place: line(data, at), Detail: err.Error()}
}

// line says on which line an offset is.
func line(data []byte, offset int64) string {
	return fmt.Sprint(1 + bytes.Count(data[:min(int(offset), len(data))], []byte("\n")))
}

// check refuses what is no filled form on the guide.
func (f *Form) check(g *guide.Guide) error {
	_, err := uuid.Parse(f.ID)
	switch {
	case f.Format != jsonFormat || err != nil:
		return &Refusal{Reason: NoForm}
	case f.Version > jsonVersion:
		return &Refusal{Reason: Newer}
	case f.Guide != g.Slug:
		return &Refusal{Reason: OtherGuide, Detail: f.Guide}
	case f.Edition != g.Edition:
		return &Refusal{Reason: OtherEdition, Detail: fmt.Sprint(f.Edition)}
	case strings.TrimSpace(f.Rater) == "" || utf8.RuneCountInString(f.Rater) > nameLimit:
		return &Refusal{Reason: NoRater}
	case len(f.Answers) == 0:
		return &Refusal{Reason: NotFilledIn}
	}
	return nil
}

// marks turns the answers into marks. Each has an identifier made from what it says, so that reading
// a form twice records it once, and an answer that was changed since is another mark.
func (f *Form) marks(g *guide.Guide) ([]progress.Mark, error) {
	shown := map[string]Item{}
	for _, it := range f.Items {
		shown[it.ID] = it
	}
	answered := map[string]bool{}
	var marks []progress.Mark
	for _, a := range f.Answers {
		item, known := g.Item(a.Item)
		verdict, err := progress.ParseVerdict(a.Verdict)
		switch {
		case !known:
			return nil, &Refusal{Reason: ItemUnknown, Place: a.Item}
		case answered[a.Item]:
			return nil, &Refusal{Reason: ItemTwice, Place: a.Item}
		case err != nil || verdict == progress.Cleared || verdict.String() != a.Verdict:
			return nil, &Refusal{Reason: VerdictUnknown, Place: a.Item, Detail: a.Verdict}
		case shown[a.Item].Digest != item.Digest || shown[a.Item].Text != item.Text || a.Seal != Seal(f.ID, f.Rater, a.Item, a.Verdict):
			return nil, &Refusal{Reason: Edited, Place: a.Item}
		}
		answered[a.Item] = true
		marks = append(marks, progress.Mark{
			ID: f.markID(a), Guide: g.Slug, Item: item.ID, Verdict: verdict, Origin: progress.OriginRater,
			Rater: strings.TrimSpace(f.Rater), Edition: g.Edition, Digest: item.Digest,
		})
	}
	return marks, nil
}

// markID is a UUIDv7 of the form's own time, whose random part is a hash of the answer.
func (f *Form) markID(a Answer) string {
	id := uuid.MustParse(f.ID) // check has parsed it
	hash := uuid.NewSHA1(id, []byte(f.Rater+"\n"+a.Item+"\n"+a.Verdict))
	copy(id[6:], hash[6:])
	id[6] = id[6]&0x0f | 0x70
	id[8] = id[8]&0x3f | 0x80
	return id.String()
}
