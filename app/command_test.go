package app

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"levelica": func() {
			window, code := Command(os.Args[1:], BuildInfo{Version: "1.2.3", Commit: "0123456789abcdef", Date: "2026-11-26"}, os.Stdout, os.Stderr)
			if window.Wanted {
				fmt.Println("a window would open")
			}
			os.Exit(code)
		},
	})
}

// TestTheCommandLine plays the scripts in testdata: what is typed, what is answered, which exit
// code.
func TestTheCommandLine(t *testing.T) {
	library, err := filepath.Abs("../internal/guide/library")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata",
		RequireExplicitExec: true,
		Setup: func(env *testscript.Env) error {
			env.Setenv("LIBRARY", library)
			env.Setenv("HOME", env.WorkDir)
			env.Setenv("XDG_DATA_HOME", filepath.Join(env.WorkDir, "data"))
			env.Setenv("XDG_STATE_HOME", filepath.Join(env.WorkDir, "state"))
			env.Setenv("XDG_CONFIG_HOME", filepath.Join(env.WorkDir, "config"))
			return nil
		},
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){
			"code":  exitCode,
			"spoil": spoil,
		},
	})
}

// exitCode runs a command and holds its exit code: code 2 levelica frobnicate.
func exitCode(ts *testscript.TestScript, _ bool, args []string) {
	err := ts.Exec(args[1], args[2:]...)
	code := "0"
	if exit, ok := err.(interface{ ExitCode() int }); ok {
		code = string(rune('0' + exit.ExitCode()))
	} else if err != nil {
		ts.Fatalf("%v", err)
	}
	if code != args[0] {
		ts.Fatalf("exit code %s, want %s", code, args[0])
	}
}

// spoil changes one byte in the middle of every file of a pattern: spoil data/levelica/*.db
func spoil(ts *testscript.TestScript, _ bool, args []string) {
	names, err := filepath.Glob(ts.MkAbs(args[0]))
	ts.Check(err)
	if len(names) == 0 {
		ts.Fatalf("there is no file %s", args[0])
	}
	for _, name := range names {
		data, err := os.ReadFile(name)
		ts.Check(err)
		data[len(data)/2] ^= 1
		ts.Check(os.WriteFile(name, data, 0o600))
	}
}
