package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestDemoEndsWithACommandThatWorks(t *testing.T) {
	t.Chdir(t.TempDir())
	out, _ := program(t, exitDone, "demo", "shown")
	_, try, found := strings.Cut(out, "try:")
	_, words, named := strings.Cut(try, "valuetrail ")
	if !found || !named {
		t.Fatalf("the demo names no command to try:\n%s", out)
	}
	figures, _ := program(t, exitDone, strings.Fields(words)...)
	if !strings.Contains(figures, "attendance_rate") {
		t.Errorf("what the demo says to try prints no figures:\n%s", figures)
	}
}

func TestDemoLeavesAFolderOfSomebodysOwnAlone(t *testing.T) {
	t.Chdir(t.TempDir())
	own := map[string]string{"exports/october.csv": "a,b\n", defaultSettings: "community: {id: ours, name: Ours}\n", "valuetrail.duckdb": "three years of ours"}
	if err := os.Mkdir("exports", 0o755); err != nil {
		t.Fatal(err)
	}
	for name, text := range own {
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if _, said := program(t, exitFailed, "demo", "."); !strings.Contains(said, "not empty and not a demo") {
		t.Errorf("said %q", said)
	}
	for name, text := range own {
		if got, err := os.ReadFile(name); err != nil || string(got) != text {
			t.Errorf("%s is %q now, %v", name, got, err)
		}
	}
	if left, err := filepath.Glob("*"); err != nil || len(left) != len(own) {
		t.Errorf("the folder holds %v, %v", left, err)
	}
}

func TestDemoKnowsTheFolderThatItMade(t *testing.T) {
	folder := t.TempDir()
	if isDemo(folder) {
		t.Error("an empty folder is taken for a demo")
	}
	copied, err := copySamples(folder)
	if err != nil {
		t.Fatal(err)
	}
	readme, err := os.ReadFile("../../README.md")
	if said := fmt.Sprintf(": %d exports as tools write them", copied); err != nil || !strings.Contains(string(readme), said) {
		t.Errorf("the README says another number than the demo, %d exports: %v", copied, err)
	}
	if !isDemo(folder) {
		t.Error("a demo cannot be made again where it was made")
	}
}
