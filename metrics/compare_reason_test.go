package metrics_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/txtar"

	"valuetrail/internal/message"
	"valuetrail/metrics"
	"valuetrail/queries"
)

// reasonCase is two cohorts and what is said of comparing them.
type reasonCase struct {
	name, indicator string
	this, last      crowd
	verdict         metrics.Verdict
	reason, words   string
}

func reasonCases() []reasonCase {
	meetings := []int{10, 20, 30, 40}
	often := coming(4, slices.Repeat([]int{2, 3, 4}, 12)...)
	plain := func() crowd {
		return crowd{used: answered(18, 7, 11), liked: scores(70, 25, 11), closed: 90}
	}
	changed := func(change func(*crowd)) crowd {
		c := plain()
		change(&c)
		return c
	}
	return []reasonCase{
		{"the same in both", "applied_rate", plain(), plain(), metrics.TooFew, "", "Too few to tell: it could be anything from 24 points less to 24 points more."},
		{"worded differently", "applied_rate", changed(func(c *crowd) { c.item, c.text = "used,WAVE,applied,yesno,,,,WAVE", "Have you used all of it?" }), plain(),
			metrics.NotComparable, "wording", "Not comparable: a question was worded differently."},
		{"typed differently", "applied_rate", changed(func(c *crowd) { c.item, c.text = "used,WAVE,applied,yesno,,,,WAVE", "did you  use any of it" }), plain(), metrics.TooFew, "", "Too few"},
		{"on another scale", "immediate_score", plain(), changed(func(c *crowd) { c.item = "liked,WAVE,immediate,likert,1,7,," }),
			metrics.NotComparable, "scale", "Not comparable: a question was answered on another scale."},
		{"another scale elsewhere", "applied_rate", plain(), changed(func(c *crowd) { c.item = "liked,WAVE,immediate,likert,1,7,," }), metrics.TooFew, "", "Too few"},
		{"yes or no, then how often", "applied_rate", plain(), changed(func(c *crowd) { c.item = "used,WAVE,applied,count,,,," }),
			metrics.NotComparable, "kind", "Not comparable: a question asked for another kind of answer."},
		{"one question more", "applied_rate", changed(func(c *crowd) { c.item, c.asks = "again,WAVE,applied,yesno,,,,", "again" }), plain(),
			metrics.NotComparable, "questions", "Not comparable: other questions were asked."},
		{"few answered, then many", "applied_rate", plain(), crowd{used: answered(20, 14, 2), closed: 90},
			metrics.NotComparable, "response_rates", "Not comparable: 69 % of those invited answered in 2025/x and 94 % in 2024/x, so different people may be heard."},
		{"four weeks apart", "applied_rate", plain(), changed(func(c *crowd) { c.closed = 118 }), metrics.TooFew, "", "Too few"},
		{"later by more than four weeks", "applied_rate", plain(), changed(func(c *crowd) { c.closed = 119 }),
			metrics.NotComparable, "rounds", "Not comparable: the rounds closed more than four weeks apart, counted from the first day of each."},
		{"earlier by more than four weeks", "applied_rate", plain(), changed(func(c *crowd) { c.closed = 61 }), metrics.NotComparable, "rounds", "Not comparable: the rounds"},
		{"required, then voluntary", "attendance_rate", crowd{meetings: meetings, came: often, participation: "voluntary"}, crowd{meetings: meetings, came: often, participation: "required"},
			metrics.NotComparable, "participation", "Not comparable: coming was required in 2024/x and voluntary in 2025/x."},
		{"nobody met before", "attendance_rate", crowd{meetings: meetings, came: often}, crowd{used: answered(10, 10, 0)},
			metrics.NotComparable, "no_data", "Not comparable: nothing is recorded for 2024/x."},
		{"nobody was asked this year", "applied_rate", crowd{meetings: []int{10, 20, 30, 200}, came: often}, plain(), metrics.NotComparable, "no_data", "Not comparable: nothing is recorded for 2025/x."},
		{"no sheet of it", "attendance_rate", plain(), plain(), metrics.NotComparable, "needs:attendance", "Not comparable: it needs the attendance."},
		{"four answered", "applied_rate", crowd{used: answered(2, 2, 2)}, plain(), metrics.NotShown, "protected", "Not compared: one of the two is not shown, to protect members."},
		{"seven answered", "applied_rate", crowd{used: answered(3, 4, 3)}, plain(), metrics.NotShown, "rough", "Not compared: too few people for more than this, to protect members."},
		{"everybody says so", "applied_rate", crowd{used: answered(25, 0, 11)}, plain(), metrics.NotShown, "rough", "Not compared: too few"},
		{"few members", "attendance_rate", crowd{meetings: meetings, came: often[:6]}, crowd{meetings: meetings, came: often}, metrics.Told, "", "Counted, so there is no range"},
	}
}

