package metrics_test

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/txtar"

	"valuetrail/internal/message"
	"valuetrail/metrics"
)

// aims are targets: half to use it, seven in ten to come.
const aims = `-- setting.csv --
community_id,name,number,word
c,target.1.indicator,,applied_rate
c,target.1.value,0.5,
c,target.2.indicator,,attendance_rate
c,target.2.value,0.7,
c,target.3.indicator,,immediate_score
c,target.3.value,60,
`

// 18 of 25 against a half: Wilson's 52 to 86 % less 50, z = 0.22/0.1 = 2.2 and
// p = 0.0278; of all 36 at least 18 did, which is no more than a half. Everybody who
// could come was counted: 6 of 10 each is 10 points below. The scores are 60 and 80:
// 70 on average, s² = 25·100/24, so d = 10/10.206 and g that times J(24) = 0.9684.
func TestFiguresAreHeldAgainstWhatWasAgreed(t *testing.T) {
	term := asking{used: yesses("18y 7n 11-"), liked: numbers(slices.Concat(slices.Repeat([]int{60, 80}, 12), []int{70})...), came: coming(10, slices.Repeat([]int{6}, 36)...)}
	w := world(t, txtar.Parse([]byte(rounds(panel{terms: []asking{term}})+aims)))
	all := compared(t, w, metrics.CompareScope{Against: metrics.AgainstTarget, Primary: "applied_rate"}, "applied_rate", "attendance_rate", "immediate_score", "reach_rate")
	if len(all) != 3 {
		t.Errorf("%d figures with a target: %v", len(all), all)
	}
	used := all["applied_rate"]
	want := "Everybody: 18 of 25 (72 %). Target: 50 %. 22 points above the target (2 to 36): likely, its size uncertain. By convention a small effect. Differences below about 26 points would easily be missed."
	if used.Text != want || used.Verdict != metrics.Likely || used.Primary {
		t.Errorf("got  %s\nwant %s", used.Text, want)
	}
	if math.Abs(*used.P-0.0278) > 5e-5 || math.Abs(*used.Holm-0.0278) > 5e-5 || *used.Last.Value != 0.5 || used.Last.Note != "target" {
		t.Errorf("%s", asJSON(t, used))
	}
	came := all["attendance_rate"]
	if want := "Everybody: 60 %. Target: 70 %. 10 points below the target."; came.Text != want || came.Verdict != metrics.Told || came.Untested != "counted" || came.Low != nil {
		t.Errorf("got  %s\nwant %s", came.Text, want)
	}
	liked := all["immediate_score"]
	if liked.EffectMeasure != "g" || math.Abs(*liked.Effect-0.9684*10/10) > 0.03 || *liked.Difference != 10 || !strings.Contains(liked.Words, "10 points above the target (6 to 14)") {
		t.Errorf("%s", asJSON(t, liked))
	}
}

// calendar is a community of ten that meets once a month from September 2024 on;
// came[i] come in month i, and in a month of −1 nobody meets.
func calendar(came ...int) string {
	tables := map[string]*strings.Builder{}
	add := func(table, format string, values ...any) {
		if tables[table] == nil {
			tables[table] = &strings.Builder{}
		}
		fmt.Fprintf(tables[table], format+"\n", values...)
	}
	first, last := dayOf("2024-09-01"), dayOf("2027-08-31")
	add("cohort", "c,all,Everybody,%d,%d,", first, last)
	for m := range 10 {
		add("member", "c,m%d,yes", m)
		add("enrolment", "c,m%d,all,%d,%d,list,1,%d,0,", m, first, last, m)
	}
	for i, n := range came {
		from := time.Date(2024, time.Month(9+i), 1, 0, 0, 0, 0, time.UTC)
		day := func(at time.Time) int { return dayOf(at.Format(time.DateOnly)) }
		add("period", "c,all,month,%s,%d,%d,%d", from.Format("2006-01"), i+1, day(from), day(from.AddDate(0, 1, -1)))
		if n < 0 {
			continue
		}
		add("session", "c,s%d,%d,held,meeting,all,yes", i, day(from)+9)
		add("session_cohort", "c,s%d,all", i)
		for m := range 10 {
			add("presence", "c,s%d,m%d,%s,reg,1,%d,%d", i, m, map[bool]string{true: "present,yes", false: "absent,no"}[m < n], m, i)
		}
	}
	return textOf(tables)
}

func usual(t *testing.T, came ...int) []metrics.Comparison {
	t.Helper()
	w := world(t, txtar.Parse([]byte(calendar(came...))))
	after := time.Date(2027, 8, 1, 12, 0, 0, 0, time.UTC)
	all, err := metrics.Compare(context.Background(), w, oneOf(t, "attendance_rate"), nil, metrics.CompareScope{Community: "c", Against: metrics.AgainstUsual, Primary: "attendance_rate"}, after, message.For("en"))
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// Fourteen months: five and six of ten in turn, no meeting in the thirteenth, and
// nobody in the fourteenth and fifteenth. The steps between months that follow on one
// another are eleven of 0.1 and one of 0, 0.0917 on average; the month without a
// meeting is no month. The mean is 6.6/14 = 0.4714, the limits 2.6587 steps away:
// 0.2277 to 0.7151.
func TestAMonthOutsideTheLimitsIsASignal(t *testing.T) {
	all := usual(t, 5, 6, 5, 6, 5, 6, 5, 6, 5, 6, 5, 6, -1, 0, 0)
	if len(all) != 14 {
		t.Fatalf("%d months", len(all))
	}
	limits := all[0].Limits
	if limits.Months != 14 || math.Abs(limits.Center-0.4714) > 1e-4 || math.Abs(limits.Low-0.2277) > 1e-4 || math.Abs(limits.High-0.7151) > 1e-4 {
		t.Errorf("%+v", *limits)
	}
	for i, c := range all {
		want := metrics.Usual
		if i >= 12 {
			want = metrics.Signal
		}
		if c.Verdict != want || c.Primary || c.P != nil {
			t.Errorf("%s: %s", c.Offset, c.Text)
		}
	}
	if want := "2025-11: 0 %. Below what attendance does by itself, 23 % to 72 %: something was otherwise."; all[13].Text != want {
		t.Errorf("got  %s\nwant %s", all[13].Text, want)
	}
}

// A run of months on one side, which other rules would call a signal, is none.
func TestARunOfMonthsIsNoSignal(t *testing.T) {
	for _, c := range usual(t, 4, 6, 4, 6, 5, 5, 6, 6, 6, 6, 6, 6, 6, 6) {
		if c.Verdict != metrics.Usual {
			t.Errorf("%s", c.Text)
		}
	}
}

func TestElevenMonthsHaveNoLimits(t *testing.T) {
	for name, c := range map[string]struct {
		came   []int
		reason string
		words  string
	}{
		"eleven":    {[]int{5, 6, 5, 6, 5, 6, 5, 6, 5, 6, 0}, "months", "Not comparable: it takes twelve months with attendance to tell what it does by itself; there are 11 so far."},
		"none":      {[]int{-1}, "needs:attendance", "Not comparable: it needs the attendance."},
		"one":       {[]int{5}, "months", "Not comparable: it takes twelve months with attendance to tell what it does by itself; there is 1 so far."},
		"all alike": {slices.Repeat([]int{5}, 12), "constant", "Not comparable: every month was the same."},
	} {
		all := usual(t, c.came...)
		if len(all) != 1 || all[0].Reason != c.reason || all[0].Words != c.words || all[0].Limits != nil || all[0].Difference != nil {
			t.Errorf("%s: %s", name, asJSON(t, all))
		}
	}
}
