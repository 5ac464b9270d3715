// Command screens takes pictures of every place of the window, in each theme, language and size,
// from the real program with the journal of a person who has used it for two years. The clock
// stands still meanwhile. `go run ./build screens` builds what it needs and starts it, in the root
// of the checkout.
//
// A few of the pictures are kept in build/screens/approved. With -check they are taken anew and
// compared, on a machine of the class that they were made on, and on no other: fonts and WebKit
// draw differently elsewhere. With -approve what is there now takes their place.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"image"
	"os"
	"os/signal"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"syscall"

	"github.com/levelica/levelica/build/screens/machine"
)

// settings are what the command line says.
type settings struct {
	program, out   string
	only           *regexp.Regexp
	check, approve bool
}

func main() {
	var s settings
	var only string
	flag.StringVar(&s.program, "program", "build/bin/levelica-still", "the program, built with a clock that stands still")
	flag.StringVar(&s.out, "out", "build/bin/screens", "folder for the pictures")
	flag.StringVar(&only, "only", "", "take only the pictures whose names match, as in home-light-en or 1280x800")
	flag.BoolVar(&s.check, "check", false, "compare with the approved pictures, and fail where they differ")
	flag.BoolVar(&s.approve, "approve", false, "keep what is there now as the approved pictures")
	flag.Parse()

	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	var err error
	if s.only, err = regexp.Compile(only); err == nil {
		err = perform(ctx, s)
	}
	stop()
	if err != nil {
		fmt.Fprintln(os.Stderr, "screens:", err)
		os.Exit(1)
	}
}

func perform(ctx context.Context, s settings) error {
	if reason := machine.Differs(ctx); s.check && reason != "" {
		return errors.New(reason)
	}
	all := looks()
	if s.check || s.approve {
		all = approvedLooks
	}
	pictures := map[string]*image.RGBA{}
	for _, l := range all {
		fmt.Fprintf(os.Stderr, "    %s\n", l)
		if err := s.shoot(ctx, l, pictures); err != nil {
			return err
		}
	}
	for name, picture := range pictures {
		if err := writePicture(filepath.Join(s.out, name+".png"), picture); err != nil {
			return err
		}
	}
	fmt.Printf("%d pictures are in %s.\n", len(pictures), s.out)
	switch {
	case s.approve:
		return keep(ctx, pictures, s.only)
	case s.check:
		return compare(pictures, s.only)
	}
	return nil
}

// shoot takes all pictures of one look.
func (s settings) shoot(ctx context.Context, l look, pictures map[string]*image.RGBA) error {
	for finds := range conditions {
		if err := s.shootIn(ctx, l, condition(finds), pictures); err != nil {
			return err
		}
	}
	return nil
}

// shootIn takes the pictures of one look in one window.
func (s settings) shootIn(ctx context.Context, l look, finds condition, pictures map[string]*image.RGBA) (err error) {
	wanted := func(of scene) bool { return s.only.MatchString(of.name + "-" + l.String()) }
	of := scenesOf(finds)
	if finds != journalOfThePictures && !slices.ContainsFunc(of, wanted) {
		return nil
	}
	ctx, seat, err := sit(ctx, s.program, l, finds)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, seat.close()) }()
	if finds == journalOfThePictures {
		if of, err = findScenes(ctx, seat.page); err != nil {
			return err
		}
	}
	for _, one := range of {
		if !wanted(one) {
			continue
		}
		name := one.name + "-" + l.String()
		if pictures[name], err = seat.take(ctx, one); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	return nil
}

// keep replaces the approved pictures, with all of them or with those that were asked for.
func keep(ctx context.Context, pictures map[string]*image.RGBA, only *regexp.Regexp) error {
	here, err := machine.Class(ctx)
	if err != nil {
		return err
	}
	old, err := approvedNames(only)
	if err != nil {
		return err
	}
	for _, name := range old {
		if err := os.Remove(filepath.Join(machine.Approved, name+".png")); err != nil {
			return err
		}
	}
	for name, picture := range pictures {
		if err := writePicture(filepath.Join(machine.Approved, name+".png"), reduced(picture)); err != nil {
			return err
		}
	}
	return os.WriteFile(filepath.Join(machine.Approved, machine.ClassFile), []byte(here), 0o644)
}

// compare fails where a picture is not the approved one, is missing, or was never approved.
func compare(pictures map[string]*image.RGBA, only *regexp.Regexp) error {
	names, err := approvedNames(only)
	if err != nil {
		return err
	}
	var wrong []string
	for _, name := range names {
		if pictures[name] == nil {
			wrong = append(wrong, name+" is no longer there to be seen")
			continue
		}
		kept, err := readPicture(filepath.Join(machine.Approved, name+".png"))
		if err != nil {
			return err
		}
		if part := differing(kept, pictures[name]); part > mayDiffer {
			wrong = append(wrong, fmt.Sprintf("%s differs in %.1f %% of its pixels", name, 100*part))
		}
	}
	for name := range pictures {
		if !slices.Contains(names, name) {
			wrong = append(wrong, name+" was never approved")
		}
	}
	if len(wrong) > 0 {
		slices.Sort(wrong)
		return fmt.Errorf("%s\nLook at both, and approve what is there now with: go run ./build screens -approve", strings.Join(wrong, "\n"))
	}
	fmt.Printf("All %d approved pictures are as they were.\n", len(names))
	return nil
}

// approvedNames lists the approved pictures that were asked for.
func approvedNames(only *regexp.Regexp) ([]string, error) {
	files, err := filepath.Glob(filepath.Join(machine.Approved, "*.png"))
	if err != nil {
		return nil, err
	}
	var names []string
	for _, file := range files {
		if name := strings.TrimSuffix(filepath.Base(file), ".png"); only.MatchString(name) {
			names = append(names, name)
		}
	}
	return names, nil
}
