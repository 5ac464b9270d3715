package journal

import (
	"os"
	"path/filepath"
	"testing"
)

func TestAFolderThatOthersHaveAHandInIsKnown(t *testing.T) {
	local := func(string) bool { return false }
	for path, want := range map[string]Keeper{
		"/home/보라/Dropbox/levelica": Cloud, "/home/a/Dropbox (Personal)/x": Cloud, "/Users/a/Library/Mobile Documents/com~apple~CloudDocs": Cloud,
		"/home/a/OneDrive - Contoso/levelica": Cloud, "/Users/a/Library/CloudStorage/GoogleDrive-a@example.org": Cloud, "/home/a/Nextcloud": Cloud,
		"/home/a/.local/share/levelica": OwnDisk, "/home/a/dropboxes": OwnDisk, "/home/nextcloudfan/x": OwnDisk, "": OwnDisk, "/home/🙂/שלום": OwnDisk,
	} {
		if got := keeperOf(path, local); got != want {
			t.Errorf("%q is kept by %q, want %q", path, got, want)
		}
	}
	if got := keeperOf("/mnt/share", func(string) bool { return true }); got != Network {
		t.Errorf("a file server is %q", got)
	}
	if got := FolderKeeper(t.TempDir()); got != OwnDisk {
		t.Errorf("the disk of this computer is %q", got)
	}
}

func TestALinkIntoTheFolderOfAServiceIsKnown(t *testing.T) {
	dir := t.TempDir()
	cloud, link := filepath.Join(dir, "Dropbox", "levelica"), filepath.Join(dir, "levelica")
	if err := os.MkdirAll(cloud, 0o700); err != nil {
		t.Fatal(err)
	}
	makeLink(t, cloud, link)
	if got := FolderKeeper(link); got != Cloud {
		t.Errorf("got %q", got)
	}
}

// makeLink makes a link to a folder, where the system makes links. Wine says that it has made one, and
// has not.
func makeLink(t *testing.T, folder, link string) {
	t.Helper()
	err := os.Symlink(folder, link)
	if err == nil {
		_, err = os.Readlink(link)
	}
	if err != nil {
		t.Skip("NOT RUN: this system makes no links: ", err)
	}
}
