package main

import (
	"os"
	"strings"
	"testing"
)

func TestAnotherTimeZoneInTheSettingsSaysWhichFilesToReadAgain(t *testing.T) {
	t.Chdir(t.TempDir())
	writeSamples(t)
	settings := "community: {id: c}\ntime_zone: Europe/London\n"
	if err := os.WriteFile("valuetrail.yaml", []byte(settings), 0o600); err != nil {
		t.Fatal(err)
	}
	program(t, exitDone, "ingest", "exports/2025-26/2025-10")
	if err := os.WriteFile("valuetrail.yaml", []byte(strings.Replace(settings, "London", "Paris", 1)), 0o600); err != nil {
		t.Fatal(err)
	}
	_, errs := program(t, exitDone, "sources", "list")
	if !strings.Contains(errs, "another time zone than Europe/Paris") {
		t.Errorf("nothing is said of the files read as London's:\n%s", errs)
	}
	out, _ := program(t, exitDone, "ingest", "exports/2025-26/2025-10", "--json")
	if !strings.Contains(out, `"time_zone": "Europe/Paris"`) || strings.Contains(out, `"already_stored"`) {
		t.Errorf("the file is not read anew:\n%s", out)
	}
}
