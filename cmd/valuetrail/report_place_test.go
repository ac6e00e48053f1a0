package main

import (
	"os"
	"path/filepath"
	"testing"
)

func TestWorkbookThatCannotBeReplacedLeavesThePageAsItWas(t *testing.T) {
	d := newDesk(t)
	d.write("june.html", []byte("the page of June"))
	d.write("june.xlsx/in the way", nil)
	if err := writeBoth(d.path("june"), []byte("new"), []byte("new")); err == nil {
		t.Fatal("a folder was taken for a workbook")
	}
	if page, err := os.ReadFile(d.path("june.html")); err != nil || string(page) != "the page of June" {
		t.Errorf("the page says %q now, %v", page, err)
	}
	if left, err := filepath.Glob(d.path("*")); err != nil || len(left) != 2 {
		t.Errorf("the folder holds %v, %v", left, err)
	}
	if left, err := filepath.Glob(d.path(".valuetrail-*")); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

func TestBothFormsArePlacedTogether(t *testing.T) {
	d := newDesk(t)
	if err := writeBoth(d.path("june"), []byte("page"), []byte("book")); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{"june.html": "page", "june.xlsx": "book"} {
		if got, err := os.ReadFile(d.path(name)); err != nil || string(got) != want {
			t.Errorf("%s holds %q, %v", name, got, err)
		}
	}
}
