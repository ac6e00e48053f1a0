package example_test

import (
	"errors"
	"strings"
	"testing"

	"valuetrail/internal/warehouse"
	"valuetrail/metrics/example"
	"valuetrail/queries"
)

const said = "Two members were enrolled and one came to the only meeting there was: that is 1 of 2, which is 0.5, whichever way one counts.\n"

const tables = said + `-- cohort.csv --
cohort_id,first_day,last_day
2025,2025-09-01,2026-08-31
-- period.csv --
cohort_id,grain,period,ordinal,first_day,last_day
2025,term,autumn,1,2025-09-01,2025-12-31
-- member.csv --
member_id,listed
ana,yes
ben,yes
-- enrolment.csv --
member_id,cohort_id,first_day,last_day
ana,2025,2025-09-01,2026-08-31
ben,2025,2025-09-01,2026-08-31
-- session.csv --
session_id,day_no,kind,status,has_register
s1,2025-10-06,meeting,held,yes
-- session_cohort.csv --
session_id,cohort_id
s1,2025
-- presence.csv --
session_id,member_id,attended
s1,ana,yes
`

func play(t *testing.T, text string) ([]example.Difference, error) {
	t.Helper()
	e, err := example.Parse(text)
	if err != nil {
		return nil, err
	}
	w, err := warehouse.Open(t.Context(), t.TempDir()+"/w.duckdb", warehouse.Options{Key: []byte("0123456789abcdef0123456789abcdef"), Threads: 1})
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	ours, err := queries.Catalogue()
	if err != nil {
		t.Fatal(err)
	}
	return e.Run(t.Context(), w, ours, "reach_rate")
}

func TestAFigureThatComesOutOtherwiseIsToldWithItsLine(t *testing.T) {
	line := strings.Count(tables, "\n") + 5
	differ, err := play(t, tables+"-- ask --\n--cohort 2025\n-- want --\nperiod,numerator,denominator\nautumn,2,2\n")
	if err != nil || len(differ) != 1 || differ[0] != (example.Difference{Line: line, Column: "numerator", Got: "1", Want: "2"}) {
		t.Errorf("got %v, %v", differ, err)
	}
	differ, err = play(t, tables+"-- ask --\n--cohort 2025\n-- want --\nperiod,numerator\nautumn,1\nspring,1\n")
	if err != nil || len(differ) != 1 || differ[0].Want != "2" || !strings.HasPrefix(differ[0].Got, "1 figures: autumn, 1") {
		t.Errorf("got %v, %v", differ, err)
	}
	differ, err = play(t, tables+"-- ask --\n--cohort 2025\n-- want --\nperiod,numerator,value\nautumn,1,0.5\n")
	if err != nil || len(differ) != 0 {
		t.Errorf("got %v, %v", differ, err)
	}
}

func TestAnExampleThatCannotBeUnderstoodSaysWhere(t *testing.T) {
	asks := "-- ask --\n--cohort 2025\n-- want --\nvalue\n0.5\n"
	cases := map[string]struct {
		text, want string
		line       int
	}{
		"no words":          {asks, "say first, in words", 1},
		"no question":       {said + "-- member.csv --\nmember_id\nana\n", "asks nothing", 1},
		"a lone ask":        {said + "-- ask --\n", "not followed by want", 2},
		"a lone want":       {said + "-- want --\n", "without an ask", 2},
		"a section":         {said + "-- wnat --\n", `no section "wnat"`, 2},
		"a table":           {said + "-- membr.csv --\na\n" + asks, `did you mean "member"`, 2},
		"a column":          {said + "-- member.csv --\nmember_i\nana\n" + asks, `did you mean "member_id"`, 3},
		"a day":             {said + "-- session.csv --\nsession_id,day_no\ns1,2025-13-01\n" + asks, "no day like", 4},
		"a flag":            {said + "-- member.csv --\nmember_id,listed\n\nana,maybe\n" + asks, "want yes or no", 5},
		"a cell too many":   {said + "-- member.csv --\nmember_id\nana,ben\n" + asks, "2 cells under 1 headings", 4},
		"an option":         {said + "-- ask --\n--cohrt 2025\n-- want --\nvalue\n", "no option --cohrt", 3},
		"a column of want":  {tables + "-- ask --\n--cohort 2025\n-- want --\nvalu\n1\n", `a figure has no "valu"`, strings.Count(tables, "\n") + 4},
		"an empty want":     {tables + "-- ask --\n--cohort 2025\n-- want --\n", "names no column", strings.Count(tables, "\n") + 3},
		"an option's value": {said + "-- ask --\n--cohort\n-- want --\nvalue\n", "needs a value", 3},
	}
	for name, c := range cases {
		_, err := play(t, c.text)
		var at *example.Error
		if !errors.As(err, &at) || !strings.Contains(err.Error(), c.want) || at.Line != c.line {
			t.Errorf("%s: got %v, want line %d: %q", name, err, c.line, c.want)
		}
	}
}
