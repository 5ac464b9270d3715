package main

import (
	"slices"
	"strings"
)

// The package managers, named as in the table of needs.
const (
	apt         = "apt-get"
	aptOfUbuntu = "apt-get of Ubuntu"
	dnf         = "dnf"
	pacman      = "pacman"
)

// manager installs packages by one or more commands, each run as root.
type manager struct {
	name string
	// before prepares the machine; install is followed by the names of the packages.
	before, install []string
}

var managers = []manager{
	{
		name: apt,
		// A machine that has just been started often installs its own updates: wait for them.
		before: []string{"apt-get", "-o", "DPkg::Lock::Timeout=300", "update"},
		install: []string{"env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-o", "DPkg::Lock::Timeout=300",
			"install", "-y", "--no-install-recommends"},
	},
	{
		name:    dnf,
		install: []string{"dnf", "install", "-y", "--setopt=install_weak_deps=False"},
	},
	{
		name: pacman,
		// Arch supports no partial upgrade: what is new may need what else is new.
		install: []string{"pacman", "-Syu", "--needed", "--noconfirm"},
	},
}

// findManager returns the package manager of this machine, or none. release is the text of
// /etc/os-release.
func findManager(has func(executable string) bool, release string) (manager, bool) {
	i := slices.IndexFunc(managers, func(m manager) bool { return has(m.name) })
	if i < 0 {
		return manager{}, false
	}
	m := managers[i]
	if m.name == apt && slices.Contains(strings.Split(release, "\n"), "ID=ubuntu") {
		m.name = aptOfUbuntu
	}
	return m, true
}

// offers returns the packages by which m brings n, or none.
func (m manager) offers(n need) []string {
	if packages, special := n.packages[m.name]; special || m.name != aptOfUbuntu {
		return packages
	}
	return n.packages[apt]
}

// commands returns what has to be run, in order, for what is missing. It is empty when m has none
// of it.
func (m manager) commands(missing []need) [][]string {
	var packages []string
	for _, n := range missing {
		packages = append(packages, m.offers(n)...)
	}
	if len(packages) == 0 {
		return nil
	}
	slices.Sort(packages)
	install := slices.Concat(m.install, slices.Compact(packages))
	if m.before == nil {
		return [][]string{install}
	}
	return [][]string{m.before, install}
}

// typed returns commands as one line for a shell. With sudo, each of them gets it.
func typed(commands [][]string, sudo bool) string {
	var parts []string
	for _, command := range commands {
		line := strings.Join(command, " ")
		if sudo {
			line = "sudo " + line
		}
		parts = append(parts, line)
	}
	return strings.Join(parts, " && ")
}
