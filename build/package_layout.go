package main

import (
	"bytes"
	"compress/gzip"
	"context"
	"debug/elf"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// appID is the name of the program for desktops: of its window, its menu entry, its icon.
const appID = "org.levelica.Levelica"

// documentIcon is what an icon theme calls the picture of an exported journal: its type, with dashes.
const documentIcon = "application-x-levelica-journal"

// placed is a file of a package: where it lies while packages are made, and where it is installed.
type placed struct {
	From, To string
	Mode     string
	Packager string // "deb" or "rpm", where only one of them has it
	Type     string // of nfpm: "doc", "license", or "" for a plain file
}

// layOut writes what the Linux packages hold beside the program, and returns the files as
// they lie below /usr. The program itself tells its manual, so one that runs here has to be at
// runnable.
func layOut(ctx context.Context, p *packaging, runnable string) ([]placed, error) {
	metainfo := filepath.Join(p.work, appID+".metainfo.xml")
	if err := fill("build/linux/"+appID+".metainfo.xml", metainfo, metainfoValues(p.release)); err != nil {
		return nil, err
	}
	files := []placed{
		{From: "build/linux/" + appID + ".desktop", To: "share/applications/" + appID + ".desktop"},
		{From: metainfo, To: "share/metainfo/" + appID + ".metainfo.xml"},
		{From: "build/icon/256.svg", To: "share/icons/hicolor/scalable/apps/" + appID + ".svg"},
		{From: "build/linux/" + appID + ".mime.xml", To: "share/mime/packages/" + appID + ".xml"},
		{From: "build/icon/document-256.svg", To: "share/icons/hicolor/scalable/mimetypes/" + documentIcon + ".svg"},
	}
	for _, icon := range []struct{ folder, context, name string }{{"icons", "apps", appID}, {"document", "mimetypes", documentIcon}} {
		drawn, err := filepath.Glob("build/linux/" + icon.folder + "/*.png")
		if err != nil {
			return nil, err
		}
		for _, picture := range drawn {
			size := strings.TrimSuffix(filepath.Base(picture), ".png")
			files = append(files, placed{From: picture, To: path.Join("share/icons/hicolor", size+"x"+size, icon.context, icon.name+".png")})
		}
	}
	for _, m := range []struct{ form, to, packager string }{
		{"man", "share/man/man1/levelica.1.gz", ""},
		{"man --lang ko", "share/man/ko/man1/levelica.1.gz", ""},
		{"bash", "share/bash-completion/completions/levelica", ""},
		{"zsh", "share/zsh/vendor-completions/_levelica", "deb"},
		{"zsh", "share/zsh/site-functions/_levelica", "rpm"},
		{"fish", "share/fish/vendor_completions.d/levelica.fish", ""},
	} {
		text, err := output(ctx, runnable, append([]string{"manual"}, strings.Fields(m.form)...)...)
		if err != nil {
			return nil, err
		}
		data := []byte(text + "\n")
		if strings.HasSuffix(m.to, ".gz") {
			data = gzipped(data)
		}
		from := filepath.Join(p.work, m.form)
		if err := os.WriteFile(from, data, 0o644); err != nil {
			return nil, err
		}
		files = append(files, placed{From: from, To: m.to, Packager: m.packager})
	}
	return files, nil
}

// metainfoValues are what software centres are told of a release.
func metainfoValues(r release) map[string]any {
	return map[string]any{"Version": r.version, "Commit": r.commit, "Date": r.date(), "Stable": r.stable()}
}

// documents returns the licences and the list of changes as each kind of package wants them.
func documents(p *packaging) ([]placed, error) {
	// Debian's form: what changed stands in CHANGELOG.md, which has one for all systems.
	changes := fmt.Sprintf("levelica (%s) unstable; urgency=medium\n\n  * See CHANGELOG.md at https://github.com/levelica/levelica.\n\n"+
		" -- The Levelica authors <levelica@users.noreply.github.com>  %s\n",
		debianVersion(p.release.version), p.release.moment.Format("Mon, 02 Jan 2006 15:04:05 -0700"))
	changelog := filepath.Join(p.work, "changelog.gz")
	if err := os.WriteFile(changelog, gzipped([]byte(changes)), 0o644); err != nil {
		return nil, err
	}
	overrides := "share/lintian/overrides/levelica"
	return []placed{
		{From: changelog, To: "share/doc/levelica/changelog.gz", Packager: "deb"},
		{From: "build/linux/copyright", To: "share/doc/levelica/copyright", Packager: "deb"},
		{From: "build/linux/lintian-overrides", To: overrides, Packager: "deb"},
		{From: "LICENSE", To: "share/licenses/levelica/LICENSE", Packager: "rpm", Type: "license"},
		{From: "CHANGELOG.md", To: "share/doc/levelica/CHANGELOG.md", Packager: "rpm", Type: "doc"},
		{From: "internal/report/fonts/OFL-Noto.txt", To: "share/doc/levelica/OFL-Noto.txt"},
		{From: "internal/report/fonts/OFL-LevelicaHangul.txt", To: "share/doc/levelica/OFL-LevelicaHangul.txt"},
	}, nil
}

// debianVersion returns a version so that dpkg sorts what comes before a release before it.
func debianVersion(version string) string { return strings.Replace(version, "-", "~", 1) }

// gzipped returns data compressed, without a name or a moment in it.
func gzipped(data []byte) []byte {
	var out bytes.Buffer
	w, err := gzip.NewWriterLevel(&out, gzip.BestCompression)
	if err != nil {
		panic(err) // the level is a constant
	}
	// Writing to memory does not fail.
	_, _ = w.Write(data)
	_ = w.Close()
	return out.Bytes()
}

// linked are the libraries that the Linux program may load: those that nfpm.yaml names packages for.
var linked = []string{
	"libc.so.6", "libgdk-3.so.0", "libgdk_pixbuf-2.0.so.0", "libgio-2.0.so.0", "libglib-2.0.so.0", "libgobject-2.0.so.0",
	"libgtk-3.so.0", "libjavascriptcoregtk-4.1.so.0", "libsoup-3.0.so.0", "libwebkit2gtk-4.1.so.0",
	"ld-linux-aarch64.so.1", // the loader itself, which arm64 lists
}

// readLinks returns the oldest version of the GNU C library that a program runs with. It fails where
// the program is not position-independent, or loads a library that no package is named for.
func readLinks(program string) (libC string, err error) {
	binary, err := elf.Open(program)
	if err != nil {
		return "", err
	}
	defer binary.Close()
	if binary.Type != elf.ET_DYN {
		return "", fmt.Errorf("%s is not position-independent", program)
	}
	libraries, err := binary.ImportedLibraries()
	if err != nil {
		return "", err
	}
	for _, library := range libraries {
		if !slices.Contains(linked, library) {
			return "", fmt.Errorf("%s loads %s: name the packages that have it in build/linux/nfpm.yaml, then list it in package_layout.go", program, library)
		}
	}
	needs, err := binary.DynamicVersionNeeds()
	if err != nil {
		return "", err
	}
	newest := [2]int{}
	for _, need := range needs {
		for _, asked := range need.Needs {
			found, err := libCVersion(asked.Dep)
			if err != nil {
				return "", fmt.Errorf("%s: %w", program, err)
			}
			if slices.Compare(found[:], newest[:]) > 0 {
				newest = found
			}
		}
	}
	return fmt.Sprintf("%d.%d", newest[0], newest[1]), nil
}

// libCVersion reads what a program asks of the C library: GLIBC_2.34, or the name of something that
// its loader has to know. Other libraries' versions are none of it.
func libCVersion(asked string) (version [2]int, err error) {
	if asked == "GLIBC_ABI_DT_RELR" {
		asked = "GLIBC_2.36"
	}
	numbers, ok := strings.CutPrefix(asked, "GLIBC_")
	if !ok {
		return version, nil
	}
	major, rest, _ := strings.Cut(numbers, ".")
	minor, _, _ := strings.Cut(rest, ".")
	for i, number := range []string{major, minor} {
		if version[i], err = strconv.Atoi(number); err != nil {
			return version, fmt.Errorf("the C library %q: %w", asked, err)
		}
	}
	return version, nil
}