// Each case is a community of its own in one warehouse.
func TestWhatCannotBeComparedSaysWhy(t *testing.T) {
	cases := reasonCases()
	var all []crowd
	for i, c := range cases {
		for n, one := range []crowd{c.last, c.this} {
			one.community, one.cohort = string(rune('A'+i)), []string{"2024", "2025"}[n]
			one.firstDay, one.lastDay = one.cohort+"-09-01", []string{"2025", "2026"}[n]+"-06-30"
			if one.closed == 0 {
				one.closed = 90
			}
			all = append(all, one)
		}
	}
	w := world(t, txtar.Parse([]byte(crowds(all...))))
	for i, c := range cases {
		got := compared(t, w, metrics.CompareScope{Community: string(rune('A' + i)), Primary: c.indicator}, c.indicator)[c.indicator]
		if got.Verdict != c.verdict || got.Reason != c.reason || !strings.HasPrefix(got.Words, c.words) {
			t.Errorf("%s: %s %q %s", c.name, got.Verdict, got.Reason, got.Text)
		}
		if (got.Verdict == metrics.NotComparable || got.Verdict == metrics.NotShown) && (got.Difference != nil || got.Low != nil || got.Missed != nil) {
			t.Errorf("%s: and yet a difference: %+v", c.name, got)
		}
	}
}

func TestCohortsThatAreNotThereAreRefused(t *testing.T) {
	w := world(t, txtar.Parse([]byte(two(crowd{used: answered(5, 5, 0)}, crowd{used: answered(5, 5, 0)})+
		"-- cohort.csv --\ncommunity_id,cohort_id,title,first_day,last_day\nc,2026,,2026-09-01,2027-06-30\nlone,only,,2025-09-01,2026-06-30\n")))
	catalogue, err := queries.Catalogue()
	if err != nil {
		t.Fatal(err)
	}
	winter := time.Date(2026, 10, 1, 0, 0, 0, 0, time.UTC)
	for name, c := range map[string]struct {
		s    metrics.CompareScope
		now  time.Time
		want string
		hint string
	}{
		"unknown, one like it":    {metrics.CompareScope{This: "2052"}, noon, `there is no cohort "2052"`, "did you mean"},
		"unknown, none like it":   {metrics.CompareScope{Last: "spring people"}, noon, `there is no cohort "spring people"`, "the cohorts are 2024, 2025, 2026"},
		"one cohort":              {metrics.CompareScope{Community: "lone"}, noon, "there is only one cohort so far", "cohorts of your settings"},
		"with itself":             {metrics.CompareScope{This: "2025", Last: "2025"}, noon, `cohort "2025" cannot be compared with itself`, "--with"},
		"the first":               {metrics.CompareScope{This: "2024"}, noon, `no cohort began before "2024"`, "--with"},
		"one that has not begun":  {metrics.CompareScope{This: "2026"}, noon, `nothing is recorded yet since cohort "2026" began`, "--cohort"},
		"one without data so far": {metrics.CompareScope{}, winter, `nothing is recorded yet since cohort "2026" began`, "--cohort"},
	} {
		if c.s.Community == "" {
			c.s.Community = "c"
		}
		_, err := metrics.Compare(context.Background(), w, catalogue, nil, c.s, c.now, message.For("en"))
		var hinted interface{ Hint() string }
		if err == nil || !errors.As(err, &hinted) || err.Error() != c.want || !strings.Contains(hinted.Hint(), c.hint) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if got := compared(t, w, metrics.CompareScope{}, "applied_rate")["applied_rate"]; got.This.Cohort != "2025" || got.Last.Cohort != "2024" {
		t.Errorf("by itself it compares %s with %s", got.This.Cohort, got.Last.Cohort)
	}
	_, err = metrics.Compare(context.Background(), w, catalogue, []string{"aplied_rate"}, metrics.CompareScope{Community: "c"}, noon, message.For("en"))
	var unknown *metrics.UnknownIndicatorError
	if !errors.As(err, &unknown) || unknown.Nearest != "applied_rate" {
		t.Errorf("got %v", err)
	}
}
