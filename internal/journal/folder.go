package journal

import (
	"path/filepath"
	"strings"
)

// Keeper says who else has a hand in a folder. SQLite's locks and its log need a disk of this
// computer's own: over a network two programs may write at once, and a service that copies files to
// other computers may copy the journal between two halves of a change, or put an older one back.
type Keeper string

// The keepers of a folder.
const (
	OwnDisk Keeper = ""        // as far as can be told
	Network Keeper = "network" // a file server, or something else that is not a disk
	Cloud   Keeper = "cloud"   // a service that copies the files of the folder to other computers
)

// FolderKeeper says who else has a hand in a folder, or in the one that a link leads to. What cannot
// be told is OwnDisk.
func FolderKeeper(dir string) Keeper { return keeperOf(dir, overNetwork) }

func keeperOf(dir string, overNetwork func(dir string) bool) Keeper {
	behind, err := filepath.EvalSymlinks(dir)
	if err != nil {
		behind = dir
	}
	for _, name := range strings.FieldsFunc(behind, func(r rune) bool { return r == '/' || r == filepath.Separator }) {
		if inCloud(name) {
			return Cloud
		}
	}
	if overNetwork(behind) {
		return Network
	}
	return OwnDisk
}

// cloudFolders are how the folders of services begin that copy what is in them: "OneDrive - Contoso".
var cloudFolders = []string{
	"dropbox", "onedrive", "google drive", "googledrive", "icloud drive", "iclouddrive", "mobile documents", "cloudstorage", "nextcloud",
	"owncloud", "pcloud", "proton drive", "megasync", "yandex.disk", "seafile", "box sync", "syncthing", "tresorit", "koofr",
}

// inCloud reports whether a folder has a name that such a service gives its own.
func inCloud(name string) bool {
	name = strings.ToLower(name)
	for _, known := range cloudFolders {
		rest, ok := strings.CutPrefix(name, known)
		if ok && (rest == "" || strings.ContainsAny(rest[:1], " -_(.~")) {
			return true
		}
	}
	return false
}
