package queries

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"valuetrail/internal/vocabulary"
)

func TestEveryIndicatorDescribesItselfRightly(t *testing.T) {
	all, err := Catalogue()
	if err != nil {
		t.Fatal(err)
	}
	if len(all) < 8 {
		t.Fatalf("%d indicators", len(all))
	}
	for _, ind := range all {
		if len(ind.Counted) < 100 {
			t.Errorf("%s: %q does not say how it is counted", ind.ID, ind.Counted)
		}
		if ind.Protects == "stories" != (ind.Evidence == "stories") {
			t.Errorf("%s: evidence %s, protects %s", ind.ID, ind.Evidence, ind.Protects)
		}
		text, err := Splice(ind, Asking{By: "sector"})
		if err != nil {
			t.Errorf("%s: %v", ind.ID, err)
		}
		if left := regexp.MustCompile(`\{\{\w+\}\}`).FindString(text); left != "" {
			t.Errorf("%s: %s stays in the splice", ind.ID, left)
		}
	}
}

// That each has a worked example is held in metrics, for every indicator there is.
func TestCoreNamesEachIndicatorOnceAndEachIsThere(t *testing.T) {
	all, err := Catalogue()
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, id := range Core() {
		if !slices.ContainsFunc(all, func(i Indicator) bool { return i.ID == id }) {
			t.Errorf("%q is in the core and in no file", id)
		}
		if seen[id] || !IsCore(id) || !idPattern.MatchString(id) {
			t.Errorf("%q stands in the core twice, or is no id", id)
		}
		seen[id] = true
	}
	if len(seen) != 26 || IsCore("vote_turnout") {
		t.Errorf("the core has %d indicators", len(seen))
	}
}

const goodHeader = `-- id: mine
-- title: Mine
-- question: Is it?
-- group: participation
-- cycle: none
-- kind: share
-- evidence: census
-- protects: event
-- unit: percent
-- better: more
-- needs: roster, attendance
-- source: we say so
--
-- Counted by hand: one, two, three.
SELECT 1 AS x
`

func TestHeaderIsReadWhole(t *testing.T) {
	all, err := Read(fstest.MapFS{"mine.sql": {Data: []byte(strings.Replace(goodHeader, "--\n", "-- part: core | rest\n-- secondary: yes\n--\n", 1))}})
	if err != nil {
		t.Fatal(err)
	}
	i := all[0]
	if i.ID != "mine" || len(i.Needs) != 2 || i.Needs[1] != "attendance" || len(i.Parts) != 2 || !i.Secondary || i.Counted != "Counted by hand: one, two, three." {
		t.Errorf("got %+v", i)
	}
}

func TestHeaderFaultsAreNamedWithTheirLine(t *testing.T) {
	cases := map[string]struct{ old, now, want string }{
		"unknown key":            {"-- better: more", "-- beter: more", `mine.sql:10: unknown key "beter"`},
		"repeated key":           {"-- title: Mine", "-- title: Mine\n-- title: Ours", "mine.sql:3: title: said already in line 2"},
		"empty key":              {"-- source: we say so", "-- source:", "mine.sql:12: source: nothing after the colon"},
		"missing key":            {"-- unit: percent\n", "", "mine.sql:1: unit: missing"},
		"unknown word":           {"-- cycle: none", "-- cycle: happy", `mine.sql:5: cycle: unknown cycle "happy"`},
		"unknown kind":           {"-- kind: share", "-- kind: shares", `mine.sql:6: kind: unknown kind of indicator "shares"`},
		"unknown sheet":          {"roster, attendance", "roster, wishes", `mine.sql:11: needs: "wishes"`},
		"id of another file":     {"-- id: mine", "-- id: yours", `mine.sql:1: id: "yours" is not the name of the file`},
		"no prose":               {"--\n-- Counted by hand: one, two, three.\n", "", "mine.sql:13: after the header"},
		"a parameter":            {"SELECT 1", "SELECT $community", "mine.sql:15: no $"},
		"a second statement":     {"SELECT 1 AS x", "SELECT 1 AS x; DROP TABLE story", "mine.sql:15: no ;"},
		"not a SELECT":           {"SELECT 1 AS x", "DELETE FROM story", `mine.sql:15: want one SELECT, which may start with WITH, not "DELETE"`},
		"nothing after the head": {"SELECT 1 AS x\n", "", "no SELECT"},
		"a class twice":          {"-- unit: percent", "-- unit: percent\n-- part: core | core", `mine.sql:10: part: "core" twice`},
	}
	for name, c := range cases {
		if !strings.Contains(goodHeader, c.old) {
			t.Fatalf("%s: the header has no %q", name, c.old)
		}
		_, err := Read(fstest.MapFS{"mine.sql": {Data: []byte(strings.Replace(goodHeader, c.old, c.now, 1))}})
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v, want %q", name, err, c.want)
		}
	}
}

