package app

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// hearingBrowser puts a browser on the path, alone, that writes its environment down, and returns
// what reads that.
func hearingBrowser(t *testing.T) func() string {
	t.Helper()
	folder := t.TempDir()
	script := "#!/bin/sh\nexport -p > '" + filepath.Join(folder, "heard") + "'\n"
	if err := os.WriteFile(filepath.Join(folder, "xdg-open"), []byte(script), 0o700); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", folder)
	return func() string {
		heard, err := os.ReadFile(filepath.Join(folder, "heard"))
		if err != nil {
			t.Fatal(err)
		}
		return string(heard)
	}
}

// preparedApp is a portable program whose web view has been prepared. What that says in the
// environment ends with the test.
func preparedApp(t *testing.T) *App {
	t.Helper()
	for _, variable := range []string{"XDG_DATA_HOME", "XDG_CACHE_HOME"} {
		t.Setenv(variable, "/the/persons/own")
	}
	a := testApp(t)
	a.places.web = "/beside/the/program"
	PrepareWebView(a)
	return a
}

func TestTheWebViewHearsHowToRunScriptsAndWhereItsFilesGo(t *testing.T) {
	unset(t, "JSC_useDFGJIT")
	preparedApp(t)
	for variable, want := range map[string]string{
		"JSC_useDFGJIT": "false", "XDG_DATA_HOME": "/beside/the/program/data", "XDG_CACHE_HOME": "/beside/the/program/cache",
	} {
		if got := os.Getenv(variable); got != want {
			t.Errorf("%s is %q, want %q", variable, got, want)
		}
	}
}

func TestABrowserHearsNothingOfWhatTheWebViewWasTold(t *testing.T) {
	unset(t, "JSC_useDFGJIT")
	a, heard := preparedApp(t), hearingBrowser(t)
	if err := a.browse("https://example.org"); err != nil {
		t.Fatal(err)
	}
	if got := heard(); strings.Contains(got, "JSC_") || strings.Contains(got, "/beside/") || !strings.Contains(got, "/the/persons/own") {
		t.Errorf("the browser's environment is\n%s", got)
	}
}

func TestWhatAPersonSaysToTheScriptEngineStands(t *testing.T) {
	t.Setenv("JSC_useDFGJIT", "true")
	preparedApp(t)
	if got := os.Getenv("JSC_useDFGJIT"); got != "true" {
		t.Errorf("the person's word became %q", got)
	}
}

// unset takes a variable out of the environment until the test ends.
func unset(t *testing.T, variable string) {
	t.Helper()
	t.Setenv(variable, "") // puts back what was
	if err := os.Unsetenv(variable); err != nil {
		t.Fatal(err)
	}
}
