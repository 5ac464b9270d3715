package app

import (
	"os"
	"path/filepath"
	"strings"

	"github.com/adrg/xdg"
)

// places are the folders in which a person's files live.
type places struct {
	data   string // the journal, its backups, and what belongs to the window that is open
	config string // the settings
	state  string // the log, the window's size and place
	web    string // the web view's own files; "" leaves them where the system has them
}

// portableMark is the name of a file beside the program that keeps everything beside the program.
const portableMark = ".portable"

// findPlaces returns the places for a data folder that was asked for, or for "" the usual ones:
// beside the program where it is portable, and the system's otherwise.
func findPlaces(dataDir string) places {
	// DataHome, not DataFile: where the home may not be written, that one falls through to a system
	// folder, and an empty journal appears.
	usual := places{
		data:   filepath.Join(xdg.DataHome, "levelica"),
		config: filepath.Join(xdg.ConfigHome, "levelica"),
		state:  filepath.Join(xdg.StateHome, "levelica"),
	}
	if program, err := os.Executable(); err == nil {
		if beside, ok := portablePlaces(program); ok {
			usual = beside
		}
	}
	if dataDir != "" {
		// Settings go with the journal, so that two of them do not share a language.
		usual.data, usual.config = dataDir, dataDir
	}
	return usual
}

// portablePlaces returns the places beside a program, and whether the mark that asks for them lies
// there.
func portablePlaces(program string) (places, bool) {
	folder := filepath.Dir(program)
	// On macOS a person sees the bundle, not the program deep in it.
	if bundle, inside := strings.CutSuffix(filepath.ToSlash(folder), ".app/Contents/MacOS"); inside {
		folder = filepath.Dir(filepath.FromSlash(bundle + ".app"))
	}
	if _, err := os.Stat(filepath.Join(folder, portableMark)); err != nil {
		return places{}, false
	}
	data := filepath.Join(folder, "levelica-data")
	return places{data: data, config: data, state: filepath.Join(data, "state"), web: filepath.Join(data, "web")}, true
}
