package app

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
)

// scriptEngine is what WebKit's script engine reads in the environment. It compiles what runs often a
// second time, optimising. Our script runs for some milliseconds at a time, which that never pays back:
// it takes 3 to 5 MB, and one of two processors just while the first screen is drawn (memory of the
// window 264 MB with it, 260 MB without; opening a guide 49 ms with it, 45 ms without, of a hundred
// openings the fifth slowest). An engine that does not know the name goes on as it always did.
var scriptEngine = map[string]string{"JSC_useDFGJIT": "false"}

// PrepareWebView says in the environment, where WebKit looks for it, how the web view runs scripts
// and, where the program's places have a folder for the web view, that its files go there. It has to
// be called before the window is made. What the program starts afterwards, a browser for one, gets
// the environment as it was: it would otherwise look for its own files in there. What a person has set
// for the script engine stands. The result is the folder as Windows takes it, "" for the usual one.
func PrepareWebView(a *App) string {
	a.inherited = os.Environ()
	said := map[string]string{}
	for variable, value := range scriptEngine {
		if _, set := os.LookupEnv(variable); !set {
			said[variable] = value
		}
	}
	if a.places.web != "" {
		said["XDG_DATA_HOME"] = filepath.Join(a.places.web, "data")
		said["XDG_CACHE_HOME"] = filepath.Join(a.places.web, "cache")
	}
	for variable, value := range said {
		if err := os.Setenv(variable, value); err != nil {
			a.log.Error("prepare the web view", "variable", variable, "error", err)
		}
	}
	speakNatively(a.settings.get(a.places.config).Language)
	return a.places.web
}

// browse opens an address in the person's browser, or in what they write mail with.
func (a *App) browse(address string) error {
	for _, name := range []string{"xdg-open", "x-www-browser", "www-browser"} {
		path, err := exec.LookPath(name)
		if err != nil {
			continue
		}
		cmd := exec.Command(path, address)
		cmd.Env = a.inherited // nil is the environment as it is
		return cmd.Run()
	}
	return errors.New("neither xdg-open nor a browser is on the path")
}
