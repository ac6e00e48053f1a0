package reports_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"valuetrail/metrics"
	"valuetrail/reports"
)

// judgeTerms sets every term of attendance beside every earlier one, and says how
// sure their difference is.
func judgeTerms(in *reports.Input, verdict func(then, now int) metrics.Verdict) {
	in.TermByTerm = nil
	for _, a := range in.Answers {
		if a.Indicator.ID != "attendance_rate" || a.Scope.Grain != "term" {
			continue
		}
		for now, this := range a.Readings {
			for then, last := range a.Readings[:now] {
				if this.Value == nil || last.Value == nil {
					continue
				}
				d := *this.Value - *last.Value
				in.TermByTerm = append(in.TermByTerm, metrics.Comparison{Indicator: "attendance_rate", Against: metrics.AgainstTerm, This: this, Last: last, Difference: &d, Verdict: verdict(then, now)})
			}
		}
	}
}

// A way up or down is said only where the numbers show one and its range leaves out
// no change: of a dip, down and up again.
func TestWordsOfCourseMatchTheirReadings(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		in := lakeside(t)
		var readings []metrics.Reading
		var points []float64
		for range rapid.IntRange(1, 3).Draw(rt, "terms") {
			k := rapid.IntRange(0, 100).Draw(rt, "came")
			readings, points = append(readings, share(k, 100, 36, false)), append(points, float64(k))
		}
		put(t, &in, "attendance_rate", true, readings...)
		sure := rapid.SliceOfN(rapid.SampledFrom([]metrics.Verdict{metrics.Clear, metrics.Likely, metrics.TooFew, metrics.AboutTheSame, metrics.Told}), 3, 3).Draw(rt, "sure")
		is := func(then, now int) bool {
			return sure[then+now-1] == metrics.Clear || sure[then+now-1] == metrics.Likely
		}
		judgeTerms(&in, func(then, now int) metrics.Verdict { return sure[then+now-1] })
		n := len(points) - 1
		first, last := points[0], points[n]
		low, high := first, first
		for _, p := range points {
			low, high = math.Min(low, p), math.Max(high, p)
		}
		turned := n == 2 && is(0, 1) && is(1, 2)
		says := map[string]bool{
			"Attendance fell":    first-last >= 10 && is(0, n),
			"Attendance rose":    last-first >= 10 && is(0, n),
			"Attendance stayed":  n > 0 && high-low < 10,
			"Attendance dropped": math.Abs(first-last) < 10 && math.Min(first, last)-low >= 10 && turned,
			"Attendance climbed": math.Abs(first-last) < 10 && math.Min(first, last)-low < 10 && high-math.Max(first, last) >= 10 && turned,
			"Members came to":    n == 0,
		}
		some := false
		for _, said := range says {
			some = some || said
		}
		says["Attendance was between"] = !some
		got := reports.Compose(in)
		for words, want := range says {
			if strings.Contains(got.Headline, words) != want {
				rt.Errorf("%v: %q: %q is %v, want %v", points, got.Headline, words, !want, want)
			}
		}
		sentence := figureOf(t, got, "terms").Sentence
		if strings.Contains(sentence, "fell") != says["Attendance fell"] || strings.Contains(sentence, "rose") != says["Attendance rose"] ||
			strings.Contains(sentence, "about the same") != says["Attendance stayed"] || strings.Contains(sentence, "dropped") != says["Attendance dropped"] {
			rt.Errorf("%v: %q", points, sentence)
		}
	})
}

// What may be chance is a list of numbers, and no less a reason to ask for help.
func TestAFallThatMayBeChanceIsNotCalledOne(t *testing.T) {
	in := lakeside(t)
	judgeTerms(&in, func(int, int) metrics.Verdict { return metrics.TooFew })
	r := reports.Compose(in)
	if want := "Attendance was between 58 % in spring and 71 % in autumn."; !strings.Contains(r.Headline, want) {
		t.Errorf("%q, want %q", r.Headline, want)
	}
	for _, f := range r.Findings {
		if f.Lead == "What did not work." && !strings.Contains(f.Sentence, "Attendance, term by term: 71 % in autumn, 58 % in spring and 69 % in summer.") {
			t.Errorf("%q", f.Sentence)
		}
	}
}

// A month outside the limits stands out in the convenor's edition; without limits
// nothing does.
func TestMonthsStandOutOnlyOutsideTheLimits(t *testing.T) {
	in := lakeside(t)
	in.Audience = "convenor"
	for i := range 12 {
		x := metrics.Comparison{Indicator: "attendance_rate", Against: metrics.AgainstUsual, Offset: fmt.Sprintf("2025-%02d", i+1), This: share(50, 100, 36, false),
			Limits: &metrics.Limits{Center: 0.5, Low: 0.4, High: 1.1, Months: 12}, Verdict: metrics.Usual}
		if i == 3 {
			x.This, x.Verdict = share(20, 100, 36, false), metrics.Signal
		}
		in.Months = append(in.Months, x)
	}
	f := figureOf(t, reports.Compose(in), "rhythm")
	if f.Title != "1 month stands out" || f.Sentence != "Over 12 months, 50 % came on average; by itself that moves between 40 % and 100 %." {
		t.Errorf("%q %q", f.Title, f.Sentence)
	}
	if got := f.Table.Rows[3][2].Text; got != "stands out: ask what was different" || f.Table.Rows[4][2].Text != "as always" || len(f.Table.Rows) != 12 {
		t.Errorf("%q", got)
	}
	in.Months = []metrics.Comparison{{Indicator: "attendance_rate", Verdict: metrics.NotComparable, Reason: "months", Months: 3}}
	if strings.Contains(text(t, reports.Compose(in)), `"rhythm"`) {
		t.Error("there is a rhythm of three months")
	}
}
