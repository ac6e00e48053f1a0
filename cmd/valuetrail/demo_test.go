package main

import (
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
