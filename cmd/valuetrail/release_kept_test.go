package main

import (
	"bytes"
	"testing"
)

func TestReleaseOfWhatDidNotChangeIsNotMadeAndAKeptOneIsWrittenOnceMore(t *testing.T) {
	d, _ := late(t, 9, 21)
	first := fileOf(t, d.path("first.html"))
	wants(t, d.gets(exitDone, "release", "--out", d.path("second")), "nothing has changed since release 1: release 1 stands")
	if exists(d.path("second.html")) {
		t.Error("a page was written of no release")
	}
	wants(t, d.gets(exitDone, "release", "--show", "1", "--out", d.path("kept.html")), "the same page to the byte")
	if !bytes.Equal(fileOf(t, d.path("kept.html")), first) || !exists(d.path("kept.xlsx")) {
		t.Error("the kept page is another than the one released")
	}
	d.gets(exitDone, "release", "--audience", "convenor", "--out", d.path("convenor"))
	d.write("commentary.md", []byte("## Overall\nA slow spring.\n"))
	wants(t, d.gets(exitDone, "release", "--out", d.path("third")), "release 3 for the sponsor")
	list, ok := d.parsed(d.gets(exitDone, "release", "--list", "--json")).([]any)
	if !ok || len(list) != 3 || list[2].(map[string]any)["release"] != 3.0 || list[1].(map[string]any)["audience"] != "convenor" {
		t.Errorf("the list is %v", list)
	}
	if code, _, said := d.types("release", "--show", "7"); code != exitFailed {
		t.Errorf("a release that is not there: %d %s", code, said)
	}
}
