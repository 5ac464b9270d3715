package journal

import (
	"io/fs"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

func TestEveryTestThatTheTableNamesIsThere(t *testing.T) {
	declared := map[string]bool{}
	name := regexp.MustCompile(`(?m)^func ((?:Test|Fuzz)\w+)\(`)
	root := filepath.Join("..", "..")
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() && (entry.Name() == "node_modules" || entry.Name() == ".git") {
			return fs.SkipDir
		}
		if strings.HasSuffix(path, "_test.go") {
			for _, m := range name.FindAllStringSubmatch(string(read(t, path)), -1) {
				declared[m[1]] = true
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	named := regexp.MustCompile(`\b(?:Test|Fuzz)[A-Z]\w+`).FindAllString(string(read(t, "FAULTS.md")), -1)
	if len(named) < 40 {
		t.Fatalf("the table names %d tests", len(named))
	}
	for _, test := range named {
		if !declared[test] {
			t.Errorf("%s is not there", test)
		}
	}
}

func TestADataFolderThatIsALinkIsFollowed(t *testing.T) {
	folder, link := t.TempDir(), filepath.Join(t.TempDir(), "연결")
	makeLink(t, folder, link)
	j := open(t, link)
	everything(t, j)
	backUp(t, j, "")
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	if got := items(t, open(t, folder)); len(got) != 2 {
		t.Errorf("the folder that the link leads to has %v", got)
	}
	if all := backups(t, folder, ""); len(all) != 1 {
		t.Errorf("%d backups are in it", len(all))
	}
}
