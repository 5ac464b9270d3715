package app

import (
	"bytes"
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/levelica/levelica/internal/guide"
)

func TestAPanicBecomesAFaultAndTheProgramGoesOn(t *testing.T) {
	a := testApp(t)
	var log bytes.Buffer
	a.log = slog.New(slog.NewTextHandler(&log, nil))
	broken := func() (err error) {
		defer a.recovered(&err)
		var none *guide.Guide
		_ = none.Title
		return nil
	}
	err := broken()
	var f *fault
	if !errors.As(err, &f) || f.Code != "internal" || f.Ref == "" || !strings.Contains(log.String(), f.Ref) {
		t.Errorf("fault %v, log %s", err, log.String())
	}
	if _, err := a.session(); err != nil {
		t.Errorf("the program does not go on: %v", err)
	}
}

func TestEveryFaultHasItsWords(t *testing.T) {
	a := testApp(t)
	source, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for _, name := range source {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, part := range strings.Split(string(data), "newFault(\"")[1:] {
			code, _, _ := strings.Cut(part, `"`)
			found++
			for _, key := range []string{"fault." + code, "fault." + code + ".hint"} {
				if !a.words().Has(key) {
					t.Errorf("%s: there are no words for %s", name, key)
				}
			}
		}
	}
	if found < 15 {
		t.Errorf("only %d faults were found in the source", found)
	}
}
