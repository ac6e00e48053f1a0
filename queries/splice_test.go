package queries

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"valuetrail/internal/vocabulary"
)

// tables are the named tables of the prelude.
func tables(t *testing.T) []table {
	t.Helper()
	text, err := kindText("prelude")
	if err != nil {
		t.Fatal(err)
	}
	all := blocks(text)
	if len(all) < 20 {
		t.Fatalf("only %d tables", len(all))
	}
	return all
}

func TestStatementHoldsOnlyWhatItLeansOn(t *testing.T) {
	all, err := Catalogue()
	if err != nil {
		t.Fatal(err)
	}
	splice := func(id string, a Asking) string {
		at := slices.IndexFunc(all, func(i Indicator) bool { return i.ID == id })
		text, err := Splice(all[at], a)
		if err != nil {
			t.Fatal(err)
		}
		return text
	}
	has := func(id string, a Asking, name string) bool {
		return strings.Contains(splice(id, a), "\n"+name+" AS (\n")
	}
	for what, is := range map[string]bool{
		"the periods asked for":                        has("stories_told", Asking{}, "spell"),
		"what a file names":                            has("stories_told", Asking{}, "account"),
		"what that leans on in turn":                   has("level_share", Asking{}, "enrolled"),
		"no rounds about stories":                      !has("stories_told", Asking{}, "closing"),
		"no stories about answers":                     !has("applied_rate", Asking{}, "account"),
		"those of several cohorts, asked about all":    has("reach_rate", Asking{}, "chosen"),
		"nobody of several cohorts, asked about one":   !has("reach_rate", Asking{Named: true}, "chosen"),
		"groups, broken down":                          has("reach_rate", Asking{By: "sector"}, "held"),
		"no groups, not broken down":                   !has("reach_rate", Asking{By: "none"}, "held"),
		"the facts of one community, asked about one":  strings.Contains(splice("reach_rate", Asking{Alone: true}), "\nenrolment AS (SELECT"),
		"and of no other table":                        !strings.Contains(splice("reach_rate", Asking{Alone: true}), "\nanswer AS (SELECT"),
		"the facts of all, asked about all":            !strings.Contains(splice("reach_rate", Asking{}), "\nenrolment AS (SELECT"),
		"levels, broken down by them":                  has("reach_rate", Asking{By: "level"}, "level"),
		"no levels where neither file nor answer asks": !has("reach_rate", Asking{By: "sector"}, "level"),
	} {
		if !is {
			t.Errorf("not so: %s", what)
		}
	}
}

func TestFileMayNameWhatItLeansOnAsItLikes(t *testing.T) {
	ind := Indicator{ID: "own", Kind: "count", Evidence: "census", Protects: "event"}
	for sql, want := range map[string]bool{
		"SELECT p.day_no FROM spell AS s, pair AS p":             true,
		"SELECT p.day_no FROM PAIR AS p":                         true,
		`SELECT p.day_no FROM "pair" AS p`:                       true,
		"SELECT '--' AS mark, p.day_no FROM pair AS p":           true,
		"-- not every pair\nSELECT s.period FROM spell AS s":     false,
		"SELECT r.repaired, s.period FROM spell AS s, mine AS r": false,
	} {
		ind.SQL = sql
		text, err := Splice(ind, Asking{})
		if err != nil {
			t.Fatal(err)
		}
		if has := strings.Contains(text, "\npair AS (\n"); has != want {
			t.Errorf("%q: pair is there: %v", sql, has)
		}
	}
}

// What no indicator leans on is a burden to who reads the prelude.
func TestEveryTableOfThePreludeIsLeanedOn(t *testing.T) {
	all, err := Catalogue()
	if err != nil {
		t.Fatal(err)
	}
	var texts []string
	for _, ind := range all {
		for _, by := range []string{"none", "sector"} {
			text, err := Splice(ind, Asking{By: by})
			if err != nil {
				t.Fatal(err)
			}
			texts = append(texts, text)
		}
	}
	for _, b := range tables(t) {
		if !slices.ContainsFunc(texts, func(text string) bool { return strings.Contains(text, "\n"+b.name+" AS (\n") }) {
			t.Errorf("nothing leans on %s", b.name)
		}
	}
}

// A table of the prelude would hide a fact of its name from every indicator.
func TestNoTableOfThePreludeHidesAFact(t *testing.T) {
	facts := communal()
	for _, b := range tables(t) {
		if slices.Contains(facts, b.name) {
			t.Errorf("%s is a table of the warehouse", b.name)
		}
	}
}

// A table of an indicator that is named like one of the prelude hides it, and
// brings it into the statement for nothing.
func TestNoTableOfAnIndicatorHidesOneOfThePrelude(t *testing.T) {
	all, err := Catalogue()
	if err != nil {
		t.Fatal(err)
	}
	own := regexp.MustCompile(`(?m)^(?:WITH )?(\w+) AS \($`)
	read := 0
	for _, ind := range all {
		for _, m := range own.FindAllStringSubmatch(ind.SQL, -1) {
			read++
			if slices.ContainsFunc(tables(t), func(b table) bool { return b.name == m[1] }) {
				t.Errorf("%s has a %s of its own", ind.ID, m[1])
			}
		}
	}
	if read < 10 {
		t.Errorf("only %d tables were read", read)
	}
}

// The header of an indicator may name any of them.
func TestEveryKindHasItsSQL(t *testing.T) {
	for _, kind := range vocabulary.IndicatorKinds.Words {
		if text, err := kindText(kind); err != nil || !strings.Contains(text, "figure AS (") {
			t.Errorf("%s: %v", kind, err)
		}
	}
}