func TestAllFaultsOfAllFilesComeAtOnce(t *testing.T) {
	_, err := Read(fstest.MapFS{
		"mine.sql":  {Data: []byte(strings.Replace(strings.Replace(goodHeader, "more", "bigger", 1), "census", "guess", 1))},
		"yours.sql": {Data: []byte(goodHeader)},
	})
	if err == nil {
		t.Fatal("no fault found")
	}
	for _, want := range []string{"mine.sql:7: evidence:", "mine.sql:10: better:", "yours.sql:1: id:", `"mine" is the id of mine.sql already`} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("%q is missing in:\n%v", want, err)
		}
	}
}

func TestOwnIndicatorsMayNotReplaceOurs(t *testing.T) {
	ours, err := Catalogue()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Join(ours, []Indicator{{ID: "applied_rate", File: "applied_rate.sql"}}); err == nil {
		t.Error("applied_rate was replaced")
	}
	all, err := Join(ours, []Indicator{{ID: "aaa"}})
	if err != nil || len(all) != len(ours)+1 || all[0].ID != "aaa" {
		t.Errorf("got %d, %v", len(all), err)
	}
}

func TestClosedClassesOfCyclesFollowTheFramework(t *testing.T) {
	text := parts(Indicator{PartCycles: true})
	for _, f := range []vocabulary.Framework{vocabulary.VCF2011, vocabulary.VCF2020} {
		for _, c := range f.Cycles() {
			if !strings.Contains(text, "('"+string(f)+"', '"+string(c)+"')") {
				t.Errorf("%s %s is missing", f, c)
			}
		}
	}
}

func TestEverySheetCanBeFoundMissing(t *testing.T) {
	text, err := Files.ReadFile("views/sheet_present.sql")
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range vocabulary.Sheets {
		if !s.Landed && !strings.Contains(string(text), "'"+string(s.Kind)+"' AS sheet") {
			t.Errorf("%s is not looked for", s.Kind)
		}
	}
}

// Who writes the question list is told these words, and no others mean anything to
// an indicator.
func TestEveryConstructThatAnIndicatorLooksForIsToldToWhoAsks(t *testing.T) {
	all, err := Catalogue()
	if err != nil {
		t.Fatal(err)
	}
	looked := map[string]bool{}
	for _, ind := range all {
		for _, m := range regexp.MustCompile(`\babout = '(\w+)'`).FindAllStringSubmatch(ind.SQL, -1) {
			if !vocabulary.IndicatorCycles.Has(m[1]) {
				looked[m[1]] = true
			}
			if !vocabulary.IndicatorCycles.Has(m[1]) && !strings.Contains(ind.Counted, m[1]) {
				t.Errorf("%s does not say that it looks for %s", ind.ID, m[1])
			}
		}
	}
	if told := slices.Sorted(slices.Values(vocabulary.Constructs.Words)); !slices.Equal(slices.Sorted(maps.Keys(looked)), told) {
		t.Errorf("indicators look for %v, the words told are %v", slices.Sorted(maps.Keys(looked)), told)
	}
}
