package app

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
)

// KeepWebFiles makes the web view keep its files where the program's places say, and has to be
// called before the window is made. On Linux WebKit asks the environment for them. What this
// program starts afterwards, a browser for one, gets the environment as it was: it would otherwise
// look for its own files in there. The result is the folder as Windows takes it.
func KeepWebFiles(a *App) string {
	if a.places.web == "" {
		return ""
	}
	a.inherited = os.Environ()
	for variable, folder := range map[string]string{"XDG_DATA_HOME": "data", "XDG_CACHE_HOME": "cache"} {
		if err := os.Setenv(variable, filepath.Join(a.places.web, folder)); err != nil {
			a.log.Error("keep the web view's files beside the program", "error", err)
		}
	}
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
