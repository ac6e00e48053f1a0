package metrics_test

import (
	"context"
	"errors"
	"iter"
	"strings"
	"testing"
	"time"

	"valuetrail/metrics"
	"valuetrail/queries"
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

// tired is a source that takes its time for every question in which words stand.
type tired struct {
	metrics.Source
	each  time.Duration
	words string
}

func (s tired) Rows(ctx context.Context, sql string, named map[string]any) iter.Seq2[[]any, error] {
	return func(yield func([]any, error) bool) {
		each := s.each
		if !strings.Contains(sql, s.words) {
			each = 0
		}
		select {
		case <-ctx.Done():
			yield(nil, ctx.Err())
		case <-time.After(each):
			s.Source.Rows(ctx, sql, named)(yield)
		}
	}
}

func TestTheTimeOfAnOwnIndicatorIsThatOfAllItsQuestionsTogether(t *testing.T) {
	was := metrics.PatienceWithOwn(400 * time.Millisecond)
	defer metrics.PatienceWithOwn(was)
	slow := tired{townOf(t), 150 * time.Millisecond, ""}
	_, err := askOwn(t, slow, nil, members("CAST(NULL AS text)", ""))
	var told *metrics.OwnFaultError
	if !errors.As(err, &told) || !strings.Contains(told.What, "it took longer than it may") {
		t.Errorf("got %v, want that it took too long", err)
	}
	metrics.PatienceWithOwn(time.Minute)
	if _, err := askOwn(t, slow, nil, members("CAST(NULL AS text)", "")); err != nil {
		t.Error(err)
	}
}

func TestWhoStopsAnOwnIndicatorIsNotToldThatItIsAtFault(t *testing.T) {
	ctx, stop := context.WithTimeout(t.Context(), 2*time.Second)
	defer stop()
	ind := queries.Indicator{ID: "mine", File: "mine.sql", Own: true, Kind: "count", Evidence: "census", Protects: "event", SQL: members("CAST(NULL AS text)", "")}
	_, err := metrics.Ask(ctx, tired{townOf(t), 10 * time.Second, "FROM spell AS s JOIN enrolment"}, []queries.Indicator{ind}, nil, metrics.Scope{Community: "c"}, noon)
	var told *metrics.OwnFaultError
	if err == nil || errors.As(err, &told) || !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("got %v", err)
	}
}
