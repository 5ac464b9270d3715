// Package packages proves what a person gets from the packages in build/dist: on a Debian 12 that has
// just been made, in an RPM database of its own, and under Wine. Nothing is installed on the machine
// that proves it.
//
// The tests need the packages to be made, root, and what build/setup_packages.go lists, so they stand
// behind a build tag. `go run ./build test -all` sees to all of it; where that is done,
//
//	go test -tags packages -count=1 -v ./build/packages
//
// runs them again.
package packages
