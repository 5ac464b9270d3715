package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// packageChecks prove what can be proved of the packages without making them.
func packageChecks() []check {
	return []check{
		{name: checkWorkflows, after: []string{checkModules}, do: lintWorkflows},
		{
			name: checkDesktop, absent: func() string { return missingTool("desktop-file-validate") },
			do: command("desktop-file-validate", "--warn-kde", "build/linux/"+appID+".desktop"),
		},
		{name: checkMetainfo, absent: func() string { return missingTool("appstreamcli") }, do: validateMetainfo},
	}
}

// missingTool says why a check that takes a program cannot be made.
func missingTool(name string) string {
	if !installed(name) {
		return name + " is not on the path"
	}
	return ""
}

// lintWorkflows reads what the build servers do, with the shell scripts in it where shellcheck is there.
func lintWorkflows(ctx context.Context, c *console) error {
	command := tool("actionlint", "actionlint")
	return c.run(ctx, command[0], command[1:]...)
}

// validateMetainfo reads what software centres show of the program, as it is in a package. The
// pictures it names are not fetched.
func validateMetainfo(ctx context.Context, c *console) error {
	r, err := currentRelease(ctx)
	if err != nil {
		return err
	}
	folder, err := os.MkdirTemp("", "levelica-metainfo-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	path := filepath.Join(folder, appID+".metainfo.xml")
	if err := fill("build/linux/"+appID+".metainfo.xml", path, metainfoValues(r)); err != nil {
		return err
	}
	said, err := output(ctx, "appstreamcli", "validate", "--pedantic", "--no-net", path)
	c.sayf("%s", said)
	if err != nil {
		return err
	}
	// Hints do not fail it by themselves; these are the ones that are meant.
	for _, line := range lines(said) {
		if strings.HasPrefix(line, "P: ") && !strings.Contains(line, "cid-contains-uppercase-letter") {
			return fmt.Errorf("mend this, or say in build/test_packages.go why it stays: %s", line)
		}
	}
	return nil
}
