package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// sampleRelease has nothing of the clock, so what is made for it is always the same.
var sampleRelease = release{version: "1.2.3", commit: "0123456789abcdef0123456789abcdef01234567", moment: time.Date(2026, 11, 26, 12, 0, 0, 0, time.UTC)}

// atRoot runs the rest of a test in the root of the checkout, as a verb is run.
func atRoot(t *testing.T) {
	t.Helper()
	t.Chdir("..")
}

func TestTheBundleOfMacOSIsLaidOutAsAppleSays(t *testing.T) {
	atRoot(t)
	program := filepath.Join(t.TempDir(), "program")
	write(t, program, "stands for the program")
	bundle, err := layBundle(t.TempDir(), program, sampleRelease)
	if err != nil {
		t.Fatal(err)
	}
	info := readPlist(t, filepath.Join(bundle, "Contents", "Info.plist"))
	for key, want := range map[string]string{
		"CFBundleIdentifier": appID, "CFBundleExecutable": "Levelica", "CFBundlePackageType": "APPL",
		"CFBundleShortVersionString": "1.2.3", "CFBundleVersion": "1.2.3", "LSMinimumSystemVersion": oldestMac,
		"NSRequiresAquaSystemAppearance": "false", "CFBundleIconFile": "icon", "CFBundleURLTypes.CFBundleURLSchemes": "levelica",
		"CFBundleDocumentTypes.LSItemContentTypes":                                    "org.levelica.Levelica.journal",
		"UTExportedTypeDeclarations.UTTypeIdentifier":                                 "org.levelica.Levelica.journal",
		"UTExportedTypeDeclarations.UTTypeTagSpecification.public.filename-extension": "levelica",
	} {
		if !slices.Contains(info[key], want) {
			t.Errorf("%s is %q, want %q", key, info[key], want)
		}
	}
	started, err := os.Stat(filepath.Join(bundle, "Contents", "MacOS", info["CFBundleExecutable"][0]))
	if err != nil || started.Mode()&0o111 == 0 {
		t.Errorf("the program cannot be started: %v", err)
	}
	icon, err := os.ReadFile(filepath.Join(bundle, "Contents", "Resources", "icon.icns"))
	if err != nil || !bytes.HasPrefix(icon, []byte("icns")) {
		t.Errorf("there is no icon: %v", err)
	}
	entitlements := readPlist(t, "build/darwin/entitlements.plist")
	for key := range entitlements {
		t.Errorf("the program asks macOS for %s: say in entitlements.plist why, and here", key)
	}
}

// readPlist returns the values of a property list by key. Keys of a dictionary in a list follow the
// key of the list.
func readPlist(t *testing.T, path string) map[string][]string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	found := map[string][]string{}
	var keys []string // of the dictionaries around, the current one last
	decoder := xml.NewDecoder(bytes.NewReader(text))
	var content strings.Builder
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return found
		}
		if err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		name := func() string { return strings.Join(keys, ".") }
		switch token := token.(type) {
		case xml.StartElement:
			content.Reset()
			switch token.Name.Local {
			case "dict":
				keys = append(keys, "")
			case "true", "false":
				found[name()] = append(found[name()], token.Name.Local)
			}
		case xml.CharData:
			content.Write(token)
		case xml.EndElement:
			switch token.Name.Local {
			case "dict":
				keys = keys[:len(keys)-1]
			case "key":
				keys[len(keys)-1] = content.String()
			case "string", "integer":
				found[name()] = append(found[name()], content.String())
			}
		}
	}
}

func TestEachDesktopKnowsTheProgramByOneName(t *testing.T) {
	atRoot(t)
	for path, want := range map[string]string{
		"app/window.go":                          `DesktopID = "` + appID + `"`,
		"build/darwin/Info.plist":                "<string>" + appID + "</string>",
		"build/windows/wails.exe.manifest":       `name="` + appID + `"`,
		"build/linux/" + appID + ".desktop":      "StartupWMClass=" + appID + "\n",
		"build/linux/" + appID + ".metainfo.xml": "<id>" + appID + "</id>",
	} {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Error(err)
		} else if !strings.Contains(string(text), want) {
			t.Errorf("%s does not say %s", path, want)
		}
	}
}

