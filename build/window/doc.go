// Package window proves what a person gets from the real window: the built program on a private
// display, with a session bus, a home and a data folder of its own for every test. Its eyes are the
// accessibility tree (package atspi), which is what a screen reader would tell, and screenshots. Its
// hands are the keyboard of the display (package x11) and the actions of the tree. What the journal
// holds is asked through the command line of the same program.
//
// The tests need the program to be built, and Xvfb, D-Bus, AT-SPI and pdftotext, so they stand
// behind a build tag. `go run ./build test` sees to all of it; where that is done,
//
//	go test -tags window -count=1 ./build/window/...
//
// runs them again. When one fails it prints a folder with a screenshot, the tree, what the program
// wrote and its log.
//
// Nothing here waits for a span of time, and nothing measures one: a test waits until a condition
// holds, and fails when it has not come to hold after the limit, which no working program reaches.
package window
