package main

import (
	"path/filepath"
	"strings"
)

// writeWinget writes the manifests for the Windows Package Manager, into an archive that whoever
// publishes the release unpacks into a pull request there.
func writeWinget(p *packaging) error {
	type installer struct{ Arch, Name, Sum string }
	var installers []installer
	for _, name := range p.made {
		arch, isOne := strings.CutSuffix(name, "-setup.exe")
		if !isOne {
			continue
		}
		sum, err := sha256Of(filepath.Join(p.to, name))
		if err != nil {
			return err
		}
		installers = append(installers, installer{arch[strings.LastIndex(arch, "_")+1:], name, strings.ToUpper(sum)})
	}
	if len(installers) == 0 {
		p.cannot("manifests for winget", "there is no installer that they could name")
		return nil
	}
	templates, err := filepath.Glob("build/windows/winget/*.yaml")
	if err != nil {
		return err
	}
	var files []archived
	for _, template := range templates {
		to := filepath.Join(p.work, "winget", filepath.Base(template))
		values := map[string]any{"Version": p.release.version, "Date": p.release.date(), "Installers": installers}
		if err := fill(template, to, values); err != nil {
			return err
		}
		files = append(files, archived{name: "manifests/l/Levelica/Levelica/" + p.release.version + "/" + filepath.Base(template), from: to})
	}
	return writeZip(p.file("windows", "winget", ".zip"), p.release.moment, files)
}
