package main

import (
	"os"
	"path/filepath"
	"testing"
)

func TestLicencesThatWereKeptSayWhatTheySaid(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := os.MkdirAll(filepath.Dir(licencesFile), 0o755); err != nil {
		t.Fatal(err)
	}
	list := licenceList{
		Components: []component{{Name: "글꼴 🙂", Version: "1.0", Kind: "font", Licence: "OFL-1.1", Texts: []int{0}, folder: "where/it/was/found"}},
		Texts:      []string{"Permission is hereby granted\n"},
	}
	if err := list.write(); err != nil {
		t.Fatal(err)
	}
	kept, err := readLicences()
	if err != nil {
		t.Fatal(err)
	}
	if !list.says(kept) {
		t.Errorf("kept was %+v, and %+v came back", list, kept)
	}
	list.Components[0].Version = "1.1"
	if list.says(kept) {
		t.Error("another version says the same")
	}
}
