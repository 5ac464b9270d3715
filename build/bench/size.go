package main

import (
	"cmp"
	"context"
	"debug/elf"
	"debug/gosym"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/levelica/levelica/build/bundle"
)

// embedded are the folders and archives that the program carries in it.
var embedded = []struct{ what, folder string }{
	{"frontend", "frontend/packed"},
	{"fonts of reports", "internal/report/fonts"},
	{"guides", "internal/guide/compiled"},
	{"messages", "internal/locale/messages.zip"},
}

// measureSize compares the size of the program with that of the empty window, and says what it
// consists of.
func measureSize(_ context.Context, s settings) (section, error) {
	sec := section{
		Title: "Size of the program",
		Method: "The file as people get it, without symbols; the floor is the empty window's. Machine code is counted by " +
			"the module that it comes from, with the tables that Go keeps of its functions in proportion.",
	}
	ours, err := os.Stat(s.program)
	if err != nil {
		return sec, err
	}
	floor, err := os.Stat(s.empty)
	if err != nil {
		return sec, err
	}
	const target = 2.5
	f := compare("program", "MB", megabytes(floor.Size()), megabytes(ours.Size()), target)

	switch lines, err := breakDown(s); {
	case errors.Is(err, errNotELF):
		sec.Notes = append(sec.Notes, "What it consists of is read from the ELF files of Linux.")
	case err != nil:
		return sec, err
	default:
		f.because("allowed above the floor: %.1f MB; what there is above it is listed below", (target-1)*f.Floor)
		sec.Notes = append(sec.Notes, lines...)
	}
	sec.Figures = append(sec.Figures, f)

	scripts, err := bundle.Weigh("frontend/dist", ".js")
	if err != nil {
		return sec, err
	}
	styles, err := bundle.Weigh("frontend/dist", ".css")
	if err != nil {
		return sec, err
	}
	sec.Figures = append(sec.Figures, within("scripts of the window, by gzip", "kB", kilobytes(scripts.Packed), nil, kilobytes(bundle.ScriptLimit)))
	for _, kind := range []struct {
		name string
		bundle.Weight
	}{{"Scripts", scripts}, {"Style sheets", styles}} {
		sec.Notes = append(sec.Notes, fmt.Sprintf("%s of the window: %.1f kB, %.1f kB by gzip", kind.name, kilobytes(kind.Plain), kilobytes(kind.Packed)))
	}
	return sec, nil
}

// breakDown lists what the program has and the empty window has not, largest first.
func breakDown(s settings) ([]string, error) {
	ours, err := anatomy(s.program)
	if err != nil {
		return nil, err
	}
	floor, err := anatomy(s.empty)
	if err != nil {
		return nil, err
	}
	code := map[string]float64{}
	for _, module := range slices.Concat(slices.Collect(maps.Keys(ours.modules)), slices.Collect(maps.Keys(floor.modules))) {
		code[module] = ours.modules[module] - floor.modules[module]
	}
	largest := slices.SortedFunc(maps.Keys(code), func(a, b string) int { return cmp.Compare(code[b], code[a]) })

	lines := []string{"Above the empty window, in MB:"}
	add := func(size float64, what string) { lines = append(lines, fmt.Sprintf("  %6.2f  %s", size, what)) }
	const shown = 10
	for _, module := range largest[:min(shown, len(largest))] {
		add(code[module], "code of "+module)
	}
	var rest float64
	for _, module := range largest[min(shown, len(largest)):] {
		rest += code[module]
	}
	add(rest, "code of all others")
	data := ours.data - floor.data
	for _, e := range embedded {
		size, err := folderSize(e.folder)
		if err != nil {
			return nil, err
		}
		add(size, "embedded: "+e.what)
		data -= size
	}
	add(data, "types, constants and other data")
	return lines, nil
}

// parts is what a program consists of, in megabytes.
type parts struct {
	modules map[string]float64 // code and function tables, by module
	data    float64            // all that is not code
}

var errNotELF = errors.New("not an ELF file")

// anatomy reads what a program consists of. The table of functions, which Go keeps for stack
// traces, is there in a program without symbols too.
func anatomy(path string) (_ parts, err error) {
	file, err := elf.Open(path)
	if err != nil {
		return parts{}, errNotELF
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	text, tables := file.Section(".text"), file.Section(".gopclntab")
	if text == nil || tables == nil {
		return parts{}, fmt.Errorf("%s has no table of functions", path)
	}
	content, err := tables.Data()
	if err != nil {
		return parts{}, err
	}
	functions, err := gosym.NewTable(nil, gosym.NewLineTable(content, text.Addr))
	if err != nil {
		return parts{}, fmt.Errorf("read the functions of %s: %w", path, err)
	}
	info, err := os.Stat(path)
	if err != nil {
		return parts{}, err
	}
	p := parts{modules: map[string]float64{}, data: megabytes(info.Size() - int64(text.Size) - int64(tables.Size))}
	var code uint64
	for _, f := range functions.Funcs {
		code += f.End - f.Entry
	}
	for _, f := range functions.Funcs {
		share := float64(f.End-f.Entry) / float64(code)
		p.modules[moduleOf(f.PackageName())] += share * megabytes(int64(text.Size+tables.Size))
	}
	return p, nil
}

// moduleOf returns the module that a package belongs to, as far as its path tells.
func moduleOf(path string) string {
	elements := strings.Split(path, "/")
	host := elements[0]
	switch {
	case strings.HasPrefix(path, "github.com/levelica/"), host == "main":
		return "Levelica itself"
	case !strings.Contains(host, "."):
		return "Go's own library and runtime"
	case strings.HasPrefix(host, "go.") || host == "modernc.org" || host == "gorm.io":
		return strings.Join(elements[:min(2, len(elements))], "/")
	}
	return strings.Join(elements[:min(3, len(elements))], "/")
}

// folderSize returns the size of all files below a folder, in megabytes.
func folderSize(folder string) (float64, error) {
	var sum int64
	err := filepath.WalkDir(folder, func(_ string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		info, err := entry.Info()
		if err == nil {
			sum += info.Size()
		}
		return err
	})
	return megabytes(sum), err
}

func kilobytes(bytes int) float64 { return float64(bytes) / 1e3 }

func megabytes(bytes int64) float64 { return float64(bytes) / 1e6 }