func TestArchivesDependOnTheirFilesAndTheMomentAlone(t *testing.T) {
	pack := func(folder string, stamp time.Time) (tarred, zipped []byte) {
		a, b := filepath.Join(folder, "a 파일 🙂.txt"), filepath.Join(folder, "b")
		write(t, a, "text")
		write(t, b, strings.Repeat("program", 1000))
		for _, path := range []string{a, b} {
			if err := os.Chtimes(path, stamp, stamp); err != nil {
				t.Fatal(err)
			}
		}
		files := []archived{{name: "top/b/b", from: b, program: true}, {name: "top/a 파일 🙂.txt", from: a}}
		if stamp.Year() == 2001 {
			slices.Reverse(files)
		}
		to := filepath.Join(folder, "out")
		if err := writeTar(to, sampleRelease.moment, files); err != nil {
			t.Fatal(err)
		}
		tarred, err := os.ReadFile(to)
		if err != nil {
			t.Fatal(err)
		}
		if err := writeZip(to, sampleRelease.moment, files); err != nil {
			t.Fatal(err)
		}
		zipped, err = os.ReadFile(to)
		if err != nil {
			t.Fatal(err)
		}
		return tarred, zipped
	}
	tar1, zip1 := pack(t.TempDir(), time.Unix(1, 0))
	tar2, zip2 := pack(t.TempDir(), time.Date(2001, 1, 1, 0, 0, 0, 0, time.UTC))
	if !bytes.Equal(tar1, tar2) {
		t.Error("the .tar.gz differs")
	}
	if !bytes.Equal(zip1, zip2) {
		t.Error("the .zip differs")
	}

	unzipped, err := gzip.NewReader(bytes.NewReader(tar1))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for archive := tar.NewReader(unzipped); ; {
		header, err := archive.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		names = append(names, header.Name)
		if want := header.Typeflag == tar.TypeDir || header.Name == "top/b/b"; (header.Mode&0o111 != 0) != want {
			t.Errorf("%s has mode %o", header.Name, header.Mode)
		}
	}
	if want := []string{"top/", "top/a 파일 🙂.txt", "top/b/", "top/b/b"}; !slices.Equal(names, want) {
		t.Errorf("the .tar.gz holds %q, want %q", names, want)
	}
	archive, err := zip.NewReader(bytes.NewReader(zip1), int64(len(zip1)))
	if err != nil {
		t.Fatal(err)
	}
	if len(archive.File) != 2 || archive.File[1].Mode()&0o111 == 0 {
		t.Errorf("the .zip holds %d files, or a program that is none", len(archive.File))
	}
}

func TestTheOldestCLibraryIsReadFromWhatTheProgramAsksFor(t *testing.T) {
	for asked, want := range map[string][2]int{
		"GLIBC_2.34": {2, 34}, "GLIBC_2.2.5": {2, 2}, "GLIBC_ABI_DT_RELR": {2, 36}, "LIBSOUP_3": {},
	} {
		got, err := libCVersion(asked)
		if err != nil || got != want {
			t.Errorf("%s asks for %v, %v; want %v", asked, got, err, want)
		}
	}
	if got, err := libCVersion("GLIBC_PRIVATE"); err == nil {
		t.Errorf("what no distribution promises is taken for %v", got)
	}
}

func TestTheBillOfMaterialsNamesEveryPartAndNoMomentOrPlaceOfItsMaking(t *testing.T) {
	bill := billOfMaterials{
		"metadata": map[string]any{"timestamp": "2031-01-01T00:00:00Z", "component": map[string]any{"version": "(devel)"},
			"tools": []any{map[string]any{"name": "cyclonedx-gomod", "hashes": []any{"of this machine's copy"}}}},
		"components": []any{map[string]any{"name": "gorm.io/gorm"}},
	}
	err := bill.complete([]component{
		{Name: "gorm.io/gorm", Version: "v1", Kind: "go"},
		{Name: "@lucide/svelte", Version: "1.48.0", Kind: "npm", Licence: "ISC"},
		{Name: "Noto Sans", Version: "2.004", Kind: "font", Licence: "OFL-1.1"},
	}, sampleRelease)
	if err != nil {
		t.Fatal(err)
	}
	text, err := json.Marshal(bill)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`"pkg:npm/%40lucide/svelte@1.48.0"`, `"Noto Sans"`, `"timestamp":"2026-11-26T12:00:00Z"`, `"version":"1.2.3"`} {
		if !strings.Contains(string(text), want) {
			t.Errorf("%s is not in %s", want, text)
		}
	}
	if n := strings.Count(string(text), "gorm.io/gorm"); n != 1 {
		t.Errorf("a Go module is listed %d times", n)
	}
	if strings.Contains(string(text), "of this machine's copy") || !strings.Contains(string(text), "cyclonedx-gomod") {
		t.Errorf("the tool is not named alone: %s", text)
	}
	if err := (billOfMaterials{}).complete(nil, sampleRelease); err == nil {
		t.Error("a document that lists nothing is taken for one")
	}
}

// write writes a file, and the folders that it lies in.
func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
