package queries

import (
	"io/fs"
	"regexp"
	"strconv"
	"testing"

	"valuetrail/internal/vocabulary"
)

// A loop leads back to an earlier cycle: earlier is what the framework says.
func TestFlowsKnowWhichCycleIsEarlier(t *testing.T) {
	text, err := fs.ReadFile(indicatorFiles, "indicators/flow_count.sql")
	if err != nil {
		t.Fatal(err)
	}
	rungs := map[string]int{}
	for _, m := range regexp.MustCompile(`\('([a-z]+)', ([0-9]+)\)`).FindAllStringSubmatch(string(text), -1) {
		if rungs[m[1]], err = strconv.Atoi(m[2]); err != nil {
			t.Fatal(err)
		}
	}
	for _, f := range []vocabulary.Framework{vocabulary.VCF2011, vocabulary.VCF2020} {
		before := 0
		for _, c := range f.Cycles() {
			if rungs[string(c)] <= before {
				t.Errorf("%s: %s stands on rung %d, after %d", f, c, rungs[string(c)], before)
			}
			before = rungs[string(c)]
		}
	}
}
