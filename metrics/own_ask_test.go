package metrics_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"valuetrail/metrics"
)

// counting is the SELECT of everybody enrolled, with another x.
func counting(x string) string {
	return strings.Replace(members("CAST(NULL AS text)", ""), "CAST(1 AS double precision) AS x", x+" AS x", 1)
}

// What the database says of a failure quotes the value that it failed on.
func TestNoWordOfTheDatabaseIsToldWhenAnOwnIndicatorFails(t *testing.T) {
	w := townOf(t)
	const who = "concat('LEAK ', e.member_id)"
	cases := map[string]struct {
		x    string
		want metrics.Failure
	}{
		"a text cast to a number":    {"CAST(" + who + " AS double precision)", metrics.NotConvertible},
		"a text cast to a whole":     {"CAST(CAST(" + who + " AS integer) AS double precision)", metrics.NotConvertible},
		"a text cast to a day":       {"CAST(date_part('year', CAST(" + who + " AS date)) AS double precision)", metrics.NotConvertible},
		"a text cast to yes or no":   {"CAST(CAST(" + who + " AS boolean) AS double precision)", metrics.NotConvertible},
		"a text beside a number":     {"CASE WHEN " + who + " = e.row_no THEN CAST(1 AS double precision) ELSE CAST(0 AS double precision) END", metrics.NotConvertible},
		"an overflow":                {"CAST((CAST(e.row_no AS bigint) * 9223372036854775807) AS double precision)", metrics.OutOfRange},
		"a root of what has none":    {"sqrt(CAST(-e.row_no AS double precision))", metrics.OutOfRange},
		"a logarithm of nothing":     {"ln(CAST(e.row_no - e.row_no AS double precision))", metrics.OutOfRange},
		"a pattern that is none":     {"CAST(length(regexp_replace('a', concat('(', " + who + "), 'b')) AS double precision)", metrics.NotTaken},
		"several values for one":     {"(SELECT CAST(o.row_no AS double precision) FROM enrolment AS o)", metrics.NotTaken},
		"a part of a day unheard":    {"CAST(date_part(" + who + ", CAST('2026-01-01' AS date)) AS double precision)", metrics.NotConvertible},
		"a column that is not there": {"CAST(e.leak AS double precision)", metrics.Unknown},
	}
	for name, c := range cases {
		_, err := askOwn(t, w, nil, counting(c.x))
		var told *metrics.OwnFaultError
		if !errors.As(err, &told) {
			t.Errorf("%s: got %v, want *OwnFaultError", name, err)
			continue
		}
		if want := "indicator mine (mine.sql): it could not be worked out for these data: " + string(c.want); err.Error() != want {
			t.Errorf("%s: got %q, want %q", name, err, want)
		}
		var said *metrics.FailedError
		if errors.As(err, &said) || strings.Contains(strings.ToLower(err.Error()+told.Hint()), "leak") || !strings.Contains(told.Hint(), "valuetrail indicators ") {
			t.Errorf("%s: the database is told of: %v, %s", name, err, told.Hint())
		}
	}
}

func TestAnOwnIndicatorThatNeverEndsIsGivenUp(t *testing.T) {
	was := metrics.PatienceWithOwn(200 * time.Millisecond)
	defer metrics.PatienceWithOwn(was)
	w := townOf(t)
	for _, kind := range []map[string]string{nil, {"kind": "median", "unit": "days"}} {
		rows := "(SELECT sum(a.row_no * b.row_no) AS n FROM presence AS a" + strings.Repeat(" CROSS JOIN presence AS b", 1)
		for _, other := range strings.Split("c d e f g h i j k l", " ") {
			rows += " CROSS JOIN presence AS " + other
		}
		began := time.Now()
		_, err := askOwn(t, w, kind, counting("CASE WHEN "+rows+" WHERE a.row_no + l.row_no > c.row_no) > 0 THEN CAST(1 AS double precision) ELSE CAST(0 AS double precision) END"))
		var told *metrics.OwnFaultError
		if !errors.As(err, &told) || told.What != "it could not be worked out for these data: it took longer than it may (200ms)" || !strings.Contains(told.Hint(), "join its tables") {
			t.Errorf("got %v, want that it took too long", err)
		}
		if took := time.Since(began); took > 20*time.Second {
			t.Errorf("given up after %s", took)
		}
		if all, err := askOwn(t, w, nil, members("CAST(NULL AS text)", "")); err != nil || len(all) != 1 {
			t.Errorf("the next one: %+v, %v", all, err)
		}
	}
}
