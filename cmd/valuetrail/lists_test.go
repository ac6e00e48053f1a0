package main

import "testing"

func TestListWithNothingInItIsAnEmptyListForScripts(t *testing.T) {
	d := newDesk(t)
	d.gets(exitDone, "ingest", d.write("notes.csv", []byte("session_id,date,title\ns1,2025-10-07,Autumn\n")))
	d.gets(exitDone, "sources", "undo", "notes.csv")
	for _, words := range [][]string{{"sources", "list"}, {"people", "list"}, {"people", "matches"}, {"people", "decisions"}} {
		if got := d.gets(exitDone, append(words, "--json")...); got != "[]\n" {
			t.Errorf("%v prints %s", words, got)
		}
	}
	if all, ok := d.parsed(d.gets(exitDone, "check", "--json")).(map[string]any); !ok || all["calendar"] == nil || all["findings"] == nil {
		t.Errorf("check prints %v", all)
	}
}
