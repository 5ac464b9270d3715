package app

import (
	"bytes"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/levelica/levelica/internal/journal"
)

// private is a text that nobody else is to read; any part of it in the log is one too many.
const private = "김민아의 비밀 🙂 سرّ"

// withDialog are the bound methods that open something of the system's before they do anything.
var withDialog = []string{
	"ChooseBackupFolder", "ChooseEvidenceFile", "ChooseImport", "ExportJournal", "ExportReadable", "OpenDataFolder", "OpenLink",
	"ReadForm", "SaveCard", "SaveForm", "SaveReceipt", "SaveReport",
}

// filled returns a value whose every text is one, and every list holds one value.
func filled(typ reflect.Type, text string) reflect.Value {
	v := reflect.New(typ).Elem()
	switch typ.Kind() {
	case reflect.String:
		v.SetString(text)
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int, reflect.Int64:
		v.SetInt(2)
	case reflect.Slice:
		v.Set(reflect.Append(v, filled(typ.Elem(), text)))
	case reflect.Struct:
		for i := range typ.NumField() {
			v.Field(i).Set(filled(typ.Field(i).Type, text))
		}
	}
	return v
}

// callAll calls every bound method that needs no dialog, and reads every file, with a text in the place
// of all texts, or after a slug that there is. How each ends is another test's matter.
func callAll(t *testing.T, a *App, text string) (called int) {
	t.Helper()
	for _, m := range boundMethods() {
		if slices.Contains(withDialog, m.Name) {
			continue
		}
		for _, first := range []string{text, backend} {
			args := []reflect.Value{reflect.ValueOf(a)}
			for i := 1; i < m.Type.NumIn(); i++ {
				arg := filled(m.Type.In(i), text)
				if i == 1 && arg.Kind() == reflect.String {
					arg.SetString(first)
				}
				args = append(args, arg)
			}
			m.Func.Call(args)
			called++
		}
	}
	serve := Assets(a, fstest.MapFS{}).Middleware(http.NotFoundHandler())
	for _, from := range answers {
		path := (&url.URL{Path: strings.Replace(from.path, "*", text, 1)}).EscapedPath()
		serve.ServeHTTP(httptest.NewRecorder(), httptest.NewRequest(http.MethodGet, path, nil))
		called++
	}
	return called
}

func TestNothingPersonalReachesTheLogWhateverIsCalledAndWhateverFails(t *testing.T) {
	var log bytes.Buffer
	logged := func(a *App) *App {
		a.log = a.logTo(&log)
		return a
	}
	// The folder of the home, and so of the journal, is named after the person.
	home := filepath.Join(t.TempDir(), private)
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home)
	dir := filepath.Join(home, "data")

	a := logged(appOn(t, dir))
	if _, err := a.AddProfile(private); err != nil {
		t.Fatal(err)
	}
	if _, err := a.SetMarks(backend, []MarkRequest{request("be-001", "on-my-own")}); err != nil {
		t.Fatal(err)
	}
	if _, err := a.AddEvidence(backend, EvidenceRequest{ID: newID(), Item: "be-001", Kind: "note", Text: private, Witness: private}); err != nil {
		t.Fatal(err)
	}
	if called := callAll(t, a, private); called < 50 {
		t.Errorf("only %d calls were made", called)
	}
	// What dialogs would have chosen.
	place := filepath.Join(home, "USB "+private)
	for name, err := range map[string]error{
		"a second folder that is gone":           a.useBackupFolder(t.Context(), place),
		"a rescue to a folder that is not there": a.exportReadable(t.Context(), filepath.Join(place, "x.levelica")),
	} {
		if err == nil {
			t.Errorf("%s: no error", name)
			continue
		}
		_ = a.explain(err)
	}
	_ = a.explain(&fs.PathError{Op: "open", Path: place, Err: fs.ErrInvalid})
	func() {
		var err error
		defer a.recovered(&err)
		var marks []string
		marks[len(place)] = place // a defect, as it would be
	}()
	if err := a.close(); err != nil {
		t.Fatal(err)
	}

	// A journal that is hurt, and then a folder in its place.
	path := filepath.Join(dir, journal.FileName)
	if err := os.WriteFile(path, bytes.Repeat([]byte(private), 500), 0o600); err != nil {
		t.Fatal(err)
	}
	hurt := logged(appOn(t, dir))
	callAll(t, hurt, private)
	if err := hurt.close(); err != nil {
		t.Fatal(err)
	}
	nowhere := logged(appOn(t, filepath.Join(path, "no folder")))
	callAll(t, nowhere, private)
	// A last line shows that the log was written to, and by whom.
	nowhere.log.Error("the end", "error", fs.ErrInvalid)

	if !strings.Contains(log.String(), "the end") || !strings.Contains(log.String(), "level=ERROR") {
		t.Fatalf("the log holds\n%s", log.String())
	}
	for line := range strings.Lines(log.String()) {
		for _, word := range []string{"김민아", "비밀", "🙂", "سرّ", `\u`} {
			if strings.Contains(line, word) {
				t.Errorf("the log says %s", line[:min(len(line), 400)])
				break
			}
		}
	}
}
