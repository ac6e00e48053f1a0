package main

import (
	"strings"
	"testing"
)

func TestOfTwoWrongDaysTheFirstIsNamedEachTime(t *testing.T) {
	d := newDesk(t)
	for range 16 {
		code, _, said := d.types("report", "--until", "tomorrow", "--since", "yesterday")
		if code != exitUsage || !strings.Contains(said, `--since "yesterday" is not a day`) {
			t.Fatalf("exit code %d, said %q", code, said)
		}
	}
}
