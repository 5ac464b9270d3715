package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// packageWindows makes the installers and the portable archives for Windows. The program there needs
// no C, so it is built on any system.
func packageWindows(ctx context.Context, p *packaging) error {
	if windowsSigner() == "" {
		p.cannot("signatures of the programs for Windows", "LEVELICA_SIGN_WINDOWS names no command that signs")
	}
	if err := writeResources(ctx, p); err != nil {
		return err
	}
	for _, arch := range p.archs {
		program := filepath.Join(p.work, "levelica-"+arch+".exe")
		if err := buildForWindowsOn(ctx, p, arch, program); err != nil {
			return err
		}
		if err := signForWindows(ctx, p, program); err != nil {
			return err
		}
		if err := packPortable(p, arch, program); err != nil {
			return err
		}
		if !installed("makensis") {
			p.cannot("installer for Windows on "+arch, "makensis is not here")
			continue
		}
		if err := packInstaller(ctx, p, arch, program); err != nil {
			return err
		}
	}
	return writeWinget(p)
}

// writeResources compiles what Windows shows of a program file: icon, manifest and version.
func writeResources(ctx context.Context, p *packaging) error {
	for _, name := range []string{"icon.ico", "document.ico", "wails.exe.manifest"} {
		data, err := os.ReadFile(filepath.Join("build/windows", name))
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(p.work, name), data, 0o644); err != nil {
			return err
		}
	}
	described := filepath.Join(p.work, "winres.json")
	err := fill("build/windows/winres.json", described, map[string]any{
		"Version": p.release.version, "Numbers": p.release.numbers(), "Commit": p.release.commit,
	})
	if err != nil {
		return err
	}
	command := append(tool("winres", "go-winres"), "make", "--in", described, "--out", filepath.Join(p.work, "rsrc"), "--arch", "amd64,arm64")
	return p.run(ctx, command[0], command[1:]...)
}

// buildForWindowsOn builds the program with its resources. The linker takes them from the folder of
// main.go and from nowhere else, not even an overlay; they are there for this build only.
func buildForWindowsOn(ctx context.Context, p *packaging, arch, to string) (err error) {
	name := "rsrc_windows_" + arch + ".syso"
	resources, err := os.ReadFile(filepath.Join(p.work, name))
	if err != nil {
		return err
	}
	if err := os.WriteFile(name, resources, 0o644); err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.Remove(name)) }()
	return p.runWith(ctx, []string{"GOOS=windows", "GOARCH=" + arch, "CGO_ENABLED=0"}, "go", "build", "-buildvcs=false", "-trimpath",
		"-tags", production, "-ldflags", p.release.linkerFlags()+" -H windowsgui", "-o", to, ".")
}

// windowsSigner is how the machine has been told to sign for Windows, or nothing: a command that gets
// the path of a program file as its last argument and changes the file.
func windowsSigner() string { return strings.TrimSpace(os.Getenv("LEVELICA_SIGN_WINDOWS")) }

// signForWindows signs a program file where the machine has been told how.
func signForWindows(ctx context.Context, p *packaging, path string) error {
	command := strings.Fields(windowsSigner())
	if len(command) == 0 {
		return nil
	}
	return p.run(ctx, command[0], append(command[1:], path)...)
}

// packPortable makes the archive whose program keeps everything beside it.
func packPortable(p *packaging, arch, program string) error {
	mark := filepath.Join(p.work, ".portable")
	text := "Levelica keeps everything beside itself while this file is here: see levelica-data.\r\n"
	if err := os.WriteFile(mark, []byte(text), 0o644); err != nil {
		return err
	}
	return writeZip(p.file("windows", arch, "-portable.zip"), p.release.moment, []archived{
		{name: "Levelica/levelica.exe", from: program, program: true},
		{name: "Levelica/.portable", from: mark},
		{name: "Levelica/LICENSE.txt", from: "LICENSE"},
	})
}

// packInstaller makes the installer of one processor.
func packInstaller(ctx context.Context, p *packaging, arch, program string) error {
	wails, err := output(ctx, "go", "list", "-m", "-f", "{{.Dir}}", "github.com/wailsapp/wails/v2")
	if err != nil {
		return err
	}
	// Microsoft's own bootstrapper, which Wails brings along; what it installs comes from Microsoft.
	webView := filepath.Join(wails, "internal", "webview2runtime", "MicrosoftEdgeWebview2Setup.exe")
	if _, err := os.Stat(webView); err != nil {
		return fmt.Errorf("the bootstrapper of WebView2 is not in the module of Wails any more: %w", err)
	}
	info, err := os.Stat(program)
	if err != nil {
		return err
	}
	to, err := filepath.Abs(p.file("windows", arch, "-setup.exe"))
	if err != nil {
		return err
	}
	definitions := map[string]string{
		"VERSION": p.release.version, "NUMBERS": p.release.numbers(), "ARCH": arch, "PROGRAM": program, "OUTPUT": to,
		"SIZE": fmt.Sprint(info.Size() / 1024), "WEBVIEW": webView, "TARGET": map[string]string{"amd64": "amd64-unicode", "arm64": "x86-unicode"}[arch],
	}
	for name, path := range map[string]string{"ICON": "build/windows/icon.ico", "LICENCE": "LICENSE"} {
		if definitions[name], err = filepath.Abs(path); err != nil {
			return err
		}
	}
	if signer := windowsSigner(); signer != "" {
		definitions["SIGN"] = signer // the uninstaller comes to be inside the installer
	}
	// Where it is called from, because the command that signs may say where its script lies from there.
	args := []string{"-V2", "-WX", "-NOCD", "-INPUTCHARSET", "UTF8"}
	for name, value := range definitions {
		args = append(args, "-D"+name+"="+value)
	}
	if err := p.runWith(ctx, []string{"SOURCE_DATE_EPOCH=" + p.release.epoch()}, "makensis", append(args, "build/windows/installer/levelica.nsi")...); err != nil {
		return err
	}
	return signForWindows(ctx, p, to)
}
